"""Lines that a web page or a file cabinet puts around a report: navigation, print bars, licence numbers.

They are recognised by their own words, whatever the site; a line with a sentence in it is never chrome.
"""

from __future__ import annotations

import re

__all__ = ["is_chrome", "labelled"]

_LONGEST = 160  # a footer with address and licence numbers; anything longer is text

# Words of buttons and menus. A line that holds nothing else is chrome; longer words stand first.
_BUTTONS = re.compile(
    r"我要(?:写信|纠错)|纠错|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页|列表|上一页)?|回到顶部|顶部|"
    r"打印(?:本页|页面|本文)?|分享到?|加入收藏|收藏(?:本页)?|"
    r"(?:网站)?首页|无障碍(?:浏览|阅读)?|长者模式|适老化|默认|超大|特大|字[号体]|(?:附件)?下载|扫一扫|"
    r"微信|微博|QQ空间|复制链接|登录|注册|"
    r"(?:站内)?搜索|相关(?:链接|文档|阅读|信息|附件|新闻)|友情链接|手机版|繁[體体]|简体|English|朗读|"
    r"导航|(?:网站|隐私|法律)声明|关于我们|联系我们|"
    r"(?:网站|站点)地图|(?:信息)?公开目录|信息公开指南|政府信息公开|政务公开|[大中小]"
)
_MARKS = re.compile(r"[\[\]【】（）|>›»·：、\-/+A]*")
_START = re.compile(
    r"(?:您?(?:现在|当前)?的?(?:所在)?(?:的)?位置(?:是)?[：>]|当前位置|当前所在位置|您现在的位置|"
    r"发布(?:时间|日期|单位|部门|人)：|发布机构|发文(?:机关|机构|单位|日期|时间|字号)|"
    r"公开(?:方式|日期|时间|形式|范围|属性|责任部门)：|信息(?:来源|索引|分类|名称)：|来源：|"
    r"稿件来源：|文章来源：|作者：|责任编辑|责编：|编辑：|审核：|审核人：|初审：|终审：|"
    r"录入：|浏览(?:次数|量|数)|阅读(?:次数|量|数)?：|点击(?:次数|量|数|率)?：|访问(?:次数|量)：|"
    r"人气：|字[号体](?:大小)?[：:\[【（]|视力保护色|保护视力|"
    r"上一[篇条页]|下一[篇条页]|版权所有|主办(?:单位)?：|承办(?:单位)?：|网站标识码|技术支持|联系我们|"
    r"联系电话：|邮编：|地址：|网站地图|索引号|主题(?:分类|词)|"
    r"成文日期|生成日期：|制发日期：|文号|文件编号：|有效性|效力状态|体裁(?:分类)?：|组配分类|"
    r"服务对象(?:分类)?：|名称|标题|内容概述：|关键词：|日期：|时间：|更新(?:时间|日期)：|"
    r"录入时间：|扫一扫|扫码|分享到|分享：|打印本|打印\||【打印|\[打印|【关闭|\[关闭|【字|\[字|【大|"
    r"\[大|推荐阅读|热门推荐|无障碍(?:浏览|阅读|模式)|微信扫|Copyright|copyright|©|http|www\.)"
)
_INSIDE = re.compile(
    r"首页(?:>|›|»|→|/|-|＞)|>[^>]{1,30}>|ICP备|公网安备|网站标识码|版权所有|Copyright|copyright|©|"
    r"All ?Rights|浏览次数：|阅读次数：|"
    r"点击数：|字[号体]：|来源：.{0,40}(?:时间|日期|浏览|打印|字)|(?:时间|"
    r"日期)：\d{4}[-年/.].{0,60}(?:来源|浏览|字[号体]|打印|作者)"
)
_LABELS = re.compile(
    r"(?:^|(?<=[\s】|；，]))(?P<label>成文日期|文号|发文字号|发文机关|发文机构|标题|"
    r"名称)：(?P<value>[^：；|]{2,80}?)"
    r"(?=$|[；|]|索引号|主题|发布|发文|成文|有效|公开|文号|名称|标题|信息)"
)


def is_chrome(line: str) -> bool:
    """Whether a folded line belongs to the page around the report and not to the report.

    >>> is_chrome("当前所在位置：首页>政府信息公开>年度报告"), is_chrome("返回顶部"), is_chrome("一、工作情况")
    (True, True, False)
    """
    if not line or len(line) > _LONGEST:
        return False
    if _MARKS.fullmatch(_BUTTONS.sub("", line)):
        return True
    if "。" in line:
        return False
    return bool(_START.match(line) or _INSIDE.search(line))


def labelled(line: str) -> dict[str, tuple[int, int]]:
    """Fields of an information box (成文日期：… 文号：…) as label to start and end of the value in ``line``."""
    return {found["label"]: found.span("value") for found in _LABELS.finditer(line[:400])}

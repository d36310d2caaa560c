"""Lines that a web page or a file cabinet puts around a report: navigation, print bars, licence numbers.

They are recognised by their own words, whatever the site, and by the form those words have there: a label is
followed by a colon, a button stands alone. 有效性审查工作扎实开展 begins like a label and is a sentence of the
report, so a line that counts something or tells a deed is never chrome, except for titles of other pages.
"""

from __future__ import annotations

import re

__all__ = ["is_chrome", "labelled"]

_LONGEST = 160  # a footer with address and licence numbers; anything longer is text

# Words of buttons and menus. A line that holds nothing else is chrome; longer words stand first.
_BUTTON = (
    r"我要(?:写信|纠错)|纠错|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页|列表|上一页)?|回到顶部|顶部|"
    r"打印(?:本页|本文|页面)?|分享到?|加入收藏|收藏(?:本页)?|"
    r"(?:网站)?首页|无障碍(?:浏览|阅读|模式)?|长者模式|适老化|默认|超大|特大|字[号体]|(?:附件)?下载|扫一扫|"
    r"微信|(?:新浪|腾讯)?微博|朋友圈|QQ(?:空间|好友)?|人人网|豆瓣|复制链接|登录|注册|"
    r"(?:站内)?搜索|相关(?:链接|文档|阅读|信息|附件|新闻)|推荐阅读|热门推荐|友情链接|手机版|繁[體体]|简体|English|朗读|"
    r"导航|(?:网站|隐私|法律)声明|关于我们|联系我们|技术支持|视力保护色|[上下]一[篇条页]|"
    r"(?:网站|站点)地图|(?:信息)?公开目录|信息公开指南|政府信息公开|政务公开|[大中小]"
)
_MARK = r"[\[\]【】（）|>›»·：、\-/+A]"
_BUTTONS = re.compile(_BUTTON)
_MARKS = re.compile(f"{_MARK}*")
_LEADING = re.compile(f"(?:{_BUTTON}|{_MARK})+")

_DAY = r"\d{4}[年\-/.]\d{1,2}[月\-/.]\d{1,2}日?"
_TIME = r" ?\d{1,2}[:：]\d\d(?:[:：]\d\d)?"

# What leads to other pages; its words are titles, and titles tell deeds of other pages.
_ELSEWHERE = re.compile(
    r"您?(?:现在|当前)?的?(?:所在)?的?位置(?:是)?(?:[：:>]|首页)|[上下]一篇(?!章)|[上下]一[条页](?:[：:]|无$|没有)|"
    r"(?:名称|标题|内容概述|关键词|推荐阅读|热门推荐|相关(?:链接|文档|阅读|信息|附件|新闻))[：:]|"
    # In a box that is laid out as a table only white space stood after the label.
    r"(?:名称|标题)[^，。；！？]{0,60}(?:20\d\d年|关于)[^，。；！？]{0,60}(?:报告|总结|汇报|情况|公报)$"
)
# Labels of the page and of its information box whose value is an organ, a date, a number or a word of a list.
_LABEL = re.compile(
    r"(?:发布(?:时间|日期|单位|部门|机构|人)|发文(?:机关|机构|单位|日期|时间|字号)|"
    r"公开(?:方式|日期|时间|形式|范围|属性|责任部门)|(?:信息|稿件|文章|内容)?来源|信息(?:索引|分类|名称)|"
    r"录入时间|(?:浏览|阅读|点击|访问)(?:次数|量|数|率)|人气|版权所有|(?:主办|承办|协办)(?:单位)?|"
    r"(?:政府)?网站标识码|联系电话|邮编|地址|网站地图|索引号|主题(?:分类|词)|(?:成文|生成|制发)日期|文号|文件编号|"
    r"是否有效|有效性|效力状态|体裁(?:分类)?|组配分类|服务对象(?:分类)?|更新(?:时间|日期))[：:]|"
    rf"(?:浏览|阅读|点击|访问)[：:](?:\d|$)|(?:时间|日期)[：:]{_DAY}(?![至到—-])"
)
# Labels whose value is a person, a firm or a row of buttons, and never holds a verb.
_NARROW_LABEL = re.compile(
    r"(?:作者|责任编辑|责编|编辑|审核人?|初审|复审|终审|录入人?|字[号体](?:大小)?|视力保护色?|保护视力色?|"
    r"技术支持|联系我们|分享到?)[：:]|字[号体](?:大小)?[\[【（]"
)
# Labels without a colon, where the value cannot be anything but that of a label.
_VALUE = re.compile(
    r"索引号[\dA-Za-z]|网站标识码\d|(?:成文|生成|制发|发文|发布)日期\d|(?:浏览|阅读|点击|访问)(?:次数|量|数)\d{1,9}次?$|"
    r"(?:是否有效|有效性|效力状态)(?:现行)?(?:有效|失效|废止|是|否)?$|文号(?:无|[^，；]{1,14}[〔\[]20\d\d[〕\]]第?\d{1,5}号)?$|"
    r"(?:发布|发文|制作)(?:机[构关]|单位)[^，；]{2,30}(?:政府|局|厅|委员会|办公室|办公厅)$|"
    rf"版权所有(?![权者人])|Copyright|copyright|©|https?[：:]//|www\.|{_DAY}{_TIME}$|"
    r"扫一扫(?:[，：]|[在用]?手机|打开|关注|分享|查看|下载|二维码)|扫码(?:关注|查看|浏览|分享|阅读|打开|下载|访问)"
)
_INSIDE = re.compile(
    r"首页[>›»→]|^.{0,8}首页[/-]|^[^<]{0,60}>[^<>]{1,30}>|[\u4e00-\u9fff]ICP[备证]\w{0,14}号|ICP备\d{6}|"
    r"公网安备(?:案号：?)?\d{6}|网站标识码[：:]?\d|版权所有(?![权者人])|Copyright|copyright|©|"
    r"All ?Rights|(?:浏览|阅读|点击)(?:次数|数|量)[：:]|字[号体][：:]|来源[：:].{0,40}(?:时间[：:]|日期[：:]|浏览|打印|字[号体])|"
    rf"(?:时间|日期)[：:]{_DAY}.{{0,60}}(?:来源|浏览|字[号体]|打印|作者)"
)

# Numbers of the page: when it was put there and how often it was read.
_OF_PAGE = re.compile(
    rf"{_DAY}(?:{_TIME})?|(?:浏览|阅读|点击|访问|人气)(?:次数|量|数|率)?[：:]?\d[\d,.]{{0,12}}[万亿]?\+?(?:人次|次|人)?"
)
_COUNTED = re.compile(
    r"(?:\d[余多]?[十百千万亿]{0,2}|[一二三四五六七八九十百千两]{2})[余多]?"
    r"(?:[件次家份项个起场%条名期户篇种元批宗例册套亩吨]|人(?!民)|部(?!门)|公里|平方米)"
)
_DEED = re.compile(
    r"开展|推进|落实|完善|加强|强化|推动|健全|深化|建立|制定|印发|出台|惠及|提升|提高|优化|取得|完成|受理|审结|"
    r"严格|扎实|坚持|确保|促进|排查|整改|化解|不断|全年|积极|认真|严厉|打击|查处"
)
_PAUSE = re.compile("[，；]")

_LABELS = re.compile(
    # 发布机构：某市水务局 成文日期：2025-01-22: the gap between two fields is dropped
    r"(?:^|(?<=[\s】|；，])|(?<=[\u4e00-\u9fff\d）])(?=成文日期|发文字号))(?P<label>成文日期|文号|发文字号|发文机关|发文机构|标题|"
    r"名称)：(?P<value>[^：；|]{2,80}?)"
    r"(?=$|[；|]|索引号|主题|发布|发文|成文|有效|公开|文号|名称|标题|信息)"
)


def is_chrome(line: str) -> bool:
    """Whether a folded line belongs to the page around the report and not to the report.

    >>> is_chrome("当前所在位置：首页>政府信息公开>年度报告"), is_chrome("返回顶部"), is_chrome("一、工作情况")
    (True, True, False)
    >>> is_chrome("有效性：有效"), is_chrome("有效性审查工作扎实开展，全年审查行政规范性文件35件")
    (True, False)
    """
    if not line or len(line) > _LONGEST:
        return False
    if _MARKS.fullmatch(_BUTTONS.sub("", line)):
        return True
    if "。" in line:
        return False
    leading = _LEADING.match(line)
    parts = (line, line[leading.end() :]) if leading else (line,)
    return any(_begins_as_chrome(part) for part in parts) or (
        _INSIDE.search(line) is not None and not _counts(line) and not _acts_with_pause(line)
    )


def _begins_as_chrome(part: str) -> bool:
    if _ELSEWHERE.match(part):
        return True
    if _counts(part):
        return False
    if _LABEL.match(part):
        return not _acts_with_pause(part)
    return bool(_NARROW_LABEL.match(part) or _VALUE.match(part)) and _DEED.search(part) is None


def _counts(line: str) -> bool:
    """Whether the line counts something, and not only its readers or the days."""
    return _COUNTED.search(_OF_PAGE.sub("", line)) is not None


def _acts_with_pause(line: str) -> bool:
    """Whether a deed is told; an organ's name may hold a verb (推进依法行政领导小组), but no pause beside it."""
    return _PAUSE.search(line) is not None and _DEED.search(line) is not None


def labelled(line: str) -> dict[str, tuple[int, int]]:
    """Fields of an information box (成文日期：… 文号：…) as label to start and end of the value in ``line``."""
    return {found["label"]: found.span("value") for found in _LABELS.finditer(line[:400])}

"""Names and words by which the parts of a government page are known: the text, the information box, the furniture.

Names are ids and classes that content systems give: 大汉版通 (jpage), TRS, 开普, the templates of the central
government's site, WordPress, Discuz, 微信公众号. Words are those that visitors read, whatever the system.
"""

from __future__ import annotations

import re

__all__ = [
    "FOOTER",
    "NEXT_PAGE",
    "RELATED",
    "TITLE_LIKE",
    "is_container",
    "is_contents",
    "is_furniture",
    "is_info",
    "squeeze",
]

_CONTAINER = re.compile(
    r"(?:^|\s)(?:ucap-content|ucapcontent|zoom|zoomcon|zoom_content|fontzoom|trs_editor|trs_editor_view|trs_ueditor|"
    r"view trs_uedit\w*|custom_unionstyle|pages_content|pages-content|article-con\w*|article_con\w*|articlecon\w*|"
    r"wenzhang-content|artical?|article|articlebody|article-body|article_body|art_con\w*|art-con\w*|arc_con\w*|"
    r"arti_content|wp_articlecontent|read|readcontent|bt_content|bt-content|main-txt|main_txt|content-txt|"
    r"js_content|rich_media_content|entry-content|post-content|post_content|td-post-content|t_f|postmessage_\d+|"
    r"news_content|newscontent|news-content|newsdetail\w*|news_detail\w*|detail-content|detail_content|detailcontent|"
    r"xl_content|xl-content|xl_con\w*|xxgk_content|xxgk-content|gkcontent|text_content|textcontent|info_content|"
    r"infocontent|info-content|conter?nt_body|content_body|content-body|con_con|con_text|con-text|conzw|"
    r"zw_content|zwcontent|zhengwen|zw|vsb_content\w*|v_news_content|ivs_content|wzcon|wz_con\w*|wznr|nrcon|"
    r"cont_txt|cont-txt|contentbox|content_box|textbox|txtcon|doc-content|docdetail|mainfont|main-content|"
    r"tys-main-zt-show|lmnr|rightarticle|left_zw|center_content)(?=\s|$)"
)
_CONTAINER_TAGS = frozenset(("article", "ucapcontent", "founder-content"))

_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu\w*|submenu|topbar|topnav|header|head|top|logo|banner|bread\w*|crumbs?|location|"
    r"position|weizhi|wz|dqwz|curmb\w*|mbx|share\w*|bdshare\w*|bshare\w*|social|sns|jiathis\w*|related?\w*|xgxx|xgwd|"
    r"xgxw|xgyd|xgwz|xglj|xgfj|relevant|recommend\w*|tuijian|hot\w*|rank\w*|foot\w*|bottom\w*|copyright|friend\w*|flink|"
    r"links?|pagination|pager|page-?nav|prev\w*|next\w*|sidebar|aside|side|toolbar|tools?|print\w*|fontsize|font-size|"
    r"ewm|erweima|qr\w*|comments?|pinglun|login|search\w*|advert\w*|ads?|float\w*|gotop|totop|backtop|popup|modal|"
    r"barrier\w*|wza\w*|accessib\w*|toc\d*|table of contents\d*|contents1|msotoc\w*|editor_info|zrbj|zebian|statement|disclaimer|ifooter|"
    r"fenxiang|dayin|guanbi|article-?tags?|post-?meta|entry-?meta|tagcloud|widget\w*|cookie\w*)(?=$|[\s_-])"
)
_CONTENTS = re.compile(r"(?:^|[\s_-])(?:toc\d*|msotoc\w*|table of contents\d*)(?=$|[\s_-])")
_FURNITURE_TAGS = frozenset(("nav", "aside", "footer", "header", "menu"))

RELATED = re.compile(
    r"(?:相关|延伸|推荐|关联|热门|猜你喜欢|更多|最新|精彩)(?:文章|阅读|链接|新闻|信息|文档|文件|稿件|推荐|内容|解读|政策|报道)?[：:]?$|"
    r"(?:上|下)一(?:篇|条|页|则)(?:[：:]|$)|友情链接|分享(?:到|至)(?:[：:]|$|微|新|朋)|扫一扫|"
    r"扫码(?:关注|分享|查看|阅读|下载)|责任编辑[：:]|责编[：:]|编辑[：:]|"
    r"[【\[(（]?(?:打印|关闭|收藏|纠错|我要纠错|返回顶部|字[体号])(?:本页|本文|此页|页面|窗口)?(?:$|[】\])）|：:【\[(（]|打印|关闭)"
)
"""The beginning of what follows a text on its page; after it only furniture is expected."""

FOOTER = re.compile(
    r"网站标识码\s?[：:\d]|ICP[备证](?:案)?\s?[号\d]|公网安备(?:案号)?\s?[：:\d]|版权所有(?![者人权])|Copyright|©|"
    r"^(?:主办|承办|协办|建设|管理|主管|运维)单位\s?[：:]|^(?:主办|承办|技术支持)\s?[：:]|"
    r"^(?:(?:网站|站点)地图|联系我们|关于我们|网站声明|隐私声明)|建议使用.{0,20}(?:浏览器|分辨率)"
)
NEXT_PAGE = re.compile(r"(?:^|[\s\]】>])下一?页(?:$|[\s\[【<>»])")

_SPACE = re.compile(r"\s+")
_LABELS = (
    "发布时间|发布日期|发布单位|发布机构|发布机关|发布部门|发布人|发文机关|发文机构|发文单位|发文日期|发文时间|发文字号|公开方式|公开形式|"
    "公开日期|公开时间|公开范围|公开属性|公开主体|公开责任部门|责任部门|成文日期|生成日期|制发日期|印发日期|更新时间|更新日期|录入时间|撰写时间|"
    "索引号|索取号|信息索引号?|主题分类|信息分类|主题词|关键词|体裁分类|体裁|组配分类|服务对象|载体类型|有效性|效力状态|是否有效|生效日期|废止日期|"
    "标题|名称|信息名称|文件名称|文号|文件编号|内容概述|信息来源|稿件来源|文章来源|来源|作者|责任编辑|编辑|审核人?|浏览次数|浏览量|浏览|点击数|"
    "点击次数|点击率|点击量|点击|阅读次数|阅读量|阅读数|阅读|访问量|访问次数|人气|字体大小|字号大小|字体|字号|视力保护色?|打印本页|打印|分享到|"
    "分享|时间|日期|文章类型|信息类别|栏目|所属栏目"
)
LABEL = re.compile(rf"(?:{_LABELS})")
_LABELLED = re.compile(rf"[\[【（(]?(?:{_LABELS})[\]】）)]?(?:[：:]|$)")
_DAY = re.compile(
    r"(?:19|20)\d\d(?:年|[-/.])\d{1,2}(?:月|[-/.])\d{1,2}日?(?:星期[一二三四五六日])?(?:\d{1,2}[：:]\d\d(?:[：:]\d\d)?)?"
    r"(?=$|来源|浏览|字[体号]|作者|点击|阅读|[\[【|])"
)
_BUTTONS = re.compile(
    r"(?:打印|关闭|收藏|分享到?|微信|微博|QQ空间|字[体号]|[大中小]|默认|超大|朗读|下载|纠错|返回|首页|无障碍|[\[\]【】()（）|｜:：、/·+-])+$"
)
_SENTENCE_LENGTH = 120
_INFO_LENGTH = 1000

TITLE_LIKE = re.compile(
    r"^(?![（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])(?=.{0,90}(?:法治政府|依法行政|法治建设|依法治|述法))"
    r"[^。；！？>›»|]{8,90}(?:报告|总结|汇报|情况|公报|小结|自查)(?:的公[告示])?(?:[（(][^（）()]{1,24}[)）])?$"
)
"""How the title of a report looks once white space is gone; used to find it, never to make one."""


def squeeze(words: str) -> str:
    """Words without any white space: labels and titles are spaced out on many pages."""
    return _SPACE.sub("", words)


def is_container(tag: str, name: str) -> bool:
    """Whether a content system puts the text of an article into an element of this name (ids and classes)."""
    return tag in _CONTAINER_TAGS or _CONTAINER.search(name) is not None


def is_furniture(tag: str, name: str) -> bool:
    """Whether an element of this name usually holds what surrounds a text."""
    return tag in _FURNITURE_TAGS or (_FURNITURE.search(name) is not None and not is_container(tag, name))


def is_contents(name: str) -> bool:
    """Whether an element of this name holds the table of contents; it may stand amid the text."""
    return _CONTENTS.search(name) is not None


def is_info(words: str, *, days: bool = True) -> bool:
    """Whether a line belongs to the information box or line: labels with values, or a row of buttons.

    So does a day at its beginning if ``days``; below a text it is the day of the signature.
    """
    if len(words) > _INFO_LENGTH:
        return False
    bare = squeeze(words)
    if len(bare) > _SENTENCE_LENGTH and len(_LABELLED.findall(bare)) < 3:
        return False
    if _BUTTONS.fullmatch(bare):
        return True
    found = _LABELLED.match(bare)
    if found:
        return "。" not in bare
    cells = [squeeze(cell) for cell in words.split("\t")]
    if len(cells) > 1 and LABEL.fullmatch(cells[0].rstrip("：:")):
        return True
    return days and _DAY.match(bare) is not None and len(bare) < 80

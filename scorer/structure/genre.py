"""Whether a text looks like a yearly report on the rule-of-law government, and what it looks like instead."""

from __future__ import annotations

import re

from scorer.i18n import said
from scorer.structure.title import SUBJECT

__all__ = ["is_plan", "not_told_by_government", "other_genre"]

_COURT = said("法院的工作报告")
_PROSECUTOR = said("检察院的工作报告")
_FUNCTIONS = said("职能配置规定")
_DIARY = said("学习心得")
_OTHER_TITLES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<!行政)法院.{0,12}工作报告"), _COURT),
    (re.compile(r"检察院.{0,12}工作报告"), _PROSECUTOR),
    (re.compile(r"政府工作报告"), said("政府工作报告")),
    (re.compile(r"职能配置|(?:主要|工作)职责(?:规定)?$|人员编制"), _FUNCTIONS),
    (re.compile(r"心得|体会|读后感|学习笔记"), _DIARY),
    (re.compile(r"(?:实施)?方案(?:（.*）)?$"), said("方案")),
    (re.compile(r"(?:规划|纲要)(?:（.*）)?$"), said("规划纲要")),
    (re.compile(r"(?:计划|要点|安排|思路|打算|重点任务|任务分工|任务清单)(?:（.*）)?$"), said("工作计划")),
    (re.compile(r"(?:通知|通报|意见|批复|函|公告|决定)$"), said("公文（通知、意见等）")),
    (re.compile(r"(?:办法|规定|条例|细则|制度)(?:（.*）)?$"), said("规范性文件")),
    (re.compile(r"述职|述法|述廉"), said("个人述职述法报告")),
    (re.compile(r"政府信息公开.{0,8}年度报告"), said("政府信息公开年度报告")),
)
# 现在，我代表某市人民检察院向大会报告工作: whoever speaks, it is not the government.
_SPEAKER = re.compile("我代表[\u4e00-\u9fff]{0,14}(?P<body>法院|检察院)向(?:大会|会议)(?:作|报告)")
_PLANS = "(?:要点|计划|方案|规划|纲要|实施意见|工作安排|重点任务|任务分工|任务清单|工作思路|工作打算)(?:（[^（）]{1,30}）)?"
_PLAN_TITLE = re.compile(rf"{_PLANS}$|{_PLANS}》?的通知$")
# 关于2022年工作安排的报告 reports a plan unless it tells of the work done as well; 关于做好2022年工作的通知 orders one.
_PLAN_REPORT = re.compile(
    r"(?:安排|思路|打算|计划)的?(?:报告|汇报)$|关于(?:做好|抓好|切实做好)20\d\d年.{0,40}工作的通知$"
)
_LOOKS_BACK = re.compile("情况|总结|小结|回顾")
# What a plan says in its body, and no report does; two of them make a plan of a text that does not report.
_PLAN_BODY = tuple(
    re.compile(words)
    for words in (
        "(?:责任|牵头|配合|完成)(?:单位|部门|科室)：",
        "(?:完成|办理|时间)(?:时限|节点)：",
        "本(?:计划|方案|要点)",
        "工作的?总体(?:要求|思路)是：",
    )
)
_REPORTS = re.compile("(?:报告|汇报|总结|公布)如下|一年来|年来，|截至20")
# A web page may leave out the title; the opening says what is reported.
_SAYS_SO = re.compile(
    "现将[^。]{0,60}(?:法治政府|依法行政|法治建设|情况)[^。]{0,30}(?:报告|汇报|公布|公开|总结)"
    "|(?:推[进动]|开展|加强)[^，。]{0,16}法治政府建设(?:工作)?(?:，|、|各项)"
)
_HEAD = 900
_DUTIES = re.compile("(?:主要)?职责(?:是|如下|为)：")
_ARTICLES = re.compile("^第[一二三四五六七八九十]{1,3}条", re.MULTILINE)
_TELLS = re.compile("报告|总结|情况|汇报")
_NEWS = re.compile(r"本报讯|记者(?:从|了解到|获悉)|通讯员|日电[）)]|记者[^，。]{1,6}报道")
_DEPUTIES = re.compile(r"各位代表")
_TOPICS = (
    "行政执法",
    "规范性文件",
    "行政复议",
    "普法",
    "合法性审",
    "重大行政决策",
    "行政审批",
    "放管服",
    "出庭应诉",
    "法律顾问",
    "政务公开",
    "人民调解",
    "法律援助",
    "依法行政",
    "法治政府",
    "双随机",
    "营商环境",
    "学法",
)
_ENOUGH_TOPICS = 5
_ENOUGH_ARTICLES = 3
_ENOUGH_CHARACTERS = 150


def is_plan(title: str | None, text: str = "") -> bool:
    """Whether title or body are those of a plan (要点, 计划, 方案, 规划): its sentences tell what is to be done.

    >>> is_plan("某县2022年法治政府建设工作要点"), is_plan("2021年工作情况和2022年工作计划的报告")
    (True, False)
    """
    if title is not None:
        if _PLAN_TITLE.search(title) and not _TELLS.search(title):
            return True
        if _PLAN_REPORT.search(title) and not _LOOKS_BACK.search(title):
            return True
    return sum(1 for words in _PLAN_BODY if words.search(text)) >= 2 and not _REPORTS.search(text)


def not_told_by_government(title: str | None, text: str) -> str | None:
    """In Chinese why no sentence of the text tells a deed of the government; None when they may."""
    for pattern, name in _OTHER_TITLES[:2]:
        if title and pattern.search(title):
            return said("全文是{genre}", genre=name)
    if title and not _TELLS.search(title) and re.search("心得|体会|读后感", title):
        return said("全文是{genre}", genre=_DIARY)
    speaker = _SPEAKER.search(text[:3000])
    if speaker:
        return said("全文是{genre}", genre=_COURT if speaker["body"] == "法院" else _PROSECUTOR)
    if _DUTIES.search(text) and len(_ARTICLES.findall(text)) >= _ENOUGH_ARTICLES:
        return said("全文是{genre}", genre=_FUNCTIONS)
    return None


def other_genre(title: str | None, text: str) -> str | None:
    """In Chinese why the text does not look like a yearly report, None when it does."""
    titled = title is not None and bool(SUBJECT.search(title)) and bool(_TELLS.search(title))
    for pattern, name in _OTHER_TITLES:
        if title and pattern.search(title) and not (titled and name.startswith(("公文", "工作计划"))):
            return said("标题“{title}”像是{genre}", title=title[:40], genre=name)
    foreign = not_told_by_government(title, text)
    if foreign or is_plan(title, text):
        if foreign:
            return foreign
        if title and is_plan(title):
            return said("标题“{title}”像是工作计划", title=title[:40])
        return said("正文像是工作计划")
    if _DEPUTIES.search(text[:3000]):
        return said("开头称“各位代表”，像是向人民代表大会所作的政府工作报告")
    if not titled and _NEWS.search(text[:3000]):
        return said("正文像是新闻稿")
    topics = sum(1 for topic in _TOPICS if topic in text)
    if not titled and topics < _ENOUGH_TOPICS and not _SAYS_SO.search(text[:_HEAD]):
        return said("标题没有写明法治政府建设报告，正文只涉及{topics}类法治政府建设事项", topics=topics)
    if len(text) < _ENOUGH_CHARACTERS:
        return said("全文只有{count}字，不足一份年度报告", count=len(text))
    return None

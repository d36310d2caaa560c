"""Whether a text looks like a yearly report on the rule-of-law government, and what it looks like instead."""

from __future__ import annotations

import re

from scorer.structure.title import SUBJECT

__all__ = ["is_plan", "other_genre"]

_OTHER_TITLES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"政府工作报告"), "政府工作报告"),
    (re.compile(r"(?:实施)?方案(?:（.*）)?$"), "方案"),
    (re.compile(r"(?:规划|纲要)(?:（.*）)?$"), "规划纲要"),
    (re.compile(r"(?:计划|要点|安排|重点任务|任务分工|任务清单)(?:（.*）)?$"), "工作计划"),
    (re.compile(r"(?:通知|通报|意见|批复|函|公告|决定)$"), "公文（通知、意见等）"),
    (re.compile(r"(?:办法|规定|条例|细则|制度)(?:（.*）)?$"), "规范性文件"),
    (re.compile(r"述职|述法|述廉"), "个人述职述法报告"),
    (re.compile(r"政府信息公开.{0,8}年度报告"), "政府信息公开年度报告"),
)
_PLANS = "(?:要点|计划|方案|规划|纲要|实施意见|工作安排|重点任务|任务分工|任务清单)(?:（[^（）]{1,30}）)?"
_PLAN_TITLE = re.compile(rf"{_PLANS}$|{_PLANS}》?的通知$")
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
_ENOUGH_CHARACTERS = 150


def is_plan(title: str | None) -> bool:
    """Whether the title is that of a plan (要点, 计划, 方案, 规划): its sentences tell what is to be done.

    >>> is_plan("某县2022年法治政府建设工作要点"), is_plan("2021年工作情况和2022年工作计划的报告")
    (True, False)
    """
    return title is not None and bool(_PLAN_TITLE.search(title)) and not _TELLS.search(title)


def other_genre(title: str | None, text: str) -> str | None:
    """In Chinese why the text does not look like a yearly report, None when it does."""
    titled = title is not None and bool(SUBJECT.search(title)) and bool(_TELLS.search(title))
    for pattern, name in _OTHER_TITLES:
        if title and pattern.search(title) and not (titled and name.startswith(("公文", "工作计划"))):
            return f"标题“{title[:40]}”像是{name}"
    if _DEPUTIES.search(text[:3000]):
        return "开头称“各位代表”，像是向人民代表大会所作的政府工作报告"
    if not titled and _NEWS.search(text[:3000]):
        return "正文像是新闻稿"
    topics = sum(1 for topic in _TOPICS if topic in text)
    if not titled and topics < _ENOUGH_TOPICS:
        return f"标题没有写明法治政府建设报告，正文只涉及{topics}类法治政府建设事项"
    if len(text) < _ENOUGH_CHARACTERS:
        return f"全文只有{len(text)}字，不足一份年度报告"
    return None

"""What is only learnt, taught or on the table: the names of laws and papers, the subjects of a course, of a meeting.

- 学习《行政复议法》: 行政复议 is a part of the law's name; the whole name may count.
- 培训内容包括案卷评查、复议应诉等: what was taught was not done.
- 研究普法宣传、执法改革等重点工作: what a meeting was about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.i18n import mark
from scorer.structure.sentences import Stretch
from scorer.structure.words import either

__all__ = ["find_studies"]

# 推动《甲法》《乙法》《丙法》贯彻落实: the names of laws in a row tell none of their matters.
_LAWS_IN_A_ROW = re.compile(r"(?:《[^《》\n]{1,40}(?:(?<!办)法|法典|条例)》[、和及与]?){3,12}")
_STUDY = re.compile(
    either(
        "学习 收看 观看 宣传 宣讲 解读 培训 普及 研读 辅导 讲解 授课 讲座 领学 自学 学法 测试 考试 知识竞赛 送法"
    )
)
# 落实 and 贯彻 carry a plan out, 学习 does not.
_CARRIED_OUT = re.compile("贯彻|落实|实施|执行|按照|对照")
_PLAN = re.compile(
    r"《(?P<name>(?![^《》]{0,40}习近平)[^《》\n]{2,40}(?:纲要|规划|方案|要点)(?:（[^（）《》]{1,20}）)?)》"
)
# 培训围绕案卷评查、复议应诉等内容展开: what was taught is no deed, but what is learnt of the rule of law itself is one.
_SUBJECTS = re.compile(
    f"(?:{either('内容 课程 试题 讲座 培训 考试 测试 授课 宣讲 辅导')})[^，；。、《》\\d]{{0,10}}?(?:围绕|涉及|包括|涵盖|包含|就)"
    "(?=[^；。]{0,120}[、，][^；。]{0,120})(?P<list>[^；。]{4,160})(?:等|(?<!内容)(?<!方面)(?<!主题)(?:展开|进行了?(?:讲解|解读|授课|培训)|$))"
)
# 研究普法宣传、执法改革等重点工作: what was on the table; the rule of law itself on the table is a deed.
_AGENDA = re.compile(
    f"(?:{either('研究 审议 讨论 调度 会商')})了?(?=[^；。]{{0,120}}、)(?P<list>[^；。《》\\d]{{4,120}}?)等"
    f"[^，；。、]{{0,4}}?(?:{either('重点工作 重点任务 重点问题 重大问题 难点问题 难题 事项 议题')})"
)
_ITEM = re.compile("[^、，；。]{2,40}")
_LEARNT = re.compile("法治|宪法|民法典|依法行政|学法|普法|《")
_DECIDED = re.compile("法治|宪法|依法行政|学法|《")
# What is taught may be any paper; a law is named for the law, and 习近平法治思想 is the very matter of what is learnt.
_PAPER = re.compile(
    r"《(?P<name>(?![^《》]{0,40}(?:习近平|法治思想))[^《》\n]{2,60}(?<!法)(?<!法典)(?<!条例))》"
)
_COURSE = re.compile(
    r"(?:[、和及与]?《[^《》\n]{2,60}》){0,8}等?(?:文件|制度|规定|内容|知识)?的?(?:专题|业务|专项|集中|全员)?(?:培训|讲座|宣讲|授课|辅导)(?!办法|制度|计划|方案)"
)
_TITLES = re.compile("(?:《[^《》\n]{2,60}》[、和及与]?){1,12}$")
_LAW = re.compile(r"《(?P<name>[^《》\n]{2,60}(?:(?<!办)法|法典|条例))(?:（[^（）《》]{1,20}）)?》")
_ROW = 400  # characters before a title over which others stand in a row with it
_REACH = 60  # characters before a law's name in which the verb of study stands


def find_studies(text: str) -> Iterator[tuple[Stretch, str]]:
    """Places in folded text with, in Chinese, what they are."""
    for found in _LAWS_IN_A_ROW.finditer(text):
        for name in _LAW.finditer(text, *found.span()):
            if not _studied(text, name.start()):  # else it is told below
                start, end = name.span("name")
                yield (start, end - 1), mark("所学法律名称的一部分")
    for found in _AGENDA.finditer(text):
        for place in _taught_only(text, *found.span("list"), but=_DECIDED):
            yield place, mark("只是会议的议题")
    for found in _SUBJECTS.finditer(text):
        for place in _taught_only(text, *found.span("list")):
            yield place, mark("只是培训或考试的内容")
    for found in _LAW.finditer(text):
        if _studied(text, found.start()):
            start, end = found.span("name")
            yield (start, end - 1), mark("所学法律名称的一部分")
    for found in _PAPER.finditer(text):
        if _taught(text, found.end()):
            yield found.span("name"), mark("只是培训的题目")
    for found in _PLAN.finditer(text):
        if _studied(text, found.start()) and not _CARRIED_OUT.search(_before(text, found.start())):
            yield found.span("name"), mark("只是学习的文件")


def _taught_only(text: str, start: int, end: int, but: re.Pattern[str] = _LEARNT) -> Iterator[Stretch]:
    """The whole list of subjects, or item by item where one of them is the rule of law itself (``but``)."""
    if not but.search(text, start, end):
        yield start, end
        return
    for item in _ITEM.finditer(text, start, end):
        if not but.search(item[0]):
            yield item.span()


def _studied(text: str, at: int) -> bool:
    """Whether a verb of study governs what is named at ``at``: in its clause, before it and the titles beside it."""
    return _STUDY.search(_before(text, at)) is not None


def _taught(text: str, end: int) -> bool:
    """Whether what is named before ``end`` is the subject of a course: 《执法行为指引》《十项禁令》专题培训."""
    return _COURSE.match(text, end, end + _ROW) is not None


def _before(text: str, at: int) -> str:
    """The words of a clause before a title and before those that stand in a row with it."""
    beside = _TITLES.search(text, max(0, at - _ROW), at)
    start = beside.start() if beside else at
    return re.split("[，；。：\n]", text[max(0, start - _REACH) : start])[-1]

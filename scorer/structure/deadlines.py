"""What is due and who is to do it: 年底前完成……, ……（区司法局牵头）, 完成时间：2025年5月.

A deadline is no date of a deed, and a report tells deeds by deadlines as well (6月底前全部完成清理). So a deadline
tells a plan only where nothing beside it is counted or told as done, and where it does not lie behind the year that
is reported: who reports on 2021 looks back on 2021年6月底前, and on a bare 6月底前 too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scorer.patterns import lazily
from scorer.structure.words import blank_names, either

__all__ = ["deadline_cue", "names_charge", "told_as_done"]

_DAY = r"\d{1,2}月(?:\d{1,2}日|[底末]|[上中下]旬)?"
_WHEN = rf"(?P<when>(?:(?P<year>20\d\d)年|今年|本年)?(?:{_DAY}|[一二三四]季度末?|(?<=年)[底末]|年[底末])(?:之|以)?前)"
# What is to be done by then, after those who may be told to do it; 完成的清单 is a thing and no task.
_WHAT = (
    "(?:各[^，；]{1,8}?)?(?:力争|确保|务必|统一|全面|逐步|努力|对外|向社会)?"
    + either(
        "完成 实现 编制 制定 出台 公布 公开 印发 发布 建成 建立 达到 上线 运行 开展 组织 推进 推行 启动 清理 修订 报 报送 上报 提请 提交 落实 "
        "取消 形成 做到 配齐 配备 设立 成立 挂牌 投用 到位 办结 基本实现 基本建成 基本形成"
    )
    + "(?!的)"
)
_DUE = lazily(rf"{_WHEN}(?:(?P<alone>，)$|(?:我[省市县区州旗镇乡])?{_WHAT})")
_DOES = lazily(_WHAT)
# 按照年底前完成的要求, 对2022年底前的文件, 每年年底前, 提前在6月底前, 已于5月底前: before a deadline these make it none.
_NO_DEADLINE = lazily(r"[按对将把每比超早]|清理|提前|赶在|截至|截止|要求|自\d|(?<!力)争取")
_YEAR_END = lazily("年[底末](?:之|以)?前")
_TOLD = lazily(
    r"已|了(?!解)|均|累计|先后|共\d|截至|如期|提前|顺利|圆满|随即|同步|全部(?:完成|办结|挂牌|到位|整改|清理|建成)|基本完成|完成率"
    r"|\d(?:\.\d{1,6})?(?:余|多|万|亿){0,2}(?:[件次人家份项个起场条名期户部处支所台辆册篇宗元]|人次)(?!以上|工作日)"
)
_AIMED = lazily("(?<!有效)(?:确保|力争|努力)(?!了)[^，；。]*")  # 确保如期完成 tells what is aimed at
_REACH = 12  # clauses from a deadline on in which it may be told that it was kept
_UNIT = "(?:牵头|责任|主办|配合|负责)(?:单位|部门|科室|领导|人)"
# ……（区司法局牵头，各单位配合）, 责任单位：各镇街, 完成时限：5月底: the last words of a task that is handed out.
_CHARGE = lazily(
    r"（(?![由经])[^（）]{2,60}?(?:牵头|负责)(?:负责|落实|实施|组织|办理)?(?:[，、；][^（）]{1,80})?）(?=[。；]|$)"
    rf"|(?<![^。；，（])(?:{_UNIT}|完成(?:时间|时限|期限))(?:为|是)?："
)


def deadline_cue(
    clauses: Sequence[str], new_segment: Sequence[bool], index: int, year: int | None
) -> str | None:
    """The deadline that a clause sets; None where it sets none, or where its segment tells what was done.

    ``year`` is the year reported, None when it is not known.

    >>> deadline_cue(["5月底前完成清理。"], [True], 0, None), deadline_cue(["5月底前完成了清理。"], [True], 0, None)
    ('5月底前', None)
    """
    clause = blank_names(clauses[index])
    found = _DUE.search(clause) if "前" in clause else None
    if found is None or _NO_DEADLINE.search(clause, 0, found.start()):
        return None
    if year is not None and not _ahead(found, year):
        return None
    if found["alone"] and not _DOES.match("".join(clauses[index + 1 : index + 2])):
        return None  # 8月底前，我县机构改革全面落地
    return None if told_as_done(_rest(clauses, new_segment, index)) else found["when"]


def _ahead(found: re.Match[str], year: int) -> bool:
    """Whether the deadline may lie ahead of one who reports on ``year``: the end of an unnamed year, or of a later one."""
    named = found["year"]
    return int(named) > year if named else _YEAR_END.search(found["when"]) is not None


def _rest(clauses: Sequence[str], new_segment: Sequence[bool], index: int) -> str:
    """The words of the segment from the clause on, as far as a deadline reaches."""
    end = index + 1
    while end < min(len(clauses), index + _REACH) and not new_segment[end]:
        end += 1
    return "".join(clauses[index:end])


def told_as_done(words: str) -> bool:
    """Whether the words count or tell something as done.

    >>> told_as_done("全部完成清理"), told_as_done("废止文件12件"), told_as_done("实现100%网上受理")
    (True, True, False)
    """
    return _TOLD.search(_AIMED.sub("", words)) is not None


def names_charge(sentence: str) -> bool:
    """Whether the sentence names who is to do what it says, or until when.

    >>> names_charge("公布清单。（区司法局牵头）"), names_charge("由区司法局牵头，公布清单。")
    (True, False)
    """
    return ("）" in sentence or "：" in sentence) and _CHARGE.search(sentence) is not None

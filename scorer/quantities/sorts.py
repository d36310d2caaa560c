"""Sorts of parts: whether the labels of numbers say that they exclude each other, or that they may overlap."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scorer.quantities.facts import Fact
from scorer.quantities.model import Kind

__all__ = [
    "adds_up",
    "ends_of_cases",
    "exclude_each_other",
    "is_closed",
    "is_outcome",
    "of_one_sort",
    "outcomes_of_all",
    "overlap",
    "stages_of",
]

# Stages of one procedure overlap: 受理 61 and 办结 57 of 67 are no parts of a sum.
_STAGES = re.compile(
    r"办结|审结|结案|受理|立案|成功|整改|完成|履行到位|化解|回访|答复|反馈|达标|合格|通过|联合"
)
# Traits overlap as well: one case can be 涉企 and 重大 at once, one item 可网办 and 即办.
_TRAITS = re.compile(
    r"涉企|涉农|涉民生|重大|疑难|复杂|群体性|典型|优秀|党员|女性|妇女|青年|青少年|未成年|农民工|老年人|残疾|退役军人|重点|持证|本科"
    r"|网上?办|即办|跑一次|不见面|全程|就近|马上办|一次办|零跑|容缺|承诺|高频|通办"
)
# Words that split a whole between them: parts that hold different words of one row leave nothing out twice.
_ROWS = (
    ("线上", "线下"),
    ("民事", "刑事", "行政"),
    ("国内", "涉外", "涉港澳", "涉台"),
    (
        "省级",
        "市级",
        "市直",
        "市本级",
        "区级",
        "区直",
        "县级",
        "县直",
        "乡镇",
        "镇级",
        "乡级",
        "街道",
        "村级",
        "县区",
        "区县",
        "县市",
        "各县",
        "各区",
        "社区级",
    ),
    ("减税", "降费"),
    ("城市", "城镇", "农村", "乡村"),
    ("上半年", "下半年"),
    ("男", "女"),
    ("来信", "来访", "来电", "网上"),
    ("专职", "兼职"),
    ("建议", "提案"),
    ("简易程序", "普通程序", "一般程序"),
    ("听证会", "座谈会", "论证会", "恳谈会"),
    ("新增", "存量", "结转"),
    ("主动公开", "依申请公开"),
)
_OUTCOMES = re.compile(r"维持|撤销|变更|确认违法|驳回|终止|撤回|撤诉|调解|责令履行|胜诉|败诉|责令重作|和解")
_SHORT = 4
_UPHELD = re.compile(r"维持|驳回")
_CLOSED = re.compile(r"审结|办结|结案")
# Courts are won or lost whatever the ruling was, and a case that ended was withdrawn or settled.
_VERDICTS = re.compile(r"胜诉|败诉")
_ENDED = re.compile(r"终止")
_WAYS_TO_END = re.compile(r"撤回|撤诉|调解|和解")
# What is quashed may have to be done again, and a case that was settled is withdrawn.
_QUASHED, _DONE_AGAIN = re.compile(r"撤销|违法"), re.compile(r"责令")
_WITHDRAWN, _SETTLED = re.compile(r"撤回|撤诉"), re.compile(r"调解|和解")
# Cases that somebody decides, so that each of them ends in one way.
_DECIDED = re.compile(r"(?:复议|应诉|诉讼)(?:案件|案)?$")
# Rates, marks and averages are not made of those of their parts.
_RATES = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.MULTIPLE, Kind.RANK})
_MARKS = frozenset({"分", "个百分点"})
_AVERAGE = re.compile(r"[平人户日月年]均")
# One village can be a model of the city and of the province.
_HONOURS = re.compile(r"示范|先进|文明|标杆|荣誉|称号|品牌|星级")
# Mediation as work of its own, and no way in which one of the closed cases ended.
_MEDIATION = re.compile(r"(?:人民|行政|司法)调解|调解(?:各类|矛盾|纠纷)")
# 行政 beside 民事 and 刑事 is a sort of case; these are other work, that a list may go on with.
_OTHER_WORK = re.compile(
    r"行政(?:复议|应诉|处罚|许可|执法|检查|强制|裁决|规范|措施|审批|调解)|^(?:办理|审理|审查|审核|受理|开展|组织|举办|召开|制定|培训|提供|化解)"
)


def is_outcome(part: Fact) -> bool:
    """Whether the label says how a case ended."""
    return _OUTCOMES.search(part.label) is not None


def adds_up(whole: Fact) -> bool:
    """Whether the number counts, so that it can have parts: a rate of 90 % may well be 95 % somewhere."""
    quantity = whole.quantity
    return quantity.kind not in _RATES and quantity.unit not in _MARKS and not _AVERAGE.search(whole.label)


def is_closed(whole: Fact) -> bool:
    """Whether the label speaks of cases that have ended."""
    return _CLOSED.search(whole.label) is not None


def overlap(parts: Sequence[Fact]) -> bool:
    """Whether some part is a trait (重点企业, 党员) that other parts may share; 男性 and 女性 share nothing."""
    return any(_TRAITS.search(part.label) for part in parts) and not _are_sexes(parts)


def _are_sexes(parts: Sequence[Fact]) -> bool:
    return len(parts) == 2 and _members(parts, ("男", "女")) == 2


def outcomes_of_all(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether closed cases are told by how they ended, three ways at least, with those that were upheld."""
    return (
        len(parts) >= 3
        and is_closed(whole)
        and any(_UPHELD.search(part.label) for part in parts)
        and all(is_outcome(part) for part in parts)
        and _are_apart(parts)
    )


def stages_of(parts: Sequence[Fact]) -> set[str]:
    """The words for steps of a procedure in the labels."""
    return {match.group() for part in parts if (match := _STAGES.search(part.label))}


def of_one_sort(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether all parts are kinds of one noun (涉外公证 of 各类公证), halves of one row, or all named in the whole."""
    if _in_one_row(whole, parts) or _named_in(whole, parts):
        return True
    noun = parts[0].label[-2:]
    if len(noun) == 2 and all(fact.label.endswith(noun) for fact in (whole, *parts)):
        return True
    short = all(2 <= len(part.label) <= _SHORT for part in parts)  # 合伙所, 个人所 of 律师事务所
    return short and all(fact.label[-1:] == noun[-1:] for fact in (whole, *parts))


def exclude_each_other(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether the labels alone, without 共, make a whole of the parts: outcomes of closed cases, or one row."""
    if overlap(parts):
        return False
    if is_closed(whole) and all(is_outcome(part) for part in parts):
        return _are_apart(parts)
    if stages_of(parts) or any(_OTHER_WORK.search(part.label) for part in parts[1:]):
        return False
    return _in_one_row(whole, parts) or _named_in(whole, parts)


def ends_of_cases(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether the parts are ways in which cases of review or court ended; behind 其中 each case is one of them."""
    return (
        _DECIDED.search(whole.label) is not None
        and all(is_outcome(part) for part in parts)
        and _are_apart(parts)
    )


def _are_apart(outcomes: Sequence[Fact]) -> bool:
    """Whether no outcome can be another one's reason: 终止 with 撤回, 胜诉 with 驳回."""
    verdicts = sum(_VERDICTS.search(part.label) is not None for part in outcomes)
    ended = any(_ENDED.search(part.label) for part in outcomes)
    ways = any(_WAYS_TO_END.search(part.label) for part in outcomes)
    mediation = any(_MEDIATION.search(part.label) for part in outcomes)
    twice = any(
        any(one.search(part.label) for part in outcomes)
        and any(other.search(part.label) for part in outcomes)
        for one, other in ((_QUASHED, _DONE_AGAIN), (_WITHDRAWN, _SETTLED))
    )
    return verdicts in {0, len(outcomes)} and not (ended and ways) and not mediation and not twice


def _named_in(whole: Fact, parts: Sequence[Fact]) -> bool:
    return all(len(part.label) >= 2 and part.label in whole.label for part in parts)


def _in_one_row(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether the labels hold different words of one row, one each."""
    if _HONOURS.search(whole.label):
        return False
    return any(_members(parts, row) == len(parts) for row in _ROWS)


def _members(parts: Sequence[Fact], row: Sequence[str]) -> int:
    """How many different words of a row the labels of the parts hold, one each."""
    if not any(word in parts[0].label for word in row):
        return 0
    return len({next((word for word in row if word in part.label), part.label) for part in parts} & set(row))

"""Which words that stand near each other prove something together, and whether a number among them counts them."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.framework.model import Near
from scorer.matching import Hit, near
from scorer.patterns import lazily
from scorer.quantities import COUNTERS
from scorer.structure.model import Report
from scorer.text import Span

__all__ = ["FARTHEST", "together"]

# Words farther apart than this many characters prove nothing together, however long their sentence is.
FARTHEST = 500

# 组织全市26家成员单位召开……培训会: who is called, how many, and to what.
_NEARBY = 16
_CALLED = lazily("(?:组织|召集|邀请|通知|召开)[^，；。]{0,12}$")
_ATTENDING = lazily("[^，；。]{0,10}?(?:召开|参加|参训|参会|举办|出席|观摩|旁听)")
_EVENT = lazily("培训|会|考试|学|讲|旁听|观摩|宣传|活动|演练|竞赛")


def together(report: Report, pair: Near, columns: Sequence[Sequence[Hit]]) -> tuple[tuple[Hit, ...], ...]:
    """The places where one hit of each column, those of the positions of a pair, stand together and may prove it."""
    if not columns or not all(columns):
        return ()
    return tuple(
        place.hits
        for place in near(columns, report, pair.within, order=_in_order(pair))
        if place.end - place.start <= FARTHEST and _may_count(report, place.hits)
    )


def _in_order(pair: Near) -> bool:
    """Whether two positions take the same words: then only their order can tell them apart (份 + 文件 + 份)."""
    return len(set(pair.words)) < len(pair.words)


def _may_count(report: Report, hits: Sequence[Hit]) -> bool:
    """Whether a number of the combination may count its words: 决策5项，审查合同 does not count 合同.

    What follows a word may be its result (排查合同，发现问题4个); what stands in a clause before all of them is
    the number of something else.
    """
    words = [hit for hit in hits if hit.phrase not in COUNTERS]
    numbers = [hit for hit in hits if hit.phrase in COUNTERS]
    if not words or not numbers:
        return True
    if not any(_EVENT.search(word.phrase) for word in words):
        numbers = [number for number in numbers if not _attends(report, number)]
    first = min(word.start for word in words)
    clauses = [report.clause_at(number.start) for number in numbers]
    return any(clause is None or first < clause.end for clause in clauses)


def _attends(report: Report, number: Hit) -> bool:
    """Whether a number counts those who were called to an event: 组织26家单位召开培训会 inspects nobody."""
    view = report.view
    start, end = view.within(Span(number.start, number.end))
    return bool(
        _CALLED.search(view.text, max(0, start - _NEARBY), start)
        and _ATTENDING.match(view.text, end, end + _NEARBY)
    )

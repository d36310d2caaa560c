"""Rows of numbers: those behind a whole, in its bracket, joined by one mark, or adding up to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from scorer.quantities.facts import NEIGHBOURS, Fact, Spread, same_measure

__all__ = [
    "OPENING",
    "RUN_ENDS",
    "alike",
    "enumerated",
    "goes_on",
    "in_bracket",
    "longest_fit",
    "one_mark",
    "run_behind",
]

OPENING = "（("
RUN_ENDS = re.compile(r"[。；;]")
_BRACKETS = re.compile(r"[（(）)]")
_MARKS = frozenset("、，,和")
_SUMMED_UP = re.compile(r"[，,、 ]*(?:共计|合计|总计|共)")


def in_bracket(text: str, whole: Fact, behind: Sequence[Fact], end: int) -> list[Fact]:
    """The numbers in the bracket right behind a whole, without those in a bracket inside; none if it stays open."""
    inside: list[Fact] = []
    depth = next_one = 0
    for mark in _BRACKETS.finditer(text, whole.quantity.end, end):
        while next_one < len(behind) and behind[next_one].quantity.end <= mark.start():
            if depth == 1:
                inside.append(behind[next_one])
            next_one += 1
        depth += 1 if mark.group() in OPENING else -1
        if not depth:
            return inside
    return []


def run_behind(text: str, whole: Fact, behind: Sequence[Fact], start: int | None = None) -> list[Fact]:
    """The numbers behind a whole that count in its unit, up to the first that does not, or the end of the run.

    What stands in brackets behind a part is that part's own, and 共计 says the whole once more.
    """
    parts: list[Fact] = []
    last = whole.quantity.end if start is None else start
    depth = 0
    for fact in behind:
        if RUN_ENDS.search(text, last, fact.quantity.start):
            break
        if parts and _SUMMED_UP.fullmatch(text, last, fact.quantity.start):
            break
        for mark in _BRACKETS.finditer(text, last, fact.quantity.start):
            depth = depth + 1 if mark.group() in OPENING else max(0, depth - 1)
        last = fact.quantity.end
        if depth:
            continue
        if same_measure((whole, fact)):
            parts.append(fact)
        elif parts:
            break
    return parts


def alike(text: str, parts: Sequence[Fact]) -> list[Fact]:
    """The first parts as long as one mark stands between them: behind 民事70件、刑事60件， begins something else."""
    row = list(parts[:1])
    mark = ""
    for part in parts[1:]:
        here = text[row[-1].quantity.end : part.quantity.start].lstrip()[:1]
        if here not in _MARKS or (mark and here != mark):
            break
        mark = here
        row.append(part)
    return row


def one_mark(text: str, parts: Sequence[Fact]) -> bool:
    """Whether one mark joins all parts: behind 国家级2个、省级8个， begins something else."""
    gaps = [text[one.quantity.end : other.quantity.start] for one, other in pairwise(parts)]
    return len({next((mark for mark in gap if mark in _MARKS), "") for gap in gaps}) == 1


def enumerated(text: str, parts: Sequence[Fact]) -> Sequence[Fact]:
    """The first part, and those that 、 alone joins to it: each of them is of the same whole."""
    count = 1
    while (
        count < len(parts) and text[parts[count - 1].quantity.end : parts[count - 1].quantity.end + 1] == "、"
    ):
        count += 1
    return parts[:count]


def goes_on(parts: Sequence[Fact], around: Sequence[Fact], edge: int) -> bool:
    """Whether the parts reach that edge of the numbers looked at, so that there may be more of them."""
    return len(around) == NEIGHBOURS and parts[edge] is around[edge]


def longest_fit(run: Sequence[Fact], whole: Fact) -> Sequence[Fact]:
    """The most numbers at the end of the run, two at least, that can add up to the whole."""
    fitting: Sequence[Fact] = ()
    found = Spread()
    for first in range(len(run) - 1, -1, -1):
        found = found.plus(run[first])
        if found.low > whole.high:
            break
        if found.may_be(whole) and len(run) - first >= 2:
            fitting = run[first:]
    return fitting

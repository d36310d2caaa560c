"""The number next to a word: each count to its nearest noun."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from scorer.quantities.binding import bind, suits
from scorer.quantities.connectors import HARD_STOPS, only_fillers
from scorer.quantities.model import Quantity
from scorer.quantities.owners import belongs_elsewhere, holds_now, in_a_row

__all__ = ["near_quantity"]

_AFTER = 20  # characters of other words between the word and a number behind it
_BEFORE = 20  # ... and a number before it: the people first, then what they did
_SIDE_BY_SIDE = 4  # numbers in a row: 发放贷款45笔14.41亿元
_Found = tuple[int, Quantity] | None  # the distance in characters comes first
_CLAUSE_ENDS = frozenset("，,：:") | HARD_STOPS


def near_quantity(
    text: str, word_span: tuple[int, int], quantities: Sequence[Quantity], units: Collection[str]
) -> Quantity | None:
    """The number with one of the units that stands next to a word, before or after it in its clause.

    Another number between, or a clause with a noun of its own, ends the search: each clause keeps
    its own number. A following clause counts when it begins with nothing but connecting words
    (收到申请，共24件). ``quantities`` are in the order of the text. None when there is no such number.
    """
    start, end = word_span
    if "%" in units:  # rates come in lists and in pairs, where the nearest is not the right one
        bound = bind(text, [word_span], quantities, units)
        if bound and bound[0].how != "all":
            return bound[0].quantity
    after, before = _after(text, start, end, quantities, units), _before(text, start, quantities, units)
    if after is None or before is None:
        found = after or before
        return found[1] if found else None
    return before[1] if before[0] < after[0] else after[1]


def _after(text: str, start: int, end: int, row: Sequence[Quantity], units: Collection[str]) -> _Found:
    first = bisect_left(row, end, key=lambda quantity: quantity.start)
    behind = row[first : first + _SIDE_BY_SIDE]
    if not behind:
        return None
    gap = text[end : behind[0].start]
    counted = first > 0 and row[first - 1].end == start
    if belongs_elsewhere(text, start, end, behind[0], counted=counted):
        return None
    distance = len(gap)
    if _CLAUSE_ENDS.intersection(gap):
        noun, _, tail = gap.replace(",", "，").partition("，")
        if HARD_STOPS.intersection(gap) or not only_fillers(tail) or len(noun) > _AFTER:
            return None
        distance = len(noun) + _AFTER
    elif distance > _AFTER or "、" in gap[4:]:
        return None
    for i, quantity in enumerate(behind):
        if i and not in_a_row(text, behind[i - 1], quantity):
            return None
        if suits(quantity, units):
            return distance, holds_now(text, row, first + i)
    return None


def _before(text: str, start: int, row: Sequence[Quantity], units: Collection[str]) -> _Found:
    index = bisect_right(row, start, key=lambda quantity: quantity.end) - 1
    if index < 0 or not suits(row[index], units):
        return None
    gap = text[row[index].end : start]
    if len(gap) > _BEFORE or _CLAUSE_ENDS.intersection(gap) or "、" in gap:
        return None
    return len(gap), row[index]

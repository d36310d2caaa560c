"""Which number belongs to which name.

A number belongs to the name it stands next to; what may stand between is a short list of connecting words
(see connectors), for counts also a short noun. A value may be shared by a list of names, several values may
follow several names in order. Nothing is bound across 。 and ；, and across ， only when a verb or a share
follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from scorer.quantities.connectors import (
    CHANGES,
    HARD_STOPS,
    NO_NOUN,
    SEPARATORS,
    is_rate_name,
    only_fillers,
    split_fillers,
    without_brackets,
)
from scorer.quantities.coverage import all_of_them
from scorer.quantities.fronts import counts_what_follows
from scorer.quantities.levels import stated
from scorer.quantities.model import Binding, Kind, Quantity
from scorer.quantities.owners import belongs_elsewhere, holds_now, in_a_row
from scorer.quantities.shares import share_follows, tells_share, those_with
from scorer.quantities.units import unit_matches
from scorer.text import Span

__all__ = ["bind", "suits"]

_OWNING = frozenset({"after", "before"})  # ways that leave the number to one name; lists share theirs
_REACH = 48  # characters between a name and its number, list included
_NOUN = 12  # characters of a noun between a name and its count
_COMMAS = "，,"
# 出庭率偏低，仅为45%: how a rate is called stands between it and its number.
_JUDGED = re.compile("(?:仍然?|还|依然|总体|整体|普遍)?(?:[偏较过很]低|[偏较过很]高|不[高低])")
_CHANGE_WORDS = tuple(sorted(CHANGES))
_NEW_DEED = re.compile(r"[、和及与](?:对|将|把|就)")  # 对3件不予处罚、对5件减轻处罚 is no list of names
_AMONG = re.compile(r"(?:当?中|之中)的?(?:已|共|有)?")


def suits(quantity: Quantity, units: Collection[str]) -> bool:
    """Whether a quantity may answer to one of ``units`` (none given: any); ordinals never may."""
    if quantity.kind is Kind.ORDINAL:
        return False
    return not units or any(unit_matches(unit, quantity) for unit in units)


def bind(
    text: str,
    names: Sequence[tuple[int, int]],
    quantities: Sequence[Quantity],
    units: Collection[str],
    *,
    stops: Sequence[int] = (),
) -> tuple[Binding, ...]:
    """The numbers of ``quantities`` that belong to the names, in the order of the names.

    ``text`` is one sentence (or segment) of a folded view; ``names`` are spans in it, ``quantities`` what
    :func:`find_quantities` gave for it, ``units`` what may be bound, ``stops`` are positions that no binding
    may reach across. A name inside a longer name is passed over, and of two names the nearer one keeps a
    number that is not shared.
    """
    sentence = _Sentence(text, sorted(quantities, key=lambda quantity: quantity.start), units, sorted(stops))
    claims: list[tuple[int, Binding]] = []
    nearest: dict[Span, int] = {}
    reached = -1
    for start, end in sorted(set(names), key=lambda name: (name[0], -name[1])):
        inside, reached = end <= reached, max(reached, end)
        claim = None if inside or start >= end else sentence.claim(start, end)
        if claim is not None:
            claims.append(claim)
            if claim[1].how in _OWNING:
                span = claim[1].quantity.span
                nearest[span] = min(claim[0], nearest.get(span, claim[0]))
    return tuple(
        binding
        for distance, binding in claims
        if binding.how not in _OWNING or distance <= nearest[binding.quantity.span]
    )


class _Sentence:
    """The text of one sentence with its quantities, asked name by name."""

    def __init__(
        self,
        text: str,
        quantities: Sequence[Quantity],
        units: Collection[str],
        stops: Sequence[int],
    ) -> None:
        self.text = text
        self.quantities = quantities
        self.starts = [quantity.start for quantity in quantities]
        self.ends = [quantity.end for quantity in quantities]
        self.units = units
        self.stops = stops

    def claim(self, start: int, end: int) -> tuple[int, Binding] | None:
        """The number that the name ``text[start:end]`` claims, with its distance (0 is next to it)."""
        after, before = self._after(start, end), self._before(start, end)
        best = before if after is None or (before is not None and before[0] < after[0]) else after
        if after is not None and before is not None and self._among(end, after[1], before[1]):
            best = after
        if best is None:
            whole = self._covered(start, end)
            best = (0, whole, "all") if whole is not None else None
        if best is None:
            return None
        distance, quantity, how = best
        return distance, Binding(Span(start, end), quantity, how)

    def _covered(self, start: int, end: int) -> Quantity | None:
        if self.units and not self._wants_percent():
            return None
        whole = all_of_them(self.text, start, end)
        if whole is None or self._gap(min(end, whole.start), max(start, whole.end)) is None:
            return None
        return whole

    def _among(self, end: int, after: Quantity, before: Quantity) -> bool:
        """完成20项任务中的18项: of two numbers of one kind the part was done."""
        return after.unit == before.unit and _AMONG.fullmatch(self.text, end, after.start) is not None

    def _gap(self, start: int, end: int) -> str | None:
        """The words between two places, None when they are too far apart or something final lies between."""
        if not 0 <= end - start <= _REACH or bisect_right(self.stops, end) > bisect_right(self.stops, start):
            return None
        gap = self.text[start:end]
        return None if HARD_STOPS.intersection(gap) else gap

    def _after(self, start: int, end: int) -> tuple[int, Quantity, str] | None:
        index = bisect_left(self.starts, end)
        if index == len(self.quantities):
            return None
        name = self.text[start:end]
        level = not self._wants_percent() or is_rate_name(name)
        index, passed = stated(self.text, end, self.quantities, index, level=level)
        if index == len(self.quantities):
            return None
        first = self.quantities[index]
        gap = passed or self._gap(end, first.start)
        if gap is not None and self._is_period(first, gap) and index + 1 < len(self.quantities):
            index += 1
            first, period = self.quantities[index], first.text
            behind = self._gap(end, first.start)
            gap = None if behind is None else behind.replace(period, "", 1)
        counted = index > 0 and self.ends[index - 1] == start
        if gap is None or belongs_elsewhere(self.text, start, end, first, counted=counted):
            return None
        distance = self._distance(name, gap)
        if distance is None and self._wants_percent() and those_with(gap):
            return self._share(name, index, len(gap))
        if distance is None and self._wants_percent() and suits(first, self.units) and tells_share(name, gap):
            return len(gap), first, "after"
        if distance is not None:
            return (
                self._last_in_order(start, index)
                or self._side_by_side(index, distance)
                or self._share(name, index, distance)
            )
        return self._listed(start, gap, index)

    def _is_period(self, quantity: Quantity, gap: str) -> bool:
        """Whether the number only says for how long a rate has held: 连续三年保持100%."""
        return self._wants_percent() and quantity.kind is Kind.DURATION and gap.endswith(("连续", "持续"))

    def _distance(self, name: str, gap: str) -> int | None:
        """How far a number is from a name when nothing but connecting words and a short noun lie between."""
        percent = self._wants_percent()
        level = percent and is_rate_name(name)
        if any(comma in gap for comma in _COMMAS):
            head, _, tail = gap.replace(",", "，").rpartition("，")
            tail_fits = bool(tail) and only_fillers(tail, level=level)
            told = not head or (level and _JUDGED.fullmatch(head) is not None)
            return len(head) + 1 if tail_fits and told else None
        gap = without_brackets(gap)
        if only_fillers(gap, level=level):
            return 0
        if percent and gap.startswith("率") and not level and only_fillers(gap[1:]):
            return 0
        noun, fillers = split_fillers(gap)
        if level or len(noun) > _NOUN or noun in SEPARATORS or NO_NOUN.search(noun):
            return None
        if percent and not fillers.endswith(_CHANGE_WORDS):
            return None
        return len(noun)

    def _wants_percent(self) -> bool:
        return "%" in self.units

    def _side_by_side(self, index: int, distance: int) -> tuple[int, Quantity, str] | None:
        """The first fitting number of a row without words between: 1009项1829处, 45笔14.41亿元."""
        while index < len(self.quantities):
            quantity = self.quantities[index]
            if suits(quantity, self.units):
                return distance, self._current(index), "after"
            rest = self.quantities[index + 1 : index + 2]
            if not rest or not in_a_row(self.text, quantity, rest[0]):
                return None
            index += 1
        return None

    def _current(self, index: int) -> Quantity:
        return holds_now(self.text, self.quantities, index)

    def _share(self, name: str, index: int, distance: int) -> tuple[int, Quantity, str] | None:
        """NAME n次，占比p%: a count comes first, its share behind it."""
        if not self._wants_percent() or is_rate_name(name) or index + 1 >= len(self.quantities):
            return None
        count, share = self.quantities[index], self.quantities[index + 1]
        gap = self._gap(count.end, share.start)
        if gap is None or not share_follows(gap) or not suits(share, self.units):
            return None
        return distance + 1, share, "after"

    def _listed(self, start: int, gap: str, index: int) -> tuple[int, Quantity, str] | None:
        """A、B均为p: a value that a list shares; A、B分别为p、q: as many values as names, in their order.

        86件A和74件B is no list of names: the number behind 和 is that of the next.
        """
        rest, fillers = split_fillers(gap)
        if (
            not rest.startswith(SEPARATORS)
            or rest in SEPARATORS
            or any(comma in rest for comma in _COMMAS)
            or "：" in rest
        ):
            return None
        if _NEW_DEED.search(rest) or (self._wants_percent() and not (fillers or is_rate_name(rest))):
            return None
        values = self._row(index)
        if not values or not suits(values[0], self.units):
            return None
        if len(values) == 1:
            return len(gap), values[0], "shared"
        for separators in (SEPARATORS[1:2], SEPARATORS):
            left, right = self._left_items(start, separators), _count(rest, separators)
            if left + right + 1 == len(values):
                return len(gap), values[left], "ordered"
        return None

    def _last_in_order(self, start: int, index: int) -> tuple[int, Quantity, str] | None:
        """The last name of a list takes the last of as many values: B in A、B分别为p、q."""
        row = self._row(index)
        if len(row) == 1 or not suits(row[-1], self.units):
            return None
        if any(self._left_items(start, marks) + 1 == len(row) for marks in (SEPARATORS[1:2], SEPARATORS)):
            return 0, row[-1], "ordered"
        return None

    def _row(self, index: int) -> list[Quantity]:
        """The numbers of one unit that follow each other with nothing but separators: p%、q%."""
        row = [self.quantities[index]]
        for quantity in self.quantities[index + 1 : index + 12]:
            between = self.text[row[-1].end : quantity.start].strip()
            if between not in {*SEPARATORS, "，", ","} or quantity.unit != row[0].unit:
                break
            row.append(quantity)
        return row

    def _left_items(self, start: int, separators: tuple[str, ...]) -> int:
        """How many items of the list stand before the name, counted by their separators."""
        ahead = self.text[max(0, start - _REACH) : start]
        cut = max((ahead.rfind(mark) for mark in "，,。；;：:！？"), default=-1)
        return _count(ahead[cut + 1 :], separators)

    def _before(self, start: int, end: int) -> tuple[int, Quantity, str] | None:
        index = bisect_right(self.ends, start) - 1
        if index < 0:
            return None
        quantity = self.quantities[index]
        gap = self._gap(quantity.end, start)
        if gap is None or not suits(quantity, self.units):
            return None
        distance = counts_what_follows(quantity, gap, self.text[start:end], self.text[end : end + 2])
        return None if distance is None else (distance, self._current(index), "before")


def _count(words: str, separators: tuple[str, ...]) -> int:
    return sum(words.count(separator) for separator in separators)

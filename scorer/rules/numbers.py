"""The quantities of one report: by place, by unit, and as hits of their units."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from scorer.matching import EXACT, Hit
from scorer.quantities import any_answers_to, find_quantities
from scorer.quantities.model import Kind, Quantity
from scorer.structure.model import Report
from scorer.text import Span

__all__ = ["MOST_NUMBERS", "Number", "Numbers"]

# No sentence that people write holds this many numbers; a hostile one must not cost more than a long one.
MOST_NUMBERS = 500


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity of the report: ``quantity`` in offsets of ``report.view``, ``span`` in those of the text."""

    quantity: Quantity
    span: Span
    sentence: int


class Numbers:
    """What a report states in figures, found when it is first asked for."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._by_units: dict[tuple[str, ...], tuple[Number, ...]] = {}
        self._hits: dict[str, list[Hit]] = {}

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every quantity of the report, in offsets of ``report.view``."""
        return find_quantities(self._report.view.text)

    @cached_property
    def all(self) -> tuple[Number, ...]:
        """All quantities that stand in a sentence, in the order of the text, as far as :data:`MOST_NUMBERS`."""
        view = self._report.view
        found = []
        seen: Counter[int] = Counter()
        for quantity in self.quantities:
            span = view.span(quantity.start, quantity.end)
            sentence = self._report.sentence_at(span.start)
            if sentence is not None and seen[sentence] < MOST_NUMBERS:
                seen[sentence] += 1
                found.append(Number(quantity, span, sentence))
        return tuple(found)

    def with_units(self, units: tuple[str, ...]) -> tuple[Number, ...]:
        """The quantities with one of the units, or with any unit if none is named; never ordinals."""
        known = self._by_units.get(units)
        if known is None:
            stated = self._by_unit
            names = any_answers_to(units) if units else stated.keys() - {""}
            groups = [numbers for name, numbers in stated.items() if name in names]
            known = self._by_units[units] = tuple(sorted(chain.from_iterable(groups), key=_place))
        return known

    @cached_property
    def _by_unit(self) -> dict[str, list[Number]]:
        """The quantities by the name of their unit, without ordinals, which answer to none."""
        groups: dict[str, list[Number]] = {}
        for number in self.all:
            if number.quantity.kind is not Kind.ORDINAL:
                groups.setdefault(number.quantity.unit, []).append(number)
        return groups

    def hits(self, unit: str) -> list[Hit]:
        """The quantities that answer to a unit, as hits of it."""
        known = self._hits.get(unit)
        if known is None:
            within = self._report.loose.within
            known = self._hits[unit] = [
                Hit(unit, n.span.start, n.span.end, *within(n.span), n.sentence, EXACT, 100.0)
                for n in self.with_units((unit,))
            ]
        return known

    def inside(self, stretch: Span) -> tuple[Number, ...]:
        """The quantities that lie wholly inside ``stretch`` of the text."""
        first = bisect_left(self._starts, stretch.start)
        last = bisect_left(self._starts, stretch.end)
        return tuple(number for number in self.all[first:last] if number.span.end <= stretch.end)

    @cached_property
    def _starts(self) -> list[int]:
        return [number.span.start for number in self.all]


def _place(number: Number) -> tuple[int, int]:
    return number.quantity.start, number.quantity.end

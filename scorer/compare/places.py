"""Many places beside each other: who can be told apart, and what sets each apart from the others.

Totals come with an interval, for some items need a person. Two places whose intervals overlap cannot be told apart; a
*band* holds all places that hang together by such overlaps, so that the order of two bands is certain and the order within
one is not. Levels are ranked apart: a county has other items than a province.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from scorer.compare.model import Band, Deviation, OnlyOne, PlaceRow, Places
from scorer.framework.model import ItemKind
from scorer.rules.model import Status
from scorer.scoring.model import ItemRow, Scorecard, Total
from scorer.structure.model import Level

__all__ = ["beside"]

_SHARE = {Status.MET: Decimal(1), Status.PARTIAL: Decimal("0.5"), Status.UNMET: Decimal(0)}


def beside(cards: Sequence[Scorecard]) -> Places:
    """All cards beside each other, in the order given; the ranking is by level, the rest over all of them."""
    dimensions = _dimensions(cards)
    rates = tuple(tuple(_rate(card, identifier) for card in cards) for identifier, _ in dimensions)
    items = _items(cards)
    return Places(
        levels=_levels(cards),
        dimensions=dimensions,
        rates=rates,
        medians=tuple(_median(row) for row in rates),
        deviations=tuple(one for row in items for one in _deviations(row)),
        only=tuple(one for row in items for one in _only(row)),
        statuses=tuple(_statuses(row) for row in items),
    )


def _levels(cards: Sequence[Scorecard]) -> tuple[tuple[Level | None, tuple[Band, ...]], ...]:
    order: list[Level | None] = [*Level, None]
    found = []
    for level in order:
        members = [index for index, card in enumerate(cards) if card.report.level is level]
        if members:
            found.append((level, _bands(cards, members)))
    return tuple(found)


def _bands(cards: Sequence[Scorecard], members: Sequence[int]) -> tuple[Band, ...]:
    """Bands from the top: a new one begins where the next interval lies below all that were seen."""
    totals = {index: cards[index].total for index in members}
    ordered = sorted(members, key=lambda index: (-totals[index].high, -totals[index].points, index))
    groups: list[list[int]] = []
    lowest: Decimal | None = None
    for index in ordered:
        if lowest is None or totals[index].high < lowest:
            groups.append([])
            lowest = totals[index].low
        groups[-1].append(index)
        lowest = min(lowest, totals[index].low)
    field = _Field.of(totals.values())
    return tuple(
        Band(number, tuple(sorted((field.row(i, totals[i]) for i in group), key=_place_in_band)))
        for number, group in enumerate(groups, start=1)
    )


def _place_in_band(row: PlaceRow) -> tuple[int, int]:
    return row.rank, row.subject


@dataclass(frozen=True)
class _Field:
    """The totals of one level, sorted, so that a rank is a place in a list."""

    points: list[Decimal]
    lows: list[Decimal]
    highs: list[Decimal]

    @classmethod
    def of(cls, totals: Collection[Total]) -> _Field:
        return cls(*(sorted(getattr(total, name) for total in totals) for name in ("points", "low", "high")))

    def row(self, index: int, own: Total) -> PlaceRow:
        size = len(self.points)
        return PlaceRow(
            subject=index,
            rank=1 + size - bisect_right(self.points, own.points),
            best=1 + size - bisect_right(self.lows, own.high),
            worst=size - bisect_left(self.highs, own.low),
        )


def _dimensions(cards: Sequence[Scorecard]) -> tuple[tuple[str, str], ...]:
    """Ids and titles in the order of the framework; two versions of it may differ in a few."""
    found: dict[str, str] = {}
    for card in cards:
        for row in card.dimensions:
            found.setdefault(row.id, row.title)
    extra = {item.dimension for card in cards for item in card.items if item.kind in _EXTRA}
    return tuple((identifier, title) for identifier, title in found.items() if identifier not in extra)


_EXTRA = {ItemKind.BONUS.value, ItemKind.DEDUCTION.value}


def _rate(card: Scorecard, identifier: str) -> Decimal | None:
    return next((row.rate for row in card.dimensions if row.id == identifier), None)


def _median(row: Sequence[Decimal | None]) -> Decimal | None:
    known = [rate for rate in row if rate is not None]
    return median(known) if known else None


def _items(cards: Sequence[Scorecard]) -> list[list[tuple[int, ItemRow]]]:
    """For each item the cards that have it, in the order of the framework."""
    found: dict[str, list[tuple[int, ItemRow]]] = {}
    for index, card in enumerate(cards):
        for item in card.items:
            found.setdefault(item.id, []).append((index, item))
    return list(found.values())


def _applicable(row: Sequence[tuple[int, ItemRow]]) -> list[tuple[int, ItemRow]]:
    return [(index, item) for index, item in row if item.status is not Status.NOT_APPLICABLE]


def _deviations(row: Sequence[tuple[int, ItemRow]]) -> list[Deviation]:
    """Who is off the median of those to whom the item applies; fewer than two have none to be off."""
    known = _applicable(row)
    if len(known) < 2:
        return []
    middle = median(_SHARE[item.status] for _, item in known)
    return [
        Deviation(
            index, item, middle, (_SHARE[item.status] > middle) != (item.kind == ItemKind.DEDUCTION.value)
        )
        for index, item in known
        if _SHARE[item.status] != middle
    ]


def _only(row: Sequence[tuple[int, ItemRow]]) -> list[OnlyOne]:
    """The one place that has an item, wholly or in part, or the one that lacks it; of two places either is both."""
    known = _applicable(row)
    have = [(index, item) for index, item in known if item.status is not Status.UNMET]
    lack = [(index, item) for index, item in known if item.status is Status.UNMET]
    if len(known) < 2:
        return []
    if len(have) == 1:
        return [OnlyOne(*have[0], has=True, among=len(known))]
    if len(lack) == 1:
        return [OnlyOne(*lack[0], has=False, among=len(known))]
    return []


def _statuses(row: Sequence[tuple[int, ItemRow]]) -> tuple[str, str, tuple[tuple[int, Status], ...]]:
    return row[0][1].id, row[0][1].title, tuple((index, item.status) for index, item in row)

"""Many places: what can be ranked, what cannot, and what sets each apart."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from scorer.compare.model import Places
from scorer.compare.places import beside
from scorer.rules.model import Status
from scorer.scoring.model import ItemRow, Scorecard
from scorer.structure.model import Level
from tests.compare.subjects import seed
from tests.rendering.cards import CARD


def card(low: int, points: int, high: int, level: Level | None = Level.COUNTY) -> Scorecard:
    total = replace(CARD.total, low=Decimal(low), points=Decimal(points), high=Decimal(high))
    return replace(CARD, total=total, report=replace(CARD.report, level=level))


def ranks(places: Places) -> list[tuple[int, int, int, int, int]]:
    """Band, subject, rank, best, worst."""
    return [
        (band.number, row.subject, row.rank, row.best, row.worst)
        for _, bands in places.levels
        for band in bands
        for row in band.rows
    ]


def test_intervals_that_overlap_share_a_band() -> None:
    cards = [card(60, 65, 70), card(68, 75, 80), card(30, 35, 40)]
    assert ranks(beside(cards)) == [(1, 1, 1, 1, 2), (1, 0, 2, 1, 2), (2, 2, 3, 3, 3)]


def test_a_chain_of_overlaps_is_one_band_with_narrower_ranks() -> None:
    cards = [card(80, 85, 90), card(70, 75, 82), card(60, 65, 72)]
    assert ranks(beside(cards)) == [(1, 0, 1, 1, 2), (1, 1, 2, 1, 3), (1, 2, 3, 2, 3)]


def test_intervals_that_touch_overlap() -> None:
    assert {row[0] for row in ranks(beside([card(50, 50, 60), card(60, 65, 70)]))} == {1}


def test_equal_cards_tie() -> None:
    assert ranks(beside([CARD, CARD])) == [(1, 0, 1, 1, 2), (1, 1, 1, 1, 2)]


def test_levels_are_ranked_apart() -> None:
    cards = [card(60, 65, 70), card(90, 91, 92, Level.CITY), card(10, 11, 12, None)]
    places = beside(cards)
    assert [(level, bands[0].rows[0].subject) for level, bands in places.levels] == [
        (Level.CITY, 1),
        (Level.COUNTY, 0),
        (None, 2),
    ]
    assert {row[2] for row in ranks(places)} == {1}


INTERVALS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=12
)


@given(INTERVALS)
def test_bands_part_exactly_what_can_be_told_apart(intervals: list[tuple[int, int, int]]) -> None:
    cards = [card(low, low + a, low + a + b) for low, a, b in intervals]
    rows = {row[1]: row for row in ranks(beside(cards))}
    assert set(rows) == set(range(len(cards)))
    for one, other in combinations(range(len(cards)), 2):
        first, second = cards[one].total, cards[other].total
        apart = first.low > second.high or second.low > first.high
        if not apart:
            assert rows[one][0] == rows[other][0]
        if rows[one][0] != rows[other][0]:
            assert apart
            assert (rows[one][0] < rows[other][0]) is (first.low > second.high)
    for _, subject, rank, best, worst in rows.values():
        assert 1 <= best <= rank <= worst <= len(cards)
        above = sum(other.total.low > cards[subject].total.high for other in cards)
        assert best == above + 1


def item(status: Status, kind: str = "base", identifier: str = "1.1") -> ItemRow:
    return replace(CARD.items[0], id=identifier, status=status, kind=kind)


def of(*items: ItemRow) -> Scorecard:
    return replace(CARD, items=items)


def test_items_that_one_alone_has_or_lacks() -> None:
    met, unmet, none = item(Status.MET), item(Status.UNMET), item(Status.NOT_APPLICABLE)
    (alone,) = beside([of(met), of(unmet), of(unmet), of(none)]).only
    assert (alone.subject, alone.has, alone.among) == (0, True, 3)
    (lacks,) = beside([of(met), of(unmet), of(item(Status.PARTIAL))]).only
    assert (lacks.subject, lacks.has) == (1, False)
    assert beside([of(met), of(met), of(unmet), of(unmet)]).only == ()
    assert beside([of(met), of(none)]).only == ()


def test_deviations_are_from_the_median_of_those_it_applies_to() -> None:
    met, partial, unmet = (item(status) for status in (Status.MET, Status.PARTIAL, Status.UNMET))
    found = beside([of(met), of(partial), of(unmet), of(item(Status.NOT_APPLICABLE))]).deviations
    assert [(one.subject, one.median, one.better) for one in found] == [
        (0, Decimal("0.5"), True),
        (2, Decimal("0.5"), False),
    ]


def test_a_deduction_that_is_found_is_worse() -> None:
    hit, clear = item(Status.MET, "deduction"), item(Status.UNMET, "deduction")
    (found,) = beside([of(hit), of(clear), of(clear)]).deviations
    assert (found.subject, found.better) == (0, False)


def test_three_real_places() -> None:
    cards = [seed(name).card for name in ("daye-2021", "pingqiao-2021", "wuzhong-2021")]
    places = beside(cards)
    assert [
        (level, sorted(row.subject for band in bands for row in band.rows)) for level, bands in places.levels
    ] == [
        (Level.CITY, [2]),
        (Level.COUNTY, [0, 1]),
    ]
    assert [identifier for identifier, _ in places.dimensions] == [*"123456789", "R"]
    for (identifier, _), rates, middle in zip(places.dimensions, places.rates, places.medians, strict=True):
        assert list(rates) == [
            next(row.rate for row in one.dimensions if row.id == identifier) for one in cards
        ]
        known = sorted(value for value in rates if value is not None)
        assert middle == known[1]
    # 平桥 says nothing of decisions, the other two do
    assert any(one.subject == 1 and not one.has and one.item.id == "3.2.2" for one in places.only)

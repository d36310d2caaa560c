"""The arithmetic of agreement against examples worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.review.measures import Pair, Presence, Share, agree, distance, interval, weighted_kappa
from scorer.rules.model import Status

MET, PARTIAL, UNMET, NA = Status.MET, Status.PARTIAL, Status.UNMET, Status.NOT_APPLICABLE
JUDGED = st.sampled_from([MET, PARTIAL, UNMET])
PAIRS = st.lists(st.tuples(JUDGED, JUDGED), min_size=1, max_size=60)


def table(*rows: tuple[int, int, int]) -> list[Pair]:
    """Pairs of a table whose rows are the labels absent, partial, met, and whose columns are the program's."""
    order = (UNMET, PARTIAL, MET)
    return [
        (label, ours)
        for label, row in zip(order, rows, strict=True)
        for ours, number in zip(order, row, strict=True)
        for _ in range(number)
    ]


def test_quadratic_and_linear_kappa_of_a_worked_example() -> None:
    """20 pairs, rows (5, 1, 0), (1, 4, 1), (1, 0, 7): row sums 6, 6, 8; column sums 7, 5, 8.

    Quadratic: observed 1 + 1 + 1 + 4 = 7; expected (6·5 + 6·7 + 6·8 + 8·5 + 4·(6·8 + 8·7)) ÷ 20 = 576 ÷ 20.
    Linear: observed 1 + 1 + 1 + 2 = 5; expected (160 + 2·104) ÷ 20 = 368 ÷ 20.
    """
    pairs = table((5, 1, 0), (1, 4, 1), (1, 0, 7))
    quadratic, linear = weighted_kappa(pairs, 2), weighted_kappa(pairs, 1)
    assert quadratic is not None
    assert linear is not None
    assert quadratic == pytest.approx(Decimal(1) - Decimal(140) / 576)
    assert linear == pytest.approx(Decimal(1) - Decimal(100) / 368)


def test_two_categories_give_plain_kappa() -> None:
    """Without partial every disagreement weighs the same: 45, 15 / 25, 15 is the textbook's 0.1304."""
    pairs = table((45, 0, 15), (0, 0, 0), (25, 0, 15))
    for power in (1, 2):
        assert round(weighted_kappa(pairs, power) or 0, 4) == Decimal("0.1304")


def test_perfect_agreement_is_one() -> None:
    result = agree(table((3, 0, 0), (0, 2, 0), (0, 0, 4)))
    assert result.kappa.quadratic == result.kappa.linear == result.kappa.low == result.kappa.high == 1
    assert result.presence.f1 == 1
    assert result.exact == Share(9, 9)


def test_inverse_agreement_is_minus_one() -> None:
    """Half absent, half met, always the other way: observed 4·10, expected 4·(25 + 25) ÷ 10, so 1 − 2."""
    result = agree(table((0, 0, 5), (0, 0, 0), (5, 0, 0)))
    assert result.kappa.quadratic == -1
    assert result.presence == Presence(0, 5, 5)
    assert result.presence.f1 == 0
    assert result.exact == Share(0, 10)


def test_one_and_the_same_verdict_everywhere_is_full_agreement() -> None:
    assert weighted_kappa(table((0, 0, 0), (0, 0, 0), (0, 0, 6)), 2) == 1


def test_a_constant_program_agrees_only_by_chance() -> None:
    assert weighted_kappa(table((4, 0, 0), (3, 0, 0), (5, 0, 0)), 2) == 0


def test_a_far_disagreement_costs_more_than_two_near_ones() -> None:
    far = table((9, 0, 1), (0, 10, 0), (0, 0, 10))
    near = table((8, 2, 0), (0, 10, 0), (0, 0, 10))
    assert (weighted_kappa(far, 2) or 0) < (weighted_kappa(near, 2) or 0)


def test_nothing_to_compare_has_no_measures() -> None:
    result = agree([])
    assert result.kappa.quadratic is result.kappa.linear is result.kappa.low is result.kappa.high is None
    assert result.presence.precision is result.presence.recall is result.presence.f1 is None
    assert result.exact.rate is None


def test_presence_counts_by_hand() -> None:
    """Labels see 3 + 1 items, the program 3 + 2 of which 3 are the same: P 3/5, R 3/4, F1 6/9."""
    presence = agree(table((1, 1, 1), (0, 1, 1), (1, 0, 1))).presence
    assert presence == Presence(both=3, only_program=2, only_label=1)
    assert presence.precision == Decimal("0.6")
    assert presence.recall == Decimal("0.75")
    assert presence.f1 == pytest.approx(Decimal(2) / 3)


@pytest.mark.parametrize("pair", [(NA, MET), (MET, NA), (NA, UNMET), (UNMET, NA)])
def test_what_does_not_apply_counts_for_exact_status_only(pair: Pair) -> None:
    pairs = table((2, 0, 0), (0, 1, 0), (0, 1, 3))
    with_na = agree([*pairs, pair, (NA, NA)])
    without = agree(pairs)
    assert with_na.compared == without.compared == 7
    assert with_na.presence == without.presence
    assert with_na.kappa == without.kappa
    assert with_na.exact == Share(without.exact.hits + 1, without.exact.of + 2)


@pytest.mark.parametrize(
    ("label", "ours", "apart"),
    [
        (MET, MET, "0"),
        (MET, PARTIAL, "0.5"),
        (UNMET, PARTIAL, "0.5"),
        (UNMET, MET, "1"),
        (NA, NA, "0"),
        (NA, PARTIAL, "1"),
    ],
)
def test_distance(label: Status, ours: Status, apart: str) -> None:
    assert distance((label, ours)) == distance((ours, label)) == Decimal(apart)


def test_the_interval_is_the_same_each_time_and_in_any_order() -> None:
    pairs = table((9, 2, 1), (1, 7, 2), (0, 3, 12))
    mixed = list(pairs)
    Random(7).shuffle(mixed)
    assert interval(pairs) == interval(pairs) == interval(mixed)


def test_the_interval_holds_the_kappa_and_narrows_with_more_pairs() -> None:
    few = table((5, 1, 0), (1, 4, 1), (1, 0, 7))
    low, high = interval(few)
    kappa = weighted_kappa(few, 2)
    assert low is not None
    assert high is not None
    assert kappa is not None
    assert low < kappa < high
    more_low, more_high = interval(few * 9)
    assert more_low is not None
    assert more_high is not None
    assert more_high - more_low < (high - low) / 2


@given(PAIRS)
def test_kappa_is_the_definition_and_symmetric(pairs: list[Pair]) -> None:
    rank = {UNMET: 0, PARTIAL: 1, MET: 2}
    size = len(pairs)
    observed = Fraction(sum((rank[a] - rank[b]) ** 2 for a, b in pairs), size)
    expected = Fraction(sum((rank[a] - rank[b]) ** 2 for a, _ in pairs for _, b in pairs), size * size)
    wanted = 1 - observed / expected if expected else Fraction(1)
    kappa = weighted_kappa(pairs, 2)
    assert kappa is not None
    assert abs(Fraction(kappa) - wanted) < Fraction(1, 10**20)
    assert weighted_kappa([(b, a) for a, b in pairs], 2) == kappa

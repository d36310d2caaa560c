"""Thresholds against each other, checked with numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.framework.lint_rules import weaker
from scorer.quantities.model import Bound

_VALUES = [Decimal(number) / 2 for number in range(-10, 11)]
_bounds = st.builds(
    Bound,
    st.sampled_from([">=", ">", "<=", "<"]),
    st.integers(-3, 3).map(Decimal),
)


def _reaches(bound: Bound, value: Decimal) -> bool:
    return {
        ">=": value >= bound.value,
        ">": value > bound.value,
        "<=": value <= bound.value,
        "<": value < bound.value,
    }[bound.operator]


@given(_bounds, _bounds)
def test_weaker_means_more_values_and_none_lost(partial: Bound, full: Bound) -> None:
    easy = {value for value in _VALUES if _reaches(partial, value)}
    hard = {value for value in _VALUES if _reaches(full, value)}
    assert weaker(partial, full) == (hard < easy)


@pytest.mark.parametrize(
    "partial, full, expected",
    [
        ("present", ">=", True),
        ("present", "present", False),
        (">=", "present", False),
    ],
)
def test_any_number_at_all_is_the_easiest(partial: str, full: str, expected: bool) -> None:
    assert weaker(Bound(partial, Decimal(0)), Bound(full, Decimal(0))) is expected

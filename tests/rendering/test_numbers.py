from __future__ import annotations

from decimal import Decimal

import pytest

from scorer.rendering.numbers import digits, percent, points, rounded


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("7.50", "7.5"),
        ("1E+2", "100"),
        ("100.00", "100"),
        ("66.665", "66.67"),
        ("66.664999", "66.66"),
        ("0.005", "0.01"),
        ("-0.001", "0"),
        ("0E+5", "0"),
        ("12345.6", "12345.6"),
    ],
)
def test_points_have_two_decimals_at_most_and_no_needless_zero(value: str, shown: str) -> None:
    assert points(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("rate", "shown"), [("1", "100.0%"), ("0.65345", "65.3%"), ("0", "0.0%"), ("0.9996", "100.0%")]
)
def test_a_rate_has_one_decimal(rate: str, shown: str) -> None:
    assert percent(Decimal(rate)) == shown


def test_no_rate_is_not_a_rate_of_zero() -> None:
    assert percent(None) == "–"


@pytest.mark.parametrize("value", ["1E+999999", "-1E+999999", "1E-999999", "NaN", "Infinity"])
def test_a_monstrous_number_stays_short(value: str) -> None:
    assert len(digits(Decimal(value))) < 20
    assert len(str(rounded(Decimal(value)))) < 20


def test_digits_keep_every_decimal() -> None:
    assert digits(Decimal("99.95000")) == "99.95"
    assert digits(Decimal("5E+8")) == "500000000"

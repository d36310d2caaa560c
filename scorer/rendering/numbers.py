"""Numbers as people and scripts see them; the rounding itself is scoring's, half up and done once."""

from __future__ import annotations

from decimal import Decimal

from scorer.scoring.arithmetic import shown

__all__ = ["digits", "percent", "points", "rounded"]

# No score has more digits than this before the point. A number that has is a misprint: it is left as it is
# and written with an exponent, so that 1E+999999999 cannot fill the memory with zeros.
_WIDEST = 20


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """The value to so many decimals; what is too large to have any comes back as it is."""
    if not value.is_finite() or value.adjusted() > _WIDEST:
        return value
    return shown(value, places)


def digits(value: Decimal) -> str:
    """All digits and no more: 7.5 and not 7.50, 100 and not 1E+2, 0 and not -0.

    >>> digits(Decimal("7.50")), digits(Decimal("1E+2")), digits(Decimal("-0.00"))
    ('7.5', '100', '0')
    """
    if not value:
        return "0"
    if not value.is_finite() or abs(value.adjusted()) > _WIDEST:
        return str(value)
    whole, dot, fraction = format(value, "f").partition(".")
    fraction = fraction.rstrip("0")
    return f"{whole}{dot}{fraction}" if fraction else whole


def points(value: Decimal) -> str:
    """Points with two decimals at most.

    >>> points(Decimal("70.125")), points(Decimal("3.00"))
    ('70.13', '3')
    """
    return digits(rounded(value))


def percent(rate: Decimal | None) -> str:
    """A rate from 0 to 1 as a percentage with one decimal, a dash where there is none.

    >>> percent(Decimal("0.6534")), percent(None)
    ('65.3%', '–')
    """
    return "–" if rate is None else f"{rounded(rate * 100, 1):f}%"

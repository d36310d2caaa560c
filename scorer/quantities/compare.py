"""Three-valued comparison of what a number may be with a threshold."""

from __future__ import annotations

from decimal import Decimal

from scorer.quantities.model import Bound, Interval, Kind, Quantity, Truth

__all__ = ["compare"]


def compare(quantity: Quantity | Interval, bound: Bound) -> Truth:
    """Whether the number meets the threshold: ``YES`` or ``NO`` only if every value it may have says so.

    An ordinal meets no threshold. ``present`` is met by every other number. Raises ValueError for an operator
    that is none of ``>=``, ``>``, ``<=``, ``<``, ``present``.
    """
    if isinstance(quantity, Quantity) and quantity.kind is Kind.ORDINAL:
        return Truth.NO
    threshold = bound.value
    if bound.operator == "present":
        return Truth.YES
    if bound.operator == ">=":
        return _decide(_not_below(quantity, threshold), _below(quantity, threshold))
    if bound.operator == ">":
        return _decide(_above(quantity, threshold), _not_above(quantity, threshold))
    if bound.operator == "<=":
        return _decide(_not_above(quantity, threshold), _above(quantity, threshold))
    if bound.operator == "<":
        return _decide(_below(quantity, threshold), _not_below(quantity, threshold))
    raise ValueError(f"unknown operator {bound.operator!r}; use >=, >, <=, < or present")


def _decide(surely: bool, surely_not: bool) -> Truth:
    if surely:
        return Truth.YES
    return Truth.NO if surely_not else Truth.UNKNOWN


def _not_below(number: Quantity | Interval, threshold: Decimal) -> bool:
    return number.low is not None and number.low >= threshold


def _not_above(number: Quantity | Interval, threshold: Decimal) -> bool:
    return number.high is not None and number.high <= threshold


def _above(number: Quantity | Interval, threshold: Decimal) -> bool:
    if number.low is None:
        return False
    return number.low > threshold or (number.low_open and number.low == threshold)


def _below(number: Quantity | Interval, threshold: Decimal) -> bool:
    if number.high is None:
        return False
    return number.high < threshold or (number.high_open and number.high == threshold)

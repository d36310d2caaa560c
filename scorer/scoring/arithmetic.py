"""Points, totals, intervals, grades: arithmetic only, exact decimals, no text and no files.

Item points = points × (1 | partial share | 0). Items that do not apply leave the sum:
base = base points × earned ÷ applicable. total = base + min(bonus, cap) − min(deductions, cap), never below 0.
Nothing is rounded here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext

from scorer.framework.model import Dimension, Framework, Item, ItemKind
from scorer.rules.model import Finding, Status
from scorer.scoring.model import Counts, DimensionRow, Total

__all__ = ["count", "dimension_rows", "points_of", "share", "shown", "total"]

_BASE = (ItemKind.BASE, ItemKind.FORMAT)
_ZERO = Decimal(0)
# Enough digits that a quotient is the same on every machine and far finer than what is ever shown.
_DIGITS = 28


def shown(value: Decimal, places: int = 2) -> Decimal:
    """``value`` as every output shows it: rounded once, half up, to ``places`` decimals.

    >>> shown(Decimal("66.665")), shown(Decimal("0.125"), 1)
    (Decimal('66.67'), Decimal('0.1'))
    """
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def share(framework: Framework, item: Item, status: Status) -> Decimal:
    """The part of an item's points that a status earns (or, for a deduction, takes off): 0 to 1."""
    if status is Status.MET:
        return Decimal(1)
    if status is Status.PARTIAL:
        return framework.partial_share if item.partial_share is None else item.partial_share
    return _ZERO


def points_of(framework: Framework, item: Item, status: Status) -> Decimal:
    """Points of an item under a status; a deduction's are positive and mean points taken off."""
    return item.points * share(framework, item, status)


def count(findings: Iterable[Finding]) -> Counts:
    """How many findings have which status."""
    tally = dict.fromkeys(Status, 0)
    for finding in findings:
        tally[finding.status] += 1
    return Counts(
        met=tally[Status.MET],
        partial=tally[Status.PARTIAL],
        unmet=tally[Status.UNMET],
        not_applicable=tally[Status.NOT_APPLICABLE],
    )


def dimension_rows(framework: Framework, findings: Sequence[Finding]) -> tuple[DimensionRow, ...]:
    """One row for each dimension; ``max_points`` leaves out what does not apply."""
    by_id = {finding.item.id: finding for finding in findings}
    return tuple(_row(framework, dimension, by_id) for dimension in framework.dimensions)


def _row(framework: Framework, dimension: Dimension, by_id: dict[str, Finding]) -> DimensionRow:
    findings = [by_id[item.id] for item in dimension.items]
    live = [f for f in findings if f.status is not Status.NOT_APPLICABLE]
    points = sum((points_of(framework, f.item, f.status) for f in live), _ZERO)
    most = sum((f.item.points for f in live), _ZERO)
    return DimensionRow(
        id=dimension.id,
        title=dimension.title,
        points=points,
        max_points=most,
        rate=_quotient(points, most) if most else None,
        counts=count(findings),
    )


def total(framework: Framework, findings: Sequence[Finding]) -> Total:
    """The total with its interval.

    The interval answers "what if a person decided every item that asks for review the other way": ``low``
    counts each of them at its worst, ``high`` at its best, so any outcome of the review lies inside.
    """
    base, bonus, deduction = _parts(framework, findings, lambda f: points_of(framework, f.item, f.status))
    points = _sum(base, bonus, deduction)
    low = _sum(*_parts(framework, findings, lambda f: _extreme(framework, f, best=False)))
    high = _sum(*_parts(framework, findings, lambda f: _extreme(framework, f, best=True)))
    return Total(
        points=points,
        base=base,
        bonus=bonus,
        deduction=deduction,
        max_points=framework.base_points,
        low=low,
        high=high,
        grade=_grade(framework, points),
    )


def _extreme(framework: Framework, finding: Finding, *, best: bool) -> Decimal:
    if not finding.review:
        return points_of(framework, finding.item, finding.status)
    takes_off = finding.item.kind is ItemKind.DEDUCTION
    return finding.item.points if best is not takes_off else _ZERO


def _parts(
    framework: Framework, findings: Sequence[Finding], worth: Callable[[Finding], Decimal]
) -> tuple[Decimal, Decimal, Decimal]:
    live = [f for f in findings if f.status is not Status.NOT_APPLICABLE]
    base = [f for f in live if f.item.kind in _BASE]
    most = sum((f.item.points for f in base), _ZERO)
    earned = sum((worth(f) for f in base), _ZERO)
    bonus = sum((worth(f) for f in live if f.item.kind is ItemKind.BONUS), _ZERO)
    taken = sum((worth(f) for f in live if f.item.kind is ItemKind.DEDUCTION), _ZERO)
    scaled = _quotient(framework.base_points * earned, most) if most else _ZERO
    return scaled, min(bonus, framework.bonus_cap), min(taken, framework.deduction_cap)


def _quotient(above: Decimal, below: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = _DIGITS
        return above / below


def _sum(base: Decimal, bonus: Decimal, deduction: Decimal) -> Decimal:
    return max(_ZERO, base + bonus - deduction)


def _grade(framework: Framework, points: Decimal) -> str:
    """The best band whose minimum the total reaches, compared as it is shown: rounded to two decimals."""
    visible = shown(points)
    for band in framework.grades:
        if visible >= band.minimum:
            return band.title
    return framework.grades[-1].title if framework.grades else ""

"""The gate: what a scorecard must reach, and by how much it misses. Pure comparison, no text and no files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from scorer.errors import UsageError
from scorer.framework.model import Framework
from scorer.rules.model import Status
from scorer.scoring.arithmetic import shown
from scorer.scoring.model import Scorecard

__all__ = ["Failing", "Gate", "default_minimum", "failings", "validate"]


@dataclass(frozen=True, slots=True)
class Gate:
    """What is asked: a total, rates of dimensions (0 to 1), items that must be met, few arithmetic warnings."""

    min_score: Decimal | None = None
    min_dimension: Mapping[str, Decimal] = field(default_factory=dict)
    require: tuple[str, ...] = ()
    max_audit_warnings: int | None = None


@dataclass(frozen=True, slots=True)
class Failing:
    """One thing that was asked and is not reached: which, what was found, what was asked, in Chinese."""

    gate: str
    message: str


def default_minimum(framework: Framework) -> Decimal:
    """The lowest grade that is not the bottom one: what a report must reach when nothing else is asked."""
    above = [band.minimum for band in framework.grades if band.minimum > 0]
    return min(above, default=Decimal(0))


def validate(gate: Gate, framework: Framework) -> None:
    """Refuse a gate that names what the framework does not have: a typing error must never pass a report."""
    items = {item.id for item in framework.items}
    dimensions = {dimension.id for dimension in framework.dimensions}
    for asked, known, what in ((gate.require, items, "item"), (gate.min_dimension, dimensions, "dimension")):
        unknown = [name for name in asked if name not in known]
        if unknown:
            names = ", ".join(unknown)
            raise UsageError(
                f"no such {what} in {framework.id}: {names}; `scorer framework show {framework.id}` lists them"
            )


def failings(card: Scorecard, gate: Gate) -> tuple[Failing, ...]:
    """Everything that the scorecard does not reach; empty when the gate is passed."""
    return tuple(_all(card, gate))


def _all(card: Scorecard, gate: Gate) -> Iterator[Failing]:
    if gate.min_score is not None and shown(card.total.points) < gate.min_score:
        missing = gate.min_score - shown(card.total.points)
        yield Failing("min-score", f"总分 {shown(card.total.points)}，要求 {gate.min_score}，还差 {missing}")
    for row in card.dimensions:
        asked = gate.min_dimension.get(row.id)
        if asked is not None and row.rate is not None and row.rate < asked:
            yield Failing("min-dimension", f"{row.id} {row.title}得分率 {row.rate:.1%}，要求 {asked:.1%}")
    for item in card.items:
        if item.id in gate.require and item.status not in (Status.MET, Status.NOT_APPLICABLE):
            yield Failing("require", f"{item.id} {item.title}必须达到：{item.reason}")
    warnings = sum(1 for row in card.audit if row.holds is False and row.severity == "warning")
    if gate.max_audit_warnings is not None and warnings > gate.max_audit_warnings:
        yield Failing(
            "max-audit-warnings", f"数字对不上的有 {warnings} 处，最多允许 {gate.max_audit_warnings} 处"
        )

"""The gate: what a scorecard must reach, and by how much it misses. Pure comparison, no text and no files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from scorer.errors import UsageError
from scorer.framework.model import Framework, ItemKind
from scorer.i18n import Labels, mark, tr, trn
from scorer.rules.model import Status
from scorer.scoring.arithmetic import shown
from scorer.scoring.change import changes
from scorer.scoring.model import ItemRow, Scorecard

__all__ = ["Failing", "Gate", "default_minimum", "failings", "idle", "validate"]


_STATUS = Labels(
    {
        Status.MET: mark("达到"),
        Status.PARTIAL: mark("部分"),
        Status.UNMET: mark("未见"),
        Status.NOT_APPLICABLE: mark("不适用"),
    }
)
_STATUS_OF_DEDUCTION = Labels(
    {Status.MET: mark("扣分"), Status.PARTIAL: mark("部分扣分"), Status.UNMET: mark("未扣")}
)


@dataclass(frozen=True, slots=True)
class Gate:
    """What is asked: a total, rates of dimensions (0 to 1), items that must be met, few arithmetic warnings,

    few items that ask for review.
    """

    min_score: Decimal | None = None
    min_dimension: Mapping[str, Decimal] = field(default_factory=dict)
    require: tuple[str, ...] = ()
    max_audit_warnings: int | None = None
    max_review: int | None = None


@dataclass(frozen=True, slots=True)
class Failing:
    """One thing that was asked and is not reached: which, what was found, what was asked, in words."""

    gate: str
    message: str


def default_minimum(framework: Framework) -> Decimal:
    """The lowest grade that is not the bottom one: what a report must reach when nothing else is asked."""
    above = [band.minimum for band in framework.grades if band.minimum > 0]
    return min(above, default=Decimal(0))


def validate(gate: Gate, framework: Framework) -> None:
    """Refuse a gate that the framework cannot have meant: a typing error must never pass or fail a report."""
    _validate_score(gate, framework)
    for name, rate in gate.min_dimension.items():
        if not rate.is_finite() or not 0 <= rate <= 1:
            raise UsageError(
                f"--min-dimension {name}: {(rate * 100).normalize():f}% is no rate from 0% to 100%"
            )
    items = {item.id for item in framework.items}
    dimensions = {dimension.id for dimension in framework.dimensions}
    for asked, known, what in ((gate.require, items, "item"), (gate.min_dimension, dimensions, "dimension")):
        unknown = [name for name in asked if name not in known]
        if unknown:
            names = ", ".join(unknown)
            raise UsageError(
                f"no such {what} in {framework.id}: {names}; `scorer framework show {framework.id}` lists them"
            )
    _validate_sense(gate, framework)


def _validate_sense(gate: Gate, framework: Framework) -> None:
    """A deduction is bad news: to ask that it be met, or that its dimension be full, would turn the gate round."""
    deductions = {item.id: item.dimension for item in framework.items if item.kind is ItemKind.DEDUCTION}
    for asked, option in ((gate.require, "--require"), (gate.min_dimension, "--min-dimension")):
        for name in asked:
            if name in deductions or name in deductions.values():
                raise UsageError(
                    f"{option} {name}: takes points off and cannot be asked for; use --min-score"
                )


def _validate_score(gate: Gate, framework: Framework) -> None:
    """A total that no report can reach, or every report, asks for nothing."""
    if gate.min_score is None:
        return
    most = framework.base_points + framework.bonus_cap
    if not gate.min_score.is_finite() or not 0 <= gate.min_score <= most:
        raise UsageError(
            f"--min-score {gate.min_score}: {framework.id} gives 0 to {most} points "
            f"({framework.base_points} and at most {framework.bonus_cap} of bonus)"
        )


def failings(card: Scorecard, gate: Gate, baseline: Scorecard | None = None) -> tuple[Failing, ...]:
    """Everything that the scorecard does not reach; empty when the gate is passed.

    With a ``baseline``, an earlier scorecard by the same framework, every item that got worse fails.

    Totals and rates count as they are shown, to two decimals and to a tenth of a percent. A dimension of
    which nothing applies has no rate and is not asked for.
    """
    return (*_all(card, gate), *(() if baseline is None else _worse(baseline, card)))


def _worse(baseline: Scorecard, card: Scorecard) -> Iterator[Failing]:
    for change in changes(baseline, card).worse:
        item = change.after
        words = _STATUS_OF_DEDUCTION if item.kind == ItemKind.DEDUCTION.value else _STATUS
        message = tr(
            "{item}退步：原为{before}，现为{after}。{reason}",
            item=f"{item.id} {item.title}",
            before=words[change.before.status],
            after=words[item.status],
            reason=_reason(item),
        )
        yield Failing("baseline", message)


def _reason(item: ItemRow) -> str:
    """Why an item is as it is: a person's reason where a person has decided, never the program's for it."""
    decision = item.decision
    if decision is None or decision.state != "applied":
        return item.reason
    words = _STATUS_OF_DEDUCTION if item.kind == ItemKind.DEDUCTION.value else _STATUS
    return tr(
        "{by}定为“{status}”：{reason}", by=decision.by, status=words[item.status], reason=decision.reason
    )


def idle(card: Scorecard, gate: Gate) -> tuple[str, ...]:
    """What is asked of items and dimensions of which nothing applies to this report: it can neither pass nor fail."""
    items = [
        item.id for item in card.items if item.id in gate.require and item.status is Status.NOT_APPLICABLE
    ]
    rows = [row.id for row in card.dimensions if row.id in gate.min_dimension and row.rate is None]
    return (*items, *rows)


def _all(card: Scorecard, gate: Gate) -> Iterator[Failing]:
    if gate.min_score is not None and shown(card.total.points) < gate.min_score:
        points, least = shown(card.total.points), gate.min_score
        message = tr(
            "总分 {points}，要求 {least:f}，还差 {missing:f}",
            points=points,
            least=least,
            missing=least - points,
        )
        yield Failing("min-score", message)
    for row in card.dimensions:
        asked = gate.min_dimension.get(row.id)
        if asked is None or row.rate is None:
            continue
        # Both as they are shown: nobody would understand that 60.0% does not reach 60.0%.
        rate, least = shown(row.rate * 100, 1), shown(asked * 100, 1)
        if rate < least:
            name = f"{row.id} {row.title}"
            message = tr("{name}得分率 {rate}%，要求 {least}%", name=name, rate=rate, least=least)
            yield Failing("min-dimension", message)
    for item in card.items:
        if item.id in gate.require and item.status not in (Status.MET, Status.NOT_APPLICABLE):
            message = tr("{item}必须达到：{reason}", item=f"{item.id} {item.title}", reason=_reason(item))
            yield Failing("require", message)
    warnings = sum(1 for row in card.audit if row.holds is False and row.severity == "warning")
    if gate.max_audit_warnings is not None and warnings > gate.max_audit_warnings:
        most = gate.max_audit_warnings
        message = trn("数字对不上的有 {count} 处，最多允许 {most} 处", warnings, most=most)
        yield Failing("max-audit-warnings", message)
    unsure = sum(item.review for item in card.items)
    if gate.max_review is not None and unsure > gate.max_review:
        message = trn("需复核的指标有 {count} 项，最多允许 {most} 项", unsure, most=gate.max_review)
        yield Failing("max-review", message)

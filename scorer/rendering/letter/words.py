"""Cells of the letter's tables, and the sentences that tell numbers."""

from __future__ import annotations

from scorer.i18n import tr, trn
from scorer.rendering import labels
from scorer.rendering.numbers import percent, points
from scorer.scoring.model import Counts, DimensionRow, ItemRow, Stamp, Total

__all__ = ["called", "counted", "decision_cells", "dimension_cells", "scored", "signed", "stamped"]


def called(item: ItemRow) -> str:
    """An item as people call it: id and title."""
    return f"{item.id} {item.title}"


def signed(item: ItemRow) -> str:
    """Its points, with a sign where they are added to or taken off the total."""
    sign = {"bonus": "+", "deduction": "-"}.get(item.kind, "") if item.points else ""
    return f"{sign}{points(item.points)}"


def scored(total: Total) -> str:
    """The total with its grade, if it has one, and what it is made up of, as a sentence."""
    told = {
        "points": points(total.points),
        "most": points(total.max_points),
        "base": points(total.base),
        "bonus": points(total.bonus),
        "deduction": points(total.deduction),
    }
    if not total.grade:
        return tr(
            "总分{points}分，满分{most}分。其中基础分{base}分，加分{bonus}分，扣分{deduction}分。", **told
        )
    return tr(
        "总分{points}分，满分{most}分，等次为{grade}。其中基础分{base}分，加分{bonus}分，扣分{deduction}分。",
        grade=total.grade,
        **told,
    )


def counted(counts: Counts) -> str:
    """How many items of the base there are, and how many ended in which state, as a sentence."""
    met, partial, unmet, rest = counts.met, counts.partial, counts.unmet, counts.not_applicable
    return trn(
        "参与评分的指标{count}项：达到{met}项，部分{partial}项，未见{unmet}项，不适用{rest}项。",
        met + partial + unmet + rest,
        met=met,
        partial=partial,
        unmet=unmet,
        rest=rest,
    )


def dimension_cells(row: DimensionRow) -> tuple[str, ...]:
    """A row of the table of dimensions."""
    earned = ("–", "–") if row.rate is None else (points(row.points), points(row.max_points))
    counts = (row.counts.met, row.counts.partial, row.counts.unmet, row.counts.not_applicable)
    return (f"{row.id} {row.title}", *earned, percent(row.rate), *map(str, counts))


def decision_cells(item: ItemRow) -> tuple[str, ...]:
    """A row of the table of decisions: the person's verdict beside the program's."""
    decision = item.decision
    if decision is None:
        return (called(item), *[""] * 5)
    said, machine = (labels.state(item.kind, status).word for status in (decision.status, decision.machine))
    reason = decision.reason
    if state := labels.DECISION[decision.state]:
        reason = tr("〔{state}〕{reason}", state=state, reason=reason)
    return (called(item), said, machine, decision.by, decision.on, reason)


def stamped(stamp: Stamp) -> str:
    """What the letter was made from, with the beginnings of the hashes, as a sentence."""
    told = {
        "id": stamp.framework_id,
        "version": stamp.framework_version,
        "framework_sha": stamp.framework_sha256[:16],
        "name": stamp.report_name,
        "reader": stamp.report_reader,
        "sha": stamp.report_sha256[:16],
    }
    if stamp.decisions is None:
        return tr(
            "评分所据：指标 {id} {version}，sha256 {framework_sha}；报告 {name}（{reader}），sha256 {sha}。",
            **told,
        )
    return tr(
        "评分所据：指标 {id} {version}，sha256 {framework_sha}；报告 {name}（{reader}），sha256 {sha}；"
        "复核意见 {decisions}，sha256 {decisions_sha}。",
        decisions=stamp.decisions.name,
        decisions_sha=stamp.decisions.sha256[:16],
        **told,
    )

"""Cells of the letter's tables."""

from __future__ import annotations

from scorer.rendering import labels
from scorer.rendering.numbers import percent, points
from scorer.rules.model import Status
from scorer.scoring.model import Counts, DimensionRow, ItemRow

__all__ = ["called", "counted", "decision_cells", "dimension_cells", "signed"]


def called(item: ItemRow) -> str:
    """An item as people call it: id and title."""
    return f"{item.id} {item.title}"


def signed(item: ItemRow) -> str:
    """Its points, with a sign where they are added to or taken off the total."""
    sign = {"bonus": "+", "deduction": "-"}.get(item.kind, "") if item.points else ""
    return f"{sign}{points(item.points)}"


def counted(counts: Counts) -> str:
    """How many items ended in which state, in words."""
    numbers = (counts.met, counts.partial, counts.unmet, counts.not_applicable)
    words = (labels.state("base", status).word for status in Status)
    return "，".join(f"{word}{number}项" for word, number in zip(words, numbers, strict=True))


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
    state = labels.DECISION[decision.state]
    note = f"〔{state}〕" if state else ""
    return (called(item), said, machine, decision.by, decision.on, f"{note}{decision.reason}")

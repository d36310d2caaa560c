"""What changed between two scorecards, item by item: better, worse, new, gone. Pure comparison."""

from __future__ import annotations

from dataclasses import dataclass

from scorer.rules.model import Status
from scorer.scoring.model import ItemRow, Scorecard

__all__ = ["Change", "Changes", "changes"]

_RANK = {Status.UNMET: 0, Status.PARTIAL: 1, Status.MET: 2}


@dataclass(frozen=True, slots=True)
class Change:
    """One item in two scorecards, with different statuses."""

    before: ItemRow
    after: ItemRow


@dataclass(frozen=True, slots=True)
class Changes:
    """``better`` and ``worse`` are from the report's side: a deduction that is newly shown is worse.

    ``applies`` are items that apply in one of the two alone; ``new`` and ``gone`` stand in one framework alone.
    """

    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    applies: tuple[Change, ...]
    new: tuple[ItemRow, ...]
    gone: tuple[ItemRow, ...]


def changes(before: Scorecard, after: Scorecard) -> Changes:
    """Every item whose status differs, in the order of the later scorecard."""
    old = {item.id: item for item in before.items}
    now = {item.id: item for item in after.items}
    pairs = [Change(old[item.id], item) for item in after.items if item.id in old]
    differing = [pair for pair in pairs if pair.before.status is not pair.after.status]
    applies = [pair for pair in differing if Status.NOT_APPLICABLE in (pair.before.status, pair.after.status)]
    ranked = [pair for pair in differing if pair not in applies]
    return Changes(
        better=tuple(pair for pair in ranked if _gain(pair) > 0),
        worse=tuple(pair for pair in ranked if _gain(pair) < 0),
        applies=tuple(applies),
        new=tuple(item for item in after.items if item.id not in old),
        gone=tuple(item for item in before.items if item.id not in now),
    )


def _gain(pair: Change) -> int:
    step = _RANK[pair.after.status] - _RANK[pair.before.status]
    return -step if pair.after.kind == "deduction" else step

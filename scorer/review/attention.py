"""What deserves a person's look first: how unsure a verdict is, times the points that hang on it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from scorer.rules.model import Confidence, Status
from scorer.scoring.model import ItemRow, Scorecard

__all__ = ["Candidate", "candidates"]

# Of verdicts marked high about one in twenty is wrong on labelled reports, which is what the word promises;
# for the others the report itself leaves the matter open, so they weigh as much as ignorance does.
_UNSURE = {
    Confidence.HIGH: Decimal("0.05"),
    Confidence.MEDIUM: Decimal("0.15"),
    Confidence.LOW: Decimal("0.5"),
}
_ASKED = Decimal("0.5")  # what a self-written report can hardly show


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item to look at. ``stake`` is how many of its points another verdict could move, at most;

    ``urgency`` is ``stake`` times how unsure the verdict is, 0 to 1.
    """

    item: ItemRow
    stake: Decimal
    urgency: Decimal


def candidates(card: Scorecard) -> tuple[Candidate, ...]:
    """The items a person should look at, the most urgent first, equals in the order of the framework.

    Items whose decision is applied, and items that do not apply, are left out.
    """
    found = [_candidate(item) for item in card.items if _is_open(item)]
    return tuple(sorted(found, key=lambda candidate: -candidate.urgency))


def _is_open(item: ItemRow) -> bool:
    decided = item.decision is not None and item.decision.state == "applied"
    return not decided and item.status is not Status.NOT_APPLICABLE


def _candidate(item: ItemRow) -> Candidate:
    stake = max(item.points, item.max_points - item.points)
    unsure = max(_UNSURE[item.confidence], _ASKED if item.review else Decimal(0))
    return Candidate(item, stake, stake * unsure)

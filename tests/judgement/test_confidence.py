"""What is marked high is right at least 95 times in 100, on two reports that were labelled by hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from scorer.review import load_labels
from scorer.rules.model import Confidence, Status
from tests.judgement.court import seed

GOLD = Path(__file__).parents[1] / "gold"
LABELLED = ["daye-2021", "pingqiao-2021"]
each = pytest.mark.parametrize("name", LABELLED)


@cache
def judged(name: str) -> tuple[tuple[Confidence, Status, bool], ...]:
    """Confidence, verdict, and whether the verdict is that of the label, for every item of a report."""
    labels = load_labels(GOLD / f"{name}.yaml").labels
    rows = [(seed(name).row(label.item_id), label.verdict.status) for label in labels]
    return tuple((row.confidence, row.status, row.status is status) for row, status in rows)


def share(answers: list[bool]) -> float:
    return sum(answers) / len(answers)


def high(name: str, *statuses: Status) -> list[bool]:
    return [
        right
        for confidence, status, right in judged(name)
        if confidence is Confidence.HIGH and status in (statuses or tuple(Status))
    ]


@each
def test_high_is_right(name: str) -> None:
    assert share(high(name)) >= 0.95


@pytest.mark.parametrize("status", [Status.MET, Status.UNMET])
def test_high_is_right_for_each_verdict(status: Status) -> None:
    answers = [right for name in LABELLED for right in high(name, status)]
    assert len(answers) >= 40  # enough to speak of 95 in 100
    assert share(answers) >= 0.95


@each
def test_high_is_no_empty_word(name: str) -> None:
    assert len(high(name)) * 3 >= len(judged(name))
    assert any(confidence is not Confidence.HIGH for confidence, _, _ in judged(name))


def test_what_is_not_high_is_not_surer_than_what_is() -> None:
    answers = [
        (confidence is Confidence.HIGH, right) for name in LABELLED for confidence, _, right in judged(name)
    ]
    sure = [right for is_high, right in answers if is_high]
    unsure = [right for is_high, right in answers if not is_high]
    assert share(sure) >= share(unsure) - 0.05

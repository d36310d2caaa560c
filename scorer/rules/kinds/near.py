"""``{near: [a, b], within: segment}``: words that prove something only when they stand together."""

from __future__ import annotations

from scorer.framework.model import NearIs
from scorer.rules.model import Step
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["evaluate"]


def evaluate(trial: Trial, node: NearIs, window: Span | None) -> Step:
    """Holds where one accepted hit of each position stands in one stretch."""
    found = trial.near(node.near, window)
    evidence = tuple(map(trial.near_evidence, found)) if found else ()
    return Step(trial.item, node, bool(found), evidence=evidence)

"""``{phrase: [...]}``: one of these phrases stands in a place that counts."""

from __future__ import annotations

from scorer.framework.model import PhraseIs
from scorer.rules.model import Step
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["evaluate"]


def evaluate(trial: Trial, node: PhraseIs, window: Span | None) -> Step:
    """Holds with any accepted hit of one of the phrases."""
    hits = trial.hits_of_any(node.phrases, window)
    return Step(trial.item, node, bool(hits), evidence=tuple(map(trial.hit_evidence, hits)))

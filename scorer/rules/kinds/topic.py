"""``topic``: the report speaks of the item, by one of its phrases or near pairs, in a place that counts."""

from __future__ import annotations

from scorer.framework.model import TopicIs
from scorer.rules.model import Step
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["evaluate"]


def evaluate(trial: Trial, node: TopicIs, window: Span | None) -> Step:
    """Holds with any accepted hit of the topic."""
    evidence = [trial.hit_evidence(hit) for hit in trial.topic_phrases(window)]
    evidence += [trial.near_evidence(hits) for hits in trial.topic_pairs(window)]
    evidence.sort(key=lambda e: (e.hit, e.phrase))
    return Step("谈到本项", bool(evidence), evidence=tuple(evidence))

"""``topic``: the report speaks of the item, by one of its phrases or near pairs, in a place that counts."""

from __future__ import annotations

from scorer.framework.model import TopicIs
from scorer.rules.model import Step
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["evaluate"]


def evaluate(trial: Trial, node: TopicIs, window: Span | None) -> Step:
    """Holds with any accepted hit of the topic."""
    topic = trial.item.topic
    evidence = [trial.hit_evidence(hit) for hit in trial.hits_of_any(topic.phrases, window)]
    for pair in topic.near:
        evidence += [trial.near_evidence(hits) for hits in trial.near(pair, window)]
    evidence.sort(key=lambda e: (e.hit, e.phrase))
    return Step("谈到本项", bool(evidence), evidence=tuple(evidence))

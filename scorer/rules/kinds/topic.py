"""``topic``: the report speaks of the item, by one of its phrases or near pairs, in a place that counts."""

from __future__ import annotations

from scorer.framework.model import TopicIs
from scorer.matching import Hit
from scorer.quantities.model import Truth
from scorer.rules.metrics import read_metric
from scorer.rules.model import Step
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["evaluate"]


def evaluate(trial: Trial, node: TopicIs, window: Span | None) -> Step:
    """Holds with any accepted hit of the topic, but for those that only carry a number below every line."""
    missed = _missed(trial)
    phrases = [hit for hit in trial.topic_phrases(window) if not _inside(hit, missed)]
    pairs = [hits for hits in trial.topic_pairs(window) if not _inside(hits[0], missed)]
    evidence = [trial.hit_evidence(hit) for hit in phrases]
    evidence += [trial.near_evidence(hits) for hits in pairs]
    evidence.sort(key=lambda e: (e.hit, e.phrase))
    return Step(trial.item, node, bool(evidence), evidence=tuple(evidence))


def _missed(trial: Trial) -> list[Span]:
    """The clauses that state a number which reaches not even the partial line: 出庭应诉率为40% earns no half."""
    clauses = []
    for metric in trial.item.metrics:
        if metric.partial is None or metric.source != "text":
            continue
        for reading in read_metric(trial, metric):
            index = trial.context.report.sentence_at(reading.name.start)
            if index is not None and reading.full is Truth.NO and reading.partial is Truth.NO:
                clauses.append(trial.context.stretch(index, reading.name.start, "clause"))
    return clauses


def _inside(hit: Hit, clauses: list[Span]) -> bool:
    return any(clause.start <= hit.start < clause.end for clause in clauses)

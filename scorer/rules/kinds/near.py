"""``{near: [a, b], within: segment}``: words that prove something only when they stand together."""

from __future__ import annotations

from scorer.framework.model import NearIs
from scorer.rules.model import Step
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["STRETCHES", "evaluate"]

STRETCHES = {"clause": "同一分句", "segment": "同一分项", "sentence": "同一句"}


def evaluate(trial: Trial, node: NearIs, window: Span | None) -> Step:
    """Holds where one accepted hit of each position stands in one stretch."""
    pair = node.near
    within = STRETCHES.get(str(pair.within), f"{pair.within}字之内")
    words = " + ".join(["/".join(alternatives[:3]) for alternatives in pair.words])
    found = trial.near(pair, window)
    evidence = tuple(map(trial.near_evidence, found)) if found else ()
    return Step(f"{within}有 {words}", bool(found), evidence=evidence)

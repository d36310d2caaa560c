"""``{metric: name}``: a named number is stated, or reaches the full or the partial line of its metric."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.framework.model import MetricIs
from scorer.quantities.model import Truth
from scorer.rules.metrics import read_metric
from scorer.rules.model import Evidence, Match, Reading, Step
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["evaluate"]


def evaluate(trial: Trial, node: MetricIs, window: Span | None) -> Step:
    """Holds when a reading reaches the line; None when the best that can be said is that it may."""
    metric = trial.item.metric(node.name)
    readings = [r for r in read_metric(trial, metric) if window is None or window.contains(r.whole)]
    good = [r for r in readings if _truth(r, node.level) is Truth.YES]
    holds: bool | None = bool(good)
    if not good and any(_truth(r, node.level) is Truth.UNKNOWN for r in readings):
        holds = None
    return Step(trial.item, node, holds, evidence=_evidence(trial, good or readings))


def _truth(reading: Reading, level: str) -> Truth:
    if level == "stated":
        return Truth.YES
    if level == "full" or reading.full is Truth.YES:
        return reading.full
    return reading.partial


def _evidence(trial: Trial, readings: Sequence[Reading]) -> tuple[Evidence, ...]:
    return tuple(
        trial.evidence(r.name, Match.METRIC, r.value.metric, whole=r.whole) for r in readings if len(r.whole)
    )

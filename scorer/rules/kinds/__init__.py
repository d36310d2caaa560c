"""The kinds of rule, one file each. A new kind is a node in the model, a file here and a line in ``KINDS``.

An evaluator takes the trial of an item, a node and an optional window, and returns a :class:`Step`: whether
the node holds (None: the report's numbers do not decide it), the evidence, and the steps below it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scorer.framework import model
from scorer.rules.kinds import combine, detail, metric, near, phrase, quantity, section, topic
from scorer.rules.model import Step
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["KINDS", "evaluate"]

Evaluator = Callable[[Trial, Any, "Span | None"], Step]

KINDS: dict[type[model.Condition], Evaluator] = {
    model.TopicIs: topic.evaluate,
    model.PhraseIs: phrase.evaluate,
    model.NearIs: near.evaluate,
    model.MetricIs: metric.evaluate,
    model.QuantityIs: quantity.evaluate,
    model.Detail: detail.evaluate,
    model.SectionIs: section.evaluate,
    model.AllOf: lambda trial, node, window: combine.evaluate_all(trial, node, window, evaluate),
    model.AnyOf: lambda trial, node, window: combine.evaluate_any(trial, node, window, evaluate),
}


def evaluate(trial: Trial, node: model.Condition, window: Span | None = None) -> Step:
    """Try one node of a rule, inside ``window`` only if one is given."""
    return KINDS[type(node)](trial, node, window)

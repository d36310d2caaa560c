"""``all`` and ``any``: conditions put together; ``all`` may ask that everything stands in one stretch."""

from __future__ import annotations

from collections.abc import Callable

from scorer.framework.model import AllOf, AnyOf, Condition
from scorer.rules.model import Evidence, Step
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["evaluate_all", "evaluate_any"]

Evaluate = Callable[[Trial, Condition, "Span | None"], Step]


def evaluate_any(trial: Trial, node: AnyOf, window: Span | None, evaluate: Evaluate) -> Step:
    """Holds when one child holds; undecided when none does and one is undecided. Every child is tried."""
    steps = tuple(evaluate(trial, child, window) for child in node.children)
    outcomes = [step.holds for step in steps]
    holds = True if True in outcomes else None if None in outcomes else False
    return Step(trial.item, node, holds, steps)


def evaluate_all(trial: Trial, node: AllOf, window: Span | None, evaluate: Evaluate) -> Step:
    """Holds when every child holds, in one stretch if ``within`` is given."""
    if node.within is None:
        return _all(trial, node, tuple(evaluate(trial, child, window) for child in node.children))
    first = evaluate(trial, node.children[0], window)
    stretches = _stretches(trial, node, first)
    for stretch in stretches[:-1]:
        steps = _if_all_hold(trial, node, stretch, evaluate)
        if steps is not None:
            return _all(trial, node, steps)
    if stretches:  # the last is shown, whatever it says
        return _all(trial, node, tuple(evaluate(trial, child, stretches[-1]) for child in node.children))
    rest = (evaluate(trial, child, window) for child in node.children[1:])
    return Step(trial.item, node, False, (first, *rest))


def _if_all_hold(trial: Trial, node: AllOf, stretch: Span, evaluate: Evaluate) -> tuple[Step, ...] | None:
    """The steps of all children in one stretch; None as soon as one does not hold."""
    steps = []
    for child in node.children:
        step = evaluate(trial, child, stretch)
        if not step.holds:
            return None
        steps.append(step)
    return tuple(steps)


def _stretches(trial: Trial, node: AllOf, first: Step) -> list[Span]:
    """The stretches in which the first child was found, in order; nothing else can hold them all."""
    context = trial.context
    found: dict[Span, None] = {}
    for evidence in first.evidence or _leaves(first):
        sentence = context.report.sentence_at(evidence.hit[0])
        if sentence is not None and node.within is not None:
            found[context.stretch(sentence, evidence.hit[0], node.within)] = None
    return list(found)


def _leaves(step: Step) -> tuple[Evidence, ...]:
    return (*step.evidence, *(evidence for child in step.children for evidence in _leaves(child)))


def _all(trial: Trial, node: AllOf, steps: tuple[Step, ...]) -> Step:
    outcomes = [step.holds for step in steps]
    holds = False if False in outcomes else None if None in outcomes else True
    return Step(trial.item, node, holds, steps)

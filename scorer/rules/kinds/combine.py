"""``all`` and ``any``: conditions put together; ``all`` may ask that everything stands in one stretch."""

from __future__ import annotations

from collections.abc import Callable

from scorer.framework.model import AllOf, AnyOf, Condition
from scorer.i18n import tr
from scorer.rules.kinds.near import stretch_words
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
    return Step(tr("下列之一"), holds, steps)


def evaluate_all(trial: Trial, node: AllOf, window: Span | None, evaluate: Evaluate) -> Step:
    """Holds when every child holds, in one stretch if ``within`` is given."""
    if node.within is None:
        return _all(tr("下列全部"), tuple(evaluate(trial, child, window) for child in node.children))
    label = tr("{stretch}具备下列全部", stretch=stretch_words(node.within))
    first = evaluate(trial, node.children[0], window)
    last = None
    for stretch in _stretches(trial, node, first):
        last = _all(label, tuple(evaluate(trial, child, stretch) for child in node.children))
        if last.holds:
            return last
    return last or _all(
        label, (first, *(evaluate(trial, child, window) for child in node.children[1:])), never=True
    )


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


def _all(label: str, steps: tuple[Step, ...], never: bool = False) -> Step:
    outcomes = [step.holds for step in steps]
    if never or False in outcomes:
        return Step(label, False, steps)
    return Step(label, None if None in outcomes else True, steps)

"""``{section: [words]}``: a heading of an accepted role names one of the words."""

from __future__ import annotations

from collections import Counter

from scorer.framework.model import SectionIs
from scorer.rules.model import Match, Step
from scorer.rules.trial import Trial
from scorer.structure.model import Role, Section
from scorer.text import Span, fold_phrase

__all__ = ["evaluate"]


def evaluate(trial: Trial, node: SectionIs, window: Span | None) -> Step:
    """Holds when a section with such a heading speaks, in the main, in one of the item's roles."""
    evidence = []
    for section in trial.context.report.sections:
        title = fold_phrase(section.title)
        named = next((phrase for phrase in node.phrases if fold_phrase(phrase) in title), None)
        inside = window is None or window.contains(section.heading)
        if named is not None and inside and _role(trial, section) in trial.item.roles:
            evidence.append(trial.evidence(section.heading, Match.EXACT, named))
    return Step(f"有专段写“{'/'.join(node.phrases[:3])}”", bool(evidence), evidence=tuple(evidence))


def _role(trial: Trial, section: Section) -> Role | None:
    """The role of most of the section's characters."""
    weight: Counter[Role] = Counter()
    for sentence in trial.context.report.sentences:
        if Span(section.start, section.end).contains(sentence.span):
            weight[sentence.role] += len(sentence.span)
    return weight.most_common(1)[0][0] if weight else None

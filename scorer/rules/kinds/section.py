"""``{section: [words], roles: [roles]}``: a heading of an accepted role names one of the words."""

from __future__ import annotations

from collections import Counter

from scorer.framework.model import SectionIs
from scorer.rules.context import Context
from scorer.rules.model import Match, Step
from scorer.rules.trial import Trial
from scorer.structure.model import Realis, Role, Section
from scorer.text import Span, fold_phrase

__all__ = ["evaluate"]

_SAYS = {Realis.PROBLEM: Role.PROBLEM, Realis.PLANNED: Role.PLAN}


def evaluate(trial: Trial, node: SectionIs, window: Span | None) -> Step:
    """Holds when a section with such a heading speaks, in the main, in one of the roles."""
    report = trial.context.report
    phrases = [(phrase, fold_phrase(phrase)) for phrase in node.phrases]
    roles = node.roles or trial.item.roles
    evidence = []
    for section in report.sections:
        title = fold_phrase(section.title)
        named = next((phrase for phrase, folded in phrases if folded in title), None)
        inside = window is None or window.contains(section.heading)
        if named is None or not inside or _is_one_sentence(trial.context, section):
            continue
        if _role(trial.context, section) in roles:
            evidence.append(trial.evidence(trial.context.quotes.trim(section.heading), Match.EXACT, named))
    return Step(trial.item, node, bool(evidence), evidence=tuple(evidence))


def _is_one_sentence(context: Context, section: Section) -> bool:
    """Whether a point says all in one sentence: 一是主要负责人履行第一责任人职责，每年部署一次。 has no heading over a text."""
    index = context.report.sentence_at(section.heading.start)
    if index is None or context.sentence(index).heading:
        return False
    return section.end <= context.sentence(index).end and len(context.sentence(index).clauses) > 1


def _role(context: Context, section: Section) -> Role | None:
    """What the section speaks of: what its heading says (职责有待压实), else the role of most of its characters."""
    report = context.report
    index = report.sentence_at(section.heading.start)
    clause = report.clause_at(section.heading.start)
    if clause is not None and clause.realis in _SAYS:
        return _SAYS[clause.realis]
    weight: Counter[Role] = Counter()
    while index is not None and index < len(report.sentences) and report.sentences[index].start < section.end:
        weight[report.sentences[index].role] += len(report.sentences[index].span)
        index += 1
    return weight.most_common(1)[0][0] if weight else None

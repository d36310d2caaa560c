"""``{quantity: {of: words, unit: units}}``: a number with the unit stands beside one of the words."""

from __future__ import annotations

from scorer.framework.model import QuantityIs
from scorer.matching import Hit
from scorer.quantities import is_past
from scorer.rules.apart import hits_apart
from scorer.rules.context import shifted
from scorer.rules.model import Match, Step
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["beside", "evaluate"]


def evaluate(trial: Trial, node: QuantityIs, window: Span | None) -> Step:
    """Holds where an accepted hit of a word has a number of its own, also where its verb and object stand apart."""
    evidence = []
    for hit in (*trial.hits_of_any(node.of, window), *hits_apart(trial, node.of, window)):
        found = beside(trial, hit, node.units)
        if found is not None and (window is None or window.contains(found)):
            whole = Span(min(hit.start, found.start), max(hit.end, found.end))
            phrase = f"{hit.phrase} {trial.context.report.text.cut(found)}"
            evidence.append(trial.evidence(Span(hit.start, hit.end), Match.DETAIL, phrase, whole=whole))
    return Step(trial.item, node, bool(evidence), evidence=tuple(evidence))


def beside(trial: Trial, hit: Hit, units: tuple[str, ...]) -> Span | None:
    """The place of the number that belongs to a hit, in the text that was read; that of the year before is none."""
    view = trial.context.report.view
    stretch = trial.context.segment_at(hit.sentence, hit.start)
    found = trial.number_beside(hit, stretch, units)
    if found is None:
        return None
    base, end = view.within(stretch)
    past = is_past(view.text[base:end], shifted(found, -base))
    return None if past else view.span(found.start, found.end)

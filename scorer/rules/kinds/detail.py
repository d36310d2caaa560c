"""``{detail: [quantity, document, date, group]}``: what turns a mention into proof, in one stretch with the words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from scorer.framework.model import Detail
from scorer.i18n import Said, said, saidp
from scorer.matching import Hit
from scorer.rules.context import Mention
from scorer.rules.labels import DETAILS
from scorer.rules.model import Evidence, Match, Step
from scorer.rules.together import FARTHEST
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["evaluate"]

_RESULT = saidp("具体细节", "结果")


def evaluate(trial: Trial, node: Detail, window: Span | None) -> Step:
    """Holds where a hit of the words (or of the topic) has one of the details in its stretch."""
    anchors = trial.hits_of_any(node.of, window) if node.of else trial.topic_hits(window)
    evidence = []
    for hit in anchors:
        stretch = trial.context.stretch(hit.sentence, hit.start, node.within)
        found = _find(trial, node, stretch, Span(hit.start, hit.end))
        if found is not None and (window is None or window.contains(found[0])):
            evidence.append(_evidence(trial, hit, *found))
    return Step(trial.item, node, bool(evidence), evidence=tuple(evidence))


def _find(trial: Trial, node: Detail, stretch: Span, anchor: Span) -> tuple[Span, Said] | None:
    """The detail nearest to the anchor, with the word that names its kind."""
    found: list[tuple[Span, Said]] = []
    if "quantity" in node.kinds:
        found += [(number.span, DETAILS["quantity"]) for number in trial.numbers(stretch, node.units)]
    if "document" in node.kinds:
        found += [(span, DETAILS["document"]) for span in _mentions(trial, trial.context.documents, stretch)]
    if "date" in node.kinds:
        found += [(span, DETAILS["date"]) for span in _mentions(trial, trial.context.dates, stretch)]
    if node.words:
        hits = trial.hits_of_any(node.words, stretch)
        spans = [Span(hit.start, hit.end) for hit in hits]
        found += [(span, _RESULT) for span in spans if not span.overlaps(anchor)]
    found = [pair for pair in found if _distance(pair[0], anchor) <= FARTHEST]
    if not found:
        return None
    return min(found, key=lambda pair: (_distance(pair[0], anchor), pair[0], pair[1]))


def _mentions(trial: Trial, mentions: Sequence[Mention], stretch: Span) -> list[Span]:
    first = bisect_left(mentions, stretch.start, key=_start)
    last = bisect_left(mentions, stretch.end, key=_start)
    return [m.span for m in mentions[first:last] if trial.refuse_place(m.sentence, m.span.start) is None]


def _start(mention: Mention) -> int:
    return mention.span.start


def _distance(one: Span, other: Span) -> int:
    if one.overlaps(other):
        return 0
    return other.start - one.end if one.end <= other.start else one.start - other.end


def _evidence(trial: Trial, hit: Hit, detail: Span, kind: Said) -> Evidence:
    whole = Span(min(hit.start, detail.start), max(hit.end, detail.end))
    words = trial.context.report.text.cut(detail).strip("《\n ")
    phrase = said("{phrase} + {kind} {words}", phrase=hit.phrase, kind=kind, words=words)
    return trial.evidence(Span(hit.start, hit.end), Match.DETAIL, phrase, whole=whole)

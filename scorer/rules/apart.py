"""Names whose verb and object a sentence takes apart (审查合同64份、规范性文件17件), as hits that an item may count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorer.framework.model import AnyOf, Condition, Near, NearIs
from scorer.matching import EXACT, Hit
from scorer.quantities import find_apart
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["hits_apart", "spoken_first", "spoken_of"]


def spoken_of(trial: Trial, window: Span | None = None) -> frozenset[int]:
    """The sentences, by index, that speak of the item: with its topic, or with words that prove it by themselves."""
    known = trial.spoken_of.get(window)
    if known is None:
        hits = {hit.sentence for hit in trial.topic_hits(window)}
        hits.update(found[0].sentence for pair in _possible(trial) for found in trial.near(pair, window))
        known = trial.spoken_of[window] = frozenset(hits)
    return known


def spoken_first(trial: Trial) -> dict[int, int]:
    """Where, by sentence, the first word stands that speaks of the item, as :func:`spoken_of` counts them."""
    if trial.spoken_first is None:
        places = [(hit.sentence, hit.start) for hit in trial.topic_hits()]
        places += [
            (found[0].sentence, min(hit.start for hit in found))
            for pair in _possible(trial)
            for found in trial.near(pair)
        ]
        trial.spoken_first = {}
        for sentence, start in sorted(places):
            trial.spoken_first.setdefault(sentence, start)
    return trial.spoken_first


def _possible(trial: Trial) -> tuple[Near, ...]:
    """The pairs that speak of the item by themselves and can stand in the report; of a hundred a few."""
    if trial.lone_pairs is None:
        pairs = (near for rule in (trial.item.met, trial.item.partial) for near in _pairs(rule))
        trial.lone_pairs = tuple(filter(trial.context.places.possible, pairs))
    return trial.lone_pairs


def _pairs(rule: Condition | None) -> Iterator[Near]:
    """The pairs of a rule that hold it alone; what ``all`` asks for besides is not looked at."""
    if isinstance(rule, NearIs):
        yield rule.near
    elif isinstance(rule, AnyOf):
        for child in rule.children:
            yield from _pairs(child)


def hits_apart(trial: Trial, names: Sequence[str], window: Span | None = None) -> tuple[Hit, ...]:
    """The places where one of the names stands apart, in the order of the text; ``phrase`` are the words there.

    Only sentences that speak of the item are looked at, since a verb and an object by themselves may be
    those of many items. Only hits inside ``window``, which lies in one sentence, if one is given.
    """
    if window is not None:
        return _in_window(trial, names, window)
    return tuple(
        hit
        for index in sorted(spoken_of(trial))
        for hit in _in_sentence(trial, names, index)
        if _counts(trial, hit)
    )


def _in_window(trial: Trial, names: Sequence[str], window: Span) -> tuple[Hit, ...]:
    """Few names stand apart, so they are looked for before it is asked whether the window speaks of the item."""
    spoken = spoken_of(trial)  # in any case: what is said against the topic must not depend on what is found
    index = trial.context.report.sentence_at(window.start)
    if index is None or index not in spoken:
        return ()
    inside = [h for h in _in_sentence(trial, names, index) if window.start <= h.start and h.end <= window.end]
    if not inside or index not in spoken_of(trial, window):
        return ()
    return tuple(hit for hit in inside if _counts(trial, hit))


def _in_sentence(trial: Trial, names: Sequence[str], index: int) -> Iterator[Hit]:
    report = trial.context.report
    sentence = trial.context.counted(index)
    for start, stop in find_apart(sentence.text, names, sentence.quantities):
        span = report.view.span(sentence.base + start, sentence.base + stop)
        words = report.text.cut(span)
        yield Hit(words, span.start, span.end, *report.loose.within(span), index, EXACT, 100.0)


def _counts(trial: Trial, hit: Hit) -> bool:
    if trial.mask_of(hit) is not None or trial.context.asides.over(hit.start, hit.end) is not None:
        return False
    return trial.refuse_place(hit.sentence, hit.start) is None

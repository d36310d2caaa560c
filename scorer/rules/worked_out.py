"""Numbers that a report does not state but gives the parts of: a rate of two counts, a total of several."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from scorer.framework.model import Derive, Metric, Ordinals, Total
from scorer.matching import Hit
from scorer.quantities import answers_to, is_cumulative
from scorer.quantities.model import Hedge, Kind, Quantity
from scorer.rules.apart import spoken_of
from scorer.rules.context import shifted
from scorer.rules.model import Period, Reading
from scorer.rules.readings import period_of, reading_of
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["worked_out"]

_BETWEEN_ORDINALS = re.compile("(?:[、和及]?第)?")


def worked_out(trial: Trial, metric: Metric, stated: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """What the report states of a metric, with what can be worked out: a rate where none is stated, a total besides."""
    if isinstance(metric.derive, Total):
        known = {reading.value.value for reading in stated}
        return (*stated, *(r for r in _totals(trial, metric, metric.derive) if r.value.value not in known))
    if stated or metric.derive is None:
        return stated
    if isinstance(metric.derive, Ordinals):
        return tuple(_named(trial, metric, metric.derive))
    return tuple(_rate(trial, metric, metric.derive))


def _rate(trial: Trial, metric: Metric, derive: Derive) -> Iterator[Reading]:
    """The first rate of a numerator and a denominator that stand in one segment of a sentence that speaks of the item."""
    spoken = spoken_of(trial)
    for above in trial.hits_of_any(derive.numerator):
        numerator = _count_at(trial, above) if above.sentence in spoken else None
        if numerator is None:
            continue
        window = trial.context.segment_at(above.sentence, above.start)
        for below in trial.hits_of_any(derive.denominator, window):
            denominator = _count_at(trial, below)
            if denominator is None or denominator.span == numerator.span:
                continue
            rate = _ratio(numerator, denominator)
            if rate is not None:
                yield _told(trial, metric, rate, above, [numerator, denominator])
                return


def _totals(trial: Trial, metric: Metric, total: Total) -> Iterator[Reading]:
    """One total for each passage that gives every part once: 代表建议92件，办复率100%。政协提案67件.

    A passage is a sentence or, where no sentence has all of the parts, a paragraph.
    """
    parts = [_by_sentence(trial, metric, words) for words in total.parts]
    if not all(parts):
        return
    spoken = spoken_of(trial)
    if total.beside:
        beside = {_segment(trial, hit) for hit in trial.hits_of_any(total.beside)}
        parts[0] = _only(parts[0], lambda hit: _segment(trial, hit) in beside)
    sentences = sorted(spoken.intersection(*parts)) or None
    if sentences is None:
        yield from _over_paragraphs(trial, metric, parts, spoken)
        return
    for index in sentences:
        yield from _added(trial, metric, [part[index] for part in parts])


def _named(trial: Trial, metric: Metric, named: Ordinals) -> Iterator[Reading]:
    """How many are named by their ordinals (第六次、第七次会议), each once, in sentences that speak of the item."""
    spoken = spoken_of(trial)
    beside = {_segment(trial, hit) for hit in trial.hits_of_any(named.beside)}
    units = set().union(*map(answers_to, metric.units))
    found: dict[Decimal, tuple[Quantity, Hit]] = {}
    for hit in trial.hits_of_any(named.words):
        if hit.sentence in spoken and (not named.beside or _segment(trial, hit) in beside):
            for ordinal in _ordinals_before(trial, hit):
                if ordinal.unit in units and ordinal.value is not None:
                    found.setdefault(ordinal.value, (ordinal, hit))
    if found:
        ordinals = sorted((ordinal for ordinal, _ in found.values()), key=lambda one: one.start)
        count = Decimal(len(ordinals))
        number = replace(ordinals[0], value=count, low=count, high=count, kind=Kind.NUMBER)
        words = trial.context.report.view.text
        text = "＋".join(f"“{words[ordinal.start - 1 : ordinal.end]}”" for ordinal in ordinals)  # with its 第
        first = min((hit for _, hit in found.values()), key=lambda hit: hit.start)
        yield _told(trial, metric, replace(number, text=text), first, ordinals[:1])


def _ordinals_before(trial: Trial, hit: Hit) -> Iterator[Quantity]:
    """The ordinals right before a word, and those that only 、 or 和 parts from them, the last first."""
    view = trial.context.report.view
    edge = view.within(Span(hit.start, hit.end))[0]
    row = [q for q in trial.context.counted(hit.sentence).quantities if q.kind is Kind.ORDINAL]
    base = trial.context.counted(hit.sentence).base
    for ordinal in reversed([shifted(quantity, base) for quantity in row]):
        if ordinal.end <= edge:
            if not _BETWEEN_ORDINALS.fullmatch(view.text, ordinal.end, edge):
                return
            yield ordinal
            edge = ordinal.start


_Part = dict[int, dict[Quantity, Hit]]  # by sentence the counts of one part, each with a word beside it


def _by_sentence(trial: Trial, metric: Metric, words: tuple[str, ...]) -> _Part:
    """Where a count adjoins its word (35家执法单位) those that stand apart (部门组成三个检查组) are left out."""
    units = set().union(*map(answers_to, metric.units))
    within = trial.context.report.view.within
    near: _Part = {}
    apart: _Part = {}
    for hit in trial.hits_of_any(words):
        count = _count_at(trial, hit)
        if count is not None and count.unit in units:
            start, end = within(Span(hit.start, hit.end))
            adjoins = count.end == start or end == count.start
            (near if adjoins else apart).setdefault(hit.sentence, {})[count] = hit
    return apart | near


def _segment(trial: Trial, hit: Hit) -> Span:
    return trial.context.segment_at(hit.sentence, hit.start)


def _only(part: _Part, suits: Callable[[Hit], bool]) -> _Part:
    """The part without the counts whose word does not suit."""
    kept = {index: {q: hit for q, hit in row.items() if suits(hit)} for index, row in part.items()}
    return {index: row for index, row in kept.items() if row}


def _over_paragraphs(
    trial: Trial, metric: Metric, parts: Sequence[_Part], spoken: frozenset[int]
) -> Iterator[Reading]:
    sentences = trial.context.report.sentences
    paragraphs: dict[int, list[dict[Quantity, Hit]]] = {}
    for number, part in enumerate(parts):
        for index in sorted(spoken & part.keys()):
            row = paragraphs.setdefault(sentences[index].paragraph, [{} for _ in parts])
            row[number].update(part[index])
    for row in paragraphs.values():
        yield from _added(trial, metric, row)


def _added(trial: Trial, metric: Metric, row: Sequence[dict[Quantity, Hit]]) -> Iterator[Reading]:
    """The total, where each part has one count and no two parts the same."""
    counts = [quantity for part in row for quantity in part]
    if len(counts) != len(row) or not all(row) or len({count.span for count in counts}) < len(counts):
        return
    value = _sum(count.value for count in counts)
    if value is None:
        return
    total = replace(
        min(counts, key=lambda count: count.start),
        text="＋".join(count.text for count in counts),
        value=value,
        low=_sum(count.low for count in counts),
        high=_sum(count.high for count in counts),
        hedge=_hedge(counts),
    )
    first = min((hit for part in row for hit in part.values()), key=lambda hit: hit.start)
    yield _told(trial, metric, total, first, counts)


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    """None as soon as one of the values is not known or without bound."""
    known = list(values)
    return None if None in known else sum((value for value in known if value is not None), Decimal(0))


def _told(trial: Trial, metric: Metric, number: Quantity, hit: Hit, counts: Sequence[Quantity]) -> Reading:
    """A number worked out, with the words from the first of its counts to the last."""
    view = trial.context.report.view
    spans = [view.span(count.start, count.end) for count in counts]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    return reading_of(
        trial,
        metric,
        number,
        Span(hit.start, hit.end),
        whole,
        _period(trial, hit.sentence, counts),
        worked_out=number.text,
    )


def _period(trial: Trial, sentence: int, counts: Sequence[Quantity]) -> Period:
    """Cumulative when one of the counts is; their offsets are those of the report's view."""
    report = trial.context.report
    base, end = report.view.within(trial.context.sentence(sentence).span)
    text, year = report.view.text[base:end], report.metadata.year
    inside = [count for count in counts if base <= count.start and count.end <= end]
    return period_of(any(is_cumulative(text, shifted(count, -base), year) for count in inside))


def _count_at(trial: Trial, hit: Hit) -> Quantity | None:
    """The count that stands beside a word, in offsets of the report's view."""
    return trial.number_beside(hit, trial.context.sentence(hit.sentence).span, plain=True)


def _ratio(numerator: Quantity, denominator: Quantity) -> Quantity | None:
    """Numerator ÷ denominator in percent, two decimals; None when units differ or the share is impossible."""
    above, below = numerator.value, denominator.value
    if above is None or below is None or not below or above > below or numerator.unit != denominator.unit:
        return None
    rate = round(Decimal(100) * above / below, 2)
    return replace(
        numerator,
        text=f"{numerator.text}÷{denominator.text}",
        value=rate,
        low=rate,
        high=rate,
        unit="%",
        hedge=_hedge((numerator, denominator)),
        kind=Kind.PERCENT,
    )


def _hedge(counts: Sequence[Quantity]) -> Hedge:
    return Hedge.EXACT if all(count.hedge is Hedge.EXACT for count in counts) else Hedge.APPROX

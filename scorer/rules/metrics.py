"""Metrics of an item: which numbers of the report belong to them, and what those numbers reach."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from scorer.framework.model import Metric
from scorer.i18n import mark
from scorer.matching import Hit
from scorer.quantities import (
    bind,
    compare,
    compare_within,
    is_benchmark,
    is_cumulative,
    is_past,
    is_standard,
    per_year,
)
from scorer.quantities.model import Bound, Hedge, Kind, Quantity, Truth
from scorer.rules.apart import hits_apart, spoken_first, spoken_of
from scorer.rules.context import shifted
from scorer.rules.facts import FACTS
from scorer.rules.model import Period, Reading, Satisfies, Value, Why
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["read_metric"]

_RATES = ("率", "度")
_DECREASES = ("降幅", "压缩率", "压减率", "下降率", "降低率", "减少率")


def read_metric(trial: Trial, metric: Metric) -> tuple[Reading, ...]:
    """All readings of a metric in the order of the text; empty when the report does not state it.

    A rate that the report does not state is worked out from its two counts, if the metric says how.
    """
    known = trial.readings.get(metric.name)
    if known is None:
        known = trial.readings[metric.name] = _read(trial, metric)
    return known


def _read(trial: Trial, metric: Metric) -> tuple[Reading, ...]:
    if metric.source != "text":
        return _read_fact(trial, metric)
    stated = tuple(_read_text(trial, metric))
    return stated or tuple(_derive(trial, metric))


def _read_text(trial: Trial, metric: Metric) -> Iterator[Reading]:
    by_sentence: dict[int, list[Hit]] = {}
    spoken = _and_going_on(trial, spoken_of(trial))
    names = metric.names
    for hit in trial.hits_of_any(names):
        # An alias such as 办结率 or 满意率 says nothing by itself: its sentence must speak of the item.
        if hit.match == "exact" and (
            hit.phrase == metric.name or (hit.sentence in spoken and _spoken_by(trial, hit))
        ):
            by_sentence.setdefault(hit.sentence, []).append(hit)
    for hit in hits_apart(trial, names):
        by_sentence.setdefault(hit.sentence, []).append(hit)
    for index, hits in sorted(by_sentence.items()):
        yield from _bind_sentence(trial, metric, index, _longest(hits))


def _spoken_by(trial: Trial, hit: Hit) -> bool:
    """Whether the item is spoken of up to the segment of a bare rate: 建议答复率100%；收到公开申请1件 has no rate of its own.

    Where no word of the item stands in the sentence the one before it speaks of it.
    """
    if not hit.phrase.endswith(_RATES):
        return True
    first = spoken_first(trial).get(hit.sentence)
    return first is None or first < trial.context.segment_at(hit.sentence, hit.start).end


def _and_going_on(trial: Trial, spoken: frozenset[int]) -> frozenset[int]:
    """With the sentences that only go on where one that speaks of the item ends: 活动现场共发放资料500份。"""
    if not trial.context.going_on:
        return spoken
    more = set(spoken)
    for index in trial.context.going_on:  # in order, so that each may go on where the one before does
        if index - 1 in more:
            more.add(index)
    return frozenset(more)


def _longest(hits: list[Hit]) -> list[Hit]:
    """Of hits that overlap, only the longest: 出庭应诉率 inside 负责人出庭应诉率 is the same mention.

    What is kept is disjoint and in order, so a hit is compared with its two neighbours alone.
    """
    kept: list[Hit] = []
    starts: list[int] = []
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start)):
        at = bisect_right(starts, hit.start)
        if (at and kept[at - 1].end > hit.start) or (at < len(kept) and kept[at].start < hit.end):
            continue
        kept.insert(at, hit)
        starts.insert(at, hit.start)
    return kept


def _bind_sentence(trial: Trial, metric: Metric, index: int, hits: list[Hit]) -> Iterator[Reading]:
    context = trial.context
    view = context.report.view
    sentence = context.counted(index)
    text, base = sentence.text, sentence.base
    names = [_shift(view.within(Span(hit.start, hit.end)), base) for hit in hits]
    for binding in bind(text, names, sentence.quantities, metric.units):
        quantity = binding.quantity
        if binding.how == "all" and metric.name.endswith(_DECREASES):
            continue  # everybody was inspected: that is no fall of inspections by 100 %
        span = view.span(base + quantity.start, base + quantity.end)
        name = view.span(base + binding.name.start, base + binding.name.end)
        refusal = trial.refuse_place(index, span.start)
        if refusal is None and (is_standard(text, quantity) or is_benchmark(text, quantity)):
            refusal = (Why.OTHER_SUBJECT, mark("这是标准或别处的数，不是本地结果"))
        if refusal is None and is_past(text, quantity):
            refusal = (Why.OTHER_SUBJECT, mark("这是上年的数，或只是比上年增减的数"))
        if refusal is not None:
            trial.reject(span, f"{metric.name} {quantity.text}", *refusal)
            continue
        period = _period(is_cumulative(text, quantity, context.report.metadata.year))
        yield _reading(trial, metric, per_year(text, quantity), name, span, period)


def _period(cumulative: bool) -> Period:
    return Period.CUMULATIVE if cumulative else Period.YEAR


def _shift(pair: tuple[int, int], base: int) -> tuple[int, int]:
    return pair[0] - base, pair[1] - base


def _reading(
    trial: Trial, metric: Metric, quantity: Quantity, name: Span, span: Span, period: Period = Period.YEAR
) -> Reading:
    full = _reaches(quantity, metric.full, period)
    partial = _reaches(quantity, metric.partial, period)
    whole = Span(min(name.start, span.start), max(name.end, span.end))
    quote = trial.context.quote(whole.start, whole.end)
    value = Value(
        metric=metric.name,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        hedge=quantity.hedge,
        quote=quote.words,
        start=quote.span.start,
        end=quote.span.end,
        satisfies=_satisfies(full, partial),
        line=quote.line,
        column=quote.column,
        period=period,
    )
    return Reading(value, full, partial, name, whole)


def _reaches(quantity: Quantity, bound: Bound | None, period: Period) -> Truth:
    if bound is None:
        return Truth.NO
    return compare(quantity, bound) if period is Period.YEAR else compare_within(quantity, bound)


def _satisfies(full: Truth, partial: Truth) -> Satisfies:
    if full is Truth.YES:
        return Satisfies.FULL
    if partial is Truth.YES:
        return Satisfies.PARTIAL
    return Satisfies.UNKNOWN if Truth.UNKNOWN in (full, partial) else Satisfies.NONE


def _derive(trial: Trial, metric: Metric) -> Iterator[Reading]:
    """Rates worked out from a numerator and a denominator that stand in one sentence."""
    derive = metric.derive
    if derive is None:
        return
    for above in trial.hits_of_any(derive.numerator):
        numerator = _count_at(trial, above)
        if numerator is None:
            continue
        window = trial.context.sentence(above.sentence).span
        for below in trial.hits_of_any(derive.denominator, window):
            denominator = _count_at(trial, below)
            if denominator is None or denominator.span == numerator.span:
                continue
            rate = _ratio(numerator, denominator)
            if rate is not None:
                view = trial.context.report.view
                spans = [view.span(q.start, q.end) for q in (numerator, denominator)]
                whole = Span(min(s.start for s in spans), max(s.end for s in spans))
                period = _period_of(trial, above.sentence, numerator, denominator)
                yield _reading(trial, metric, rate, Span(above.start, above.end), whole, period)
                return


def _period_of(trial: Trial, sentence: int, *quantities: Quantity) -> Period:
    """Cumulative when one of the counts is; their offsets are those of the report's view."""
    report = trial.context.report
    base, end = report.view.within(trial.context.sentence(sentence).span)
    text, year = report.view.text[base:end], report.metadata.year
    return _period(any(is_cumulative(text, shifted(quantity, -base), year) for quantity in quantities))


def _count_at(trial: Trial, hit: Hit) -> Quantity | None:
    """The count that stands beside a word, in offsets of the report's view."""
    return trial.number_beside(hit, trial.context.sentence(hit.sentence).span, plain=True)


def _ratio(numerator: Quantity, denominator: Quantity) -> Quantity | None:
    """Numerator ÷ denominator in percent, two decimals; None when units differ or the share is impossible."""
    above, below = numerator.value, denominator.value
    if above is None or below is None or not below or above > below or numerator.unit != denominator.unit:
        return None
    rate = round(Decimal(100) * above / below, 2)
    exact = numerator.hedge is Hedge.EXACT and denominator.hedge is Hedge.EXACT
    return replace(
        numerator,
        text=f"{numerator.text}÷{denominator.text}",
        value=rate,
        low=rate,
        high=rate,
        unit="%",
        hedge=Hedge.EXACT if exact else Hedge.APPROX,
        kind=Kind.PERCENT,
    )


def _read_fact(trial: Trial, metric: Metric) -> tuple[Reading, ...]:
    fact = FACTS[metric.source](trial.context)
    if fact.value is None:
        return ()
    place = fact.places[0] if fact.places else Span(0, 0)
    unit = metric.units[0] if metric.units else ""
    text = str(fact.value)
    number = Quantity(0, len(text), text, fact.value, fact.value, fact.value, unit, Hedge.EXACT, Kind.NUMBER)
    first = _reading(trial, metric, number, place, place)
    rest = tuple(replace(first, name=more, whole=more) for more in fact.places[1:])
    return (first, *rest)

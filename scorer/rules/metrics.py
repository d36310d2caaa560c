"""Metrics of an item: which numbers of the report belong to them, and what those numbers reach."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scorer.framework.model import Metric
from scorer.i18n import mark
from scorer.matching import Hit
from scorer.patterns import lazily
from scorer.quantities import (
    bind,
    is_benchmark,
    is_cumulative,
    is_past,
    is_standard,
    per_year,
)
from scorer.quantities.model import Hedge, Kind, Quantity
from scorer.rules.apart import hits_apart, spoken_first, spoken_of
from scorer.rules.facts import FACTS
from scorer.rules.model import Reading, Why
from scorer.rules.readings import period_of, reading_of
from scorer.rules.trial import Trial
from scorer.rules.worked_out import worked_out
from scorer.text import Span

__all__ = ["read_metric"]

_RATES = ("率", "度")
# What may stand before a rate in its clause without saying what it is the rate of: 全年, 我县, 案件.
_NO_OTHER_MATTER = lazily(
    r"\s*(?:[全今本当]年|年内|年度|目前|其中|[全我][省市县区州镇局]|案件|工单|事项|总体?|综合|平均|整体|实现|按[期时]|及时|均|的)*"
)
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
    return worked_out(trial, metric, tuple(_read_text(trial, metric)))


def _read_text(trial: Trial, metric: Metric) -> Iterator[Reading]:
    by_sentence: dict[int, list[Hit]] = {}
    spoken = _and_going_on(trial.context.going_on, spoken_of(trial))
    labelled = _and_going_on(trial.context.labelled, spoken)
    names = metric.names
    for hit in trial.hits_of_any(names):
        # An alias such as 办结率 or 满意率 says nothing by itself: its sentence must speak of the item.
        if hit.match == "exact" and (
            hit.phrase == metric.name
            or (_spoken_by(trial, hit) if hit.sentence in spoken else _under_label(trial, hit, labelled))
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


def _under_label(trial: Trial, hit: Hit, labelled: frozenset[int]) -> bool:
    """Whether a label further up is what a name is about: a long name, or a rate that no other words go before.

    Under 二是办理检察建议。 a bare 整改率 is that of the advice, 环保督察反馈问题整改率 is not.
    """
    if hit.sentence not in labelled:
        return False
    if not hit.phrase.endswith(_RATES):
        return len(hit.phrase) > 4
    clause = trial.context.report.clause_at(hit.start)
    start = clause.start if clause is not None else hit.start
    ahead = trial.context.report.text.content[start : hit.start]
    return _NO_OTHER_MATTER.fullmatch(ahead.rpartition("、")[2]) is not None


def _and_going_on(going_on: Sequence[int], spoken: frozenset[int]) -> frozenset[int]:
    """With the sentences that only go on where one that speaks of the item ends: 活动现场共发放资料500份。"""
    if not going_on:
        return spoken
    more = set(spoken)
    for index in going_on:  # in order, so that each may go on where the one before does
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
        period = period_of(is_cumulative(text, quantity, context.report.metadata.year))
        yield reading_of(trial, metric, per_year(text, quantity), name, span, period)


def _shift(pair: tuple[int, int], base: int) -> tuple[int, int]:
    return pair[0] - base, pair[1] - base


def _read_fact(trial: Trial, metric: Metric) -> tuple[Reading, ...]:
    fact = FACTS[metric.source](trial.context)
    if fact.value is None:
        return ()
    place = fact.places[0] if fact.places else Span(0, 0)
    unit = metric.units[0] if metric.units else ""
    text = str(fact.value)
    number = Quantity(0, len(text), text, fact.value, fact.value, fact.value, unit, Hedge.EXACT, Kind.NUMBER)
    first = reading_of(trial, metric, number, place, place)
    rest = tuple(replace(first, name=more, whole=more) for more in fact.places[1:])
    return (first, *rest)

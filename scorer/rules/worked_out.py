"""Numbers that a report does not state but gives the parts of: a rate of two counts, a total of several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from scorer.framework.model import Derive, Metric, Ordinals, Total
from scorer.matching import Hit
from scorer.patterns import lazily
from scorer.quantities import any_answers_to, is_benchmark, is_cumulative, is_past, is_standard
from scorer.quantities.model import Hedge, Kind, Quantity
from scorer.rules.apart import spoken_of
from scorer.rules.context import shifted
from scorer.rules.model import Period, Reading
from scorer.rules.readings import period_of, reading_of
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["worked_out"]

_BETWEEN_ORDINALS = lazily("(?:[、和及]?第)?")
# Whose meeting it is: 依法治县委员会召开会议，县委常委会第二十次会议…… tells of another body behind the first.
_OTHER_BODIES = ("常委会", "常务会", "党委会", "党组", "协调小组", "办公室", "联席会", "人大", "政协", "政府")


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
        denominators = trial.hits_of_any(derive.denominator, window)
        for below in sorted(denominators, key=partial(_farther, above)):
            denominator = _count_at(trial, below)
            if denominator is None or denominator.span == numerator.span:
                continue
            rate = _ratio(numerator, denominator)
            if rate is not None:
                counts = [numerator, denominator]
                yield _told(trial, metric, rate, above, counts, _period(trial, counts))
                return


def _farther(above: Hit, below: Hit) -> tuple[bool, int]:
    """A share is one of what was named last before it: 排查700件，受理600件，调解成功590件."""
    return below.start > above.start, abs(below.start - above.start)


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
    sentences = sorted(spoken.intersection(*parts))
    if not sentences:
        yield from _over_paragraphs(trial, metric, parts, spoken)
        return
    for index in sentences:
        yield from _added(trial, metric, [part[index] for part in parts])


def _named(trial: Trial, metric: Metric, named: Ordinals) -> Iterator[Reading]:
    """How many are named by their ordinals (第六次、第七次会议), each once, in sentences that speak of the item."""
    spoken = spoken_of(trial)
    beside: dict[Span, list[Hit]] = {}
    for word in trial.hits_of_any(named.beside):
        beside.setdefault(_segment(trial, word), []).append(word)
    units = any_answers_to(metric.units)
    found: dict[Decimal, tuple[Quantity, Hit]] = {}
    for hit in trial.hits_of_any(named.words):
        row = list(_ordinals_before(trial, hit)) if hit.sentence in spoken else []
        if row and named.beside and not _is_theirs(trial, row[-1], beside.get(_segment(trial, hit), [])):
            continue
        for ordinal in row:
            if ordinal.unit in units and ordinal.value is not None:
                found.setdefault(ordinal.value, (ordinal, hit))
    if found:
        ordinals = sorted((ordinal for ordinal, _ in found.values()), key=lambda one: one.start)
        count = Decimal(len(ordinals))
        number = replace(ordinals[0], value=count, low=count, high=count, kind=Kind.NUMBER)
        words = trial.context.report.view.text
        text = "＋".join(f"“{words[ordinal.start - 1 : ordinal.end]}”" for ordinal in ordinals)  # with its 第
        first = min((hit for _, hit in found.values()), key=lambda hit: hit.start)
        # As many as there are, they tell a sum, which an ordinal never does.
        period = _period(trial, [replace(ordinal, kind=Kind.NUMBER) for ordinal in ordinals])
        yield _told(trial, metric, replace(number, text=text), first, ordinals[:1], period)


def _is_theirs(trial: Trial, ordinal: Quantity, beside: Sequence[Hit]) -> bool:
    """Whether one of the words of their segment stands before the ordinals, and no other body between them."""
    view = trial.context.report.view
    ends = (view.within(Span(word.start, word.end))[1] for word in beside)
    last = max((end for end in ends if end <= ordinal.start), default=None)
    if last is None:
        return False
    between = view.text[last : ordinal.start]
    return not any(body in between for body in _OTHER_BODIES)


def _ordinals_before(trial: Trial, hit: Hit) -> Iterator[Quantity]:
    """The ordinals right before a word, and those that only 、 or 和 parts from them, the last first."""
    view = trial.context.report.view
    edge = view.within(Span(hit.start, hit.end))[0]
    counted = trial.context.counted(hit.sentence)
    row = [shifted(q, counted.base) for q in counted.quantities if q.kind is Kind.ORDINAL]
    for ordinal in reversed(row):
        if ordinal.end <= edge:
            if not _BETWEEN_ORDINALS.fullmatch(view.text, ordinal.end, edge):
                return
            yield ordinal
            edge = ordinal.start


_Part = dict[int, dict[Quantity, Hit]]  # by sentence the counts of one part, each with a word beside it


def _by_sentence(trial: Trial, metric: Metric, words: tuple[str, ...]) -> _Part:
    """Where a count adjoins its word (35家执法单位) those that stand apart (部门组成三个检查组) are left out."""
    units = any_answers_to(metric.units)
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
        low_open=any(count.low_open for count in counts),
        high_open=any(count.high_open for count in counts),
    )
    first = min((hit for part in row for hit in part.values()), key=lambda hit: hit.start)
    yield _told(trial, metric, total, first, counts, _period(trial, counts))


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    """None as soon as one of the values is not known or without bound."""
    known = list(values)
    return None if None in known else sum((value for value in known if value is not None), Decimal(0))


def _told(
    trial: Trial, metric: Metric, number: Quantity, hit: Hit, counts: Sequence[Quantity], period: Period
) -> Reading:
    """A number worked out, with the words from the first of its counts to the last."""
    view = trial.context.report.view
    spans = [view.span(count.start, count.end) for count in counts]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    name = Span(hit.start, hit.end)
    return reading_of(trial, metric, number, name, whole, period, worked_out=number.text)


def _period(trial: Trial, counts: Sequence[Quantity]) -> Period:
    """Cumulative when one of the counts is, each in its own sentence; their offsets are those of the report's view."""
    year = trial.context.report.metadata.year
    return period_of(any(is_cumulative(*_in_its_sentence(trial, count), year) for count in counts))


def _in_its_sentence(trial: Trial, count: Quantity) -> tuple[str, Quantity]:
    """The sentence in which a count stands, and the count with its offsets in that."""
    report = trial.context.report
    index = report.sentence_at(report.view.span(count.start, count.end).start)
    if index is None:  # no sentence of its own
        return report.view.text[count.start : count.end], shifted(count, -count.start)
    counted = trial.context.counted(index)
    return counted.text, shifted(count, -counted.base)


def _count_at(trial: Trial, hit: Hit) -> Quantity | None:
    """The count that stands beside a word, in offsets of the report's view; none that is not this year's result."""
    count = trial.number_beside(hit, trial.context.sentence(hit.sentence).span, plain=True)
    if count is None:
        return None
    text, inside = _in_its_sentence(trial, count)
    if is_past(text, inside) or is_standard(text, inside) or is_benchmark(text, inside):
        return None
    return count


def _ratio(numerator: Quantity, denominator: Quantity) -> Quantity | None:
    """Numerator ÷ denominator in percent, two decimals; None when units differ or the share is impossible."""
    above, below = numerator.value, denominator.value
    if above is None or below is None or not below or above > below or numerator.unit != denominator.unit:
        return None
    return replace(
        numerator,
        text=f"{numerator.text}÷{denominator.text}",
        value=_share(above, below),
        low=_share(numerator.low or Decimal(0), denominator.high),
        high=_share(numerator.high, denominator.low or Decimal(0)),
        unit="%",
        hedge=_hedge((numerator, denominator)),
        kind=Kind.PERCENT,
        low_open=numerator.low_open or denominator.high_open,
        high_open=numerator.high_open or denominator.low_open,
    )


def _share(part: Decimal | None, whole: Decimal | None) -> Decimal:
    """In percent; 0 of a whole without bound, and no part is more than its whole."""
    if whole is None:
        return Decimal(0)
    return Decimal(100) if part is None or part >= whole else round(Decimal(100) * part / whole, 2)


def _hedge(counts: Sequence[Quantity]) -> Hedge:
    return Hedge.EXACT if all(count.hedge is Hedge.EXACT for count in counts) else Hedge.APPROX

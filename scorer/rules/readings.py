"""A number of the report as the reading of a metric: its quotation, its period and what it reaches."""

from __future__ import annotations

from scorer.framework.model import Metric
from scorer.quantities import compare, compare_within
from scorer.quantities.model import Bound, Quantity, Truth
from scorer.rules.model import Period, Reading, Satisfies, Value
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["period_of", "reading_of"]


def period_of(cumulative: bool) -> Period:
    """The period of a number that counts more than the year reported, or only that year."""
    return Period.CUMULATIVE if cumulative else Period.YEAR


def reading_of(
    trial: Trial,
    metric: Metric,
    quantity: Quantity,
    name: Span,
    span: Span,
    period: Period = Period.YEAR,
    *,
    worked_out: str = "",
) -> Reading:
    """A reading of the metric: ``name`` is where its name stands, ``span`` its number, in offsets of the text."""
    full = _reaches(quantity, metric.full, period)
    partial = _reaches(quantity, metric.partial, period)
    whole = Span(min(name.start, span.start), max(name.end, span.end))
    quote = trial.context.quotes.around(whole.start, whole.end)
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
        satisfies=_satisfies(metric, full, partial),
        line=quote.line,
        column=quote.column,
        period=period,
        worked_out=worked_out,
    )
    return Reading(value, full, partial, name, whole)


def _reaches(quantity: Quantity, bound: Bound | None, period: Period) -> Truth:
    if bound is None:
        return Truth.NO
    return compare(quantity, bound) if period is Period.YEAR else compare_within(quantity, bound)


def _satisfies(metric: Metric, full: Truth, partial: Truth) -> Satisfies:
    if metric.full is None and metric.partial is None:
        return Satisfies.LISTED
    if full is Truth.YES:
        return Satisfies.FULL
    if partial is Truth.YES:
        return Satisfies.PARTIAL
    return Satisfies.UNKNOWN if Truth.UNKNOWN in (full, partial) else Satisfies.NONE

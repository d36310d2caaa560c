"""Growth that a report claims, worked out again from last year's own number.

办理行政复议案件150件，同比增长25% claims that last year's report had 120 of them. Whether it had is looked up there: by the
words that are counted, and for rates else by the metric of the framework to which both numbers answer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from scorer.compare.growth_claims import POINTS, TIMES, Claim, claims_of, name_of, quote_of, sentences_of
from scorer.compare.model import Growth, Quote
from scorer.compare.subject import Subject
from scorer.i18n import tr
from scorer.quantities.facts import PRECISE, round_to
from scorer.quantities.model import Hedge
from scorer.rules.model import Period, Value

__all__ = ["POINTS", "check_growth"]


@dataclass(frozen=True, slots=True)
class _Base:
    """A number of last year's report; ``exact`` is False where it is hedged."""

    value: Decimal
    exact: bool
    quote: Quote


def check_growth(before: Subject, after: Subject) -> tuple[Growth, ...]:
    """Every claim of growth against last year in ``after``, in the order of the text."""
    with localcontext(PRECISE):
        claims = list(claims_of(after, before.card.report.year))
        if not claims:
            return ()
        told, metrics = _told(before), _metrics(before)
        names = _names_of(after)
        return tuple(_recount(claim, _bases(claim, told, metrics, names, after)) for claim in claims)


def _told(subject: Subject) -> dict[tuple[str, str], list[_Base]]:
    """Last year's numbers by what they count and their unit."""
    assert subject.report is not None  # noqa: S101  a programming error, not an input
    text = subject.report.view.text
    found: dict[tuple[str, str], list[_Base]] = defaultdict(list)
    for facts in sentences_of(subject):
        for fact in facts:
            name = name_of(text, fact)
            if name and fact.quantity.value is not None:
                base = _Base(fact.quantity.value, fact.exact, quote_of(subject, fact, fact.quantity.end))
                found[name, fact.unit].append(base)
    return found


def _values(subject: Subject) -> Iterator[Value]:
    """Numbers that answer to a metric of the framework; sums over several years compare with nothing."""
    for item in subject.card.items:
        yield from (value for value in item.values if value.period is Period.YEAR and value.value is not None)


def _metrics(subject: Subject) -> dict[tuple[str, str], list[_Base]]:
    """Last year's numbers by metric and unit."""
    found: dict[tuple[str, str], list[_Base]] = defaultdict(list)
    for value in _values(subject):
        if value.value is not None:
            base = _Base(value.value, value.hedge is Hedge.EXACT, subject.quote(value.start, value.end))
            found[value.metric, value.unit].append(base)
    return found


def _names_of(subject: Subject) -> list[tuple[int, int, str]]:
    """Which stretch of the text answers to which metric, in order; of two that begin together the shorter first."""
    return sorted({(value.start, value.end, value.metric) for value in _values(subject)})


def _bases(
    claim: Claim,
    told: Mapping[tuple[str, str], Sequence[_Base]],
    metrics: Mapping[tuple[str, str], Sequence[_Base]],
    names: Sequence[tuple[int, int, str]],
    after: Subject,
) -> Sequence[_Base]:
    """Last year's numbers for what a claim counts: by its words, else, for a rate, by its metric.

    A metric of counts takes in too much to be a base: 涉企行政复议案件 are not 行政复议案件.
    """
    found = told.get((claim.name, claim.now.unit), ()) if claim.name else ()
    if found or claim.now.unit != "%":
        return found
    assert after.report is not None  # noqa: S101  claims come from a report
    span = after.report.view.span(claim.now.quantity.start, claim.now.quantity.end)
    for start, end, metric in names[: bisect_left(names, (span.end,))]:
        if start <= span.start and span.end <= end and (metric, claim.now.unit) in metrics:
            return metrics[metric, claim.now.unit]
    return ()


def _recount(claim: Claim, bases: Sequence[_Base]) -> Growth:
    last, note = _agreed(bases)
    found = Growth(
        label=claim.name or claim.now.label,
        claim=claim.quote,
        base=last.quote if last else None,
        now=claim.now.value,
        last=last.value if last else None,
        stated=claim.stated,
        computed=None,
        unit=claim.unit,
        holds=None,
        note=note,
    )
    if last is None:
        return found
    if claim.vague and claim.unit == TIMES:
        return replace(found, note=tr("减少几倍没有确定的含义，不能判定"))
    computed = _computed(claim, claim.unit, last.value)
    if computed is None:
        return replace(found, note=tr("上年数为零，增长率没有意义"))
    judged = _of_a_rate(found, claim, last.value) if claim.vague else _judged(found, claim, computed)
    if judged.holds is False and not (last.exact and claim.exact):
        return replace(judged, holds=None, note=tr("有约数，不能判定"))
    return judged


def _judged(found: Growth, claim: Claim, computed: Decimal) -> Growth:
    holds = abs(claim.stated - computed) <= _last_digit(claim, claim.unit)
    note = tr("只差末位") if holds and claim.stated != computed else ""
    return replace(found, computed=computed, holds=holds, note=note)


def _of_a_rate(found: Growth, claim: Claim, last: Decimal) -> Growth:
    """95%，同比增长5%: the difference of both rates, which is one of points, or the growth of the rate itself."""
    points = claim.now.value - last
    if claim.stated == points:
        return replace(found, unit=POINTS, computed=points, holds=True, note=tr("两个百分率之差应写作百分点"))
    grown = _computed(claim, "%", last)
    judged = _judged(found, claim, points if grown is None else grown)
    told = f"{points:+f}"
    if judged.holds:
        return replace(judged, note=tr("按增长率算相符；两个百分率之差是 {points} 个百分点", points=told))
    return replace(judged, note=tr("按百分点算是 {points}，也不相符", points=told))


def _agreed(bases: Iterable[_Base]) -> tuple[_Base | None, str]:
    """The one number that last year's report gives; none where it gives none, or several."""
    found = list(bases)
    if not found:
        return None, tr("上年报告中没有找到同一事项的数字")
    if len({base.value for base in found}) > 1:
        return None, tr("上年报告中同一事项有几个不同的数字")
    return found[0], ""


def _computed(claim: Claim, unit: str, last: Decimal) -> Decimal | None:
    """The change that both reports give in a unit, rounded as the claim is; None where there is no rate of it."""
    difference = claim.now.value - last
    if unit not in ("%", TIMES):
        return difference
    if not last:
        return None
    return round_to(difference * (100 if unit == "%" else 1) / last, _decimals(claim, unit))


def _decimals(claim: Claim, unit: str) -> int:
    """As many as the claim has; of multiples one at least, or 增长1倍 would hold for anything up to 2."""
    return max(claim.places, 1) if unit == TIMES else claim.places


def _last_digit(claim: Claim, unit: str) -> Decimal:
    """What a rate may be off for being cut instead of rounded; a count may not be off at all."""
    return Decimal(1).scaleb(-_decimals(claim, unit)) if unit in ("%", TIMES) else Decimal(0)

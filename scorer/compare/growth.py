"""Growth that a report claims, worked out again from last year's own number.

办理行政复议案件150件，同比增长25% claims that last year's report had 120 of them. Whether it had is looked up there: by the
words that are counted, and for rates else by the metric of the framework to which both numbers answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from itertools import pairwise

from scorer.compare.model import Growth, Quote
from scorer.compare.subject import Subject
from scorer.i18n import tr
from scorer.quantities.facts import PRECISE, Fact, facts_of, round_to
from scorer.quantities.model import Hedge, Kind
from scorer.rules.model import Period, Value
from scorer.structure.model import Role

__all__ = ["POINTS", "check_growth"]

POINTS = "个百分点"
"""The unit of a difference of two rates."""

# What leads from this year's number to the change. 环比 is against another month and claims nothing of last year.
_CLAIM = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{0,12}?)[，（；]?"
    r"(?:同比|(?:较|比|与)(?P<year>上年度?|去年|上一年度?|20[0-9]{2}年度?)(?:同期)?(?:相比)?)"
    r"[，]?(?:净|共|约|均)?(?P<verb>增长|增加|上升|提高|提升|增|升|减少|下降|降低|减|降)了?(?:约|达到?|近|为)?"
)
_FALLS = ("减", "降", "下降")
# 全年共办理行政复议案件 counts 行政复议案件: what stands in front says when, who and that it was done.
_LEAD = re.compile(
    r"^(?:全年|今年|本年度?|当年|20[0-9]{2}年度?|各级|全[省市县区镇]|我[省市县区镇局]|共|累计|依法|办理|受理|办结|完成|开展|组织|收到|新收)+"
)
_NOUN = re.compile(r"[\u4e00-\u9fff]{2,12}")
_REACH = 36  # characters between a number and the change that is said of it
_MOST = 400  # numbers of one sentence that are looked at
_ROLES = (Role.ACHIEVEMENT, Role.PREAMBLE)
_LABEL = 24  # characters before a number that its quotation shows


@dataclass(frozen=True, slots=True)
class _Claim:
    """This year's number, the change that is claimed, whether it is a fall, and what is counted."""

    now: Fact
    change: Fact
    down: bool
    name: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class _Base:
    """A number of last year's report; ``exact`` is False where it is hedged."""

    value: Decimal
    exact: bool
    quote: Quote


def check_growth(before: Subject, after: Subject) -> tuple[Growth, ...]:
    """Every claim of growth against last year in ``after``, in the order of the text."""
    with localcontext(PRECISE):
        claims = list(_claims(after, before.card.report.year))
        if not claims:
            return ()
        told, metrics = _told(before), _metrics(before)
        names = _names_of(after)
        return tuple(_recount(claim, _bases(claim, told, metrics, names, after)) for claim in claims)


def _sentences(subject: Subject) -> Iterator[tuple[Fact, ...]]:
    """The numbers of each sentence that tells of the year; offsets are those of the view."""
    report = subject.report
    if report is None:
        return
    starts = [quantity.start for quantity in subject.quantities]
    for sentence in report.sentences:
        if sentence.role in _ROLES and not sentence.heading:
            start, end = report.view.within(sentence.span)
            inside = subject.quantities[bisect_left(starts, start) : bisect_left(starts, end)]
            yield facts_of(report.view.text, start, inside[:_MOST])


def _claims(subject: Subject, last_year: int | None) -> Iterator[_Claim]:
    assert subject.report is not None  # noqa: S101  a programming error, not an input
    text = subject.report.view.text
    for facts in _sentences(subject):
        for now, change in pairwise(facts):
            between = text[now.quantity.end : change.quantity.start]
            found = _CLAIM.fullmatch(between) if len(between) <= _REACH else None
            if found is None or not _is_change(now, change):
                continue
            year = (found["year"] or "")[:4]
            if year.isdecimal() and last_year is not None and int(year) != last_year:
                continue  # against another year than the one at hand
            down = found["verb"].startswith(_FALLS)
            quote = _quote(subject, now, change.quantity.end)
            yield _Claim(now, change, down, _name(text, now), quote)


def _is_change(now: Fact, change: Fact) -> bool:
    """Whether the second number can be the change of the first: a rate, points of a rate, or the same unit."""
    if now.unit == "%":
        return change.unit == POINTS
    return change.unit in {"%", now.unit} and change.quantity.kind is not Kind.MULTIPLE


def _name(text: str, fact: Fact) -> str:
    """What is counted: the words before the number, else the noun behind it; empty where nothing names it.

    Both 行政复议案件65件 and 65件行政复议案件 count 行政复议案件.
    """
    label = _LEAD.sub("", fact.label)
    if len(label) > 1:
        return label
    noun = _NOUN.match(text, fact.quantity.end)
    return noun.group() if noun else ""


def _quote(subject: Subject, fact: Fact, end: int) -> Quote:
    """The number with the words before it, up to ``end`` in the view."""
    assert subject.report is not None  # noqa: S101  facts come from a report
    view = subject.report.view
    label = fact.label[-_LABEL:]
    floor = max(0, fact.quantity.start - 2 * _LABEL)
    at = view.text.rfind(label, floor, fact.quantity.start) if label else -1
    return subject.quote_view(at if at >= 0 else fact.quantity.start, end, view)


def _told(subject: Subject) -> dict[tuple[str, str], list[_Base]]:
    """Last year's numbers by what they count and their unit."""
    assert subject.report is not None  # noqa: S101  a programming error, not an input
    text = subject.report.view.text
    found: dict[tuple[str, str], list[_Base]] = defaultdict(list)
    for facts in _sentences(subject):
        for fact in facts:
            name = _name(text, fact)
            if name and fact.quantity.value is not None:
                base = _Base(fact.quantity.value, fact.exact, _quote(subject, fact, fact.quantity.end))
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
    claim: _Claim,
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


def _recount(claim: _Claim, bases: Sequence[_Base]) -> Growth:
    sign = -1 if claim.down else 1
    unit = claim.change.unit
    stated = sign * claim.change.value
    last, note = _agreed(bases)
    computed = None if last is None else _computed(claim, last.value)
    if last is not None and computed is None:
        note = tr("上年数为零，增长率没有意义")
    holds = None if computed is None else abs(stated - computed) <= _last_digit(claim.change)
    if last is not None and holds is False and not (last.exact and claim.now.exact and claim.change.exact):
        holds, note = None, tr("有约数，不能判定")
    elif holds and stated != computed:
        note = tr("只差末位")
    return Growth(
        label=claim.name or claim.now.label,
        claim=claim.quote,
        base=last.quote if last else None,
        now=claim.now.value,
        last=last.value if last else None,
        stated=stated,
        computed=computed,
        unit=unit,
        holds=holds,
        note=note,
    )


def _agreed(bases: Iterable[_Base]) -> tuple[_Base | None, str]:
    """The one number that last year's report gives; none where it gives none, or several."""
    found = list(bases)
    if not found:
        return None, tr("上年报告中没有找到同一事项的数字")
    if len({base.value for base in found}) > 1:
        return None, tr("上年报告中同一事项有几个不同的数字")
    return found[0], ""


def _computed(claim: _Claim, last: Decimal) -> Decimal | None:
    """The change that both reports give, rounded as the claim is."""
    difference = claim.now.value - last
    if claim.change.unit != "%" or claim.now.unit == "%":
        return difference
    return round_to(difference * 100 / last, _places(claim.change)) if last else None


def _places(change: Fact) -> int:
    """Decimals that the claim states, two at most: a fraction (减少三分之一) is endless in decimals."""
    return min(2, max(0, -int(change.value.as_tuple().exponent)))


def _last_digit(change: Fact) -> Decimal:
    """What a rate may be off for being cut instead of rounded; a count may not be off at all."""
    return Decimal(1).scaleb(-_places(change)) if change.unit == "%" else Decimal(0)

"""Claims of growth in a report: this year's number, and the change against last year that is said of it.

Four ways of saying it are known: a rate or a difference (同比增长25%, 较上年增加30件), a multiple on top (增长1倍), doublings
(翻一番), and this year's number as so many times last year's (是上年的1.08倍, 为上年的108%).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from scorer.compare.model import Quote
from scorer.compare.subject import Subject
from scorer.quantities.facts import Fact, facts_of
from scorer.quantities.model import Kind
from scorer.structure.model import Role

__all__ = ["POINTS", "TIMES", "Claim", "claims_of", "name_of", "quote_of", "sentences_of"]

POINTS = "个百分点"
"""The unit of a difference of two rates."""

TIMES = "倍"
"""The unit of growth by multiples: how many times last year's number came on top of it."""

_YEAR = r"(?P<year>上年度?|去年|上一年度?|20[0-9]{2}年度?)"
_NOUN_BETWEEN = r"(?P<noun>[\u4e00-\u9fff]{0,12}?)[，（；]?"
# What leads from this year's number to the change. 环比 is against another month and claims nothing of last year.
_CHANGE = re.compile(
    rf"{_NOUN_BETWEEN}(?:同比|(?:较|比|与){_YEAR}(?:同期)?(?:相比)?)"
    r"[，]?(?:净|共|约|均)?(?P<verb>增长|增加|上升|提高|提升|增|升|减少|下降|降低|减|降|翻)了?(?:约|达到?|近|为)?"
)
# What leads to how much of last year's number this year's is.
_RATIO = re.compile(rf"{_NOUN_BETWEEN}(?:是|为|达到?|相当于){_YEAR}(?:同期|全年)?的(?:约|近)?")
_FALLS = ("减", "降", "下降")
_DOUBLES, _SHARE = "翻", "占"
_MORE = ("多", "余", "以上", "左右", "强")  # behind a number: 3倍多
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
class Claim:
    """This year's number and the change that is claimed for what is counted (``name``, empty where nothing names it).

    ``stated`` has its sign and is in ``unit``: %, POINTS, TIMES, or the unit that is counted. ``places`` are the decimals it is told with;
    ``exact`` is False where a number is hedged. ``vague`` is a change that can be read in several ways: a rate of a
    rate is one of points or of the rate itself, and to fall by 1 倍 means nothing certain.
    """

    now: Fact
    stated: Decimal
    unit: str
    places: int
    exact: bool
    vague: bool
    name: str
    quote: Quote


def sentences_of(subject: Subject) -> Iterator[tuple[Fact, ...]]:
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


def claims_of(subject: Subject, last_year: int | None) -> Iterator[Claim]:
    """The claims of a report that has a text, in order; those against another year than ``last_year`` are none."""
    assert subject.report is not None  # noqa: S101  a programming error, not an input
    text = subject.report.view.text
    for facts in sentences_of(subject):
        for now, change in pairwise(facts):
            between = text[now.quantity.end : change.quantity.start]
            if len(between) > _REACH:
                continue
            found = _CHANGE.fullmatch(between) or _RATIO.fullmatch(between)
            if found is None or not _is_last(found["year"], last_year):
                continue
            claim = _claim(subject, now, change, found.groupdict().get("verb"))
            if claim is not None:
                yield claim


def _is_last(words: str | None, last_year: int | None) -> bool:
    year = (words or "")[:4]
    return not year.isdecimal() or last_year is None or int(year) == last_year


def _claim(subject: Subject, now: Fact, change: Fact, verb: str | None) -> Claim | None:
    """The claim of two numbers; ``verb`` is None for a ratio. None where the second is no change of the first."""
    assert subject.report is not None  # noqa: S101  facts come from a report
    text = subject.report.view.text
    down = verb is not None and verb.startswith(_FALLS)
    multiple = change.quantity.kind is Kind.MULTIPLE
    stated, unit = change.value, change.unit
    if multiple:
        # Of 增长1倍 and 翻一番 too the number is 2, what this year's is of last year's; a fall is left as it stands.
        stated, unit = stated if down else stated - 1, TIMES
    elif verb is None:
        stated -= 100
        if unit != "%":
            return None
    elif unit != "%" and unit != (POINTS if now.unit == "%" else now.unit):
        return None
    of_a_rate = now.unit == "%" and unit == "%" and verb is not None
    if (verb == _DOUBLES and not multiple) or (of_a_rate and now.label.endswith(_SHARE)):
        return None  # a share is said of another number, and so is its growth
    return Claim(
        now=now,
        stated=-stated if down else stated,
        unit=unit,
        places=_places(change),
        exact=now.exact and change.exact and not text.startswith(_MORE, change.quantity.end),
        vague=of_a_rate or (multiple and down),
        name=name_of(text, now),
        quote=quote_of(subject, now, change.quantity.end),
    )


def _places(change: Fact) -> int:
    """Decimals that the claim states, two at most: a fraction (减少三分之一) is endless in decimals."""
    return min(2, max(0, -int(change.value.as_tuple().exponent)))


def name_of(text: str, fact: Fact) -> str:
    """What is counted: the words before the number, else the noun behind it; empty where nothing names it.

    Both 行政复议案件65件 and 65件行政复议案件 count 行政复议案件.
    """
    label = _LEAD.sub("", fact.label)
    if len(label) > 1:
        return label
    noun = _NOUN.match(text, fact.quantity.end)
    return noun.group() if noun else ""


def quote_of(subject: Subject, fact: Fact, end: int) -> Quote:
    """The number with the words before it, up to ``end`` in the view."""
    assert subject.report is not None  # noqa: S101  facts come from a report
    view = subject.report.view
    label = fact.label[-_LABEL:]
    floor = max(0, fact.quantity.start - 2 * _LABEL)
    at = view.text.rfind(label, floor, fact.quantity.start) if label else -1
    return subject.quote_view(at if at >= 0 else fact.quantity.start, end, view)

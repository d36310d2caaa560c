"""Numbers that belong to the report as a whole: how many problems it lists, when it was signed, how dense it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from scorer.quantities import long_period
from scorer.quantities.model import Kind
from scorer.rules.context import Context
from scorer.rules.lists import list_items, stated_problems, stated_tasks
from scorer.rules.numbers import Number
from scorer.structure.dates import years_in
from scorer.structure.model import Level, Role
from scorer.text import Span

__all__ = ["FACTS", "Fact"]

_SHOWN_PLACES = 6  # of the places of numbers; a whole report has hundreds
_SHORT_LIST = 2  # items of a plan's list that may each hold several tasks: （一）…… （二）……
_SHOWN_ITEM = 160  # characters of a list's item; a point that runs over a page is known by its beginning
_DIGIT = re.compile(r"\d")
_THIS_YEAR = "本年度"
# 2022年1月起由区政府统一管辖: from when something is in force, which is no year that is told of.
_FROM = re.compile(r"20\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?起")
_SAID = re.compile("现将|现就|如下[：:。]?$|(?:报告|汇报|总结|公布)如下")
_WHOLE = re.compile("(?:法治政府建设|法治建设|依法行政)[^，。；]{0,12}(?:情况|成效|举措|做法|工作)")
_OF_DEEDS = re.compile("法治|依法行政|依法治|工作|成效|举措|总体情况")
# 对2010年以来的413件文件逐件清理: how old the things are with which something was done this year.
_OF_OLD = re.compile(r"的[^，。；]{0,12}\d")
_HANDLED = re.compile("(?:对|将|把|就|清理|复查|梳理|排查|整理|起底|回访|评估)$")
_GOVERNMENT = ("人民政府", "办事处", "管理委员会", "管委会")
# These draft a government's report and sign it at times, but it is not theirs.
_DRAFTER = re.compile(r"依法治[省市区县旗州镇乡]|依法行政.{0,8}领导小组|司法[局厅]")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with the places that show it; ``value`` None means that the report does not say."""

    value: Decimal | None
    places: tuple[Span, ...] = ()


def _counted(context: Context, places: list[Span]) -> Fact:
    return Fact(Decimal(len(places)), tuple(context.quotes.trim(place) for place in places))


def _problems(context: Context) -> Fact:
    """How many problems are named: the items of a list, else what the sentences themselves state."""
    return _listed(context, Role.PROBLEM) or _counted(context, stated_problems(context))


def _plans(context: Context) -> Fact:
    """How many tasks are set: the items of a list, else the sentences of the plan; of a short list the greater number."""
    listed = _listed(context, Role.PLAN)
    if listed is not None and len(listed.places) > _SHORT_LIST:
        return listed
    stated = _counted(context, stated_tasks(context))
    return stated if listed is None or len(stated.places) > len(listed.places) else listed


def _listed(context: Context, role: Role) -> Fact | None:
    """The items of the lists in a role, each with what it says: 一是加强领导。制定工作要点…… is no bare 加强领导.

    Tasks are shown with the words that open their list: 2022年，我县将…… tells for which year they are set.
    """
    headings = list_items(context, role)
    if not headings:
        return None
    ends = {section.heading: section.end for section in context.report.sections}
    places = [_with_body(context, heading, ends[heading], role) for heading in headings]
    first = context.report.sentence_at(headings[0].start) or 0
    before = context.report.sentences[first - 1] if first else None
    opening = [before.span] if role is Role.PLAN and before is not None and before.role is role else []
    return Fact(Decimal(len(headings)), tuple(context.quotes.trim(place) for place in [*opening, *places]))


def _with_body(context: Context, heading: Span, end: int, role: Role) -> Span:
    """The heading and the whole sentences of that role below it, as far as :data:`_SHOWN_ITEM` characters."""
    shown = heading
    index = context.report.sentence_at(heading.start)
    for sentence in context.report.sentences[index:] if index is not None else ():
        near = sentence.end <= min(end, heading.start + _SHOWN_ITEM)
        if sentence.role is not role or not near:
            break
        shown = Span(heading.start, max(shown.end, sentence.end))
    return shown


def _density(context: Context) -> Fact:
    """Quantities in digits with a unit for every 1000 characters of the report, web page and white space apart.

    One decimal. 五大行动 and 三类案卷 state no result; the lines of R.8 were drawn on counts without them.
    """
    report = context.report
    words = [s for s in report.sentences if s.role is not Role.CHROME]
    view = report.view.text
    inside = (report.view.within(sentence.span) for sentence in words)
    characters = sum(len("".join(view[start:end].split())) for start, end in inside)
    if not characters:
        return Fact(None)
    stated = [
        number
        for number in context.numbers.with_units(())
        if report.sentences[number.sentence].role is not Role.CHROME and _DIGIT.search(number.quantity.text)
    ]
    return Fact(round(Decimal(1000 * len(stated)) / characters, 1), _densest(context, stated))


def _densest(context: Context, stated: Sequence[Number]) -> tuple[Span, ...]:
    """The stretches between semicolons that state the most numbers, in the order of the text."""
    inside: dict[Span, list[Span]] = {}
    for number in stated:
        inside.setdefault(context.segment_at(number.sentence, number.span.start), []).append(number.span)
    most = sorted(inside.values(), key=lambda spans: (-len(spans), spans[0]))[:_SHOWN_PLACES]
    return tuple(sorted(Span(spans[0].start, spans[-1].end) for spans in most))


def _days_late(context: Context) -> Fact:
    """Days from 1 March of the following year to the date of issue; negative when it was early.

    Of a month without a day the last day counts, which it cannot have been later than.
    """
    metadata = context.report.metadata
    if metadata.date is None or metadata.year is None or "date" not in metadata.spans:
        return Fact(None)  # a day that only the page around the report tells is when it was put there
    year, month, *rest = (int(part) for part in metadata.date.split("-"))
    # a month without a day is taken at its last, the day before the first of the next
    next_month = date(year + month // 12, month % 12 + 1, 1)
    issued = date(year, month, rest[0]) if rest else next_month - timedelta(days=1)
    return Fact(Decimal((issued - date(metadata.year + 1, 3, 1)).days), _place(context, "date"))


def _title_year(context: Context) -> Fact:
    """1: the title names the year reported on, and the body speaks of it; 0: only one of the two names it."""
    metadata = context.report.metadata
    if metadata.year is None:
        return Fact(None)
    if not metadata.title or "title" not in metadata.spans or metadata.year not in years_in(metadata.title):
        return Fact(Decimal(0), _year_announced(context, metadata.year) or _place(context, "year"))
    told = _years_headed(context) or _years_told(context)
    return Fact(Decimal(1 if metadata.year in told or not told else 0), _place(context, "title"))


def _years_headed(context: Context) -> Counter[int]:
    """The years in first headings that announce the deeds as a whole: 一、2024年法治政府建设情况."""
    titles = (
        section.title
        for section in context.report.sections
        if section.depth == 1 and _begins(context, section.heading, Role.ACHIEVEMENT)
    )
    return Counter(year for title in titles if _WHOLE.search(title) for year in years_in(title))


def _begins(context: Context, place: Span, role: Role) -> bool:
    index = context.report.sentence_at(place.start)
    return index is not None and context.sentence(index).role is role


def _year_announced(context: Context, year: int) -> tuple[Span, ...]:
    """Where a report without a year in its title says which it tells of: 现将2021年……报告如下, else a heading.

    现将本年度……报告如下 says it only together with the place that names the year.
    """
    content = context.report.text.content
    for sentence in context.report.sentences:
        words = content[sentence.start : sentence.end]
        opens = sentence.role is Role.PREAMBLE and _SAID.search(words) is not None
        names = sentence.heading and sentence.role is Role.ACHIEVEMENT and _OF_DEEDS.search(words) is not None
        if (opens or names) and year in years_in(words):
            return (sentence.span,)
        if opens and _THIS_YEAR in words:
            return (*_place(context, "year"), sentence.span)
    return ()


def _years_told(context: Context) -> Counter[int]:
    """How often the opening and the achievements name each year."""
    content = context.report.text.content
    roles = (Role.PREAMBLE, Role.ACHIEVEMENT)
    title = context.report.metadata.spans.get("title", Span(0, 0))
    told = [s.span for s in context.report.sentences if s.role in roles and not s.span.overlaps(title)]
    words = (_FROM.sub("", content[span.start : span.end]) for span in told)
    return Counter(year for stretch in words for year in years_in(stretch))


def _issuer_government(context: Context) -> Fact:
    """1: the government (or the department that reports) signs; 0: another organ signs in its place; None: nobody."""
    metadata = context.report.metadata
    issuer = metadata.issuer
    if not issuer or "issuer" not in metadata.spans:
        return Fact(None)
    department = metadata.level is Level.DEPARTMENT and not _DRAFTER.search(issuer)
    return Fact(Decimal(1 if issuer.endswith(_GOVERNMENT) or department else 0), _place(context, "issuer"))


def _date(context: Context) -> Fact:
    stated = "date" in context.report.metadata.spans
    return Fact(Decimal(1) if stated else None, _place(context, "date") if stated else ())


def _contradictions(context: Context) -> Fact:
    """How many of the report's own arithmetical relations do not hold."""
    view = context.report.view
    broken = [r for r in context.relations if r.holds is False and r.severity == "warning"]
    return Fact(Decimal(len(broken)), tuple(view.span(r.start, r.end) for r in broken))


def _long_periods(context: Context) -> Fact:
    """How many times deeds are counted over more than the year reported: 自2019年以来, 成立以来 or 近三年, with a number."""
    places = []
    for sentence in context.report.sentences:
        if sentence.role not in (Role.PREAMBLE, Role.ACHIEVEMENT) or sentence.heading:
            continue
        for segment in sentence.segments:
            since = _since(context, segment)
            stated = context.numbers.inside(Span(since.end, segment.end)) if since else ()
            if since and any(n.quantity.unit and n.quantity.kind is Kind.NUMBER for n in stated):
                places.append(Span(since.start, segment.end))
    return _counted(context, places)


def _since(context: Context, stretch: Span) -> Span | None:
    """The first words in a stretch that open a period which begins before the year reported.

    One in quotation marks is part of a name: 获“2016—2020年普法先进集体”称号.
    """
    view = context.report.view
    start, end = view.within(stretch)
    found = long_period(view.text, start, end, context.report.metadata.year)
    if found is None or view.text.count("“", start, found[0]) > view.text.count("”", start, found[0]):
        return None
    if _OF_OLD.match(view.text, found[1], found[1] + 24) and _HANDLED.search(view.text, start, found[0]):
        return None
    return view.span(*found)


def _place(context: Context, field: str) -> tuple[Span, ...]:
    span = context.report.metadata.spans.get(field)
    return (span,) if span else ()


# What `from:` of a metric may name, apart from `text`.
FACTS: dict[str, Callable[[Context], Fact]] = {
    "problems": _problems,
    "plans": _plans,
    "density": _density,
    "days_late": _days_late,
    "title_year": _title_year,
    "issuer_government": _issuer_government,
    "date": _date,
    "contradictions": _contradictions,
    "long_periods": _long_periods,
}

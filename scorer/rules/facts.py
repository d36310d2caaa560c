"""Numbers that belong to the report as a whole: how many problems it lists, when it was signed, how dense it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scorer.quantities.model import Kind
from scorer.rules.context import Context
from scorer.structure.model import Realis, Role, Sentence
from scorer.text import Span

__all__ = ["FACTS", "Fact"]

# A list item opens with 一是 or （1）; what stands in front of the first one only introduces the list.
_ITEM_OPENING = re.compile(r"[一二三四五六七八九十]{1,3}(?:是|要)|第[一二三四五六七八九十]{1,3}[，、]|[（(]?[0-9]{1,2}[）)]")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with the places that show it; ``value`` None means that the report does not say."""

    value: Decimal | None
    places: tuple[Span, ...] = ()


def _sentences(context: Context, role: Role) -> list[Sentence]:
    return [s for s in context.report.sentences if s.role is role and not s.heading]


def _problems(context: Context) -> Fact:
    """How many problems are named: list items, else stretches between semicolons, else clauses that state one."""
    places: list[Span] = []
    for sentence in _sentences(context, Role.PROBLEM):
        stated = [clause for clause in sentence.clauses if clause.realis is Realis.PROBLEM]
        segments = [s for s in sentence.segments if any(s.start <= clause.start < s.end for clause in stated)]
        clauses = [Span(clause.start, clause.end) for clause in stated]
        places += _listed(context, sentence) or (segments if len(segments) > 1 else clauses)
    return Fact(Decimal(len(places)), tuple(context.trim(place) for place in places))


def _plans(context: Context) -> Fact:
    """How many tasks are listed: list items, numbered sections under the plan, else sentences."""
    sentences = _sentences(context, Role.PLAN)
    places = [place for sentence in sentences for place in _listed(context, sentence)]
    if not places:
        numbered = [s for s in context.report.sentences if s.role is Role.PLAN and s.heading]
        places = [s.span for s in (numbered if len(numbered) > 1 else sentences)]
    return Fact(Decimal(len(places)), tuple(context.trim(place) for place in places))


def _listed(context: Context, sentence: Sentence) -> list[Span]:
    content = context.report.text.content
    return [s for s in sentence.segments if _ITEM_OPENING.match(content[s.start : s.end].lstrip())]


def _density(context: Context) -> Fact:
    """Quantities with a unit for every 1000 characters of the report, white space apart; one decimal."""
    characters = sum(1 for character in context.report.view.text if not character.isspace())
    if not characters:
        return Fact(None)
    stated = [n for n in context.numbers if n.quantity.unit and n.quantity.kind is not Kind.ORDINAL]
    return Fact(round(Decimal(1000 * len(stated)) / characters, 1), tuple(n.span for n in stated[:3]))


def _days_late(context: Context) -> Fact:
    """Days from 1 March of the following year to the date of issue; negative when it was early."""
    metadata = context.report.metadata
    if metadata.date is None or metadata.year is None or len(metadata.date) < len("2022-03-02"):
        return Fact(None)
    late = (date.fromisoformat(metadata.date) - date(metadata.year + 1, 3, 1)).days
    return Fact(Decimal(late), _place(context, "date"))


def _title_year(context: Context) -> Fact:
    metadata = context.report.metadata
    named = bool(metadata.title and metadata.year and str(metadata.year) in metadata.title)
    return Fact(Decimal(1) if named else None, _place(context, "title") if named else ())


def _issuer_government(context: Context) -> Fact:
    issuer = context.report.metadata.issuer
    own = bool(issuer and issuer.endswith(("人民政府", "办事处", "管理委员会", "管委会")))
    return Fact(Decimal(1) if own else None, _place(context, "issuer") if own else ())


def _date(context: Context) -> Fact:
    stated = context.report.metadata.date is not None
    return Fact(Decimal(1) if stated else None, _place(context, "date") if stated else ())


def _contradictions(context: Context) -> Fact:
    """How many of the report's own arithmetical relations do not hold."""
    view = context.report.view
    broken = [r for r in context.relations if r.holds is False and r.severity == "warning"]
    return Fact(Decimal(len(broken)), tuple(view.span(r.start, r.end) for r in broken))


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
}

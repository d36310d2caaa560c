"""The audit of a whole report, ready to be shown: every relation with its quotation and place, and the counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from scorer.quantities.audit import audit
from scorer.quantities.model import Relation
from scorer.reading.interface import Document
from scorer.structure.model import Report
from scorer.text import Span

__all__ = ["RELATIONS", "Checked", "Ledger", "Tally", "audit_report"]

# Every kind of relation, in the order in which they are shown.
RELATIONS = ("sum", "bound", "ratio", "growth", "repeat", "sequence")

_LONGEST = 60  # characters that a quotation may reach back for the words its first number counts
_CLAUSE_ENDS = "，,。；;：:！？\n"
_REST = re.compile(r"[^，,。；;：:、！？（）()\n]{1,16}(?=[，,。；;：:、！？）)\n])")
_HEADING = re.compile(r"[）)]?[、.．]?[^。；：，,\n]{0,30}")
_CLOSING = re.compile(r"[^（(，,。；;！？\n]{0,24}[）)]")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many relations were checked, hold, do not hold (``warnings`` of these as warnings), or stay open."""

    checked: int = 0
    holds: int = 0
    fails: int = 0
    unknown: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """A relation with its words in the report; ``start`` and ``end`` are code points of the text that was read.

    ``place`` is what the container calls the place (第3页), None where it knows none.
    """

    relation: Relation
    quote: str
    start: int
    end: int
    line: int
    column: int
    place: str | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the numbers of one report say about each other, in the order of the text."""

    name: str
    title: str | None
    sha256: str
    reader: str
    checked: tuple[Checked, ...]
    warnings: tuple[tuple[str, str], ...] = ()

    def tally(self, relation: str | None = None) -> Tally:
        """The counts of one kind of relation, or of all."""
        found = [one.relation for one in self.checked if relation in {None, one.relation.relation}]
        fails = [one for one in found if one.holds is False]
        return Tally(
            checked=len(found),
            holds=sum(one.holds is True for one in found),
            fails=len(fails),
            unknown=sum(one.holds is None for one in found),
            warnings=sum(one.severity == "warning" for one in fails),
        )


def audit_report(document: Document, report: Report) -> Ledger:
    """Check the arithmetic of a report that was read and parsed."""
    view = report.view
    found = audit(view.text, [view.within(sentence.span) for sentence in report.sentences])
    warnings = [(warning.code, warning.message) for warning in document.warnings]
    warnings += [(notice.code, notice.message) for notice in report.warnings]
    return Ledger(
        Path(document.text.name).name,
        report.metadata.title,
        document.sha256,
        document.reader,
        tuple(_checked(document, report, relation) for relation in found),
        tuple(warnings),
    )


def _checked(document: Document, report: Report, relation: Relation) -> Checked:
    view, text = report.view, report.text
    span = _with_words(text.content, view.span(relation.start, relation.end))
    if relation.relation == "sequence":
        span = _heading(text.content, span)
    place = text.locate(span.start)
    return Checked(
        relation,
        text.cut(span),
        span.start,
        span.end,
        place.line,
        place.column,
        document.place_at(span.start),
    )


def _with_words(content: str, span: Span) -> Span:
    """The span from the beginning of its clause to its end if that is near, so that it says what is counted."""
    floor = max(0, span.start - _LONGEST)
    start = max(content.rfind(mark, floor, span.start) for mark in _CLAUSE_ENDS) + 1
    start = span.start if start <= floor and floor else start
    while content[start : start + 1].isspace() and start < span.start:
        start += 1
    inner = content[start : span.end]
    opened = sum(map(inner.count, "（(")) > sum(map(inner.count, "）)"))
    rest = (_CLOSING if opened else _REST).match(content, span.end)
    return Span(start, rest.end() if rest else span.end)


def _heading(content: str, span: Span) -> Span:
    """The number of a heading with the words behind it, so that it can be found on the page."""
    words = _HEADING.match(content, span.end)
    return Span(span.start, words.end() if words else span.end)

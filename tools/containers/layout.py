"""The lines of a sample report and how a typist would set each of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from scorer.reading import read_file
from scorer.structure import parse_report
from scorer.structure.model import Report, Role
from scorer.text import Span

__all__ = ["Line", "Look", "Sheet", "lay_out"]

_SIGNATURE = 40  # a longer line of the closing is a sentence and set as one


class Look(Enum):
    """What a line looks like on paper."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text file; ``depth`` is that of a heading, ``bold`` counts the characters of a run-in one."""

    words: str
    look: Look
    depth: int = 0
    bold: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report ready to be set: its title on one line, its issuer and date where it names them, its lines."""

    name: str
    title: str
    issuer: str
    date: str
    lines: tuple[Line, ...]


def lay_out(path: Path) -> Sheet:
    """The non-empty lines of a text file, in order, none changed but for white space at their ends."""
    text = read_file(path).text
    report = parse_report(text)
    lines = []
    at = 0
    for raw in text.content.split("\n"):
        words = raw.strip()
        if words:
            start = at + raw.index(words[0])
            lines.append(_line(words, Span(start, start + len(words)), report))
        at += len(raw) + 1
    metadata = report.metadata
    return Sheet(
        path.stem, metadata.title or path.stem, metadata.issuer or "", metadata.date or "", tuple(lines)
    )


def _line(words: str, span: Span, report: Report) -> Line:
    title = report.metadata.spans.get("title")
    if title and title.overlaps(span):
        return Line(words, Look.TITLE)
    for section in report.sections:
        if span.start <= section.heading.start and section.heading.start < span.end:
            if section.heading.end >= span.end - 1:  # its full stop may be left out of a heading
                return Line(words, Look.HEADING, depth=section.depth)
            return Line(words, Look.BODY, bold=section.heading.end - span.start)
    index = report.sentence_at(span.start)
    closing = index is not None and report.sentences[index].role is Role.CLOSING
    signature = closing and len(words) < _SIGNATURE and words[-1] not in "。：；"
    return Line(words, Look.SIGNATURE if signature else Look.BODY)

"""Reports made by hand: paragraphs at line ends, sentences at 。！？, clauses at ，； and segments at ；."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from scorer.structure.model import Clause, Metadata, Realis, Report, Role, Sentence
from scorer.text import Span, Text, View, fold


def _split(text: str, start: int, end: int, marks: str) -> list[Span]:
    parts = re.finditer(f"[^{marks}]*[{marks}]?", text[start:end])
    return [Span(start + part.start(), start + part.end()) for part in parts if part.group().strip()]


def make_report(content: str) -> Report:
    text = Text(content)
    view: View = fold(content)
    sentences = []
    wide = content.translate(str.maketrans({",": "，", ";": "；", "!": "！", "?": "？"}))
    for number, paragraph in enumerate(_split(wide, 0, len(wide), "\n")):
        for span in _split(wide, paragraph.start, paragraph.end, "。！？\n"):
            start, end = span.start, span.end
            parts = _split(wide, start, end, "，；")
            clauses = tuple(Clause(part.start, part.end, Realis.DONE) for part in parts)
            segments = tuple(_split(wide, start, end, "；"))
            sentences.append(Sentence(start, end, Role.ACHIEVEMENT, number, None, clauses, segments))
    return Report(text, view, Metadata(), (), (), tuple(sentences), ())


@pytest.fixture(scope="session")
def report_of() -> Callable[[str], Report]:
    return make_report


def longest_common(left: str, right: str) -> int:
    """The length of the longest common subsequence, by the usual table."""
    row = [0] * (len(right) + 1)
    for a in left:
        before = 0
        for place, b in enumerate(right, 1):
            before, row[place] = row[place], before + 1 if a == b else max(row[place], row[place - 1])
    return row[-1]

"""The nouns of a page: glyphs, stretches of a line, rules, and what the document is left with.

Lengths and places are points (1/72 inch). After :mod:`scorer.reading.pdf.turning` text always runs to the right and
lines follow each other downwards, as ``x`` grows to the right and ``y`` upwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["HYPHEN", "Box", "Glyph", "Line", "Page", "Paragraph", "is_wide"]


HYPHEN = "\u00ad"
"""What stands for a hyphen that only ends a line; pdfium calls it U+0002 or U+FFFE."""


class Glyph(NamedTuple):
    """One character on the page: its left and right edge, its base line and its size (the em)."""

    char: str
    x0: float
    x1: float
    y: float
    size: float


class Box(NamedTuple):
    """A rectangle, ``x0 <= x1`` and ``y0 <= y1``; a rule is a thin one."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Line:
    """A stretch of one line, with no wide gap in it.

    ``lead`` is the width of its first word, which decides whether the line before had room for it;
    ``is_row`` marks a row of a table, ``spaced`` a line that ended with a written space,
    ``parted`` one that wide gaps part.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    lead: float = 0.0
    is_row: bool = False
    spaced: bool = False
    parted: bool = False


@dataclass(slots=True)
class Page:
    """What one page was found to hold; ``number`` counts from 1, places from the lower left corner.

    ``aside`` are lines that run in another direction than most. ``unmapped`` glyphs have no known character, ``pale`` ones are white. ``pictured`` is the share of the page that the largest picture
    covers, ``bare`` that of the largest one without text over it, ``drawn`` says that the page holds so many drawn shapes that they may be its letters, ``blank`` that
    nothing is on it, ``notes`` that someone typed into it,
    ``browser`` that a browser printed its address at the foot.
    """

    number: int
    width: float = 0.0
    height: float = 0.0
    lines: list[Line] = field(default_factory=list)
    aside: list[Line] = field(default_factory=list)
    characters: int = 0
    unmapped: int = 0
    pale: int = 0
    pictured: float = 0.0
    bare: float = 0.0
    drawn: bool = False
    blank: bool = False
    notes: bool = False
    failed: bool = False
    browser: bool = False


class Paragraph(NamedTuple):
    """One paragraph or table row, and the first and last page it stands on."""

    text: str
    first: int
    last: int


# Chinese writing and its punctuation: no space belongs between two of these, and a line breaks anywhere.
_WIDE_MARKS = frozenset("“”‘’—…·、。《》〈〉「」『』【】〔〕（）！？，．：；％○●◆■□△▲★☆※①②③④⑤⑥⑦⑧⑨⑩")


def is_wide(char: str) -> bool:
    """Whether a character is written in a square of its own: Chinese characters, kana, full-width forms."""
    return char >= "\u2e80" or char in _WIDE_MARKS

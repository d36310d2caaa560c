"""From glyphs to stretches of lines: what stands on one base line, and where a gap is a space.

Between two Chinese characters, and between one and a digit, no gap is a space: printers and pdfium put one
wherever a line was stretched. Between digits or letters a gap is one when it was written, or is clearly wider than
what stretches the rest of the line. A gap of an em and a half parts columns and cells.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from statistics import median

from scorer.reading.pdf.model import Glyph, Line, is_wide
from scorer.reading.raised import RAISED

__all__ = ["PARTING", "find_lines", "tight"]

PARTING = 1.5
"""A gap of so many ems parts two stretches of a line."""

_SAME_LINE = 0.45  # of an em: raised and lowered signs belong to their line
_TWICE = 0.15  # of an em: the same character printed again to look bold
_WORD_GAP = 0.18  # of an em, between letters and between digits
_TITLE_GAP = 0.7  # of an em: a written space as wide as this parts 第一章 and its name
_LARGE = 1.8  # of the usual size: a stamp over the text, or a letterhead, shares no line with it
_SMALL = 0.75  # of the size beside it
_LIFT = 0.12  # of the size beside it
_OPENING = frozenset("“‘（《〈「『【〔(")
_LETTER_SPACED = re.compile(r"(?<![^ \t])[\u4e00-\u9fff〇](?:[ \t][\u4e00-\u9fff〇])+(?![^ \t])")


def find_lines(glyphs: Sequence[Glyph]) -> list[Line]:
    """The stretches of all lines, from top to bottom and left to right."""
    usual = median([glyph.size for glyph in glyphs] or [0.0])
    large = [glyph for glyph in glyphs if glyph.size > _LARGE * usual]
    others = [glyph for glyph in glyphs if glyph.size <= _LARGE * usual]
    lines = [line for part in (large, others) for row in _rows(part) for line in _stretches(row)]
    return sorted(lines, key=lambda line: -line.y)


def tight(text: str) -> str:
    """The text with letter-spaced words closed up.

    >>> tight("关 于 开 展 工作 的 通 知")
    '关于开展 工作 的通知'
    """
    return _LETTER_SPACED.sub(lambda found: re.sub("[ \t]", "", found[0]), text)


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs of one base line, from left to right, rows from top to bottom."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (-glyph.y, glyph.x0)):
        if row and row[0].y - glyph.y > _SAME_LINE * max(row[0].size, glyph.size):
            yield sorted(row, key=lambda glyph: glyph.x0)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda glyph: glyph.x0)


def _stretches(row: Sequence[Glyph]) -> Iterator[Line]:
    """The stretches of one row, parted at wide gaps."""
    marks = _without_doubles(row)
    stretched = _stretching(marks)
    stretch: list[Glyph] = []
    texts: list[str] = []
    written = False
    base, edge = marks[0], marks[0].x1
    for glyph in marks:
        if glyph.char.isspace():
            written, edge = True, max(edge, glyph.x1)
            continue
        if stretch:
            gap = glyph.x0 - stretch[-1].x1
            parting = PARTING * max(glyph.size, stretch[-1].size)
            if glyph.x0 - edge > parting:
                yield _line(stretch, texts, spaced=True)
                stretch, texts = [], []
            elif gap > parting:  # all of it written spaces: a blank to fill in, or cells without rules
                texts.append("\t")
            elif _is_space(stretch[-1], glyph, gap, stretched, written):
                texts.append(" ")
        raised = bool(stretch) and _is_raised(glyph, base)
        base = base if raised else glyph
        edge = glyph.x1
        stretch.append(glyph)
        texts.append(glyph.char.translate(RAISED) if raised else glyph.char)
        written = False
    if stretch:
        yield _line(stretch, texts, spaced=written)


def _without_doubles(row: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs without those printed twice on nearly the same place."""
    kept: list[Glyph] = []
    for glyph in row:
        twice = any(
            glyph.char == other.char and glyph.x0 - other.x0 < _TWICE * glyph.size for other in kept[-3:]
        )
        if not twice or glyph.char.isspace():
            kept.append(glyph)
    return kept


def _is_raised(glyph: Glyph, base: Glyph) -> bool:
    """Whether a glyph is the mark of a note or a power: it must not lengthen the number before it."""
    return glyph.size < _SMALL * base.size and glyph.y > base.y + _LIFT * base.size


def _stretching(glyphs: Sequence[Glyph]) -> float:
    """How far apart the Chinese characters of the line are set, in ems: that much is no space."""
    gaps = [
        (after.x0 - before.x1) / max(before.size, 1.0)
        for before, after in itertools.pairwise(glyphs)
        if is_wide(before.char) and is_wide(after.char)
    ]
    return max(0.0, min(median(gaps), 0.5)) if gaps else 0.0


def _is_space(before: Glyph, after: Glyph, gap: float, stretched: float, written: bool) -> bool:
    ems = gap / max(before.size, after.size, 1.0)
    wide = is_wide(before.char), is_wide(after.char)
    if all(wide):
        return written and ems >= _TITLE_GAP
    if any(wide):
        return False
    return written or ems - stretched > _WORD_GAP


def _line(stretch: Sequence[Glyph], texts: Sequence[str], *, spaced: bool) -> Line:
    return Line(
        tight("".join(texts)),
        stretch[0].x0,
        max(glyph.x1 for glyph in stretch),
        median(glyph.y for glyph in stretch),
        median(glyph.size for glyph in stretch),
        lead=_lead(stretch),
        spaced=spaced,
    )


def _lead(stretch: Sequence[Glyph]) -> float:
    """The width of what cannot be parted at the beginning: a word or a number, with the marks that open it."""
    end = stretch[0].x1
    for before, after in itertools.pairwise(stretch):
        opens = before.char in _OPENING
        if (is_wide(before.char) or is_wide(after.char)) and not opens:
            break
        if after.x0 - before.x1 > _WORD_GAP * after.size:
            break
        end = after.x1
    return end - stretch[0].x0

"""From the characters of a story to its paragraphs: what is not text goes ([MS-DOC] 2.4.1, 2.8.25 fields).

Positions stay true as long as possible: what is not read becomes NUL, and NULs go at the very end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from scorer.reading.office_flow import Losses
from scorer.reading.raised import LOWERED, RAISED
from scorer.reading.word97.formatting import Marked, Meaning, meaning_of
from scorer.reading.word97.pieces import PieceTable, joined

__all__ = ["Paragraph", "Range", "masked", "paragraphs", "without_fields"]

Range = tuple[int, int]
"""First position and the one behind the last."""

_RAISED = {1: RAISED, 2: LOWERED}
_FIELD_MARK = re.compile("[\x13-\x15]")
_BEGIN, _SEPARATOR = "\x13", "\x14"
_CONTENTS = re.compile(r"[\x00-\x12\x20]{0,20}TOC\b", re.IGNORECASE)

# Marks of cells, rows and fields give the text its shape, be they deleted or not.
_UNSHAPING = re.compile("[^\x07\x13-\x15]")
_PARAGRAPH_END = re.compile("[\r\x07\x0c]")

# 2.4.1 and sprmCFSpec: pictures, drawn objects, note and comment marks, line and column breaks, hyphens.
_PLAIN = dict.fromkeys((*range(9), *range(0x0F, 0x20)), "") | {0x0B: "\n", 0x0C: "\n", 0x0E: "\n", 0x1E: "-"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its range, the character that ends it, and its text."""

    start: int
    end: int
    mark: str
    text: str


def masked(table: PieceTable, runs: list[Marked], hidden_styles: Set[int], losses: Losses) -> str:
    """All characters, with those that are not read as NUL and symbols as themselves; no position moves.

    ``runs`` are sorted and do not overlap.
    """
    ends = [run.end for run in runs]
    parts: list[str] = []
    for piece in table.pieces:
        text = table.text[piece.start : piece.end]
        whole = meaning_of(table.changes(piece), hidden_styles)
        if whole.deleted or whole.hidden:
            parts.append(_shown(text, whole, losses))
            continue
        at = 0
        for number in range(bisect_right(ends, piece.offset), len(runs)):
            run = runs[number]
            start = max(0, run.start - piece.offset) // piece.width
            end = min(len(text), -(-(run.end - piece.offset) // piece.width))
            if start >= len(text):
                break
            parts += (text[at:start], _shown(text[start:end], run.meaning, losses))
            at = end
        parts.append(text[at:])
    return "".join(parts)


def _shown(text: str, meaning: Meaning, losses: Losses) -> str:
    losses.changes += meaning.deleted or meaning.inserted
    if meaning.deleted:
        return _UNSHAPING.sub("\0", text)
    if meaning.hidden:
        losses.hidden += len(text.translate(_PLAIN).strip())
        return _UNSHAPING.sub("\0", text)
    if meaning.symbol:
        return text.replace("(", meaning.symbol)  # in the text itself stands U+0028
    return text.translate(_RAISED[meaning.raised]) if meaning.raised in _RAISED else text


def without_fields(text: str) -> tuple[str, list[Range]]:
    """``text`` with the instructions of fields and whole tables of contents as NUL, and where the latter were.

    A field that never ends is no field: a damaged file must not lose the rest of its text.
    """
    unread: list[Range] = []
    contents: list[Range] = []
    open_fields: list[tuple[int, int]] = []
    for match in _FIELD_MARK.finditer(text):
        if match[0] == _BEGIN:
            open_fields.append((match.start(), 0))
        elif open_fields and match[0] == _SEPARATOR:
            begin, separator = open_fields[-1]
            open_fields[-1] = begin, separator or match.start()
        elif open_fields:
            begin, separator = open_fields.pop()
            end = match.start()
            if _CONTENTS.match(text, begin + 1):
                contents.append((begin, end))
                unread.append((begin, end))
            else:
                unread.append((begin, separator or end))
    return _blanked(text, unread), contents


def _blanked(text: str, ranges: Iterable[Range]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in sorted(ranges):
        if end > at:
            begin = max(start, at)
            parts += (text[at:begin], "\0" * (end - begin))
            at = end
    return "".join((*parts, text[at:]))


def paragraphs(text: str, start: int, end: int) -> Iterator[Paragraph]:
    """The paragraphs of a story; the last one may lack its mark."""
    at = start
    for match in _PARAGRAPH_END.finditer(text, start, end):
        yield Paragraph(at, match.start(), match[0], joined(text[at : match.start()].translate(_PLAIN)))
        at = match.end()
    if at < end:
        yield Paragraph(at, end, "", joined(text[at:end].translate(_PLAIN)))

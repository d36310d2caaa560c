"""Which formatting applies where: pages of runs ([MS-DOC] 2.9.33 ChpxFkp, 2.9.174 PapxFkp).

A page has 512 bytes: positions in the file, for each run between two of them the place of its modifiers within
the page, and in the last byte the number of runs.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass

from scorer.reading.word97.damage import DamagedError
from scorer.reading.word97.fib import Fib, Part
from scorer.reading.word97.modifiers import (
    DELETED,
    HIDDEN,
    INSERTED,
    RAISED,
    STYLE,
    SYMBOL,
    Modifier,
    modifiers,
)

__all__ = ["Marked", "Meaning", "ParagraphRun", "ParagraphRuns", "marked_runs", "meaning_of"]

_PAGE = 512
_PAGE_NUMBER = 0x3FFFFF  # 2.9.207 PnFkpChpx: the lower 22 bits
_ON = (1, 0x81)
_MOST_PAGES = 1000  # half a megabyte of formatting; a report has about ten pages of it


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the formatting of characters says of them.

    ``symbol`` is the character of a symbol font, ``raised`` 1 above the line and 2 below it (sprmCIss).
    """

    deleted: bool = False
    hidden: bool = False
    inserted: bool = False
    symbol: str | None = None
    raised: int = 0


_PLAIN = Meaning()


@dataclass(frozen=True, slots=True)
class Marked:
    """Bytes ``start`` to ``end`` whose formatting says more than how they look."""

    start: int
    end: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class ParagraphRun:
    """A paragraph that ends with byte ``end``, its style, and what it changes in it."""

    start: int
    end: int
    style: int = 0
    changes: tuple[Modifier, ...] = ()


def meaning_of(changes: tuple[Modifier, ...], hidden_styles: Set[int]) -> Meaning:
    """What modifiers of characters say; switches may also point to the style (2.9.327 ToggleOperand)."""
    values = dict(changes)
    by_style = STYLE in values and int.from_bytes(values[STYLE], "little") in hidden_styles
    hidden = values.get(HIDDEN, b"\x80")[0]
    return Meaning(
        deleted=values.get(DELETED, b"\x00")[0] in _ON,
        hidden=hidden == 1 or (hidden == 0x80 and by_style) or (hidden == 0x81 and not by_style),
        inserted=values.get(INSERTED, b"\x00")[0] in _ON,
        symbol=chr(int.from_bytes(values[SYMBOL][2:4], "little")) if SYMBOL in values else None,
        raised=values.get(RAISED, b"\x00")[0],
    )


def marked_runs(word: bytes, table: bytes, fib: Fib, hidden_styles: Set[int]) -> list[Marked]:
    """The runs of characters that are not plain text, sorted and without overlaps."""
    runs: list[Marked] = []
    for page in _pages(word, table, fib.part(Part.CHARACTER_PAGES)):
        for number, start, end in _runs(page):
            places = 4 * (page[_PAGE - 1] + 1)
            at = 2 * page[places + number]
            if not at:
                continue
            meaning = meaning_of(modifiers(page[at + 1 : at + 1 + page[at]]), hidden_styles)
            if meaning != _PLAIN:
                runs.append(Marked(start, end, meaning))
    kept: list[Marked] = []
    for run in sorted(runs, key=lambda run: run.start):
        if not kept or kept[-1].end <= run.start:
            kept.append(run)
    return kept


class ParagraphRuns:
    """The paragraphs' formatting, found by the place of their last character."""

    def __init__(self, word: bytes, table: bytes, fib: Fib) -> None:
        pages = _pages(word, table, fib.part(Part.PARAGRAPH_PAGES))
        self._runs = sorted((run for page in pages for run in _paragraphs(page)), key=lambda run: run.start)
        self._starts = [run.start for run in self._runs]

    def at(self, offset: int) -> ParagraphRun | None:
        """The run that holds a byte of the stream; None where no page speaks of it."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or self._runs[number].end <= offset:
            return None
        return self._runs[number]


def _pages(word: bytes, table: bytes, part: tuple[int, int]) -> Iterator[bytes]:
    """The pages that a PlcBte names: places in the text, one more than page numbers (2.8.5, 2.8.6)."""
    offset, length = part
    count = max(0, (length - 4) // 8)
    if count > _MOST_PAGES or offset + length > len(table):
        raise DamagedError("the table of its formatting is larger than it can be")
    numbers = struct.unpack_from(f"<{count}I", table, offset + 4 * (count + 1))
    for number in dict.fromkeys(number & _PAGE_NUMBER for number in numbers):
        page = word[number * _PAGE : (number + 1) * _PAGE]
        if len(page) < _PAGE:
            raise DamagedError("a page of its formatting is missing")
        yield page


def _runs(page: bytes) -> Iterator[tuple[int, int, int]]:
    count = page[_PAGE - 1]
    places = struct.unpack_from(f"<{count + 1}I", page)
    for number in range(count):
        if places[number] < places[number + 1]:
            yield number, places[number], places[number + 1]


def _paragraphs(page: bytes) -> Iterator[ParagraphRun]:
    for number, start, end in _runs(page):
        at = (
            2 * page[4 * (page[_PAGE - 1] + 1) + 13 * number]
        )  # 2.9.23 BxPap: 13 bytes, the first is the place
        if not at:
            yield ParagraphRun(start, end)
            continue
        # 2.9.175 PapxInFkp: words without half of one, or after a zero byte whole words.
        length, at = (2 * page[at] - 1, at + 1) if page[at] else (2 * page[at + 1], at + 2)
        group = page[at : at + max(length, 0)]
        yield ParagraphRun(start, end, int.from_bytes(group[:2], "little"), modifiers(group[2:]))

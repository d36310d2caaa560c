"""Automatic numbers: 一、 （一） 1. as the reader of the page sees them ([MS-DOC] 2.9.147 LSTF to 2.9.150 LVL).

A paragraph names a use of a list (LFO) and a level; the use names the list and may begin anew.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from scorer.reading.doc_flow import label
from scorer.reading.office_numbers import numeral
from scorer.reading.word97.fib import Fib, Part

__all__ = ["Lists"]

_LEVELS = 9
_LIST_SIZE, _USE_SIZE, _LEVEL_SIZE = 28, 16, 28
_MOST = 4096  # 2.9.192, 2.9.190: lists, and uses of them; Word itself stops at half of it
_MOST_TEXT = 64  # characters around and between the numbers of a level; a longer text is no number
_BULLET, _NO_NUMBER = 0x17, 0xFF
_NOTHING = 2  # 2.9.151 ixchFollow; 0 is a tab and 1 a space

# [MS-OSHARED] 2.2.1.3 MSONFC, by the names that ECMA-376 gives the same forms; all others are decimal.
_FORMS = {
    0x01: "upperRoman", 0x02: "lowerRoman", 0x03: "upperLetter", 0x04: "lowerLetter",
    0x0A: "ideographDigital", 0x0B: "japaneseCounting", 0x0E: "decimalFullWidth", 0x10: "japaneseLegal",
    0x11: "japaneseDigitalTenThousand", 0x12: "decimalEnclosedCircle", 0x13: "decimalFullWidth2",
    0x16: "decimalZero", 0x1A: "decimalEnclosedFullstop", 0x1B: "decimalEnclosedParen",
    0x1C: "decimalEnclosedCircleChinese", 0x1D: "ideographEnclosedCircle", 0x1E: "ideographTraditional",
    0x1F: "ideographZodiac", 0x20: "ideographZodiacTraditional", 0x21: "taiwaneseCounting",
    0x22: "ideographLegalTraditional", 0x23: "taiwaneseCountingThousand", 0x24: "taiwaneseDigital",
    0x25: "chineseCounting", 0x26: "chineseLegalSimplified", 0x27: "chineseCountingThousand",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list; ``text`` holds the characters U+0000 to U+0008 where the numbers go.

    ``parted`` when a tab or a space follows.
    """

    start: int
    form: int
    all_decimal: bool
    restarts_below: int
    parted: bool
    text: str


@dataclass(frozen=True, slots=True)
class _Use:
    """A use of a list: levels that begin with another number, and levels that look different."""

    list_id: int
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)


class Lists:
    """The lists of a document, and how far each has counted."""

    def __init__(self, table: bytes, fib: Fib) -> None:
        self._levels = _parse_lists(table, *fib.part(Part.LISTS))
        self._uses = _parse_uses(table, *fib.part(Part.LIST_USES))
        self._counts: dict[int, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def next_label(self, use: int, level: int) -> str:
        """Count one paragraph of a use (from 1) at a level; its number and what parts it from the words.

        Nothing for bullets, and for a list that is not defined.
        """
        if not 1 <= use <= len(self._uses) or not 0 <= level < _LEVELS:
            return ""
        chosen = self._uses[use - 1]
        levels = self._levels.get(chosen.list_id, []) + [None] * _LEVELS
        shapes = [chosen.levels.get(place, levels[place]) for place in range(_LEVELS)]
        shape = shapes[level]
        if shape is None:
            return ""
        counts = self._counts.setdefault(chosen.list_id, [None] * _LEVELS)
        begins = level in chosen.starts and (use, level) not in self._begun
        self._begun.add((use, level))
        before = counts[level]
        counts[level] = chosen.starts[level] if begins else shape.start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            below = shapes[deeper]
            if below is None or level < below.restarts_below:
                counts[deeper] = None
        return _render(shape, shapes, counts)


def _render(shape: _Level, shapes: list[_Level | None], counts: list[int | None]) -> str:
    if shape.form == _BULLET:
        return ""
    words = ""
    for character in shape.text:
        place = ord(character)
        other = shapes[place] if place < _LEVELS else None
        if place >= _LEVELS:
            words += character
        elif other is not None and other.form != _NO_NUMBER:
            count = counts[place]
            form = "decimal" if shape.all_decimal else _FORMS.get(other.form, "decimal")
            words += numeral(form, other.start if count is None else count)
    return label(words.strip(), parted=shape.parted)


def _parse_lists(table: bytes, offset: int, length: int) -> dict[int, list[_Level | None]]:
    """PlfLst (2.9.192): the lists, and after the last of them the levels of all, nine or (simple lists) one."""
    if length < 2:
        return {}
    (count,) = struct.unpack_from("<H", table, offset)
    lists: dict[int, list[_Level | None]] = {}
    at = offset + 2 + min(count, _MOST) * _LIST_SIZE
    for number in range(min(count, _MOST)):
        place = offset + 2 + number * _LIST_SIZE
        (list_id,) = struct.unpack_from("<i", table, place)
        levels = lists.setdefault(list_id, [])
        for _ in range(1 if table[place + 26] & 1 else _LEVELS):
            level, at = _parse_level(table, at, len(levels))
            levels.append(level)
    return lists


def _parse_uses(table: bytes, offset: int, length: int) -> list[_Use]:
    """PlfLfo (2.9.190): the uses, then for each of them what it changes (2.9.134 LFOLVL)."""
    if length < 4:
        return []
    (count,) = struct.unpack_from("<I", table, offset)
    count = min(count, _MOST)
    uses = []
    at = offset + 4 + count * _USE_SIZE
    for number in range(count):
        list_id, changed = struct.unpack_from("<i8xB", table, offset + 4 + number * _USE_SIZE)
        use = _Use(list_id)
        at += 4
        for _ in range(changed):
            start, flags = struct.unpack_from("<II", table, at)
            at += 8
            place = flags & 0xF
            if flags & 0x20:
                use.levels[place], at = _parse_level(table, at, place)
                start = use.levels[place].start
            if flags & 0x10:
                use.starts[place] = start
        uses.append(use)
    return uses


def _parse_level(table: bytes, at: int, place: int) -> tuple[_Level, int]:
    """An LVL (2.9.150) and where the next one begins."""
    start, form, flags, follow = struct.unpack_from("<iBB9xB", table, at)
    character_size, paragraph_size, limit = struct.unpack_from("<BBB", table, at + 24)
    at += _LEVEL_SIZE + character_size + paragraph_size
    (length,) = struct.unpack_from("<H", table, at)
    text = table[at + 2 : at + 2 + 2 * min(length, _MOST_TEXT)].decode("utf-16-le", "replace")
    restarts_below = limit if flags & 8 else place
    return _Level(start, form, bool(flags & 4), restarts_below, follow != _NOTHING, text), at + 2 + 2 * length

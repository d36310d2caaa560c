"""The file information block at the start of ``WordDocument``: where everything is ([MS-DOC] 2.5)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum

from scorer.reading.word97.damage import DamagedError

__all__ = ["Fib", "Part", "is_word_97", "parse_fib"]

_WORD_97 = 0xA5EC  # 2.5.2 wIdent; Word 2 has 0xA5DB, Word 6 and 95 have 0xA5DC
_FIRST_97 = 0xC0  # nFib; Word 97 writes 0xC1, and no release wrote less than 0xC0 with this layout
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_COUNTS = 64 + 12  # ccpText in fibRgLw97, 2.5.4
_PARTS = 154  # fibRgFcLcb97, 2.5.6: pairs of offset and length


class Part(IntEnum):
    """Which pair of ``fibRgFcLcb97`` speaks of a part."""

    STYLES = 1
    FOOTNOTE_TEXTS = 3
    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    PIECES = 33
    SHAPES = 40
    ENDNOTE_TEXTS = 47
    TEXT_BOXES = 56
    LISTS = 73
    LIST_USES = 74


@dataclass(frozen=True, slots=True)
class Fib:
    """Lengths of the stories in characters, in the order in which they follow each other, and the parts."""

    encrypted: bool
    table: str
    main: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    text_boxes: int
    parts: tuple[tuple[int, int], ...]

    @property
    def characters(self) -> int:
        """The characters of all stories that are read or passed over to reach another."""
        notes = self.footnotes + self.comments + self.endnotes
        return self.main + notes + self.headers + self.macros + self.text_boxes

    def part(self, part: Part) -> tuple[int, int]:
        """Offset and length of a part; ``(0, 0)`` where the file has none."""
        return self.parts[part] if part < len(self.parts) else (0, 0)


def is_word_97(word: bytes) -> bool:
    """Whether the stream has the layout of Word 97 and later."""
    ident, number = struct.unpack_from("<HH", word)
    return bool(ident == _WORD_97 and number >= _FIRST_97)


def parse_fib(word: bytes) -> Fib:
    """The block of a Word 97 stream."""
    (flags,) = struct.unpack_from("<H", word, 10)
    main, *others = struct.unpack_from("<8i", word, _COUNTS)
    footnotes, headers, macros, comments, endnotes, text_boxes, _ = others
    (pairs,) = struct.unpack_from("<H", word, _PARTS - 2)
    values = struct.unpack_from(f"<{2 * pairs}I", word, _PARTS)
    if min(main, *others) < 0:
        raise DamagedError("it gives a negative length of its text")
    table = "1Table" if flags & _TABLE_1 else "0Table"
    parts = tuple(zip(values[::2], values[1::2], strict=True))
    return Fib(
        bool(flags & _ENCRYPTED),
        table,
        main,
        footnotes,
        headers,
        macros,
        comments,
        endnotes,
        text_boxes,
        parts,
    )

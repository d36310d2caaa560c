"""The piece table: from bytes scattered in the file to the characters of the document ([MS-DOC] 2.8.35, 2.9.38).

A fast-saved file holds its text in pieces in any order; each is UTF-16, or one byte per character.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from scorer.reading.word97.damage import DamagedError
from scorer.reading.word97.fib import Fib, Part
from scorer.reading.word97.modifiers import Modifier, modifiers, short_modifier

__all__ = ["Piece", "PieceTable", "joined"]

_LARGEST = 1_200_000  # a hundred thousand pieces; the file is saved anew after some hundred
_PRC, _PCDT = 1, 2  # 2.9.38: the two kinds of entries of a Clx
_ONE_BYTE = 0x40000000  # 2.9.73 FcCompressed
# 2.9.73: one byte stands for itself, but for what Windows put in place of the C1 controls.
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
_BEYOND_16_BITS = re.compile("[\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters ``start`` to ``end``, from byte ``offset`` on, each ``width`` bytes wide.

    ``modifier`` is the ``Prm`` that changes the formatting of the whole piece (2.9.213).
    """

    start: int
    end: int
    offset: int
    width: int
    modifier: int


class PieceTable:
    """All characters, in reading order; one per UTF-16 code unit, so that positions stay true."""

    def __init__(self, word: bytes, table: bytes, fib: Fib) -> None:
        offset, length = fib.part(Part.PIECES)
        clx = table[offset : offset + length]
        self._modifiers, plc = _split(clx)
        self._changes: dict[int, tuple[Modifier, ...]] = {}
        if len(plc) > _LARGEST:
            raise DamagedError("its piece table is larger than it can be")
        self.pieces = tuple(_pieces(plc))
        self._starts = [piece.start for piece in self.pieces]
        total = self.pieces[-1].end if self.pieces else 0
        # Every character has bytes of its own; a table that gives the same bytes again and again is a bomb.
        if total > len(word):
            raise DamagedError("its piece table gives more characters than the file has bytes")
        if total < fib.characters:
            raise DamagedError("its piece table gives less characters than its header")
        self.text = "".join(_decode(word, piece) for piece in self.pieces)

    def changes(self, piece: Piece) -> tuple[Modifier, ...]:
        """The modifiers that a piece lays over the formatting of all its characters (2.9.213 Prm)."""
        prm = piece.modifier
        if prm not in self._changes:
            number = prm >> 1
            if not prm & 1:
                self._changes[prm] = short_modifier(prm)
            elif number < len(self._modifiers):
                self._changes[prm] = modifiers(self._modifiers[number])
            else:
                self._changes[prm] = ()
        return self._changes[prm]

    def byte_of(self, position: int) -> tuple[int, Piece]:
        """Where in the stream a character stands, and in which piece."""
        piece = self.pieces[max(0, bisect_right(self._starts, position) - 1)]
        return piece.offset + (position - piece.start) * piece.width, piece


def joined(text: str) -> str:
    """``text`` with pairs of surrogates as the one character that they stand for."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _split(clx: bytes) -> tuple[tuple[bytes, ...], bytes]:
    """The lists of modifiers that pieces may refer to, and the table of pieces itself."""
    groups: list[bytes] = []
    at = 0
    while at < len(clx):
        if clx[at] == _PCDT:
            (length,) = struct.unpack_from("<I", clx, at + 1)
            if length < 16 or at + 5 + length > len(clx):
                break
            return tuple(groups), clx[at + 5 : at + 5 + length]
        if clx[at] != _PRC:
            break
        (length,) = struct.unpack_from("<H", clx, at + 1)
        groups.append(clx[at + 3 : at + 3 + length])
        at += 3 + length
    raise DamagedError("its piece table is missing or cut short")


def _pieces(plc: bytes) -> Iterator[Piece]:
    """A PlcPcd (2.8.35): one position more than pieces, then eight bytes for each piece."""
    count = (len(plc) - 4) // 12
    positions = struct.unpack_from(f"<{count + 1}I", plc)
    if positions[0] != 0:
        raise DamagedError("its piece table does not begin with the first character")
    for number in range(count):
        start, end = positions[number], positions[number + 1]
        if end < start:
            raise DamagedError("its piece table runs backwards")
        where, modifier = struct.unpack_from("<2xIH", plc, 4 * (count + 1) + 8 * number)
        one_byte = bool(where & _ONE_BYTE)
        offset = where & (_ONE_BYTE - 1)
        yield Piece(start, end, offset // 2 if one_byte else offset, 1 if one_byte else 2, modifier)


def _decode(word: bytes, piece: Piece) -> str:
    length = piece.end - piece.start
    content = word[piece.offset : piece.offset + length * piece.width]
    if len(content) < length * piece.width:
        raise DamagedError("its text is cut short")
    if piece.width == 1:
        return content.decode("latin-1").translate(_WINDOWS)
    text = content.decode("utf-16-le", "surrogatepass")
    return text if len(text) == length else _BEYOND_16_BITS.sub(_as_pair, text)


def _as_pair(match: re.Match[str]) -> str:
    code = ord(match[0]) - 0x10000
    return chr(0xD800 + (code >> 10)) + chr(0xDC00 + (code & 0x3FF))

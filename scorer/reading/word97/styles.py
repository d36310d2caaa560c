"""Styles: which are headings, contents, hidden or numbered ([MS-DOC] 2.9.271 STSH, 2.9.260 STD)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from scorer.reading.word97.damage import DamagedError
from scorer.reading.word97.fib import Fib, Part
from scorer.reading.word97.modifiers import HIDDEN, Modifier, ParagraphFormat, modifiers

__all__ = ["Style", "Styles"]

_PARAGRAPH, _CHARACTER = 1, 2
_NONE = 0xFFF
_LARGEST = 1_000_000
_MOST_BASES = 11  # 2.9.261: no chain of styles based on each other is longer

# 2.9.260 sti: the invariant numbers of built-in styles.
_HEADINGS = range(1, 10)
_CONTENTS = range(19, 28)


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits already applied."""

    format: ParagraphFormat
    heading: int | None
    contents: bool
    hidden: bool


@dataclass(frozen=True, slots=True)
class _Raw:
    """A style as it is stored."""

    built_in: int
    base: int
    paragraph: tuple[Modifier, ...]
    character: tuple[Modifier, ...]


_PLAIN = Style(ParagraphFormat(), None, False, False)


class Styles:
    """The styles by their number in the file (``istd``)."""

    def __init__(self, table: bytes, fib: Fib) -> None:
        offset, length = fib.part(Part.STYLES)
        if length > _LARGEST:
            raise DamagedError("its style sheet is larger than it can be")
        self._raw = dict(_parse(table[offset : offset + length])) if length else {}
        self._ready = {number: self._resolve(number) for number in self._raw}

    def __getitem__(self, number: int) -> Style:
        return self._ready.get(number, _PLAIN)

    @property
    def hidden(self) -> frozenset[int]:
        """The numbers of the styles whose text is not shown."""
        return frozenset(number for number, style in self._ready.items() if style.hidden)

    def _resolve(self, number: int) -> Style:
        chain: list[_Raw] = []
        base = number
        while base in self._raw and len(chain) < _MOST_BASES:
            chain.append(self._raw[base])
            base = self._raw[base].base
        format_, hidden = ParagraphFormat(), False
        for raw in reversed(chain):
            format_ = format_.changed(raw.paragraph)
            for sprm, operand in raw.character:
                hidden = operand[0] in (1, 0x81) if sprm == HIDDEN else hidden
        built_in = chain[0].built_in
        heading = built_in if built_in in _HEADINGS else None
        return Style(format_, heading, built_in in _CONTENTS, hidden)


def _parse(sheet: bytes) -> Iterator[tuple[int, _Raw]]:
    (header,) = struct.unpack_from("<H", sheet)
    count, base_size = struct.unpack_from("<HH", sheet, 2)
    at = 2 + header
    for number in range(count):
        if at + 2 > len(sheet):
            return
        (length,) = struct.unpack_from("<H", sheet, at)
        if length:
            yield number, _style(sheet[at + 2 : at + 2 + length], base_size)
        at += 2 + length + length % 2


def _style(std: bytes, base_size: int) -> _Raw:
    built_in, kind_and_base = struct.unpack_from("<HH", std)
    (name_length,) = struct.unpack_from("<H", std, base_size)
    at = base_size + 2 + 2 * name_length + 2
    kind = kind_and_base & 0xF
    paragraph = character = b""
    if kind == _PARAGRAPH:
        paragraph, at = _counted(std, at)
        character, at = _counted(std, at)
    elif kind == _CHARACTER:
        character, at = _counted(std, at)
    base = kind_and_base >> 4
    return _Raw(built_in & _NONE, base, modifiers(paragraph[2:]), modifiers(character))


def _counted(std: bytes, at: int) -> tuple[bytes, int]:
    """A list of modifiers with its length before it, and where the next one begins."""
    length = int.from_bytes(std[at : at + 2], "little")
    return std[at + 2 : at + 2 + length], at + 2 + length + length % 2

"""Modifiers of formatting (``sprm`` with operand), and what they say of a paragraph ([MS-DOC] 2.2.5, 2.6)."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scorer.reading.word97.damage import DamagedError

__all__ = [
    "DELETED",
    "HIDDEN",
    "INSERTED",
    "RAISED",
    "STYLE",
    "SYMBOL",
    "FarModifiers",
    "Modifier",
    "ParagraphFormat",
    "modifiers",
    "short_modifier",
]

Modifier = tuple[int, bytes]
"""A ``sprm`` and its operand."""

# 2.6.1, of characters.
DELETED, INSERTED, HIDDEN, STYLE, SYMBOL, RAISED = 0x0800, 0x0801, 0x083C, 0x4A30, 0x6A09, 0x2A48
# 2.6.2, of paragraphs.
_IN_TABLE, _ROW_END, _DEPTH, _INNER_CELL, _INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
_OUTLINE, _LEVEL, _LIST_USE, _ELSEWHERE = 0x2640, 0x260A, 0x460B, 0x6646

# 2.2.5.1: the upper three bits give the size of the operand; 6 is variable, with two exceptions.
_OPERAND_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_TABLE_DEFINITION, _TABS = 0xD608, 0xC615
_MOST_FAR = 16_000_000  # bytes; a table row takes about one thousand

# 2.9.215 Prm0: modifiers in the piece table itself, as far as they matter here.
_SHORT = {0x0C: _LEVEL, 0x18: _IN_TABLE, 0x19: _ROW_END, 0x41: DELETED, 0x42: INSERTED, 0x5C: HIDDEN}


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """What a paragraph is; None where nothing is said.

    ``outline`` counts from 0 (9: body text), ``list_use`` from 1 (0: in no list), ``level`` from 0.
    """

    in_table: bool = False
    row_end: bool = False
    depth: int = 0
    inner_cell: bool = False
    inner_row_end: bool = False
    outline: int | None = None
    level: int | None = None
    list_use: int | None = None

    def changed(self, changes: Iterable[Modifier], far: FarModifiers | None = None) -> ParagraphFormat:
        """This format with modifiers applied in their order; ``far`` are those that stand elsewhere."""
        values: dict[str, bool | int] = {}
        for sprm, operand in changes:
            if sprm == _ELSEWHERE:
                others = far.at(operand) if far else ()
                values.update(_value(*other) for other in others if other[0] in _FIELDS)
            elif sprm in _FIELDS:
                values.update([_value(sprm, operand)])
        return replace(self, **values) if values else self  # type: ignore[arg-type]  # as _FIELDS names them


class FarModifiers:
    """Modifiers too long for their page, in the stream ``Data`` (2.6.2 sprmPHugePapx, 2.9.210 PrcData)."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._left = _MOST_FAR

    def at(self, operand: bytes) -> tuple[Modifier, ...]:
        """What an operand points to; DamagedError once all of them together are beyond reason."""
        offset = int.from_bytes(operand, "little")
        length = int.from_bytes(self._data[offset : offset + 2], "little")
        self._left -= length
        if self._left < 0:
            raise DamagedError("the formatting of its paragraphs is larger than it can be")
        return modifiers(self._data[offset + 2 : offset + 2 + length])


def modifiers(group: bytes) -> tuple[Modifier, ...]:
    """The modifiers of a list that matter, the last of each kind; what is cut off at its end is left out."""
    return tuple({sprm: operand for sprm, operand in _all(group) if sprm in _MATTERING}.items())


def _all(group: bytes) -> Iterator[Modifier]:
    at = 0
    while at + 3 <= len(group):
        (sprm,) = struct.unpack_from("<H", group, at)
        at += 2
        size = _OPERAND_SIZES[sprm >> 13]
        if not size:
            size = _variable_size(sprm, group, at)
        if at + size > len(group):
            return
        yield sprm, group[at : at + size]
        at += size


def short_modifier(prm: int) -> tuple[Modifier, ...]:
    """The modifier that a ``Prm0`` holds, if it matters."""
    sprm = _SHORT.get(prm >> 1 & 0x7F)
    return ((sprm, bytes([prm >> 8])),) if sprm else ()


def _variable_size(sprm: int, group: bytes, at: int) -> int:
    if sprm == _TABLE_DEFINITION:
        return 1 + int.from_bytes(group[at : at + 2], "little")
    if sprm == _TABS and group[at] == 0xFF:  # 2.9.182: then the two lists of tabs tell their own lengths
        deleted = group[at + 1] if at + 1 < len(group) else 0
        added_at = at + 2 + 4 * deleted
        added = group[added_at] if added_at < len(group) else 0
        return 3 + 4 * deleted + 3 * added
    return 1 + group[at]


_FIELDS = {
    _IN_TABLE: "in_table",
    _ROW_END: "row_end",
    _INNER_CELL: "inner_cell",
    _INNER_ROW_END: "inner_row_end",
    _OUTLINE: "outline",
    _LEVEL: "level",
    _LIST_USE: "list_use",
    _DEPTH: "depth",
}
_FLAGS = frozenset({_IN_TABLE, _ROW_END, _INNER_CELL, _INNER_ROW_END})


_MATTERING = frozenset({DELETED, INSERTED, HIDDEN, STYLE, SYMBOL, RAISED, _ELSEWHERE, *_FIELDS})


def _value(sprm: int, operand: bytes) -> tuple[str, bool | int]:
    number = int.from_bytes(operand, "little")
    return _FIELDS[sprm], bool(number) if sprm in _FLAGS else number

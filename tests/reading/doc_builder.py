"""Builds small Word 97 files byte by byte: the container, the tables, and what a test wants to be odd."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

SECTOR = 512
END, FREE, FAT_SECTOR = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
TEXT_AT = 2048

DELETED, HIDDEN, CHARACTER_STYLE, SYMBOL, RAISED = 0x0800, 0x083C, 0x4A30, 0x6A09, 0x2A48
IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
OUTLINE, LEVEL, LIST_USE = 0x2640, 0x260A, 0x460B


def sprm(code: int, value: int) -> bytes:
    """A modifier with a number as its operand."""
    size = (1, 1, 2, 4, 2, 2, 0, 3)[code >> 13]
    return struct.pack("<H", code) + value.to_bytes(size, "little")


def container(streams: dict[str, bytes], *, mini: dict[str, bytes] | None = None) -> bytes:
    """An OLE file with these streams, each padded to where it lies in sectors of its own."""
    mini = mini or {}
    body: list[bytes] = []
    table: list[int] = []

    def store(content: bytes) -> int:
        start = len(body)
        sectors = [content[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(content), SECTOR)]
        body.extend(sectors)
        table.extend([*range(start + 1, start + len(sectors)), END])
        return start

    entries = []
    small = b""
    small_table: list[int] = []
    for name, content in streams.items():
        padded = content.ljust(4096, b"\0")
        entries.append((name, 2, store(padded), len(padded)))
    for name, content in mini.items():
        first = len(small) // 64
        count = -(-len(content) // 64)
        small += content.ljust(64 * count, b"\0")
        small_table += [*range(first + 1, first + count), END]
        entries.append((name, 2, first, len(content)))
    small_at = store(small) if small else END
    small_fat_at = store(struct.pack(f"<{len(small_table)}I", *small_table)) if small else END
    directory = _entry("Root Entry", 5, child=1 if entries else FREE, start=small_at, size=len(small))
    for number, (name, kind, start, size) in enumerate(entries, 1):
        right = number + 1 if number < len(entries) else FREE
        directory += _entry(name, kind, right=right, start=start, size=size)
    directory_at = store(directory)
    fat_count = 1
    while (len(body) + fat_count) * 4 > fat_count * SECTOR:
        fat_count += 1
    fat_at = len(body)
    table += [FAT_SECTOR] * fat_count
    fat = struct.pack(f"<{len(table)}I", *table).ljust(fat_count * SECTOR, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<II4xI", fat_count, directory_at, 4096)
    header += struct.pack("<IIII", small_fat_at, 1 if small else 0, END, 0)
    header += struct.pack(f"<{fat_count}I", *range(fat_at, fat_at + fat_count)).ljust(436, b"\xff")
    return header + b"".join(body) + fat


def _entry(name: str, kind: int, *, right: int = FREE, child: int = FREE, start: int, size: int) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBB3I36xIQ", raw, len(raw), kind, 1, FREE, right, child, start, size)


@dataclass
class Piece:
    """A piece of text; ``one_byte`` for cp1252, ``modifier`` is a raw Prm."""

    text: str
    one_byte: bool = False
    modifier: int = 0

    @property
    def raw(self) -> bytes:
        return self.text.encode("cp1252" if self.one_byte else "utf-16-le", "surrogatepass")

    @property
    def length(self) -> int:
        return len(self.raw) // (1 if self.one_byte else 2)


@dataclass
class Word:
    """A document; ranges of formatting count characters from 0, ``paragraphs`` one entry for each range."""

    pieces: list[Piece]
    characters: list[tuple[int, int, bytes]] = field(default_factory=list)
    paragraphs: list[tuple[int, int, int, bytes]] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)  # index in ccpText, ccpFtn, ... -> length
    parts: dict[int, bytes] = field(default_factory=dict)  # index of the pair in the header -> content
    modifiers: list[bytes] = field(default_factory=list)
    order: list[int] | None = None  # in which the pieces lie in the file
    flags: int = 0
    ident: int = 0xA5EC
    number: int = 0xC1
    data: bytes = b""

    def streams(self) -> dict[str, bytes]:
        """WordDocument and 0Table."""
        word = bytearray(TEXT_AT)
        places: dict[int, int] = {}
        for index in self.order or range(len(self.pieces)):
            if len(word) % 2:
                word += b"\0"
            places[index] = len(word)
            word += self.pieces[index].raw
        table = bytearray(16)  # so that no part lies at 0
        pairs = [(0, 0)] * 0x5D

        def add(part: int, content: bytes) -> None:
            pairs[part] = (len(table), len(content))
            table.extend(content)

        add(33, self._clx(places))
        for part, content in self.parts.items():
            add(part, content)
        spots = self._spots(places)
        if self.characters:
            runs = [
                (spots[a], spots[b - 1] + self._width(b - 1), self._chpx(g)) for a, b, g in self.characters
            ]
            add(12, _page(word, runs, 1))
        if self.paragraphs:
            papx = [
                (spots[a], spots[b - 1] + self._width(b - 1), _papx(style, group))
                for a, b, style, group in self.paragraphs
            ]
            add(13, _page(word, papx, 13))
        struct.pack_into("<HH", word, 0, self.ident, self.number)
        struct.pack_into("<H", word, 10, self.flags)
        struct.pack_into("<H", word, 32, 14)
        struct.pack_into("<H", word, 62, 22)
        total = sum(piece.length for piece in self.pieces)
        counts = {0: total - sum(self.counts.values()), **self.counts}
        for index, length in counts.items():
            struct.pack_into("<i", word, 76 + 4 * index, length)
        struct.pack_into("<H", word, 152, len(pairs))
        for index, (offset, length) in enumerate(pairs):
            struct.pack_into("<II", word, 154 + 8 * index, offset, length)
        streams = {"WordDocument": bytes(word), "0Table": bytes(table)}
        return streams | ({"Data": self.data} if self.data else {})

    def build(self) -> bytes:
        """The whole file."""
        return container(self.streams())

    def _clx(self, places: dict[int, int]) -> bytes:
        prcs = b"".join(b"\x01" + struct.pack("<H", len(group)) + group for group in self.modifiers)
        positions, entries, at = [0], b"", 0
        for index, piece in enumerate(self.pieces):
            at += piece.length
            positions.append(at)
            where = places[index] * 2 | 0x40000000 if piece.one_byte else places[index]
            entries += struct.pack("<HIH", 0, where, piece.modifier)
        plc = struct.pack(f"<{len(positions)}I", *positions) + entries
        return prcs + b"\x02" + struct.pack("<I", len(plc)) + plc

    def _spots(self, places: dict[int, int]) -> list[int]:
        spots = []
        for index, piece in enumerate(self.pieces):
            width = 1 if piece.one_byte else 2
            spots += [places[index] + width * number for number in range(piece.length)]
        return spots

    def _width(self, position: int) -> int:
        for piece in self.pieces:
            if position < piece.length:
                return 1 if piece.one_byte else 2
            position -= piece.length
        raise IndexError(position)

    @staticmethod
    def _chpx(group: bytes) -> bytes:
        return bytes([len(group)]) + group


def _papx(style: int, group: bytes) -> bytes:
    content = struct.pack("<H", style) + group
    if len(content) % 2:
        return bytes([(len(content) + 1) // 2]) + content
    return b"\0" + bytes([len(content) // 2]) + content


def _page(word: bytearray, runs: list[tuple[int, int, bytes]], entry: int) -> bytes:
    """Append one page of formatting to the stream; the table that names it."""
    runs = sorted(runs)
    places, contents = [runs[0][0]], []
    for start, end, content in runs:
        if start > places[-1]:
            contents.append(b"")
            places.append(start)
        contents.append(content)
        places.append(end)
    page = bytearray(512)
    struct.pack_into(f"<{len(places)}I", page, 0, *places)
    at = 510
    for number, content in enumerate(contents):
        if not content:
            continue
        at = (at - len(content)) // 2 * 2
        page[at : at + len(content)] = content
        page[4 * len(places) + entry * number] = at // 2
    page[511] = len(contents)
    assert at >= 4 * len(places) + entry * len(contents), "too much for one page"
    word.extend(bytes(-len(word) % 512))
    number = len(word) // 512
    word.extend(page)
    return struct.pack("<III", places[0], places[-1], number)


def style_sheet(styles: dict[int, tuple[int, int, int, bytes, bytes]]) -> bytes:
    """Styles by number: built-in number, kind (1 paragraph, 2 character), base, their two lists of modifiers."""
    count = max(styles) + 1
    sheet = struct.pack("<HHH", 18, count, 10) + bytes(14)
    for number in range(count):
        if number not in styles:
            sheet += b"\0\0"
            continue
        built_in, kind, base, paragraph, character = styles[number]
        std = struct.pack("<HHHHH", built_in, base << 4 | kind, 0, 0, 0) + struct.pack("<H", 1) + b"S\0\0\0"
        lists = [struct.pack("<H", number) + paragraph, character] if kind == 1 else [character]
        for group in lists:
            std += struct.pack("<H", len(group)) + group + bytes(len(group) % 2)
        sheet += struct.pack("<H", len(std)) + std
    return sheet


def list_level(
    form: int, text: str, *, start: int = 1, flags: int = 0, follow: int = 2, limit: int = 0
) -> bytes:
    """An LVL; digits 0 to 8 after ``%`` in the text stand for the numbers of the levels."""
    for place in range(9):
        text = text.replace(f"%{place}", chr(place))
    raw = text.encode("utf-16-le")
    head = struct.pack("<iBB9sBII", start, form, flags, bytes(9), follow, 0, 0) + bytes([0, 0, limit, 0])
    return head + struct.pack("<H", len(text)) + raw


def list_tables(
    lists: dict[int, list[bytes]], uses: list[tuple[int, list[tuple[int, int, bytes]]]]
) -> dict[int, bytes]:
    """The parts 73 and 74: lists with one or nine levels; uses with their changes (start, flags, level)."""
    heads = struct.pack("<H", len(lists))
    levels = b""
    for number, shapes in lists.items():
        simple = len(shapes) == 1
        filled = shapes if simple else shapes + [list_level(0, "")] * (9 - len(shapes))
        heads += struct.pack("<ii18xBB", number, 0, int(simple), 0)
        levels += b"".join(filled)
    table = struct.pack("<I", len(uses))
    changed = b""
    for number, changes in uses:
        table += struct.pack("<i8xB3x", number, len(changes))
        changed += b"\xff" * 4
        for start, flags, level in changes:
            changed += struct.pack("<II", start, flags) + level
    return {73: heads + levels, 74: table + changed}

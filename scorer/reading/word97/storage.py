"""The container of old Office files: a small file system of sectors ([MS-CFB]).

Only what lies directly in the root is looked at: an embedded object may hold a ``WordDocument`` of its own. No
chain of sectors is followed further than its stream is long, no table may be larger than the file, and nothing
recurses, so that forged counts and chains that run in a circle end at once.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorer.reading.word97.damage import DamagedError

__all__ = ["Storage"]

# 2.2: shifts of sector and mini sector size, then six counts and places; the first 109 places of the
# allocation table (FAT) follow at 76.
_HEADER = struct.Struct("<30xHH10xII8xIIII")
_FIRST_PLACES = 76
_END_OF_CHAIN = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_NO_ENTRY = 0xFFFFFFFF
_SMALL = 4096  # 2.2: streams below this many bytes lie in the mini stream

# 2.6.1: name, its bytes with the final null, type, left and right sibling, child, first sector, size.
_ENTRY = struct.Struct("<64sHBx3I36xIQ")
_STREAM, _ROOT = 2, 5
_MOST_ENTRIES = 100_000


@dataclass(frozen=True, slots=True)
class _Entry:
    """One file or folder of the container."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Storage:
    """The streams in the root of a container; names are looked up without regard to case."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        if len(data) < _FIRST_PLACES + 109 * 4:
            raise DamagedError("it ends within its header")
        shift, mini_shift, fat_count, first, *others = _HEADER.unpack_from(data)
        self._mini_first, self._mini_count, more, more_count = others
        if shift not in (9, 12) or mini_shift != 6:
            raise DamagedError("its header gives sectors of an impossible size")
        self._size = 1 << shift
        self._sectors = -(-len(data) // self._size) - 1
        self._fat = self._load_table(fat_count, more, more_count)
        directory = self._join(self._fat, first, None)
        self._root = _entry(directory, 0)
        if self._root.kind != _ROOT:
            raise DamagedError("its directory does not begin with a root")
        self._entries = {entry.name.lower(): entry for entry in _siblings(directory, self._root.child)}
        self._mini: tuple[Sequence[int], bytes] | None = None

    @property
    def names(self) -> frozenset[str]:
        """The names of all streams and folders in the root, in lower case."""
        return frozenset(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of a stream; DamagedError when it is missing or not whole."""
        entry = self._entries.get(name.lower())
        if entry is None or entry.kind != _STREAM:
            raise DamagedError(f"it has no stream {name}")
        size = entry.size & _FREE if self._size == 512 else entry.size  # 2.6.3: the upper half may be rubbish
        if size > len(self._data):
            raise DamagedError(f"its stream {name} claims to be larger than the file")
        if size >= _SMALL:
            content = self._join(self._fat, entry.start, size)
        else:
            table, mini = self._mini_stream()
            content = b"".join(
                mini[sector * 64 : sector * 64 + 64] for sector in _chain(table, entry.start, -(-size // 64))
            )[:size]
        if len(content) < size:
            raise DamagedError(f"its stream {name} is cut short")
        return content

    def _load_table(self, count: int, more: int, more_count: int) -> Sequence[int]:
        """The table that says for each sector which one comes next."""
        places = list(struct.unpack_from("<109I", self._data, _FIRST_PLACES))
        each = self._size // 4 - 1
        for _ in range(min(more_count, self._sectors)):
            if more >= _END_OF_CHAIN or len(places) > self._sectors:
                break
            *further, more = struct.unpack(f"<{each + 1}I", self._sector(more))
            places += further
        # More of the table would speak of sectors that are not there.
        needed = -(-self._sectors // (each + 1))
        used = [place for place in places[: max(count, 1)] if place < _END_OF_CHAIN][:needed]
        table = b"".join(self._sector(place) for place in used)
        return struct.unpack(f"<{len(table) // 4}I", table)

    def _mini_stream(self) -> tuple[Sequence[int], bytes]:
        if self._mini is None:
            size = min(self._mini_count, self._sectors) * self._size
            table = self._join(self._fat, self._mini_first, size)
            mini = self._join(self._fat, self._root.start, min(self._root.size & _FREE, len(self._data)))
            self._mini = struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4]), mini
        return self._mini

    def _join(self, table: Sequence[int], start: int, size: int | None) -> bytes:
        """The sectors of a chain; without a size (the directory) up to its end."""
        most = self._sectors if size is None else -(-size // self._size)
        return b"".join(self._sector(sector) for sector in _chain(table, start, most))[:size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]


def _chain(table: Sequence[int], start: int, most: int) -> Iterator[int]:
    """At most ``most`` sectors from ``start``; a chain that leaves the table ends there."""
    sector, seen = start, set()
    for _ in range(most):
        if sector >= len(table):
            return
        if sector in seen:
            raise DamagedError("its sectors follow each other in a circle")
        seen.add(sector)
        yield sector
        sector = table[sector]


def _entry(directory: bytes, number: int) -> _Entry:
    name, length, kind, left, right, child, start, size = _ENTRY.unpack_from(directory, number * _ENTRY.size)
    text = name[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return _Entry(text, kind, left, right, child, start, size)


def _siblings(directory: bytes, first: int) -> Iterator[_Entry]:
    """All entries of one folder, which form a binary tree (2.6.4)."""
    waiting, seen = [first], set()
    while waiting:
        number = waiting.pop()
        if number == _NO_ENTRY or number in seen:
            continue
        seen.add(number)
        if len(seen) > _MOST_ENTRIES or (number + 1) * _ENTRY.size > len(directory):
            raise DamagedError("its directory points outside of itself")
        entry = _entry(directory, number)
        yield entry
        waiting += (entry.left, entry.right)

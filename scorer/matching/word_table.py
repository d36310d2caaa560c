"""jieba's dictionary as a sorted table, made once and then read where it is asked.

A cut asks which words begin with two given characters. Parsing the dictionary for that takes longer than
scoring a report, and keeping it all takes half as much memory as scoring one. So it is sorted once: the words
with the same first character stand together, and where they stand is known. The table is kept in the cache
folder and stays in its file; where there is no such folder it is made in each process that needs it.
"""

from __future__ import annotations

import os
import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from struct import Struct
from weakref import finalize
from zlib import crc32

from scorer.cache import cache_folder, digest, file_states, open_entry, write_entry

__all__ = ["Reader", "WordTable", "in_memory", "table_of"]

Reader = Callable[[int, int], bytes]
"""Gives bytes of a table: from where, how many; fewer at its end."""

_ENTRY = re.compile(r"^(\S+) (\d+)", re.MULTILINE)

# A table: a checksum of all that follows, how many first characters there are, the sum of all frequencies; the
# first characters in order as numbers, the end of the words of each, the words. Those of a character: its own
# frequency, then for each second character a tab, that character and what `starting` gives for both; then a tab.
# Numbers are in the byte order of the machine. The checksum is against damage: others cannot write where tables are kept.
_HEAD = Struct("=IQQ")
_UNCHECKED = 4
_PIECE = 1 << 16


class WordTable:
    """The words of a dictionary by their first one or two characters, with their frequencies."""

    def __init__(self, read: Reader) -> None:
        """``read`` gives what :meth:`build` made; ValueError for anything else."""
        head = read(0, _HEAD.size)
        if len(head) < _HEAD.size or _checksum(read) != _HEAD.unpack(head)[0]:
            raise ValueError("not a table of words")
        self.total: int
        _, count, self.total = _HEAD.unpack(head)
        self._read = read
        self._firsts, self._ends = array("I"), array("I")
        width = self._firsts.itemsize * count
        self._firsts.frombytes(read(_HEAD.size, width))
        self._ends.frombytes(read(_HEAD.size + width, width))
        self._words = _HEAD.size + 2 * width

    @staticmethod
    def build(content: bytes) -> bytes:
        """The table of a dictionary in jieba's format: UTF-8, one ``word frequency tag`` in each line.

        ValueError when the content is not UTF-8. Of a word that is listed twice the last frequency counts, as
        in jieba.
        """
        total = 0
        groups: dict[str, list[str]] = {}
        for entry in _ENTRY.finditer(content.decode("utf-8")):
            total += int(entry[2])
            groups.setdefault(entry[1][0], []).append(entry[0][1:])
        firsts, ends, words = array("I"), array("I"), bytearray()
        for first in sorted(groups):
            words += _together(groups.pop(first)).encode()
            firsts.append(ord(first))
            ends.append(len(words))
        head = _HEAD.pack(0, len(firsts), total)[_UNCHECKED:]
        body = head + firsts.tobytes() + ends.tobytes() + bytes(words)
        return _HEAD.pack(crc32(body), 0, 0)[:_UNCHECKED] + body

    def starting(self, pair: str) -> tuple[int, int, str]:
        """Of one or two characters the frequency of the first as a word and of both, 0 for none, and what both begin.

        A longer word is a line end, what follows the pair, a space and the frequency; the shorter stand first.
        """
        words = self._beginning(ord(pair[0]))
        alone = int(words[: words.find(b"\t")])
        second = b"\t" + pair[1:].encode("utf-8", "surrogatepass")
        start = words.find(second) + len(second)
        if start < len(second) or len(second) == 1:
            return alone, 0, ""
        end = words.find(b"\t", start)
        longer = words.find(b"\n", start, end)
        if longer < 0:
            return alone, int(words[start:end]), ""
        return alone, int(words[start:longer]), str(words[longer:end], "utf-8")

    def _beginning(self, first: int) -> bytes:
        """What stands in the table for the words that begin with a character."""
        index = bisect_left(self._firsts, first)
        if index == len(self._firsts) or self._firsts[index] != first:
            return b"0\t"
        start = self._ends[index - 1] if index else 0
        return self._read(self._words + start, self._ends[index] - start)


def _together(entries: list[str]) -> str:
    """The words with one first character as they stand in a table; the entries go on after it: ``治 6`` for 法治."""
    seconds: dict[str, dict[str, str]] = {}
    for entry in entries:
        rest, frequency = entry.split(" ")
        seconds.setdefault(rest[:1], {})[rest[1:]] = frequency
    parts = [seconds.pop("", {}).get("", "0")]
    for second in sorted(seconds):
        known = seconds[second]
        parts += ["\t", second, known.get("", "0")]
        parts += [f"\n{rest} {known[rest]}" for rest in sorted(known, key=len) if rest]
    return "".join([*parts, "\t"])


def _checksum(read: Reader) -> int:
    """Piece by piece, so that a table is not held as a whole for it."""
    checksum, at = 0, _UNCHECKED
    while piece := read(at, _PIECE):
        checksum = crc32(piece, checksum)
        at += len(piece)
    return checksum


def in_memory(data: bytes) -> Reader:
    """A reader of a table that is held in memory."""
    return lambda start, size: data[start : start + size]


def _in_file(path: Path, dictionary: Path) -> Reader:
    """A reader of a table that stays in its file; OSError when it cannot be read.

    It is the file that was there when it was opened, even if another took its place meanwhile. Where it is cut short
    or cannot be read any more, as on a network drive when another machine replaced it, the table is made anew.
    """
    with open_entry(path) as stream:
        if not hasattr(os, "pread"):  # Windows: an open file could not be replaced
            return in_memory(stream.readall())
        whole = os.fstat(stream.fileno()).st_size
        handle = os.dup(stream.fileno())

    @cache
    def anew() -> Reader:
        data = WordTable.build(dictionary.read_bytes())
        if len(data) != whole:  # what was found out about the table does not hold for this one
            raise OSError(f"{dictionary}: changed while it was in use")
        return in_memory(data)

    def read(start: int, size: int) -> bytes:
        with suppress(OSError):
            piece = os.pread(handle, size, start)
            if len(piece) >= min(size, whole - start):
                return piece
        return anew()(start, size)

    finalize(read, os.close, handle)
    return read


def table_of(dictionary: Path) -> WordTable:
    """The table of a dictionary file, kept for the next time; OSError or ValueError when it cannot be read.

    What was kept holds as long as the file has the same place, size and time of change, and so has the code
    that makes tables.
    """
    entry = _entry(dictionary)
    if entry is not None:
        with suppress(OSError, ValueError):
            return WordTable(_in_file(entry, dictionary))
    data = WordTable.build(dictionary.read_bytes())
    if entry is not None:
        with suppress(OSError):
            write_entry(entry, data)
    return WordTable(in_memory(data))


def _entry(dictionary: Path) -> Path | None:
    folder = cache_folder()
    if folder is None:
        return None
    try:
        parts = [sys.byteorder, str(dictionary.resolve()), *file_states([dictionary, Path(__file__)])]
    except OSError:  # no file of its own to tell whether it has changed
        return None
    return folder / f"words-{digest(ascii(parts).encode())[:32]}"

"""jieba's dictionary as a sorted table, made once and then read back in a few milliseconds.

A cut asks which words begin with two given characters. Parsing the dictionary for that takes longer than
scoring a report, so it is sorted once: a pair of characters is a number, the numbers stand in order, and the
words of each pair stand together. A lookup is a bisection and parses only the words of its pair. The table is
kept in the cache folder; where there is none it is made in each process that needs it.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from struct import Struct

from scorer.cache import cache_folder, digest, file_states, read_entry, write_entry

__all__ = ["WordTable", "table_of"]

_ENTRY = re.compile(r"^(\S+) (\d+)", re.MULTILINE)

# A table: the SHA-256 of all that follows, how many pairs there are, the sum of all frequencies, the pairs in
# order, the end of the words of each pair, the words as `starting` gives them. Numbers are in the byte order of
# the machine.
_CHECKSUM = 32
_COUNTS = Struct("=QQ")


class WordTable:
    """The words of a dictionary by their first one or two characters, with their frequencies."""

    def __init__(self, data: bytes) -> None:
        """``data`` is what :meth:`build` made; ValueError for anything else."""
        view = memoryview(data)
        body = view[_CHECKSUM:]
        if sha256(body).digest() != data[:_CHECKSUM] or len(body) < _COUNTS.size:
            raise ValueError("not a table of words")
        self.total: int
        count, self.total = _COUNTS.unpack_from(body)
        ends = _COUNTS.size + count * 8
        self._pairs = body[_COUNTS.size : ends].cast("Q")
        self._ends = body[ends : ends + count * 4].cast("I")
        self._words = body[ends + count * 4 :]

    @staticmethod
    def build(content: bytes) -> bytes:
        """The table of a dictionary in jieba's format: UTF-8, one ``word frequency tag`` in each line.

        ValueError when the content is not UTF-8. Of a word that is listed twice the last frequency counts, as
        in jieba.
        """
        total = 0
        groups: dict[str, list[tuple[str, str]]] = {}
        for word, frequency in _ENTRY.findall(content.decode("utf-8")):
            total += int(frequency)
            groups.setdefault(word[:2], []).append((word[2:], frequency))
        pairs, ends, words = array("Q"), array("I"), bytearray()
        for pair in sorted(groups):
            known = dict(groups[pair])
            longer = [f"\n{rest} {known[rest]}" for rest in sorted(known, key=len) if rest]
            words += "".join([known.get("", "0"), *longer]).encode()
            pairs.append(_number(pair))
            ends.append(len(words))
        body = _COUNTS.pack(len(pairs), total) + pairs.tobytes() + ends.tobytes() + bytes(words)
        return sha256(body).digest() + body

    def starting(self, pair: str) -> tuple[int, str]:
        """The frequency of one or two characters as a word, 0 for none, and the longer words they begin.

        A longer word is a line end, what follows the pair, a space and the frequency; the shorter stand first.
        """
        wanted = _number(pair)
        index = bisect_left(self._pairs, wanted)
        if index == len(self._pairs) or self._pairs[index] != wanted:
            return 0, ""
        start = self._ends[index - 1] if index else 0
        words = str(self._words[start : self._ends[index]], "utf-8")
        at = words.find("\n")
        return (int(words), "") if at < 0 else (int(words[:at]), words[at:])


def _number(pair: str) -> int:
    """One or two characters as a number, in the order in which Python sorts them."""
    second = ord(pair[1]) + 1 if len(pair) > 1 else 0
    return ord(pair[0]) << 21 | second


def table_of(dictionary: Path) -> WordTable:
    """The table of a dictionary file, kept for the next time; OSError or ValueError when it cannot be read.

    What was kept holds as long as the file has the same place, size and time of change, and so has the code
    that makes tables.
    """
    entry = _entry(dictionary)
    if entry is not None:
        with suppress(OSError, ValueError):
            return WordTable(read_entry(entry))
    data = WordTable.build(dictionary.read_bytes())
    if entry is not None:
        with suppress(OSError):
            write_entry(entry, data)
    return WordTable(data)


def _entry(dictionary: Path) -> Path | None:
    folder = cache_folder()
    if folder is None:
        return None
    try:
        parts = [sys.byteorder, str(dictionary.resolve()), *file_states([dictionary, Path(__file__)])]
    except OSError:  # no file of its own to tell whether it has changed
        return None
    return folder / f"words-{digest(ascii(parts).encode())[:32]}"

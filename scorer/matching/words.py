"""Chinese words: the most probable cut of a run of Chinese characters, as jieba makes it without its HMM.

Only jieba's dictionary is used, not its code: importing and initialising jieba takes about a second, keeps
90 MB, writes a log line and unmarshals a file from the shared temporary folder. The dictionary lists each
word with its frequency, and words with the same first character nearly always stand together; so one regular
expression finds the groups, and a group is parsed when a text first needs it.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from math import inf, log
from pathlib import Path

from scorer.errors import ScorerError

__all__ = ["Words", "WordsError", "default_words"]

# Lines that begin with the same character: "word frequency tag".
_GROUP = re.compile(r"(.)[^\n]*\n(?:\1[^\n]*\n)*")
_ENTRY = re.compile(r"^(\S+) (\d+)", re.MULTILINE)
_FREQUENCY = re.compile(r"^\S+ (\d+)", re.MULTILINE)

# Adding up the frequencies takes three times as long as finding the groups, so the sum of the dictionary of
# jieba 0.42.1 is noted here; another dictionary is added up.
_KNOWN_TOTALS = {"7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8": 60101967}


class WordsError(ScorerError):
    """The dictionary is missing or unreadable: the installation is broken."""


class Words:
    """A word list with frequencies that finds the best cut of a text."""

    def __init__(self, content: bytes) -> None:
        """``content`` is a dictionary in jieba's format: UTF-8, one ``word frequency tag`` in each line."""
        self._content = content.decode("utf-8").replace("\r\n", "\n")
        total = _KNOWN_TOTALS.get(sha256(content).hexdigest())
        if total is None:
            total = sum(int(match[1]) for match in _FREQUENCY.finditer(self._content))
        # Logarithms are added in the order in which jieba does it; another order could break ties otherwise.
        self._log_total = log(total or 1)
        self._places: dict[str, list[tuple[int, int]]] = {}
        for group in _GROUP.finditer(self._content):
            self._places.setdefault(group[1], []).append(group.span())
        self._groups: dict[str, tuple[Mapping[str, float], Sequence[int]]] = {}

    def cut(self, text: str) -> list[int]:
        """Ends of the words of the most probable cut; the last one is ``len(text)``."""
        return self._cut(text, whole=True)

    def cut_inside(self, word: str) -> list[int]:
        """Ends of the words of the most probable cut of ``word`` into smaller ones."""
        return self._cut(word, whole=False)

    def _cut(self, text: str, *, whole: bool) -> list[int]:
        """Best cut by dynamic programming from the end; ties go to the longer word, as in jieba."""
        size = len(text)
        best = [0.0] * (size + 1)
        chosen = [0] * (size + 1)
        for start in range(size - 1, -1, -1):
            costs, lengths = self._group(text[start])
            most = size - start if whole or start else size - 1
            # A character that begins no word stands alone, as a word of frequency 1.
            best[start], chosen[start] = -self._log_total + best[start + 1], start + 1
            top = -inf
            for length in lengths:
                if length > most:
                    break
                cost = costs.get(text[start : start + length])
                if cost is not None and cost + best[start + length] >= top:
                    top = cost + best[start + length]
                    best[start], chosen[start] = top, start + length
        ends = []
        at = 0
        while at < size:
            at = chosen[at]
            ends.append(at)
        return ends

    def _group(self, first: str) -> tuple[Mapping[str, float], Sequence[int]]:
        """Logarithms of the shares of all words that begin with ``first``, and the lengths there are."""
        group = self._groups.get(first)
        if group is None:
            costs: dict[str, float] = {}
            for start, end in self._places.get(first, ()):
                for word, frequency in _ENTRY.findall(self._content[start:end]):
                    if int(frequency):
                        costs[word] = log(int(frequency)) - self._log_total
            group = self._groups[first] = costs, sorted(set(map(len, costs)))
        return group


@cache
def default_words() -> Words:
    """jieba's dictionary, read once per process, without importing jieba."""
    spec = importlib.util.find_spec("jieba")
    if spec is None or spec.origin is None:
        raise WordsError("the word list of jieba is missing; install scorer with its dependencies")
    path = Path(spec.origin).with_name("dict.txt")
    try:
        return Words(path.read_bytes())
    except (OSError, ValueError) as error:
        raise WordsError(f"{path}: the word list cannot be read; install jieba 0.42 again") from error

"""Chinese words: the most probable cut of a run of Chinese characters, as jieba makes it without its HMM.

Only jieba's dictionary is used, not its code: importing and initialising jieba takes about a second, keeps
90 MB, writes a log line and unmarshals a file from the shared temporary folder. The dictionary lists each
word with its frequency, and words with the same first character nearly always stand together; so one regular
expression finds the groups, and a group is parsed when a text first needs it.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Group:
    """The words that begin with one character, with the logarithms of their shares.

    ``single`` is that of the character alone, minus infinity when it is no word; ``lengths`` are those of the
    longer words by their first two characters.
    """

    single: float
    lengths: Mapping[str, tuple[int, ...]]
    costs: Mapping[str, float]


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
        self._groups: dict[str, _Group] = {}

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
        groups = self._groups
        for start in range(size - 1, -1, -1):
            group = groups.get(text[start]) or self._group(text[start])
            most = size - start if whole or start else size - 1
            top, end = (group.single + best[start + 1] if most else -inf), start + 1
            for length in group.lengths.get(text[start : start + 2], ()):
                if length > most:
                    break
                cost = group.costs.get(text[start : start + length])
                if cost is not None and cost + best[start + length] >= top:
                    top, end = cost + best[start + length], start + length
            if top == -inf:  # a character that begins no word stands alone, as a word of frequency 1
                top = best[start + 1] - self._log_total
            best[start], chosen[start] = top, end
        ends = []
        at = 0
        while at < size:
            at = chosen[at]
            ends.append(at)
        return ends

    def _group(self, first: str) -> _Group:
        """All words that begin with ``first``, parsed when they are first asked for."""
        costs: dict[str, float] = {}
        lengths: dict[str, set[int]] = {}
        for start, end in self._places.get(first, ()):
            for word, frequency in _ENTRY.findall(self._content[start:end]):
                if int(frequency):
                    costs[word] = log(int(frequency)) - self._log_total
                    if len(word) > 1:
                        lengths.setdefault(word[:2], set()).add(len(word))
        by_two = {two: tuple(sorted(found)) for two, found in lengths.items()}
        group = self._groups[first] = _Group(costs.get(first, -inf), by_two, costs)
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

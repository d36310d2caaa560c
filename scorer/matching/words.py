"""Chinese words: the most probable cut of a run of Chinese characters, as jieba makes it without its HMM.

Only jieba's dictionary is used, not its code: importing and initialising jieba takes about a second, keeps
90 MB, writes a log line and unmarshals a file from the shared temporary folder.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from math import inf, log
from pathlib import Path

from scorer.errors import ScorerError
from scorer.matching.word_table import WordTable, table_of

__all__ = ["Words", "WordsError", "default_words"]


# The logarithm of the share of the first character as a word, minus infinity when it is none; and of the longer words
# that begin with both characters, the shorter first, length, word and logarithm.
_Starting = tuple[float, tuple[tuple[int, str, float], ...]]


class WordsError(ScorerError):
    """The dictionary is missing or unreadable: the installation is broken."""


class Words:
    """A word list with frequencies that finds the best cut of a text."""

    def __init__(self, table: WordTable) -> None:
        self._table = table
        # Logarithms are added in the order in which jieba does it; another order could break ties otherwise.
        self._log_total = log(table.total or 1)
        self._known: dict[str, _Starting] = {}

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
        known = self._known
        for start in range(size - 1, -1, -1):
            pair = text[start : start + 2]
            starting = known.get(pair)
            if starting is None:
                starting = self._starting(pair)
            alone, longer = starting
            top, end = alone + best[start + 1], start + 1
            if longer:
                most = size - start if whole or start else size - 1
                for length, word, cost in longer:
                    if length > most:
                        break
                    if cost + best[start + length] >= top and text.startswith(word, start):
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

    def _starting(self, pair: str) -> _Starting:
        """What one or two characters can begin."""
        found = [
            (len(word), word, log(frequency) - self._log_total)
            for word, frequency in self._table.starting(pair)
        ]
        if len(pair) > 1:
            starting = self._starting(pair[0])[0], tuple(found)
        else:
            starting = found[0][2] if found else -inf, ()
        self._known[pair] = starting
        return starting


@cache
def default_words() -> Words:
    """jieba's dictionary, read once per process, without importing jieba."""
    spec = importlib.util.find_spec("jieba")
    if spec is None or spec.origin is None:
        raise WordsError("the word list of jieba is missing; install scorer with its dependencies")
    path = Path(spec.origin).with_name("dict.txt")
    try:
        return Words(table_of(path))
    except (OSError, ValueError) as error:
        raise WordsError(f"{path}: the word list cannot be read; install jieba 0.42 again") from error

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


# For one or two characters: the logarithm of the share of the first as a word and that of both, minus infinity where
# they are none, and the longer words that both begin, as they stand in the table.
_Starting = tuple[float, float, str]
# Length, word and logarithm of words that begin with the same three characters, the shorter first.
_Longer = tuple[tuple[int, str, float], ...]

# Pairs, and as many triples, that are remembered, some 2 MB each: more than five reports hold. A worker reads thousands.
_MOST_KNOWN = 8192
_RARE = 4096  # words of a smaller frequency share the number that tells it


class WordsError(ScorerError):
    """The dictionary is missing or unreadable: the installation is broken."""


class Words:
    """A word list with frequencies that finds the best cut of a text."""

    def __init__(self, table: WordTable) -> None:
        self._table = table
        # Logarithms are added in the order in which jieba does it; another order could break ties otherwise.
        self._log_total = log(table.total or 1)
        self._known: dict[str, _Starting] = {}
        self._known_longer: dict[str, _Longer] = {}
        self._costs: dict[int, float] = {}

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
        known, known_longer = self._known, self._known_longer
        for start in range(size - 1, -1, -1):
            pair = text[start : start + 2]
            alone, both, longer = known.get(pair) or self._starting(pair)
            top, end = alone + best[start + 1], start + 1
            most = size - start if whole or start else size - 1
            if both > -inf and most > 1 and both + best[start + 2] >= top:
                top, end = both + best[start + 2], start + 2
            if longer and most > 2:
                triple = text[start : start + 3]
                words = known_longer.get(triple)
                if words is None:
                    words = self._longer(triple, longer)
                for length, word, cost in words:
                    if length > most:
                        break
                    if cost + best[start + length] >= top and text.startswith(word, start):
                        top, end = cost + best[start + length], start + length
            if top == -inf:  # a character that begins no word stands alone, as a word of frequency 1
                top = best[start + 1] - self._log_total
            best[start], chosen[start] = top, end
        return _ends(chosen)

    def _starting(self, pair: str) -> _Starting:
        """What one or two characters can begin."""
        alone, both, longer = self._table.starting(pair)
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        starting = self._known[pair] = self._cost(alone), self._cost(both), longer
        return starting

    def _longer(self, triple: str, words: str) -> _Longer:
        """Of the words that two characters begin those that go on with the third."""
        found: list[tuple[int, str, float]] = []
        at = words.find("\n" + triple[2])
        while at >= 0:
            end = words.find("\n", at + 1)
            rest, frequency = words[at + 1 : end if end > 0 else None].split(" ")
            if int(frequency):
                found.append((2 + len(rest), triple[:2] + rest, self._cost(int(frequency))))
            at = words.find("\n" + triple[2], end) if end > 0 else -1
        if len(self._known_longer) >= _MOST_KNOWN:
            self._known_longer.clear()
        longer = self._known_longer[triple] = tuple(found)
        return longer

    def _cost(self, frequency: int) -> float:
        """The logarithm of a word's share; one of frequency 0 is none, as in jieba.

        Most words are rare, so that a few numbers serve thousands of them.
        """
        cost = self._costs.get(frequency)
        if cost is None:
            cost = log(frequency) - self._log_total if frequency else -inf
            if frequency < _RARE:
                self._costs[frequency] = cost
        return cost


def _ends(chosen: list[int]) -> list[int]:
    """The ends of the words of a path, where ``chosen[i]`` is the end of the word that begins at i."""
    ends = []
    at = 0
    while at < len(chosen) - 1:
        at = chosen[at]
        ends.append(at)
    return ends


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

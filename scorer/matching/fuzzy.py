"""Fuzzy search without loss: every passage that differs from a phrase by an edit or two is found.

A phrase of m characters matches a passage when a window of at most m characters holds at least m − k of them
in the right order (longest common subsequence); its similarity is 100 × that number ÷ m. k is one from 7
characters, two from 14, and less when the cutoff asks for more; shorter phrases are exact only.

Comparing every phrase with every passage is slow, so passages are first sifted. At most k characters of a
phrase may be missing in its window, hence in the passage: with one integer per character, whose bit i says
that passage i has it, k + 1 counters tell for all passages at once where more than k are missing. Only what
is left is compared window by window.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scorer.matching.exact import Found
from scorer.matching.layout import Layout
from scorer.matching.windows import Windows, ready

__all__ = ["MOST_IN_SENTENCE", "MOST_VERIFIED", "FuzzyResult", "FuzzySearch", "Window", "budget"]

# Sentences longer than this are searched exactly only.
MOST_IN_SENTENCE = 20_000

# Once so many pairs, or windows of pairs, were compared (some seconds of work), the rest of the report is searched exactly only.
MOST_VERIFIED = 1_000_000
MOST_COMPARED = 1_000_000

# Longer phrases are sentences, of which nobody writes all but a character or two.
_LONGEST = 64
_PASSAGE = 128
_BATCH = 512

# Stands beside a passage so that no window is cut off at its edge; a noncharacter no phrase may hold.
_PAD = "\U0010ffff"

# 不断 does not negate.
_NEGATION = re.compile("不(?!断)|[未无非]")
_EXACT_ONLY = re.compile(f"{_NEGATION.pattern}|[0-9{_PAD}]")


class Window(NamedTuple):
    """Where a phrase was found: its index, start and end in the loosened view, sentence, similarity."""

    phrase: int
    start: int
    end: int
    sentence: int
    similarity: float


@dataclass(frozen=True, slots=True)
class FuzzyResult:
    """The best window of each phrase and sentence, the pairs compared, and whether all was searched."""

    windows: tuple[Window, ...]
    verified: int
    skipped: bool


@dataclass(frozen=True, slots=True)
class _Passage:
    """A stretch of a sentence that holds no negation; ``after`` and ``before`` say that one is next to it."""

    text: str
    start: int
    sentence: int
    after: bool
    before: bool


class _Needle(NamedTuple):
    """A folded phrase, how many characters may be missing, and what a passage must hold, rarest first.

    A key is a character repeated: 法法 stands for "holds 法 at least twice".
    """

    phrase: int
    text: str
    missing: int
    keys: tuple[str, ...]


def budget(length: int, cutoff: int) -> int:
    """How many characters of a phrase of that length may be missing; 0 means exact only."""
    edits = 2 if length >= 14 else 1 if length >= 7 else 0
    return max(0, min(edits, length * (100 - cutoff) // 100)) if length <= _LONGEST else 0


class FuzzySearch:
    """Phrases prepared for fuzzy search, built once and used for many reports."""

    def __init__(self, phrases: Sequence[tuple[int, str]], cutoff: int) -> None:
        """``phrases`` are pairs of an index and a folded phrase.

        Those that are too short or too long are left out, and those with a negation or a digit: 清单之外
        有许可 is the opposite of 清单之外无许可, and 12348 is not 12345.
        """
        budgets = [budget(length, cutoff) for length in range(_LONGEST + 1)]
        wanted = [
            (index, text, missing)
            for index, text in phrases
            if len(text) <= _LONGEST and (missing := budgets[len(text)]) and not _EXACT_ONLY.search(text)
        ]
        frequency = Counter("".join([text for _, text, _ in wanted]))
        order = sorted(frequency, key=lambda key: (frequency[key], key))
        ranks = {key: rank for rank, key in enumerate(order)}
        self._needles = [
            _Needle(index, text, missing, _keys(text, ranks, order)) for index, text, missing in wanted
        ]
        self._numbers = frozenset(index for index, _, _ in wanted)
        self._longest = max((len(text) for _, text, _ in wanted), default=0)
        keys = {key for needle in self._needles for key in needle.keys}
        self._alphabet = frozenset(key for key in keys if len(key) == 1)
        self._repeats = sorted(key for key in keys if len(key) > 1)

    def search(self, layout: Layout, exact: Mapping[int, Sequence[Found]]) -> FuzzyResult:
        """The best window of each phrase in each sentence, but for those that hold it exactly."""
        best: dict[tuple[int, int], Window] = {}
        held = {(index, place[3]) for index in self._numbers & exact.keys() for place in exact[index]}
        windows = Windows()
        verified = 0
        passages, skipped = self._passages(layout)
        for needle, passage in self._pairs(passages):
            pair = (needle.phrase, passage.sentence)
            if pair in held:
                continue
            if verified >= MOST_VERIFIED or windows.compared >= MOST_COMPARED:
                skipped = True
                break
            verified += 1
            window = _verify(windows, needle, passage)
            if window and (pair not in best or _rank(window) < _rank(best[pair])):
                best[pair] = window
        return FuzzyResult(tuple(best.values()), verified, skipped)

    def _passages(self, layout: Layout) -> tuple[list[_Passage], bool]:
        """The report in passages that overlap by more than a window, and whether a sentence was left out."""
        passages: list[_Passage] = []
        skipped = False
        if not self._needles:
            return passages, skipped
        step = _PASSAGE - self._longest - 4
        for index, (first, last) in enumerate(layout.sentences):
            if last - first > MOST_IN_SENTENCE:
                skipped = True
                continue
            for start, end in _pieces(layout.text, first, last):
                for at in range(start, max(start + 1, end - self._longest - 4), step):
                    to = min(at + _PASSAGE, end)
                    after, before = at == start > first, to == end < last
                    passages.append(_Passage(layout.text[at:to], at, index, after, before))
        return passages, skipped

    def _pairs(self, passages: Sequence[_Passage]) -> Iterator[tuple[_Needle, _Passage]]:
        """What is worth comparing, some passages after the other."""
        for first in range(0, len(passages), _BATCH):
            yield from self._sift(passages[first : first + _BATCH])

    def _sift(self, passages: Sequence[_Passage]) -> Iterator[tuple[_Needle, _Passage]]:
        """The pairs in which no more characters are missing than may be."""
        holds = self._holds(passages)
        every = (1 << len(passages)) - 1
        for needle in self._needles:
            # Passages with no character missing so far, with at most one, with at most two. A needle that
            # may miss only one starts as if it had missed one already.
            none, one, two = every if needle.missing == 2 else 0, every, every
            for key in needle.keys:
                held = holds.get(key, 0)
                two = two & held | one
                one = one & held | none
                none &= held
                if not two:
                    break
            while two:
                lowest = two & -two
                two ^= lowest
                yield needle, passages[lowest.bit_length() - 1]

    def _holds(self, passages: Sequence[_Passage]) -> dict[str, int]:
        """For each key the passages that hold it, as bits."""
        holds: dict[str, int] = {}
        for number, passage in enumerate(passages):
            bit = 1 << number
            for character in self._alphabet.intersection(passage.text):
                holds[character] = holds.get(character, 0) | bit
        for key in self._repeats:
            holds[key] = _repeated(key, holds.get(key[0], 0), passages)
        return holds


def _repeated(key: str, once: int, passages: Sequence[_Passage]) -> int:
    """Of the passages that hold a character once those that hold it as often as the key does, as bits."""
    holds = 0
    while once:
        lowest = once & -once
        once ^= lowest
        if passages[lowest.bit_length() - 1].text.count(key[0]) >= len(key):
            holds |= lowest
    return holds


def _keys(text: str, ranks: Mapping[str, int], order: Sequence[str]) -> tuple[str, ...]:
    """What a passage must hold: repeats, then its characters, the rarest first.

    ``order`` has the characters of all phrases, the rarest first, and ``ranks`` the place of each: thousands of
    phrases share the same strings.
    """
    single = tuple(map(order.__getitem__, sorted(set(map(ranks.__getitem__, text)))))
    if len(single) == len(text):
        return single
    most = Counter(text)
    repeats = [key * times for key in single for times in range(most[key], 1, -1)]
    return (*sorted(repeats, key=len, reverse=True), *single)


def _pieces(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """``text[first:last]`` without its negations: no window may reach over one."""
    start = first
    for negation in _NEGATION.finditer(text, first, last):
        yield start, negation.start()
        start = negation.end()
    yield start, last


def _rank(window: Window) -> tuple[float, int]:
    return -window.similarity, window.start


def _verify(windows: Windows, sought: _Needle, passage: _Passage) -> Window | None:
    """The best window of a phrase in a passage.

    Where a window begins with the phrase's second character and a negation stands in the place of the first,
    it is turned away and the search goes on behind it; likewise at the end.
    """
    needle = ready(sought.text, sought.missing)
    size = len(needle.text)
    low, high = 0, len(passage.text)
    while high - low >= size - needle.missing:
        found = windows.best(needle, passage.text, low, high)
        if found is None:
            return None
        start, end, held = found
        lacking = 0, 0
        if passage.after or passage.before:
            lacking = needle.edges(passage.text[start:end])
            windows.compared += 2 * size  # so many beginnings and ends of the phrase at most
        if passage.after and start < lacking[0]:
            low = start + 1
        elif passage.before and len(passage.text) - end < lacking[1]:
            high = end - 1
        else:
            similarity = 100 * (1 - (size - held) / size)
            return Window(
                sought.phrase, passage.start + start, passage.start + end, passage.sentence, similarity
            )
    return None

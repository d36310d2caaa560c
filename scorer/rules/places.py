"""Where the words and numbers of a report stand, by stretch: which combinations can be near each other at all.

Most pairs of a framework have their words somewhere in a report, few have them in one sentence, fewer in one stretch.
Sentences and stretches are bits of integers, so those that some words share are found before any hit is looked at, and
only what can stand together is weighed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from scorer.framework.model import Near
from scorer.matching import Hit, Hits
from scorer.quantities import COUNTERS
from scorer.rules.numbers import Numbers
from scorer.structure.model import Report

__all__ = ["Places"]

# Stretches so far apart share a bit: an integer stays small however long a report is, and at worst lets too much through.
_BITS = [1 << number for number in range(4096)]

# The stretches of a word as bits, its hits, and for each hit the bit of the stretch that it begins in.
_Placed = tuple[int, Sequence[Hit], Sequence[int]]


class Places:
    """The hits of one report and its numbers as hits of their units, by word and stretch."""

    def __init__(self, report: Report, hits: Hits, numbers: Numbers) -> None:
        self._starts = {"clause": report.clause_starts, "segment": report.segment_starts}
        self._hits = hits
        self._numbers = numbers
        self._sentences = _Sentences(hits, numbers)
        self._known: dict[str, dict[str, _Placed]] = {"clause": {}, "segment": {}, "sentence": {}}

    def together(self, pair: Near) -> tuple[tuple[Hit, ...], ...]:
        """For each position of a pair its hits in stretches where no position is without one, in order.

        Empty when there is no such stretch. Hits that do not count are among them, and in a very long report also
        some of other stretches.
        """
        sentences, shared = self._sentences, -1
        for alternatives in pair.words:
            mask = 0
            for word in alternatives:
                mask |= sentences[word]
            shared &= mask
            if not shared:
                return ()
        within = pair.within if isinstance(pair.within, str) else "sentence"
        positions = [self._of(alternatives, shared, within) for alternatives in pair.words]
        stretches = -1
        for placed in positions:
            mask = 0
            for bits, _, _ in placed:
                mask |= bits
            stretches &= mask
        return tuple(_hits_in(placed, stretches) for placed in positions) if stretches else ()

    def _of(self, alternatives: Sequence[str], sentences: int, within: str) -> list[_Placed]:
        """The places of those alternatives, each once, that stand in one of the sentences."""
        known = self._known[within]
        found = []
        for word in dict.fromkeys(alternatives):
            if self._sentences[word] & sentences:
                placed = known.get(word)
                if placed is None:
                    placed = known[word] = self._place(word, within)
                found.append(placed)
        return found

    def _place(self, word: str, within: str) -> _Placed:
        hits = self._numbers.hits(word) if word in COUNTERS else self._hits.of(word)
        starts = self._starts.get(within)
        if starts is None:
            return self._sentences[word], hits, [_BITS[hit.sentence % len(_BITS)] for hit in hits]
        bits = [_BITS[bisect_right(starts, hit.start) % len(_BITS)] for hit in hits]
        return _union(bits), hits, bits


class _Sentences(dict[str, int]):
    """For each word and unit the sentences that hold it, as bits; zero for a phrase that stands nowhere.

    A phrase that was not looked for raises KeyError, as in :class:`Hits`.
    """

    def __init__(self, hits: Hits, numbers: Numbers) -> None:
        super().__init__(_nowhere(hits.known))
        self._numbers = numbers
        for phrase, found in hits.by_phrase.items():
            if phrase in self:
                self[phrase] = _union([_BITS[hit.sentence % len(_BITS)] for hit in found])

    def __missing__(self, word: str) -> int:
        if word not in COUNTERS:
            raise KeyError(f"phrase {word!r} was not given to the lexicon")
        mask = self[word] = _union([_BITS[hit.sentence % len(_BITS)] for hit in self._numbers.hits(word)])
        return mask


@lru_cache(maxsize=4)
def _nowhere(phrases: frozenset[str]) -> dict[str, int]:
    """Masks of phrases that stand nowhere; all reports that are judged by one framework begin with the same."""
    return dict.fromkeys(phrases - COUNTERS, 0)


def _union(bits: Sequence[int]) -> int:
    mask = 0
    for bit in bits:
        mask |= bit
    return mask


def _hits_in(found: Sequence[_Placed], stretches: int) -> tuple[Hit, ...]:
    hits: list[Hit] = []
    for bits, placed, of_hits in found:
        shared = bits & stretches
        if shared == bits:
            hits += placed
        elif shared:
            hits += [hit for hit, bit in zip(placed, of_hits, strict=True) if bit & stretches]
    if len(hits) > 1:
        hits.sort(key=_order)
    return tuple(hits)


def _order(hit: Hit) -> tuple[int, int, str]:
    return hit.start, hit.end, hit.phrase

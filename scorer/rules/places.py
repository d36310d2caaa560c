"""Where the words and numbers of a report stand, by stretch: which combinations can be near each other at all.

Most pairs of a framework have their words somewhere in a report, few have them in one stretch. Stretches are bits of
integers, so those that all words of a pair share are found for all pairs at once, before any hit is made, and only what
can stand together is weighed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from scorer.framework.model import Near
from scorer.matching import Hit, Hits
from scorer.quantities import COUNTERS
from scorer.rules.numbers import Numbers
from scorer.rules.pairs import LEVELS, PairTable, level_of
from scorer.structure.model import Report

__all__ = ["Places"]

# Stretches so far apart share a bit: an integer stays small however long a report is, and at worst lets too much through.
_MOST_BITS = 4096


class Places:
    """The hits of one report and its numbers as hits of their units, by word and stretch."""

    def __init__(self, report: Report, hits: Hits, numbers: Numbers, table: PairTable) -> None:
        """``table`` holds the pairs that are going to be asked for; others are found as well, but one by one.

        A phrase in it that was not looked for raises KeyError, as in :class:`Hits`.
        """
        self._hits = hits
        self._numbers = numbers
        self._bits = {level: _bits_of(report, level) for level in LEVELS}
        self._known = table.pairs
        self._shared = self._shared_of(table)

    def possible(self, pair: Near) -> bool:
        """Whether a stretch holds a hit for each position of a pair, whether it counts or not."""
        return self._stretches(pair) != 0

    def together(self, pair: Near) -> tuple[tuple[Hit, ...], ...]:
        """For each position of a pair its hits in stretches where no position is without one, in order.

        Empty when there is no such stretch. Hits that do not count are among them, and in a very long report also
        some of other stretches.
        """
        stretches = self._stretches(pair)
        if not stretches:
            return ()
        bits = self._bits[level_of(pair)]
        return tuple(self._hits_in(words, bits, stretches) for words in pair.words)

    def _stretches(self, pair: Near) -> int:
        key = id(pair)
        stretches = self._shared.get(key)
        if stretches is None:
            stretches = 0 if key in self._known else self._shared_of(PairTable((pair,))).get(key, 0)
        return stretches

    def _shared_of(self, table: PairTable) -> dict[int, int]:
        """For each pair of a table that can stand together the stretches in which it can."""
        self._hits.require(table.phrases)
        units = [unit for unit in table.units if self._numbers.hits(unit)]
        return table.shared([*self._hits.places, *units], self._mask)

    def _mask(self, word: str, level: str) -> int:
        """The stretches that hold a word or a number of that unit, as bits."""
        bits = self._bits[level]
        mask = 0
        if word in COUNTERS:
            for hit in self._numbers.hits(word):
                mask |= bits[hit.view_start]
        else:
            for place in self._hits.places[word]:
                mask |= bits[place[1]]
        return mask

    def _hits_in(self, words: Sequence[str], bits: Sequence[int], stretches: int) -> tuple[Hit, ...]:
        found: list[Hit] = []
        places = self._hits.places
        for word in dict.fromkeys([word for word in words if word in places or word in COUNTERS]):
            hits = self._numbers.hits(word) if word in COUNTERS else self._hits.of(word)
            found += [hit for hit in hits if bits[hit.view_start] & stretches]
        if len(found) > 1:
            found.sort(key=_order)
        return tuple(found)


def _bits_of(report: Report, level: str) -> list[int]:
    """For each position of the loosened view the stretch that it lies in, as a bit."""
    starts = {
        "clause": report.clause_starts,
        "segment": report.segment_starts,
        "sentence": report.sentence_starts,
    }[level]
    loose = report.loose
    bits: list[int] = []
    for number, (first, last) in enumerate(pairwise([0, *map(loose.index, starts), len(loose)])):
        bits += [1 << number % _MOST_BITS] * (last - first)
    return bits


def _order(hit: Hit) -> tuple[int, int, str]:
    return hit.start, hit.end, hit.phrase

"""Where the words and numbers of a report stand, by stretch: which combinations can be near each other at all.

Most pairs of a framework have their words somewhere in a report, few have them in one sentence, fewer in one stretch.
So the sentences of the words are intersected first, as bits of integers, then the stretches, and only what can stand
together is weighed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from scorer.framework.model import Near
from scorer.matching import Hit, Hits, stretches_of
from scorer.quantities import COUNTERS
from scorer.structure.model import Report

__all__ = ["Places"]

_ByStretch = Mapping[int, Sequence[Hit]]

# Sentences so far apart share a bit: a mask stays small however long a report is, and at worst lets too much through.
_BITS = [1 << number for number in range(4096)]


class Places:
    """The hits of one report and its numbers as hits of their units, by word and stretch."""

    def __init__(self, report: Report, hits: Hits, number_hits: Callable[[str], Sequence[Hit]]) -> None:
        """``number_hits`` gives the numbers that answer to a unit as hits."""
        self._report = report
        self._hits = hits
        self._number_hits = number_hits
        self._masks = _Masks(hits, number_hits)
        self._known: dict[str, dict[str, _ByStretch]] = {"clause": {}, "segment": {}, "sentence": {}}

    def together(self, pair: Near) -> tuple[tuple[Hit, ...], ...]:
        """For each position of a pair its hits in stretches where no position is without one, in order.

        Empty when there is no such stretch. Hits that do not count are among them.
        """
        masks = self._masks
        both = -1
        for alternatives in pair.words:
            mask = 0
            for word in alternatives:
                mask |= masks[word]
            both &= mask
            if not both:
                return ()
        positions = [self._of(alternatives, both, pair.within) for alternatives in pair.words]
        stretches: set[int] = set.intersection(*(set().union(*found) for found in positions))
        return tuple(_in_stretches(found, stretches) for found in positions) if stretches else ()

    def _of(self, alternatives: Sequence[str], mask: int, within: str | int) -> list[_ByStretch]:
        """The places of those alternatives, each once, that stand in a sentence of the mask."""
        known = self._known[within if isinstance(within, str) else "sentence"]
        found = []
        for word in dict.fromkeys(alternatives):
            if self._masks[word] & mask:
                places = known.get(word)
                if places is None:
                    hits = self._number_hits(word) if word in COUNTERS else self._hits.of(word)
                    places = known[word] = self._by_stretch(hits, within)
                found.append(places)
        return found

    def _by_stretch(self, hits: Sequence[Hit], within: str | int) -> _ByStretch:
        places: dict[int, list[Hit]] = {}
        for stretch, hit in zip(stretches_of(hits, self._report, within), hits, strict=True):
            places.setdefault(stretch, []).append(hit)
        return places


class _Masks(dict[str, int]):
    """For each word and unit the sentences that hold it, as bits; zero for a phrase that stands nowhere.

    A phrase that was not looked for raises KeyError, as in :class:`Hits`.
    """

    def __init__(self, hits: Hits, number_hits: Callable[[str], Sequence[Hit]]) -> None:
        super().__init__(_nowhere(hits.known))
        self._number_hits = number_hits
        for phrase, found in hits.by_phrase.items():
            if phrase in self:
                self[phrase] = _mask(found)

    def __missing__(self, word: str) -> int:
        if word not in COUNTERS:
            raise KeyError(f"phrase {word!r} was not given to the lexicon")
        mask = self[word] = _mask(self._number_hits(word))
        return mask


@lru_cache(maxsize=4)
def _nowhere(phrases: frozenset[str]) -> dict[str, int]:
    """Masks of phrases that stand nowhere; all reports that are judged by one framework begin with the same."""
    return dict.fromkeys(phrases - COUNTERS, 0)


def _mask(hits: Sequence[Hit]) -> int:
    mask = 0
    for hit in hits:
        mask |= _BITS[hit.sentence % 4096]
    return mask


def _in_stretches(found: Sequence[_ByStretch], stretches: set[int]) -> tuple[Hit, ...]:
    hits = [hit for places in found for stretch in stretches.intersection(places) for hit in places[stretch]]
    if len(hits) > 1:
        hits.sort(key=_order)
    return tuple(hits)


def _order(hit: Hit) -> tuple[int, int, str]:
    return hit.start, hit.end, hit.phrase

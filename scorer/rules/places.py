"""Where the words and numbers of a report stand, by stretch: which combinations can be near each other at all.

Most pairs of a framework have their words somewhere in a report, few have them in one stretch. Sets of stretches
are intersected before any hit is looked at, so only what can stand together is weighed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from scorer.framework.model import Near
from scorer.matching import Hit, Hits, stretch_of
from scorer.quantities import COUNTERS
from scorer.structure.model import Report

__all__ = ["Places"]

Stretch = tuple[int, int]
_ByStretch = Mapping[Stretch, Sequence[Hit]]


class Places:
    """The hits of one report and its numbers as hits of their units, by word and stretch."""

    def __init__(self, report: Report, hits: Hits, number_hits: Callable[[str], Sequence[Hit]]) -> None:
        """``number_hits`` gives the numbers that answer to a unit as hits."""
        self._report = report
        self._hits = hits
        self._number_hits = number_hits
        self._known: dict[str | int, dict[str, _ByStretch]] = {}

    def together(self, pair: Near) -> tuple[tuple[Hit, ...], ...]:
        """For each position of a pair its hits in stretches where no position is without one, in order.

        Empty when there is no such stretch. Hits that do not count are among them.
        """
        positions = []
        common: set[Stretch] | None = None
        for alternatives in pair.words:
            found = self._of(alternatives, pair.within)
            stretches = set().union(*found)
            common = stretches if common is None else common & stretches
            if not common:
                return ()
            positions.append(found)
        return tuple(_in_stretches(found, common or set()) for found in positions)

    def _of(self, alternatives: tuple[str, ...], within: str | int) -> list[_ByStretch]:
        """The places of those alternatives that stand somewhere in the report."""
        known = self._known.setdefault(within if isinstance(within, str) else "sentence", {})
        words, units = _sorted_out(alternatives)
        found = []
        for word in (*self._hits.present(words), *units):
            places = known.get(word)
            if places is None:
                hits = self._number_hits(word) if word in COUNTERS else self._hits.of(word)
                places = known[word] = self._by_stretch(hits, within)
            if places:
                found.append(places)
        return found

    def _by_stretch(self, hits: Sequence[Hit], within: str | int) -> _ByStretch:
        places: dict[Stretch, list[Hit]] = {}
        for hit in hits:
            places.setdefault(stretch_of(hit, self._report, within), []).append(hit)
        return places


@lru_cache(maxsize=1 << 14)
def _sorted_out(alternatives: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words and units, each once. A framework has some thousands of such lists, asked for every report."""
    distinct = tuple(dict.fromkeys(alternatives))
    return (
        tuple(word for word in distinct if word not in COUNTERS),
        tuple(word for word in distinct if word in COUNTERS),
    )


def _in_stretches(found: Sequence[_ByStretch], stretches: set[Stretch]) -> tuple[Hit, ...]:
    hits = [hit for places in found for stretch in stretches.intersection(places) for hit in places[stretch]]
    return tuple(sorted(hits, key=_order))


def _order(hit: Hit) -> tuple[int, int, str]:
    return hit.start, hit.end, hit.phrase

"""Stretches of a text that lie over hits: masks, and exact hits over the approximate ones that only repeat them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from scorer.matching import EXACT, Hit
from scorer.text import Span

__all__ = ["Overlay", "without_echoes"]


class Overlay:
    """The stretches of some hits, in order, those that overlap made one."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        hits = list(hits)
        self._sentences = {hit.sentence for hit in hits}
        self._spans = _union(Span(hit.start, hit.end) for hit in hits)
        self._ends = [span.end for span in self._spans]

    def over(self, hit: Hit) -> Span | None:
        """The stretch that a hit overlaps, None when there is none."""
        if hit.sentence not in self._sentences:
            return None
        at = bisect_right(self._ends, hit.start)
        return self._spans[at] if at < len(self._spans) and self._spans[at].start < hit.end else None

    def free(self, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """The hits that overlap no stretch."""
        sentences = self._sentences
        if not sentences:
            return hits
        return tuple([hit for hit in hits if hit.sentence not in sentences or self.over(hit) is None])


def without_echoes(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits without the approximate ones that lie on an exact one: those only repeat it less well."""
    if all(hit.match == EXACT for hit in hits):
        return hits
    exact = Overlay(hit for hit in hits if hit.match == EXACT)
    return tuple(hit for hit in hits if hit.match == EXACT or exact.over(hit) is None)


def _union(spans: Iterable[Span]) -> list[Span]:
    union: list[Span] = []
    for span in sorted(spans):
        if union and span.start < union[-1].end:
            union[-1] = Span(union[-1].start, max(union[-1].end, span.end))
        else:
            union.append(span)
    return union

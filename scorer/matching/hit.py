"""A hit of a phrase, and all hits of one report."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["EXACT", "FUZZY", "Hit", "Hits"]

EXACT = "exact"
FUZZY = "fuzzy"


class Hit(NamedTuple):
    """One place where a phrase stands; a tuple, because a report has thousands and they are made and hashed fast.

    ``start``/``end`` are code points into the text that was read, ``view_start``/``view_end`` positions in
    ``report.loose``, ``sentence`` is an index into ``report.sentences``. ``similarity`` is 100.0 for an exact
    hit and 100 × (phrase characters found in order) ÷ (phrase length) for a fuzzy one. ``boundary`` is False
    when the hit begins or ends inside another word (立法 in 树立法治); such a hit is kept, so that whoever
    refuses it can say why.
    """

    phrase: str
    start: int
    end: int
    view_start: int
    view_end: int
    sentence: int
    match: str
    similarity: float
    boundary: bool


@dataclass(frozen=True)
class Hits:
    """All hits of one lexicon in one report: the phrases that were found, in the order of the lexicon.

    ``by_phrase`` holds the hits of each in the order of position, ``known`` all phrases that were looked for.
    ``verified`` counts the pairs of phrase and passage that the fuzzy search compared in full, a measure of
    work that does not depend on the machine. ``skipped_fuzzy`` is true when part of the report was searched
    for exact hits only, because a sentence was too long or the report too costly. ``truncated`` is true when
    a phrase stood in one sentence more often than is kept.
    """

    by_phrase: Mapping[str, tuple[Hit, ...]] = field(repr=False)
    known: frozenset[str] = field(repr=False)
    verified: int = 0
    skipped_fuzzy: bool = False
    truncated: bool = False

    def of(self, phrase: str) -> tuple[Hit, ...]:
        """The hits of ``phrase`` as the framework writes it.

        A phrase that the lexicon was not given raises KeyError: "not looked for" must not read as "absent".
        """
        found = self.by_phrase.get(phrase)
        if found is not None:
            return found
        if phrase in self.known:
            return ()
        raise KeyError(f"phrase {phrase!r} was not given to the lexicon")

    def present(self, phrases: Collection[str]) -> list[str]:
        """Those of the phrases that stand in the report; KeyError as in :meth:`of`."""
        found = self.by_phrase
        if not self.known.issuperset(phrases):
            raise KeyError(f"phrases {sorted(set(phrases) - self.known)!r} were not given to the lexicon")
        return [phrase for phrase in phrases if phrase in found]

    def __iter__(self) -> Iterator[Hit]:
        """All hits, phrase by phrase in the order of the lexicon."""
        for hits in self.by_phrase.values():
            yield from hits

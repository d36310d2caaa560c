"""A hit of a phrase, and all hits of one report."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from scorer.matching.boundary import BoundaryCheck
from scorer.matching.exact import Found
from scorer.matching.fuzzy import Window
from scorer.text import View

__all__ = ["EXACT", "FUZZY", "Hit", "Hits", "Place"]

EXACT = "exact"
FUZZY = "fuzzy"

Place = Found | Window


class Hit(NamedTuple):
    """One place where a phrase stands; a tuple, because a report has thousands and they are made and hashed fast.

    ``start``/``end`` are code points into the text that was read, ``view_start``/``view_end`` positions in
    ``report.loose``, ``sentence`` is an index into ``report.sentences``. ``similarity`` is 100.0 for an exact
    hit and 100 × (phrase characters found in order) ÷ (phrase length) for a fuzzy one.
    """

    phrase: str
    start: int
    end: int
    view_start: int
    view_end: int
    sentence: int
    match: str
    similarity: float


class Hits:
    """All hits of one lexicon in one report: the phrases that were found, in the order of the lexicon.

    ``places`` says where each of them stands, in the order of position. Most are never asked for, because the other
    words of a pair are not near; so hits are made, and the words around them cut, when they are first asked for.

    ``verified`` counts the pairs of phrase and passage that the fuzzy search compared in full, a measure of
    work that does not depend on the machine. ``skipped_fuzzy`` is true when part of the report was searched
    for exact hits only, because a sentence was too long or the report too costly. ``truncated`` is true when
    a phrase stood in one sentence more often than is kept.
    """

    def __init__(
        self,
        places: Mapping[str, Sequence[Place]],
        known: frozenset[str] | None,
        loose: View,
        check: BoundaryCheck,
        *,
        verified: int = 0,
        skipped_fuzzy: bool = False,
        truncated: bool = False,
    ) -> None:
        """``known`` are all phrases that were looked for, None if nobody asks for others; ``loose`` is the view in which the places count."""
        self.places = places
        self.verified, self.skipped_fuzzy, self.truncated = verified, skipped_fuzzy, truncated
        self._known = known
        self._origins = loose.origins
        self._check = check
        self._made: dict[str, tuple[Hit, ...]] = {}

    def of(self, phrase: str) -> tuple[Hit, ...]:
        """The hits of ``phrase`` as the framework writes it.

        A phrase that the lexicon was not given raises KeyError: "not looked for" must not read as "absent".
        """
        hits = self._made.get(phrase)
        if hits is None:
            self.require((phrase,))
            hits = self._made[phrase] = tuple(self._make(phrase))
        return hits

    def _make(self, phrase: str) -> Iterator[Hit]:
        origins = self._origins
        for place in self.places.get(phrase, ()):
            start, end, sentence = place[1:4]
            match, similarity = (FUZZY, place.similarity) if isinstance(place, Window) else (EXACT, 100.0)
            yield Hit(phrase, origins[start], origins[end - 1] + 1, start, end, sentence, match, similarity)

    def is_word(self, hit: Hit) -> bool:
        """Whether a hit is made of whole words: 立法 in 树立法治 is not.

        Such a hit is kept, so that whoever refuses it can say why.
        """
        if hit.match == FUZZY:
            return self._check.holds_approximate(hit.view_start, hit.view_end, hit.sentence)
        return self._check.holds(hit.view_start, hit.view_end, hit.sentence)

    def present(self, phrases: Collection[str]) -> list[str]:
        """Those of the phrases that stand in the report; KeyError as in :meth:`of`."""
        self.require(phrases)
        places = self.places
        return [phrase for phrase in phrases if phrase in places]

    def require(self, phrases: Collection[str]) -> None:
        """KeyError as in :meth:`of` when one of the phrases was not looked for."""
        if self._known is not None and not self._known.issuperset(phrases):
            raise KeyError(f"phrases {sorted(set(phrases) - self._known)!r} were not given to the lexicon")

    def __iter__(self) -> Iterator[Hit]:
        """All hits, phrase by phrase in the order of the lexicon."""
        for phrase in self.places:
            yield from self.of(phrase)

"""All phrases of a framework, prepared once and looked up in many reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scorer.matching.boundary import BoundaryCheck
from scorer.matching.exact import Found, Scanner
from scorer.matching.fuzzy import FuzzySearch, Window
from scorer.matching.hit import EXACT, FUZZY, Hit, Hits
from scorer.matching.layout import Layout
from scorer.structure.model import Report
from scorer.text import fold_phrase

__all__ = ["Lexicon"]

# Phrases shorter than this are not found across 、 or across the end of one title and the start of the next.
_SHORTEST_JOIN = 5


class Lexicon:
    """Phrases to look up exactly, some of them fuzzily too; prepared once, used for any number of reports."""

    def __init__(self, phrases: Iterable[str], *, fuzzy: Iterable[str] = (), cutoff: int = 85) -> None:
        """``fuzzy`` are phrases that may match fuzzily too; those not among ``phrases`` are added to them.

        ``cutoff`` is the least similarity (1–100) of a fuzzy match. Two ways to write one phrase
        (双随机、一公开 and 双随机一公开) are one pattern with the same hits; a phrase of marks only has none.
        """
        fuzzy = tuple(fuzzy)
        ordered = dict.fromkeys((*phrases, *fuzzy))
        self._phrases = frozenset(ordered)
        altered = {phrase: pattern for phrase in ordered if (pattern := fold_phrase(phrase)) is not phrase}
        self._written = _written(ordered, altered)
        patterns = dict.fromkeys([altered.get(phrase, phrase) for phrase in ordered] if altered else ordered)
        patterns.pop("", None)
        self._patterns = list(patterns)
        listed = {pattern for phrase, pattern in altered.items() if "、" in phrase}
        joins = [len(pattern) >= _SHORTEST_JOIN or pattern in listed for pattern in self._patterns]
        self._scanner = Scanner(self._patterns, joins)
        wanted = {altered.get(phrase, phrase) for phrase in fuzzy}
        numbered = [(index, pattern) for index, pattern in enumerate(self._patterns) if pattern in wanted]
        self._fuzzy = FuzzySearch(numbered, cutoff)

    @property
    def phrases(self) -> frozenset[str]:
        """All phrases that are looked for, as they were given."""
        return self._phrases

    def find(self, report: Report) -> Hits:
        """Where the phrases stand in the report."""
        layout = Layout(report)
        found, truncated = self._scanner.scan(layout)
        fuzzy = self._fuzzy.search(layout, {(index, sentence) for index, _, _, sentence in found})
        places: dict[int, list[Found | Window]] = {}
        for place in found:
            places.setdefault(place[0], []).append(place)
        for window in fuzzy.windows:
            places.setdefault(window.phrase, []).append(window)
        check = BoundaryCheck(report, layout)
        by_phrase: dict[str, tuple[Hit, ...]] = {}
        for index in sorted(places):
            pattern = self._patterns[index]
            for phrase in self._written.get(pattern) or (pattern,):
                hits = [_hit(phrase, place, report, check) for place in places[index]]
                if len(hits) > 1:
                    hits.sort(key=_position)
                by_phrase[phrase] = tuple(hits)
        return Hits(by_phrase, self._phrases, fuzzy.verified, fuzzy.skipped, truncated)


def _written(phrases: Iterable[str], altered: Mapping[str, str]) -> dict[str, list[str]]:
    """The ways to write a pattern, in order; nothing for the many patterns that are written as they are."""
    written: dict[str, list[str]] = {pattern: [] for pattern in altered.values()}
    if written:
        for phrase in phrases:
            pattern = altered.get(phrase, phrase)
            if pattern in written:
                written[pattern].append(phrase)
    return written


def _hit(phrase: str, place: Found | Window, report: Report, check: BoundaryCheck) -> Hit:
    if isinstance(place, Window):
        start, end, sentence = place.start, place.end, place.sentence
        match, similarity = FUZZY, place.similarity
        boundary = check.holds_approximate(start, end, sentence)
    else:
        _, start, end, sentence = place
        match, similarity, boundary = EXACT, 100.0, check.holds(start, end, sentence)
    origins = report.loose.origins
    return Hit(
        phrase, origins[start], origins[end - 1] + 1, start, end, sentence, match, similarity, boundary
    )


def _position(hit: Hit) -> tuple[int, int]:
    return hit.view_start, hit.view_end

"""All phrases of a framework, prepared once and looked up in many reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from scorer.matching.boundary import BoundaryCheck
from scorer.matching.exact import Scanner
from scorer.matching.fuzzy import FuzzySearch, Window
from scorer.matching.hit import Hits, Place
from scorer.matching.layout import Layout
from scorer.structure.model import Report
from scorer.text import PLAIN, fold_phrase

__all__ = ["Lexicon"]


class Lexicon:
    """Phrases to look up exactly, some of them fuzzily too; prepared once, used for any number of reports."""

    def __init__(
        self, phrases: Iterable[str], *, fuzzy: Iterable[str] = (), cutoff: int = 85, checked: bool = True
    ) -> None:
        """``fuzzy`` are phrases that may match fuzzily too; those not among ``phrases`` are added to them.

        ``cutoff`` is the least similarity (1–100) of a fuzzy match. Two ways to write one phrase
        (双随机、一公开 and 双随机一公开) are one pattern with the same hits; a phrase of marks only has none.
        ``checked`` False is for who asks for no other phrases than these: then nobody keeps a set of them to
        refuse others by.
        """
        fuzzy = tuple(fuzzy)
        ordered = list(dict.fromkeys(chain(phrases, fuzzy)))
        self._known = frozenset(ordered) if checked else None
        unlike = {phrase: fold_phrase(phrase) for phrase in ordered if not PLAIN.fullmatch(phrase)}
        altered = {phrase: pattern for phrase, pattern in unlike.items() if pattern != phrase}
        self._written = _written(ordered, altered)
        self._patterns = list(filter(None, dict.fromkeys(map(altered.get, ordered, ordered))))
        self._scanner = Scanner(self._patterns, {altered[phrase] for phrase in altered if "、" in phrase})
        wanted = set(map(altered.get, fuzzy, fuzzy))
        numbered = [(index, pattern) for index, pattern in enumerate(self._patterns) if pattern in wanted]
        self._fuzzy = FuzzySearch(numbered, cutoff)

    def find(self, report: Report) -> Hits:
        """Where the phrases stand in the report."""
        layout = Layout(report)
        found, truncated = self._scanner.scan(layout)
        fuzzy = self._fuzzy.search(layout, found)
        places: dict[int, Sequence[Place]] = {**found}
        windows: dict[int, list[Window]] = {}
        for window in fuzzy.windows:
            windows.setdefault(window.phrase, []).append(window)
        for index, more in windows.items():
            places[index] = sorted([*places.get(index, ()), *more], key=_position)
        by_phrase = {
            phrase: places[index]
            for index in sorted(places)
            for phrase in self._written.get(self._patterns[index]) or (self._patterns[index],)
        }
        return Hits(
            by_phrase,
            self._known,
            report.loose,
            BoundaryCheck(report, layout),
            verified=fuzzy.verified,
            skipped_fuzzy=fuzzy.skipped,
            truncated=truncated,
        )


def _written(phrases: Iterable[str], altered: Mapping[str, str]) -> dict[str, list[str]]:
    """The ways to write a pattern, in order; nothing for the many patterns that are written as they are."""
    written: dict[str, list[str]] = {pattern: [] for pattern in altered.values()}
    for phrase in filter({*altered, *written}.__contains__, phrases):
        written[altered.get(phrase, phrase)].append(phrase)
    return written


def _position(place: Place) -> tuple[int, int]:
    return place[1], place[2]

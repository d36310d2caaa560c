"""Exact search: all phrases in one Aho–Corasick pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from itertools import compress, count
from operator import add, itemgetter

from ahocorasick_rs import AhoCorasick

from scorer.matching.layout import Layout

__all__ = ["MOST_PER_SENTENCE", "Found", "Scanner"]

# (index of the phrase, start, end, sentence), positions in the loosened view
Found = tuple[int, int, int, int]

# A phrase that stands in one sentence more often than this is a bomb, not a report.
MOST_PER_SENTENCE = 500

# Phrases shorter than this are not found across 、 or across the end of one title and the start of the next.
_SHORTEST_JOIN = 5

_beginning = itemgetter(slice(3))

# The automaton returns a list, so long texts are given to it piece by piece.
_PIECE = 1 << 17


class Scanner:
    """Folded phrases, prepared once and searched for in many reports."""

    def __init__(self, phrases: Sequence[str], joins: Container[str]) -> None:
        """``phrases`` are folded, distinct and not empty; ``joins`` are short ones that may stand across 、 and 》《."""
        self._phrases = phrases
        self._joins = joins
        self._longest = max(map(len, phrases), default=0)
        self._begun = False

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._phrases)

    def scan(self, layout: Layout) -> tuple[dict[int, list[Found]], bool]:
        """All hits inside sentences by phrase, and whether hits of a repeated phrase were left out."""
        found: dict[int, list[Found]] = {}
        phrases, joins, sentences, parts = self._phrases, self._joins, layout.sentence_at, layout.part_at
        for matches in self._matches(layout.text):
            for index, start, end in matches:
                held = sentences if end - start >= _SHORTEST_JOIN or phrases[index] in joins else parts
                if held[start] == held[end - 1] >= 0:
                    place = (index, start, end, sentences[start])
                    if index in found:
                        found[index].append(place)
                    else:
                        found[index] = [place]
        return _without_bombs(found)

    def _matches(self, text: str) -> Iterator[list[tuple[int, int, int]]]:
        """The places of the phrases in the text, piece by piece: number, start and end."""
        if not self._phrases:
            return
        automaton, numbers = self._searcher(text)
        for offset in range(0, len(text), _PIECE):
            piece = text[offset : offset + _PIECE + self._longest - 1]
            matches = automaton.find_matches_as_indexes(piece, overlapping=True)
            if offset or len(piece) > _PIECE or len(numbers) < len(self._phrases):
                # what starts behind the piece belongs to the next one
                matches = [(numbers[i], offset + s, offset + e) for i, s, e in matches if s < _PIECE]
            yield matches

    def _searcher(self, text: str) -> tuple[AhoCorasick, Sequence[int]]:
        """An automaton that finds all phrases of the text, and the numbers of the phrases that it knows.

        One of all phrases takes as long to build as thirty reports to search. Often there is but one report, so
        the first is searched for those phrases only whose beginning and end it holds.
        """
        if self._begun or len(text) > _PIECE:
            return self._automaton, range(len(self._phrases))
        self._begun = True
        numbers = _possible(self._phrases, text)
        return AhoCorasick([self._phrases[number] for number in numbers]), numbers


def _possible(phrases: Sequence[str], text: str) -> list[int]:
    """The phrases whose first three characters and whose last three stand somewhere in the text."""
    pairs = list(map(add, text, text[1:]))
    held = {*text, *pairs, *map(add, pairs, text[2:])}
    begin = compress(count(), map(held.__contains__, map(_beginning, phrases)))
    return [number for number in begin if phrases[number][-3:] in held]


def _without_bombs(found: dict[int, list[Found]]) -> tuple[dict[int, list[Found]], bool]:
    """The hits without what a phrase has too many of in one sentence, and whether there were such."""
    truncated = False
    for index, places in found.items():
        if len(places) > MOST_PER_SENTENCE:
            counts: Counter[int] = Counter()
            kept: list[Found] = []
            for place in places:
                counts[place[3]] += 1
                if counts[place[3]] <= MOST_PER_SENTENCE:
                    kept.append(place)
            found[index], truncated = kept, truncated or len(kept) < len(places)
    return found, truncated

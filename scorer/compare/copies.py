"""Passages that a report took over from an earlier one: word for word, with new numbers, or with small changes.

Sentence by sentence first; what is left is searched for runs of characters that agree, by the hashes of their beginnings.
Titles of documents and set phrases that every report repeats are counted on neither side.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from scorer.compare.body import Body, body_of
from scorer.compare.model import Copies, CopyKind, Quote
from scorer.compare.subject import Subject

__all__ = ["SHORTEST", "find_copies"]

SHORTEST = 20  # characters of own words; what is shorter is a phrase of the genre, see docs/compare.md
_SEED = 10
_PLACES = 8  # earlier places of a seed that are followed
_NEAR = 90.0  # likeness in percent from which a sentence is the same with small changes
_CANDIDATES = 3
_LONGEST = 600  # characters; a longer sentence with changes in it is compared by runs alone
_DIGITS = re.compile(r"[0-9][0-9.,]*")
_PAUSES = frozenset("，。；：！？")
_Found = tuple[int, int, int, int, CopyKind]  # start and end in the later body, then in the earlier


def find_copies(before: Subject, after: Subject) -> Copies:
    """What ``after`` took over; each passage lies in one paragraph, so that it can be found on the page."""
    old, new = body_of(before), body_of(after)
    search = _Search(old, new, _seeds(old.text))
    found = sorted([*search.sentences(), *search.runs()])
    exact = sum(new.owns(start, end) for start, end, *_, kind in found if kind == "exact")
    # A short sentence counts beside one that was taken over, and is no passage by itself.
    merged = [one for one in _merged(new, old, found) if new.owns(one[0], one[1]) >= SHORTEST]
    passages = [_passage(old, new, one) for one in merged]
    return Copies(tuple(passages), new.counted(), exact, new.owns(0, len(new.text)))


def _passage(old: Body, new: Body, found: _Found) -> tuple[Quote, Quote, CopyKind]:
    start, end, first, last, kind = found
    return old.quote(first, last), new.quote(start, end), kind


def _merged(new: Body, old: Body, found: list[_Found]) -> Iterator[_Found]:
    """Passages of one kind that follow each other in both reports, within a paragraph, are one."""
    held: _Found | None = None
    for one in found:
        if held is not None and held[1] == one[0] and held[3] == one[2] and held[4] == one[4]:
            inside = new.paragraphs[new.at(held[0])] == new.paragraphs[new.at(one[0])]
            if inside and old.paragraphs[old.at(held[2])] == old.paragraphs[old.at(one[2])]:
                held = (held[0], one[1], held[2], one[3], one[4])
                continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def _seeds(text: str) -> dict[str, list[int]]:
    seeds: dict[str, list[int]] = defaultdict(list)
    for at in range(len(text) - _SEED + 1):
        places = seeds[text[at : at + _SEED]]
        if len(places) < _PLACES:
            places.append(at)
    return seeds


@dataclass(frozen=True)
class _Search:
    """An earlier and a later body, and where each seed of the earlier one stands."""

    old: Body
    new: Body
    seeds: dict[str, list[int]]

    def sentences(self) -> Iterator[_Found]:
        """Sentences of some length that stand in the earlier report, and the short ones beside them there."""
        same = {}
        for sentence in range(len(self.new)):
            start, end = self.new.place(sentence)
            if self.new.owns(start, end) >= SHORTEST:
                twin = self._twin(self.new.sentence(sentence))
                if twin is not None:
                    same[sentence] = twin
        for order, step in ((range(1, len(self.new)), 1), (range(len(self.new) - 2, -1, -1), -1)):
            for sentence in order:
                if sentence not in same and sentence - step in same:
                    beside = same[sentence - step][0] + step
                    if 0 <= beside < len(self.old) and self.old.sentence(beside) == self.new.sentence(
                        sentence
                    ):
                        same[sentence] = (beside, "exact")
        for sentence, (twin_at, kind) in sorted(same.items()):
            place = self.new.place(sentence)
            self.new.cover(*place)
            yield (*place, *self.old.place(twin_at), kind)

    def _twin(self, words: str) -> tuple[int, CopyKind] | None:
        """The earlier sentence that is most like these words, if it is the same but for numbers or small changes."""
        if len(words) > _LONGEST:
            return None
        best: tuple[float, int] = (0.0, 0)
        for index in self._alike(words):
            other = self.old.sentence(index)
            if len(other) <= _LONGEST:
                best = max(best, (fuzz.ratio(_plain(words), _plain(other)) + (words == other), -index))
        if best[0] < _NEAR:
            return None
        twin = self.old.sentence(-best[1])
        if twin == words:
            return -best[1], "exact"
        return -best[1], "numbers" if _plain(twin) == _plain(words) else "near"

    def _alike(self, words: str) -> list[int]:
        """The few earlier sentences that share most seeds."""
        votes: Counter[int] = Counter()
        for at in range(len(words) - _SEED + 1):
            votes.update({self.old.at(place) for place in self.seeds.get(words[at : at + _SEED], ())})
        return [
            index for index, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_CANDIDATES]
        ]

    def runs(self) -> Iterator[_Found]:
        """Runs from left to right in what no sentence covers, each the longest that begins at its place."""
        new, at, last = self.new, 0, len(self.new.text) - _SEED
        while at <= last:
            covered = new.covered[at]
            length, source = (0, 0) if covered else self._longest(at)
            if length and new.owns(at, at + length) >= SHORTEST:
                yield from self._cut(at, length, source - at)
                at += length
            else:
                # Inside a long stretch of set phrases nothing else begins; passing it keeps time linear.
                at += length - _SEED if length > 4 * SHORTEST else 1

    def _longest(self, at: int) -> tuple[int, int]:
        places = self.seeds.get(self.new.text[at : at + _SEED], ())
        end = self.new.covered.find(b"\x01", at)
        most = (end if end >= 0 else len(self.new.text)) - at
        return max(((self._run(place, at, most), place) for place in places), default=(0, 0))

    def _run(self, place: int, at: int, most: int) -> int:
        """How many characters agree from two places on; compared in blocks, for runs can be whole chapters."""
        old, new, length = self.old.text, self.new.text, 0
        most = min(most, len(old) - place)
        while (
            length < most and old[place + length : place + length + 64] == new[at + length : at + length + 64]
        ):
            length += 64
        length = min(length, most)
        while length < most and old[place + length] == new[at + length]:
            length += 1
        return length

    def _cut(self, at: int, length: int, shift: int) -> Iterator[_Found]:
        """A run, trimmed to whole clauses, as passages of one sentence each; scraps are dropped."""
        start, end = _trimmed(self.new.text, at, at + length)
        if end <= start or self.new.owns(start, end) < SHORTEST:
            return
        first, last = self.new.at(start), self.new.at(end - 1)
        for sentence in range(first, last + 1):
            place = self.new.place(sentence)
            here = max(start, place[0]), min(end, place[1])
            if here == place or here[1] - here[0] >= _SEED:
                self.new.cover(*here)
                yield (*here, here[0] + shift, here[1] + shift, "exact")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a run that is whole clauses: the rest only happens to agree."""
    first, last = start, end
    while first < end and first > 0 and text[first - 1] not in _PAUSES:
        first += 1
    while last > first and last < len(text) and not _PAUSES.intersection(text[last - 1 : last + 1]):
        last -= 1
    return first, last


def _plain(words: str) -> str:
    """A sentence without its numbers: they change every year."""
    return _DIGITS.sub("0", words)

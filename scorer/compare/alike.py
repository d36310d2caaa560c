"""Which stretches of two reports speak of one thing: shared content words, weighed by how rare they are.

Words are weighed by their inverse frequency in both reports, so that 公示 counts for little in a report that says it
thirty times. Only pairs that share a word which is not everywhere are weighed at all, and of each word only so many places
are followed: time grows with the length of the texts and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log

from scorer.compare.model import Match, Matching
from scorer.compare.pieces import Piece
from scorer.compare.subject import Subject

__all__ = ["PLANS", "PROBLEMS", "Likeness", "set_beside"]

_POSTINGS = 60  # places of a word that are followed; a word with more tells nothing
_BEST = 8  # candidates of a stretch that are weighed in full


@dataclass(frozen=True)
class Likeness:
    """How two stretches are compared.

    ``measure`` gets the weights of the shared words, of those looked for and of those found, and answers from 0 to 1;
    from ``threshold`` on it is one thing. A stretch needs ``specific`` content words to be looked for, and its
    counterpart must have ``shared`` of them.
    """

    measure: Callable[[float, float, float], float]
    threshold: float
    specific: int
    shared: int


# Thresholds are measured on labelled pairs of real reports: tests/compare/test_alike.py, figures in docs/compare.md.
# How much of a plan is told again; what the deed tells beyond it takes little away.
PLANS = Likeness(lambda shared, plan, deed: 0.85 * shared / plan + 0.15 * shared / deed, 0.33, 3, 3)
# How much two lacks have in common, seen from both (Dice).
PROBLEMS = Likeness(lambda shared, old, new: 2 * shared / (old + new), 0.4, 2, 2)


@dataclass(frozen=True)
class _Weights:
    """Weight of each word: the logarithm of how rare it is."""

    of: dict[str, float]

    @classmethod
    def learn(cls, texts: Sequence[Sequence[Piece]]) -> _Weights:
        seen = Counter(word for pieces in texts for piece in pieces for word in piece.words)
        whole = sum(len(pieces) for pieces in texts) + 1
        return cls({word: log(1 + whole / count) for word, count in seen.items()})

    def sum(self, words: frozenset[str]) -> float:
        # In a fixed order: sums of floats depend on it, and sets have none.
        return sum(self.of[word] for word in sorted(words))


def set_beside(
    before: tuple[Subject, Sequence[Piece]],
    after: tuple[Subject, Sequence[Piece]],
    likeness: Likeness,
    background: Sequence[Sequence[Piece]] = (),
) -> Matching:
    """The best counterpart in ``after`` of each stretch of ``before``, where it reaches the threshold.

    ``background`` are further stretches by which the rarity of words is learned.
    """
    (one, wanted), (other, offered) = before, after
    weights = _Weights.learn((wanted, offered, *background))
    places = _index(offered)
    matched, left, general, weighed = [], [], 0, 0
    for piece in wanted:
        if len(piece.words) < likeness.specific:
            general += 1
            continue
        candidates, touched = _candidates(piece, places, weights)
        weighed += touched
        best = _best(piece, [offered[at] for at in candidates], weights, likeness)
        if best is None or best[0] < likeness.threshold:
            left.append(one.quote(piece.start, piece.end))
            continue
        score, found = best
        shared = sorted(piece.words & found.words, key=lambda word: (-weights.of[word], word))
        matched.append(
            Match(
                one.quote(piece.start, piece.end),
                other.quote(found.start, found.end),
                Decimal(score).quantize(Decimal("0.01")),
                tuple(shared),
            )
        )
    return Matching(tuple(matched), tuple(left), general, weighed, len(wanted) * len(offered))


def _index(offered: Sequence[Piece]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, piece in enumerate(offered):
        for word in piece.words:
            places[word].append(at)
    return places


def _candidates(piece: Piece, places: dict[str, list[int]], weights: _Weights) -> tuple[list[int], int]:
    """The stretches that share most with one, by words that are not everywhere, and how many share anything."""
    shared: dict[int, float] = defaultdict(float)
    for word in sorted(piece.words):
        found = places.get(word, ())
        if len(found) <= _POSTINGS:
            for at in found:
                shared[at] += weights.of[word]
    return sorted(shared, key=lambda at: (-shared[at], at))[:_BEST], len(shared)


def _best(
    piece: Piece, offered: Sequence[Piece], weights: _Weights, likeness: Likeness
) -> tuple[float, Piece] | None:
    wanted = weights.sum(piece.words)
    best: tuple[float, Piece] | None = None
    for found in offered:
        shared = piece.words & found.words
        if len(shared) < likeness.shared:
            continue
        score = min(1.0, likeness.measure(weights.sum(shared), wanted, weights.sum(found.words)))
        if best is None or score > best[0]:
            best = (score, found)
    return best

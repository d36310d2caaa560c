"""How well two series of verdicts agree: presence, exact status, weighted kappa with a bootstrap interval.

Pure arithmetic on pairs (label, program); no text, no files, no clock. The random numbers of the bootstrap come
from a fixed seed and do not depend on the order of the pairs, so the same verdicts give the same interval.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import TypeAlias

from scorer.rules.model import Status

__all__ = [
    "Agreement",
    "Kappa",
    "Pair",
    "Presence",
    "Share",
    "agree",
    "distance",
    "interval",
    "weighted_kappa",
]

Pair: TypeAlias = "tuple[Status, Status]"
"""What the label says, and what the program says."""

_RANK = {Status.UNMET: 0, Status.PARTIAL: 1, Status.MET: 2}
_RANKS = len(_RANK)
_RESAMPLES = 1000
_TAIL = 25  # of 1000: what lies outside a 95 % interval on each side
_SEED = 20210101


@dataclass(frozen=True, slots=True)
class Share:
    """``hits`` of ``of``; the rate is None where there is nothing to count."""

    hits: int = 0
    of: int = 0

    @property
    def rate(self) -> Decimal | None:
        """0 to 1."""
        return Decimal(self.hits) / self.of if self.of else None

    def __add__(self, other: Share) -> Share:
        return Share(self.hits + other.hits, self.of + other.of)


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether an item is seen at all (met or partial): hits, false alarms, misses."""

    both: int
    only_program: int
    only_label: int

    @property
    def precision(self) -> Decimal | None:
        """Of what the program sees, how much the label sees too."""
        return Share(self.both, self.both + self.only_program).rate

    @property
    def recall(self) -> Decimal | None:
        """Of what the label sees, how much the program sees too."""
        return Share(self.both, self.both + self.only_label).rate

    @property
    def f1(self) -> Decimal | None:
        """Harmonic mean of precision and recall; None where neither side sees anything."""
        return Share(2 * self.both, 2 * self.both + self.only_program + self.only_label).rate


@dataclass(frozen=True, slots=True)
class Kappa:
    """Agreement beyond chance over absent < partial < met; ``low``/``high`` bound the quadratic one (95 %)."""

    quadratic: Decimal | None
    linear: Decimal | None
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """All measures of one series. ``compared`` counts the pairs in which neither side says "does not apply"."""

    compared: int
    presence: Presence
    exact: Share
    kappa: Kappa


def agree(pairs: Iterable[Pair]) -> Agreement:
    """Measure a series of pairs; exact status counts all of them, the rest those in which both sides judge."""
    every = list(pairs)
    judged = [pair for pair in every if Status.NOT_APPLICABLE not in pair]
    seen = Counter((label is not Status.UNMET, ours is not Status.UNMET) for label, ours in judged)
    low, high = interval(judged)
    return Agreement(
        compared=len(judged),
        presence=Presence(seen[True, True], seen[False, True], seen[True, False]),
        exact=Share(sum(label is ours for label, ours in every), len(every)),
        kappa=Kappa(weighted_kappa(judged, 2), weighted_kappa(judged, 1), low, high),
    )


def distance(pair: Pair) -> Decimal:
    """How far two verdicts are apart, 0 to 1; as far as can be when only one says "does not apply"."""
    label, ours = pair
    if label is ours:
        return Decimal(0)
    if Status.NOT_APPLICABLE in pair:
        return Decimal(1)
    return Decimal(abs(_RANK[label] - _RANK[ours])) / (_RANKS - 1)


def weighted_kappa(pairs: Sequence[Pair], power: int) -> Decimal | None:
    """Cohen's kappa with weights ``|i - j| ** power``: 1 is linear, 2 quadratic. None without pairs.

    Where both sides give all items one and the same verdict, chance explains everything and kappa is 0 ÷ 0;
    such full agreement is called 1.
    """
    return _kappa(Counter(_cells(pairs)), power)


def interval(pairs: Sequence[Pair]) -> tuple[Decimal | None, Decimal | None]:
    """The middle 95 % of the quadratic kappa over resamples of the pairs, drawn with replacement."""
    cells = sorted(_cells(pairs))
    if not cells:
        return None, None
    random = Random(_SEED)  # noqa: S311 - resampling, nothing secret
    drawn = (_kappa(Counter(random.choices(cells, k=len(cells))), 2) for _ in range(_RESAMPLES))
    ordered = sorted(kappa for kappa in drawn if kappa is not None)
    return ordered[_TAIL], ordered[-1 - _TAIL]


def _cells(pairs: Iterable[Pair]) -> list[tuple[int, int]]:
    return [(_RANK[label], _RANK[ours]) for label, ours in pairs]


def _kappa(table: Counter[tuple[int, int]], power: int) -> Decimal | None:
    """1 − observed ÷ expected disagreement, from the counts of a 3 × 3 table in whole numbers."""
    size = sum(table.values())
    if not size:
        return None
    rows, columns = [0] * _RANKS, [0] * _RANKS
    observed = 0
    for (row, column), number in table.items():
        rows[row] += number
        columns[column] += number
        observed += number * abs(row - column) ** power
    expected = sum(
        rows[i] * columns[j] * abs(i - j) ** power for i in range(_RANKS) for j in range(_RANKS) if i != j
    )
    return 1 - Decimal(size * observed) / expected if expected else Decimal(1)

"""The pairs of a framework by their words, prepared once: what stands in a report leads to the pairs it may complete.

A framework asks for some thousand pairs with fifteen thousand words; a report holds a thousand of them. So a report's
words are looked up among the pairs, and not the words of the pairs in the report.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from scorer.framework.model import AllOf, AnyOf, Condition, Item, Near, NearIs
from scorer.quantities import COUNTERS

__all__ = ["LEVELS", "PairTable", "level_of"]

LEVELS = ("clause", "segment", "sentence")


class PairTable:
    """Which positions of which pairs each word can fill.

    ``pairs`` are those that it knows, by identity; ``units`` and ``phrases`` are the words in them, those
    that stand for numbers and the others.
    """

    def __init__(self, pairs: Iterable[Near]) -> None:
        """``pairs`` are kept: what is said of a pair is found by its identity, which is faster than its words."""
        numbers: dict[tuple[str, tuple[str, ...]], int] = {}
        self._pairs = [
            (pair, [numbers.setdefault((level_of(pair), words), len(numbers)) for words in pair.words])
            for pair in pairs
        ]
        self._size = len(numbers)
        self.pairs = frozenset(id(pair) for pair, _ in self._pairs)
        self._filled: dict[str, dict[str, list[int]]] = {level: {} for level in LEVELS}
        for (level, words), number in numbers.items():
            filled = self._filled[level]
            for word in words:
                filled.setdefault(word, []).append(number)
        known = frozenset().union(*self._filled.values())
        self.units, self.phrases = known & COUNTERS, known - COUNTERS

    @classmethod
    def of(cls, items: Iterable[Item]) -> PairTable:
        """The pairs of all topics and rules of some items."""
        return cls(pair for item in items for pair in _pairs_of(item))

    def shared(self, words: Collection[str], mask: Callable[[str, str], int]) -> dict[int, int]:
        """By identity of the pair the stretches in which each of its positions has a word, as bits; without the others.

        ``words`` are those that the report holds, ``mask`` tells for a word and a level the stretches that hold it.
        """
        masks = [0] * self._size
        for level, filled in self._filled.items():
            for word in words:
                if word in filled:
                    bits = mask(word, level)
                    for number in filled[word]:
                        masks[number] |= bits
        shared: dict[int, int] = {}
        for pair, numbers in self._pairs:
            bits = -1
            for number in numbers:
                bits &= masks[number]
            if bits:
                shared[id(pair)] = bits
        return shared


def level_of(pair: Near) -> str:
    """The kind of stretch inside which the words of a pair must stand: a number of characters is within a sentence."""
    return pair.within if isinstance(pair.within, str) else "sentence"


def _pairs_of(item: Item) -> Iterator[Near]:
    yield from item.topic.near
    for rule in (item.met, item.partial):
        if rule is not None:
            yield from _pairs_in(rule)


def _pairs_in(rule: Condition) -> Iterator[Near]:
    if isinstance(rule, NearIs):
        yield rule.near
    elif isinstance(rule, (AllOf, AnyOf)):
        for child in rule.children:
            yield from _pairs_in(child)

"""The pairs of a framework by their words, prepared once: what stands in a report leads to the pairs it may complete.

A framework asks for some thousand pairs with fifteen thousand words; a report holds a thousand of them. So a report's
words are looked up among the pairs, and not the words of the pairs in the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set

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
        self._kept = list(pairs)
        self._pairs = {
            id(pair): tuple(
                [numbers.setdefault((level_of(pair), words), len(numbers)) for words in pair.words]
            )
            for pair in self._kept
        }
        self._levels = [level for level, _ in numbers]
        # Nine of ten words fill one position: its number, not a list of one, which would double the table.
        filled: dict[str, int | tuple[int, ...]] = {}
        for (_, words), number in numbers.items():
            for word in words:
                before = filled.setdefault(word, number)
                if before is not number:
                    filled[word] = (*(before if isinstance(before, tuple) else (before,)), number)
        self.units = COUNTERS.intersection(filled)
        self._units = {unit: filled.pop(unit) for unit in self.units}
        self._phrases = filled

    @classmethod
    def of(cls, items: Iterable[Item]) -> PairTable:
        """The pairs of all topics and rules of some items."""
        return cls(pair for item in items for pair in _pairs_of(item))

    @property
    def pairs(self) -> Set[int]:
        """The pairs that it knows, by identity."""
        return self._pairs.keys()

    @property
    def phrases(self) -> Set[str]:
        """The words that stand for themselves."""
        return self._phrases.keys()

    def shared(self, words: Iterable[str], mask: Callable[[str, str], int]) -> dict[int, int]:
        """By identity of the pair the stretches in which each of its positions has a word, as bits; without the others.

        ``words`` are those that the report holds, ``mask`` tells for a word and a level the stretches that hold it.
        """
        levels, masks = self._levels, [0] * len(self._levels)
        for word in words:
            filled = self._phrases.get(word, self._units.get(word))
            if isinstance(filled, int):
                masks[filled] |= mask(word, levels[filled])
            elif filled is not None:
                bits = {level: mask(word, level) for level in {levels[number] for number in filled}}
                for number in filled:
                    masks[number] |= bits[levels[number]]
        shared: dict[int, int] = {}
        for pair, numbers in self._pairs.items():
            stretches = -1
            for number in numbers:
                stretches &= masks[number]
                if not stretches:
                    break
            else:
                shared[pair] = stretches
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

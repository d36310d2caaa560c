"""All the words a framework looks for, gathered once into the lexicon that searches a report in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scorer.framework.model import (
    AllOf,
    AnyOf,
    Condition,
    Detail,
    Item,
    NearIs,
    PhraseIs,
    QuantityIs,
)
from scorer.matching import Lexicon
from scorer.quantities import COUNTERS

__all__ = ["build_lexicon", "words_of_condition"]


def build_lexicon(items: Iterable[Item]) -> Lexicon:
    """The lexicon of some items: every word exactly, the topics' phrases also approximately."""
    exact: dict[str, None] = {}
    fuzzy: dict[str, None] = {}
    for item in items:
        fuzzy.update(dict.fromkeys(item.topic.phrases))
        exact.update(dict.fromkeys(_words_of_item(item)))
    return Lexicon([*fuzzy, *(word for word in exact if word not in fuzzy)], fuzzy=fuzzy)


def _words_of_item(item: Item) -> Iterator[str]:
    yield from item.topic.phrases
    yield from item.topic.masks
    for pair in item.topic.near:
        yield from _near_words(pair.words)
    for metric in item.metrics:
        if metric.source == "text":
            yield from metric.names
        if metric.derive:
            yield from (*metric.derive.numerator, *metric.derive.denominator)
    for condition in (item.met, item.partial):
        if condition is not None:
            yield from words_of_condition(condition)


def _near_words(positions: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    for alternatives in positions:
        yield from (word for word in alternatives if word not in COUNTERS)


def words_of_condition(condition: Condition) -> Iterator[str]:
    """Every word that a rule looks for by itself, apart from topic and metrics."""
    if isinstance(condition, PhraseIs):
        yield from condition.phrases
    elif isinstance(condition, NearIs):
        yield from _near_words(condition.near.words)
    elif isinstance(condition, QuantityIs):
        yield from condition.of
    elif isinstance(condition, Detail):
        yield from (*condition.words, *condition.of)
    elif isinstance(condition, (AllOf, AnyOf)):
        for child in condition.children:
            yield from words_of_condition(child)

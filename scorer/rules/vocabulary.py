"""All the words a framework looks for, gathered once into the lexicon that searches a report in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from scorer.framework.model import (
    AllOf,
    AnyOf,
    Condition,
    Detail,
    Item,
    NearIs,
    Ordinals,
    PhraseIs,
    QuantityIs,
    Total,
)
from scorer.matching import Lexicon
from scorer.quantities import COUNTERS

__all__ = ["build_lexicon", "words_of_condition", "words_of_items"]


def build_lexicon(items: Iterable[Item], *, checked: bool = True) -> Lexicon:
    """The lexicon of some items: every word exactly, the topics' phrases also approximately.

    ``checked`` False spares the set by which words of other items are refused.
    """
    exact: list[str] = []
    fuzzy: list[str] = []
    for item in items:
        fuzzy += item.topic.phrases
        exact += _words_of_item(item)
    return Lexicon(chain(fuzzy, exact), fuzzy=fuzzy, checked=checked)


def words_of_items(items: Iterable[Item]) -> frozenset[str]:
    """Every word that some items look for."""
    return frozenset(word for item in items for word in (*item.topic.phrases, *_words_of_item(item)))


def _words_of_item(item: Item) -> list[str]:
    words = list(item.topic.masks)
    for pair in item.topic.near:
        words += _near_words(pair.words)
    for metric in item.metrics:
        if metric.source == "text":
            words += metric.names
        if isinstance(metric.derive, Total):
            words += (*chain(*metric.derive.parts), *metric.derive.beside)
        elif isinstance(metric.derive, Ordinals):
            words += (*metric.derive.words, *metric.derive.beside)
        elif metric.derive:
            words += (*metric.derive.numerator, *metric.derive.denominator)
    for condition in (item.met, item.partial):
        if condition is not None:
            words += words_of_condition(condition)
    return words


def _near_words(positions: tuple[tuple[str, ...], ...]) -> list[str]:
    words: list[str] = []
    for alternatives in positions:
        words += (
            alternatives
            if COUNTERS.isdisjoint(alternatives)
            else [word for word in alternatives if word not in COUNTERS]
        )
    return words


def words_of_condition(condition: Condition) -> list[str]:
    """Every word that a rule looks for by itself, apart from topic and metrics."""
    if isinstance(condition, PhraseIs):
        return list(condition.phrases)
    if isinstance(condition, NearIs):
        return _near_words(condition.near.words)
    if isinstance(condition, QuantityIs):
        return list(condition.of)
    if isinstance(condition, Detail):
        return [*condition.words, *condition.of]
    if isinstance(condition, (AllOf, AnyOf)):
        return [word for child in condition.children for word in words_of_condition(child)]
    return []

"""An item that is built and not yet checked, together with the nodes it was built from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorer.errors import Problem
from scorer.framework.conditions import kind_of, walk
from scorer.framework.marks import Node
from scorer.framework.model import Item, Mark

__all__ = ["Draft", "complain"]


@dataclass(frozen=True, slots=True)
class Draft:
    """``node`` and ``dimension`` are what ``item`` and its dimension were built from."""

    item: Item
    node: Node
    dimension: Node

    def at(self, key: str) -> Mark:
        """Where the value of a key stands; the item itself when it has no such key."""
        child = self.node.get(key)
        return child.mark if child is not None else self.node.mark

    def metrics(self) -> list[Node]:
        """The nodes of the metrics, in the order of ``item.metrics``."""
        listed = self.node.get("metrics")
        return listed.sequence if listed is not None else []

    def conditions(self, *branches: str) -> Iterator[Node]:
        """The nodes of all conditions in ``met`` and ``partial``, or in the branch that is named."""
        for branch in branches or ("met", "partial"):
            yield from walk(self.node.get(branch))

    def word_lists(self) -> Iterator[Node]:
        """Every list of words, or single word, that is looked for in a report; pairs position by position."""
        topic = self.node.get("topic")
        if topic is not None:
            phrases, near = topic.get("phrases"), topic.get("near")
            if phrases is not None:
                yield phrases
            for pair in near.sequence if near is not None else ():
                yield from (pair.get("words") or pair).sequence
        for condition in self.conditions():
            kind = kind_of(condition)
            if kind in ("phrase", "section"):
                yield condition.mapping[kind]
            elif kind == "near":
                yield from condition.mapping["near"].sequence
            elif kind == "quantity":
                yield condition.mapping["quantity"].mapping["of"]
            elif kind == "detail" and (of := condition.get("of")) is not None and of.text != "topic":
                yield of


def complain(mark: Mark, message: str, mend: str) -> Problem:
    """A problem at a mark."""
    return Problem(mark.file, mark.line, mark.column, message, mend)

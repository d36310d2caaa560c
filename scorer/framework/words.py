"""Lists of words as YAML holds them: phrase groups are expanded, every word keeps its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scorer.framework.marks import Node
from scorer.framework.model import Mark

__all__ = ["Groups", "Word", "scalars", "texts"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a list; ``group`` names the phrase group that it came from, empty when written out.

    The mark is that of the list's own entry, so for a word of a group that of the "@name".
    """

    text: str
    mark: Mark
    group: str = ""


class Groups:
    """The phrase groups of a framework."""

    def __init__(self, node: Node | None) -> None:
        self.nodes: dict[str, Node] = dict(node.mapping) if node is not None else {}
        self.places: dict[str, Mark] = dict(node.keys) if node is not None else {}

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a group; empty when there is no such group, which a check reports."""
        node = self.nodes.get(name)
        return tuple(entry.text for entry in node.sequence if entry.text) if node is not None else ()

    def size(self, node: Node | None) -> int:
        """How many words :meth:`expand` would give, told without making them."""
        return sum(
            len(self.nodes[word.text[1:]].sequence) if word.text[1:] in self.nodes else 1
            for word in scalars(node)
        )

    def expand(self, node: Node | None) -> tuple[Word, ...]:
        """The words of a list, or of a single word, with each "@name" replaced by its group."""
        if node is None:
            return ()
        entries = node.sequence or [node]
        words: dict[str, Word] = {}
        for entry in entries:
            if entry.text.startswith("@"):
                name = entry.text[1:]
                for text in self.words(name):
                    words.setdefault(text, Word(text, entry.mark, name))
            elif entry.text:
                words.setdefault(entry.text, Word(entry.text, entry.mark))
        return tuple(words.values())

    def texts(self, node: Node | None) -> tuple[str, ...]:
        """The expanded words without their places."""
        return texts(self.expand(node))


def texts(words: Iterable[Word]) -> tuple[str, ...]:
    """The words without their places."""
    return tuple(word.text for word in words)


def scalars(node: Node | None) -> Iterator[Node]:
    """Every string below a node, in the order of the file."""
    if node is None:
        return
    if isinstance(node.value, str):
        yield node
    for child in node.mapping.values():
        yield from scalars(child)
    for child in node.sequence:
        yield from scalars(child)

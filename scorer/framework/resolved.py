"""A framework as one YAML text with the origin of each value, for ``scorer framework show --resolved``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scorer.framework.loader import load_checked
from scorer.framework.marks import Node
from scorer.framework.model import Framework, Mark

__all__ = ["Resolved", "resolve_framework"]

_WIDTH = 100
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9_-]{0,60}")
_NOT_TEXT = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))
_HEAD_ORDER = ("scorer", "id", "title", "version", "edition", "language", "notes")


@dataclass(frozen=True)
class Resolved:
    """``text`` is YAML with dimensions and items in place; ``origins`` has the place of each scalar by path.

    In a framework that extends another one every value carries a comment ``# from FILE:LINE``.
    """

    framework: Framework
    text: str
    origins: dict[tuple[str | int, ...], Mark]


def resolve_framework(ref: str | Path) -> Resolved:
    """The framework with ``extends`` applied; FrameworkError with all problems when it is invalid."""
    framework, tree = load_checked(ref)
    whole = _whole(tree.head or Node({}, Mark("", 0, 0)), tree.dimensions)
    lines = _Writer(tree.extends).block(whole, 0)
    return Resolved(framework, "\n".join(lines) + "\n", dict(_origins(whole, ())))


def _whole(head: Node, dimensions: Sequence[Node]) -> Node:
    """One tree of head and dimensions, with what names the framework first."""
    children = {key: head.mapping[key] for key in _HEAD_ORDER if key in head.mapping}
    children.update((key, child) for key, child in head.mapping.items() if key != "dimensions")
    children["dimensions"] = Node(list(dimensions), head.mark)
    return Node(children, head.mark)


def _origins(node: Node, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Mark]]:
    for key, child in node.mapping.items():
        yield from _origins(child, (*path, key))
    for index, child in enumerate(node.sequence):
        yield from _origins(child, (*path, index))
    if not isinstance(node.value, (dict, list)):
        yield path, node.mark


class _Writer:
    """Writes nodes as YAML; ``comments`` says whether origins are told."""

    def __init__(self, comments: bool) -> None:
        self.comments = comments

    def block(self, node: Node, indent: int) -> Iterator[str]:
        """The lines of a mapping or a list."""
        for key, child in node.mapping.items():
            yield from self._entry(f"{' ' * indent}{_scalar_text(key)}:", child, indent + 2)
        for child in node.sequence:
            if isinstance(child.value, dict):
                inner = list(self.block(child, indent + 2))
                yield f"{' ' * indent}- {inner[0][indent + 2 :]}"
                yield from inner[1:]
            else:
                yield from self._entry(f"{' ' * indent}-", child, indent + 2)

    def _entry(self, start: str, node: Node, indent: int) -> Iterator[str]:
        if not isinstance(node.value, (dict, list)):
            yield f"{start} {_scalar(node)}{self._origin(node.mark)}"
            return
        short = self._flow(node)
        if short is not None and len(start) + len(short) <= _WIDTH:
            yield f"{start} {short}{self._origin(node.sequence[0].mark)}"
        else:
            yield start
            yield from self.block(node, indent)

    def _flow(self, node: Node) -> str | None:
        """A list of scalars from one file on one line; None for anything else."""
        entries = node.sequence
        if not entries or any(isinstance(entry.value, (dict, list)) for entry in entries):
            return None
        if self.comments and len({entry.mark.file for entry in entries}) > 1:
            return None
        return "[" + ", ".join(_scalar(entry) for entry in entries) + "]"

    def _origin(self, mark: Mark) -> str:
        """The comment; a file name from a stranger must not end the line."""
        file = "".join(character if character.isprintable() else "?" for character in mark.file)
        return f"  # from {file}:{mark.line}" if self.comments else ""


def _scalar(node: Node) -> str:
    return _scalar_text(node.value) if isinstance(node.value, str) else node.raw


def _scalar_text(text: str) -> str:
    """A string as YAML reads it back; quoted unless it is a plain word. A tree holds no unseen characters."""
    if _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT:
        return text
    return json.dumps(text, ensure_ascii=False)

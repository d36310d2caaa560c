"""YAML as plain data that remembers where every value and every key stands.

The tree is built from PyYAML's events, not by its constructors: nothing of the file can name a Python type,
expand an alias or nest deeper than :data:`MAX_DEPTH`, and a value that YAML would read as something else than
what is written (``010``, ``12:30:45``, ``1_000``) is refused instead of guessed, and so is a character that
nobody sees, even as an escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

import yaml

from scorer.errors import Problem
from scorer.framework.characters import unseen
from scorer.framework.model import Mark
from scorer.framework.syntax import explain

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Node", "Scalar", "parse"]

MAX_BYTES = 2_000_000
MAX_DEPTH = 40

Scalar: TypeAlias = "str | int | Decimal | bool | None"

# libyaml is about seven times as fast; an installation without it still works.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER = yaml.resolver.Resolver()

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Node:
    """A value with its place. ``raw`` is a scalar as written; ``keys`` holds the place of each key."""

    value: Scalar | list[Node] | dict[str, Node]
    mark: Mark
    raw: str = ""
    keys: dict[str, Mark] = field(default_factory=dict)

    @property
    def mapping(self) -> dict[str, Node]:
        """The children by key; empty for anything but a mapping."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def sequence(self) -> list[Node]:
        """The children in order; empty for anything but a list."""
        return self.value if isinstance(self.value, list) else []

    @property
    def text(self) -> str:
        """The text of a string; empty for anything else."""
        return self.value if isinstance(self.value, str) else ""

    def get(self, key: str) -> Node | None:
        """The child of a mapping, None when it is not there."""
        return self.mapping.get(key)

    def place(self, key: str) -> Mark:
        """Where a key stands, or the mapping itself when it has no such key."""
        return self.keys.get(key, self.mark)

    def at(self, path: Iterator[str | int]) -> Node:
        """The descendant that a path of keys and indexes leads to."""
        node = self
        for step in path:
            node = node.mapping[step] if isinstance(step, str) else node.sequence[step]
        return node

    def plain(self) -> Any:
        """The same data without places."""
        if isinstance(self.value, dict):
            return {key: child.plain() for key, child in self.value.items()}
        if isinstance(self.value, list):
            return [child.plain() for child in self.value]
        return self.value


def parse(data: bytes, name: str, *, dates: bool = False) -> tuple[Node | None, list[Problem]]:
    """Read one YAML file; the tree is None when its syntax is broken.

    With ``dates`` a value such as 2022-03-01 is taken as the text that is written, without quotes.
    """
    text, problem = _decode(data, name)
    if problem is not None:
        return None, [problem]
    builder = _Builder(name, dates)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, explain(error, text, name)]
    except _RefusedError as refused:
        return None, [*builder.problems, refused.problem]
    if builder.root is None:
        return None, [Problem(name, 1, 1, "the file holds nothing", "copy indicators/example to begin with")]
    return builder.root, builder.problems


def _decode(data: bytes, name: str) -> tuple[str, Problem | None]:
    """The text of a file without its byte order mark, or what is wrong with its bytes."""
    if len(data) > MAX_BYTES:
        return "", Problem(
            name, 0, 0, f"the file is larger than {MAX_BYTES} bytes", "split it into dimension files"
        )
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "", Problem(name, 1, 1, "the file is encoded in UTF-16", "save it as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="ignore")
        line, column = _place(before)
        return "", Problem(
            name, line, column, f"byte 0x{data[error.start]:02x} is not UTF-8", "save it as UTF-8"
        )
    found = _UNPRINTABLE.search(text)
    if found:
        line, column = _place(text[: found.start()])
        return "", Problem(name, line, column, f"control character U+{ord(found[0]):04X}", "delete it")
    return text, None


def _place(before: str) -> tuple[int, int]:
    """Line and column, counted from 1, of what follows ``before``."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


class _RefusedError(Exception):
    """YAML that is well formed but not accepted; nothing after it can be trusted."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Builder:
    """Builds the tree event by event, so that depth costs no recursion."""

    def __init__(self, name: str, dates: bool = False) -> None:
        self.name = name
        self._dates = dates
        self.problems: list[Problem] = []
        self.root: Node | None = None
        # Open collections; for a mapping also the key that waits for its value.
        self._open: list[tuple[Node, list[tuple[str, Mark]]]] = []

    def take(self, event: yaml.Event) -> None:
        """Use one event."""
        if isinstance(event, yaml.NodeEvent):
            self._refuse_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._push(Node({}, self._mark(event)))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._push(Node([], self._mark(event)))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            node, _ = self._open.pop()
            self._add(node)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise self._refused(event, "a second document", "keep one document per file; remove the line ---")

    def _mark(self, event: yaml.Event) -> Mark:
        start: Any = event.start_mark
        return Mark(self.name, start.line + 1, start.column + 1)

    def _refused(self, event: yaml.Event, message: str, mend: str) -> _RefusedError:
        mark = self._mark(event)
        return _RefusedError(Problem(mark.file, mark.line, mark.column, message, mend))

    def _refuse_extras(self, event: yaml.Event) -> None:
        """Aliases can blow up and hide where a value stands; tags can name types. Neither is needed."""
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            raise self._refused(
                event, f"alias *{anchor}", 'write the value out, or use a phrase group "@name"'
            )
        if anchor:
            raise self._refused(event, f"anchor &{anchor}", "remove it; aliases are not accepted")
        if tag:
            raise self._refused(
                event, f"tag {tag.replace('tag:yaml.org,2002:', '!!')}", "remove it; quote what is text"
            )

    def _push(self, node: Node) -> None:
        if self._open and isinstance(self._open[-1][0].value, dict) and not self._open[-1][1]:
            mark = node.mark
            raise _RefusedError(
                Problem(mark.file, mark.line, mark.column, "a key that is not text", "write a plain word")
            )
        if len(self._open) >= MAX_DEPTH:
            mark = node.mark
            message = f"nested deeper than {MAX_DEPTH} levels"
            raise _RefusedError(
                Problem(mark.file, mark.line, mark.column, message, "say it with fewer levels")
            )
        self._open.append((node, []))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        mark = self._mark(event)
        found = unseen(str(event.value), "\n\t" if event.style in ("|", ">") else "\n")
        if found is not None:
            self._complain(mark, f"{found} in the text that begins here", "delete it")
        if self._open and isinstance(self._open[-1][0].value, dict) and not self._open[-1][1]:
            self._open[-1][1].append((self._key(event, mark), mark))
            return
        self._add(Node(self._value(event, mark), mark, event.value))

    def _key(self, event: yaml.ScalarEvent, mark: Mark) -> str:
        tag = _tag(event)
        if tag == "merge":
            raise self._refused(event, "merge key <<", "write the keys out")
        if tag != "str":
            self._complain(mark, f"key {event.value!r} is not text to YAML", f'quote it: "{event.value}"')
        return str(event.value)

    def _value(self, event: yaml.ScalarEvent, mark: Mark) -> Scalar:
        tag, raw = _tag(event), str(event.value)
        if tag == "bool":
            return raw in _TRUE if raw in _TRUE | _FALSE else raw.lower() in ("yes", "on")
        if tag == "null":
            return None
        if tag == "int" and _INTEGER.fullmatch(raw):
            return int(raw)
        if tag == "float" and _DECIMAL.fullmatch(raw):
            return Decimal(raw)
        if tag in ("int", "float"):
            mend = f'write it in plain digits, or quote it if it is text: "{raw}"'
            self._complain(mark, f"{raw} is not a plain number; YAML would read another one", mend)
        elif tag == "timestamp" and not self._dates:
            self._complain(mark, f"{raw} is a date to YAML", f'quote it: "{raw}"')
        return raw

    def _complain(self, mark: Mark, message: str, mend: str) -> None:
        self.problems.append(Problem(mark.file, mark.line, mark.column, message, mend))

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent, waiting = self._open[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
            return
        key, mark = waiting.pop()
        if key in parent.mapping:
            first = parent.keys[key].line
            self._complain(
                mark, f"key {key!r} stands here a second time", f"it is in line {first} already; keep one"
            )
            return
        parent.mapping[key] = node
        parent.keys[key] = mark


def _tag(event: yaml.ScalarEvent) -> str:
    """The last part of the tag that YAML gives a scalar: str, int, float, bool, null, timestamp, merge."""
    tag = _RESOLVER.resolve(  # type: ignore[no-untyped-call]
        yaml.ScalarNode, event.value, event.implicit
    )
    return str(tag).rpartition(":")[2]

"""``extends``: a framework as changes to another one.

A scalar replaces, a list replaces or is changed by ``{add, remove}``, a mapping is merged key by key.
Conditions are replaced as a whole, because half of a rule means nothing. Every value keeps the place of the
file that it comes from, so messages and ``show --resolved`` can name it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scorer.errors import Problem
from scorer.framework.marks import Node
from scorer.framework.model import Mark
from scorer.framework.schema import did_you_mean

__all__ = ["extend"]

_OWN_KEYS = frozenset(("extends", "disable", "dimensions", "items"))
_WHOLE_KEYS = frozenset(("met", "partial", "derive", "unit", "grades"))
_CHANGES = frozenset(("add", "remove"))


def extend(head: Node, dimensions: Sequence[Node], patch: Node) -> tuple[Node, list[Node], list[Problem]]:
    """Apply an extension; the new head, the new dimensions and what could not be applied."""
    change = _Change()
    own = Node({key: node for key, node in patch.mapping.items() if key not in _OWN_KEYS}, patch.mark)
    own.keys = patch.keys
    merged_head = change.merge(head, own)
    merged_head.mark = patch.mark
    merged_head.keys["extends"] = patch.place("extends")  # where to complain when the changes upset a sum
    changed = change.dimensions(dimensions, patch)
    return merged_head, changed, change.problems


class _Change:
    """One extension being applied; collects problems."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def merge(self, base: Node, patch: Node) -> Node:
        """``base`` with the keys of ``patch`` put over it; neither is changed."""
        children, keys = dict(base.mapping), dict(base.keys)
        for key, child in patch.mapping.items():
            old = children.get(key)
            new = self._value(key, old, child)
            if new.value == [] and child.mapping:  # its last entry was removed, and with it the list
                children.pop(key, None)
                continue
            children[key] = new
            if old is None:
                keys[key] = patch.place(key)
        return Node(children, base.mark if children else patch.mark, "", keys)

    def _value(self, key: str, old: Node | None, new: Node) -> Node:
        if not isinstance(new.value, dict) or (key in _WHOLE_KEYS and not _is_change(new)):
            return new
        if key == "metrics" and old is not None:
            return self._metrics(old, new)
        if _is_change(new):
            return self._list(key, old, new)
        return self.merge(old, new) if old is not None and isinstance(old.value, dict) else self._fresh(new)

    def _fresh(self, new: Node) -> Node:
        """A mapping that the ancestor does not have, with the lists that its changes make."""
        return self.merge(Node({}, new.mark), new)

    def _list(self, key: str, old: Node | None, new: Node) -> Node:
        """A list with entries taken away and others put at its end."""
        if old is not None and not isinstance(old.value, list):
            self._complain(
                new.mark, f"{key!r} is not a list in the framework extended", "write the value itself"
            )
            return old
        entries = list(old.sequence) if old is not None else []
        removed, added = new.get("remove"), new.get("add")
        for entry in removed.sequence if removed is not None else ():
            position = _find(entries, entry)
            if position is None:
                known = [other.text for other in entries if other.text]
                mend = did_you_mean(entry.text, known) if entry.text and len(known) < 40 else "leave it out"
                self._complain(
                    entry.mark, f"{_shown(entry)} is not in {key!r}, so it cannot be removed", mend
                )
            else:
                del entries[position]
        for entry in added.sequence if added is not None else ():
            if _find(entries, entry) is not None:
                self._complain(entry.mark, f"{_shown(entry)} is in {key!r} already", "leave it out")
            else:
                entries.append(entry)
        return Node(entries, old.mark if old is not None else new.mark)

    def _metrics(self, old: Node, new: Node) -> Node:
        """Metrics changed by name; ``remove`` takes names, ``add`` whole metrics."""
        entries = list(old.sequence)
        removed, added = new.get("remove"), new.get("add")
        for entry in removed.sequence if removed is not None else ():
            position = self._metric(entries, entry.text, entry.mark)
            if position is not None:
                del entries[position]
        for name, patch in new.mapping.items():
            if name in _CHANGES:
                continue
            position = self._metric(entries, name, new.place(name))
            if position is not None:
                entries[position] = self.merge(entries[position], patch)
        entries.extend(added.sequence if added is not None else ())
        return Node(entries, old.mark)

    def _metric(self, entries: Sequence[Node], name: str, mark: Mark) -> int | None:
        names = [_child_text(entry, "name") for entry in entries]
        if name in names:
            return names.index(name)
        self._complain(mark, f"there is no metric {name!r} to change", did_you_mean(name, names))
        return None

    def dimensions(self, dimensions: Sequence[Node], patch: Node) -> list[Node]:
        """The dimensions with their items disabled, changed and added."""
        disable, items, changes = patch.get("disable"), patch.get("items"), patch.get("dimensions")
        known = [_child_text(item, "id") for dimension in dimensions for item in _items(dimension)]
        gone = {entry.text: entry.mark for entry in (disable.sequence if disable is not None else ())}
        for identifier, mark in gone.items():
            self._known(identifier, known, mark, "item")
        for identifier, mark in _children(items):
            self._known(identifier, known, mark, "item")
            if identifier in gone:
                self._complain(mark, f"item {identifier!r} is disabled", "change it or disable it, not both")
        names = [_child_text(dimension, "id") for dimension in dimensions]
        for identifier, mark in _children(changes):
            self._known(identifier, names, mark, "dimension")
        changed = (self._dimension(dimension, set(gone), items, changes) for dimension in dimensions)
        return [dimension for dimension in changed if _items(dimension)]

    def _dimension(self, base: Node, gone: set[str], items: Node | None, changes: Node | None) -> Node:
        kept = []
        for item in _items(base):
            identifier = _child_text(item, "id")
            if identifier in gone:
                continue
            patch = items.get(identifier) if items is not None else None
            kept.append(self.merge(item, patch) if patch is not None else item)
        patch = changes.get(_child_text(base, "id")) if changes is not None else None
        children, keys = dict(base.mapping), dict(base.keys)
        if patch is not None:
            added = patch.get("add_items")
            kept.extend(added.sequence if added is not None else ())
            children.update((key, child) for key, child in patch.mapping.items() if key != "add_items")
            keys = patch.keys | keys
        if "items" in children:
            children["items"] = Node(kept, children["items"].mark)
        return Node(children, base.mark, "", keys)

    def _known(self, identifier: str, known: list[str], mark: Mark, what: str) -> None:
        if identifier not in known:
            mend = (
                did_you_mean(identifier, known)
                if len(known) < 20
                else "see 'scorer framework show' for the ids"
            )
            self._complain(mark, f"there is no {what} {identifier!r} in the framework extended", mend)

    def _complain(self, mark: Mark, message: str, mend: str) -> None:
        self.problems.append(Problem(mark.file, mark.line, mark.column, message, mend))


def _is_change(node: Node) -> bool:
    return bool(node.mapping) and _CHANGES.issuperset(node.mapping)


def _find(entries: Iterable[Node], wanted: Node) -> int | None:
    plain = wanted.plain()
    return next((index for index, entry in enumerate(entries) if entry.plain() == plain), None)


def _shown(node: Node) -> str:
    return repr(node.text) if node.text else "the entry"


def _child_text(node: Node, key: str) -> str:
    child = node.get(key)
    return child.text if child is not None else ""


def _children(node: Node | None) -> list[tuple[str, Mark]]:
    """The keys of a mapping with their places."""
    return [(key, node.place(key)) for key in node.mapping] if node is not None else []


def _items(dimension: Node) -> list[Node]:
    items = dimension.get("items")
    return items.sequence if items is not None else []

"""Counting the items of lists and the headings of an OpenDocument text (OpenDocument 1.3 Part 3, 5.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from scorer.reading.odt_package import attribute
from scorer.reading.odt_styles import LEVELS, Level, OdtStyles, label, whole

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["ListItem", "ListState", "Lists"]

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(slots=True)
class _Counts:
    """What a list has counted so far, by level from 1."""

    values: list[int | None] = field(default_factory=lambda: [None] * (LEVELS + 1))

    def step(self, depth: int, start: int, given: int | None) -> None:
        """Count one item; ``given`` is a value that the file sets for it."""
        before = self.values[depth]
        following = start if before is None else before + 1
        self.values[depth] = following if given is None else given
        for deeper in range(depth + 1, LEVELS + 1):
            self.values[deeper] = None


@dataclass(frozen=True, slots=True)
class ListState:
    """Where in a list the reader is; ``depth`` is the level of the items."""

    counts: _Counts
    style: str | None
    depth: int


@dataclass(slots=True)
class ListItem:
    """An item that waits for its first paragraph: only that one shows the number."""

    state: ListState
    start: int | None
    waits: bool = True


class Lists:
    """All lists of a text in reading order."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._by_id: dict[str, _Counts] = {}
        self._last: dict[str | None, _Counts] = {}
        self._headings = _Counts()

    def enter(self, element: etree._Element, outer: ListState | None) -> ListState:
        """A ``text:list`` begins, within another one or by itself."""
        style = attribute(element, "text:style-name")
        if outer is not None:
            return replace(outer, style=style or outer.style, depth=min(outer.depth + 1, LEVELS))
        counts = self._by_id.get(attribute(element, "text:continue-list") or "")
        if counts is None and attribute(element, "text:continue-numbering") == "true":
            counts = self._last.get(style)
        counts = counts or _Counts()
        self._last[style] = counts
        if (mark := element.get(_XML_ID)) is not None:
            self._by_id[mark] = counts
        return ListState(counts, style, 1)

    def item(self, item: ListItem, paragraph_style: str | None) -> str:
        """Count an item and return its number; nothing for a bullet."""
        item.waits = False
        style = item.state.style or self._styles.look("paragraph", paragraph_style).list_style
        levels = self._styles.lists.get(style or "", {})
        return _count(item.state.counts, levels, item.state.depth, item.start)

    def heading(self, element: etree._Element, depth: int) -> str:
        """Count a heading outside of lists by the outline style and return its number."""
        if attribute(element, "text:is-list-header") == "true" or depth > LEVELS:
            return ""
        if self._styles.look("paragraph", attribute(element, "text:style-name")).list_style == "":
            return ""
        given = whole(attribute(element, "text:start-value"))
        if attribute(element, "text:restart-numbering") == "true" and given is None:
            given = self._styles.outline[depth].start if depth in self._styles.outline else 1
        return _count(self._headings, self._styles.outline, depth, given)


def _count(counts: _Counts, levels: Mapping[int, Level], depth: int, given: int | None) -> str:
    counts.step(depth, levels[depth].start if depth in levels else 1, given)
    return label(levels, counts.values, depth)

"""The text of an OpenDocument file: paragraphs, lists, tables, text boxes and notes in reading order.

OpenDocument 1.3 Part 3, 5 (paragraphs, lists, tracked changes), 6 (what stands within), 8 and 9 (indexes, tables).
Deleted passages stand apart in ``text:tracked-changes``; without it the text reads as accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scorer.reading import places
from scorer.reading.odt_lists import ListItem, Lists, ListState
from scorer.reading.odt_package import OdtPackage, attribute, kind_of
from scorer.reading.odt_styles import OdtStyles, whole
from scorer.reading.office_flow import Losses, Piece, row_lines, squeeze
from scorer.reading.raised import LOWERED, RAISED

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["read_story"]

_BLANKS = re.compile(r"[ \t\r\n]+")
_INDEXES = frozenset(
    f"text:{name}"
    for name in ("table-of-content", "illustration-index", "table-index", "object-index", "user-index",
                 "alphabetical-index", "bibliography")
)  # fmt: skip
_SILENT = frozenset({
    "text:tracked-changes", "text:number", "text:ruby-text", "text:script", "text:note-citation",
    "office:annotation", "office:forms", "office:event-listeners", "office:scripts", "svg-compatible:title",
    "svg-compatible:desc", "table:covered-table-cell", "text:sequence-decls", "table:desc", "table:title",
})  # fmt: skip
_SHAPES = frozenset(
    f"drawing:{name}"
    for name in ("text-box", "custom-shape", "rect", "ellipse", "circle", "path", "polygon", "polyline",
                 "regular-polygon", "line", "connector", "caption", "measure")
)  # fmt: skip
_MARKS = {"text:tab": "\t", "text:line-break": "\n"}
_MOST_SPACES = 8  # text:s may claim any number
_NOTES = (("footnote", "注", places.footnote), ("endnote", "尾注", places.endnote))


@dataclass(slots=True)
class _Line:
    """The paragraph being read: its words, the shapes anchored in it, whether its words are hidden."""

    hidden: bool
    parts: list[str] = field(default_factory=list)
    shapes: list[etree._Element] = field(default_factory=list)


def read_story(package: OdtPackage) -> tuple[list[Piece], Losses]:
    """All pieces of text in reading order, notes last, and what was left out."""
    walk = _Walk(OdtStyles(package))
    pieces = walk.container(package.text())
    for kind, mark, place in _NOTES:
        bodies = [body for note, body in walk.notes if note == kind]
        for index, body in enumerate(bodies, 1):
            lines = [piece.text.strip() for piece in walk.container(body)]
            if any(lines):
                pieces.append(Piece(f"［{mark}{index}］{' '.join(lines)}", None, place(index)))
    return pieces, walk.losses


class _Walk:
    """Goes through the text; counters of tables and boxes run through the file."""

    def __init__(self, styles: OdtStyles) -> None:
        self.losses = Losses()
        self.notes: list[tuple[str, etree._Element]] = []
        self._styles = styles
        self._lists = Lists(styles)
        self._tables = 0
        self._boxes = 0
        self._inside_table = 0

    def container(self, element: etree._Element) -> list[Piece]:
        """The pieces of text in the body, a cell, a text box or a note."""
        pieces: list[Piece] = []
        self._blocks(element, pieces, None)
        return pieces

    def _blocks(self, element: etree._Element, pieces: list[Piece], item: ListItem | None) -> None:
        for inner in element:
            kind = kind_of(inner)
            if kind in ("text:p", "text:h"):
                self._paragraph(inner, kind, pieces, item)
            elif kind == "text:list":
                self._list(inner, pieces, item)
            elif kind == "table:table":
                self._table(inner, pieces)
            elif kind in _INDEXES:
                if pieces and squeeze(pieces[-1].text) == "目录":
                    pieces.pop()
            elif kind in _SHAPES:
                self._box(inner, pieces)
            elif _is_hidden_section(inner, kind):
                self.losses.hidden += len(squeeze("".join(map(str, inner.itertext()))))
            elif kind not in _SILENT and not self._lost(inner, kind):
                self._blocks(inner, pieces, item)
            elif kind == "text:tracked-changes":
                self.losses.changes += len(inner)

    def _list(self, element: etree._Element, pieces: list[Piece], item: ListItem | None) -> None:
        state: ListState = self._lists.enter(element, item.state if item else None)
        for inner in element:
            kind = kind_of(inner)
            if kind in ("text:list-item", "text:list-header"):
                start = whole(attribute(inner, "text:start-value"))
                self._blocks(inner, pieces, ListItem(state, start, waits=kind == "text:list-item"))

    def _paragraph(
        self, element: etree._Element, kind: str, pieces: list[Piece], item: ListItem | None
    ) -> None:
        style = attribute(element, "text:style-name")
        line = _Line(bool(self._styles.look("paragraph", style).hidden) or _hides_itself(element))
        self._inline(element, line)
        depth = (whole(attribute(element, "text:outline-level")) or 1) if kind == "text:h" else None
        label = ""
        if item is not None:
            label = self._lists.item(item, style) if item.waits else ""
        elif depth is not None:
            label = self._lists.heading(element, depth)
        words = "".join(line.parts).strip(" ")
        if words.strip():
            pieces.append(Piece(label + words, depth))
        for shape in line.shapes:
            self._box(shape, pieces)

    def _inline(self, element: etree._Element, line: _Line) -> None:
        self._speak(element.text, line)
        for inner in element:
            kind = kind_of(inner)
            if kind in _MARKS:
                self._speak_raw(_MARKS[kind], line)
            elif kind == "text:s":
                self._speak_raw(" " * min(whole(attribute(inner, "text:c")) or 1, _MOST_SPACES), line)
            elif kind == "text:span":
                self._span(inner, line)
            elif kind == "text:note":
                self._note(inner, line)
            elif kind in _SHAPES:
                line.shapes.extend([] if line.hidden else [inner])
            elif kind == "text:hidden-text" and attribute(inner, "text:is-hidden") != "false":
                self.losses.hidden += len(attribute(inner, "text:string-value") or "")
            elif kind not in _SILENT and not self._lost(inner, kind):
                self._inline(inner, line)
            self._speak(inner.tail, line)

    def _span(self, element: etree._Element, line: _Line) -> None:
        look = self._styles.look("text", attribute(element, "text:style-name"))
        outer = line.hidden
        line.hidden = outer if look.hidden is None else look.hidden
        start = len(line.parts)
        self._inline(element, line)
        if look.position is not None:  # 35件¹ must not become 35件1, and 10² not 102
            table = RAISED if look.position == "super" else LOWERED
            line.parts[start:] = [part.translate(table) for part in line.parts[start:]]
        line.hidden = outer

    def _speak(self, text: str | None, line: _Line) -> None:
        """White space collapses (6.1.2); what is meant as such has elements of its own."""
        if text:
            self._speak_raw(_BLANKS.sub(" ", text), line)

    def _speak_raw(self, text: str, line: _Line) -> None:
        if line.hidden:
            self.losses.hidden += len(text.strip())
        else:
            line.parts.append(text)

    def _note(self, element: etree._Element, line: _Line) -> None:
        for body in element:
            if kind_of(body) == "text:note-body" and not line.hidden:
                self.notes.append((attribute(element, "text:note-class") or "footnote", body))

    def _box(self, element: etree._Element, pieces: list[Piece]) -> None:
        found = self.container(element)
        if found:
            self._boxes += 1
            pieces.extend(Piece(piece.text, None, places.box(self._boxes)) for piece in found)

    def _lost(self, element: etree._Element, kind: str) -> bool:
        """Count what has no text that can be read; True where nothing in it is to be looked at."""
        if kind == "drawing:image":
            self.losses.pictures += 1
        elif kind in ("drawing:object", "drawing:object-ole"):
            self.losses.objects += 1
            return True
        return False

    def _table(self, element: etree._Element, pieces: list[Piece]) -> None:
        if not self._inside_table:
            self._tables += 1
        self._inside_table += 1
        table = self._tables
        for index, row in enumerate(_rows(element), 1):
            cells = [
                [piece.text for piece in self.container(cell)]
                for cell in row
                if kind_of(cell) == "table:table-cell"
            ]
            pieces.extend(Piece(line, None, places.row(table, index)) for line in row_lines(cells))
        self._inside_table -= 1


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    """The rows, also those in header and group elements; a repeated row (always an empty one) comes once."""
    for inner in element:
        kind = kind_of(inner)
        if kind == "table:table-row":
            yield inner
        elif kind in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rows(inner)


def _is_hidden_section(element: etree._Element, kind: str) -> bool:
    if kind != "text:section":
        return False
    display = attribute(element, "text:display")
    return display == "none" or (display == "condition" and attribute(element, "text:is-hidden") == "true")


def _hides_itself(element: etree._Element) -> bool:
    """A field may hide the paragraph that it stands in (7.7.11)."""
    return any(
        kind_of(inner) == "text:hidden-paragraph" and attribute(inner, "text:is-hidden") == "true"
        for inner in element
    )

"""The story that a Word document tells: paragraphs, tables, text boxes and notes in reading order.

It is read as it would look with all tracked changes accepted (ECMA-376 Part 1, 17.13.5).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scorer.reading import places
from scorer.reading.docx_inline import Inline, Line, chosen, is_contents
from scorer.reading.docx_names import attribute, child, is_on, kind_of, number, value
from scorer.reading.docx_numbering import Numbering
from scorer.reading.docx_package import Package
from scorer.reading.docx_styles import Style, Styles
from scorer.reading.office_flow import Losses, Piece, row_lines, squeeze

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Story", "read_story"]

_SILENT = frozenset(
    {"del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "pPr"}
)
_NOTES = (
    ("footnoteReference", "footnotes", "注", places.footnote),
    ("endnoteReference", "endnotes", "尾注", places.endnote),
)


@dataclass(frozen=True, slots=True)
class Story:
    """All pieces of text in reading order, notes last, and what was left out."""

    pieces: list[Piece]
    losses: Losses


@dataclass(slots=True)
class _Container:
    """The body, a cell or a text box; ``carried`` is the paragraph whose end was deleted."""

    pieces: list[Piece] = field(default_factory=list)
    carried: Line | None = None


def read_story(package: Package) -> Story:
    """Read the main part and the notes it refers to; raises :class:`InputError` for broken parts."""
    body = child(package.main(), "body")
    styles = Styles(package.part("styles"))
    numbering = package.part("numbering")
    walk = _Walk(styles, Numbering(numbering, styles))
    pieces = walk.container(body)
    if walk.inline.open_fields:  # a table of contents that never ends would have swallowed the report
        walk = _Walk(styles, Numbering(numbering, styles), fields=False)
        pieces = walk.container(body)
    return Story(pieces + _notes(package, styles, walk), walk.inline.losses)


class _Walk:
    """Goes through containers of paragraphs and tables; counters of tables and boxes run through the file."""

    def __init__(self, styles: Styles, numbering: Numbering, *, fields: bool = True) -> None:
        self.inline = Inline(styles, Losses(), fields=fields)
        self._styles = styles
        self._numbering = numbering
        self._tables = 0
        self._boxes = 0
        self._inside_table = 0

    def container(self, element: etree._Element | None) -> list[Piece]:
        """The pieces of text in a body, a cell or a text box."""
        made = _Container()
        if element is not None:
            self._blocks(element, made)
        self._close(made)
        return made.pieces

    def _blocks(self, element: Iterable[etree._Element], made: _Container) -> None:
        for inner in element:
            kind = kind_of(inner)
            if kind == "p":
                self._paragraph(inner, made)
            elif kind == "r":  # stray, but words all the same
                self._paragraph([inner], made)
            elif kind == "tbl":
                self._close(made)
                self._table(inner, made)
            elif kind == "AlternateContent":
                self._blocks(chosen(inner), made)
            elif kind == "sdt" and is_contents(inner):
                _drop_contents_title(made)
            elif kind in ("altChunk", "subDoc"):
                self.inline.losses.chunks += 1
            elif kind not in _SILENT:
                self._blocks(inner, made)

    def _paragraph(self, element: etree._Element | list[etree._Element], made: _Container) -> None:
        if not len(element) and made.carried is None and self._styles.paragraph(None).list_id is None:
            return  # files hold them by the hundred thousand
        properties = next((inner for inner in element if kind_of(inner) == "pPr"), None)
        line = made.carried or Line()
        made.carried = None
        line.style = value(properties, "pStyle")
        before = len(self.inline.notes)
        self.inline.contents_began = lambda: _drop_contents_title(made)
        self.inline.read(element, line)
        if self._runs_on(properties):
            made.carried = line
            return
        style = self._styles.paragraph(line.style)
        if style.contents:
            del self.inline.notes[before:]
            _drop_contents_title(made)
            return
        self._emit(line, properties, style, made)

    def _emit(self, line: Line, properties: etree._Element | None, style: Style, made: _Container) -> None:
        label = self._label(line, properties, style)
        words = "".join(line.parts)
        outline = number(properties, "outlineLvl")
        depth = style.depth if outline is None else Style(outline=outline).depth
        if words.strip():
            made.pieces.append(Piece(label + words.lstrip("\t ") if label else words, depth))
        for box in line.boxes:
            self._boxes += 1
            place = places.box(self._boxes)
            made.pieces.extend(Piece(piece.text, None, place) for piece in self.container(box))

    def _close(self, made: _Container) -> None:
        """A paragraph whose end was deleted at the end of its container ends all the same."""
        line, made.carried = made.carried, None
        if line is not None:
            self._emit(line, None, Style(), made)

    def _runs_on(self, properties: etree._Element | None) -> bool:
        """Whether the next paragraph joins this one: its end is deleted, moved away or hidden, or it is a drop cap."""
        if attribute(child(properties, "framePr"), "dropCap") in ("drop", "margin"):
            return True
        mark = child(properties, "rPr")
        if mark is None:
            return False
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self.inline.losses.changes += 1
            return True
        return is_on(child(mark, "specVanish"))

    def _label(self, line: Line, properties: etree._Element | None, style: Style) -> str:
        """The automatic number of the paragraph: its own numbering, else that of its style."""
        own = child(properties, "numPr")
        list_id = value(own, "numId")
        level = number(own, "ilvl")
        if list_id is None:
            list_id = style.list_id
            if level is None:
                level = style.list_level
            if level is None and list_id is not None:
                level = self._numbering.level_of(list_id, style.number_style or "")
        if list_id is None or list_id == "0":
            return ""
        return self._numbering.label(list_id, level or 0)

    def _table(self, element: etree._Element, made: _Container) -> None:
        if not self._inside_table:
            self._tables += 1
        self._inside_table += 1
        table = self._tables
        for index, row in enumerate(_children(element, "tr"), 1):
            properties = child(row, "trPr")
            deleted = child(properties, "del") is not None
            self.inline.losses.changes += deleted or child(properties, "ins") is not None
            if deleted:
                continue
            cells = [self._cell(cell) for cell in _children(row, "tc")]
            made.pieces.extend(Piece(line, None, places.row(table, index)) for line in row_lines(cells))
        self._inside_table -= 1

    def _cell(self, cell: etree._Element) -> list[str]:
        """The lines of a cell; none where it was deleted or continues a merged cell from the row above."""
        properties = child(cell, "tcPr")
        merged = child(properties, "vMerge")
        if merged is not None and attribute(merged, "val") in (None, "continue"):
            return []
        if child(properties, "cellDel") is not None:
            return []
        return [piece.text for piece in self.container(cell)]


def _children(element: etree._Element, name: str) -> list[etree._Element]:
    """Rows of a table or cells of a row, also those within content controls and custom markup."""
    found: list[etree._Element] = []
    for inner in element:
        kind = kind_of(inner)
        if kind == name:
            found.append(inner)
        elif kind in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            found.extend(_children(inner, name))
    return found


def _drop_contents_title(made: _Container) -> None:
    """The word 目录 above a table of contents belongs to it."""
    if made.pieces and squeeze(made.pieces[-1].text) == "目录":
        made.pieces.pop()


def _notes(package: Package, styles: Styles, walk: _Walk) -> list[Piece]:
    """Footnotes, then endnotes, each one piece in the order of its first reference."""
    pieces: list[Piece] = []
    for kind, part, mark, place in _NOTES:
        wanted = list(dict.fromkeys(note for reference, note in walk.inline.notes if reference == kind))
        root = package.part(part) if wanted else None
        if root is None:
            continue
        bodies = {attribute(element, "id"): element for element in root}
        reader = _Walk(styles, Numbering(None, styles), fields=False)
        for index, note in enumerate(wanted, 1):
            lines = [piece.text.strip() for piece in reader.container(bodies.get(note))]
            if any(lines):
                pieces.append(Piece(f"［{mark}{index}］{' '.join(lines)}", None, place(index)))
    return pieces

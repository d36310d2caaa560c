"""From paragraphs, cells and rows, as .doc and .rtf give them one after another, to pieces in reading order."""

from __future__ import annotations

from scorer.errors import InputError
from scorer.reading import places
from scorer.reading.interface import Document
from scorer.reading.manuscript import Manuscript
from scorer.reading.office_flow import Losses, Piece, plausible_source, row_lines, squeeze, write_pieces

__all__ = ["Flow", "finished", "label"]


_CONTENTS_TITLE = "目录"
_FULL_WIDTH_ENDS = ("、", "）", "．", "：", "。", "，", "】", "〕")
_FOOTNOTE, _ENDNOTE = "注", "尾注"  # before the words


class Flow:
    """Keeps cells until their row ends, and text boxes until the paragraph or row that holds them ends."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.losses = Losses()
        self._tables = 0
        self._rows = 0
        self._boxes = 0
        self._row: list[list[str]] = []
        self._cell: list[str] = []
        self._inner_row: list[str] = []
        self._inner_cell: list[str] = []
        self._waiting: list[list[str]] = []

    def paragraph(self, text: str, *, depth: int | None = None) -> None:
        """A paragraph of the body; it ends a table before it."""
        self.end_table()
        if text.strip():
            self.pieces.append(Piece(text, depth))
        self._put_boxes()

    def cell_paragraph(self, text: str) -> None:
        """A paragraph of the cell that is being read."""
        self._cell.append(text)

    def end_cell(self) -> None:
        """The cell is complete."""
        self._row.append(self._cell)
        self._cell = []

    def inner_paragraph(self, text: str) -> None:
        """A paragraph of a cell of a table within a cell."""
        self._inner_cell.append(text.strip())

    def end_inner_cell(self) -> None:
        """The cell of the inner table is complete."""
        self._inner_row.append(" ".join(filter(None, self._inner_cell)))
        self._inner_cell = []

    def end_inner_row(self) -> None:
        """The row of the inner table is complete: one line of the cell around it."""
        self.cell_paragraph("\t".join(filter(None, self._inner_row)))
        self._inner_row = []

    def end_row(self) -> None:
        """The row is complete, and its last cell with it."""
        if self._cell:
            self.end_cell()
        self._rows += 1
        if self._rows == 1:
            self._tables += 1
        place = places.row(self._tables, self._rows)
        self.pieces.extend(Piece(line, None, place) for line in row_lines(self._row))
        self._row = []
        self._put_boxes()

    def end_table(self) -> None:
        """What follows is no part of the table; a row without an end is ended."""
        if self._row or self._cell:
            self.end_row()
        self._rows = 0

    def contents(self) -> None:
        """A table of contents was left out here; the word 目录 above it belongs to it."""
        if self.pieces and squeeze(self.pieces[-1].text) == _CONTENTS_TITLE:
            self.pieces.pop()

    def box(self, paragraphs: list[str]) -> None:
        """A text box anchored in what is being read."""
        self._waiting.append(paragraphs)

    def end_body(self) -> None:
        """Only notes follow."""
        self.end_table()
        self._put_boxes()

    def footnote(self, lines: list[str], number: int) -> None:
        """A footnote, after the body."""
        self._note(lines, f"{_FOOTNOTE}{number}", places.footnote(number))

    def endnote(self, lines: list[str], number: int) -> None:
        """An endnote, after the footnotes."""
        self._note(lines, f"{_ENDNOTE}{number}", places.endnote(number))

    def _note(self, lines: list[str], mark: str, place: str) -> None:
        words = " ".join(line.strip() for line in lines if line.strip())
        if words:
            self.pieces.append(Piece(f"［{mark}］{words}", None, place))

    def _put_boxes(self) -> None:
        waiting, self._waiting = self._waiting, []
        for paragraphs in waiting:
            self._boxes += 1
            self.pieces.extend(Piece(text, None, places.box(self._boxes)) for text in paragraphs)


def label(number: str, *, parted: bool) -> str:
    """An automatic number with what parts it from the words: ``1`` before ``2021年`` must not read 12021."""
    if not number or not parted or number.endswith(_FULL_WIDTH_ENDS):
        return number
    return number + " "


def finished(
    flow: Flow, data: bytes, name: str, reader: str, *, title: str, author: str = "", lost: str = ""
) -> Document:
    """The document that the flow tells; raises :class:`InputError` when it holds no words.

    ``title`` and ``author`` are those of the file's properties; ``lost`` is told when text may be missing.
    """
    manuscript = Manuscript(data, name, reader)
    if lost:
        manuscript.warn("text_may_be_missing", lost)
    characters = write_pieces(manuscript, flow.pieces)
    losses = flow.losses
    if manuscript.is_empty and losses.pictures:
        cause = f"holds no text, only pictures ({losses.pictures})"
        raise InputError(name, cause, "recognise their text (OCR) and save that first")
    losses.tell(manuscript, characters)
    return manuscript.finish(plausible_source(title, author))

"""Puts the stories of a document into reading order: the body with its tables and text boxes, then the notes.

Headers, footers and comments are no text of the report. In the file the stories follow each other: body,
footnotes, headers, macros, comments, endnotes, text boxes ([MS-DOC] 2.3).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator

from scorer.reading.doc_flow import Flow
from scorer.reading.word97.fib import Fib, Part
from scorer.reading.word97.formatting import ParagraphRuns, marked_runs
from scorer.reading.word97.lists import Lists
from scorer.reading.word97.modifiers import FarModifiers, ParagraphFormat
from scorer.reading.word97.pieces import PieceTable
from scorer.reading.word97.story import Paragraph, masked, paragraphs, without_fields
from scorer.reading.word97.styles import Style, Styles

__all__ = ["Body"]

_BODY_TEXT = 9  # sprmPOutLvl: the level of what is no heading
_PICTURE = "\x01"
_SHAPE_SIZE, _BOX_SIZE = 26, 22  # 2.9.253 Spa, 2.9.107 FTXBXS


class Body:
    """One document, ready to be told to a flow."""

    def __init__(self, word: bytes, table: bytes, data: bytes, fib: Fib) -> None:
        self._table, self._far, self._fib = table, FarModifiers(data), fib
        self._styles = Styles(table, fib)
        self._pieces = PieceTable(word, table, fib)
        self._formats = ParagraphRuns(word, table, fib)
        self._lists = Lists(table, fib)
        hidden = self._styles.hidden
        self._runs = marked_runs(word, table, fib, hidden)
        self._text = ""
        self._carried = ""  # of a paragraph that a page break divides

    def tell(self, flow: Flow) -> None:
        """Everything that is read, in its order."""
        fib = self._fib
        self._text = masked(self._pieces, self._runs, self._styles.hidden, flow.losses)
        boxes = self._boxes()
        anchors = self._anchors()
        text, contents = without_fields(self._text[: fib.main])
        flow.losses.pictures = text.count(_PICTURE)
        waiting = sorted((start for start, _ in contents), reverse=True)
        for paragraph in paragraphs(text, 0, len(text)):
            while waiting and waiting[-1] <= paragraph.end:
                waiting.pop()
                flow.contents()
            while anchors and anchors[-1][0] <= paragraph.end:
                _, shape = anchors.pop()
                if shape in boxes:
                    flow.box(boxes.pop(shape))
            self._tell_paragraph(flow, paragraph)
        if self._carried:
            flow.paragraph(self._carried)
        for left in boxes.values():
            flow.box(left)
        flow.end_body()
        self._tell_notes(flow.footnote, fib.main, fib.footnotes, Part.FOOTNOTE_TEXTS)
        before = fib.main + fib.footnotes + fib.headers + fib.macros + fib.comments
        self._tell_notes(flow.endnote, before, fib.endnotes, Part.ENDNOTE_TEXTS)

    def _tell_paragraph(self, flow: Flow, paragraph: Paragraph) -> None:
        format_, style, ends_here = self._format(paragraph)
        if style.contents:
            flow.contents()
            return
        text = self._carried + ("" if style.hidden else paragraph.text)
        self._carried = ""
        if not ends_here:
            self._carried = text + "\n"
            return
        in_table = format_.in_table or paragraph.mark == "\x07"
        if not format_.row_end:
            label = self._lists.next_label(format_.list_use or 0, format_.level or 0)
            text = label + text.lstrip("\t ") if label and text.strip() else text
        if not in_table:
            flow.paragraph(text, depth=_depth(format_, style))
        elif format_.row_end:
            flow.end_row()
        elif format_.inner_row_end:
            flow.end_inner_row()
        elif format_.depth > 1:
            flow.inner_paragraph(text)
            if format_.inner_cell:
                flow.end_inner_cell()
        else:
            flow.cell_paragraph(text)
            if paragraph.mark == "\x07":
                flow.end_cell()

    def _format(self, paragraph: Paragraph) -> tuple[ParagraphFormat, Style, bool]:
        """Format and style, and whether the paragraph ends here: a page break stands within one."""
        offset, piece = self._pieces.byte_of(paragraph.end)
        run = self._formats.at(offset)
        if run is None:
            style = self._styles[0]
            return style.format.changed(self._pieces.changes(piece)), style, True
        style = self._styles[run.style]
        format_ = style.format.changed(run.changes, self._far).changed(self._pieces.changes(piece))
        return format_, style, paragraph.mark != "\x0c" or run.end <= offset + piece.width

    def _tell_notes(
        self, tell: Callable[[list[str], int], None], start: int, length: int, part: Part
    ) -> None:
        """A story of notes; its table gives where each begins, counted within the story (2.8.18, 2.8.16)."""
        if not length:
            return
        text, _ = without_fields(self._text[start : start + length])
        offset, size = self._fib.part(part)
        begins = struct.unpack_from(f"<{size // 4}I", self._table, offset)[:-2]
        notes: dict[int, list[str]] = {}
        for paragraph in paragraphs(text, 0, length):
            notes.setdefault(max(1, bisect_right(begins, paragraph.start)), []).append(paragraph.text)
        for number, lines in notes.items():
            tell(lines, number)

    def _boxes(self) -> dict[int, list[str]]:
        """The text boxes by the number of their shape, in their order (2.8.32 PlcftxbxTxt)."""
        fib = self._fib
        start = fib.main + fib.footnotes + fib.headers + fib.macros + fib.comments + fib.endnotes
        story, _ = without_fields(self._text[start : start + fib.text_boxes])
        boxes: dict[int, list[str]] = {}
        done = 0  # each character once, whatever the table says
        for begin, end, content in self._plc(Part.TEXT_BOXES, _BOX_SIZE):
            (shape,) = struct.unpack_from("<I", content, 14)
            begin, end = max(begin, done), min(end, len(story))
            texts = [paragraph.text for paragraph in paragraphs(story, begin, end)]
            done = max(done, end)
            if any(text.strip() for text in texts):
                boxes.setdefault(shape, []).extend(texts)
        return boxes

    def _anchors(self) -> list[tuple[int, int]]:
        """Where in the body each shape hangs (2.8.37 PlcfSpa): position and number of the shape, the last first."""
        shapes = self._plc(Part.SHAPES, _SHAPE_SIZE)
        places = ((position, *struct.unpack_from("<I", content)) for position, _, content in shapes)
        return sorted(places, reverse=True)

    def _plc(self, part: Part, size: int) -> Iterator[tuple[int, int, bytes]]:
        """The entries of a table of positions (2.2.2 PLC): from, to, and the data of ``size`` bytes."""
        offset, length = self._fib.part(part)
        count = max(0, (length - 4) // (4 + size))
        positions = struct.unpack_from(f"<{count + 1}I", self._table, offset) if count else ()
        for number in range(count):
            at = offset + 4 * (count + 1) + size * number
            yield positions[number], positions[number + 1], self._table[at : at + size]


def _depth(format_: ParagraphFormat, style: Style) -> int | None:
    """The level of a heading from 1, by the outline or by a built-in style; None for body text."""
    if format_.outline is not None:
        return format_.outline + 1 if format_.outline < _BODY_TEXT else None
    return style.heading

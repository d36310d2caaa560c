"""One page read: its lines and table rows from top to bottom, and what was seen of unreadable parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pypdfium2_raw as pdfium

from scorer.reading.pdf.glyphs import GlyphReader
from scorer.reading.pdf.grid import find_grids
from scorer.reading.pdf.lines import find_lines
from scorer.reading.pdf.model import Box, Line, Page
from scorer.reading.pdf.shapes import find_shapes
from scorer.reading.pdf.tables import split_tables
from scorer.reading.pdf.turning import RawGlyph, turned

__all__ = ["read_page"]

_MANY_PATHS = 200  # drawn shapes: letters turned into outlines come by the hundred
_LEAST_SHARE = 0.05  # of the page: a smaller picture is an emblem or a seal
_FEW_LETTERS = 20
_A4 = Box(0.0, 0.0, 595.0, 842.0)
# Where the words of a note and of a form field stand (ISO 32000-1, 12.5.2 and 12.7.3.1).
_WORDS = {pdfium.FPDF_ANNOT_FREETEXT: (b"Contents",), pdfium.FPDF_ANNOT_WIDGET: (b"V",)}
_EMPTY = 2  # bytes: the end mark alone
_MOST_NOTES = 2_000


def read_page(document: Any, number: int, glyph_reader: GlyphReader) -> Page:
    """Page ``number``, counted from 1; a page that pdfium cannot load comes back as ``failed``."""
    handle = pdfium.FPDF_LoadPage(document, number - 1)
    if not handle:
        return Page(number, failed=True)
    text_page = pdfium.FPDFText_LoadPage(handle)
    try:
        if not text_page:
            return Page(number, failed=True)
        raws = glyph_reader.read(handle, text_page)
        page = _laid_out(handle, number, raws)
        page.unmapped, page.pale = glyph_reader.unmapped, glyph_reader.pale
        page.notes = _has_notes(handle)
        return page
    finally:
        pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(handle)


def _laid_out(handle: Any, number: int, raws: Sequence[RawGlyph]) -> Page:
    shapes = find_shapes(handle)
    visible = _visible(handle)
    page = Page(number, characters=sum(not raw.char.isspace() for raw in raws))
    _measure_pictures(page, shapes.pictures, raws, visible)
    page.drawn = shapes.paths >= _MANY_PATHS
    page.blank = not (raws or shapes.paths or shapes.pictures)
    for turn, glyphs in turned(raws):
        outside, rows = split_tables(glyphs, find_grids([turn.box(rule) for rule in shapes.rules]))
        lines = sorted([*find_lines(outside), *rows], key=lambda line: -line.y)
        if page.lines:
            page.aside.extend(lines)
        else:
            page.lines = _from_corner(lines, turn.box(visible))
            page.width, page.height = _size(turn.box(visible))
    return page


def _from_corner(lines: list[Line], box: Box) -> list[Line]:
    """The lines with places counted from the lower left corner of the page."""
    for line in lines:
        line.x0, line.x1, line.y = line.x0 - box.x0, line.x1 - box.x0, line.y - box.y0
    return lines


def _measure_pictures(page: Page, pictures: Sequence[Box], raws: Sequence[RawGlyph], visible: Box) -> None:
    width, height = _size(visible)
    for box in pictures:
        across = min(box.x1, visible.x1) - max(box.x0, visible.x0)
        up = min(box.y1, visible.y1) - max(box.y0, visible.y0)
        share = across * up / (width * height) if across > 0 and up > 0 else 0.0
        page.pictured = max(page.pictured, share)
        if share > max(page.bare, _LEAST_SHARE) and _letters_on(box, raws) < _FEW_LETTERS:
            page.bare = share


def _letters_on(box: Box, raws: Sequence[RawGlyph]) -> int:
    return sum(
        box.x0 <= raw.x <= box.x1 and box.y0 <= raw.y <= box.y1 and not raw.char.isspace() for raw in raws
    )


def _visible(handle: Any) -> Box:
    """The part of the page that is shown (ISO 32000-1, 14.11.2), A4 if the file does not say."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(handle, box):
        return _A4
    found = Box(
        min(box.left, box.right), min(box.bottom, box.top), max(box.left, box.right), max(box.bottom, box.top)
    )
    return found if min(_size(found)) > 1 else _A4


def _size(box: Box) -> tuple[float, float]:
    return box.x1 - box.x0, box.y1 - box.y0


def _has_notes(handle: Any) -> bool:
    """Whether someone typed into the page: form fields and text notes, which are no part of the page's text."""
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(handle), _MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(handle, at)
        if not note:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        words = any(
            pdfium.FPDFAnnot_GetStringValue(note, key, None, 0) > _EMPTY for key in _WORDS.get(kind, ())
        )
        pdfium.FPDFPage_CloseAnnot(note)
        if words:
            return True
    return False

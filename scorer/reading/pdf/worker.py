"""The child's side of the PDF reader: bytes in, paragraphs with their pages and what was not readable out."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pypdfium2_raw as pdfium

from scorer.reading.child import UnreadableError
from scorer.reading.pdf.edges import strip_edges
from scorer.reading.pdf.glyphs import GlyphReader
from scorer.reading.pdf.model import Page
from scorer.reading.pdf.pages import read_page
from scorer.reading.pdf.paragraphs import find_paragraphs

__all__ = ["work"]

_MEND = "open it in a PDF program and print it to a new PDF, or give its text"
_OCR = "recognise its text (OCR) and give the recognised file"
_FEW = 20  # characters: a page with fewer and a picture is a scan
_SCANNED = 0.2  # of the page is covered by a picture
_PICTURED = 0.3  # of the page, without text over it
_BROKEN = 0.3  # of the characters are unknown
_MOST_PAGES = 2_000
_MOST_CHARACTERS = 400_000  # with heads and feet; a text may hold 300,000
_PLACEHOLDER = 1_000  # characters: "Please wait" in as many languages as a form may say it
_TAIL = 4096  # bytes: the end mark stands in the last 1024, and some senders add to that

_LOAD_ERRORS = {
    pdfium.FPDF_ERR_PASSWORD: (
        "is protected by a password",
        "give the file without its password (open it and print it to a new PDF)",
    ),
    pdfium.FPDF_ERR_SECURITY: (
        "is protected in a way that cannot be opened",
        "give the file without protection",
    ),
    pdfium.FPDF_ERR_FORMAT: (
        "is no complete PDF document: damaged or cut off",
        "get the original file again",
    ),
}


def work(data: bytes) -> dict[str, Any]:
    """Everything that the reader needs, as JSON values; raises :class:`UnreadableError`."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        cause, mend = _LOAD_ERRORS.get(
            pdfium.FPDF_GetLastError(), ("cannot be opened as a PDF document", _MEND)
        )
        raise UnreadableError(cause, mend)
    pages = _pages(document)
    strip_edges([page for page in pages if page.lines])
    form = pdfium.FPDF_GetFormType(document)
    found = _findings(pages)
    _refuse_unreadable(pages, found, xfa=form in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND))
    return {
        "title": _information(document, "Title"),
        "attachments": max(0, pdfium.FPDFDoc_GetAttachmentCount(document)),
        "cut_off": b"%%EOF" not in data[-_TAIL:],
        "pages": len(pages),
        "found": found,
        "paragraphs": find_paragraphs([page for page in pages if page.lines or page.aside]),
    }


def _pages(document: Any) -> list[Page]:
    count = pdfium.FPDF_GetPageCount(document)
    if count < 1:
        raise UnreadableError("holds no page", _MEND)
    if count > _MOST_PAGES:
        raise UnreadableError(f"holds {count:,} pages, too many for a report", "give the report alone")
    glyph_reader = GlyphReader()
    pages: list[Page] = []
    characters = 0
    for number in range(1, count + 1):
        pages.append(read_page(document, number, glyph_reader))
        characters += pages[-1].characters
        if characters > _MOST_CHARACTERS:
            raise UnreadableError(f"holds more than {_MOST_CHARACTERS:,} characters", "give the report alone")
    return pages


def _findings(pages: Iterable[Page]) -> dict[str, list[int]]:
    """Page numbers by what is the matter with them; the names are those of the reader's warnings."""
    found: dict[str, list[int]] = {}
    for page in pages:
        for name in _matters(page):
            found.setdefault(name, []).append(page.number)
    return found


def _matters(page: Page) -> Iterator[str]:
    words = sum(len(line.text) for line in (*page.lines, *page.aside))
    if page.failed:
        yield "failed_pages"
    elif words < _FEW and (page.pictured >= _SCANNED or page.drawn):
        yield "scanned_pages"
    elif page.bare >= _PICTURED:
        yield "pictures"
    elif page.blank:
        yield "blank_pages"
    if page.unmapped > _BROKEN * page.characters:
        yield "garbled_pages"
    if page.pale >= _FEW:
        yield "pale_text"
    if page.notes:
        yield "notes"


def _refuse_unreadable(pages: Sequence[Page], found: dict[str, list[int]], *, xfa: bool) -> None:
    """Raises for a document that holds no text worth reading."""
    lost = len(found.get("failed_pages", ())) + len(found.get("scanned_pages", ()))
    words = [sum(len(line.text) for line in (*page.lines, *page.aside)) for page in pages]
    if xfa and sum(words) < _PLACEHOLDER:
        raise UnreadableError("is a form (XFA) whose text only its own program shows", _MEND)
    if len(found.get("failed_pages", ())) == len(pages):
        raise UnreadableError(
            "has no page that can be opened: damaged or cut off", "get the original file again"
        )
    if lost == len(pages) or not any(words):
        raise UnreadableError("holds no text: its pages are scans or pictures", _OCR)
    readable = [page for page in pages if page.characters]
    if all(page.number in found.get("garbled_pages", ()) for page in readable):
        raise UnreadableError("has a text layer without known characters (its fonts name none)", _OCR)


def _information(document: Any, key: str) -> str:
    """An entry of the document's information dictionary (ISO 32000-1, 14.3.3), at most 500 characters."""
    size = min(pdfium.FPDF_GetMetaText(document, key.encode(), None, 0), 1002)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, key.encode(), buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace").rstrip("\0")

"""What a file is, told by its first bytes and never by its name.

A picture named ``.txt`` would decode as GB18030 without complaint, a Word file named ``.txt`` as rubbish.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["DOCX", "HTML", "MHTML", "ODT", "OLE", "PDF", "RTF", "Kind", "identify", "is_named_markdown"]

_AS_TEXT = "save it as UTF-8 text first"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file is, in English with its article, and what the user can do about it."""

    title: str
    mend: str = _AS_TEXT


_RECOGNISE = "recognise its text (OCR) and save that as UTF-8 text first"
_UNPACK = "unpack it and give the report in it"
_NO_REPORT = "give the report itself"

PDF = Kind("a PDF document")
OLE = Kind("an old Word, Excel or WPS document (.doc, .xls, .wps)")
RTF = Kind("a rich text document (RTF)")
DOCX = Kind("a Word document (.docx)")
ODT = Kind("an OpenDocument file (.odt)")
HTML = Kind("a web page (HTML)")
MHTML = Kind("a saved web page (MHTML)")
_FILM = Kind("a film or a sound", _NO_REPORT)
_HEIF = Kind("a picture (HEIF)", _RECOGNISE)
_BITMAP = Kind("a picture (BMP)", _RECOGNISE)
_PROGRAM = Kind("a program", _NO_REPORT)

_MAGIC = (
    (b"%PDF-", PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"{\\rtf", RTF),
    (b"\x89PNG\r\n\x1a\n", Kind("a picture (PNG)", _RECOGNISE)),
    (b"\xff\xd8\xff", Kind("a picture (JPEG)", _RECOGNISE)),
    (b"GIF87a", Kind("a picture (GIF)", _RECOGNISE)),
    (b"GIF89a", Kind("a picture (GIF)", _RECOGNISE)),
    (b"II*\x00", Kind("a picture (TIFF)", _RECOGNISE)),
    (b"MM\x00*", Kind("a picture (TIFF)", _RECOGNISE)),
    (b"\x7fELF", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"\x1f\x8b\x08", Kind("a compressed file (gzip)", _UNPACK)),
    (b"BZh", Kind("a compressed file (bzip2)", _UNPACK)),
    (b"\xfd7zXZ\x00", Kind("a compressed file (xz)", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Kind("an archive (7z)", _UNPACK)),
    (b"Rar!\x1a\x07", Kind("an archive (RAR)", _UNPACK)),
    (b"SQLite format 3\x00", Kind("a database (SQLite)", _NO_REPORT)),
    (b"%!PS", Kind("a PostScript document", "convert it to PDF first")),
    (b"AT&TFORM", Kind("a DjVu document", _RECOGNISE)),
    (b"ID3\x03", _FILM),
    (b"ID3\x04", _FILM),
    (b"OggS\x00", _FILM),
)
# The same further inside: byte, letters, kind.
_MAGIC_INSIDE = (
    (8, b"WEBP", Kind("a picture (WebP)", _RECOGNISE)),
    (4, b"ftypheic", _HEIF),
    (4, b"ftypmif1", _HEIF),
    (4, b"ftypavif", _HEIF),
    (4, b"ftyp", _FILM),
    (257, b"ustar", Kind("an archive (tar)", _UNPACK)),
)

# A zip archive is known by a member, whatever the file is called.
_ZIP_MEMBERS = (
    ("word/document.xml", DOCX),
    ("xl/workbook.xml", Kind("an Excel workbook (.xlsx)")),
    ("ppt/presentation.xml", Kind("a presentation (.pptx)")),
    (
        "OFD.xml",
        Kind("an OFD document", "open it in an OFD reader and print it to PDF, or copy its text out"),
    ),
    ("FixedDocumentSequence.fdseq", Kind("an XPS document", "print it to PDF first")),
    ("META-INF/container.xml", Kind("an electronic book (EPUB)")),
    ("content.xml", ODT),
)
_ARCHIVE = Kind("an archive (ZIP)", _UNPACK)

# The end record of an archive (APPNOTE.TXT 4.3.16) stands before a comment of at most 65535 bytes and holds
# the size of the directory before it, whose entries (4.3.12) hold the lengths of name, extra field, comment.
_ZIP_END = struct.Struct("<4s8xII2x")
_ZIP_ENTRY = struct.Struct("<4s24x3H12x")
_ZIP_TAIL = _ZIP_END.size + 0xFFFF
_MOST_MEMBERS = 4096  # no document has as many; a forged directory may name millions

# Tags that a page, a fragment of one, or what an editor exports may begin with. A text may begin with < as well:
# <党政主要负责人…规定>. Angle brackets around a known tag are markup wherever they stand.
_TAG = (
    rb"html|head|body|title|meta|link|base|style|script|div|p|span|table|tbody|tr|td|center|font|h[1-6]|ul|ol|dl|"
    rb"article|section|main|header|nav|form|pre|b|strong|em|i|u|a|br|hr|img|blockquote|frameset|iframe"
)
_PAGE_START = re.compile(rb"<(?:" + _TAG + rb")(?=[\s/>])")
_XML_START = re.compile(rb"<[a-z][\w:.-]{0,60}(?=[\s/>])[^<>]{0,2000}")
_BREAK = re.compile(rb"</(?:p|div|span|font|strong|td|tr|li|h[1-6])\s{0,9}>|<br\s{0,9}/?>", re.IGNORECASE)
_PREFACE = ((b"<!--", b"-->"), (b"<?", b"?>"), (b"<!doctype", b">"))
_MARKUP_REACH = 65_536
_FEW_BREAKS = 3
_HEADER = re.compile(rb"(?:[a-z][\w-]{0,60}:[^\n]{0,4000}\n(?:[ \t][^\n]{0,4000}\n){0,400}){1,60}")
_ARCHIVED = re.compile(rb"content-type:\s*(?:multipart/(?:related|alternative)|text/html|application/xhtml)")
_XML = Kind("an XML document")


def identify(data: bytes) -> Kind | None:
    """The kind of ``data``; None if it may be text, which only decoding can tell."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(data)
    for at, magic, kind in _MAGIC_INSIDE:
        if data.startswith(magic, at) and b"\x00" in data[:512]:  # letters alone could stand in a text
            return kind
    if data.startswith(b"MZ") and b"\x00" in data[:64]:
        return _PROGRAM
    if data.startswith(b"BM") and data[6:10] == bytes(4):  # reserved in its header
        return _BITMAP
    return _markup_kind(data)


def is_named_markdown(name: str) -> bool:
    """Whether a file calls itself Markdown, which has no first bytes to know it by."""
    return name.lower().endswith((".md", ".markdown", ".mdown", ".mkd"))


def _zip_kind(data: bytes) -> Kind:
    """Only the beginning of the archive's directory is read; nothing is unpacked."""
    members = set(_zip_members(data))
    return next((kind for member, kind in _ZIP_MEMBERS if member.encode() in members), _ARCHIVE)


def _zip_members(data: bytes) -> Iterator[bytes]:
    """The first names of the directory; none, or fewer, where it is cut short or forged."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - _ZIP_TAIL))
    if end < 0 or end + _ZIP_END.size > len(data):
        return
    _, size, _ = _ZIP_END.unpack_from(data, end)
    at = end - size
    for _ in range(_MOST_MEMBERS):
        if at < 0 or at + _ZIP_ENTRY.size > end:
            return
        signature, name, extra, comment = _ZIP_ENTRY.unpack_from(data, at)
        if signature != b"PK\x01\x02":
            return
        start = at + _ZIP_ENTRY.size
        yield data[start : start + name]
        at = start + name + extra + comment


def _markup_kind(data: bytes) -> Kind | None:
    # Without NULs and byte order marks the start reads alike in UTF-8 and UTF-16.
    start = data[:_MARKUP_REACH].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    lower = start.lower()
    at, is_xml = _after_preface(lower)
    if _PAGE_START.match(lower, at) or lower.startswith(b"<!doctype html"):
        return HTML
    root = _XML_START.match(lower, at)
    if is_xml or (root and b"xmlns" in root[0]):
        return _XML
    header = _HEADER.match(lower)
    if header and b"mime-version:" in header[0] and _ARCHIVED.search(header[0]):
        return MHTML
    return HTML if _is_broken_by_tags(start) else None


def _after_preface(start: bytes) -> tuple[int, bool]:
    """Where comments, instructions and the document type before the first tag end, and whether they say XML."""
    at = 0
    while True:
        close = next((close for open_, close in _PREFACE if start.startswith(open_, at)), None)
        end = start.find(close, at) if close else -1
        if close is None or end < 0:
            return at, start.startswith(b"<?xml")
        at = end + len(close)
        while start[at : at + 1].isspace():
            at += 1


def _is_broken_by_tags(start: bytes) -> bool:
    """Whether tags end the paragraphs of what begins with plain words, and not line ends."""
    breaks = len(_BREAK.findall(start))
    return breaks >= _FEW_BREAKS and 2 * breaks >= sum(1 for line in start.splitlines() if line.strip())

"""Reading: from a file to the text that every offset refers to.

A new kind of input is one file with a :class:`~scorer.reading.interface.Reader`, and one entry in
:data:`READERS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from scorer.errors import InputError
from scorer.reading.interface import Document, HeadingMark, Place, Reader, ReadWarning, Source
from scorer.reading.kinds import HTML, MHTML, identify, is_named_markdown
from scorer.reading.own import OWN, is_own
from scorer.reading.source import load
from scorer.reading.text_file import TextReader

__all__ = [
    "READERS",
    "Document",
    "HeadingMark",
    "Place",
    "ReadWarning",
    "Reader",
    "Source",
    "read_bytes",
    "read_file",
]


_HEAD = 1024  # bytes: so late a PDF may begin


@dataclass(slots=True)
class _Later:
    """A reader that is imported for files that may be of its kind: most reports are text, or all of one kind."""

    name: str
    home: str
    may_read: Callable[[bytes, str], bool]
    """Asked before the import: data and name."""

    def sniff(self, data: bytes, name: str) -> bool:
        """Whether ``data`` may be of the reader's kind, and the reader itself says so."""
        return self.may_read(data, name) and self._reader().sniff(data, name)

    def read(self, data: bytes, name: str) -> Document:
        """Hand over to the reader itself."""
        return self._reader().read(data, name)

    def _reader(self) -> Reader:
        module, class_ = self.home.split(":")
        reader: Reader = getattr(import_module(module), class_)()
        return reader


def _no_plain_text(data: bytes, _: str) -> bool:
    """Whether the data are more than plain text."""
    return identify(data) is not None


# The first reader that accepts the content reads it; text accepts the most and stays last.
READERS: dict[str, Reader] = {
    reader.name: reader
    for reader in (
        _Later("pdf", "scorer.reading.pdf:PdfReader", lambda data, _: b"%PDF-" in data[:_HEAD]),
        _Later("docx", "scorer.reading.docx:DocxReader", _no_plain_text),
        _Later("doc", "scorer.reading.doc:DocReader", _no_plain_text),
        _Later("rtf", "scorer.reading.rtf:RtfReader", _no_plain_text),
        _Later("odt", "scorer.reading.odt:OdtReader", _no_plain_text),
        _Later("markdown", "scorer.reading.markdown:MarkdownReader", lambda _, name: is_named_markdown(name)),
        _Later("html", "scorer.reading.html:HtmlReader", lambda data, _: identify(data) is HTML),
        _Later("mhtml", "scorer.reading.mhtml:MhtmlReader", lambda data, _: identify(data) is MHTML),
        TextReader(),
    )
}


def read_file(path: str | Path, *, office: bool = False) -> Document:
    """Read a report from a file, or from standard input for ``-``.

    With ``office`` LibreOffice converts what no reader here can read; see docs/reading.md for what that means.
    Raises :class:`InputError` naming the file, what is wrong with it and the mend; nothing else.
    """
    data, name = load(path)
    return read_bytes(data, name, office=office)


def read_bytes(data: bytes, name: str, *, office: bool = False) -> Document:
    """Read a report from bytes; ``name`` is what messages and the scorecard call it.

    ``office`` and errors as with :func:`read_file`.
    """
    if is_own(data):
        raise InputError(name, OWN, "give the report itself")
    try:
        return _read(data, name)
    except InputError as refused:
        if not office:
            raise
        from scorer.reading.office import read_with_office

        return read_with_office(data, name, refused)


def _read(data: bytes, name: str) -> Document:
    if not data:
        raise InputError(name, "is empty", "give a file with the text of the report")
    for reader in READERS.values():
        if reader.sniff(data, name):
            return reader.read(data, name)
    kind = identify(data)
    if kind is None:
        raise InputError(name, "is of no kind that can be read", "save it as UTF-8 text first")
    raise InputError(name, f"is {kind.title}, which cannot be read", kind.mend)

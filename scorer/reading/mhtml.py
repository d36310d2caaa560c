"""Saved web pages (MHTML, RFC 2557): Chromium's, and the "Single File Web Page" of Internet Explorer and Word.

The archive is a message of parts. The root part is the page; a page of frames keeps each frame in a part of its own,
so the part that holds the report is looked for when the root does not hold it.
"""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message

from scorer.errors import InputError
from scorer.i18n import tr
from scorer.reading.html import read_page
from scorer.reading.html_decode import page_text
from scorer.reading.interface import Document
from scorer.reading.kinds import MHTML, identify
from scorer.reading.manuscript import Manuscript

__all__ = ["MhtmlReader"]

_PAGES = ("text/html", "application/xhtml+xml")
_MAX_DEPTH = 20
_MAX_PAGES = 20
_MAX_SHEET = 500_000
_MEND = "save the page again, or open it in a browser and save its text as UTF-8 text"


class MhtmlReader:
    """One web page with all that belongs to it in a single file."""

    name = "mhtml"

    def sniff(self, data: bytes, name: str) -> bool:
        """Whether ``data`` begins with the head of such an archive."""
        return identify(data) is MHTML

    def read(self, data: bytes, name: str) -> Document:
        """The report on the page; raises :class:`InputError` where no part holds one."""
        message = _message(data, name)
        pages = _pages(message)
        if not pages:
            raise InputError(
                name, "holds no web page among its parts, or its parts cannot be told apart", _MEND
            )
        refusals: list[InputError] = []
        for page in pages[:_MAX_PAGES]:
            manuscript = Manuscript(data, name, self.name)
            if _is_cut(message):
                manuscript.warn("archive_cut", tr("网页存档没有结尾分界，可能没有保存完整"))
            try:
                return _read_part(page, message, manuscript, name)
            except InputError as error:
                refusals.append(error)
        raise refusals[0]


def _message(data: bytes, name: str) -> Message:
    """The parts; what is broken is kept in the message as defects and never raised."""
    from email import message_from_bytes, policy

    if (
        data[:65_536].lower().count(b"multipart/") + data.lower().count(b"content-type: multipart/")
        > _MAX_DEPTH
    ):
        raise InputError(name, "nests its parts too deeply", _MEND)
    try:
        return message_from_bytes(data.lstrip(), policy=policy.compat32)
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise InputError(name, f"is no archive that can be read ({type(error).__name__})", _MEND) from None


def _pages(message: Message) -> list[Message]:
    """The parts that are web pages, the root first (RFC 2387: ``start``, else the first)."""
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    start = _parameter(message, "start").strip("<> ")
    address = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")

    def rank(part: Message) -> int:
        if start and _header(part, "Content-ID").strip("<> ") == start:
            return 0
        return 1 if address and _header(part, "Content-Location") == address else 2

    return sorted(pages, key=rank)


def _read_part(part: Message, message: Message, manuscript: Manuscript, name: str) -> Document:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    if not content.strip():
        raise InputError(name, "holds an empty web page", _MEND)
    markup = page_text(content, name, _parameter(part, "charset"))
    addresses = [_header(message, "Snapshot-Content-Location"), _header(part, "Content-Location")]
    sheets = "\n".join(_sheets(message))
    return read_page(markup, manuscript, name, [address for address in addresses if address], sheets)


def _sheets(message: Message) -> Iterator[str]:
    """The style sheets, which say what of the page is not shown."""
    for part in message.walk():
        payload = part.get_payload(decode=True) if part.get_content_type() == "text/css" else None
        if isinstance(payload, bytes) and len(payload) <= _MAX_SHEET:
            yield payload.decode("utf-8", "replace")


def _header(message: Message, field: str) -> str:
    """A header on one line; of several the first, empty if there is none."""
    try:
        return " ".join(str(message.get(field, "")).split())
    except (ValueError, LookupError):
        return ""


def _parameter(message: Message, parameter: str) -> str:
    try:
        value = message.get_param(parameter, "")
    except (ValueError, LookupError, TypeError):
        return ""
    return value if isinstance(value, str) else ""


def _is_cut(message: Message) -> bool:
    defects = (type(defect).__name__ for part in message.walk() for defect in part.defects)
    return any(defect == "CloseBoundaryNotFoundDefect" for defect in defects)

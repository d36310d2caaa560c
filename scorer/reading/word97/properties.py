"""Title and author in the properties of a file ([MS-OLEPS] 2.18 property sets); they settle nothing by themselves."""

from __future__ import annotations

import struct

from scorer.reading.rtf_charsets import code_page

__all__ = ["STREAM", "title_and_author"]

STREAM = "\x05SummaryInformation"

_FIRST_SET = 44  # after the header (2.21) the name of the first set, then its place
_CODE_PAGE, _TITLE, _AUTHOR = 1, 2, 4
_SHORT, _BYTES, _UTF16 = 2, 30, 31  # VT_I2, VT_LPSTR, VT_LPWSTR
_UTF16_PAGE = 1200
_LONGEST = 512


def title_and_author(stream: bytes) -> tuple[str, str]:
    """Title and author; empty where they are missing or damaged, which loses nothing of the report."""
    try:
        (start,) = struct.unpack_from("<I", stream, _FIRST_SET)
        (count,) = struct.unpack_from("<I", stream, start + 4)
        pairs = struct.unpack_from(f"<{2 * min(count, 64)}I", stream, start + 8)
        places = dict(zip(pairs[::2], pairs[1::2], strict=True))
        page = _number(stream, start + places[_CODE_PAGE]) if _CODE_PAGE in places else 0
        return (
            _text(stream, start + places[_TITLE], page) if _TITLE in places else "",
            _text(stream, start + places[_AUTHOR], page) if _AUTHOR in places else "",
        )
    except (struct.error, UnicodeError):
        return "", ""


def _number(stream: bytes, at: int) -> int:
    kind, number = struct.unpack_from("<IH", stream, at)
    return int(number) if kind == _SHORT else 0


def _text(stream: bytes, at: int, page: int) -> str:
    kind, length = struct.unpack_from("<II", stream, at)
    content = stream[at + 8 : at + 8 + min(length * 2 if kind == _UTF16 else length, _LONGEST)]
    if kind == _UTF16 or page == _UTF16_PAGE:
        return content[: len(content) // 2 * 2].decode("utf-16-le", "replace").partition("\0")[0]
    if kind != _BYTES:
        return ""
    return content.partition(b"\0")[0].decode(code_page(page) or "gb18030")

"""From the bytes of a page to characters that a parser reads as a browser would.

What the page declares is the last thing asked: half of the pages that declare gb2312 hold characters beyond it, and
others were converted to UTF-8 without changing the declaration. Bytes that fit no encoding become U+FFFD, which is
told afterwards; a browser shows such pages too.
"""

from __future__ import annotations

import re
from html.entities import html5

from scorer.errors import InputError
from scorer.reading.encodings import decode

__all__ = ["MAX_CHARACTERS", "MAX_TAGS", "page_text"]

MAX_CHARACTERS = 16 * 1024 * 1024
MAX_TAGS = 400_000
_MAX_ATTRIBUTES = 1_000_000
"""A parsed element or attribute takes about 250 bytes; no report needs a twentieth of this."""

_DECLARED = re.compile(
    rb"(?:charset\s{0,9}=\s{0,9}[\"']?|encoding=[\"'])\s{0,9}([\w.:-]{2,40})", re.IGNORECASE
)
# Encodings that are taken on the page's word; all others are found out from the bytes.
_FOREIGN = {
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "us-ascii": "cp1252",
}
_CHINESE = {"gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "euc-cn"}
# Pictures that stand in the page itself: most of the bytes of a page saved as a single file.
_INLINE = re.compile(rb"data:[\w/+.;=-]{0,200}base64,[A-Za-z0-9+/=%]{64,}", re.IGNORECASE)
_LONG_TAG = re.compile(r"<(/?[A-Za-z][\w:-]{0,40})\s[^<>]{8000,}>?")
_TAG = re.compile(r"<[^<>]*>?")
_SEPARATOR = re.compile(r"[\s/\"']+(?=[^\s/\"'=>])")
_SUBSET = re.compile(r"<!DOCTYPE[^<>\[]{0,600}\[[^\]]{0,60000}\]\s{0,9}>", re.IGNORECASE)
_NO_TAG = re.compile(r"<(?![A-Za-z/!?])")
_NUMERIC = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,8})|(\d{1,9}));?")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_MARKUP = frozenset("<>&\"'")


def page_text(data: bytes, name: str, declared: str | None = None) -> str:
    """The markup of a page, ready to be parsed.

    ``declared`` is the encoding named outside the page (a header of an archive). Raises :class:`InputError` for a
    page that is too large to be a report.
    """
    text = _decode(_INLINE.sub(b"", data), name, declared).replace("\x00", "")
    subset = _SUBSET.search(text, 0, 65_536)  # its declarations would be taken for text
    text = _LONG_TAG.sub(r"<\1>", text[subset.end() :] if subset else text)
    tags = text.count("<")
    if len(text) > MAX_CHARACTERS or tags > MAX_TAGS or _attributes(text) > _MAX_ATTRIBUTES:
        cause = f"is too large a page for a report ({len(text)} characters, {tags} tags)"
        raise InputError(name, cause, "copy the text of the report out and save it as UTF-8 text")
    return _NAMED.sub(_resolve_name, _NUMERIC.sub(_resolve_number, _NO_TAG.sub("&lt;", text)))


def _attributes(text: str) -> int:
    """How many attributes the tags have at most."""
    return sum(len(_SEPARATOR.findall(tag[0])) for tag in _TAG.finditer(text))


def _decode(data: bytes, name: str, outside: str | None) -> str:
    """The declared encoding is asked only when the bytes do not tell."""
    try:
        return decode(data, name)
    except InputError:
        found = _DECLARED.search(data[:8192])
        declared = (found[1].decode("ascii", "replace") if found else outside or "").lower()
        codec = _FOREIGN.get(declared)
        if codec is None:
            codec = "gb18030" if declared in _CHINESE else "utf-8"
        return data.decode(codec, "replace")


def _resolve_number(found: re.Match[str]) -> str:
    """Numbers that are no characters, and those from 128 to 159, which mean Windows-1252 (HTML, 13.2.5.80)."""
    code = int(found[1], 16) if found[1] else int(found[2])
    if 0x80 <= code < 0xA0:
        return bytes([code]).decode("cp1252", "replace")
    if code == 0 or code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return "\ufffd"
    return found[0] if found[0].endswith(";") else found[0] + ";"


def _resolve_name(found: re.Match[str]) -> str:
    """Names that the parser does not know (it knows those of HTML 4); never a character of markup."""
    value = html5.get(found[1] + ";")
    return found[0] if value is None or _MARKUP.intersection(value) else value

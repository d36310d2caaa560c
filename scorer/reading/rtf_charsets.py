"""Which characters the bytes of rich text stand for: the file's code page, or the character set of the font."""

from __future__ import annotations

import codecs
import re

__all__ = ["SYMBOLS", "code_page", "decode", "of_font"]

SYMBOLS = "symbols"
"""The pseudo-encoding of symbol fonts: a byte is a picture, kept in the private use area as Word does."""

_CHINESE = "gb18030"
_WESTERN = "cp1252"

# RTF 1.9.1 \fcharset; 0 (ANSI) and 1 (default) leave it to the file.
_FONTS = {
    2: SYMBOLS, 77: "mac_roman", 128: "cp932", 129: "cp949", 134: _CHINESE, 136: "big5hkscs",
    161: "cp1253", 162: "cp1254", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 238: "cp1250",
}  # fmt: skip
_PAGES = {
    936: _CHINESE,
    54936: _CHINESE,
    20936: _CHINESE,
    950: "big5hkscs",
    65001: "utf-8",
    10000: "mac_roman",
}

# Two bytes beyond ASCII each time: so Chinese looks in GBK, and so Western words hardly ever do.
_PAIR = re.compile(rb"[\x81-\xfe][\x80-\xfe]")


def code_page(number: int) -> str | None:
    """The encoding of a Windows code page; None for one that Python does not know."""
    if number in _PAGES:
        return _PAGES[number]
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return None


def of_font(charset: int) -> str | None:
    """The encoding that a font's character set asks for; None where the file decides."""
    return _FONTS.get(charset)


def decode(content: bytes, font: str | None, page: str | None) -> str:
    """The characters of ``content``; what is no character in the encoding becomes U+FFFD.

    Files say "ANSI" of fonts in Chinese documents and of Latin words in them alike: where neither font nor
    file is certain, bytes that come in pairs are Chinese, and single ones Western.
    """
    if content.isascii() and font != SYMBOLS:
        return content.decode("ascii")
    if font == SYMBOLS:
        return "".join(chr(0xF000 + byte) if byte > 0x20 else chr(byte) for byte in content)
    if font is not None:
        return content.decode(font, "replace")
    if page in (None, _CHINESE):
        return content.decode(_CHINESE if _PAIR.sub(b"", content).isascii() else _WESTERN, "replace")
    return content.decode(page or _WESTERN, "replace")

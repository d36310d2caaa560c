"""What the head of a rich text file defines: code page, fonts with their character sets, styles."""

from __future__ import annotations

from scorer.reading import rtf_charsets as charsets
from scorer.reading.rtf_state import State, Style

__all__ = ["Definitions"]

_MAC_ROMAN = 10000


class Definitions:
    """Filled while the head is read, asked while the text is read."""

    def __init__(self) -> None:
        self._page: str | None = None
        self._default_font: int | None = None
        self._fonts: dict[int, str | None] = {}
        self._open_font = 0
        self._styles: dict[int, Style] = {}

    def decode(self, content: bytes, font: int | None) -> str:
        """The characters of bytes that are set in a font."""
        chosen = self._default_font if font is None else font
        return charsets.decode(content, self._fonts.get(chosen) if chosen is not None else None, self._page)

    def style(self, number: int) -> Style:
        """The paragraph style of a number; a plain one where the file does not define it."""
        return self._styles.get(number) or Style()

    def add_style(self, style: Style) -> None:
        """Keep a style; the first one of a number stays."""
        self._styles.setdefault(style.number, style)

    def read(self, state: State, word: bytes, number: int | None) -> bool:
        """A control word that defines a font or a style, or uses it; False for any other."""
        if word == b"f":
            if state.fonts:
                self._open_font = number or 0
            else:
                state.font = number
        elif word == b"fcharset":
            if state.fonts:
                self._fonts[self._open_font] = charsets.of_font(number or 0)
        elif word == b"s":
            if state.defined is None:
                state.style = number or 0
            else:
                state.defined.number = number or 0
        elif word == b"outlinelevel":
            (state.defined or state).outline = number
        elif word == b"ansicpg":
            self._page = charsets.code_page(number or 0)
        elif word == b"mac":
            self._page = charsets.code_page(_MAC_ROMAN)
        elif word == b"deff":
            self._default_font = number
        else:
            return False
        return True

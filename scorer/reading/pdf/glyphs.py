"""From pdfium's text page to glyphs with places.

pdfium's own line ends and spaces are guesses and are left out; :mod:`scorer.reading.pdf.lines` makes them from
the places. Glyphs outside the page's visible box are not part of what a reader of the page sees.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import pypdfium2_raw as pdfium

from scorer.reading.pdf.model import HYPHEN, Box
from scorer.reading.pdf.turning import RawGlyph

__all__ = ["GlyphReader"]

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_HYPHENS = (0x2, 0xFFFE, 0xAD)
# Bullets of the fonts Symbol and Wingdings, which have no characters but stand in the private area.
_BULLETS = (0xF06C, 0xF06E, 0xF09F, 0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8, 0xF0FC)
_PALE = 0xF0  # of 0xFF in each colour: cannot be seen on white
_BREAKS = (0xA, 0xD)
_UNKNOWN = 0xFFFD
_LARGEST = 1e6  # points; no page is as large, and a forged matrix makes infinities


class GlyphReader:
    """Reads glyph after glyph of a text page; the buffers that pdfium fills are made once."""

    def __init__(self) -> None:
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._colours = [ctypes.c_uint() for _ in range(4)]
        self.unmapped = self.pale = 0

    def read(self, page: Any, text_page: Any) -> list[RawGlyph]:
        """The glyphs in the order of the file; ``unmapped`` and ``pale`` count those that are unknown or unseen."""
        self.unmapped = self.pale = 0
        visible = self._visible(page)
        found: list[RawGlyph] = []
        for at in range(pdfium.FPDFText_CountChars(text_page)):
            if pdfium.FPDFText_IsGenerated(text_page, at) == 1:
                continue
            code = self._code(text_page, at)
            if code in _BREAKS or not self._place(text_page, at, visible):
                continue
            self.unmapped += code == _UNKNOWN or _is_private(code)
            self.pale += self._is_pale(text_page, at)
            found.append(self._glyph(text_page, at, code))
        return list(_spread(found))

    def _code(self, text_page: Any, at: int) -> int:
        code: int = pdfium.FPDFText_GetUnicode(text_page, at)
        if code in _HYPHENS:
            return ord(HYPHEN)
        if code in _BULLETS:
            return ord("•")
        unknown = code == 0 or pdfium.FPDFText_HasUnicodeMapError(text_page, at) == 1
        return _UNKNOWN if unknown else code

    def _is_pale(self, text_page: Any, at: int) -> bool:
        """Whether a glyph is filled with white, or with nothing."""
        if not pdfium.FPDFText_GetFillColor(text_page, at, *self._colours):
            return False
        *colours, opacity = (colour.value for colour in self._colours)
        return opacity == 0 or min(colours) >= _PALE

    def _glyph(self, text_page: Any, at: int, code: int) -> RawGlyph:
        along, across, angle = self._type(text_page, at)
        box = self._box
        outline = Box(box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))
        return RawGlyph(chr(code), self._x.value, self._y.value, outline, along, across, angle)

    def _place(self, text_page: Any, at: int, visible: Box) -> bool:
        """Fill the buffers with the place of a glyph; False if it is nowhere on the visible page."""
        if not pdfium.FPDFText_GetCharOrigin(text_page, at, self._x, self._y):
            return False
        if not pdfium.FPDFText_GetLooseCharBox(text_page, at, self._box):
            return False
        box = self._box
        if not all(abs(value) < _LARGEST for value in (self._x.value, self._y.value, box.left, box.right)):
            return False  # also when one is no number
        return bool(
            box.right >= visible.x0
            and box.left <= visible.x1
            and max(box.top, box.bottom) >= visible.y0
            and min(box.top, box.bottom) <= visible.y1
        )

    def _type(self, text_page: Any, at: int) -> tuple[float, float, float]:
        """The size of the type along and across the line, as it is on the page, and the angle it runs at."""
        size = abs(pdfium.FPDFText_GetFontSize(text_page, at)) or 1.0
        if not pdfium.FPDFText_GetMatrix(text_page, at, self._matrix):
            return size, size, 0.0
        matrix = self._matrix
        along, across = size * math.hypot(matrix.a, matrix.b), size * math.hypot(matrix.c, matrix.d)
        if not (0.1 < along < _LARGEST and 0.1 < across < _LARGEST):
            return size, size, 0.0
        return along, across, math.atan2(matrix.b, matrix.a)

    def _visible(self, page: Any) -> Box:
        if pdfium.FPDF_GetPageBoundingBox(page, self._box):
            box = self._box
            return Box(
                min(box.left, box.right),
                min(box.top, box.bottom),
                max(box.left, box.right),
                max(box.top, box.bottom),
            )
        return Box(-_LARGEST, -_LARGEST, _LARGEST, _LARGEST)


def _spread(raws: Sequence[RawGlyph]) -> Iterator[RawGlyph]:
    """Letters that share one sign side by side: ligatures, and texts that the file gives for a sign (ActualText).

    pdfium puts all of them on the sign's origin, and parts its box among them only in the second case.
    """
    for _, group in groupby(raws, key=lambda raw: (raw.x, raw.y)):
        letters = [
            raw._replace(char=letter) for raw in group for letter in _LIGATURES.get(raw.char, raw.char)
        ]
        parted = len({raw.box for raw in letters}) == len(letters)
        width = (letters[0].box.x1 - letters[0].box.x0) / len(letters)
        for number, raw in enumerate(letters):
            if len(letters) == 1 or not (parted or raw.char.isascii()):
                yield raw
                continue
            start = raw.box.x0 if parted else raw.box.x0 + number * width
            end = raw.box.x1 if parted else start + width
            yield raw._replace(x=start, box=raw.box._replace(x0=start, x1=end))


def _is_private(code: int) -> bool:
    return 0xE000 <= code <= 0xF8FF or code >= 0xF0000

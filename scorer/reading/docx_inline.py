"""What stands within a paragraph of a Word document: runs, fields, breaks, symbols, anchors of boxes and notes.

ECMA-376 Part 1, 17.3 (runs), 17.13.5 (revisions), 17.16 (fields); Part 3 (alternate content).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scorer.reading.docx_names import attribute, child, is_on, kind_of, value
from scorer.reading.docx_styles import Styles
from scorer.reading.office_flow import Losses
from scorer.reading.office_numbers import numeral
from scorer.reading.raised import LOWERED, RAISED

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Inline", "Line", "chosen", "is_contents"]

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = str.maketrans("\r\n\t", "   ")
# Deleted words, and what describes and does not speak: properties, phonetic guides, codes of fields.
_SILENT = frozenset(
    {"moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "rubyPr", "rt", "delText", "delInstrText"}
)
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CONTENTS_CODE = re.compile(r"\s*TOC\b", re.IGNORECASE)
_CIRCLED_CODE = re.compile(r"\s*EQ\s*\\o\s*\\ac\s*\([○Oo〇◯],\s*(\w{1,3})\s*\)\s*", re.IGNORECASE)
_LONGEST_CODE = 200
_PRIVATE = 0xF000  # symbol fonts stand at U+F000 to U+F0FF
_SYMBOL_FONTS = ("wingdings", "symbol", "webdings", "zapf")
# Numbers and ticks of the font Wingdings; its other signs are ornaments.
_WINGDINGS = {
    **{0x81 + i: chr(ord("①") + i) for i in range(10)},
    **{0x8C + i: chr(ord("❶") + i) for i in range(10)},
    0x52: "☑", 0xFE: "☑", 0xA8: "☐", 0xFC: "✓", 0xFB: "✗", 0xFD: "☒",
}  # fmt: skip


@dataclass(slots=True)
class Line:
    """The paragraph being read: its words, and the text boxes that are anchored in it."""

    style: str | None = None
    parts: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


@dataclass(slots=True)
class _Field:
    code: str = ""
    in_code: bool = True
    muted: bool = True
    spoke: bool = False


class Inline:
    """Reads the content of paragraphs; fields may begin in one paragraph and end in another.

    ``notes`` are the notes referred to, in order. With ``fields`` false the codes of fields are ignored, which
    serves files whose fields never end.
    """

    def __init__(self, styles: Styles, losses: Losses, *, fields: bool = True) -> None:
        self.losses = losses
        self.notes: list[tuple[str, str]] = []
        self.contents_began: Callable[[], None] = lambda: None
        self._styles = styles
        self._trust_fields = fields
        self._fields: list[_Field] = []
        self._muted = 0
        self._hidden = False

    @property
    def open_fields(self) -> int:
        """How many fields have begun and not ended."""
        return len(self._fields)

    def read(self, element: Iterable[etree._Element], line: Line) -> None:
        """Add what ``element`` holds to ``line``."""
        for inner in element:
            kind = kind_of(inner)
            if kind == "r":
                self._run(inner, line)
            elif kind == "t":
                self._speak(_words(inner), line)
            elif kind in _MARKS:
                self._speak(_MARKS[kind], line)
            elif kind == "del":
                self.losses.changes += 1
            elif kind == "AlternateContent":
                self.read(chosen(inner), line)
            elif kind in ("sdt", "fldSimple") and is_contents(inner):
                self.contents_began()
            elif kind in _HANDLERS:
                _HANDLERS[kind](self, inner, line)
            elif kind not in _SILENT:
                self.losses.changes += kind in ("ins", "moveTo")
                self.read(inner, line)

    def _run(self, run: etree._Element, line: Line) -> None:
        found = child(run, "rPr")
        properties = {} if found is None else {kind_of(inner): inner for inner in found}
        outer, self._hidden = self._hidden, self._is_hidden(properties, line)
        start = len(line.parts)
        self.read(run, line)
        raised = attribute(properties.get("vertAlign"), "val")
        if raised in ("superscript", "subscript"):
            table = RAISED if raised == "superscript" else LOWERED
            line.parts[start:] = [part.translate(table) for part in line.parts[start:]]
        self._hidden = outer

    def _is_hidden(self, properties: Mapping[str, etree._Element], line: Line) -> bool:
        if "vanish" in properties:
            return is_on(properties["vanish"])
        hidden = None
        if "rStyle" in properties:
            hidden = self._styles.style(attribute(properties["rStyle"], "val")).hidden
        if hidden is None:
            hidden = self._styles.paragraph(line.style).hidden
        return bool(hidden)

    def _speak(self, words: str, line: Line) -> None:
        if self._muted:
            return
        if self._hidden:
            self.losses.hidden += len(words.strip())
            return
        if self._fields:
            self._fields[-1].spoke = True
        line.parts.append(words)

    def _symbol(self, element: etree._Element, line: Line) -> None:
        try:
            code = int(attribute(element, "char") or "", 16)
        except ValueError:
            return
        font = (attribute(element, "font") or "").lower()
        if font.startswith(_SYMBOL_FONTS):
            self._speak(_WINGDINGS.get(code & 0xFF, "") if font == "wingdings" else "", line)
        elif 0x20 <= code <= 0xFFFF:
            self._speak(chr(code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code), line)

    def _field_mark(self, element: etree._Element, line: Line) -> None:
        if not self._trust_fields:
            return
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            self._muted += 1
        elif kind == "separate" and self._fields and self._fields[-1].in_code:
            self._separate(self._fields[-1])
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            self._muted -= ended.muted
            circled = None if ended.spoke else _CIRCLED_CODE.fullmatch(ended.code)
            if circled:
                digits = circled[1]
                shown = numeral("decimalEnclosedCircle", int(digits)) if digits.isdecimal() else digits
                self._speak(shown, line)

    def _separate(self, begun: _Field) -> None:
        begun.in_code = False
        if _CONTENTS_CODE.match(begun.code):
            self.contents_began()
        else:
            begun.muted = False
            self._muted -= 1

    def _field_code(self, element: etree._Element, line: Line) -> None:
        if self._fields and self._fields[-1].in_code:
            code = self._fields[-1].code + (element.text or "")
            self._fields[-1].code = code[:_LONGEST_CODE]

    def _note(self, element: etree._Element, line: Line) -> None:
        mark = attribute(element, "id")
        if mark is not None and not self._muted and not self._hidden:
            self.notes.append((kind_of(element), mark))

    def _box(self, element: etree._Element, line: Line) -> None:
        if not self._muted and not self._hidden:
            line.boxes.append(element)

    def _picture(self, element: etree._Element, line: Line) -> None:
        self.losses.pictures += 1

    def _graphic(self, element: etree._Element, line: Line) -> None:
        self.losses.graphics += 1

    def _object(self, element: etree._Element, line: Line) -> None:
        self.losses.objects += 1


_HANDLERS: dict[str, Callable[[Inline, etree._Element, Line], None]] = {
    "sym": Inline._symbol,
    "fldChar": Inline._field_mark,
    "instrText": Inline._field_code,
    "footnoteReference": Inline._note,
    "endnoteReference": Inline._note,
    "txbxContent": Inline._box,
    "picture": Inline._picture,
    "graphic": Inline._graphic,
    "OLEObject": Inline._object,
}


def chosen(element: etree._Element) -> Iterable[etree._Element]:
    """What stands for all of ``mc:AlternateContent``: its first choice, the fallback only without one.

    Text boxes stand in both; reading both would double them.
    """
    return next(iter(element), ())


def is_contents(element: etree._Element) -> bool:
    """Whether a ``w:sdt`` or ``w:fldSimple`` holds a table of contents."""
    code = attribute(element, "instr")
    if code is not None:
        return _CONTENTS_CODE.match(code) is not None
    gallery = value(child(child(element, "sdtPr"), "docPartObj"), "docPartGallery")
    return gallery is not None and gallery.lower() == "table of contents"


def _words(element: etree._Element) -> str:
    """White space at the edges counts only where the file says so (ECMA-376 Part 1, 17.3.3.31)."""
    words = (element.text or "").translate(_BLANKS)
    return words if element.get(_PRESERVE) == "preserve" else words.strip()

"""Styles of a Word document: what a paragraph inherits of heading depth, numbering and hiding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scorer.reading.docx_names import attribute, child, is_on, kind_of, number, value

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Style", "Styles"]

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录) ?[1-9]|toc heading|目录标题|table of figures|图表目录", re.IGNORECASE)
_BODY = 9  # the outline level that means: no heading (ECMA-376 Part 1, 17.3.1.20)


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, with all that it inherits; None where nobody says anything.

    ``outline`` counts from 0, ``number_style`` names the style that brought the numbering.
    """

    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    number_style: str | None = None
    hidden: bool | None = None
    contents: bool = False

    @property
    def depth(self) -> int | None:
        """The depth as a heading, from 1."""
        return None if self.outline is None or self.outline >= _BODY else self.outline + 1


class Styles:
    """The styles part; a missing part is one without styles."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self._default: str | None = None
        for element in () if root is None else root:
            name = attribute(element, "styleId")
            if kind_of(element) != "style" or name is None:
                continue
            self._elements.setdefault(name, element)
            if attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true"):
                self._default = name

    def paragraph(self, name: str | None) -> Style:
        """The style of a paragraph; without a name the document's default."""
        return self.style(name if name in self._elements else self._default)

    def style(self, name: str | None) -> Style:
        """A style with what it inherits."""
        if name is None:
            return Style()
        if name not in self._known:
            return self._resolve(name)
        return self._known[name]

    def list_of(self, name: str | None) -> str | None:
        """The list that a numbering style stands for (``w:numStyleLink``)."""
        return value(child(child(self._elements.get(name or ""), "pPr"), "numPr"), "numId")

    def _resolve(self, name: str) -> Style:
        """Settle the style and all it builds on, from the bottom; a circle is cut where it closes."""
        chain: dict[str, Style] = {}
        at: str | None = name
        while at is not None and at in self._elements and at not in chain and at not in self._known:
            element = self._elements[at]
            chain[at] = _read_style(element, at)
            at = value(element, "basedOn")
        found = self._known.get(at or "", Style())
        for under, own in reversed(chain.items()):
            found = self._known[under] = _inherit(own, found)
        return found


def _read_style(element: etree._Element, name: str) -> Style:
    properties = child(element, "pPr")
    numbering = child(properties, "numPr")
    title = (value(element, "name") or "").strip()
    outline = number(properties, "outlineLvl")
    if outline is None and (heading := _HEADING.fullmatch(title)):
        outline = int(heading[1]) - 1
    list_id = value(numbering, "numId")
    vanish = child(child(element, "rPr"), "vanish")
    return Style(
        outline=outline,
        list_id=list_id,
        list_level=number(numbering, "ilvl"),
        number_style=None if list_id is None else name,
        hidden=None if vanish is None else is_on(vanish),
        contents=_CONTENTS.fullmatch(title) is not None,
    )


def _inherit(style: Style, base: Style) -> Style:
    """The style with what it leaves open filled in by the one it is based on."""
    own_list = style.list_id is not None
    return Style(
        outline=base.outline if style.outline is None else style.outline,
        list_id=style.list_id if own_list else base.list_id,
        list_level=base.list_level if style.list_level is None else style.list_level,
        number_style=style.number_style if own_list else base.number_style,
        hidden=base.hidden if style.hidden is None else style.hidden,
        contents=style.contents or base.contents,
    )

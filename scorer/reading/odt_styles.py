"""Styles of an OpenDocument file: what is hidden, what is raised, and how lists are numbered.

OpenDocument 1.3 Part 3, 16 (styles), 16.30 to 16.34 (lists and outlines).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scorer.reading.odt_package import OdtPackage, attribute, kind_of
from scorer.reading.office_numbers import numeral

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["LEVELS", "Level", "Look", "OdtStyles", "label"]

LEVELS = 10
_LONGEST_AFFIX = 40
_NUMBER_LEVELS = frozenset({"text:list-level-style-number", "text:outline-level-style"})
_LIST_FORMAT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
_PLACEHOLDER = re.compile("%([0-9]{1,2})%")
_FULL_WIDTH_ENDS = ("、", "）", "．", "：", "。", "，", "】", "〕")
# ``style:num-format`` gives a sample of the first number or numbers (19.508).
_FORMS = {
    "1": "decimal", "01": "decimalZero", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一": "chineseCountingThousand", "壹": "chineseLegalSimplified", "壱": "ideographLegalTraditional",
    "甲": "ideographTraditional", "子": "ideographZodiac", "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth", "⑴": "decimalEnclosedParen", "⒈": "decimalEnclosedFullstop",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says of the words in it, with what it inherits; None where nobody says anything."""

    hidden: bool | None = None
    position: str | None = None
    list_style: str | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """One numbered level; ``pattern`` is LibreOffice's （%1%） and wins over prefix and suffix.

    ``gap`` tells whether anything parts the number from the words.
    """

    form: str | None
    prefix: str
    suffix: str
    start: int
    shown: int
    pattern: str | None
    gap: bool


class OdtStyles:
    """The styles of both parts; those of the content come first, as they are the automatic ones."""

    def __init__(self, package: OdtPackage) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self.lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        for root in (package.content, package.styles):
            for group in () if root is None else root:
                if kind_of(group) in ("office:automatic-styles", "office:styles"):
                    self._gather(group)

    def look(self, family: str, name: str | None) -> Look:
        """How ``paragraph`` or ``text`` style ``name`` looks."""
        if name is None:
            return Look()
        key = (family, name)
        if key not in self._looks:
            return self._resolve(key)
        return self._looks[key]

    def _gather(self, group: etree._Element) -> None:
        for element in group:
            kind = kind_of(element)
            name = attribute(element, "style:name") or ""
            if kind == "style:style":
                self._elements.setdefault((attribute(element, "style:family") or "", name), element)
            elif kind == "text:list-style":
                self.lists.setdefault(name, _levels(element))
            elif kind == "text:outline-style" and not self.outline:
                self.outline = _levels(element)

    def _resolve(self, key: tuple[str, str]) -> Look:
        """Settle the style and all it builds on, from the bottom; a circle is cut where it closes."""
        chain: dict[tuple[str, str], Look] = {}
        while key in self._elements and key not in chain and key not in self._looks:
            element = self._elements[key]
            chain[key] = _look(element)
            key = (key[0], attribute(element, "style:parent-style-name") or "")
        found = self._looks.get(key, Look())
        for under, own in reversed(chain.items()):
            found = self._looks[under] = Look(
                found.hidden if own.hidden is None else own.hidden,
                found.position if own.position is None else own.position,
                found.list_style if own.list_style is None else own.list_style,
            )
        return found


def _look(element: etree._Element) -> Look:
    list_style = attribute(element, "style:list-style-name")
    for properties in element:
        if kind_of(properties) == "style:text-properties":
            display = attribute(properties, "text:display")
            position = (attribute(properties, "style:text-position") or "").split(" ")[0]
            return Look(None if display is None else display == "none", _position(position), list_style)
    return Look(list_style=list_style)


def _position(text: str) -> str | None:
    """``super``, ``sub`` or a share of the font's height up or down (20.396)."""
    if text in ("super", "sub"):
        return text
    if re.fullmatch(r"-?\d{1,3}%", text) and text.strip("-0%"):
        return "sub" if text.startswith("-") else "super"
    return None


def _levels(element: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for child in element:
        depth = whole(attribute(child, "text:level"))
        if kind_of(child) in _NUMBER_LEVELS and depth is not None and 1 <= depth <= LEVELS:
            sample = (attribute(child, "style:num-format") or "").split(",")[0].strip()
            pattern = child.get(_LIST_FORMAT)
            start = whole(attribute(child, "text:start-value"))
            levels[depth] = Level(
                form=_FORMS.get(sample, "decimal") if sample else None,
                prefix=(attribute(child, "style:num-prefix") or "")[:_LONGEST_AFFIX],
                suffix=(attribute(child, "style:num-suffix") or "")[:_LONGEST_AFFIX],
                start=1 if start is None else start,
                shown=whole(attribute(child, "text:display-levels")) or 1,
                pattern=None if pattern is None else pattern[:_LONGEST_AFFIX],
                gap=_has_gap(child),
            )
    return levels


def _has_gap(level: etree._Element) -> bool:
    """``text:label-followed-by`` (19.831) stands two levels below and is a tab where nothing is said."""
    return all(
        attribute(alignment, "text:label-followed-by") != "nothing"
        for properties in level
        for alignment in properties
    )


def whole(text: str | None) -> int | None:
    """A number that an attribute gives; None where it is none or beyond reason."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 9 else None


def label(levels: Mapping[int, Level], counts: Sequence[int | None], depth: int) -> str:
    """The number at ``depth`` (from 1) with what parts it from the words; ``counts`` is by level."""
    level = levels.get(depth)
    if level is None:
        return ""

    def shown(at: int) -> str:
        other = levels.get(at)
        count = counts[at] if 0 < at < len(counts) else None
        if other is None or other.form is None:
            return ""
        return numeral(other.form, other.start if count is None else count)

    if level.pattern is not None:
        text = _PLACEHOLDER.sub(lambda found: shown(int(found[1])), level.pattern)
    else:
        first = max(1, depth - level.shown + 1)
        numbers = [number for number in map(shown, range(first, depth + 1)) if number]
        text = level.prefix + ".".join(numbers) + level.suffix
    if not text.strip() or not level.gap or text.endswith((*_FULL_WIDTH_ENDS, " ")):
        return text
    return text + " "

"""Automatic numbers of a Word document: 一、 （一） 1. 第一章, counted and written as Word shows them.

ECMA-376 Part 1, 17.9. Lists (``w:num``) that share an abstract definition count on together; a list that
overrides a start begins anew when it is first used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scorer.reading.docx_names import attribute, child, is_on, kind_of, number, value
from scorer.reading.office_numbers import numeral

if TYPE_CHECKING:
    from lxml import etree

    from scorer.reading.docx_styles import Styles

__all__ = ["Numbering"]

_LEVELS = 9
_LONGEST_PATTERN = 40  # a longer one would be text, repeated for every paragraph
_MOST_LINKS = 8
_PLACEHOLDER = re.compile("%([1-9])")
_FULL_WIDTH_ENDS = ("、", "）", "．", "：", "。", "，", "】", "〕")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; ``pattern`` is ``w:lvlText`` (（%1）), ``restart`` is ``w:lvlRestart``."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A list as its paragraphs see it: whose counters it moves, its levels, and the levels it starts anew."""

    counters: str
    levels: dict[int, Level]
    restarted: tuple[int, ...] = ()


class Numbering:
    """Counts through the document in reading order; a missing part is one without lists."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._numbers: dict[str, etree._Element] = {}
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._used: set[str] = set()
        for element in () if root is None else root:
            if kind_of(element) == "abstractNum":
                self._abstract.setdefault(attribute(element, "abstractNumId") or "", element)
            elif kind_of(element) == "num":
                self._numbers.setdefault(attribute(element, "numId") or "", element)

    def level_of(self, list_id: str, style: str) -> int:
        """The level of a list that a paragraph style is bound to (``w:pStyle``), else the first."""
        found = self._list(list_id)
        levels = found.levels if found else {}
        return next((index for index, level in levels.items() if level.style == style), 0)

    def label(self, list_id: str, index: int) -> str:
        """Count one paragraph at that level and return its number with what parts it from the words.

        Nothing for a bullet, and for a list or a level that is not defined.
        """
        found = self._list(list_id)
        if found is None or index not in found.levels:
            return ""
        counts = self._counts.setdefault(found.counters, [None] * _LEVELS)
        if list_id not in self._used:
            self._used.add(list_id)
            for restarted in found.restarted:
                counts[restarted] = None
        before = counts[index]
        counts[index] = found.levels[index].start if before is None else before + 1
        for deeper in range(index + 1, _LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or index < restart:
                counts[deeper] = None
        return _write(found.levels, counts, index)

    def _list(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._resolve(list_id)
        return self._lists[list_id]

    def _resolve(self, list_id: str) -> _List | None:
        element = self._numbers.get(list_id)
        if element is None:
            return None
        abstract_id, abstract = self._abstract_of(element)
        if abstract is None:
            return None
        if abstract_id not in self._levels:  # many lists may share one definition
            self._levels[abstract_id] = _levels_in(abstract)
        levels = dict(self._levels[abstract_id])
        restarted = []
        for override in element:
            index = _index(override)
            if kind_of(override) != "lvlOverride" or index is None:
                continue
            levels.update(_levels_in(override))
            start = number(override, "startOverride")
            if start is not None:
                levels[index] = replace(levels.get(index, Level()), start=start)
                restarted.append(index)
        return _List(abstract_id, levels, tuple(restarted))

    def _abstract_of(self, element: etree._Element) -> tuple[str, etree._Element | None]:
        """The definition behind a list, through the numbering styles that definitions may refer to."""
        for _ in range(_MOST_LINKS):
            abstract_id = value(element, "abstractNumId") or ""
            abstract = self._abstract.get(abstract_id)
            link = value(abstract, "numStyleLink")
            linked = self._numbers.get(self._styles.list_of(link) or "") if link else None
            if linked is None:
                return abstract_id, abstract
            element = linked
        return "", None


def _index(element: etree._Element) -> int | None:
    text = attribute(element, "ilvl") or ""
    return int(text) if len(text) == 1 and text in "012345678" else None


def _levels_in(element: etree._Element) -> dict[int, Level]:
    """The ``w:lvl`` children of a definition or an override."""
    levels: dict[int, Level] = {}
    for found in element:
        index = _index(found)
        if kind_of(found) == "lvl" and index is not None:
            levels[index] = _level(found)
    return levels


def _level(element: etree._Element) -> Level:
    start = number(element, "start")
    # A form of a later Word stands in mc:AlternateContent, with one that everybody knows after it.
    forms = [attribute(inner, "val") for inner in element.iter() if kind_of(inner) == "numFmt"]
    return Level(
        start=1 if start is None else start,
        form=(forms[-1] if forms else None) or "decimal",
        pattern=(value(element, "lvlText") or "")[:_LONGEST_PATTERN],
        suffix=value(element, "suff") or "tab",
        restart=number(element, "lvlRestart"),
        legal=is_on(child(element, "isLgl")),
        style=value(element, "pStyle"),
    )


def _write(levels: dict[int, Level], counts: list[int | None], index: int) -> str:
    level = levels[index]
    if level.form == "bullet":
        return ""

    def fill(placeholder: re.Match[str]) -> str:
        at = int(placeholder[1]) - 1
        other = levels.get(at)
        if other is None or other.form == "none":
            return ""
        count = counts[at]
        return numeral("decimal" if level.legal else other.form, other.start if count is None else count)

    text = _PLACEHOLDER.sub(fill, level.pattern)
    if not text or level.suffix == "nothing" or text.endswith(_FULL_WIDTH_ENDS):
        return text
    return text + " "

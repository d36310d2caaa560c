"""Names of WordprocessingML: the same words in the transitional and in the strict namespace."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["attribute", "child", "is_on", "kind_of", "number", "value"]

# ECMA-376 Part 4 (transitional) and Part 1 (strict).
_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_OTHERS = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent": "AlternateContent",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t": "t",
    "{http://purl.oclc.org/ooxml/officeDocument/math}t": "t",
    "{urn:schemas-microsoft-com:vml}imagedata": "picture",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "OLEObject",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip": "picture",
    "{http://purl.oclc.org/ooxml/drawingml/main}blip": "picture",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}t": "graphic",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "graphic",
    "{http://purl.oclc.org/ooxml/drawingml/chart}chart": "graphic",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "graphic",
    "{http://purl.oclc.org/ooxml/drawingml/diagram}relIds": "graphic",
}
_PREFIXES = tuple(f"{{{space}}}" for space in _SPACES)
_OFF = frozenset({"0", "false", "off", "none"})


def kind_of(element: etree._Element) -> str:
    """The local name of a Word element, a name of ours for the few others that matter, else nothing."""
    return _kind(element.tag)


@lru_cache(maxsize=4096)
def _kind(tag: object) -> str:
    if not isinstance(tag, str):
        return ""
    for prefix in _PREFIXES:
        if tag.startswith(prefix):
            return tag[len(prefix) :]
    return _OTHERS.get(tag, "")


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that Word name."""
    for found in () if element is None else element:
        if kind_of(found) == name:
            return found
    return None


def attribute(element: etree._Element | None, name: str) -> str | None:
    """An attribute of a Word element; careless programs leave its namespace out."""
    if element is None:
        return None
    for prefix in (*_PREFIXES, ""):
        found = element.get(prefix + name)
        if found is not None:
            return found
    return None


def value(element: etree._Element | None, name: str) -> str | None:
    """``w:val`` of the child of that name."""
    return attribute(child(element, name), "val")


def number(element: etree._Element | None, name: str) -> int | None:
    """``w:val`` of the child of that name as a number; None where there is none or it is no number."""
    text = value(element, name) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as ``w:vanish`` is there and on (ECMA-376 Part 1, 22.9.2.7, ST_OnOff)."""
    return element is not None and attribute(element, "val") not in _OFF

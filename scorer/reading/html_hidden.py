"""What a page holds and does not show: by attribute, by style, and by the style sheets in the page itself.

Words in the colour of their ground cannot be told without drawing the page, and style sheets in other files are never
fetched.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["HiddenRules", "declarations", "zero_size"]

# Classes of common style libraries that mean: not shown, whatever the page.
_CLASSES = frozenset(
    ("hidden", "hide", "d-none", "sr-only", "visually-hidden", "layui-hide", "element-invisible")
)
# Parts of a page made by Word that are no text: comments, page headers and footers, deleted words.
_WORD = re.compile(r"mso-element:\s?(?:comment|header|footer)|mso-hide:\s?all")
_WORD_CLASSES = frozenset(("msodel", "msocommentreference", "msocommenttext"))
_FAR = re.compile(r"-\s?(\d{3,6})(?:\.\d{1,6})?(?:px|pt|em|rem|%)?")
_ZERO = re.compile(r"0(?:\.0{1,6})?(?:px|pt|em|rem|%)?")
_TINY = re.compile(r"[01](?:px)?")
_CLIPPED = re.compile(r"rect\(\s?(?:0|1px)|inset\(\s?(?:50|100)%")
_SIMPLE = re.compile(r"([a-zA-Z][\w-]{0,40})?([.#])([\w-]{1,80})")
_FAR_ENOUGH = 400


def declarations(style: str) -> dict[str, str]:
    """The declarations of a style, in lower case; of several for one property the last."""
    found = {}
    for declaration in style[:8000].lower().split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip()] = value.replace("!important", "").strip()
    return found


def zero_size(style: dict[str, str]) -> bool | None:
    """Whether letters have no size or are transparent; None where the style says nothing of their size."""
    if style.get("color") == "transparent":
        return True
    size = style.get("font-size")
    return None if size is None else _ZERO.fullmatch(size) is not None


def _not_shown(style: dict[str, str]) -> bool:
    if style.get("display") == "none" or style.get("content-visibility") == "hidden":
        return True
    if _ZERO.fullmatch(style.get("opacity", "1")) or style.get("transform", "").startswith("scale(0)"):
        return True
    clip = style.get("clip", "") + style.get("clip-path", "")
    if _CLIPPED.search(clip):
        return True
    cut = style.get("overflow", style.get("overflow-y", "")) in ("hidden", "clip")
    flat = any(
        _TINY.fullmatch(style.get(side, "auto")) for side in ("height", "width", "max-height", "max-width")
    )
    return (cut and flat) or _far_away(style)


def _far_away(style: dict[str, str]) -> bool:
    sides = ["text-indent", "margin-left", "margin-top"]
    if style.get("position") in ("absolute", "fixed", "relative"):
        sides += ["left", "top"]
    return any(
        (found := _FAR.fullmatch(style.get(side, ""))) is not None and int(found[1]) >= _FAR_ENOUGH
        for side in sides
    )


class HiddenRules:
    """Whether an element is shown, given the style sheets that stand in the page."""

    def __init__(self, sheets: str) -> None:
        self._selectors: set[tuple[str, str, str]] = set()
        for rule in _without_conditions(_without_comments(sheets)).split("}"):
            selectors, _, style = rule.partition("{")
            if "none" in style or "hidden" in style or "0" in style:
                self._read_rule(selectors, style)

    def _read_rule(self, selectors: str, style: str) -> None:
        if not _not_shown(declarations(style)):
            return
        for selector in selectors.rpartition(";")[2].split(
            ","
        ):  # @charset "gb2312"; may stand before the first
            simple = _SIMPLE.fullmatch(selector.strip())
            if simple:
                self._selectors.add(((simple[1] or "").lower(), simple[2], simple[3]))

    def hides(self, element: Any, style: dict[str, str]) -> bool:
        """Whether the element and all in it are not shown; ``style`` is what its own attribute declares."""
        if element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return True
        raw = element.get("style") or ""
        if raw and (_not_shown(style) or _WORD.search(raw.lower())):
            return True
        classes = (element.get("class") or "").split()[:40]
        lowered = {name.lower() for name in classes}
        if not _CLASSES.isdisjoint(lowered) or not _WORD_CLASSES.isdisjoint(lowered):
            return True
        return "display" not in style and self._sheet_hides(element, classes)

    def _sheet_hides(self, element: Any, classes: list[str]) -> bool:
        if not self._selectors:
            return False
        tag = element.tag
        names = [(".", name) for name in classes] + [("#", element.get("id") or "")]
        return any((owner, sign, name) in self._selectors for sign, name in names for owner in ("", tag))


def _without_comments(sheets: str) -> str:
    first, *rest = sheets.split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)


def _without_conditions(sheets: str) -> str:
    """The rules that hold on every screen: what stands in ``@media`` and the like is left out."""
    kept, depth, at = [], 0, 0
    for brace in re.finditer(r"[{}]|@(?:media|supports|keyframes|-webkit-keyframes)\b", sheets):
        if brace[0].startswith("@"):
            if depth == 0:
                kept.append(sheets[at : brace.start()])
                depth, at = 1, -1  # the next opening brace belongs to the condition itself
        elif depth and brace[0] == "{":
            depth += at >= 0
            at = max(at, 0)
        elif depth and brace[0] == "}":
            depth -= 1
            at = brace.end() if depth == 0 else at
    if depth == 0:
        kept.append(sheets[at:])
    return "".join(kept)

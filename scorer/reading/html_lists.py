"""The numbers that a browser draws before the items of a list and that stand nowhere in its text."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["ListNumbers"]

_DIGITS = "零一二三四五六七八九"
_CHINESE = re.compile("cjk|chinese|japanese|korean")
# Items that carry a number of their own, because the list was drawn without marks by a style sheet elsewhere.
_OWN = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,3}|[①-⑳]|[一二三四五六七八九十]是"
)
_WHOLE = re.compile(r"-?\d{1,6}")


class ListNumbers:
    """The lists that are open, innermost last, and the number waiting for the first words of its item."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._waiting = ""

    def open(self, tag: str, element: Any, style: dict[str, str]) -> None:
        """A list begins."""
        if tag == "ol":
            kind = _kind(element.get("type"), style) or "decimal"
            self._open.append((_whole(element.get("start"), 1) - 1, kind))
        else:
            self._open.append((0, ""))

    def close(self) -> None:
        """The innermost list ends."""
        if self._open:
            self._open.pop()
        self._waiting = ""

    def item(self, element: Any, style: dict[str, str]) -> None:
        """An item begins; outside any list it has no number."""
        if not self._open:
            self._waiting = ""
            return
        number, kind = self._open[-1]
        number = _whole(element.get("value"), number + 1)
        self._open[-1] = (number, kind)
        self._waiting = _mark(number, (_kind(element.get("type"), style) or kind) if kind else "")

    def mark(self, words: str) -> str:
        """What stands before ``words`` if they are the first of an item."""
        waiting, self._waiting = self._waiting, ""
        return "" if _OWN.match(words) else waiting


def _kind(attribute: str | None, style: dict[str, str]) -> str:
    named = style.get("list-style-type") or style.get("list-style") or ""
    if named:
        return named
    return {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}.get(
        attribute or "", ""
    )


def _mark(number: int, kind: str) -> str:
    if _CHINESE.search(kind) and 0 < number < 100:
        return _chinese(number) + "、"
    if not kind or any(word in kind for word in ("none", "disc", "circle", "square")):
        return ""
    if "alpha" in kind or "latin" in kind:
        letter = chr(ord("a") + number - 1) if 0 < number <= 26 else str(number)
        return (letter.upper() if "upper" in kind else letter) + ". "
    if "roman" in kind and 0 < number < 40:
        roman = (
            "x" * (number // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[number % 10]
        )
        return (roman.upper() if "upper" in kind else roman) + ". "
    return f"{number}. "


def _chinese(number: int) -> str:
    tens, units = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[units] if units or not tens else "")


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and _WHOLE.fullmatch(text.strip()) else default

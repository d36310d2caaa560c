"""Titles 《…》 and quotations “…”: what stands in them is mostly a name and no count."""

from __future__ import annotations

import re

__all__ = ["Marks"]

_MARKS = re.compile(r"[《》“”‘’「」『』]")
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_LONGEST_TITLE = 200
_LONGEST_QUOTE = 24


class Marks:
    """Where titles and short quotations stand; to be asked with growing offsets."""

    def __init__(self, text: str) -> None:
        self._spans = _spans(text)
        self._next = 0

    def around(self, start: int) -> tuple[int, int, str] | None:
        """The closed pair of marks that holds ``start``: content start, content end, opening mark.

        A title that holds a quotation goes before it.
        """
        while self._next < len(self._spans) and self._spans[self._next][1] <= start:
            self._next += 1
        best = None
        for span in self._spans[self._next : self._next + 4]:
            if span[0] <= start < span[1] and (best is None or span[2] == "《"):
                best = span
        return best


def _spans(text: str) -> list[tuple[int, int, str]]:
    """Closed titles and quotations by their ends; a title with all titles inside it is one."""
    spans: list[tuple[int, int, str]] = []
    opened: tuple[int, str] | None = None
    title = depth = 0
    for match in _MARKS.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "《":
            if not depth or at - title > _LONGEST_TITLE:
                title, depth = at + 1, 0
            depth += 1
        elif mark == "》":
            if depth == 1 and at - title <= _LONGEST_TITLE:
                spans.append((title, at, "《"))
            depth = max(depth - 1, 0)
        elif mark in _PAIRS:
            opened = (at + 1, mark)
        elif opened is not None and _PAIRS[opened[1]] == mark:
            if at - opened[0] <= _LONGEST_QUOTE:
                spans.append((opened[0], at, opened[1]))
            opened = None
    return sorted(spans, key=lambda span: span[1])

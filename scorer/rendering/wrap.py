"""Lines of Chinese text measured in terminal cells, where a Chinese character takes two.

Chinese may break between any two characters, except that closing punctuation never begins a line and opening
punctuation never ends one; Latin words and numbers stay whole. Input is one line of visible text
(:func:`scorer.rendering.clean.visible`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

from scorer.rendering.clean import ELLIPSIS

__all__ = ["cells", "fit", "hanging", "pad", "wrap"]

_OPENING = "（《〈【「『〔“‘(\\["
_CLOSING = "，。、；：！？）》〉】」』〕”’…％·),.;:!?%\\]"
# What must stay together: opening marks, one character or Latin word, closing marks. The last two branches
# take marks that have nothing to lean on; a run of any of the classes is read once.
_ATOM = re.compile(
    f"[{_OPENING}]*(?:[!-~]+|[^{_OPENING}{_CLOSING} ])[{_CLOSING}]*|[{_OPENING}]+|[{_CLOSING}]+| "
)

cells = cell_len
_NARROWEST = 20  # however deep the indent, a line has room for ten Chinese characters


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Cut a text into lines of at most ``width`` cells (2 or more); returns their offsets, at least one.

    >>> [("甲乙（丙）丁")[a:b] for a, b in wrap("甲乙（丙）丁", 6)]
    ['甲乙', '（丙）', '丁']
    """
    lines: list[tuple[int, int]] = []
    start = end = used = 0
    for first, last in _pieces(text, width):
        size = cells(text[first:last])
        if used and used + size > width:
            lines.append((start, end))
            start, used = first, 0
        if used == 0 and text[first:last] == " ":
            start = last  # a line does not begin with the space it was broken at
            continue
        used += size
        end = last
    lines.append((start, max(start, end)))
    return lines


def _pieces(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The atoms of a text; one that is wider than a line is cut into its characters."""
    for found in _ATOM.finditer(text):
        first, last = found.span()
        if cells(found.group()) <= width:
            yield first, last
        else:
            yield from ((at, at + 1) for at in range(first, last))


def hanging(body: str, width: int, indent: int = 0) -> list[str]:
    """A body in lines of at most ``width`` cells behind ``indent`` spaces; where indented, wrapped lines hang by two.

    >>> hanging("甲乙丙丁戊己庚辛壬癸子丑", 24, 2)
    ['  甲乙丙丁戊己庚辛壬癸', '    子丑']
    """
    lead = " " * indent
    hang = lead + ("  " if indent else "")
    cuts = wrap(body, max(_NARROWEST, width - len(hang)))
    return [
        (hang if number else lead) + body[start:end].rstrip(" ") for number, (start, end) in enumerate(cuts)
    ]


def fit(text: str, width: int) -> str:
    """The text, or as much of its beginning as leaves room for an ellipsis in ``width`` cells (1 or more)."""
    if cells(text) <= width:
        return text
    used = 0
    for at, character in enumerate(text):
        used += cells(character)
        if used > width - 1:
            return text[:at] + ELLIPSIS
    return text


def pad(text: str, width: int, right: bool = False) -> str:
    """Fit the text and fill it with spaces to exactly ``width`` cells, on its left if ``right``."""
    text = fit(text, width)
    gap = " " * (width - cells(text))
    return gap + text if right else text + gap

"""Places in a text, and a normalised view of it that knows the way back.

Offsets are code points, ends are exclusive, lines and columns count from 1. The text that was read is
never changed: matching works on a :class:`View`, and quotations are cut from the :class:`Text`.
Imports nothing of ours.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

__all__ = ["LOOSE", "PLAIN", "Location", "Span", "Text", "View", "fold", "fold_phrase", "loosen"]

# Characters that carry no words: quotation and title marks. The ideographic comma is dropped too, because
# 双随机、一公开 and 双随机一公开 are one phrase; a short match across it is refused later (see matching).
LOOSE = frozenset("“”‘’「」『』《》〈〉\"'＂＇、")

# What neither folding nor loosening changes; nearly all phrases are wholly of these characters.
PLAIN = re.compile("[\u4e00-\u9fff]+")

_LOOSE_MARKS = re.compile(f"[{re.escape(''.join(sorted(LOOSE)))}\n]+")

_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

# Full-width letters, digits and signs become their ASCII twins ...
_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)}
# ... but Chinese punctuation keeps its full-width form, and its ASCII look-alikes join it.
_PUNCTUATION = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？"}
for _wide in _PUNCTUATION.values():
    _WIDTH.pop(ord(_wide), None)
_WIDTH.update({ord("﹪"): ord("%"), ord("〇"): ord("〇"), ord("－"): ord("-")})
# A text in pieces: what is dropped, white space, a mark to be widened, and all between, which stays as it is.
_PIECES = re.compile(
    rf"(?P<dropped>[{_ZERO_WIDTH}]+)|(?P<space>[^\S\n]+)|(?P<mark>[{re.escape(''.join(_PUNCTUATION))}])"
    rf"|\n|[^\s{_ZERO_WIDTH}{re.escape(''.join(_PUNCTUATION))}]+"
)
# Between two digits these stay as they are: 1,063 and 12:30 are numbers.
_NUMERIC_MARKS = frozenset(",:")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place as an editor shows it: line and column count from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Text:
    """The text of one report exactly as it was read; all offsets anywhere refer to ``content``."""

    content: str
    name: str = "-"

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        find = self.content.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def __len__(self) -> int:
        return len(self.content)

    def cut(self, span: Span) -> str:
        """The words of ``span``."""
        return self.content[span.start : span.end]

    def locate(self, offset: int) -> Location:
        """Line and column of a code point offset (``0 <= offset <= len``)."""
        line = bisect_right(self._line_starts, offset)
        return Location(line, offset - self._line_starts[line - 1] + 1)


@dataclass(frozen=True)
class View:
    """A normalised copy of a text with a map back.

    ``origins[i]`` is the offset in the original of the character ``text[i]``; it grows strictly, because a
    view only drops characters or replaces one by one and never reorders or expands.
    """

    text: str
    origins: array[int]

    def __post_init__(self) -> None:
        if len(self.text) != len(self.origins):
            raise ValueError("a view needs one origin for each of its characters")

    def __len__(self) -> int:
        return len(self.text)

    def span(self, start: int, end: int) -> Span:
        """The original span of ``text[start:end]``, which must not be empty."""
        return Span(self.origins[start], self.origins[end - 1] + 1)

    def index(self, offset: int) -> int:
        """The first position in the view whose origin is ``offset`` or later."""
        return bisect_left(self.origins, offset)

    def within(self, span: Span) -> tuple[int, int]:
        """Start and end in the view of the characters that come from ``span``."""
        return bisect_left(self.origins, span.start), bisect_left(self.origins, span.end)


def fold(content: str) -> View:
    """Fold widths and drop spaces and zero-width characters; line ends stay.

    Full-width letters, digits and signs become ASCII, ASCII punctuation becomes Chinese punctuation (except
    ``,`` and ``:`` between two digits), so 97 %, 97％ and 97% read alike.

    >>> fold("办复率 达１００ ％,").text
    '办复率达100%，'
    """
    kept: list[str] = []
    origins = array("I")
    wide = content.translate(_WIDTH)
    gap = -1  # offset of the white space that was dropped last, if nothing was kept since
    for piece in _PIECES.finditer(wide):
        start, end, words = piece.start(), piece.end(), piece[0]
        if piece.lastgroup == "dropped":
            continue
        if piece.lastgroup == "space":
            gap = end - 1
            continue
        if piece.lastgroup == "mark":
            words = _wide_mark(wide, start)
        elif gap >= 0 and words[0].isdecimal() and kept and kept[-1][-1].isdecimal():
            kept.append(" ")  # 2021-01-11 17:07 must not become one number
            origins.append(gap)
        gap = -1
        kept.append(words)
        origins.extend(range(start, end))
    return View("".join(kept), origins)


def _wide_mark(wide: str, offset: int) -> str:
    """The Chinese mark for an ASCII one, but for those that stand between two digits as part of a number."""
    mark = wide[offset]
    inside = mark in _NUMERIC_MARKS and wide[offset - 1 : offset].isdecimal()
    return mark if inside and wide[offset + 1 : offset + 2].isdecimal() else _PUNCTUATION[mark]


def loosen(view: View) -> View:
    """Drop what carries no words (:data:`LOOSE` and line ends): the view that phrases are matched on."""
    text, origins = view.text, view.origins
    kept: list[str] = []
    places = array("I")
    at = 0
    for marks in _LOOSE_MARKS.finditer(text):
        kept.append(text[at : marks.start()])
        places.extend(origins[at : marks.start()])
        at = marks.end()
    kept.append(text[at:])
    places.extend(origins[at:])
    return View("".join(kept), places)


def fold_phrase(phrase: str) -> str:
    """A phrase as it must look to be found in a loosened view; the very same string where nothing changes.

    >>> fold_phrase("双随机、一公开")
    '双随机一公开'
    """
    if PLAIN.fullmatch(phrase):
        return phrase
    folded = loosen(fold(phrase)).text
    return phrase if folded == phrase else folded

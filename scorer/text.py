"""Places in a text, and a normalised view of it that knows the way back.

Offsets are code points, ends are exclusive, lines and columns count from 1. The text that was read is
never changed: matching works on a :class:`View`, and quotations are cut from the :class:`Text`.
Imports nothing of ours.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

__all__ = ["LOOSE", "Location", "Span", "Text", "View", "fold", "fold_phrase", "loosen"]

# Characters that carry no words: quotation and title marks. The ideographic comma is dropped too, because
# 双随机、一公开 and 双随机一公开 are one phrase; a short match across it is refused later (see matching).
LOOSE = frozenset("“”‘’「」『』《》〈〉\"'＂＇、")

# What neither folding nor loosening changes; nearly all phrases are of these.
_PLAIN = re.compile("[\u4e00-\u9fff]+")

_ZERO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")

# Full-width letters, digits and signs become their ASCII twins ...
_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)}
# ... but Chinese punctuation keeps its full-width form, and its ASCII look-alikes join it.
_PUNCTUATION = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？"}
for _wide in _PUNCTUATION.values():
    _WIDTH.pop(ord(_wide), None)
_WIDTH.update({ord("﹪"): ord("%"), ord("〇"): ord("〇"), ord("－"): ord("-")})
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

    def keep(self, wanted: Callable[[int], bool] | Iterable[int]) -> View:
        """A view of this view with only the positions that ``wanted`` names or accepts, in order."""
        positions = [i for i in range(len(self.text)) if wanted(i)] if callable(wanted) else list(wanted)
        text, origins = self.text, self.origins
        return View("".join([text[i] for i in positions]), array("l", [origins[i] for i in positions]))


def fold(content: str) -> View:
    """Fold widths and drop spaces and zero-width characters; line ends stay.

    Full-width letters, digits and signs become ASCII, ASCII punctuation becomes Chinese punctuation (except
    ``,`` and ``:`` between two digits), so 97 %, 97％ and 97% read alike.

    >>> fold("办复率 达１００ ％,").text
    '办复率达100%，'
    """
    characters: list[str] = []
    origins: list[int] = []
    wide = content.translate(_WIDTH)
    gap = -1  # offset of the white space that was dropped last, if nothing was kept since
    for offset, character in enumerate(wide):
        if character == "\n":
            gap = -1
        elif character in _ZERO_WIDTH:
            continue
        elif character.isspace():
            gap = offset
            continue
        elif character in _PUNCTUATION:
            between_digits = (
                character in _NUMERIC_MARKS
                and wide[offset - 1 : offset].isdecimal()
                and wide[offset + 1 : offset + 2].isdecimal()
            )
            if not between_digits:
                character = _PUNCTUATION[character]
        if gap >= 0 and character.isdecimal() and characters[-1:] and characters[-1].isdecimal():
            characters.append(" ")  # 2021-01-11 17:07 must not become one number
            origins.append(gap)
        gap = -1
        characters.append(character)
        origins.append(offset)
    return View("".join(characters), array("l", origins))


def loosen(view: View) -> View:
    """Drop what carries no words (:data:`LOOSE` and line ends): the view that phrases are matched on."""
    text = view.text
    return view.keep(i for i in range(len(text)) if text[i] not in LOOSE and text[i] != "\n")


def fold_phrase(phrase: str) -> str:
    """A phrase as it must look to be found in a loosened view.

    >>> fold_phrase("双随机、一公开")
    '双随机一公开'
    """
    return phrase if _PLAIN.fullmatch(phrase) else loosen(fold(phrase)).text

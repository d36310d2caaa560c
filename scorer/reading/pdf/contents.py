"""The table of contents of a PDF, which is left out as in every other container.

Nothing is lost by that: a line goes only if it ends with the number of a page and its words stand in the document once
more, outside the table. A single such line is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scorer.reading.pdf.columns import Block
from scorer.reading.pdf.model import Line
from scorer.reading.radicals import restore_twins

__all__ = ["drop_contents"]

_REACH = 400  # lines from the start of the document: contents stand there
_TITLES = ("目录", "目次")
_LEADERS = re.compile(r"(?:[.．·•][ \t]?){5,500}|[…‥⋯]{2,200}|_{5,200}")
_AFTER_LEADERS = re.compile(r"[\s.．·•…‥⋯—-]{0,200}\d{0,3}[\s—-]{0,9}")
_PAGE_NUMBER = re.compile(r"[\s—-]{0,9}\d{1,3}[\s—-]{0,9}$")
_LEAST_WORDS = 3  # characters of an entry
_LEAST_ENTRIES = 2
_MOST_LINES = 3  # that an entry takes, the last of them with the number


class _Placed(NamedTuple):
    block: Block
    line: Line
    words: str


def drop_contents(pages: Sequence[list[Block]]) -> None:
    """Take the title and the entries of the table of contents off the pages' blocks, if there is one."""
    placed = [
        _Placed(block, line, _bare(line.text)) for page in pages for block in page for line in block.lines
    ]
    rest = _Rest([one.words for one in placed])
    for start, one in enumerate(placed[:_REACH]):
        titled = one.words in _TITLES
        if not titled and _LEADERS.search(one.line.text) is None:
            continue
        first = start + titled
        taken = list(_entries(placed, first, rest, titled=titled))
        if len(taken) >= _LEAST_ENTRIES:
            for gone in placed[start : taken[-1]]:
                gone.block.lines.remove(gone.line)
            for page in pages:
                page[:] = [block for block in page if block.lines]
            return


class _Rest:
    """The words of all lines, and where those of each line begin among them."""

    def __init__(self, words: Sequence[str]) -> None:
        self._text = "".join(words)
        self._starts = [0]
        for one in words:
            self._starts.append(self._starts[-1] + len(one))

    def holds(self, words: str, start: int, end: int) -> bool:
        """Whether the lines before ``start`` or those from ``end`` on hold the words."""
        if len(words) < _LEAST_WORDS:
            return False
        text, starts = self._text, self._starts
        return text.find(words, starts[end]) >= 0 or text.find(words, 0, starts[start]) >= 0


def _entries(placed: Sequence[_Placed], at: int, rest: _Rest, *, titled: bool) -> Iterator[int]:
    """Where each entry ends, exclusive, for the entries that follow each other from ``at``."""
    start = at
    while at < min(len(placed), 2 * _REACH):
        end = _entry_end(placed, start, at, rest, titled=titled)
        if end is None:
            return
        at = end
        yield at


def _entry_end(placed: Sequence[_Placed], start: int, at: int, rest: _Rest, *, titled: bool) -> int | None:
    """The end of the entry that begins at ``at`` in the table that begins at ``start``; None if none does."""
    before = ""
    for index in range(at, min(at + _MOST_LINES, len(placed))):
        words, numbered = _entry(placed[index].line.text, titled=titled)
        if words is None:
            before += placed[index].words
            continue
        if not rest.holds(before + words, start, index + 1):
            return None
        following = placed[index + 1].words if index + 1 < len(placed) else ""
        # Leaders may fill the line, and the number stands alone on the next one.
        alone = not numbered and len(following) <= 3 and following.isdigit()
        return index + 1 + alone
    return None


def _entry(text: str, *, titled: bool) -> tuple[str | None, bool]:
    """The words of a line with leaders, or with a page's number below the title; whether the number is there."""
    leaders = _LEADERS.search(text)
    if leaders and _AFTER_LEADERS.fullmatch(text, leaders.end()):
        return _bare(text[: leaders.start()]), text.rstrip(" —-\t")[-1].isdigit()
    number = _PAGE_NUMBER.search(text) if titled else None
    return (_bare(text[: number.start()]), True) if number else (None, False)


def _bare(text: str) -> str:
    return "".join(restore_twins(text).split())

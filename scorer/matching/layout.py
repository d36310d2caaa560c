"""Where sentences end and marks were dropped, in positions of the loosened view.

The loosened view runs on without line ends, quotation marks and the ideographic comma. Matching needs to
know where they were: a hit must not cross the end of a sentence, and a short one must not be put together
from two items of a list.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import groupby, pairwise

from scorer.structure.model import Report
from scorer.text import LOOSE

__all__ = ["Layout", "numbered"]

_DROPPED = re.compile("[" + re.escape("".join(sorted(LOOSE))) + "\n]")
# 、, or the end of one title or quotation and the start of the next: 《信访条例》《调解法》.
_BREAK = re.compile("、|[”’」』》〉\"'＂＇]\n*[“‘「『《〈\"'＂＇]")


class Layout:
    """Positions of one report's loosened view."""

    def __init__(self, report: Report) -> None:
        self.text = report.loose.text
        self._view = report.view.text
        within = report.loose.within
        self.sentences: list[tuple[int, int]] = [within(sentence.span) for sentence in report.sentences]

    @cached_property
    def sentence_at(self) -> list[int]:
        """For each position the index of its sentence, -1 between sentences."""
        return numbered(self.sentences, len(self.text))

    @cached_property
    def part_at(self) -> list[int]:
        """For each position the number of its part of a sentence, -1 between sentences.

        Sentences are parted where a list is broken: by 、 or between two titles.
        """
        parts: list[tuple[int, int]] = []
        breaks = self._breaks
        for first, last in self.sentences:
            inside = breaks[bisect_right(breaks, first) : bisect_left(breaks, last)]
            parts += pairwise([first, *inside, last])
        return numbered(parts, len(self.text))

    def bounds(self, start: int, end: int, sentence: int) -> tuple[int, int]:
        """The stretch around ``text[start:end]`` that no dropped mark and no sentence end interrupts.

        Marks inside the hit do not count, so the stretch always holds the hit.
        """
        first, last = self.sentences[sentence]
        marks = self.marks
        before = bisect_right(marks, start) - 1
        after = bisect_right(marks, end - 1)
        if before >= 0:
            first = max(first, marks[before])
        if after < len(marks):
            last = min(last, marks[after])
        return first, last

    @cached_property
    def _gaps(self) -> Sequence[tuple[int, str]]:
        """Each position before which something was dropped, with all that was dropped there, in order."""
        dropped = enumerate(_DROPPED.finditer(self._view))
        places = groupby(dropped, key=lambda pair: pair[1].start() - pair[0])
        return [(position, "".join(mark.group() for _, mark in marks)) for position, marks in places]

    @cached_property
    def marks(self) -> list[int]:
        """Positions before which a mark was dropped."""
        # A line end alone is no mark: where it ends a paragraph it ends the sentence as well.
        return [position for position, dropped in self._gaps if dropped.strip("\n")]

    @cached_property
    def _breaks(self) -> list[int]:
        return [position for position, dropped in self._gaps if _BREAK.search(dropped)]


def numbered(stretches: Iterable[tuple[int, int]], size: int) -> list[int]:
    """For each of ``size`` positions the number of the stretch that holds it, -1 for none.

    The stretches, which are in order and do not overlap, are counted from 0. Every hit asks where it stands, and to
    look it up takes a fraction of the time that a bisection does.
    """
    numbers: list[int] = []
    for number, (first, last) in enumerate(stretches):
        numbers += [-1] * (first - len(numbers))
        numbers += [number] * (last - first)
    return numbers + [-1] * (size - len(numbers))

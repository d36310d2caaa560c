"""Whether a short hit is made of whole words: 立法 in 树立法治 is not.

The rule: a hit must begin and end at a boundary of the most probable cut of the Chinese characters around
it, or at one of those that show when a word of three or more characters is cut again without itself (行政
执法人员 is 行政｜执法人员, and 执法人员 is 执法｜人员). The cut alone would refuse 4 of 100 good hits.

Chinese compounds grow at their end, so two kinds of hit that begin at a boundary are good although they end
inside a word: the beginning of a longer word (民法 in 民法典, which is cut as 民｜法典), and three characters
that hold a whole word and the head of the next (执法证 in 执法｜证件, 常务会 in 常务｜会议).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from scorer.matching.layout import Layout
from scorer.matching.words import default_words
from scorer.structure.model import Report

__all__ = ["LONGEST_CHECKED", "BoundaryCheck"]

# Longer phrases are hardly ever put together by chance from pieces of other words.
LONGEST_CHECKED = 3

# Words that words of everyday language would swallow: 新收复议案件 is neither 收复 (recover) nor 议案 (motion).
_SWALLOWED = re.compile("(?<=收)复议")

# What jieba treats as Chinese characters.
_CHINESE = re.compile("[\u4e00-\u9fd5]+")

# Where a stretch begins, its accepted boundaries as bits counted from there (a report has a thousand stretches, and
# a set takes six times the room), and its words of three or more characters.
_Cut = tuple[int, int, tuple[tuple[int, int], ...]]

# A run longer than a tile is cut tile by tile, with enough characters on both sides for the cut to settle.
_TILE = 512
_MARGIN = 64


class BoundaryCheck:
    """Answers for one report; cuts only the runs of characters that short hits stand in."""

    def __init__(self, report: Report, layout: Layout) -> None:
        self._text = report.loose.text
        self._origins = report.loose.origins
        self._layout = layout
        self._inner: dict[str, list[int]] = {}
        self._known: dict[tuple[int, int], _Cut] = {}
        self._stretches: dict[int, _Cut | None] = {}  # by number; None where nothing can be cut

    def holds(self, start: int, end: int, sentence: int) -> bool:
        """Whether ``text[start:end]``, a hit in that sentence, begins and ends with whole words."""
        text = self._text
        # Letters and digits are rare at the ends of a hit, so they are looked at before what stands beside them.
        if (text[start] < "\x80" and self._joined(start)) or (text[end - 1] < "\x80" and self._joined(end)):
            return False
        if end - start > LONGEST_CHECKED:
            return True
        cuts = self._cuts
        index = bisect_right(cuts, start) - 1
        if end > cuts[index + 1] or cuts[index + 1] - cuts[index] > _TILE:
            return self._whole_words(start, end, sentence)
        cut = self._stretches[index] if index in self._stretches else self._stretch(index)
        return cut is None or (_parted(start, cut) and _closes(start, end, cut))

    def _stretch(self, index: int) -> _Cut | None:
        """The cut of the stretch of that number, made when the first short hit stands in it."""
        chinese = index in self._chinese
        cut = self._cut(self._cuts[index], self._cuts[index + 1]) if chinese else None
        self._stretches[index] = cut
        return cut

    def holds_approximate(self, start: int, end: int, sentence: int) -> bool:
        """Whether an approximate hit ends with its words: 负责人法 in 负责人法治建设 is not 负责人述法."""
        if not self.holds(start, end, sentence):
            return False
        closes = self._around(start, end, end - 1, sentence)
        return closes is None or _parted(end, self._cut(*closes))

    def _whole_words(self, start: int, end: int, sentence: int) -> bool:
        opens = self._around(start, end, start, sentence)
        closes = opens if opens and end <= opens[1] else self._around(start, end, end - 1, sentence)
        if opens and not _parted(start, self._cut(*opens)):
            return False
        return not closes or _closes(start, end, self._cut(*closes))

    def _joined(self, at: int) -> bool:
        """Whether letters or digits run on over the position ``at``: 2345 is not a word of 12345."""
        pair = self._text[at - 1 : at + 1] if at else ""
        if len(pair) < 2 or not pair.isascii():
            return False
        before, after = pair[0], pair[1]
        alike = before.isdigit() == after.isdigit() and before.isalnum() and after.isalnum()
        return alike and self._origins[at - 1] + 1 == self._origins[at]

    def _around(self, start: int, end: int, at: int, sentence: int) -> tuple[int, int] | None:
        """The run of Chinese characters around position ``at`` of a hit; None when there is none."""
        index = bisect_right(self._run_starts, at) - 1
        if index < 0 or at >= self._runs[index][1]:
            return None
        run_start, run_end = self._runs[index]
        first, last = self._layout.bounds(start, end, sentence)
        first, last = max(first, run_start), min(last, run_end)
        if last - first > _TILE:
            tile = start - start % _TILE
            first, last = max(first, tile - _MARGIN), min(last, tile + _TILE + _MARGIN)
        return first, last

    def _cut(self, first: int, last: int) -> _Cut:
        """Accepted boundaries of ``text[first:last]``, and its words of three or more characters."""
        known = self._known.get((first, last))
        if known is None:
            boundaries, words, start = 1, [], first
            for cut in default_words().cut(self._text[first:last]):
                end = first + cut
                boundaries |= 1 << cut
                if end - start >= 3:
                    words.append((start, end))
                    for inner in self._cut_inside(self._text[start:end]):
                        boundaries |= 1 << (start - first + inner)
                start = end
            for found in _SWALLOWED.finditer(self._text, first, last):
                boundaries |= 1 << (found.start() - first) | 1 << (found.end() - first)
            known = self._known[first, last] = first, boundaries, tuple(words)
        return known

    def _cut_inside(self, word: str) -> list[int]:
        if word not in self._inner:
            self._inner[word] = default_words().cut_inside(word)
        return self._inner[word]

    @cached_property
    def _runs(self) -> list[tuple[int, int]]:
        return [run.span() for run in _CHINESE.finditer(self._text)]

    @cached_property
    def _cuts(self) -> list[int]:
        """Where a stretch ends for every hit alike: at sentences, dropped marks and the ends of runs."""
        ends = {0, len(self._text), *self._layout.marks}
        ends.update(at for sentence in self._layout.sentences for at in sentence)
        ends.update(at for run in self._runs for at in run)
        return sorted(ends)

    @cached_property
    def _chinese(self) -> frozenset[int]:
        """The stretches, by number, that are made of Chinese characters."""
        chinese = self._run_starts
        inside = (bisect_right(chinese, at) - 1 for at in self._cuts)
        return frozenset(
            number
            for number, (at, run) in enumerate(zip(self._cuts, inside, strict=True))
            if run >= 0 and at < self._runs[run][1]
        )

    @cached_property
    def _run_starts(self) -> list[int]:
        return [start for start, _ in self._runs]


def _parted(at: int, cut: _Cut) -> bool:
    """Whether a stretch has a boundary at that place."""
    first, boundaries, _ = cut
    return at >= first and boundaries >> (at - first) & 1 == 1


def _closes(start: int, end: int, cut: _Cut) -> bool:
    """Whether a hit ends with a word of a stretch, or where a longer word begins, as the compounds above do."""
    if _parted(end, cut) or end - start >= 3:
        return True
    return end - start == 2 and any((start, end + more) in cut[2] for more in (1, 2, 3))

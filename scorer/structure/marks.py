"""Headings that the container itself names (Word's styles, ``<h2>``, ``##``), where the words alone would not tell.

A mark only adds: a paragraph that is a heading by its number stays what it is, and a marked paragraph that is
long or holds a sentence stays text, because authors give heading styles to whole paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from scorer.reading.interface import HeadingMark
from scorer.structure.blocks import Kind
from scorer.structure.headings import RUN_IN_DEPTH, Heading
from scorer.structure.numbering import read_numbering
from scorer.structure.sentences import Stretch
from scorer.text import View

__all__ = ["marked_blocks", "set_depths"]

_LONGEST = 40
_SENTENCE = re.compile("[。！？；]")


def marked_blocks(
    view: View, blocks: Sequence[Stretch], kinds: list[Kind], marks: Sequence[HeadingMark]
) -> dict[int, int]:
    """Make marked paragraphs headings in ``kinds``; the depth the container gives each heading, by block."""
    depths: dict[int, int] = {}
    starts = [start for start, _ in blocks]
    for mark in marks:
        at = bisect_left(starts, view.index(mark.start))
        if at == len(blocks) or view.origins[blocks[at][1] - 1] >= mark.end:
            continue  # the words were joined with what stands before or after them
        if kinds[at] is Kind.BODY and _may_head(view.text[slice(*blocks[at])]):
            kinds[at] = Kind.HEADING
        if kinds[at] is Kind.HEADING:
            depths[at] = mark.depth
    return depths


def _may_head(words: str) -> bool:
    return len(words) <= _LONGEST and _SENTENCE.search(words) is None and words[-1] not in "，、："


def set_depths(text: str, headings: Sequence[Heading], depths: dict[int, int]) -> list[Heading]:
    """Give unnumbered headings the depth of numbered ones of the same rank, else their rank among all marked."""
    ranks = {depth: rank for rank, depth in enumerate(sorted(set(depths.values())), 1)}
    numbered: dict[int, int] = {}
    for heading in headings:
        if heading.block in depths and read_numbering(text[heading.start : heading.end]):
            numbered.setdefault(depths[heading.block], heading.depth)
    return [_set_depth(heading, depths.get(heading.block), numbered, ranks) for heading in headings]


def _set_depth(
    heading: Heading, marked: int | None, numbered: dict[int, int], ranks: dict[int, int]
) -> Heading:
    if marked is None or heading.number is not None:
        return heading
    return replace(heading, depth=numbered.get(marked) or min(ranks[marked], RUN_IN_DEPTH - 1))

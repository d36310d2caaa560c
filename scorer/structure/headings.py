"""Sections: headings on their own line, headings that run into their paragraph, and run-in points 一是/二是."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scorer.structure.blocks import Kind
from scorer.structure.numbering import read_numbering, run_in_number
from scorer.structure.sentences import Stretch, points_of, sentences_of
from scorer.structure.title import clean_title

__all__ = ["RUN_IN_DEPTH", "Heading", "find_headings"]

RUN_IN_DEPTH = 4
_CUT = re.compile("[。；：！？]")
_LABEL_LENGTH = 60  # a first sentence longer than this is text and not a label


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in positions of the view.

    ``number`` is None without a number; ``label`` tells that the words are nothing but a heading, so they prove nothing;
    ``stop`` is where its reach ends at the latest (the paragraph's end for a run-in point), None when open.
    """

    start: int
    end: int
    depth: int
    number: int | None
    label: bool
    block: int
    stop: int | None = None


def find_headings(text: str, blocks: Sequence[Stretch], kinds: Sequence[Kind]) -> list[Heading]:
    """All headings in order; ``blocks`` are the paragraphs in positions of ``text``."""
    headings: list[Heading] = []
    numbered = 1  # depth of the last numbered heading, kept here because looking back each time is quadratic
    for index, ((start, end), kind) in enumerate(zip(blocks, kinds, strict=True)):
        if kind is Kind.HEADING:
            found = [_on_its_line(text, blocks, index, numbered)]
        elif kind is Kind.BODY:
            found = _inside(text, start, end, index)
        else:
            continue
        headings.extend(found)
        numbered = next((one.depth for one in reversed(found) if _is_numbered(one)), numbered)
    return headings


def _is_numbered(heading: Heading) -> bool:
    return heading.number is not None and heading.depth < RUN_IN_DEPTH


def _on_its_line(text: str, blocks: Sequence[Stretch], index: int, numbered: int) -> Heading:
    start, end = blocks[index]
    numbering = read_numbering(text[start:end])
    if numbering:
        return Heading(start, end, numbering.depth, numbering.number, True, index)
    return Heading(start, end, _unnumbered_depth(text, blocks, index, numbered), None, True, index)


def _unnumbered_depth(text: str, blocks: Sequence[Stretch], index: int, numbered: int) -> int:
    """One above the numbered line that follows, else that of the numbered heading before, at most 2."""
    if index + 1 < len(blocks):
        below = read_numbering(text[slice(*blocks[index + 1])])
        if below and below.depth > 1:
            return below.depth - 1
    return min(numbered, 2)


def _inside(text: str, start: int, end: int, block: int) -> list[Heading]:
    found: list[Heading] = []
    numbering = read_numbering(text[start:end])
    points = points_of(text, start, end)
    if numbering:
        first = sentences_of(text, start, end)[0]
        cut = _CUT.search(text, start + numbering.length, first[1])
        stop = cut.end() if cut and points and cut.end() <= points[0].start() else first[1]
        label = bool(points) and stop == points[0].start() and stop - start <= _LABEL_LENGTH
        found.append(Heading(start, stop, numbering.depth, numbering.number, label, block))
    edges = [point.start() for point in points] + [end]
    for point, until in zip(points, edges[1:], strict=True):
        if numbering and point.start() < start + numbering.length:
            continue
        cut = _CUT.search(text, point.end(), until)
        stop = cut.end() if cut else until
        found.append(Heading(point.start(), stop, RUN_IN_DEPTH, run_in_number(point[0]), False, block, end))
    return found


def heading_words(text: str, heading: Heading) -> str:
    """The words of a heading without the marks of Markdown, its number and its full stop kept as written."""
    return clean_title(text[heading.start : heading.end].replace("\n", ""))

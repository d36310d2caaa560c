"""The order in which the lines of a page are read: down one column, then the next; rows across stay together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median, median_low

from scorer.reading.pdf.model import Line, Page

__all__ = ["Block", "all_blocks"]

_MIDDLE = (0.3, 0.7)  # of the width of the text: where the gap between two columns lies
_BINS = 100
_LEAST_LINES = 5  # in each column
_CROSSING = 0.15  # of the lines may run across both columns: titles
_FILLED = 0.7  # of its column's width fills a line of prose; cells of a table fill less


@dataclass(slots=True)
class Block:
    """Lines that follow each other in one column of one page; ``column`` is 0 where there is but one."""

    page: int
    column: int
    lines: list[Line]


def all_blocks(pages: Sequence[Page]) -> list[tuple[Page, list[Block]]]:
    """Each page with its blocks in reading order.

    The last page of a document in two columns may hold a few lines only: the gap is where the other pages have it.
    """
    gutters = [_gutter(page.lines) for page in pages]
    known: dict[int, list[float]] = {}
    for page, gutter in zip(pages, gutters, strict=True):
        if gutter is not None:
            known.setdefault(round(page.width), []).append(gutter)
    found = []
    for page, gutter in zip(pages, gutters, strict=True):
        elsewhere = known.get(round(page.width))
        if gutter is None and elsewhere and _is_free(page.lines, usual := median_low(elsewhere)):
            gutter = usual
        found.append((page, list(_blocks(page, gutter))))
    return found


def _is_free(lines: Sequence[Line], gutter: float) -> bool:
    """Whether lines stand on both sides of a gap, and none in it."""
    sides = {line.x0 >= gutter for line in lines if line.x1 <= gutter or line.x0 >= gutter}
    return len(sides) == 2 and all(line.x1 <= gutter or line.x0 >= gutter for line in lines)


def _blocks(page: Page, gutter: float | None) -> Iterator[Block]:
    if gutter is None:
        yield Block(page.number, 0, _joined(page.lines))
        return
    left: list[Line] = []
    right: list[Line] = []
    for line in page.lines:
        if line.x1 <= gutter:
            left.append(line)
        elif line.x0 >= gutter:
            right.append(line)
        else:
            yield from _band(page, left, right)
            left, right = [], []
            yield Block(page.number, 0, [line])
    yield from _band(page, left, right)


def _band(page: Page, left: list[Line], right: list[Line]) -> Iterator[Block]:
    for column, lines in ((1, left), (2, right)):
        if lines:
            yield Block(page.number, column, _joined(lines))


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the gap between two columns of prose lies; None if the page has one column."""
    prose = [line for line in lines if not line.is_row]
    if len(prose) < 2 * _LEAST_LINES:
        return None
    start, end = min(line.x0 for line in prose), max(line.x1 for line in prose)
    width = end - start
    if width <= 0:
        return None
    middle = _emptiest(prose, start, width)
    left = [line for line in prose if line.x1 <= middle]
    right = [line for line in prose if line.x0 >= middle]
    crossing = len(prose) - len(left) - len(right)
    if min(len(left), len(right)) < _LEAST_LINES or crossing > _CROSSING * len(prose):
        return None
    return middle if _is_prose(left) and _is_prose(right) else None


def _emptiest(lines: Sequence[Line], start: float, width: float) -> float:
    """The place across, near the middle, that the fewest lines run over."""
    steps = [0] * (_BINS + 2)
    for line in lines:
        steps[int(_BINS * (line.x0 - start) / width)] += 1
        steps[int(_BINS * (line.x1 - start) / width) + 1] -= 1
    covering: list[int] = []
    for step in steps:
        covering.append(step + (covering[-1] if covering else 0))
    bins = range(int(_MIDDLE[0] * _BINS), int(_MIDDLE[1] * _BINS) + 1)
    best = min(bins, key=lambda at: (covering[at], abs(at - _BINS / 2)))
    return start + width * (best + 0.5) / _BINS


def _is_prose(lines: Sequence[Line]) -> bool:
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    return median(line.x1 - line.x0 for line in lines) >= _FILLED * width


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Stretches of one height as one line each, parted by a tab; spread-out single characters close up."""
    joined: list[Line] = []
    spread = False
    for line in lines:
        last = joined[-1] if joined else None
        if last is None or last.is_row or line.is_row or not _level(last, line):
            joined.append(line)
            spread = _is_spread(line.text)
        else:
            spread = spread and _is_spread(line.text)
            gap = "" if spread else "\t"
            last.text += gap + line.text
            last.x1 = max(last.x1, line.x1)
            last.spaced = line.spaced
            last.parted = last.parted or gap != ""
    return joined


def _is_spread(text: str) -> bool:
    """Whether a stretch is part of a word whose characters are set far apart."""
    return len(text) == 1 and "\u4e00" <= text <= "\u9fff"


def _level(one: Line, other: Line) -> bool:
    return abs(one.y - other.y) <= 0.3 * max(one.size, other.size) and other.x0 >= one.x1

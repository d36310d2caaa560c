"""Between which margins a document sets its text, how far apart its lines are, and whether it indents paragraphs."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scorer.reading.pdf.columns import Block
from scorer.reading.pdf.model import Line, Page

__all__ = ["Margins", "find_margins"]

_FEW_LINES = 6
_TOGETHER = 1.2  # ems
_LEAST_WIDTH = 12  # ems
_SMALLEST = 0.1  # points
_LEFT_SHARE = 0.05  # of the characters stand in lines that begin at the left margin
_RIGHT_SHARE = 0.9  # of the lines end before the right margin or at it
_INDENTED = (1.3, 5.0)  # ems: the usual first-line indent is two characters
_INDENTED_LINES = 0.04  # of the lines, and at least three, where a document indents


@dataclass(frozen=True, slots=True)
class Margins:
    """Left and right margin, size of type and step between base lines, all in points.

    ``indents`` says that paragraphs begin with an indent, ``sure`` that enough lines were seen to know the margins.
    """

    left: float
    right: float
    size: float
    step: float
    indents: bool
    sure: bool

    @property
    def width(self) -> float:
        """The width of a full line."""
        return max(self.right - self.left, 1.0)

    def indent(self, line: Line) -> float:
        """How many ems a line begins after the left margin."""
        return (line.x0 - self.left) / max(line.size, 1.0)

    def step_at(self, size: float) -> float:
        """The usual step between lines in type of that size: larger type is set wider."""
        return max(self.step * max(1.0, size / self.size), 1.2 * size)

    def fills(self, line: Line) -> bool:
        """Whether a line reaches from margin to margin, but for an indent."""
        return self.indent(line) < _INDENTED[1] and self.right - line.x1 < 1.5 * line.size


def find_margins(found: Iterable[tuple[Page, Sequence[Block]]]) -> dict[tuple[int, int], Margins]:
    """The margins for each page and column.

    Pages of one width share them, odd and even pages apart, for the last page is often too short to show its own.
    """
    lines: dict[tuple[int, int, int], list[list[Line]]] = defaultdict(list)
    keys: dict[tuple[int, int], tuple[int, int, int]] = {}
    for page, blocks in found:
        for block in blocks:
            key = (page.number % 2, round(page.width / 20), block.column)
            keys[page.number, block.column] = key
            lines[key].append([line for line in block.lines if not line.is_row])
    made = {key: _margins(parts, 20.0 * key[1] if key[2] == 0 else 0.0) for key, parts in lines.items()}
    return {place: made[key] for place, key in keys.items()}


def _margins(parts: Sequence[Sequence[Line]], page_width: float) -> Margins:
    """The margins of lines that stand in blocks; ``page_width`` is 0 in a column of several."""
    lines = [line for part in parts for line in part]
    if not lines:
        return Margins(0.0, 1.0, 1.0, 0.0, indents=False, sure=False)
    size = _usual_size(lines)
    body = [line for line in lines if abs(line.size - size) <= 0.12 * size] or lines
    left = _left(body, size)
    right = _right([line.x1 for line in body])
    sure = len(body) >= _FEW_LINES or _is_wrapped(body, right, size)
    if not sure:  # they may all be short: the right margin is taken to be as wide as the left
        right = max(right, page_width - left)
    steps = [
        before.y - after.y
        for part in parts
        for before, after in itertools.pairwise(part)
        if 0 < before.y - after.y < 4 * size
    ]
    first_lines = sum(_INDENTED[0] * size <= line.x0 - left <= _INDENTED[1] * size for line in body)
    indents = first_lines >= max(3, _INDENTED_LINES * len(body))
    return Margins(left, right, size, _usual(steps), indents, sure)


def _usual_size(lines: Sequence[Line]) -> float:
    """The size of type that most characters are set in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes.most_common(1)[0][0], _SMALLEST)


def _left(lines: Sequence[Line], size: float) -> float:
    """The leftmost place that lines with a fair share of the characters begin at."""
    bins: Counter[int] = Counter()
    for line in lines:
        bins[round(2 * line.x0 / size)] += len(line.text)
    least = _LEFT_SHARE * sum(bins.values())
    chosen = min(at for at in bins if bins[at] + bins[at - 1] + bins[at + 1] >= least)
    return min(line.x0 for line in lines if abs(round(2 * line.x0 / size) - chosen) <= 1)


def _right(ends: Sequence[float]) -> float:
    return sorted(ends)[min(len(ends) - 1, int(_RIGHT_SHARE * len(ends)))]


def _is_wrapped(lines: Sequence[Line], right: float, size: float) -> bool:
    """Whether some lines end together, within a sentence: they were broken there."""
    together = [
        line
        for line in lines
        if abs(right - line.x1) < _TOGETHER * size and line.text[-1] not in "。！？；：”"
    ]
    return len(together) > 1 and min(line.x1 - line.x0 for line in together) > _LEAST_WIDTH * size


def _usual(steps: Sequence[float]) -> float:
    """The lower middle of the steps: gaps between paragraphs are wider than those inside."""
    return sorted(steps)[len(steps) // 3] if steps else 0.0

"""Turning what is written on a page until its lines run to the right: rotated pages, vertical writing.

Glyphs are grouped by the direction their text runs in, a quarter turn apart. Text that runs aslant is a watermark
unless it is most of the page.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scorer.reading.pdf.model import Box, Glyph, is_wide

__all__ = ["RawGlyph", "Turn", "turned"]

_SLACK = 4.0  # degrees that a scanned page may be askew
_FEW_STEPS = 8


class RawGlyph(NamedTuple):
    """A glyph in the page's own coordinates; ``angle`` in radians, counter-clockwise, is where its text runs."""

    char: str
    x: float
    y: float
    box: Box
    along: float
    across: float
    angle: float


class Turn(NamedTuple):
    """A rotation that makes text which runs at ``degrees`` run to the right; ``stacked`` for vertical writing."""

    degrees: int
    stacked: bool = False

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place on the page as it is after the turn."""
        if self.degrees == 0:
            return x, y
        if self.degrees == 90:
            return y, -x
        if self.degrees == 180:
            return -x, -y
        if self.degrees == 270:
            return -y, x
        angle = math.radians(self.degrees)
        return x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)

    def box(self, box: Box) -> Box:
        """A rectangle after the turn."""
        (x0, y0), (x1, y1) = self.point(box.x0, box.y0), self.point(box.x1, box.y1)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def glyph(self, raw: RawGlyph) -> Glyph:
        """A glyph after the turn; in vertical writing its box says where it begins, else its origin."""
        x, y = self.point(raw.x, raw.y)
        box = self.box(raw.box)
        if self.stacked:
            return Glyph(raw.char, box.x0, box.x1, (box.y0 + box.y1) / 2, max(raw.along, raw.across))
        # The boxes of characters that an ActualText gives are those of the ink; a square is a square.
        end = x + raw.along if is_wide(raw.char) else max(box.x1, x)
        return Glyph(raw.char, x, end, y, raw.across)


def turned(raws: Sequence[RawGlyph]) -> list[tuple[Turn, list[Glyph]]]:
    """The glyphs of a page by direction, each turned upright, the direction of most of them first."""
    directions = [_direction(raw.angle) for raw in raws]
    counts = Counter(directions)
    main = max(counts, key=lambda direction: counts[direction], default=0)
    stacked = main in (0, 270) and _is_stacked(
        [raw for raw, direction in zip(raws, directions, strict=True) if direction == 0]
    )
    groups: dict[Turn, list[Glyph]] = {}
    for raw, direction in zip(raws, directions, strict=True):
        if direction % 90 and direction != main:
            continue
        turn = Turn(270, stacked=True) if stacked and direction in (0, 270) else Turn(direction)
        groups.setdefault(turn, []).append(turn.glyph(raw))
    return sorted(groups.items(), key=lambda item: -len(item[1]))


def _direction(angle: float) -> int:
    """Degrees from 0 to 359, a right angle if nearly one, else in steps of 5."""
    degrees = math.degrees(angle) % 360 if math.isfinite(angle) else 0.0
    nearest = round(degrees / 90) * 90
    if abs(degrees - nearest) <= _SLACK:
        return nearest % 360
    return round(degrees / 5) * 5 % 360


def _is_stacked(raws: Iterable[RawGlyph]) -> bool:
    """Whether upright characters follow each other downwards: vertical writing."""
    down = right = 0
    before: RawGlyph | None = None
    for raw in raws:
        if not is_wide(raw.char):
            before = None
            continue
        if before is not None:
            em = max(before.across, 1.0)
            step, fall = raw.x - before.x, before.y - raw.y
            down += abs(step) < 0.3 * em and 0.5 * em < fall < 2 * em
            right += abs(fall) < 0.3 * em and 0.3 * em < step < 3 * em
        before = raw
    return down >= _FEW_STEPS and down > right

"""Tables from their rules: which cells there are, and which cell a point lies in.

Rules that touch make one table. Its distinct heights and places across make a lattice; two neighbouring fields of
the lattice with no rule between them are one cell, so merged cells come out as one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scorer.reading.pdf.model import Box

__all__ = ["Grid", "find_grids"]

_NEAR = 3.0  # points: rules as near as this are one line, and such ends meet
_MOST_RULES = 2_000  # on one page
_MOST_FIELDS = 20_000  # of one table


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: ``across`` grows, ``down`` shrinks, ``cells[row][column]`` is the number of the cell."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def box(self) -> Box:
        """The rectangle that the table covers."""
        return Box(self.across[0], self.down[-1], self.across[-1], self.down[0])

    @property
    def size(self) -> int:
        """How many cells the table has."""
        return len({cell for row in self.cells for cell in row})

    def cell(self, x: float, y: float) -> int | None:
        """The number of the cell at a place, None outside the table. Numbers grow in reading order."""
        column = bisect_right(self.across, x) - 1
        row = bisect_right([-height for height in self.down], -y) - 1
        inside = 0 <= column < len(self.across) - 1 and 0 <= row < len(self.down) - 1
        return self.cells[row][column] if inside else None

    def first_row(self, cell: int) -> int:
        """The row of the lattice that a cell begins in."""
        return next(number for number, row in enumerate(self.cells) if cell in row)


def find_grids(rules: Iterable[Box]) -> list[Grid]:
    """The tables of a page, from its rules; a frame with a single cell is none."""
    level: list[Box] = []
    upright: list[Box] = []
    for rule in rules:
        (level if rule.x1 - rule.x0 >= rule.y1 - rule.y0 else upright).append(rule)
    if len(level) < 2 or len(upright) < 2 or len(level) + len(upright) > _MOST_RULES:
        return []
    grids = [_grid(flat, steep) for flat, steep in _meeting(level, upright)]
    return [grid for grid in grids if grid is not None and grid.size > 1]


def _meeting(level: Sequence[Box], upright: Sequence[Box]) -> Iterable[tuple[list[Box], list[Box]]]:
    """Groups of rules that touch each other, directly or by way of others."""
    parents = list(range(len(level) + len(upright)))
    for number, flat in enumerate(level):
        for other, steep in enumerate(upright, len(level)):
            if (
                flat.x0 - _NEAR <= steep.x1
                and steep.x0 <= flat.x1 + _NEAR
                and steep.y0 - _NEAR <= flat.y1
                and flat.y0 <= steep.y1 + _NEAR
            ):
                _unite(parents, number, other)
    groups: dict[int, tuple[list[Box], list[Box]]] = {}
    for number, rule in enumerate([*level, *upright]):
        group = groups.setdefault(_root(parents, number), ([], []))
        group[number >= len(level)].append(rule)
    return groups.values()


def _grid(level: Sequence[Box], upright: Sequence[Box]) -> Grid | None:
    across = _distinct((rule.x0 + rule.x1) / 2 for rule in upright)
    down = _distinct((rule.y0 + rule.y1) / 2 for rule in level)[::-1]
    rows, columns = len(down) - 1, len(across) - 1
    if rows < 1 or columns < 1 or rows * columns > _MOST_FIELDS:
        return None
    parents = list(range(rows * columns))
    level_at = _by_line(level, down, flat=True)
    upright_at = _by_line(upright, across, flat=False)
    for row in range(rows):
        height = (down[row] + down[row + 1]) / 2
        for column in range(columns):
            middle = (across[column] + across[column + 1]) / 2
            field = row * columns + column
            if column and not _crossed(upright_at[column], height):
                _unite(parents, field - 1, field)
            if row and not _crossed(level_at[row], middle):
                _unite(parents, field - columns, field)
    roots = [_root(parents, field) for field in range(rows * columns)]
    return Grid(
        tuple(across),
        tuple(down),
        tuple(tuple(roots[at : at + columns]) for at in range(0, len(roots), columns)),
    )


def _distinct(values: Iterable[float]) -> list[float]:
    """The values in growing order, those near each other taken as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _by_line(rules: Sequence[Box], lines: Sequence[float], *, flat: bool) -> list[list[tuple[float, float]]]:
    """For each line of the lattice the stretches that rules cover."""
    stretches: list[list[tuple[float, float]]] = [[] for _ in lines]
    for rule in rules:
        middle = (rule.y0 + rule.y1) / 2 if flat else (rule.x0 + rule.x1) / 2
        nearest = min(range(len(lines)), key=lambda number: abs(lines[number] - middle))
        stretches[nearest].append((rule.x0, rule.x1) if flat else (rule.y0, rule.y1))
    return stretches


def _crossed(stretches: Sequence[tuple[float, float]], at: float) -> bool:
    return any(start - _NEAR <= at <= end + _NEAR for start, end in stretches)


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _unite(parents: list[int], one: int, other: int) -> None:
    """Join two groups; the smaller number names both, so that cells are named by their first field."""
    first, second = sorted((_root(parents, one), _root(parents, other)))
    parents[second] = first

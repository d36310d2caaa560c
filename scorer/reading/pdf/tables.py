"""Text inside ruled tables: each row of the table becomes one line, its cells parted by a tab."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.reading.pdf.grid import Grid
from scorer.reading.pdf.lines import find_lines
from scorer.reading.pdf.model import Glyph, Line, is_wide

__all__ = ["join_words", "split_tables"]

_PROSE = 200  # characters: a cell as long holds paragraphs, and the table only arranges the page


def split_tables(glyphs: Sequence[Glyph], grids: Sequence[Grid]) -> tuple[list[Glyph], list[Line]]:
    """The glyphs outside all tables, and the rows of the tables as lines."""
    outside: list[Glyph] = []
    inside: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        place = _place(glyph, grids)
        if place is None:
            outside.append(glyph)
        else:
            inside.setdefault(place, []).append(glyph)
    rows: list[Line] = []
    for number, grid in enumerate(grids):
        cells = {cell: found for (table, cell), found in inside.items() if table == number}
        if len(cells) == 1 or _arranges_the_page(cells):
            outside.extend(glyph for found in cells.values() for glyph in found)
        else:
            rows.extend(_rows(grid, cells))
    return outside, rows


def join_words(before: str, after: str) -> str:
    """Two stretches of one text: with a space only between words that are written with spaces."""
    if not before or not after or is_wide(before[-1]) or is_wide(after[0]):
        return before + after
    return f"{before} {after}"


def _place(glyph: Glyph, grids: Sequence[Grid]) -> tuple[int, int] | None:
    """Table and cell of a glyph, found by its middle."""
    x, y = (glyph.x0 + glyph.x1) / 2, glyph.y + 0.35 * glyph.size
    for number, grid in enumerate(grids):
        cell = grid.cell(x, y)
        if cell is not None:
            return number, cell
    return None


def _arranges_the_page(cells: dict[int, list[Glyph]]) -> bool:
    """Whether most of the text is in cells as long as paragraphs are."""
    total = sum(len(found) for found in cells.values())
    return 2 * sum(len(found) for found in cells.values() if len(found) > 2 * _PROSE) > total


def _rows(grid: Grid, cells: dict[int, list[Glyph]]) -> list[Line]:
    texts: dict[int, list[str]] = {}
    for cell in sorted({cell for row in grid.cells for cell in row}):
        texts.setdefault(grid.first_row(cell), []).append(_cell_text(cells.get(cell, ())))
    box = grid.box
    lines = []
    for row, words in sorted(texts.items()):
        if not any(words):
            continue
        middle = (grid.down[row] + grid.down[row + 1]) / 2
        lines.append(Line("\t".join(words), box.x0, box.x1, middle, 0.0, is_row=True))
    return lines


def _cell_text(glyphs: Sequence[Glyph]) -> str:
    text = ""
    for line in find_lines(glyphs):
        text = join_words(text, line.text)
    return text

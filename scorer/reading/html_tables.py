"""Which tables hold data, row by row, and which only lay out the page."""

from __future__ import annotations

from typing import Any

__all__ = ["is_data_table"]

_PROSE = 60  # characters of a cell's paragraph from which it reads as text
_PARAGRAPHS = ("p", "div", "br", "h1", "h2", "h3", "h4", "li")


def is_data_table(table: Any) -> bool:
    """Whether the rows of a table belong together: several cells side by side, none with a text of paragraphs."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    if table.get("role") == "presentation":
        return False
    widest = 0
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        filled = 0
        for cell in cells:
            words = sum(len(text.strip()) for text in cell.itertext())
            filled += words > 0
            if words >= 4 * _PROSE and sum(1 for _ in cell.iter(*_PARAGRAPHS)) >= 4:
                return False
        widest = max(widest, filled)
    return widest > 1

"""A workbook in which words stay words: nothing from a report becomes a formula, a link or broken XML.

Numbers are numbers, so that a spreadsheet can add them up; everything else is written as a string. The same
calls give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Literal, TypeAlias

from xlsxwriter import Workbook

from scorer.i18n import tr
from scorer.reading.own import KEYWORD
from scorer.rendering.fonts import PLAIN
from scorer.rendering.numbers import digits
from scorer.rendering.office import MIDNIGHT, fitting, head_of

__all__ = ["TONES", "Book", "Cell", "Column", "Kind", "Sheet", "lines_in"]

Cell: TypeAlias = "str | int | Decimal | None"
Kind = Literal["words", "short", "id", "points", "count", "rate", "number", "blank"]

_CELL_LIMIT = 32_767  # UTF-16 units that a cell holds; XlsxWriter drops a longer text without a word
_DIGITS = 15  # a spreadsheet loses those beyond, so a longer number is written as text
_A4 = 9
_FORMULA_SIGNS = ("=", "+", "-", "@")
_WIDE = "\u2e80"  # from here on a character takes two columns of a cell
_UNBROKEN = re.compile("[A-Za-z]+")  # Chinese words may be broken anywhere, others may not
_LONGEST = 16  # half-width characters of an unbroken word that a column grows for
_BOLD = 1.15  # half-width characters that a bold letter takes
_RAGGED = 0.85  # how much of a line words with spaces between them fill
_LINE = 13.5  # points of height for one line of ten-point type
_TALLEST = 400  # a row cannot be higher than 409 points

TONES = {
    "good": {"bg_color": "#E2F0D9", "font_color": "#1E5B1E"},
    "middle": {"bg_color": "#FFF2CC", "font_color": "#7F5F00"},
    "bad": {"bg_color": "#FBE0DD", "font_color": "#9C1C12"},
    "quiet": {"bg_color": "#EDEDED", "font_color": "#595959"},
}
_LOOKS: dict[Kind, dict[str, Any]] = {
    "words": {},
    "short": {"align": "center"},
    "id": {"align": "center", "num_format": "@"},  # or 1.10 would be 1.1 as soon as somebody edits the cell
    "points": {"align": "center", "num_format": "0.00"},
    "count": {"align": "center", "num_format": "0"},
    "rate": {"align": "center", "num_format": "0.0%"},
    "number": {"align": "center"},
    "blank": {"bg_color": "#FFFDE7"},
}
_GRID = {"border": 1, "border_color": "#BFBFBF", "text_wrap": True, "valign": "top"}
_HEAD = {**_GRID, "bold": True, "bg_color": "#DDE6F0", "align": "center", "valign": "vcenter"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: ``head`` is a message, translated where it is shown; ``width`` counts half-width characters."""

    head: str
    width: float
    kind: Kind = "words"


class Book:
    """A workbook in the making."""

    def __init__(self, title: str) -> None:
        self._stream = BytesIO()
        self._book = Workbook(
            self._stream,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": {"font_name": PLAIN, "font_size": 10},
            },
        )
        known = {"title": fitting(title, 255), "keywords": KEYWORD, "created": datetime(*MIDNIGHT)}
        self._book.set_properties(known)
        self._styles: dict[tuple[tuple[str, Any], ...], Any] = {}

    def style(self, look: dict[str, Any]) -> Any:
        """The format with these properties, made once."""
        key = tuple(sorted(look.items()))
        if key not in self._styles:
            self._styles[key] = self._book.add_format({"font_name": PLAIN, "font_size": 10, **look})
        return self._styles[key]

    def sheet(self, name: str) -> Sheet:
        """A new sheet after those there are: A4 landscape, one page wide, page numbers at the foot."""
        made = self._book.add_worksheet(name)
        made.set_paper(_A4)
        made.set_landscape()
        made.fit_to_pages(1, 0)
        made.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        made.set_footer(tr("&C&9&A　第 &P 页，共 &N 页"))
        return Sheet(self, made)

    def content(self) -> bytes:
        """The finished file; nothing can be written after it."""
        self._book.close()
        return self._stream.getvalue()


class Sheet:
    """One sheet; rows and columns count from 0."""

    def __init__(self, book: Book, sheet: Any) -> None:
        self._book = book
        self.raw = sheet

    def write(self, row: int, column: int, value: Cell, look: dict[str, Any]) -> None:
        """A number as a number, everything else as inert words."""
        if value is None or value == "":
            self.raw.write_blank(row, column, None, self._book.style(look))
        elif isinstance(value, str):
            words = fitting(value, _CELL_LIMIT)
            self.raw.write_string(row, column, words, self._book.style(_inert(words, look)))
        elif isinstance(value, int) or (value.is_finite() and value.adjusted() < _DIGITS):
            self.raw.write_number(row, column, float(value), self._book.style(look))
        else:
            self.raw.write_string(row, column, digits(value), self._book.style(look))

    def merge(self, row: int, first: int, last: int, value: str, look: dict[str, Any]) -> None:
        """Words across several columns."""
        words = fitting(value, _CELL_LIMIT)
        self.raw.merge_range(row, first, row, last, "", self._book.style(look))
        self.write(row, first, words, look)

    def height(self, row: int, lines: int) -> None:
        """Room for so many lines: not every spreadsheet fits rows to wrapped words, and none to merged cells."""
        self.raw.set_row(row, min(lines * _LINE + 4, _TALLEST))

    def head(self, row: int, names: Sequence[str], widths: Sequence[float]) -> None:
        """A row of column heads; a Chinese one is short enough for its column."""
        lines = max(map(_lines_of_words, names, widths))
        if lines > 1:
            self.height(row, lines)
        for column, name in enumerate(names):
            self.write(row, column, name, _HEAD)

    def cells(self, row: int, values: Sequence[Cell], kinds: Sequence[Kind], **more: Any) -> None:
        """One row of a table."""
        for column, (value, kind) in enumerate(zip(values, kinds, strict=True)):
            self.write(row, column, value, {**_GRID, **_LOOKS[kind], **more})

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], frozen: int = 0) -> int:
        """A table that fills the sheet; ``frozen`` columns stay in sight. Returns how many rows it has.

        The head stays in sight too, is repeated on every page and carries the filters.
        """
        body = list(rows)
        heads = [head_of(column.head) for column in columns]
        widths = [_width(column, heads[at], [row[at] for row in body]) for at, column in enumerate(columns)]
        for index, width in enumerate(widths):
            self.raw.set_column(index, index, width)
        self.head(0, heads, widths)
        kinds = [column.kind for column in columns]
        for row, values in enumerate(body, start=1):
            self.cells(row, values, kinds)
            self.height(row, max(map(_lines, values, widths)))
        last = len(body)
        self.raw.freeze_panes(1, frozen)
        self.raw.repeat_rows(0)
        self.raw.autofilter(0, 0, last, len(columns) - 1)
        self.raw.print_area(0, 0, last, len(columns) - 1)
        return last

    def color(self, column: int, last: int, tones: dict[str, str]) -> None:
        """Let the words of a column, from row 1 to ``last``, colour their cells; ``tones`` gives the tone of each."""
        for word, tone in tones.items():
            rule = {
                "type": "cell",
                "criteria": "==",
                "value": f'"{word}"',
                "format": self._book.style(TONES[tone]),
            }
            self.raw.conditional_format(1, column, max(last, 1), column, rule)

    def bars(self, first: int, last: int, column: int, most: float) -> None:
        """A bar in each cell, as long as its number is beside ``most``."""
        look = {
            "type": "data_bar",
            "bar_color": "#9DC3E6",
            "bar_solid": True,
            "min_type": "num",
            "max_type": "num",
            "min_value": 0,
            "max_value": most,
        }
        self.raw.conditional_format(first, column, last, column, look)


def _inert(words: str, look: dict[str, Any]) -> dict[str, Any]:
    """A string is never run; the prefix keeps it a string when somebody edits the cell and leaves it again."""
    return {**look, "quote_prefix": True} if words.startswith(_FORMULA_SIGNS) else look


def _width(column: Column, head: str, cells: Sequence[Cell]) -> float:
    """The width of the column, or more where a word of its head or of a short cell would be broken by it."""
    shown = [head, *(cell for cell in cells if isinstance(cell, str))] if column.kind == "short" else [head]
    longest = max(len(word) for words in dict.fromkeys(shown) for word in ("", *_UNBROKEN.findall(words)))
    return max(column.width, min(longest, _LONGEST) * _BOLD + 1)


def _lines_of_words(words: str, width: float) -> int:
    """How many lines bold words take that are broken at their spaces only."""
    lines, used = 1, 0.0
    for word in words.split():
        room = len(word) * _BOLD
        if used and used + 1 + room > width:
            lines, used = lines + 1, room
        else:
            used += room + 1 if used else room
    return lines


def _lines(value: Cell, width: float) -> int:
    return lines_in(value, width) if isinstance(value, str) else 1


def lines_in(words: str, width: float) -> int:
    """About how many lines words take in a cell of that many half-width characters."""
    shown = words[:_CELL_LIMIT]
    wide = sum(character >= _WIDE for character in shown)
    if 2 * wide < len(shown) < 12 * shown.count(" "):
        width *= _RAGGED
    return max(1, -int(-(len(shown) + wide) // width))

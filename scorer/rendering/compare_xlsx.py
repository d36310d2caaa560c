"""A comparison as a workbook: one sheet for each part, numbers as numbers, words never as formulas or links."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from scorer.i18n import tr, trp
from scorer.reading.own import KEYWORD
from scorer.rendering.compare_parts import Cell, Entry, Section, Table
from scorer.rendering.compare_sheet import Sheet
from scorer.rendering.workbook.book import lines_in
from scorer.rendering.wrap import cells

__all__ = ["as_xlsx"]

# Workbooks carry the time they were made; the same comparison shall be the same bytes.
_NO_TIME = datetime(2000, 1, 1)
_LONGEST = 32_000  # characters that a cell holds, a little below the limit of the format
_NAMES, _WORDS = 24, 90  # widths of the overview in half-width characters
_WIDEST = 60
_LINE, _TALLEST = 15, 400  # points of a line, and of a row: 409 are possible
_TONES = {"good": "#17613A", "middle": "#734D00", "bad": "#9C1F1A", "quiet": "#535D6D"}
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def as_xlsx(sheet: Sheet) -> bytes:
    """The whole sheet: an overview, then a worksheet for every section that has a table or entries."""
    stream = BytesIO()
    book = Workbook(
        stream,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"title": _fit(sheet.title), "keywords": KEYWORD, "created": _NO_TIME})
    writer = _Writer(book)
    writer.overview(sheet)
    pair = ""
    for section in sheet.sections:
        if section.depth == 1:
            pair = section.title if section.anchor.startswith("p") else ""
        if section.tables or section.entries:
            writer.section(section, pair if section.depth > 1 else "")
    book.close()
    return stream.getvalue()


def _fit(words: str) -> str:
    return _CONTROL.sub("\ufffd", words)[:_LONGEST]


def _make_room(page: Any, row: int, lines: int) -> None:
    """A row as high as its wrapped words: not every spreadsheet finds out by itself."""
    if lines > 1:
        page.set_row(row, min(lines * _LINE, _TALLEST))


def _values(entry: Entry) -> list[str]:
    lines = (words for line in entry.lines for words in (line.label, line.words, line.place))
    return [entry.mark.word, entry.title, *lines]


class _Writer:
    """Worksheets of one book, with names that the format allows and that differ."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._names: set[str] = set()
        self._formats: dict[tuple[str, str], Any] = {}
        self._head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._caption = book.add_format({"bold": True})
        self._lead = book.add_format({"text_wrap": True, "valign": "top"})

    def overview(self, sheet: Sheet) -> None:
        """Title, notes and leads of all sections, and what could not be compared."""
        page = self._page(tr("概览"))
        page.set_column(0, 0, _NAMES)
        page.set_column(1, 1, _WORDS)
        page.write_string(0, 0, _fit(sheet.title), self._title)
        rows = [(trp("compare", "依据"), sheet.lead), *((tr("注意"), note) for note in sheet.notes)]
        rows += [(section.title, words) for section in sheet.sections for words in section.lead]
        rows += [(tr("未能比较：{name}", name=name), message) for name, message in sheet.failures]
        for number, (name, words) in enumerate(rows, start=1):
            page.write_string(number, 0, _fit(name), self._lead)
            page.write_string(number, 1, _fit(words), self._lead)
            _make_room(page, number, max(lines_in(name, _NAMES), lines_in(words, _WORDS)))

    def section(self, section: Section, pair: str) -> None:
        """One worksheet; a table alone gets a frozen head and a filter."""
        page = self._page(f"{section.title} {pair}".strip())
        widths: dict[int, int] = {}
        row = 0
        for table in section.tables:
            row = self._table(page, table, row, widths)
        if len(section.tables) == 1 and not section.entries and section.tables[0].rows:
            top = 1 if section.tables[0].caption else 0
            page.freeze_panes(top + 1, 0)
            page.autofilter(top, 0, top + len(section.tables[0].rows), len(section.tables[0].head) - 1)
        if section.entries:
            self._entries(page, section.entries, widths)
        for column, width in widths.items():
            page.set_column(column, column, min(max(width + 2, 8), _WIDEST))

    def _page(self, wanted: str) -> Any:
        """A worksheet: names have 31 characters at most, differ whatever their case, and lack some signs."""
        base = _FORBIDDEN.sub(" ", _fit(wanted)).strip() or tr("表")
        name, number = base[:31], 1
        while name.casefold() in self._names:
            number += 1
            tail = f" {number}"
            name = base[: 31 - len(tail)] + tail
        self._names.add(name.casefold())
        page = self._book.add_worksheet(name)
        page.set_paper(9)  # A4, one page wide
        page.set_landscape()
        page.fit_to_pages(1, 0)
        return page

    def _table(self, page: Any, table: Table, row: int, widths: dict[int, int]) -> int:
        if table.caption:
            page.write_string(row, 0, _fit(table.caption), self._caption)
            row += 1
        for column, words in enumerate(table.head if table.rows else ()):
            page.write_string(row, column, _fit(words), self._head)
            widths[column] = max(widths.get(column, 0), cells(words))
        for number, line in enumerate(table.rows, start=row + 1):
            for column, cell in enumerate(line):
                self._cell(page, number, column, cell)
                widths[column] = max(widths.get(column, 0), cells(cell.words))
        return row + len(table.rows) + 2

    def _cell(self, page: Any, row: int, column: int, cell: Cell) -> None:
        if cell.number is None or not cell.number.is_finite() or abs(cell.number.adjusted()) > 15:
            page.write_string(row, column, _fit(cell.words), self._format("text", cell.tone))
            return
        kind = "0.0%" if cell.percent else "0.00" if cell.number % 1 else "0"
        page.write_number(row, column, float(cell.number), self._format(kind, cell.tone))

    def _format(self, kind: str, tone: str) -> Any:
        if (kind, tone) not in self._formats:
            layout: dict[str, Any] = {"valign": "top", "text_wrap": kind == "text"}
            if kind != "text":
                layout["num_format"] = kind
            if tone in _TONES:
                layout["font_color"] = _TONES[tone]
            self._formats[kind, tone] = self._book.add_format(layout)
        return self._formats[kind, tone]

    def _entries(self, page: Any, entries: tuple[Entry, ...], widths: dict[int, int]) -> None:
        """A row for each entry: state, title, then label, words and place of every line."""
        most = max(len(entry.lines) for entry in entries)
        each = (trp("compare", "项目"), trp("compare", "内容"), tr("位置"))
        head = [tr("状态"), tr("说明"), *(words for _ in range(most) for words in each)]
        for column, words in enumerate(head):
            page.write_string(0, column, words, self._head)
        shown = [_values(entry) for entry in entries]
        for values in (head, *shown):
            for column, words in enumerate(values):
                widths[column] = max(widths.get(column, 0), min(cells(words), _WIDEST))
        for row, (entry, values) in enumerate(zip(entries, shown, strict=True), start=1):
            for column, words in enumerate(values):
                tone = entry.mark.tone if column == 0 else ""
                page.write_string(row, column, _fit(words), self._format("text", tone))
            _make_room(page, row, max(lines_in(words, widths[at]) for at, words in enumerate(values)))
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, len(entries), len(head) - 1)

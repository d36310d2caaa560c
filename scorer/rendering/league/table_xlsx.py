"""The summary as a workbook: ranks, dimensions as a map of colours, gaps, failures; a sheet of each framework.

A workbook is built in memory, so very long leagues are cut, and the first sheet says so; the CSV files have all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scorer.rendering import labels
from scorer.rendering.league.model import Gap, League, Placed, Table
from scorer.rendering.league.rows import Row
from scorer.rendering.league.words import (
    COLUMNS,
    DOUBTFUL,
    FAILED,
    GAP_COLUMNS,
    RANK_NOTE,
    level_of,
    missing_note,
    outline,
    possible,
    table_title,
    year_of,
)
from scorer.rendering.numbers import rounded
from scorer.rendering.workbook.book import Book, Cell, Column, Sheet

__all__ = ["league_xlsx"]

_MOST = 5000  # rows of a league; 100,000 would take gigabytes
_HEAT = {
    "type": "3_color_scale",
    "min_type": "num",
    "mid_type": "num",
    "max_type": "num",
    "min_value": 0,
    "mid_value": 0.6,
    "max_value": 1,
    "min_color": "#F4A7A0",
    "mid_color": "#FFF2CC",
    "max_color": "#A9D8A0",
}
_RANKS = (
    Column("级别", 9, "short"),
    Column("年度", 10, "short"),
    Column(COLUMNS[0], 6, "count"),
    Column(COLUMNS[1], 10, "short"),
    Column(COLUMNS[2], 24),
    Column("总分", 8, "points"),
    Column("最低", 8, "points"),
    Column("最高", 8, "points"),
    Column("等次", 9, "short"),
    Column("需复核", 8, "count"),
    Column("数字不符", 9, "count"),
    Column("提示", 6, "count"),
)
_GAPS = (
    Column(GAP_COLUMNS[0], 8, "id"),
    Column(GAP_COLUMNS[1], 36),
    Column(GAP_COLUMNS[2], 10, "short"),
    Column(GAP_COLUMNS[3], 8, "points"),
    *(Column(name, 9, "count") for name in GAP_COLUMNS[4:8]),
    *(Column(name, 9, "rate") for name in GAP_COLUMNS[8:]),
)


def league_xlsx(league: League) -> bytes:
    """The workbook; the sheets of a second framework carry its number."""
    book = Book("批量评分汇总")
    _notes(book.sheet("说明"), league)
    several = len(league.tables) > 1
    for number, table in enumerate(league.tables, start=1):
        mark = f" {number}" if several else ""
        _ranks(book.sheet(f"排名{mark}"), table)
        book.sheet(f"短板{mark}").table(_GAPS, map(_gap, (*table.gaps, *table.deductions)), frozen=2)
    if league.failures:
        columns = (Column("报告", 40), Column(FAILED, 80))
        rows = ((failure.name, failure.message) for failure in league.failures[:_MOST])
        book.sheet(FAILED).table(columns, rows)
    return book.content()


def _notes(sheet: Sheet, league: League) -> None:
    notes = [outline(league), missing_note(league), RANK_NOTE]
    notes += [f"体系 {number}：{table_title(table)}" for number, table in enumerate(league.tables, start=1)]
    longest = max((table.ranked + len(table.doubtful) for table in league.tables), default=0)
    if max(longest, len(league.failures)) > _MOST:
        notes.append(f"每张表最多列 {_MOST} 行，其余见 summary.csv。")
    sheet.table((Column("批量评分汇总", 110),), ((note,) for note in notes if note))


def _ranks(sheet: Sheet, table: Table) -> None:
    """Rank and points, then the dimensions with their colours, then where it all comes from."""
    dimensions = [Column(f"{number} {title}", 11, "rate") for number, title in table.head.dimensions]
    columns = (*_RANKS, *dimensions, Column("报告", 30), Column("评分卡", 30), Column("说明", 24))
    last = sheet.table(columns, _rows(table), frozen=5)
    first, final = len(_RANKS), len(_RANKS) + len(dimensions) - 1
    if last and dimensions:
        sheet.raw.conditional_format(1, first, last, final, _HEAT)
        sheet.raw.print_area(0, 0, last, final)  # names of files would make the print too small to read


def _rows(table: Table) -> Iterator[Sequence[Cell]]:
    every: Iterable[tuple[Row, Placed | None]] = (
        *((placed.row, placed) for group in table.groups for placed in group.placed),
        *((row, None) for row in table.doubtful),
    )
    for _, (row, placed) in zip(range(_MOST), every, strict=False):
        yield (
            level_of(row),
            year_of(row),
            placed.rank if placed else None,
            possible(placed) if placed else None,
            row.name,
            row.points,
            row.low,
            row.high,
            row.grade,
            row.review,
            row.contradictions,
            row.warnings,
            *row.rates,
            row.report,
            row.card,
            None if placed else DOUBTFUL,
        )


def _gap(gap: Gap) -> Sequence[Cell]:
    shares = [rounded(gap.share(count), 4) for count in (gap.unmet, gap.partial, gap.met)]
    return (
        gap.item.id,
        gap.item.title,
        labels.KIND[gap.item.kind],
        gap.item.points,
        gap.applicable,
        gap.met,
        gap.partial,
        gap.unmet,
        *shares,
    )

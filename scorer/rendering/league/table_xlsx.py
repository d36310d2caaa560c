"""The summary as a workbook: ranks, dimensions as a map of colours, gaps, failures; a sheet of each framework.

A workbook is built in memory, so very long leagues are cut, and the first sheet says so; the CSV files have all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scorer.i18n import tr, trp
from scorer.rendering import labels
from scorer.rendering.league.model import Gap, League, Placed, Table
from scorer.rendering.league.rows import Row
from scorer.rendering.league.words import (
    columns,
    deduction_columns,
    doubles,
    doubtful,
    failed,
    gap_columns,
    level_of,
    missing_note,
    outline,
    possible,
    rank_note,
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


def _rank_columns() -> tuple[Column, ...]:
    rank, possible_ranks, name, total, _, grade, review, contradictions, warnings = columns()
    return (
        Column(tr("级别"), 9, "short"),
        Column(tr("年度"), 10, "short"),
        Column(rank, 6, "count"),
        Column(possible_ranks, 10, "short"),
        Column(name, 24),
        Column(total, 8, "points"),
        Column(tr("最低"), 8, "points"),
        Column(tr("最高"), 8, "points"),
        Column(grade, 9, "short"),
        Column(review, 8, "count"),
        Column(contradictions, 9, "count"),
        Column(warnings, 6, "count"),
    )


def _gap_columns() -> tuple[Column, ...]:
    number, title, kind, points, *counts = gap_columns()
    return (
        Column(number, 8, "id"),
        Column(title, 36),
        Column(kind, 10, "short"),
        Column(points, 8, "points"),
        *(Column(name, 9, "count") for name in counts[:4]),
        *(Column(name, 9, "rate") for name in counts[4:]),
    )


def _deduction_columns() -> tuple[Column, ...]:
    *counts, share = deduction_columns()
    return (
        *_gap_columns()[:5],
        *(Column(name, 9, "count") for name in counts),
        Column(share, 9, "rate"),
    )


def league_xlsx(league: League) -> bytes:
    """The workbook; the sheets of a second framework carry its number."""
    book = Book(tr("批量评分汇总"))
    _notes(book.sheet(tr("说明")), league)
    several = len(league.tables) > 1
    for number, table in enumerate(league.tables, start=1):
        ranks, gaps, lost = tr("排名"), tr("短板"), trp("sheet", "扣分")
        if several:
            ranks, gaps = tr("排名 {number}", number=number), tr("短板 {number}", number=number)
            lost = tr("扣分 {number}", number=number)
        _ranks(book.sheet(ranks), table)
        book.sheet(gaps).table(_gap_columns(), map(_gap, table.gaps), frozen=2)
        if table.deductions:
            book.sheet(lost).table(_deduction_columns(), map(_deduction, table.deductions), frozen=2)
    if league.failures:
        heads = (Column(tr("报告"), 40), Column(failed(), 80))
        rows = ((failure.name, failure.message) for failure in league.failures[:_MOST])
        book.sheet(failed()).table(heads, rows)
    return book.content()


def _notes(sheet: Sheet, league: League) -> None:
    notes = [outline(league), missing_note(league), rank_note()]
    for number, table in enumerate(league.tables, start=1):
        notes.append(tr("体系 {number}：{title}", number=number, title=table_title(table)))
        notes += doubles(table)
    longest = max((table.ranked + len(table.doubtful) for table in league.tables), default=0)
    if max(longest, len(league.failures)) > _MOST:
        notes.append(tr("每张表最多列 {count} 行，其余见 summary.csv。", count=_MOST))
    sheet.table((Column(tr("批量评分汇总"), 110),), ((note,) for note in notes if note))


def _ranks(sheet: Sheet, table: Table) -> None:
    """Rank and points, then the dimensions with their colours, then where it all comes from."""
    dimensions = [Column(f"{number} {title}", 11, "rate") for number, title in table.head.dimensions]
    ranks = _rank_columns()
    behind = (Column(tr("报告"), 30), Column(tr("评分卡"), 30), Column(tr("说明"), 24))
    last = sheet.table((*ranks, *dimensions, *behind), _rows(table), frozen=5)
    first, final = len(ranks), len(ranks) + len(dimensions) - 1
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
            None if placed else doubtful(),
        )


def _gap(gap: Gap) -> Sequence[Cell]:
    shares = [rounded(gap.share(count), 4) for count in (gap.unmet, gap.partial, gap.met)]
    return *_known(gap), *shares


def _deduction(gap: Gap) -> Sequence[Cell]:
    return *_known(gap), rounded(gap.share(gap.met + gap.partial), 4)


def _known(gap: Gap) -> Sequence[Cell]:
    item, counts = gap.item, (gap.met, gap.partial, gap.unmet)
    return item.id, item.title, labels.KIND[item.kind], item.points, gap.applicable, *counts

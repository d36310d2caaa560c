"""The league and the gaps for spreadsheets: two CSV files, each with one row a line, made inert like all CSV here."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from scorer.rendering import labels
from scorer.rendering.clean import visible
from scorer.rendering.csv import neutral
from scorer.rendering.league.model import Gap, League, Placed, Table
from scorer.rendering.league.rows import Row
from scorer.rendering.league.words import DOUBTFUL, FAILED, GAP_COLUMNS, level_of, possible, year_of
from scorer.rendering.numbers import digits, rounded

__all__ = ["items_csv", "league_csv"]

_BEFORE = (
    "指标体系",
    "级别",
    "年度",
    "名次",
    "可能名次",
    "单位",
    "总分",
    "最低",
    "最高",
    "等次",
    "需复核",
    "数字不符",
    "提示",
)
_AFTER = ("报告", "评分卡", "说明")
_SHARE_PLACES = 4


def league_csv(league: League) -> str:
    """One row a report, ranked or not, then one for each that failed; the rates of the dimensions from 0 to 1."""
    dimensions = list(dict.fromkeys(pair for table in league.tables for pair in table.head.dimensions))
    head = (*_BEFORE, *(f"{number} {title}" for number, title in dimensions), *_AFTER)
    return _sheet(head, _league_rows(league, dimensions, len(head)))


def _league_rows(
    league: League, dimensions: Sequence[tuple[str, str]], width: int
) -> Iterator[Sequence[str]]:
    for table in league.tables:
        for group in table.groups:
            for placed in group.placed:
                yield _row(table, placed.row, placed, dimensions)
        for row in table.doubtful:
            yield _row(table, row, None, dimensions)
    for failure in league.failures:
        cells = [""] * width
        cells[_BEFORE.index("等次")] = FAILED
        cells[-len(_AFTER)], cells[-1] = failure.name, failure.message
        yield cells


def _row(
    table: Table, row: Row, placed: Placed | None, dimensions: Sequence[tuple[str, str]]
) -> tuple[str, ...]:
    rates = dict(zip(table.head.dimensions, row.rates, strict=True))
    return (
        table.head.id,
        level_of(row),
        year_of(row),
        str(placed.rank) if placed else "",
        possible(placed) if placed else "",
        row.name,
        digits(row.points),
        digits(row.low),
        digits(row.high),
        row.grade,
        str(row.review),
        str(row.contradictions),
        str(row.warnings),
        *("" if (rate := rates.get(key)) is None else digits(rate) for key in dimensions),
        row.report,
        row.card,
        "" if placed else DOUBTFUL,
    )


def items_csv(league: League) -> str:
    """One row an item: how often it is met, partial and unmet; the most often missed first."""
    rows = (
        (table.head.id, *_gap(gap)) for table in league.tables for gap in (*table.gaps, *table.deductions)
    )
    return _sheet(("指标体系", *GAP_COLUMNS), rows)


def _gap(gap: Gap) -> tuple[str, ...]:
    counts = (gap.met, gap.partial, gap.unmet)
    shares = (rounded(gap.share(count), _SHARE_PLACES) for count in reversed(counts))
    return (
        gap.item.id,
        gap.item.title,
        labels.KIND[gap.item.kind],
        digits(gap.item.points),
        str(gap.applicable),
        *map(str, counts),
        *map(digits, shares),
    )


def _sheet(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow([neutral(visible(cell)) for cell in head])
    writer.writerows([neutral(visible(cell)) for cell in row] for row in rows)
    return "\ufeff" + sheet.getvalue()

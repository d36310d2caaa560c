"""The league and the gaps for spreadsheets: two CSV files, each with one row a line, made inert like all CSV here."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from scorer.i18n import tr
from scorer.rendering import labels
from scorer.rendering.clean import visible
from scorer.rendering.csv import neutral
from scorer.rendering.league.model import Gap, League, Placed, Table
from scorer.rendering.league.rows import Row
from scorer.rendering.league.words import (
    columns,
    deduction_columns,
    doubtful,
    failed,
    gap_columns,
    level_of,
    possible,
    year_of,
)
from scorer.rendering.numbers import digits, rounded

__all__ = ["items_csv", "league_csv"]

_GRADE, _REPORT, _NOTE = 9, -3, -1  # columns of a row that tells of a failure
_SHARE_PLACES = 4
_STATES, _DEDUCTION = 6, 4  # columns that only items of the base have, and only deductions


def league_csv(league: League) -> str:
    """One row a report, ranked or not, then one for each that failed; the rates of the dimensions from 0 to 1."""
    dimensions = list(dict.fromkeys(pair for table in league.tables for pair in table.head.dimensions))
    head = _head([f"{number} {title}" for number, title in dimensions])
    return _sheet(head, _league_rows(league, dimensions, len(head)))


def _head(dimensions: Sequence[str]) -> tuple[str, ...]:
    rank, possible_ranks, name, total, _, grade, *doubts = columns()
    return (
        *(tr("指标体系"), tr("级别"), tr("年度"), rank, possible_ranks, name),
        *(total, tr("最低"), tr("最高"), grade, *doubts),
        *(*dimensions, tr("报告"), tr("评分卡"), tr("说明")),
    )


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
        cells[_GRADE] = failed()
        cells[_REPORT], cells[_NOTE] = failure.name, failure.message
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
        "" if placed else doubtful(),
    )


def items_csv(league: League) -> str:
    """One row an item: how often it is met, partial and unmet; the most often missed first.

    Deductions follow, with columns of their own: of them it is good that they were not found.
    """
    rows = [(table.head.id, *_gap(gap)) for table in league.tables for gap in table.gaps]
    rows += [(table.head.id, *_deduction(gap)) for table in league.tables for gap in table.deductions]
    return _sheet((tr("指标体系"), *gap_columns(), *deduction_columns()), rows)


def _gap(gap: Gap) -> tuple[str, ...]:
    counts = (gap.met, gap.partial, gap.unmet)
    shares = (_share(gap, count) for count in reversed(counts))
    return *_known(gap), *map(str, counts), *shares, *[""] * _DEDUCTION


def _deduction(gap: Gap) -> tuple[str, ...]:
    counts = map(str, (gap.met, gap.partial, gap.unmet))
    return *_known(gap), *[""] * _STATES, *counts, _share(gap, gap.met + gap.partial)


def _known(gap: Gap) -> tuple[str, ...]:
    item = gap.item
    return item.id, item.title, labels.KIND[item.kind], digits(item.points), str(gap.applicable)


def _share(gap: Gap, count: int) -> str:
    return digits(rounded(gap.share(count), _SHARE_PLACES))


def _sheet(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow([neutral(visible(cell)) for cell in head])
    writer.writerows([neutral(visible(cell)) for cell in row] for row in rows)
    return "\ufeff" + sheet.getvalue()

"""The summary for scripts: ``league/1``, described in docs/batch.md."""

from __future__ import annotations

from collections.abc import Mapping

from scorer.rendering.encode import JsonValue, encode
from scorer.rendering.league.model import Gap, Group, League, Placed, Table
from scorer.rendering.league.rows import Row
from scorer.rendering.numbers import rounded

__all__ = ["league_json"]

_PLACES = 4


def league_json(league: League) -> str:
    """Everything, every report and every item; rates and shares from 0 to 1."""
    return encode(
        {
            "schema": "league/1",
            "missing": league.missing,
            "frameworks": [_table(table) for table in league.tables],
            "errors": [{"name": failure.name, "message": failure.message} for failure in league.failures],
        }
    )


def _table(table: Table) -> JsonValue:
    head = table.head
    return {
        "id": head.id,
        "title": head.title,
        "version": head.version,
        "sha256": head.sha256,
        "dimensions": [{"id": number, "title": title} for number, title in head.dimensions],
        "groups": [_group(group) for group in table.groups],
        "same_reports": [list(names) for names in table.same],
        "not_reports": [_row(row) for row in table.doubtful],
        "items": [_gap(gap) for gap in table.gaps],
        "deductions": [_gap(gap) for gap in table.deductions],
    }


def _group(group: Group) -> JsonValue:
    return {
        "level": group.level.value if group.level else None,
        "year": group.year,
        "mean": rounded(group.mean),
        "median": rounded(group.median),
        "rates": [None if rate is None else rounded(rate, _PLACES) for rate in group.rates],
        "reports": [_placed(placed) for placed in group.placed],
    }


def _placed(placed: Placed) -> JsonValue:
    ranks = {"rank": placed.rank, "best_rank": placed.best, "worst_rank": placed.worst}
    return {**ranks, **_row(placed.row)}


def _row(row: Row) -> Mapping[str, JsonValue]:
    return {
        "name": row.name,
        "report": row.report,
        "sha256": row.sha256,
        "scorecard": row.card,
        "place": row.place,
        "issuer": row.issuer,
        "points": row.points,
        "low": row.low,
        "high": row.high,
        "grade": row.grade,
        "rates": list(row.rates),
        "review": row.review,
        "contradictions": row.contradictions,
        "warnings": row.warnings,
    }


def _gap(gap: Gap) -> JsonValue:
    return {
        "id": gap.item.id,
        "title": gap.item.title,
        "dimension": gap.item.dimension,
        "kind": gap.item.kind,
        "max_points": gap.item.points,
        "applicable": gap.applicable,
        "met": gap.met,
        "partial": gap.partial,
        "unmet": gap.unmet,
    }

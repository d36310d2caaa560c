"""JSON for scripts: the contract ``scorecard/1`` (docs/scorecard.md, ``scorecard.schema.json``).

One report gives one object. Any other number of results, a report that could not be read included, gives
``scorecards/1``: the same objects in a list, beside the list of errors.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

from scorer.rendering.encode import JsonValue, encode
from scorer.rendering.interface import Failure, Options
from scorer.rendering.numbers import rounded
from scorer.rules.model import Evidence, Rejected, Value
from scorer.scoring.model import (
    AuditRow,
    Counts,
    Decision,
    DimensionRow,
    ItemRow,
    ReportCard,
    Scorecard,
    Stamp,
    Total,
)
from scorer.shipped import shipped

__all__ = ["decision_object", "render", "scorecard_object", "scorecard_schema"]

_RATE_PLACES = 4


def scorecard_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of everything :func:`render` can return."""
    text = shipped("scorer.rendering", "scorecard.schema.json")
    return cast(dict[str, Any], json.loads(text))


def render(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()) -> str:
    """All there is to say, whatever ``options`` ask: a script picks for itself."""
    if len(cards) == 1 and not failures:
        return encode(scorecard_object(cards[0]))
    from scorer.rendering.paths import doubled, path_of

    same = doubled(cards)
    return encode(
        {
            "schema": "scorecards/1",
            "scorecards": [
                scorecard_object(card, path_of(card) if Path(card.stamp.report_name).stem in same else None)
                for card in cards
            ],
            "errors": [{"name": failure.name, "message": failure.message} for failure in failures],
        }
    )


def scorecard_object(card: Scorecard, path: str | None = None) -> dict[str, JsonValue]:
    """One scorecard as ``scorecard/1``, keys in the order of the contract; with ``path`` where a name says too little."""
    return {
        "schema": "scorecard/1",
        "stamp": _stamp(card.stamp, path),
        "report": _report(card.report),
        "total": _total(card.total),
        "counts": _counts(card.counts),
        "dimensions": [_dimension(row) for row in card.dimensions],
        "items": [_item(row, card.report) for row in card.items],
        "audit": [_audit(row, card.report) for row in card.audit],
        "warnings": [{"code": note.code, "message": note.message} for note in card.warnings],
    }


def _stamp(stamp: Stamp, path: str | None) -> JsonValue:
    decisions = stamp.decisions
    return {
        "tool": {"name": stamp.tool_name, "version": stamp.tool_version},
        "framework": {
            "id": stamp.framework_id,
            "version": stamp.framework_version,
            "sha256": stamp.framework_sha256,
            "title": stamp.framework_title,
        },
        "report": {
            "name": stamp.report_name,
            **({} if path is None else {"path": path}),
            "sha256": stamp.report_sha256,
            "reader": stamp.report_reader,
        },
        "decisions": None
        if decisions is None
        else {
            "name": decisions.name,
            "sha256": decisions.sha256,
            "as_of": decisions.as_of,
        },
    }


def _report(report: ReportCard) -> JsonValue:
    return {
        "title": report.title,
        "place": report.place,
        "level": None if report.level is None else report.level.value,
        "level_source": report.level_source,
        "year": report.year,
        "issuer": report.issuer,
        "document_number": report.document_number,
        "date": report.date,
        "characters": report.characters,
        "sections": [
            {"title": section.title, "depth": section.depth, "start": section.start, "end": section.end}
            for section in report.sections
        ],
        "roles": [{"role": row.role.value, "start": row.start, "end": row.end} for row in report.roles],
    }


def _total(total: Total) -> JsonValue:
    return {
        "points": rounded(total.points),
        "base": rounded(total.base),
        "bonus": rounded(total.bonus),
        "deduction": rounded(total.deduction),
        "max_points": rounded(total.max_points),
        "low": rounded(total.low),
        "high": rounded(total.high),
        "grade": total.grade,
    }


def _counts(counts: Counts) -> JsonValue:
    return {
        "met": counts.met,
        "partial": counts.partial,
        "unmet": counts.unmet,
        "not_applicable": counts.not_applicable,
    }


def _dimension(row: DimensionRow) -> JsonValue:
    return {
        "id": row.id,
        "title": row.title,
        "points": rounded(row.points),
        "max_points": rounded(row.max_points),
        "rate": None if row.rate is None else rounded(row.rate, _RATE_PLACES),
        "counts": _counts(row.counts),
    }


def _item(row: ItemRow, report: ReportCard) -> JsonValue:
    return {
        "id": row.id,
        "title": row.title,
        "dimension": row.dimension,
        "group": row.group,
        "kind": row.kind,
        "status": row.status.value,
        "points": rounded(row.points),
        "max_points": rounded(row.max_points),
        "review": row.review,
        "confidence": row.confidence.value,
        "criterion": {"met": row.criterion_met, "partial": row.criterion_partial},
        "reason": row.reason,
        "advice": row.advice,
        "evidence": [_evidence(found, report) for found in row.evidence],
        "evidence_left_out": row.evidence_left_out,
        "rejected": [_rejected(miss, report) for miss in row.rejected],
        "values": [_value(value, report) for value in row.values],
        "evidence_hash": row.evidence_hash,
        "decision": None if row.decision is None else decision_object(row.decision),
    }


def _evidence(found: Evidence, report: ReportCard) -> JsonValue:
    return {
        "quote": found.quote,
        "start": found.start,
        "end": found.end,
        "line": found.line,
        "column": found.column,
        "place": report.place_at(found.start),
        "section": found.section,
        "role": found.role.value,
        "match": found.match.value,
        "phrase": found.phrase,
        # by way of its shortest decimal, or 85.7 would come out as 85.7000000000000028
        "similarity": rounded(Decimal(str(found.similarity))),
        "hit": {"start": found.hit[0], "end": found.hit[1]},
    }


def _rejected(miss: Rejected, report: ReportCard) -> JsonValue:
    return {
        "quote": miss.quote,
        "start": miss.start,
        "end": miss.end,
        "line": miss.line,
        "column": miss.column,
        "place": report.place_at(miss.start),
        "why": miss.why.value,
        "phrase": miss.phrase,
        "note": miss.note,
    }


def _value(value: Value, report: ReportCard) -> JsonValue:
    return {
        "metric": value.metric,
        "value": value.value,
        "low": value.low,
        "high": value.high,
        "unit": value.unit,
        "hedge": value.hedge.value,
        "period": value.period.value,
        "quote": value.quote,
        "start": value.start,
        "end": value.end,
        "line": value.line,
        "column": value.column,
        "place": report.place_at(value.start),
        "satisfies": value.satisfies.value,
        "worked_out": value.worked_out or None,
    }


def decision_object(decision: Decision) -> JsonValue:
    """A person's verdict beside the program's."""
    return {
        "status": decision.status.value,
        "by": decision.by,
        "on": decision.on,
        "reason": decision.reason,
        "machine": decision.machine.value,
        "state": decision.state,
        "until": decision.until,
    }


def _audit(row: AuditRow, report: ReportCard) -> JsonValue:
    return {
        "relation": row.relation,
        "quote": row.quote,
        "start": row.start,
        "end": row.end,
        "line": row.line,
        "column": row.column,
        "place": report.place_at(row.start),
        "stated": row.stated,
        "computed": row.computed,
        "holds": row.holds,
        "severity": row.severity,
        "message": row.message,
    }

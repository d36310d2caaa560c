"""Scorecards read back from JSON: what ``--format json`` wrote, for a baseline or a comparison.

The report's text and the trace of each rule are not in ``scorecard/1`` and stay empty. Keys that a later version
of the tool added are ignored, as the contract asks of every reader, and those that an earlier one did not write yet
may be missing. Numbers that no scorecard has (NaN, Infinity, a
thousand digits) are refused where they stand: they would break whatever is worked out from them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from scorer.errors import InputError
from scorer.quantities.model import Hedge
from scorer.rendering.json import scorecard_schema
from scorer.rules.model import (
    Confidence,
    Evidence,
    Match,
    Period,
    Rejected,
    Satisfies,
    Status,
    Value,
    Why,
)
from scorer.scoring.model import (
    AuditRow,
    Counts,
    Decision,
    DecisionsStamp,
    DimensionRow,
    ItemRow,
    Note,
    ReportCard,
    RoleRow,
    Scorecard,
    SectionRow,
    Stamp,
    Total,
)
from scorer.structure.model import Level, Role

__all__ = ["is_scorecard", "load_scorecards", "parse_scorecards"]

_MAX_BYTES = 200_000_000  # a province's worth of scorecards in one file
_MOST_DIGITS = 30  # of a number, before and behind the point together
# Keys that ``scorecard/1`` got after 0.1.0, by the object that has them.
_ADDED = {
    "audit": {"place"},
    "evidence": {"place"},
    "rejected": {"place"},
    "item": {"evidence_hash", "evidence_left_out"},
    "value": {"period", "place", "worked_out"},
}
_MEND = "give what `scorer score --format json` wrote"


def is_scorecard(data: bytes) -> bool:
    """Whether ``data`` begins as ``--format json`` begins: no report does."""
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and b'"schema"' in start and b'"scorecard' in start


def load_scorecards(path: str | Path) -> tuple[Scorecard, ...]:
    """The scorecards of one file, or of standard input for ``-``; raises InputError naming file and cause."""
    name = str(path)
    try:
        if name == "-":
            data = sys.stdin.buffer.read(_MAX_BYTES + 1)
        else:
            with Path(path).open("rb") as stream:
                data = stream.read(_MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        cause = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise InputError(name, f"cannot be read ({cause})", "check the path") from error
    return parse_scorecards(data, name)


def parse_scorecards(data: bytes, name: str) -> tuple[Scorecard, ...]:
    """The scorecards in ``data``, ``scorecard/1`` or ``scorecards/1``; InputError for anything else."""
    if len(data) > _MAX_BYTES:
        raise InputError(name, f"is larger than {_MAX_BYTES} bytes", _MEND)
    try:
        document = json.loads(
            data.decode("utf-8-sig"), parse_float=_decimal, parse_int=_integer, parse_constant=_refused
        )
    except (ValueError, RecursionError) as error:
        raise InputError(name, f"is no JSON ({error})", _MEND) from error
    _validate(document, name)
    cards = document["scorecards"] if document["schema"] == "scorecards/1" else [document]
    return tuple(_card(card) for card in cards)


def _decimal(digits: str) -> Decimal:
    number = Decimal(digits) if len(digits) <= _MOST_DIGITS else None
    if number is None or abs(number.adjusted()) > _MOST_DIGITS:
        return _refused(digits)
    return number


def _integer(digits: str) -> int:
    return int(digits) if len(digits) <= _MOST_DIGITS else _refused(digits)


def _refused(digits: str) -> NoReturn:
    raise ValueError(f"no number of a scorecard: {digits[:_MOST_DIGITS]}")


def _validate(document: Any, name: str) -> None:
    from jsonschema import Draft202012Validator, ValidationError

    schema = document.get("schema") if isinstance(document, dict) else None
    if schema not in ("scorecard/1", "scorecards/1"):
        raise InputError(name, f"is no scorecard ({schema!r} is not scorecard/1)", _MEND)
    try:
        Draft202012Validator(_schema()).validate(document)
    except ValidationError as error:
        where = "/".join(str(step) for step in error.absolute_path) or "the whole"
        raise InputError(name, f"is a damaged scorecard: at {where}: {error.message[:200]}", _MEND) from error


def _schema() -> Any:
    """What every version of the tool wrote: further keys are allowed, and those that came later may be missing."""
    schema = _tolerant(scorecard_schema())
    for name, added in _ADDED.items():
        rows = schema["$defs"][name]
        rows["required"] = [key for key in rows["required"] if key not in added]
    return schema


def _tolerant(schema: Any) -> Any:
    """The schema without its ban on further keys: a newer tool may have written the file."""
    if isinstance(schema, dict):
        return {key: _tolerant(value) for key, value in schema.items() if key != "additionalProperties"}
    return [_tolerant(value) for value in schema] if isinstance(schema, list) else schema


def _card(data: Mapping[str, Any]) -> Scorecard:
    return Scorecard(
        stamp=_stamp(data["stamp"]),
        report=_report(data["report"]),
        total=Total(**{**_numbers(data["total"]), "grade": data["total"]["grade"]}),
        counts=_counts(data["counts"]),
        dimensions=tuple(_dimension(row) for row in data["dimensions"]),
        items=tuple(_item(row) for row in data["items"]),
        audit=tuple(_audit(row) for row in data["audit"]),
        warnings=tuple(Note(note["code"], note["message"]) for note in data["warnings"]),
        path=data["stamp"]["report"].get("path", data["stamp"]["report"]["name"]),
    )


def _number(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _numbers(row: Mapping[str, Any]) -> dict[str, Decimal]:
    keys = ("points", "base", "bonus", "deduction", "max_points", "low", "high")
    return {key: Decimal(row[key]) for key in keys}


def _stamp(row: Mapping[str, Any]) -> Stamp:
    tool, framework, report, decisions = (row[key] for key in ("tool", "framework", "report", "decisions"))
    return Stamp(
        tool_name=tool["name"],
        tool_version=tool["version"],
        framework_id=framework["id"],
        framework_title=framework["title"],
        framework_version=framework["version"],
        framework_sha256=framework["sha256"],
        report_name=report["name"],
        report_sha256=report["sha256"],
        report_reader=report["reader"],
        decisions=DecisionsStamp(decisions["name"], decisions["sha256"], decisions.get("as_of"))
        if decisions
        else None,
    )


def _report(row: Mapping[str, Any]) -> ReportCard:
    sections: Sequence[Mapping[str, Any]] = row["sections"]
    return ReportCard(
        title=row["title"],
        place=row["place"],
        level=Level(row["level"]) if row["level"] else None,
        level_source=row["level_source"],
        year=row["year"],
        issuer=row["issuer"],
        document_number=row["document_number"],
        date=row["date"],
        characters=row["characters"],
        sections=tuple(SectionRow(s["title"], s["depth"], s["start"], s["end"]) for s in sections),
        roles=tuple(RoleRow(Role(r["role"]), r["start"], r["end"]) for r in row["roles"]),
    )


def _counts(row: Mapping[str, int]) -> Counts:
    return Counts(row["met"], row["partial"], row["unmet"], row["not_applicable"])


def _dimension(row: Mapping[str, Any]) -> DimensionRow:
    return DimensionRow(
        id=row["id"],
        title=row["title"],
        points=Decimal(row["points"]),
        max_points=Decimal(row["max_points"]),
        rate=_number(row["rate"]),
        counts=_counts(row["counts"]),
    )


def _item(row: Mapping[str, Any]) -> ItemRow:
    return ItemRow(
        id=row["id"],
        title=row["title"],
        dimension=row["dimension"],
        group=row["group"],
        kind=row["kind"],
        status=Status(row["status"]),
        points=Decimal(row["points"]),
        max_points=Decimal(row["max_points"]),
        review=row["review"],
        confidence=Confidence(row["confidence"]),
        reason=row["reason"],
        advice=row["advice"],
        evidence=tuple(_evidence(found) for found in row["evidence"]),
        rejected=tuple(_rejected(miss) for miss in row["rejected"]),
        values=tuple(_value(value) for value in row["values"]),
        decision=_decision(row["decision"]) if row["decision"] else None,
        criterion_met=row["criterion"]["met"],
        criterion_partial=row["criterion"]["partial"],
        evidence_hash=row.get("evidence_hash", ""),
        evidence_left_out=row.get("evidence_left_out", 0),
    )


def _evidence(row: Mapping[str, Any]) -> Evidence:
    return Evidence(
        quote=row["quote"],
        start=row["start"],
        end=row["end"],
        line=row["line"],
        column=row["column"],
        section=row["section"],
        role=Role(row["role"]),
        match=Match(row["match"]),
        phrase=row["phrase"],
        similarity=float(row["similarity"]),
        hit=(row["hit"]["start"], row["hit"]["end"]),
    )


def _rejected(row: Mapping[str, Any]) -> Rejected:
    return Rejected(
        quote=row["quote"],
        start=row["start"],
        end=row["end"],
        why=Why(row["why"]),
        phrase=row["phrase"],
        note=row["note"],
        line=row["line"],
        column=row["column"],
    )


def _value(row: Mapping[str, Any]) -> Value:
    return Value(
        metric=row["metric"],
        value=_number(row["value"]),
        low=_number(row["low"]),
        high=_number(row["high"]),
        unit=row["unit"],
        hedge=Hedge(row["hedge"]),
        period=Period(row.get("period", "year")),
        worked_out=row.get("worked_out") or "",
        quote=row["quote"],
        start=row["start"],
        end=row["end"],
        satisfies=Satisfies(row["satisfies"]),
        line=row["line"],
        column=row["column"],
    )


def _decision(row: Mapping[str, Any]) -> Decision:
    return Decision(
        status=Status(row["status"]),
        by=row["by"],
        on=row["on"],
        reason=row["reason"],
        machine=Status(row["machine"]),
        state=row["state"],
        until=row["until"],
    )


def _audit(row: Mapping[str, Any]) -> AuditRow:
    return AuditRow(
        relation=row["relation"],
        quote=row["quote"],
        start=row["start"],
        end=row["end"],
        stated=_number(row["stated"]),
        computed=_number(row["computed"]),
        holds=row["holds"],
        severity=row["severity"],
        message=row["message"],
        line=row["line"],
        column=row["column"],
    )

"""The audit for scripts: the contract ``audit/1`` (docs/quantities.md, ``audit.schema.json``)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any, cast

from scorer.quantities.ledger import RELATIONS, Checked, Ledger, Tally
from scorer.rendering.encode import JsonValue, encode
from scorer.rendering.interface import Failure

__all__ = ["as_json", "audit_schema"]


def audit_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what :func:`as_json` returns."""
    text = files("scorer.rendering").joinpath("audit.schema.json").read_text(encoding="utf-8")
    return cast(dict[str, Any], json.loads(text))


def as_json(ledgers: Sequence[Ledger], version: str, failures: Sequence[Failure] = ()) -> str:
    """All relations of all reports, those that hold too, and what could not be read."""
    return encode(
        {
            "schema": "audit/1",
            "tool": {"name": "scorer", "version": version},
            "reports": [_report(ledger) for ledger in ledgers],
            "errors": [{"name": failure.name, "message": failure.message} for failure in failures],
        }
    )


def _report(ledger: Ledger) -> JsonValue:
    return {
        "report": {
            "name": ledger.name,
            "title": ledger.title,
            "sha256": ledger.sha256,
            "reader": ledger.reader,
        },
        "counts": _counts(ledger.tally()),
        "by_relation": {relation: _counts(ledger.tally(relation)) for relation in RELATIONS},
        "relations": [_relation(checked) for checked in ledger.checked],
        "warnings": [{"code": code, "message": message} for code, message in ledger.warnings],
    }


def _counts(tally: Tally) -> JsonValue:
    return {
        "checked": tally.checked,
        "holds": tally.holds,
        "fails": tally.fails,
        "unknown": tally.unknown,
        "warnings": tally.warnings,
    }


def _relation(checked: Checked) -> JsonValue:
    relation = checked.relation
    return {
        "relation": relation.relation,
        "holds": relation.holds,
        "severity": relation.severity,
        "subject": relation.subject,
        "left": relation.left,
        "operator": relation.operator,
        "right": relation.right,
        "stated": relation.stated,
        "computed": relation.computed,
        "difference": relation.difference,
        "note": relation.note or None,
        "message": relation.message,
        "quote": checked.quote,
        "start": checked.start,
        "end": checked.end,
        "line": checked.line,
        "column": checked.column,
        "place": checked.place,
    }

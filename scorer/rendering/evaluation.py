"""An evaluation in the formats of ``scorer evaluate``; the JSON is the contract ``evaluation/1``.

docs/evaluation.md explains every key and measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from scorer import __version__
from scorer.rendering.encode import JsonValue, encode
from scorer.rendering.evaluation_markdown import as_markdown
from scorer.rendering.evaluation_terminal import as_terminal
from scorer.rendering.interface import Failure, Options
from scorer.rendering.numbers import rounded
from scorer.review.agreement import (
    Disagreement,
    Evaluation,
    Measures,
    MissedEvidence,
    MissedValue,
    ReportResult,
)
from scorer.review.labels import Label
from scorer.review.measures import Agreement, Share
from scorer.rules.model import Evidence, Rejected, Value
from scorer.scoring.model import ItemRow

__all__ = ["FORMATS", "render_evaluation"]

FORMATS = ("terminal", "markdown", "json")
_RATE_PLACES = 4


def render_evaluation(
    evaluation: Evaluation, format_name: str, options: Options, failures: Sequence[Failure] = ()
) -> str:
    """The evaluation in one of :data:`FORMATS`, then the reports that could not be evaluated."""
    if format_name == "json":
        return encode(_evaluation(evaluation, failures))
    if format_name == "markdown":
        return as_markdown(evaluation, failures)
    return as_terminal(evaluation, options, failures)


def _evaluation(evaluation: Evaluation, failures: Sequence[Failure]) -> JsonValue:
    framework = evaluation.framework
    return {
        "schema": "evaluation/1",
        "tool": {"name": "scorer", "version": __version__},
        "framework": {
            "id": framework.id,
            "version": framework.version,
            "sha256": framework.sha256,
            "title": framework.title,
        },
        "reports": [_report(result) for result in evaluation.reports],
        "all": {
            **_measures(evaluation.pooled),
            "baseline": _baseline(evaluation.baseline),
        },
        "disagreements": [_disagreement(one) for one in evaluation.disagreements],
        "missed_evidence": [_missed_evidence(one) for one in evaluation.missed_evidence],
        "missed_values": [_missed_value(one) for one in evaluation.missed_values],
        "errors": [{"name": failure.name, "message": failure.message} for failure in failures],
    }


def _report(result: ReportResult) -> JsonValue:
    return {
        "report": result.name,
        "report_sha256": result.sha256,
        "labels_sha256": result.labels.sha256,
        "raters": result.labels.raters,
        "unlabelled": result.unlabelled,
        **_measures(result.measures),
        "total": {
            "ours": rounded(result.total),
            "labels": rounded(result.label_total),
            "difference": rounded(result.total - result.label_total),
        },
        "baseline": _baseline(result.baseline),
    }


def _measures(measures: Measures) -> dict[str, JsonValue]:
    return {
        **_agreement(measures.agreement),
        "evidence_found": _share(measures.evidence),
        "evidence_precision": _share(measures.precise),
        "values_right": _share(measures.values),
        "derived_right": _share(measures.derived),
        "calibration": {level.value: _share(share) for level, share in measures.calibration.items()},
    }


def _agreement(agreement: Agreement) -> dict[str, JsonValue]:
    presence, kappa = agreement.presence, agreement.kappa
    return {
        "compared": agreement.compared,
        "presence": {
            "precision": _rate(presence.precision),
            "recall": _rate(presence.recall),
            "f1": _rate(presence.f1),
            "both": presence.both,
            "only_ours": presence.only_program,
            "only_label": presence.only_label,
        },
        "exact": _share(agreement.exact),
        "kappa": {
            "quadratic": _rate(kappa.quadratic),
            "low": _rate(kappa.low),
            "high": _rate(kappa.high),
            "linear": _rate(kappa.linear),
        },
    }


def _baseline(agreement: Agreement | None) -> JsonValue:
    return None if agreement is None else _agreement(agreement)


def _share(share: Share) -> JsonValue:
    return {"hits": share.hits, "of": share.of, "rate": _rate(share.rate)}


def _rate(value: Decimal | None) -> Decimal | None:
    return None if value is None else rounded(value, _RATE_PLACES)


def _disagreement(one: Disagreement) -> JsonValue:
    return {
        **_item(one.report, one.row),
        "weight": rounded(one.weight),
        "label": _label(one.label),
        "ours": {**_ours(one.row), "rejected": [_rejected(piece) for piece in one.refused]},
    }


def _missed_evidence(one: MissedEvidence) -> JsonValue:
    return {**_item(one.report, one.row), "label": _label(one.label), "ours": _ours(one.row)}


def _missed_value(one: MissedValue) -> JsonValue:
    return {
        **_item(one.report, one.row),
        "metric": one.metric,
        "label": one.stated,
        "quoted": one.quoted,
        "ours": [_value(value) for value in one.ours],
    }


def _item(report: str, row: ItemRow) -> dict[str, JsonValue]:
    return {
        "report": report,
        "id": row.id,
        "title": row.title,
        "kind": row.kind,
        "max_points": rounded(row.max_points),
    }


def _label(label: Label) -> JsonValue:
    return {
        "verdict": label.verdict.value,
        "confidence": label.confidence.value if label.confidence else None,
        "evidence": [quote.words for quote in label.evidence],
    }


def _ours(row: ItemRow) -> dict[str, JsonValue]:
    return {
        "status": row.status.value,
        "confidence": row.confidence.value,
        "reason": row.reason,
        "evidence": [_piece(piece) for piece in row.evidence],
    }


def _piece(piece: Evidence | Rejected) -> dict[str, JsonValue]:
    return {
        "quote": piece.quote,
        "start": piece.start,
        "end": piece.end,
        "line": piece.line,
        "column": piece.column,
        "phrase": piece.phrase,
    }


def _rejected(piece: Rejected) -> JsonValue:
    return {**_piece(piece), "why": piece.why.value, "note": piece.note}


def _value(value: Value) -> JsonValue:
    return {
        "value": value.value,
        "low": value.low,
        "high": value.high,
        "unit": value.unit,
        "hedge": value.hedge.value,
        "quote": value.quote,
        "line": value.line,
        "column": value.column,
    }

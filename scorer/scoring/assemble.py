"""Findings in, scorecard out: the rows of the contract ``scorecard/1`` in the order of the framework."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scorer.framework.model import Framework
from scorer.rules.model import Finding
from scorer.scoring.arithmetic import count, dimension_rows, points_of, total
from scorer.scoring.fingerprint import evidence_hash
from scorer.scoring.model import AuditRow, Decision, ItemRow, Note, ReportCard, Scorecard, Stamp

__all__ = ["assemble"]


def assemble(
    framework: Framework,
    findings: Sequence[Finding],
    stamp: Stamp,
    report: ReportCard,
    audit: Sequence[AuditRow] = (),
    warnings: Sequence[Note] = (),
    text: str = "",
    path: str = "",
    decisions: Mapping[str, Decision] | None = None,
) -> Scorecard:
    """The scorecard of one report. ``findings`` must hold one finding for each item of ``framework``.

    ``decisions`` are what people said, by item; those that are applied have changed the findings already.
    """
    said = decisions or {}
    return Scorecard(
        stamp=stamp,
        report=report,
        total=total(framework, findings),
        counts=count(findings),
        dimensions=dimension_rows(framework, findings),
        items=tuple(_row(framework, finding, said.get(finding.item.id)) for finding in findings),
        audit=tuple(audit),
        warnings=tuple(warnings),
        text=text,
        path=path,
    )


def _row(framework: Framework, finding: Finding, decision: Decision | None) -> ItemRow:
    item = finding.item
    return ItemRow(
        id=item.id,
        title=item.title,
        dimension=item.dimension,
        group=item.group,
        kind=item.kind.value,
        status=finding.status,
        points=points_of(framework, item, finding.status),
        max_points=item.points,
        review=finding.review,
        confidence=finding.confidence,
        reason=finding.reason,
        advice=finding.advice,
        evidence=finding.evidence,
        rejected=finding.rejected,
        values=finding.values,
        criterion_met=item.criterion_met,
        criterion_partial=item.criterion_partial,
        trace=finding.trace,
        decision=decision,
        evidence_hash=evidence_hash(finding),
        evidence_left_out=finding.evidence_left_out,
    )

"""Decisions applied to findings: a person's verdict counts while its evidence is the one it was made on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from scorer.errors import UsageError
from scorer.framework.model import Framework
from scorer.i18n import listed, tr
from scorer.review.entries import DecisionFile, Entry
from scorer.rules.model import Finding
from scorer.scoring.fingerprint import evidence_hash
from scorer.scoring.model import Decision, DecisionState, Note

__all__ = ["Applied", "apply_decisions"]

_FEW = 3


@dataclass(frozen=True, slots=True)
class Applied:
    """The findings after review, what was said of which item, and what must be told about the file."""

    findings: tuple[Finding, ...]
    decisions: dict[str, Decision]
    notes: tuple[Note, ...]


def apply_decisions(
    file: DecisionFile,
    report_name: str,
    identity: str,
    framework: Framework,
    findings: Sequence[Finding],
    as_of: date | None,
) -> Applied:
    """Apply the decisions on one report, known by its file's name and by whose report of which year it is.

    ``as_of`` is the day by which expiry is settled; it is needed when a decision has a last day. An applied
    decision ends the review of its item; one that is reopened or expired asks for it again. Raises UsageError
    for decisions made under another framework.
    """
    if file.framework is not None and file.framework != framework.id:
        raise UsageError(
            f"{file.name}: these decisions were made under {file.framework}, not under {framework.id}; "
            f"give `--framework {file.framework}` or decide anew"
        )
    named = file.about(report_name)
    entries = {entry.item: entry for entry in named if entry.is_on(identity)}
    said: dict[str, Decision] = {}
    decided = []
    for finding in findings:
        entry = entries.get(finding.item.id)
        if entry is None:
            decided.append(finding)
            continue
        decision = _decision(entry, finding, as_of)
        said[entry.item] = decision
        if decision.state == "applied":
            decided.append(replace(finding, status=entry.status, review=False))
        else:
            decided.append(replace(finding, review=True))
    unused = [entry.item for entry in entries.values() if entry.item not in said]
    notes = [*_notes(said, unused), *([] if entries else _others(named, identity))]
    return Applied(tuple(decided), said, tuple(notes))


def _decision(entry: Entry, finding: Finding, as_of: date | None) -> Decision:
    return Decision(
        status=entry.status,
        by=entry.by,
        on=entry.on.isoformat(),
        reason=entry.reason,
        machine=finding.status,
        state=_state(entry, finding, as_of),
        until=entry.until.isoformat() if entry.until else None,
    )


def _state(entry: Entry, finding: Finding, as_of: date | None) -> DecisionState:
    if entry.evidence != evidence_hash(finding):
        return "reopened"
    if entry.until is not None and (as_of is None or as_of > entry.until):
        return "expired"
    return "applied"


def _others(named: Sequence[Entry], identity: str) -> list[Note]:
    """Decisions under this file's name on the report of another place or year."""
    abouts = tuple(dict.fromkeys(entry.about for entry in named if entry.about is not None))
    if not abouts:
        return []
    whose = listed(abouts[:_FEW])
    words = tr(
        "复核意见：同名文件的意见是就“{whose}”的报告作出的，本报告是“{identity}”，未采用",
        whose=tr("{names}等", names=whose) if len(abouts) > _FEW else whose,
        identity=identity,
    )
    return [Note("decision_other", words)]


def _notes(said: dict[str, Decision], unused: Sequence[str]) -> list[Note]:
    by_state: dict[DecisionState, list[str]] = {"reopened": [], "expired": []}
    for item, decision in said.items():
        by_state.setdefault(decision.state, []).append(item)
    reopened, expired = listed(by_state["reopened"]), listed(by_state["expired"])
    notes = []
    if reopened:
        words = tr("复核意见：{items}的依据已变，意见未采用，请重新复核", items=reopened)
        notes.append(Note("decision_reopened", words))
    if expired:
        words = tr("复核意见：{items}已过有效期，意见未采用，请重新复核", items=expired)
        notes.append(Note("decision_expired", words))
    if unused:
        words = tr("复核意见：{items}不是本指标体系的指标，意见未采用", items=listed(unused))
        notes.append(Note("decision_unused", words))
    return notes

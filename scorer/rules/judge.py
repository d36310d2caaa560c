"""From one item and one report to a finding: the best level whose rule holds, with everything that led there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from scorer.framework.model import Determinable, Framework, Item
from scorer.i18n import Said, tr
from scorer.quantities.model import Truth
from scorer.rules.context import Context
from scorer.rules.kinds import evaluate
from scorer.rules.metrics import read_metric
from scorer.rules.model import Confidence, Evidence, Finding, Match, Reading, Rejected, Status, Step, Value
from scorer.rules.trial import Trial
from scorer.rules.wording import TELLING, advise, explain_status
from scorer.structure.model import Level

__all__ = ["judge", "judge_item"]

_SHOWN_EVIDENCE = 12  # quotations of one item in a scorecard; how many more there are is said


def judge(
    context: Context, framework: Framework, level: Level | None, *, traced: bool = True
) -> tuple[Finding, ...]:
    """A finding for every item of the framework, in its order; ``traced`` False leaves out how it was come to."""
    findings = (judge_item(context, item, level) for item in framework.items)
    return tuple(finding if traced else replace(finding, trace=()) for finding in findings)


def judge_item(context: Context, item: Item, level: Level | None) -> Finding:
    """The finding for one item. An unknown level leaves every item in and asks for review of the restricted ones."""
    if item.applies_to and level is not None and level not in item.applies_to:
        reason = tr("本项不适用于这一层级的政府")
        return Finding(item, Status.NOT_APPLICABLE, Confidence.HIGH, False, reason, None)
    trial = Trial(context, item)
    trace = tuple(
        (name, evaluate(trial, condition))
        for name, condition in (("met", item.met), ("partial", item.partial))
        if condition is not None
    )
    readings = tuple(reading for metric in item.metrics for reading in read_metric(trial, metric))
    rejected = trial.rejected
    status, winning = _status(trace)
    proofs = _evidence(winning) if winning else ()
    evidence = proofs[:_SHOWN_EVIDENCE]
    confidence = _confidence(status, winning, evidence, readings, rejected)
    unsure_level = bool(item.applies_to) and level is None
    review = confidence is Confidence.LOW or item.determinable is Determinable.LOW or unsure_level
    return Finding(
        item=item,
        status=status,
        confidence=Confidence.LOW if unsure_level else confidence,
        review=review,
        reason=explain_status(item, status, winning, readings, rejected),
        advice=advise(item, status),
        evidence=tuple(_spoken(piece) for piece in evidence),
        rejected=tuple(_told(miss) for miss in _unproven(rejected, evidence)),
        values=_values(readings),
        trace=trace,
        evidence_left_out=len(proofs) - len(evidence),
    )


def _status(trace: Iterable[tuple[str, Step]]) -> tuple[Status, Step | None]:
    for name, step in trace:
        if step.holds:
            return Status(name), step
    return Status.UNMET, None


def _evidence(step: Step) -> tuple[Evidence, ...]:
    """The evidence of the nodes that hold, one piece per quotation, the most telling kind of match first."""
    best: dict[tuple[int, int], Evidence] = {}
    for evidence in sorted(_proofs(step), key=_telling):
        best.setdefault((evidence.start, evidence.end), evidence)
    return tuple(sorted(best.values(), key=lambda e: (e.start, e.end)))


def _telling(piece: Evidence) -> tuple[int, tuple[int, int], int, str]:
    return TELLING.index(piece.match), piece.hit, -len(piece.phrase), piece.phrase


def _proofs(step: Step) -> Iterable[Evidence]:
    if not step.holds:
        return
    yield from step.evidence
    for child in step.children:
        yield from _proofs(child)


def _unproven(rejected: Iterable[Rejected], evidence: tuple[Evidence, ...]) -> tuple[Rejected, ...]:
    """What was refused, without quotations that count all the same by another of their words."""
    counted = {(e.start, e.end) for e in evidence}
    return tuple(r for r in rejected if (r.start, r.end) not in counted)


def _spoken(piece: Evidence) -> Evidence:
    """With its phrase in the language in force: up to here it is Chinese, so that no language sorts otherwise."""
    return replace(piece, phrase=tr(piece.phrase)) if isinstance(piece.phrase, Said) else piece


def _told(miss: Rejected) -> Rejected:
    """With its note in the language in force."""
    note = tr(miss.note)
    return miss if note is miss.note else replace(miss, note=note)


def _values(readings: Iterable[Reading]) -> tuple[Value, ...]:
    unique = {(r.value.metric, r.value.value, r.whole): r.value for r in readings}
    return tuple(dict.fromkeys(unique.values()))


def _confidence(
    status: Status,
    step: Step | None,
    evidence: tuple[Evidence, ...],
    readings: tuple[Reading, ...],
    rejected: tuple[Rejected, ...],
) -> Confidence:
    """High: a number, or nothing at all was found. Low: only approximate words, or undecided numbers."""
    undecided = any(Truth.UNKNOWN in (reading.full, reading.partial) for reading in readings)
    if undecided and status is not Status.MET:
        return Confidence.LOW
    if step is None:
        return Confidence.MEDIUM if rejected else Confidence.HIGH
    matches = {piece.match for piece in evidence}
    if matches <= {Match.FUZZY}:
        return Confidence.LOW if matches else Confidence.MEDIUM
    if status is Status.MET:
        return Confidence.HIGH if matches & {Match.METRIC, Match.DETAIL} else Confidence.MEDIUM
    return Confidence.MEDIUM

"""Scorecards beside labels: every measure per report and in all, and the list of disagreements.

Pure: scorecards, labels and texts come in, an :class:`Evaluation` goes out. docs/evaluation.md defines each measure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scorer.framework.model import Framework
from scorer.review.baseline import keyword_statuses
from scorer.review.labels import Label, LabelFile
from scorer.review.measures import Agreement, Pair, Share, agree, distance
from scorer.review.proof import Proof, is_stated, prove, value_is_right
from scorer.rules.model import Confidence, Finding, Rejected, Status, Value
from scorer.scoring.arithmetic import total
from scorer.scoring.model import ItemRow, Scorecard
from scorer.text import Text

__all__ = [
    "Case",
    "Disagreement",
    "Evaluation",
    "Measures",
    "MissedEvidence",
    "MissedValue",
    "ReportResult",
    "evaluate",
]


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled report: the labels, the text that they quote, and what the program made of it."""

    labels: LabelFile
    text: Text
    card: Scorecard


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An item on which label and program differ. ``weight`` is distance × points: what the difference costs.

    ``refused`` are the hits the program turned away, those inside the labelled words first.
    """

    report: str
    row: ItemRow
    label: Label
    weight: Decimal
    refused: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class MissedEvidence:
    """An item whose labelled words no evidence of the program touches."""

    report: str
    row: ItemRow
    label: Label


@dataclass(frozen=True, slots=True)
class MissedValue:
    """A number of a label that the program does not have; ``ours`` is what it has for that metric.

    ``quoted`` tells whether the number stands in the label's evidence.
    """

    report: str
    row: ItemRow
    metric: str
    stated: Decimal
    quoted: bool
    ours: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """The numbers of one report or of all. ``calibration`` is the share of right verdicts by confidence.

    ``evidence`` counts items with labelled words that were found, ``precise`` the program's quotations on
    items that both sides see, and how many of them lie on labelled words. ``values`` are the numbers that
    stand in the words a label quotes, ``derived`` those that the rater counted or worked out.
    """

    agreement: Agreement
    evidence: Share
    precise: Share
    values: Share
    derived: Share
    calibration: dict[Confidence, Share]


@dataclass(frozen=True, slots=True)
class ReportResult:
    """One report. ``unlabelled`` are the items of the framework without a label; they are not measured.

    ``label_total`` is the total score that the labels give; items without a label keep the program's verdict
    in it, so that the difference comes from the labels alone.
    """

    name: str
    labels: LabelFile
    sha256: str
    unlabelled: tuple[str, ...]
    measures: Measures
    total: Decimal
    label_total: Decimal
    baseline: Agreement | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All reports by one framework; ``disagreements`` are worst first."""

    framework: Framework
    reports: tuple[ReportResult, ...]
    pooled: Measures
    baseline: Agreement | None
    disagreements: tuple[Disagreement, ...]
    missed_evidence: tuple[MissedEvidence, ...]
    missed_values: tuple[MissedValue, ...]


def evaluate(framework: Framework, cases: Sequence[Case], *, baseline: bool = True) -> Evaluation:
    """Compare the scorecards of ``cases``, made by ``framework``, with their labels.

    Every label must name an item of the framework; ``baseline`` adds the plain keyword search.
    """
    results = [_Comparison(framework, case, baseline) for case in cases]
    worst = sorted(
        (one for result in results for one in result.disagreements()), key=lambda one: -one.weight
    )  # stable: reports and items keep their order among equals
    return Evaluation(
        framework=framework,
        reports=tuple(result.report() for result in results),
        pooled=_measures([row for result in results for row in result.rows]),
        baseline=agree(pair for result in results for pair in result.naive) if baseline else None,
        disagreements=tuple(worst),
        missed_evidence=tuple(one for result in results for one in result.missed_evidence()),
        missed_values=tuple(one for result in results for one in result.missed_values()),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """One labelled item with both sides and the comparison of what they quote."""

    label: Label
    row: ItemRow
    proof: Proof

    @property
    def pair(self) -> Pair:
        return self.label.verdict.status, self.row.status

    def ours(self, metric: str) -> tuple[Value, ...]:
        """The program's values of a metric."""
        return tuple(value for value in self.row.values if value.metric == metric)


class _Comparison:
    """One case, item by item."""

    def __init__(self, framework: Framework, case: Case, baseline: bool) -> None:
        self.framework = framework
        self.case = case
        self.name = case.labels.report
        labels = {label.item_id: label for label in case.labels.labels}
        self.rows = [
            _Row(labels[row.id], row, prove(labels[row.id], row, case.text.content))
            for row in case.card.items
            if row.id in labels
        ]
        words = keyword_statuses(framework, case.text.content) if baseline else {}
        self.naive = [(one.pair[0], words[one.row.id]) for one in self.rows] if baseline else []
        self.unlabelled = tuple(row.id for row in case.card.items if row.id not in labels)
        self._baseline = baseline

    def report(self) -> ReportResult:
        """The numbers of this report."""
        return ReportResult(
            name=self.name,
            labels=self.case.labels,
            sha256=self.case.card.stamp.report_sha256,
            unlabelled=self.unlabelled,
            measures=_measures(self.rows),
            total=self.case.card.total.points,
            label_total=self._label_total(),
            baseline=agree(self.naive) if self._baseline else None,
        )

    def _label_total(self) -> Decimal:
        said = {one.row.id: one.pair[0] for one in self.rows}
        items = {item.id: item for item in self.framework.items}
        findings = [
            Finding(items[row.id], said.get(row.id, row.status), Confidence.HIGH, False, "", None)
            for row in self.case.card.items
        ]
        return total(self.framework, findings).points

    def disagreements(self) -> Iterable[Disagreement]:
        for one in self.rows:
            apart = distance(one.pair)
            if apart:
                weight = apart * one.row.max_points
                yield Disagreement(self.name, one.row, one.label, weight, one.proof.refused)

    def missed_evidence(self) -> Iterable[MissedEvidence]:
        for one in self.rows:
            if one.proof.found is False:
                yield MissedEvidence(self.name, one.row, one.label)

    def missed_values(self) -> Iterable[MissedValue]:
        for one in self.rows:
            for metric, stated in one.label.values.items():
                ours = one.ours(metric)
                if not value_is_right(stated, ours):
                    quoted = is_stated(one.label, stated)
                    yield MissedValue(self.name, one.row, metric, stated, quoted, ours)


def _measures(rows: Sequence[_Row]) -> Measures:
    """``found`` is None for items without labelled words; those are no part of the share."""
    searched = [one.proof.found for one in rows if one.proof.found is not None]
    values = [
        (is_stated(one.label, stated), value_is_right(stated, one.ours(metric)))
        for one in rows
        for metric, stated in one.label.values.items()
    ]
    quoted = [right for stands, right in values if stands]
    derived = [right for stands, right in values if not stands]
    return Measures(
        agreement=agree(one.pair for one in rows),
        evidence=Share(sum(searched), len(searched)),
        precise=sum((one.proof.precise for one in rows), Share()),
        values=Share(sum(quoted), len(quoted)),
        derived=Share(sum(derived), len(derived)),
        calibration={level: _calibration(rows, level) for level in Confidence},
    )


def _calibration(rows: Sequence[_Row], level: Confidence) -> Share:
    """Only verdicts that were judged: that an item does not apply follows from the level of government."""
    judged = [one for one in rows if one.row.confidence is level and Status.NOT_APPLICABLE not in one.pair]
    return Share(sum(one.pair[0] is one.pair[1] for one in judged), len(judged))

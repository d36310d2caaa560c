"""Labels held against the framework and the report that they speak of: what does not fit, with its place."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.errors import Problem
from scorer.framework.model import Framework, Mark
from scorer.review.labels import LabelFile
from scorer.text import Text, View, fold, fold_phrase, loosen

__all__ = ["repeated_reports", "strange_evidence", "strange_items", "strange_metrics"]


def strange_items(labels: LabelFile, framework: Framework) -> list[Problem]:
    """Labels of items that the framework does not have."""
    known = {item.id for item in framework.items}
    mend = f"`scorer framework show {framework.id}` lists the items; correct the id or delete the label"
    return [
        _problem(label.mark, f"{framework.id} has no item {label.item_id!r}", mend)
        for label in labels.labels
        if label.item_id not in known
    ]


def strange_metrics(labels: LabelFile, framework: Framework) -> list[Problem]:
    """Values of metrics that their item does not have: they can only count as missing."""
    known = {item.id: [metric.name for metric in item.metrics] for item in framework.items}
    return [
        _problem(
            label.marks[metric],
            f"item {label.item_id} has no metric {metric!r}, so the value counts as missing",
            f"its metrics are {'、'.join(known[label.item_id]) or 'none'}",
        )
        for label in labels.labels
        for metric in label.values
        if label.item_id in known and metric not in known[label.item_id]
    ]


def strange_evidence(labels: LabelFile, text: Text) -> list[Problem]:
    """Quotations that the report does not have exactly so."""
    loose = loosen(fold(text.content))
    return [
        _problem(
            quote.mark,
            f"{text.name} does not have these words of {label.item_id}",
            _near(quote.words, text, loose),
        )
        for label in labels.labels
        for quote in label.evidence
        if quote.words not in text.content
    ]


def _near(words: str, text: Text, loose: View) -> str:
    """Where the words stand with other spaces, widths or quotation marks, if they do."""
    wanted = fold_phrase(words)
    at = loose.text.find(wanted) if wanted else -1
    if at < 0:
        return "copy them exactly as `scorer read` prints them"
    place = text.locate(loose.span(at, at + len(wanted)).start)
    return f"line {place.line} of it has them with other spaces, widths or quotation marks; copy them exactly"


def repeated_reports(files: Sequence[LabelFile]) -> list[Problem]:
    """Reports that a second file labels: pooled, they would count twice."""
    first: dict[str, LabelFile] = {}
    problems = []
    for labels in files:
        earlier = first.setdefault(labels.report, labels)
        if earlier is not labels:
            message = f"{earlier.name} labels {labels.report} already"
            problems.append(_problem(labels.report_mark, message, "keep one file for each report"))
    return problems


def _problem(mark: Mark, message: str, mend: str) -> Problem:
    return Problem(mark.file, mark.line, mark.column, message, mend)

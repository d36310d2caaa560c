"""An evaluation as GitHub-flavoured Markdown, made to be pasted into a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorer.rendering import evaluation_words as words
from scorer.rendering.escape import escaped, escaped_excerpt
from scorer.rendering.interface import Failure
from scorer.rendering.markdown import table
from scorer.review.agreement import Disagreement, Evaluation, Measures
from scorer.review.labels import Label
from scorer.review.measures import Agreement
from scorer.scoring.model import ItemRow

__all__ = ["as_markdown"]

_QUOTE = 80
_HEAD = (
    "报告",
    "κ",
    "95% 区间",
    "线性 κ",
    "查准",
    "查全",
    "F1",
    "状态一致",
    "证据",
    "证据查准",
    "数值",
    "推算数值",
    "总分差",
)
_NAIVE_HEAD = ("报告", "κ", "95% 区间", "线性 κ", "查准", "查全", "F1", "状态一致")


def as_markdown(evaluation: Evaluation, failures: Sequence[Failure] = ()) -> str:
    """The evaluation as one document."""
    lines = ["# 评分与人工标注的一致程度", "", escaped(words.scope(evaluation)), ""]
    lines += _measures(evaluation)
    lines += _baseline(evaluation)
    lines += _disagreements(evaluation)
    lines += _missed_evidence(evaluation)
    lines += _missed_values(evaluation)
    if failures:
        lines += ["## 未能评测", ""]
        lines += [*(f"- {escaped(one.name)}：{escaped(one.message)}" for one in failures), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _measures(evaluation: Evaluation) -> Iterator[str]:
    rows = [
        (escaped(one.name), *_figures(one.measures), words.difference(one.total, one.label_total))
        for one in evaluation.reports
    ]
    if len(rows) != 1:
        rows.append((words.ALL, *_figures(evaluation.pooled), ""))
    yield from table(_HEAD, rows, range(1, len(_HEAD)))
    yield from (f"{words.LEGEND}。", "")
    yield from (f"置信度与正确率：{words.calibration(evaluation)}。", "")
    for sentence in words.unlabelled(evaluation):
        yield from (f"{escaped(sentence)}。", "")


def _figures(measures: Measures) -> tuple[str, ...]:
    return (
        *_series(measures.agreement),
        words.share(measures.evidence),
        words.share(measures.precise),
        words.share(measures.values),
        words.share(measures.derived),
    )


def _series(agreement: Agreement) -> tuple[str, ...]:
    return *words.series(agreement), words.share(agreement.exact)


def _baseline(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.baseline is None:
        return
    yield from ("## 只查关键词的对照", "")
    rows = [(escaped(one.name), *_series(one.baseline)) for one in evaluation.reports if one.baseline]
    if len(rows) != 1:
        rows.append((words.ALL, *_series(evaluation.baseline)))
    yield from table(_NAIVE_HEAD, rows, range(1, len(_NAIVE_HEAD)))
    yield from (f"{words.BASELINE_NOTE}。", "")


def _disagreements(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.disagreements:
        count = len(evaluation.disagreements)
        yield from (f"## 与标注不同的指标（{count} 项，按差距 × 分值由大到小）", "")
        for one in evaluation.disagreements:
            yield from _disagreement(one)
        yield ""


def _disagreement(one: Disagreement) -> Iterator[str]:
    yield f"- **{words.weight(one)}** {_title(one.report, one.row)}：{words.verdicts(one)}"
    yield f"  - 理由：{escaped(one.row.reason)}"
    yield from _sides(one.row, one.label)
    for piece in one.refused[: words.QUOTES]:
        quote = escaped_excerpt(piece.quote, _QUOTE)
        yield f"  - 评分：{words.refusal(piece)}“{quote}”（{piece.line}:{piece.column}）"


def _title(report: str, row: ItemRow) -> str:
    return f"{escaped(report)} {escaped(row.id)} {escaped(row.title)}"


def _sides(row: ItemRow, label: Label) -> Iterator[str]:
    for quote in label.evidence[: words.QUOTES]:
        yield f"  - 标注：“{escaped_excerpt(quote.words, _QUOTE)}”"
    for piece in row.evidence[: words.QUOTES]:
        hit = (piece.hit[0] - piece.start, piece.hit[1] - piece.start)
        yield f"  - 评分：“{escaped_excerpt(piece.quote, _QUOTE, hit)}”（{piece.line}:{piece.column}）"


def _missed_evidence(evaluation: Evaluation) -> Iterator[str]:
    if not evaluation.missed_evidence:
        return
    yield from (f"## 标注的证据没有找到（{len(evaluation.missed_evidence)} 项）", "")
    differs = {(one.report, one.row.id) for one in evaluation.disagreements}
    for one in evaluation.missed_evidence:
        again = (one.report, one.row.id) in differs
        yield f"- {_title(one.report, one.row)}{'（见上）' if again else ''}"
        if not again:
            yield from _sides(one.row, one.label)
    yield ""


def _missed_values(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.missed_values:
        yield from (f"## 标注的数值没有对上（{len(evaluation.missed_values)} 处）", "")
        for one in evaluation.missed_values:
            yield f"- {_title(one.report, one.row)}：{escaped(words.value_words(one))}"
        yield ""

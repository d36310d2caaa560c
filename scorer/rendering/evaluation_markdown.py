"""An evaluation as GitHub-flavoured Markdown, made to be pasted into a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorer.i18n import tr, trn
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
_NAIVE = ("kappa", "interval", "linear", "precision", "recall", "f1", "exact")
_ALL = (*_NAIVE, "evidence", "precise", "values", "derived", "total")


def as_markdown(evaluation: Evaluation, failures: Sequence[Failure] = ()) -> str:
    """The evaluation as one document."""
    lines = [tr("# 评分与人工标注的一致程度"), "", escaped(words.scope(evaluation)), ""]
    lines += _measures(evaluation)
    lines += _baseline(evaluation)
    lines += _disagreements(evaluation)
    lines += _missed_evidence(evaluation)
    lines += _missed_values(evaluation)
    if failures:
        lines += [tr("## 未能评测"), ""]
        lines += [
            tr("- {name}：{message}", name=escaped(one.name), message=escaped(one.message))
            for one in failures
        ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _measures(evaluation: Evaluation) -> Iterator[str]:
    rows = [
        (escaped(one.name), *_figures(one.measures), words.difference(one.total, one.label_total))
        for one in evaluation.reports
    ]
    if len(rows) != 1:
        rows.append((words.all_reports(), *_figures(evaluation.pooled), ""))
    yield from table(_head(_ALL), rows, range(1, len(_ALL) + 1))
    yield from (tr("{sentence}。", sentence=words.legend()), "")
    yield from (tr("置信度与正确率：{shares}。", shares=words.calibration(evaluation)), "")
    for sentence in words.unlabelled(evaluation):
        yield from (tr("{sentence}。", sentence=escaped(sentence)), "")


def _head(measures: Sequence[str]) -> list[str]:
    heads = words.heads()
    return [tr("报告"), *(heads[measure] for measure in measures)]


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
    yield from (tr("## 只查关键词的对照"), "")
    rows = [(escaped(one.name), *_series(one.baseline)) for one in evaluation.reports if one.baseline]
    if len(rows) != 1:
        rows.append((words.all_reports(), *_series(evaluation.baseline)))
    yield from table(_head(_NAIVE), rows, range(1, len(_NAIVE) + 1))
    yield from (tr("{sentence}。", sentence=words.baseline_note()), "")


def _disagreements(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.disagreements:
        count = len(evaluation.disagreements)
        yield from (trn("## 与标注不同的指标（{count} 项，按差距 × 分值由大到小）", count), "")
        for one in evaluation.disagreements:
            yield from _disagreement(one)
        yield ""


def _disagreement(one: Disagreement) -> Iterator[str]:
    yield tr(
        "- **{weight}** {item}：{verdicts}",
        weight=words.weight(one),
        item=_title(one.report, one.row),
        verdicts=words.verdicts(one),
    )
    yield tr("  - 理由：{reason}", reason=escaped(one.row.reason))
    yield from _sides(one.row, one.label)
    for piece in one.refused[: words.QUOTES]:
        quote = words.refusal(piece, escaped_excerpt(piece.quote, _QUOTE))
        yield tr("  - 评分：{quote}（{line}:{column}）", quote=quote, line=piece.line, column=piece.column)


def _title(report: str, row: ItemRow) -> str:
    return f"{escaped(report)} {escaped(row.id)} {escaped(row.title)}"


def _sides(row: ItemRow, label: Label) -> Iterator[str]:
    for quote in label.evidence[: words.QUOTES]:
        yield tr("  - 标注：“{quote}”", quote=escaped_excerpt(quote.words, _QUOTE))
    for piece in row.evidence[: words.QUOTES]:
        hit = (piece.hit[0] - piece.start, piece.hit[1] - piece.start)
        shown = escaped_excerpt(piece.quote, _QUOTE, hit)
        yield tr("  - 评分：“{quote}”（{line}:{column}）", quote=shown, line=piece.line, column=piece.column)


def _missed_evidence(evaluation: Evaluation) -> Iterator[str]:
    if not evaluation.missed_evidence:
        return
    yield from (trn("## 标注的证据没有找到（{count} 项）", len(evaluation.missed_evidence)), "")
    differs = {(one.report, one.row.id) for one in evaluation.disagreements}
    for one in evaluation.missed_evidence:
        item = _title(one.report, one.row)
        if (one.report, one.row.id) in differs:
            yield tr("- {item}（见上）", item=item)
        else:
            yield f"- {item}"
            yield from _sides(one.row, one.label)
    yield ""


def _missed_values(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.missed_values:
        yield from (trn("## 标注的数值没有对上（{count} 处）", len(evaluation.missed_values)), "")
        for one in evaluation.missed_values:
            yield tr(
                "- {item}：{words}", item=_title(one.report, one.row), words=escaped(words.value_words(one))
            )
        yield ""

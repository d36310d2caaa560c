"""An evaluation on a terminal: the measures in one table, then what differs, worst first."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.i18n import tr, trn, trp
from scorer.rendering import evaluation_words as words
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.interface import Failure, Options
from scorer.rendering.screen import Screen
from scorer.rendering.wrap import cells
from scorer.review.agreement import Disagreement, Evaluation, Measures
from scorer.review.labels import Label
from scorer.review.measures import Agreement
from scorer.scoring.model import ItemRow

__all__ = ["as_terminal"]

_QUOTE = 90
# Cells of the columns behind the report's name, which align to the right; more where the head is longer.
_SERIES = (("kappa", 7), ("interval", 14), ("f1", 7), ("exact", 10))
_MEASURES = (*_SERIES, ("evidence", 9), ("values", 8), ("total", 8))
_DETAIL = (("linear", 8), ("precision", 8), ("recall", 8), ("precise", 10), ("derived", 10))


def as_terminal(evaluation: Evaluation, options: Options, failures: Sequence[Failure] = ()) -> str:
    """The evaluation as a page of lines."""
    screen = Screen(options)
    told = tr("评分与人工标注的一致程度：{scope}", scope=visible(words.scope(evaluation)))
    screen.prose("", told, 0, "bold")
    _tables(screen, evaluation)
    _disagreements(screen, evaluation)
    _missed(screen, evaluation)
    if failures:
        screen.heading(tr("未能评测"), trn("{count} 份", len(failures)))
        for failure in failures:
            told = tr("{name}：{message}", name=visible(failure.name), message=visible(failure.message))
            screen.prose("!", told, 2)
    return screen.finish()


def _tables(screen: Screen, evaluation: Evaluation) -> None:
    main, detail = _columns(_MEASURES), _columns(_DETAIL)
    wide = screen.width >= 80 + sum(size for _, size in detail)
    screen.heading(tr("一致程度"))
    rows = [
        (visible(one.name), one.measures, words.difference(one.total, one.label_total))
        for one in evaluation.reports
    ]
    if len(rows) != 1:
        rows.append((words.all_reports(), evaluation.pooled, ""))
    _table(
        screen,
        (*main, *(detail if wide else ())),
        [(name, (*_main(one), gap, *(_detail(one) if wide else ()))) for name, one, gap in rows],
    )
    if not wide:
        screen.blank()
        _table(screen, detail, [(name, _detail(one)) for name, one, _ in rows])
    screen.prose("", words.legend(), 2, "dim")
    screen.blank()
    screen.prose(tr("置信度与正确率"), words.calibration(evaluation), 2)
    for sentence in words.unlabelled(evaluation):
        screen.prose("!", visible(sentence), 2)
    _baseline(screen, evaluation)


def _baseline(screen: Screen, evaluation: Evaluation) -> None:
    if evaluation.baseline is None:
        return
    screen.heading(tr("只查关键词的对照"))
    rows = [(visible(one.name), _naive(one.baseline)) for one in evaluation.reports if one.baseline]
    if len(rows) != 1:
        rows.append((words.all_reports(), _naive(evaluation.baseline)))
    _table(screen, _columns(_SERIES), rows)
    screen.prose("", words.baseline_note(), 2, "dim")


def _columns(columns: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Heads in the language in force, each with the cells of its column."""
    heads = words.heads()
    return [(heads[measure], max(size, cells(heads[measure]) + 2)) for measure, size in columns]


def _table(
    screen: Screen, head: Sequence[tuple[str, int]], rows: Sequence[tuple[str, Sequence[str]]]
) -> None:
    title = tr("报告")
    longest = max(cells(name) for name in (title, *(name for name, _ in rows)))
    names = max(6, min(longest, screen.width - 2 - sum(size for _, size in head)))
    screen.columns(("", 2, ""), (title, names, "dim"), *((words, -size, "dim") for words, size in head))
    for name, figures in rows:
        style = "bold" if name == words.all_reports() else ""
        parts = zip(figures, (size for _, size in head), strict=True)
        screen.columns(("", 2, ""), (name, names, style), *((one, -size, style) for one, size in parts))


def _main(measures: Measures) -> tuple[str, ...]:
    kappa, interval, _, _, _, f1 = words.series(measures.agreement)
    exact = words.share(measures.agreement.exact)
    return kappa, interval, f1, exact, words.share(measures.evidence), words.share(measures.values)


def _detail(measures: Measures) -> tuple[str, ...]:
    _, _, linear, precision, recall, _ = words.series(measures.agreement)
    return linear, precision, recall, words.share(measures.precise), words.share(measures.derived)


def _naive(agreement: Agreement) -> tuple[str, ...]:
    kappa, interval, _, _, _, f1 = words.series(agreement)
    return kappa, interval, f1, words.share(agreement.exact)


def _disagreements(screen: Screen, evaluation: Evaluation) -> None:
    if not evaluation.disagreements:
        return
    count = len(evaluation.disagreements)
    screen.heading(tr("与标注不同的指标"), trn("{count} 项，按差距 × 分值由大到小", count))
    for one in evaluation.disagreements:
        _disagreement(screen, one)


def _disagreement(screen: Screen, one: Disagreement) -> None:
    screen.blank()
    screen.row(
        (f"  {words.weight(one):<6}", "bold"),
        (f"{visible(one.row.id)} ", "dim"),
        (visible(one.row.title), "bold"),
        (f"   {visible(one.report)}", "dim"),
    )
    screen.prose("", words.verdicts(one), 8)
    screen.prose(tr("理由"), visible(one.row.reason), 8)
    _sides(screen, one.row, one.label)
    for piece in one.refused[: words.QUOTES]:
        quote = words.refusal(piece, excerpt(piece.quote, _QUOTE)[0])
        screen.prose(trp("evaluation", "评分"), quote, 8, tail=f"{piece.line}:{piece.column}")


def _sides(screen: Screen, row: ItemRow, label: Label) -> None:
    """What the label quotes, then what the program does."""
    for quote in label.evidence[: words.QUOTES]:
        screen.prose(tr("标注"), f"“{excerpt(quote.words, _QUOTE)[0]}”", 8)
    for piece in row.evidence[: words.QUOTES]:
        hit = (piece.hit[0] - piece.start, piece.hit[1] - piece.start)
        shown, start, end = excerpt(piece.quote, _QUOTE, hit)
        place = f"{piece.line}:{piece.column}"
        screen.prose(trp("evaluation", "评分"), f"“{shown}”", 8, hit=(start + 1, end + 1), tail=place)


def _missed(screen: Screen, evaluation: Evaluation) -> None:
    if evaluation.missed_evidence:
        screen.heading(tr("标注的证据没有找到"), trn("{count} 项", len(evaluation.missed_evidence)))
    differs = {(one.report, one.row.id) for one in evaluation.disagreements}
    for one in evaluation.missed_evidence:
        again = (one.report, one.row.id) in differs
        screen.row(
            (f"  {visible(one.row.id)} {visible(one.row.title)}", ""),
            (f"   {visible(one.report)}", "dim"),
            (tr("   见上") if again else "", "dim"),
        )
        if not again:
            _sides(screen, one.row, one.label)
    if evaluation.missed_values:
        screen.heading(tr("标注的数值没有对上"), trn("{count} 处", len(evaluation.missed_values)))
    for missed in evaluation.missed_values:
        said = visible(words.value_words(missed))
        screen.prose(visible(missed.row.id), said, 2, tail=visible(missed.report))

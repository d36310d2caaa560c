"""The words and figures that the terminal and the Markdown of an evaluation share."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from scorer.framework.model import Framework
from scorer.i18n import listed, tr, trn, trp
from scorer.rendering import labels
from scorer.rendering.numbers import digits, percent, rounded
from scorer.review.agreement import Disagreement, Evaluation, MissedValue
from scorer.review.labels import Label
from scorer.review.measures import Agreement, Share
from scorer.rules.model import Rejected, Value
from scorer.scoring.model import ItemRow

__all__ = [
    "QUOTES",
    "all_reports",
    "baseline_note",
    "calibration",
    "coefficient",
    "difference",
    "heads",
    "label_verdict",
    "legend",
    "our_verdict",
    "refusal",
    "scope",
    "series",
    "share",
    "unlabelled",
    "value_words",
    "verdicts",
    "weight",
]

QUOTES = 2  # pieces of evidence shown of each side; --format json has all


def all_reports() -> str:
    """The name of the row for all reports together."""
    return trp("evaluation", "合计")


def heads() -> dict[str, str]:
    """The heads of the columns of measures, by what they measure; :func:`legend` explains them."""
    return {
        "kappa": "κ",
        "interval": trp("measure", "95% 区间"),
        "linear": trp("measure", "线性 κ"),
        "precision": trp("measure", "查准"),
        "recall": trp("measure", "查全"),
        "f1": "F1",
        "exact": trp("measure", "状态一致"),
        "evidence": trp("measure", "证据"),
        "precise": trp("measure", "证据查准"),
        "values": trp("measure", "数值"),
        "derived": trp("measure", "推算数值"),
        "total": trp("measure", "总分差"),
    }


def legend() -> str:
    """What the columns of the measures are."""
    return tr(
        "κ 为二次加权，区间由重抽样得出；查准、查全、F1 看“达到或部分”与“未见”之分；"
        "证据、数值为标注所列而评分也找到的；推算数值由标注人计数或算出；总分差为评分减标注"
    )


def baseline_note() -> str:
    """What the search for mere words does."""
    return tr("对照：只在全文查找同一套词语，出现两个不同的词算达到，一个算部分，没有算未见")


def coefficient(value: Decimal | None) -> str:
    """A coefficient or rate with three decimals, a dash where there is none."""
    return "–" if value is None else f"{rounded(value, 3) + 0:f}"  # without the sign of -0.000


def share(counted: Share) -> str:
    """``74/80``."""
    return f"{counted.hits}/{counted.of}"


def difference(ours: Decimal, theirs: Decimal) -> str:
    """The first minus the second, with its sign."""
    gap = rounded(ours - theirs)
    return f"{'+' if gap > 0 else ''}{digits(gap)}"


def series(agreement: Agreement) -> tuple[str, str, str, str, str, str]:
    """κ, its interval, linear κ, precision, recall, F1."""
    kappa, presence = agreement.kappa, agreement.presence
    return (
        coefficient(kappa.quadratic),
        trp("coefficients", "{low}～{high}", low=coefficient(kappa.low), high=coefficient(kappa.high)),
        coefficient(kappa.linear),
        coefficient(presence.precision),
        coefficient(presence.recall),
        coefficient(presence.f1),
    )


def scope(evaluation: Evaluation) -> str:
    """What was compared: framework, reports, labelled items."""
    labelled = sum(len(result.labels.labels) for result in evaluation.reports)
    return tr(
        "{framework} · {reports} · {labels}",
        framework=_name(evaluation.framework),
        reports=trn("{count} 份报告", len(evaluation.reports)),
        labels=trn("{count} 条标注", labelled),
    )


def _name(framework: Framework) -> str:
    return f"{framework.title} {framework.id}@{framework.version}"


def unlabelled(evaluation: Evaluation) -> Iterator[str]:
    """A sentence for each report in which items of the framework have no label."""
    for result in evaluation.reports:
        if result.unlabelled:
            some = listed(result.unlabelled[:5])
            if len(result.unlabelled) > 5:
                some = tr("{items} 等", items=some)
            yield trn(
                "{report}：框架中 {count} 项没有标注，未计入（{items}）",
                len(result.unlabelled),
                report=result.name,
                items=some,
            )


def calibration(evaluation: Evaluation) -> str:
    """How often verdicts of each confidence are right, over all reports."""
    shares = evaluation.pooled.calibration.items()
    return tr("，").join(
        tr(
            "{confidence} {rate}（{share}）",
            confidence=labels.CONFIDENCE[level],
            rate=percent(one.rate),
            share=share(one),
        )
        for level, one in shares
    )


def weight(one: Disagreement) -> str:
    """What a disagreement costs, in points with two decimals."""
    return f"{rounded(one.weight):f}"


def verdicts(one: Disagreement) -> str:
    """Both verdicts in one line."""
    return tr("标注 {label}，评分 {ours}", label=label_verdict(one.row, one.label), ours=our_verdict(one.row))


def label_verdict(row: ItemRow, label: Label) -> str:
    """The label's verdict with its confidence."""
    word = labels.state(row.kind, label.verdict.status).word
    if label.confidence is None:
        return word
    return tr("{state}（{confidence}）", state=word, confidence=labels.CONFIDENCE[label.confidence])


def our_verdict(row: ItemRow) -> str:
    """The program's verdict with its confidence."""
    state = labels.state(row.kind, row.status).word
    return tr("{state}（{confidence}）", state=state, confidence=labels.CONFIDENCE[row.confidence])


def refusal(piece: Rejected, quote: str) -> str:
    """The quotation of a hit that does not count, with the reason."""
    return tr("〔不计：{why}〕“{quote}”", why=labels.WHY[piece.why], quote=quote)


def value_words(one: MissedValue) -> str:
    """What the label states and what the program has instead."""
    ours = listed(_number(value) for value in one.ours) or tr("没有")
    known = {"metric": one.metric, "label": digits(one.stated), "ours": ours}
    if one.quoted:
        return tr("{metric}：标注 {label}，评分 {ours}", **known)
    return tr("{metric}：标注 {label}（推算），评分 {ours}", **known)


def _number(value: Value) -> str:
    if value.value is not None:
        return f"{digits(rounded(value.value))}{value.unit}"
    low, high = ("" if end is None else digits(rounded(end)) for end in (value.low, value.high))
    return tr("{low}～{high}", low=low, high=f"{high}{value.unit}")

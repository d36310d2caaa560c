"""The words and figures that the terminal and the Markdown of an evaluation share."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from scorer.framework.model import Framework
from scorer.rendering import labels
from scorer.rendering.numbers import digits, percent, rounded
from scorer.review.agreement import Disagreement, Evaluation, MissedValue
from scorer.review.labels import Label
from scorer.review.measures import Agreement, Share
from scorer.rules.model import Rejected, Value
from scorer.scoring.model import ItemRow

__all__ = [
    "ALL",
    "BASELINE_NOTE",
    "LEGEND",
    "QUOTES",
    "calibration",
    "coefficient",
    "difference",
    "label_verdict",
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

ALL = "合计"
QUOTES = 2  # pieces of evidence shown of each side; --format json has all
LEGEND = (
    "κ 为二次加权，区间由重抽样得出；查准、查全、F1 看“达到或部分”与“未见”之分；"
    "证据、数值为标注所列而评分也找到的；推算数值由标注人计数或算出；总分差为评分减标注"
)
BASELINE_NOTE = "对照：只在全文查找同一套词语，出现两个不同的词算达到，一个算部分，没有算未见"


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
        f"{coefficient(kappa.low)}～{coefficient(kappa.high)}",
        coefficient(kappa.linear),
        coefficient(presence.precision),
        coefficient(presence.recall),
        coefficient(presence.f1),
    )


def scope(evaluation: Evaluation) -> str:
    """What was compared: framework, reports, labelled items."""
    labelled = sum(len(result.labels.labels) for result in evaluation.reports)
    return f"{_name(evaluation.framework)} · {len(evaluation.reports)} 份报告 · {labelled} 条标注"


def _name(framework: Framework) -> str:
    return f"{framework.title} {framework.id}@{framework.version}"


def unlabelled(evaluation: Evaluation) -> Iterator[str]:
    """A sentence for each report in which items of the framework have no label."""
    for result in evaluation.reports:
        if result.unlabelled:
            some = "、".join(result.unlabelled[:5]) + (" 等" if len(result.unlabelled) > 5 else "")
            yield f"{result.name}：框架中 {len(result.unlabelled)} 项没有标注，未计入（{some}）"


def calibration(evaluation: Evaluation) -> str:
    """How often verdicts of each confidence are right, over all reports."""
    shares = evaluation.pooled.calibration.items()
    return "，".join(
        f"{labels.CONFIDENCE[level]} {percent(one.rate)}（{share(one)}）" for level, one in shares
    )


def weight(one: Disagreement) -> str:
    """What a disagreement costs, in points with two decimals."""
    return f"{rounded(one.weight):f}"


def verdicts(one: Disagreement) -> str:
    """Both verdicts in one line."""
    return f"标注 {label_verdict(one.row, one.label)}，评分 {our_verdict(one.row)}"


def label_verdict(row: ItemRow, label: Label) -> str:
    """The label's verdict with its confidence."""
    word = labels.state(row.kind, label.verdict.status).word
    return f"{word}（{labels.CONFIDENCE[label.confidence]}）" if label.confidence else word


def our_verdict(row: ItemRow) -> str:
    """The program's verdict with its confidence."""
    return f"{labels.state(row.kind, row.status).word}（{labels.CONFIDENCE[row.confidence]}）"


def refusal(piece: Rejected) -> str:
    """Why a hit does not count."""
    return f"〔不计：{labels.WHY[piece.why]}〕"


def value_words(one: MissedValue) -> str:
    """What the label states and what the program has instead."""
    ours = "、".join(_number(value) for value in one.ours) or "没有"
    source = "" if one.quoted else "（推算）"
    return f"{one.metric}：标注 {digits(one.stated)}{source}，评分 {ours}"


def _number(value: Value) -> str:
    if value.value is not None:
        return f"{digits(rounded(value.value))}{value.unit}"
    ends = ("" if end is None else digits(rounded(end)) for end in (value.low, value.high))
    return f"{'～'.join(ends)}{value.unit}"

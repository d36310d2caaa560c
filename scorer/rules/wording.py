"""The sentences that tell an evaluator why: Chinese, short, with the numbers that were compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.framework.model import Item, ItemKind, Metric
from scorer.quantities.model import Hedge
from scorer.rules.model import (
    Evidence,
    Match,
    Period,
    Reading,
    Rejected,
    Satisfies,
    Status,
    Step,
    Value,
    Why,
)

__all__ = ["REFUSALS", "TELLING", "advise", "explain_status", "show_number"]

# How a refusal reads after “只”: the places an evaluator would name.
REFUSALS = {
    Why.PLAN: "在计划里提到",
    Why.PROBLEM: "在问题里提到",
    Why.QUOTED: "转述要求或他人的事",
    Why.CHROME: "出现在页面残留里",
    Why.CLOSING: "出现在结尾落款里",
    Why.PREAMBLE: "出现在导语里",
    Why.ACHIEVEMENT: "出现在成效段里",
    Why.HEADING: "出现在标题里",
    Why.MASK: "是别的词的一部分（已屏蔽）",
    Why.WORD_BOUNDARY: "是跨词误配",
    Why.OTHER_SUBJECT: "是标准、往年或别处的数",
}
_ALIKE = "字面相近而说的是别的"
# Facts that are so or not: 1 and 0 would puzzle.
_YES_NO = frozenset(("title_year", "issuer_government", "date"))
_HEDGES = {
    Hedge.EXACT: "",
    Hedge.APPROX: "约",
    Hedge.AT_LEAST: "不少于",
    Hedge.AT_MOST: "不多于",
    Hedge.OVER: "超过",
    Hedge.UNDER: "不足",
}
# The kinds of match, the most telling first.
TELLING = (Match.METRIC, Match.DETAIL, Match.NEAR, Match.EXACT, Match.FUZZY)
_SATISFIES = {
    Satisfies.FULL: "达到满分线",
    Satisfies.PARTIAL: "达到半分线",
    Satisfies.NONE: "未达线",
    Satisfies.UNKNOWN: "无法判定是否达线",
}


def show_number(value: Decimal | None) -> str:
    """A number as people write it: no exponent, no trailing zeros.

    >>> show_number(Decimal("100.00")), show_number(Decimal("7.50"))
    ('100', '7.5')
    """
    if value is None:
        return "?"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def explain_status(
    item: Item, status: Status, step: Step | None, readings: Sequence[Reading], rejected: Sequence[Rejected]
) -> str:
    """Why the item has this status, in one or two sentences."""
    if step is None:
        numbers = _numbers(item, readings)
        return f"{_absence(item, rejected)}{'；' + numbers if numbers else ''}。"
    ground = _ground(item, step, readings, partly=status is Status.PARTIAL)
    if status is Status.MET:
        return f"{ground}。"
    if item.kind in (ItemKind.DEDUCTION, ItemKind.BONUS) or item.met is None:
        return f"{ground}；只够“部分”：{item.criterion_partial}"
    return f"{ground}；还不够“达到”：{item.criterion_met}"


def _ground(item: Item, step: Step, readings: Sequence[Reading], *, partly: bool) -> str:
    """What held, in words: the numbers if numbers proved it, else the first proof; then the other numbers."""
    proofs = list(_proofs(step))
    measured = {proof.phrase for proof in proofs if proof.match is Match.METRIC}
    words = _numbers(item, [r for r in readings if r.value.metric in measured])
    if not words:
        words = _words(min(proofs, key=_telling)) if proofs else step.label
        beside = _numbers(item, readings if partly else [r for r in readings if _short(r)])
        words += f"；{beside}" if beside else ""
    return words


def _short(reading: Reading) -> bool:
    return reading.value.satisfies is not Satisfies.FULL


def _proofs(step: Step) -> Iterator[Evidence]:
    if step.holds:
        yield from step.evidence
        for child in step.children:
            yield from _proofs(child)


def _telling(proof: Evidence) -> tuple[int, int]:
    """Numbers and details tell more than words, long words more than short ones."""
    return TELLING.index(proof.match), -len(proof.phrase)


def _words(proof: Evidence) -> str:
    if proof.match is Match.FUZZY:
        return f"有与“{proof.phrase}”相近的表述（相似度{proof.similarity:.0f}）"
    return f"有实证：{proof.phrase}" if proof.match is Match.DETAIL else f"谈到“{proof.phrase}”"


def _numbers(item: Item, readings: Sequence[Reading]) -> str:
    shown = []
    for metric in item.metrics:
        mine = [r.value for r in readings if r.value.metric == metric.name]
        if mine:
            best = min(mine, key=lambda value: list(Satisfies).index(value.satisfies))
            shown.append(_number(metric, best))
    return "；".join(shown)


def _number(metric: Metric, value: Value) -> str:
    if metric.source in _YES_NO:
        return f"{metric.name}：{'是' if value.value else '否'}"
    if metric.source == "days_late":
        return f"{metric.name}{_lateness(value.value)}"
    judged = metric.full is not None and metric.full.operator != "present"
    line = f"（{_SATISFIES[value.satisfies]}{_line(metric, value)}）" if judged else ""
    return f"{metric.name} {_show(value)}{line}"


def _lateness(days: Decimal | None) -> str:
    if days is None or not days:
        return "正在次年3月1日"
    return f"{'早' if days < 0 else '晚'}于次年3月1日{show_number(abs(days))}天"


def _line(metric: Metric, value: Value) -> str:
    bound = metric.partial if value.satisfies is Satisfies.PARTIAL else metric.full
    return f" {bound}" if bound is not None else ""


def _show(value: Value) -> str:
    since = "累计" if value.period is Period.CUMULATIVE else ""
    if value.value is not None:
        return since + _HEDGES[value.hedge] + _amount(value.value, value.unit)
    if value.high is None:
        return f"{since}{_amount(value.low, value.unit)}以上"
    return f"{since}{show_number(value.low)}–{_amount(value.high, value.unit)}"


def _amount(number: Decimal | None, unit: str) -> str:
    """A number with its unit; large sums in 万元 and 亿元 as reports write them."""
    if unit == "元" and number is not None:
        for size, name in ((Decimal(10**8), "亿元"), (Decimal(10**4), "万元")):
            if abs(number) >= size:
                return f"{show_number(number / size)}{name}"
    return f"{show_number(number)}{unit}"


def _absence(item: Item, rejected: Sequence[Rejected]) -> str:
    nothing = "没有发现扣分情形" if item.kind is ItemKind.DEDUCTION else "没有找到能证明本项的语句"
    if not rejected:
        return nothing
    counts = Counter(_ALIKE if r.alike else REFUSALS[r.why] for r in rejected)
    places = "、".join(f"{words}{count}处" for words, count in counts.most_common(3))
    return f"{nothing}；只{places}"


def advise(item: Item, status: Status) -> str | None:
    """What would win the lost points; None when none are lost."""
    if item.kind is ItemKind.DEDUCTION or status in (Status.MET, Status.NOT_APPLICABLE):
        return None
    if item.met is None:
        return None
    return f"补写：{item.criterion_met}"

"""The sentences that tell an evaluator why: Chinese, short, with the numbers that were compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from scorer.framework.model import Item, ItemKind
from scorer.rules.model import Match, Reading, Rejected, Satisfies, Status, Step, Value, Why

__all__ = ["REFUSALS", "advise", "explain_status", "show_number"]

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
    Why.OTHER_SUBJECT: "是标准或别的主体的数",
}
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
    numbers = _numbers(item, readings)
    if step is None:
        found = _absence(item, rejected)
        return f"{found}{'；' + numbers if numbers else ''}。"
    ground = numbers or _ground(step)
    if status is Status.MET:
        return f"{ground}。"
    if item.kind in (ItemKind.DEDUCTION, ItemKind.BONUS) or item.met is None:
        return f"{ground}；只够“部分”：{item.criterion_partial}"
    return f"{ground}；还不够“达到”：{item.criterion_met}"


def _numbers(item: Item, readings: Sequence[Reading]) -> str:
    shown = []
    for metric in item.metrics:
        mine = [r.value for r in readings if r.value.metric == metric.name]
        if not mine:
            continue
        best = min(mine, key=lambda value: list(Satisfies).index(value.satisfies))
        judged = metric.full is not None and metric.full.operator != "present"
        line = f"（{_SATISFIES[best.satisfies]}{_line(item, best)}）" if judged else ""
        shown.append(f"{metric.name} {_show(best)}{line}")
    return "；".join(shown)


def _line(item: Item, value: Value) -> str:
    metric = item.metric(value.metric)
    bound = metric.partial if value.satisfies is Satisfies.PARTIAL else metric.full
    return f" {bound}" if bound is not None else ""


def _show(value: Value) -> str:
    if value.value is not None:
        return f"{show_number(value.value)}{value.unit}"
    if value.high is None:
        return f"{show_number(value.low)}{value.unit}以上"
    return f"{show_number(value.low)}–{show_number(value.high)}{value.unit}"


def _ground(step: Step) -> str:
    """What held, in words: the first proof of the rule."""
    evidence = step.evidence
    stack = [child for child in step.children if child.holds]
    while not evidence and stack:
        first = stack.pop(0)
        evidence = first.evidence
        stack[:0] = [child for child in first.children if child.holds]
    if not evidence:
        return step.label
    proof = evidence[0]
    if proof.match is Match.FUZZY:
        return f"有与“{proof.phrase}”相近的表述（相似度{proof.similarity:.0f}）"
    if proof.match is Match.DETAIL:
        return f"有实证：{proof.phrase}"
    return f"谈到“{proof.phrase}”"


def _absence(item: Item, rejected: Sequence[Rejected]) -> str:
    nothing = "没有发现扣分情形" if item.kind is ItemKind.DEDUCTION else "没有找到能证明本项的语句"
    if not rejected:
        return nothing
    counts = Counter(REFUSALS[r.why] for r in rejected)
    places = "、".join(f"{words}{count}处" for words, count in counts.most_common(3))
    return f"{nothing}；只{places}"


def advise(item: Item, status: Status) -> str | None:
    """What would win the lost points; None when none are lost."""
    if item.kind is ItemKind.DEDUCTION or status in (Status.MET, Status.NOT_APPLICABLE):
        return None
    if item.met is None:
        return None
    return f"补写：{item.criterion_met}"

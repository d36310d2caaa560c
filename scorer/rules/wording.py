"""The sentences that tell an evaluator why: short, with the numbers that were compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.framework.model import Item, ItemKind, Metric
from scorer.i18n import Labels, listed, mark, markn, tr, trn
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

__all__ = ["REFUSALS", "TELLING", "advise", "explain_status", "measured", "show_number"]

# How refusals read after “只”: the places an evaluator would name.
REFUSALS = {
    Why.PLAN: markn("在计划里提到{count}处"),
    Why.PROBLEM: markn("在问题里提到{count}处"),
    Why.QUOTED: markn("转述要求或他人的事{count}处"),
    Why.CHROME: markn("出现在页面残留里{count}处"),
    Why.CLOSING: markn("出现在结尾落款里{count}处"),
    Why.PREAMBLE: markn("出现在导语里{count}处"),
    Why.ACHIEVEMENT: markn("出现在成效段里{count}处"),
    Why.HEADING: markn("出现在标题里{count}处"),
    Why.MASK: markn("是别的词的一部分（已屏蔽）{count}处"),
    Why.WORD_BOUNDARY: markn("是跨词误配{count}处"),
    Why.OTHER_SUBJECT: markn("是标准、往年或别处的数{count}处"),
}
_ALIKE = markn("字面相近而说的是别的{count}处")
# Facts that are so or not: 1 and 0 would puzzle.
_YES_NO = frozenset(("title_year", "issuer_government", "date"))
_HEDGES = {
    Hedge.APPROX: mark("约{number}"),
    Hedge.AT_LEAST: mark("不少于{number}"),
    Hedge.AT_MOST: mark("不多于{number}"),
    Hedge.OVER: mark("超过{number}"),
    Hedge.UNDER: mark("不足{number}"),
}
# Units are the report's own words.
_YUAN = "元"
_LARGE_SUMS = ((Decimal(10**8), "亿元"), (Decimal(10**4), "万元"))
_APART = mark("；")  # between what is said of numbers
# The kinds of match, the most telling first.
TELLING = (Match.METRIC, Match.DETAIL, Match.NEAR, Match.EXACT, Match.FUZZY)
_SATISFIES = Labels(
    {
        Satisfies.FULL: mark("达到满分线"),
        Satisfies.PARTIAL: mark("达到半分线"),
        Satisfies.NONE: mark("未达线"),
        Satisfies.UNKNOWN: mark("无法判定是否达线"),
        Satisfies.LISTED: mark("只登记"),
    }
)


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
        said = [_absence(item, rejected), *([numbers] if numbers else [])]
        return tr("{words}。", words=listed(said, _APART))
    ground = _ground(item, step, readings, partly=status is Status.PARTIAL)
    if status is Status.MET:
        return tr("{words}。", words=ground)
    if item.kind in (ItemKind.DEDUCTION, ItemKind.BONUS) or item.met is None:
        return tr("{ground}；只够“部分”：{criterion}", ground=ground, criterion=item.criterion_partial)
    return tr("{ground}；还不够“达到”：{criterion}", ground=ground, criterion=item.criterion_met)


def _ground(item: Item, step: Step, readings: Sequence[Reading], *, partly: bool) -> str:
    """What held, in words: the numbers if numbers proved it, else the first proof; then the other numbers."""
    proofs = list(_proofs(step))
    measured = {proof.phrase for proof in proofs if proof.match is Match.METRIC}
    words = _numbers(item, [r for r in readings if r.value.metric in measured])
    if not words:
        words = _words(min(proofs, key=_telling)) if proofs else step.label
        beside = _numbers(item, readings if partly else [r for r in readings if _short(r)])
        words = listed([words, beside], _APART) if beside else words
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
        return tr(
            "有与“{phrase}”相近的表述（相似度{similarity:.0f}）",
            phrase=proof.phrase,
            similarity=proof.similarity,
        )
    if proof.match is Match.DETAIL:
        return tr("有实证：{phrase}", phrase=proof.phrase)
    return tr("谈到“{phrase}”", phrase=proof.phrase)


def _numbers(item: Item, readings: Sequence[Reading]) -> str:
    shown = []
    for metric in item.metrics:
        mine = [r.value for r in readings if r.value.metric == metric.name]
        if mine:
            # Of several that reach as much a total says more than its parts.
            best = min(mine, key=lambda v: (list(Satisfies).index(v.satisfies), not v.worked_out))
            shown.append(_number(metric, best))
    return listed(shown, _APART)


def _number(metric: Metric, value: Value) -> str:
    if metric.source in _YES_NO:
        answer = tr("是") if value.value else tr("否")
        return tr("{metric}：{answer}", metric=metric.name, answer=answer)
    if metric.source == "days_late":
        return _lateness(metric, value.value)
    number = f"{metric.name} {_show(value)}"
    if metric.full is None or metric.full.operator == "present":
        return number
    return tr("{number}（{verdict}）", number=number, verdict=_line(metric, value))


def _lateness(metric: Metric, days: Decimal | None) -> str:
    if days is None or not days:
        return tr("{metric}正在次年3月1日", metric=metric.name)
    count = abs(days)
    early = markn("{metric}早于次年3月1日{days}天")
    late = markn("{metric}晚于次年3月1日{days}天")
    return trn(early if days < 0 else late, int(count), metric=metric.name, days=show_number(count))


def _line(metric: Metric, value: Value) -> str:
    bound = metric.partial if value.satisfies is Satisfies.PARTIAL else metric.full
    verdict = _SATISFIES[value.satisfies]
    return f"{verdict} {bound}" if bound is not None else verdict


def _show(value: Value) -> str:
    if value.value is not None:
        return measured(_amount(value.value, value.unit), value.period, value.hedge, value.worked_out)
    if value.high is None:
        return measured(tr("{number}以上", number=_amount(value.low, value.unit)), value.period)
    return measured(f"{show_number(value.low)}–{_amount(value.high, value.unit)}", value.period)


def measured(number: str, period: Period, hedge: Hedge = Hedge.EXACT, worked_out: str = "") -> str:
    """A number as the report hedges it, how it was worked out, and whether it counts several years."""
    words = tr(_HEDGES[hedge], number=number) if hedge in _HEDGES else number
    if period is Period.CUMULATIVE:
        words = tr("累计{number}", number=words)
    return f"{worked_out}＝{words}" if worked_out else words


def _amount(number: Decimal | None, unit: str) -> str:
    """A number with its unit; large sums in 万元 and 亿元 as reports write them."""
    if unit == _YUAN and number is not None:
        for size, name in _LARGE_SUMS:
            if abs(number) >= size:
                return f"{show_number(number / size)}{name}"
    return f"{show_number(number)}{unit}"


def _absence(item: Item, rejected: Sequence[Rejected]) -> str:
    deduction = item.kind is ItemKind.DEDUCTION
    nothing = tr("没有发现扣分情形") if deduction else tr("没有找到能证明本项的语句")
    if not rejected:
        return nothing
    counts = Counter(_ALIKE if r.alike else REFUSALS[r.why] for r in rejected)
    places = listed(trn(words, count) for words, count in counts.most_common(3))
    return tr("{nothing}；只{places}", nothing=nothing, places=places)


def advise(item: Item, status: Status) -> str | None:
    """What would win the lost points; None when none are lost."""
    if item.kind is ItemKind.DEDUCTION or status in (Status.MET, Status.NOT_APPLICABLE):
        return None
    if item.met is None:
        return None
    return tr("补写：{criterion}", criterion=item.criterion_met)

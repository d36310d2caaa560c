"""Changes inside a sentence: from A to B by so much, and A against last year's B."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.i18n import tr, trp
from scorer.quantities.facts import Fact, Sides, amount, finding, number, round_to
from scorer.quantities.model import Kind, Relation

__all__ = ["check_changes"]

_FROM = re.compile(r"(?:由|从)[^，。；,;]{0,12}$")
_MOVE = re.compile(
    r"[^，,。；;]{0,12}?(?:上升|提高|提升|增加|增长|调整|下降|降低|压缩|压减|缩短|缩减|减少|精简|扩大|前移|前进|后移|跃升|攀升|回落|降|增|升)[了]?(?:到|至|为)了?(?:20[0-9]{2}年的?)?第?$"
)
_BY = re.compile(
    r"(?P<ahead>[^。；;]{0,12}?)(?P<verb>上升|提高|提升|增加|增长|增|前移|前进|跃升|攀升|升|下降|降低|压缩|压减|缩短|缩减|减少|降|减|后移|增幅|降幅|增长率|压缩率|压减率|下降率)了?(?:为|达到?|约)?$"
)
# What may stand before 增长 without being another thing that grew: 同比, 以内，累计, the share itself.
_NO_SUBJECT = re.compile(
    r"(?:以内|之内|以上|左右|[内，,、（( ]|同比|环比|相比|比上年|较上年|共|累计|总计|净|总体|整体|实际|平均|分别|均|已|总|大幅|办理|时限|再|又|名次|位次|排名|排位|幅度|比例|增减|实现|其)*"
)
_MORE = re.compile(
    r"[，,（(]?(?:同比|环比)?(?:较|比|与)(?:去年|上年|上一年|前一年|20[0-9]{2}年)(?:同期)?(?:相比)?[，,]?"
    r"(?:净|共|又|多)?(?P<verb>增加|增长|上升|新增|减少|下降)了?$"
)
_SUBJECT_ENDS = re.compile(r"[由从]")
_LAST_YEAR = re.compile(
    r"[，,（(]?(?:同比|环比|相比|对比|较|比|与|而)?(?:去年|上年|上一年|前一年|去年同期|上年同期|20[0-9]{2}年(?:同期)?)的?[为是]?$"
)
_DOWN = re.compile(r"下降|降低|压缩|压减|缩短|缩减|减少|降|减")


def check_changes(text: str, facts: Sequence[Fact]) -> Iterator[Relation]:
    """由A上升到B，上升n名; 由A件增加到B件，增长p%; B件，较上年A件增长p%; B件，比上年增加n件，增长p%."""
    for first, second, third in zip(facts, facts[1:], facts[2:], strict=False):
        if not all(fact.exact for fact in (first, second, third)) or first.unit != second.unit:
            continue
        by = _BY.match(text[second.quantity.end : third.quantity.start])
        if (
            by is None
            or third.quantity.start - second.quantity.end > 20
            or _something_else(by["ahead"], first)
        ):
            continue
        between = text[first.quantity.end : second.quantity.start]
        ahead = text[max(0, first.quantity.start - 14) : first.quantity.start]
        if _FROM.search(ahead) and _MOVE.match(between):
            yield from _change(first, second, third, by["verb"])
        elif _LAST_YEAR.fullmatch(between):
            yield from _change(second, first, third, by["verb"], (first, third))
        elif more := _MORE.fullmatch(between):
            yield from _against_last_year(first, second, third, more["verb"])


def _something_else(ahead: str, first: Fact) -> bool:
    """Whether the words before 增长 name another thing: 行政诉讼由80件下降到60件，行政复议下降20%."""
    words = ahead[_match_end(ahead) :]
    return bool(words) and words not in first.label


def _match_end(ahead: str) -> int:
    match = _NO_SUBJECT.match(ahead)
    return match.end() if match else 0


def _against_last_year(now: Fact, change: Fact, rate: Fact, verb: str) -> Iterator[Relation]:
    """150件，比上年增加30件，增长25%: 30 of the 120 of last year."""
    before = now.value + change.value if _DOWN.search(verb) else now.value - change.value
    if rate.unit != "%" or now.unit == "%" or before <= 0:
        return
    places = _places(rate)
    computed, stated = round_to(change.value * 100 / before, places), round_to(rate.value, places)
    sign = "+" if _DOWN.search(verb) else "−"
    left = (
        f"{amount(change.value, change)} ÷ ({amount(now.value, now)} {sign} {amount(change.value, change)})"
    )
    yield _told((now, rate), left, computed, stated, "%", Decimal(1).scaleb(-places))


def _places(rate: Fact) -> int:
    """Decimals of a rate, two at most: a fraction (压缩三分之二) is endless in decimals."""
    return min(2, max(0, -int(rate.value.as_tuple().exponent)))


def _told(
    ends: tuple[Fact, Fact],
    left: str,
    computed: Decimal,
    stated: Decimal,
    sign: str,
    step: Decimal,
    verb: str = "",
) -> Relation:
    """``verb`` is given when the number went the other way than it says."""
    agrees = computed == stated
    sides = Sides(
        _SUBJECT_ENDS.split(ends[0].label, maxsplit=1)[0] or trp("数字核对", "变化"),
        left if agrees else f"{left} = {number(computed)}{sign}",
        "=" if agrees else "≠",
        f"{number(stated)}{sign}",
    )
    note = tr("方向与“{verb}”不符", verb=verb) if agrees and verb else ""
    warning = bool(verb) or abs(computed - stated) > step
    span = (ends[0].quantity.start, ends[1].quantity.end)
    return finding("growth", span, sides, stated, computed, agrees and not verb, note=note, warning=warning)


def _change(
    old: Fact, new: Fact, by: Fact, verb: str, ends: tuple[Fact, Fact] | None = None
) -> Iterator[Relation]:
    difference, stated = abs(new.value - old.value), by.value
    if by.unit == "%" and old.unit != "%" and old.value:
        places = _places(by)
        computed, stated = round_to(difference * 100 / old.value, places), round_to(by.value, places)
        step, sign = Decimal(1).scaleb(-places), "%"
        left = f"|{amount(new.value, new)} − {amount(old.value, old)}| ÷ {amount(old.value, old)}"
    elif (
        by.unit == new.unit
        or (by.quantity.kind is Kind.RANK and new.quantity.kind is Kind.RANK)
        or (by.unit == "个百分点" and old.unit == "%")
    ):
        computed, step, sign = difference, Decimal(0), by.unit
        left = f"|{number(new.value)} − {number(old.value)}|"
    elif by.quantity.kind is Kind.MULTIPLE and old.value:
        computed, step, sign = round_to(new.value / old.value, 1), Decimal("0.1"), "倍"
        left = f"{amount(new.value, new)} ÷ {amount(old.value, old)}"
    else:
        return
    wrong_way = new.quantity.kind is not Kind.RANK and bool(_DOWN.search(verb)) != (new.value < old.value)
    yield _told(ends or (old, by), left, computed, stated, sign, step, verb if wrong_way else "")

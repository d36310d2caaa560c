"""Changes inside a sentence: from A to B by so much, and A against last year's B."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.quantities.facts import Fact, finding, number, round_to
from scorer.quantities.model import Kind, Relation

__all__ = ["check_changes"]

_FROM = re.compile(r"(?:由|从)[^，。；,;]{0,12}$")
_MOVE = re.compile(
    r"[^，,。；;]{0,12}?(?:上升|提高|提升|增加|增长|调整|下降|降低|压缩|压减|缩短|缩减|减少|精简|扩大|前移|前进|后移|跃升|攀升|回落|降|增|升)[了]?(?:到|至|为)了?第?$"
)
_BY = re.compile(
    r"[^。；;]{0,12}?(?P<verb>上升|提高|提升|增加|增长|增|前移|前进|跃升|攀升|升|下降|降低|压缩|压减|缩短|缩减|减少|降|减|后移|增幅|降幅|增长率)了?(?:为|达到?|约)?$"
)
_LAST_YEAR = re.compile(
    r"[，,（(]?(?:同比|环比|相比|对比|较|比|与|而)?(?:去年|上年|上一年|前一年|去年同期|上年同期|20[0-9]{2}年(?:同期)?)的?[为是]?$"
)
_DOWN = re.compile(r"下降|降低|压缩|压减|缩短|缩减|减少|降|减")


def check_changes(text: str, facts: Sequence[Fact]) -> Iterator[Relation]:
    """由A上升到B，上升n名; 由A件增加到B件，增长p%; B件，较上年A件增长p%."""
    for first, second, third in zip(facts, facts[1:], facts[2:], strict=False):
        if not all(fact.exact for fact in (first, second, third)) or first.unit != second.unit:
            continue
        by = _BY.match(text[second.quantity.end : third.quantity.start])
        if by is None or third.quantity.start - second.quantity.end > 20:
            continue
        between = text[first.quantity.end : second.quantity.start]
        ahead = text[max(0, first.quantity.start - 14) : first.quantity.start]
        if _FROM.search(ahead) and _MOVE.match(between):
            yield from _change(first, second, third, by["verb"])
        elif _LAST_YEAR.fullmatch(between):
            yield from _change(second, first, third, by["verb"], (first, third))


def _change(
    old: Fact, new: Fact, by: Fact, verb: str, ends: tuple[Fact, Fact] | None = None
) -> Iterator[Relation]:
    difference, stated = abs(new.value - old.value), by.value
    if by.unit == "%" and old.unit != "%" and old.value:
        # A fraction (压缩三分之二) is endless in decimals.
        places = min(2, max(0, -int(by.value.as_tuple().exponent)))
        computed, stated = round_to(difference * 100 / old.value, places), round_to(by.value, places)
        step, sign = Decimal(1).scaleb(-places), "%"
        left = f"|{number(new.value)} − {number(old.value)}| ÷ {number(old.value)}"
    elif (
        by.unit == new.unit
        or (by.quantity.kind is Kind.RANK and new.quantity.kind is Kind.RANK)
        or (by.unit == "个百分点" and old.unit == "%")
    ):
        computed, step, sign = difference, Decimal(0), by.unit
        left = f"|{number(new.value)} − {number(old.value)}|"
    elif by.quantity.kind is Kind.MULTIPLE and old.value:
        computed, step, sign = round_to(new.value / old.value, 1), Decimal("0.1"), "倍"
        left = f"{number(new.value)} ÷ {number(old.value)}"
    else:
        return
    agrees = computed == stated
    wrong_way = new.quantity.kind is not Kind.RANK and bool(_DOWN.search(verb)) != (new.value < old.value)
    holds = agrees and not wrong_way
    message = f"变化：{left} = {number(computed)}{sign}"
    if not agrees:
        message += f" ≠ {number(stated)}{sign}，相差 {number(abs(computed - stated))}"
    elif wrong_way:
        message += f"，但方向与“{verb}”不符"
    span = (ends[0].quantity.start, ends[1].quantity.end) if ends else (old.quantity.start, by.quantity.end)
    warning = wrong_way or abs(computed - stated) > step
    yield finding("growth", span, by.value, computed, holds, message, warning=warning)

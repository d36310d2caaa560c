"""Rates against the counts they were worked out from.

Only words tie a rate to its counts: 占比 behind a count, or a count whose label holds the rate's own words
(可网上办理事项 and 可网办率). Rates whose whole is another set (办结率, 满意率 …) are never tested.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.quantities.facts import NEIGHBOURS, Fact, finding, number, round_to, same_measure
from scorer.quantities.model import Kind, Relation

__all__ = ["check_ratios"]

# Denominators of these are other sets than the counts around them, or periods, or averages.
_UNTESTED = re.compile(
    r"办复|办结|纠错|化解|满意|应诉|出庭|增幅|增速|降幅|办理率|及时|按期|按时|期限|答复|好评|回访|覆盖|平均|同比|环比|增长|压|减|下降|提高|上升"
)
_SHARE_BEFORE = re.compile(r"(?:占比|占总数的?|占全部的?|占总量的?|占)(?:为|达到?|约)?$")
_PASS = re.compile(r"通过率|合格率|优秀率|优良率|及格率|参考率|参训率|参会率|持证率")
_RATE = re.compile(r"(?P<stem>[^率]{2,12})率$")
_TRIED = re.compile(r"受理|调解|调处|排查|办理|处理")
_LARGEST_WHOLE = 10**7


def check_ratios(text: str, facts: Sequence[Fact], before: Sequence[Fact]) -> Iterator[Relation]:
    """The rates of a sentence that can be tested; ``before`` are the numbers of the sentence before it."""
    earlier = [fact for fact in before[-NEIGHBOURS:] if _countable(fact)]
    for index, rate in enumerate(facts):
        if rate.quantity.kind is not Kind.PERCENT or not rate.exact or not 0 < rate.value <= 100:
            continue
        counts = [fact for fact in facts[max(0, index - NEIGHBOURS) : index] if _countable(fact)]
        if not counts or _UNTESTED.search(rate.label):
            continue
        top = _numerator(text, rate, counts)
        wholes = [*earlier, *counts]
        if top is not None:
            tied = [*_announced(text, top, counts), *(whole for whole in wholes if _kin(rate, top, whole))]
            yield from _against(rate, top, wholes, tied)
        elif _PASS.search(rate.label) and _alone(counts):
            yield from _feasible(rate, counts[-1])


def _countable(fact: Fact) -> bool:
    return fact.exact and fact.value > 0 and fact.quantity.kind in {Kind.NUMBER, Kind.CURRENCY}


def _alone(counts: Sequence[Fact]) -> bool:
    return sum(same_measure((counts[-1], fact)) for fact in counts) == 1 and counts[-1].value < _LARGEST_WHOLE


def _numerator(text: str, rate: Fact, counts: Sequence[Fact]) -> Fact | None:
    """The count that words tie to the rate as what is above the line."""
    nearest = counts[-1]
    start = rate.quantity.start
    if _SHARE_BEFORE.search(text, max(0, start - 8), start):
        gap = text[nearest.quantity.end : start]
        return nearest if len(gap) <= 8 and "。" not in gap else None
    match = _RATE.search(rate.label)
    if match is None:
        return None
    stem = match["stem"].removeprefix("的")
    for fact in reversed(counts[-3:]):
        if _holds_letters(fact.label, stem):
            return fact
    return None


def _holds_letters(label: str, stem: str) -> bool:
    """Whether the label says the stem's words: in order (可网上办理事项, 可网办) or with words moved (成功调处)."""
    position = 0
    for character in label:
        if position < len(stem) and character == stem[position]:
            position += 1
    return position == len(stem) or (
        len(stem) >= 4 and sum(letter in label for letter in stem) >= len(stem) - 1
    )


def _announced(text: str, top: Fact, counts: Sequence[Fact]) -> list[Fact]:
    """The whole that 其中 ties to a share: a list of shares (甲类349件，占比31%；乙类296件，占比27%) has none."""
    cue = text.rfind("其中", max(0, top.quantity.start - 40), top.quantity.start)
    ahead = [fact for fact in counts if fact.quantity.end <= cue and same_measure((fact, top))]
    return ahead[-1:]


def _kin(rate: Fact, top: Fact, whole: Fact) -> bool:
    """Whether words make a count the whole of a rate: 认领发布事项 of 可网上办理事项, 受理纠纷 of 成功率."""
    match = _RATE.search(rate.label)
    if match is None:
        return False
    noun = top.label[-2:]
    if match["stem"].endswith("成功"):
        return bool(_TRIED.search(whole.label))
    return len(noun) == 2 and whole.label.endswith(noun)


def _against(rate: Fact, top: Fact, wholes: Sequence[Fact], tied: Sequence[Fact]) -> Iterator[Relation]:
    """Silent when any pair of the counts gives the rate, else the nearest of the ``tied`` wholes speaks."""
    candidates = [
        fact for fact in wholes if same_measure((fact, top)) and fact.value >= top.value and fact is not top
    ]
    places = max(0, -int(rate.quantity.value.as_tuple().exponent)) if rate.quantity.value is not None else 0
    for whole in reversed(candidates):
        if _share(top, whole, places) == rate.value:
            yield _told(rate, top, whole, places, holds=True)
            return
    if _some_pair_gives(
        rate.value, sorted(fact.value for fact in wholes if same_measure((fact, top))), places
    ):
        return
    speaking = [fact for fact in candidates if any(fact is whole for whole in tied)]
    if speaking:
        nearest = min(speaking, key=lambda whole: abs(_share(top, whole, places) - rate.value))
        yield _told(rate, top, nearest, places, holds=False)


def _some_pair_gives(rate: Decimal, counts: Sequence[Decimal], places: int) -> bool:
    """Whether one of the sorted counts is that rate of a larger one, when rounded half up."""
    half = Decimal(5).scaleb(-places - 1)
    for whole in counts:
        least = bisect_left(counts, whole * (rate - half) / 100)
        if least < len(counts) and counts[least] < min(whole, whole * (rate + half) / 100):
            return True
    return False


def _share(top: Fact, whole: Fact, places: int) -> Decimal:
    return round_to(top.value * 100 / whole.value, places)


def _told(rate: Fact, top: Fact, whole: Fact, places: int, *, holds: bool) -> Relation:
    computed = _share(top, whole, places)
    message = f"{rate.label or '占比'}：{number(top.value)} ÷ {number(whole.value)} = {number(computed)}%"
    difference = abs(computed - rate.value)
    last_digit = difference <= Decimal(1).scaleb(-places)
    if not holds:
        message += f" ≠ {number(rate.value)}%，相差 {number(difference)}" + (
            "，仅末位之差，可能是截尾" if last_digit else ""
        )
    first = min(whole.quantity.start, top.quantity.start)
    span = (first, rate.quantity.end)
    return finding("ratio", span, rate.value, computed, holds, message, warning=not last_digit)


def _feasible(rate: Fact, count: Fact) -> Iterator[Relation]:
    """Whether some whole number of the count gives the rate: 898 of 1072 is 83.77 %."""
    stated = rate.quantity.value
    places = max(0, -int(stated.as_tuple().exponent)) if stated is not None else 0
    if count.value > 10 ** (places + 2) or count.value != count.value.to_integral_value():
        return
    middle = int(count.value * rate.value / 100)
    for part in (middle, middle + 1):
        share = Decimal(part) * 100 / count.value
        if abs(share - rate.value) < Decimal(1).scaleb(-places):
            message = (
                f"{rate.label}：{part} ÷ {number(count.value)} = {number(round_to(share, places))}%，有整数解"
            )
            yield finding("ratio", _span(count, rate), rate.value, round_to(share, places), True, message)
            return
    share = round_to(Decimal(round(count.value * rate.value / 100)) * 100 / count.value, places)
    message = f"{rate.label}：{number(count.value)} 的任何整数部分都得不出 {number(rate.value)}%，最近的是 {number(share)}%"
    yield finding("ratio", _span(count, rate), rate.value, share, False, message)


def _span(first: Fact, last: Fact) -> tuple[int, int]:
    return first.quantity.start, last.quantity.end

"""Rates against the counts they were worked out from.

Only words tie a rate to its counts: 占比 behind a count, or a count whose label holds the rate's own words
(可网上办理事项 and 可网办率). Rates whose whole is another set (办结率, 满意率 …) are never tested.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scorer.i18n import tr, trp
from scorer.quantities.facts import NEIGHBOURS, Fact, Sides, amount, finding, number, round_to, same_measure
from scorer.quantities.model import Kind, Relation

__all__ = ["check_ratios"]

# Denominators of these are other sets than the counts around them, or periods, or averages.
_UNTESTED = re.compile(
    r"办复|办结|纠错|化解|满意|应诉|出庭|增幅|增速|降幅|办理率|及时|按期|按时|期限|答复|好评|回访|覆盖|平均|同比|环比|增长|压|减|下降|提高|上升"
)
# 占比p, 占总数的p, 占全市村（社区）总数的p; with the whole's own number: 占全部检查500项的p.
_SHARE_BEFORE = re.compile(r"占(?:比|(?P<whole>[^，,。；;占]{0,20}?)的?(?:比例|比重)?)(?:为|达到?|约)?$")
_SHARE_OF_COUNT = re.compile(r"占[^，,。；;占]{0,16}$")
_TO_SHARE = re.compile(r"[^，,。；;]{0,20}[，,（(]?(?:仅|均|约)?")
_SAYS_LITTLE = frozenset("的总数全部量额市县区省州盟旗我该其有占中")
_AMONG = re.compile(r"[^，,。；;]{0,12}[中里][，,]?(?:已?有|已|的)?$")
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
        share = _share_words(text, rate, counts)
        top = _numerator(rate, counts) if share is None else share.top
        wholes = [*earlier, *counts]
        if top is not None:
            tied = [whole for whole in wholes if whole is not top and _kin(rate, top, whole)]
            tied += _announced(text, top, counts) if share is None else share.wholes(text, counts)
            yield from _against(rate, top, wholes, tied or _done_of_all(rate, top, counts), sure=bool(tied))
        elif _PASS.search(rate.label) and _alone(counts):
            yield from _feasible(rate, counts[-1])


def _countable(fact: Fact) -> bool:
    return fact.exact and fact.value > 0 and fact.quantity.kind in {Kind.NUMBER, Kind.CURRENCY}


def _alone(counts: Sequence[Fact]) -> bool:
    return sum(same_measure((counts[-1], fact)) for fact in counts) == 1 and counts[-1].value < _LARGEST_WHOLE


@dataclass(frozen=True, slots=True)
class _Share:
    """占比 and its like: the count above the line if it stands near enough, and what is said of the whole."""

    top: Fact | None
    whole: Fact | None = None
    words: str = ""

    def wholes(self, text: str, counts: Sequence[Fact]) -> list[Fact]:
        """The wholes that words tie to the share; 占农民工总数的8% is no share of 案件400件."""
        if self.whole is not None or self.top is None:
            return [self.whole] if self.whole is not None else []
        named = set(self.words) - _SAYS_LITTLE
        ahead = _announced(text, self.top, counts)
        return [whole for whole in ahead if not named or named & set(whole.label)]


def _share_words(text: str, rate: Fact, counts: Sequence[Fact]) -> _Share | None:
    """What 占 before a rate says; None without such a word."""
    start = rate.quantity.start
    nearest = counts[-1]
    inner = text[nearest.quantity.end : start]
    before = nearest.quantity.start
    if inner in {"的", "中的"} and _SHARE_OF_COUNT.search(text, max(0, before - 18), before):
        above = [fact for fact in counts[:-1] if same_measure((fact, nearest))][-1:]
        return _Share(above[0] if above else None, nearest)
    share = _SHARE_BEFORE.search(text, max(nearest.quantity.end, start - 28), start)
    if share is None:
        return None
    near = _TO_SHARE.fullmatch(text, nearest.quantity.end, share.start())
    return _Share(nearest if near else None, None, share["whole"] or "")


def _numerator(rate: Fact, counts: Sequence[Fact]) -> Fact | None:
    """The count whose label holds the words of a rate (可网办事项 and 可网办率): what is above the line."""
    match = _RATE.search(rate.label)
    if match is None:
        return None
    stem = match["stem"].removeprefix("的")
    return next((fact for fact in reversed(counts[-3:]) if _holds_letters(fact.label, stem)), None)


def _done_of_all(rate: Fact, top: Fact, counts: Sequence[Fact]) -> list[Fact]:
    """发现问题80个，已整改60个，整改率p: the count right before one whose words are those of the rate, and no more."""
    match = _RATE.search(rate.label)
    if match is None or top.label.removeprefix("已") != match["stem"]:
        return []
    at = next(index for index, fact in enumerate(counts) if fact is top)
    return [fact for fact in counts[max(0, at - 1) : at] if same_measure((fact, top))]


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
    """The whole that 其中 or 中有 ties to a share; a list of shares (甲类349件，占比31%；乙类296件，占比27%) has none."""
    at = next(index for index, fact in enumerate(counts) if fact is top)
    for fact in counts[max(0, at - 1) : at]:
        if same_measure((fact, top)) and _AMONG.fullmatch(text, fact.quantity.end, top.quantity.start):
            return [fact]
    cue = text.rfind("其中", max(0, top.quantity.start - 40), top.quantity.start)
    ahead = [fact for fact in counts if fact.quantity.end <= cue and same_measure((fact, top))]
    return ahead[-1:]


def _kin(rate: Fact, top: Fact, whole: Fact) -> bool:
    """Whether words make a count the whole of a rate: 认领发布事项 of 可网上办理事项, 应持证 of 持证率."""
    match = _RATE.search(rate.label)
    if match is None:
        return False
    due = whole.label.partition("应")[2]
    if due and _holds_letters(due, match["stem"]):
        return True
    noun = top.label[-2:]
    if match["stem"].endswith("成功"):
        return bool(_TRIED.search(whole.label))
    return len(noun) == 2 and whole.label.endswith(noun)


def _against(
    rate: Fact, top: Fact, wholes: Sequence[Fact], tied: Sequence[Fact], *, sure: bool
) -> Iterator[Relation]:
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
        yield _told(rate, top, nearest, places, holds=False, sure=sure)


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


def _told(rate: Fact, top: Fact, whole: Fact, places: int, *, holds: bool, sure: bool = True) -> Relation:
    computed = _share(top, whole, places)
    last_digit = abs(computed - rate.value) <= Decimal(1).scaleb(-places)
    left = f"{amount(top.value, top)} ÷ {amount(whole.value, whole)}" + (
        "" if holds else f" = {number(computed)}%"
    )
    # A digit cut off leaves less, one rounded up more.
    cut = tr("仅末位之差，可能是截尾") if computed > rate.value else tr("仅末位之差，可能是进位")
    note = cut if last_digit and not holds else ""
    sides = Sides(
        rate.label.strip("的") or trp("数字核对", "占比"), left, "=" if holds else "≠", f"{rate.value:f}%"
    )
    span = (min(whole.quantity.start, top.quantity.start), rate.quantity.end)
    warning = sure and not last_digit
    return finding("ratio", span, sides, rate.value, computed, holds, note=note, warning=warning)


def _feasible(rate: Fact, count: Fact) -> Iterator[Relation]:
    """Whether some whole number of the count gives the rate: 898 of 1072 is 83.77 %."""
    stated = rate.quantity.value
    places = max(0, -int(stated.as_tuple().exponent)) if stated is not None else 0
    if count.value > 10 ** (places + 2) or count.value != count.value.to_integral_value():
        return
    middle = int(count.value * rate.value / 100)
    shares = {part: Decimal(part) * 100 / count.value for part in (middle, middle + 1)}
    part = min(shares, key=lambda part: abs(shares[part] - rate.value))
    holds = abs(shares[part] - rate.value) < Decimal(1).scaleb(-places)
    computed = round_to(shares[part], places)
    left = f"{part} ÷ {number(count.value)}" + ("" if holds else f" = {number(computed)}%")
    sides = Sides(rate.label, left, "=" if holds else "≠", f"{rate.value:f}%")
    none = tr("{number} 的任何整数部分都得不出，这是最近的", number=number(count.value))
    note = tr("有整数解") if holds else none
    span = (count.quantity.start, rate.quantity.end)
    yield finding("ratio", span, sides, rate.value, computed, holds, note=note)

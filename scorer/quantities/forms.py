"""Forms of numbers that are more than numeral and unit: ranges, fractions, 成, ordinals, halves, doublings."""

from __future__ import annotations

import re
from decimal import Decimal

from scorer.quantities.build import make, ranked
from scorer.quantities.hedges import NEAR, hedge_after, hedge_before
from scorer.quantities.marks import Marks
from scorer.quantities.model import Hedge, Kind, Quantity
from scorer.quantities.numerals import STARTS, Numeral, read_numeral, skip_blanks
from scorer.quantities.reject import is_label, may_be_counted
from scorer.quantities.units import Unit, find_unit

__all__ = ["HALF", "Read", "half", "read_fraction", "read_ordinal", "read_range", "read_tenths", "unit_at"]

# What was read (nothing, mostly one quantity) and where reading goes on.
Read = tuple[list[Quantity], int]

HALF = re.compile(r"(?<![上下前后大过多一])半(?P<unit>年|天|个月|小时|个小时)(?!前|度)")
_GREAT = re.compile(
    r"大(?:领域|类|项|方面|板块|任务|行业|工程|行动|平台|环节|举措|专项|体系|要素|重点|产业|中心|片区|场景|措施)"
)
_PERIOD_NAME = re.compile(r"(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2}|一?百)年")
_TENTHS = re.compile(r"成(?P<digit>[一二三四五六七八九半])?(?=[，,。；;、的以左多）) \n]|$)")
_HALF_OF = re.compile(r"半(?=以上|左右|的|[，,。；;、])")
_DASH = re.compile(r"[ \t]*(?P<dash>[-–~～]|—{1,2}|至|到)[ \t]*")
_SLASH = re.compile(r"/(?P<parts>[1-9][0-9]?)(?=以上|以下|左右|的)")
_PARTS_IN_PERCENT = {100, 1000, 10000}
_DOUBLINGS = re.compile(r"番(?!茄)")


def unit_at(clean: str, at: int) -> tuple[Unit, str] | None:
    """The unit at ``at``, with 大 before the nouns that it counts (五大领域)."""
    if clean[at : at + 1] == "大" and _GREAT.match(clean, at):
        return find_unit(clean, at) or (Unit("大"), "大")
    return find_unit(clean, at)


def read_ordinal(clean: str, numeral: Numeral) -> Read:
    """第三次, 第42次: kept so that nobody takes it for a count. 第一责任人 has no unit and is a word.

    第八个五年规划 and 第二个百年 are names, both numerals of them.
    """
    at = skip_blanks(clean, numeral.end)
    unit = find_unit(clean, at)
    if unit is None or unit[1] in {"人", "年", "元", "%"} or numeral.value is None:
        return [], numeral.end
    end = at + len(unit[1])
    if unit[1] == "个" and (name := _PERIOD_NAME.match(clean, end)):
        return [], name.end()
    kind = Kind.RANK if unit[1] in {"位", "名"} and ranked(clean, numeral.start - 1) else Kind.ORDINAL
    bounds = (numeral.low, numeral.high)
    return [make(clean, numeral.start, end, numeral.value, bounds, unit[0].name, kind)], end


def read_range(
    clean: str, first: Numeral, at: int, inner: tuple[Unit, str] | None, marks: Marks
) -> Read | None:
    """1-2名, 3至5个工作日, 90%—95%; None when this is no range, nothing found for 2021-2025年.

    ``inner`` is the unit that stands behind the first number, at ``at``.
    """
    dash = _DASH.match(clean, at + len(inner[1]) if inner else at)
    if dash is None or first.value is None or not STARTS.match(clean, dash.end()):
        return None
    word = dash["dash"] in {"至", "到"}
    if clean[first.start - 1 : first.start] in {"由", "从"} or (inner and word and inner[0].name != "%"):
        return None  # from A to B, whose second number is what holds now
    second = read_numeral(clean, dash.end())
    if second is None or second.value is None:
        return None
    at = skip_blanks(clean, second.end)
    unit = unit_at(clean, at)
    if unit is None:
        return ([], second.end) if inner is None else None
    if inner is not None and inner[0] != unit[0]:
        return None
    return _ranged(clean, first, second, unit, marks)


def _ranged(clean: str, first: Numeral, second: Numeral, unit: tuple[Unit, str], marks: Marks) -> Read:
    end = skip_blanks(clean, second.end) + len(unit[1])
    start, name, kind, factor = first.start, unit[0].name, unit[0].kind, unit[0].factor
    low, high = first.low, second.high
    if second.scaled and not first.scaled:
        low *= _scale(clean, second)
    dated = name in {"日", "年"} and (high >= 1000 or clean[start - 1 : start] in {"月", "年"})
    if dated or low >= high or is_label(clean, start, end, second, unit[1], marks):
        return [], end
    if kind not in {Kind.PERCENT, Kind.CURRENCY} and not may_be_counted(
        clean, start, end, second, name, unit[1]
    ):
        return [], end
    hedge = hedge_before(clean, start) or hedge_after(clean, end, time=kind is Kind.DURATION)
    if hedge in {NEAR, Hedge.APPROX}:
        hedge = None  # a range says itself how far it reaches
    return [make(clean, start, end, None, (low * factor, high * factor), name, Kind.RANGE, hedge)], end


def _scale(clean: str, numeral: Numeral) -> Decimal:
    """What 万 and 亿 in a numeral are worth, for 2-3万 where the first number shares them."""
    worth = Decimal(1)
    for character in clean[numeral.start : numeral.end]:
        worth *= {"万": 10**4, "亿": 10**8}.get(character, 1)
    return worth


def read_fraction(clean: str, first: Numeral, marks: Marks) -> Quantity | None:
    """百分之九十五, 千分之三, 三分之一, 百分百, 2/3以上: all counted in percent."""
    start, end, parts = first.start, first.end, first.value
    if not parts:
        return None
    slash = _SLASH.match(clean, end)
    if slash is not None and parts < int(slash["parts"]):
        share = parts * 100 / int(slash["parts"])
        hedge = hedge_before(clean, start) or hedge_after(clean, slash.end())
        return make(clean, start, slash.end(), share, (share, share), "%", Kind.FRACTION, hedge)
    if clean.startswith("分百", end) and parts == 100:
        return make(clean, start, end + 2, parts, (parts, parts), "%", Kind.PERCENT)
    above = skip_blanks(clean, end + 2)
    if not clean.startswith("分之", end) or not STARTS.match(clean, above):
        return None
    top = read_numeral(clean, above)
    if top is None or is_label(clean, start, top.end, top, "%", marks):
        return None
    return _fraction(clean, start, parts, top)


def _fraction(clean: str, start: int, parts: Decimal, top: Numeral) -> Quantity:
    low, high = top.low * 100 / parts, top.high * 100 / parts
    value = None if top.value is None else low
    kind, end = Kind.PERCENT if parts in _PARTS_IN_PERCENT else Kind.FRACTION, top.end
    last = _DASH.match(clean, end)
    if last is not None and kind is Kind.PERCENT:
        same = clean[start : start + 3]
        at = last.end() + (3 if clean.startswith(same, last.end()) else 0)
        second = read_numeral(clean, at) if STARTS.match(clean, at) else None
        if second is not None and second.low > top.high and find_unit(clean, second.end) is None:
            end, value, kind, high = second.end, None, Kind.RANGE, second.high * 100 / parts
    hedge = hedge_before(clean, start) or hedge_after(clean, end)
    return make(clean, start, end, value, (low, high), "%", kind, hedge, opened=top.over)


def read_tenths(clean: str, numeral: Numeral) -> Quantity | None:
    """九成 is 90 %, 九成五 is 95 %, 一半以上 at least 50 %; 翻两番 is four times as much."""
    if numeral.high > 10 or numeral.value == 0:
        return None
    if clean[max(0, numeral.start - 2) : numeral.start].endswith(("翻", "翻了")) and _DOUBLINGS.match(
        clean, numeral.end
    ):
        times = Decimal(2) ** int(numeral.low)
        return make(clean, numeral.start, numeral.end + 1, times, (times, times), "倍", Kind.MULTIPLE)
    if numeral.value == 1 and numeral.chinese and _HALF_OF.match(clean, numeral.end):
        share, end = Decimal(50), numeral.end + 1
        hedge = hedge_before(clean, numeral.start) or hedge_after(clean, end)
        return make(clean, numeral.start, end, share, (share, share), "%", Kind.FRACTION, hedge)
    match = _TENTHS.match(clean, numeral.end)
    if match is None:
        return None
    digit = match["digit"] or ""
    extra = (
        Decimal("一二三四五六七八九".find(digit) + 1) if digit and digit != "半" else Decimal(5 * len(digit))
    )
    low, high = numeral.low * 10 + extra, numeral.high * 10 + extra
    hedge = hedge_before(clean, numeral.start) or hedge_after(clean, match.end())
    value = low if low == high else None
    return make(clean, numeral.start, match.end(), value, (low, high), "%", Kind.PERCENT, hedge)


def half(clean: str, match: re.Match[str]) -> Quantity:
    """半年, 半个月: half of the unit that :data:`HALF` matched."""
    unit = find_unit(clean, match.start("unit"))
    value, end = Decimal("0.5"), match.end()
    hedge = hedge_before(clean, match.start(), time=True) or hedge_after(clean, end, time=True)
    name = unit[0].name if unit else match["unit"]
    return make(clean, match.start(), end, value, (value, value), name, Kind.DURATION, hedge)

"""For when a number holds: the year reported, a total over several years, or so many times a quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from scorer.patterns import begins
from scorer.quantities.compare import compare
from scorer.quantities.model import Bound, Kind, Quantity, Truth

__all__ = ["compare_within", "is_cumulative", "long_period", "per_year"]

# 开展以来 and 实施以来 are left out: what was begun within the year is no longer period.
_LONG = begins(
    "12“三两二五党创十历四多建开成挂组自设过运近",
    r"自?(?P<year>(?:19|20)[0-9]{2})年?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:以来|来|起|至今|开始)"
    r"|(?<![（(《<0-9])(?P<from>(?:19|20)[0-9]{2})年?[-—–－~～至到](?:19|20)[0-9]{2}年?(?P<behind>[^，,。；;]{0,10})"
    r"|“?十(?P<plan>[一二三四五六])五”?(?:以来|期间|时期)"
    r"|(?:党的)?(?P<congress>十[八九]大|二十大)以来"
    r"|(?:成立|组建|运行|开通|建成|设立|挂牌|建立|创建)(?:以来|至今)"
    r"|近年来|多年来|历年来|(?:近|过去)(?:[两二三四五六七八九十几]|[0-9]{1,2})年来?|[两三四五]年来",
)
_CONGRESSES = {"十八大": 2012, "十九大": 2017, "二十大": 2022}
_DIGITS = "零一二三四五六"
# 《规划（2016-2020年）》 is a name and no period, nor is 2021-2025年普法规划.
_NAMES_A_PLAN = re.compile(r"[）)》>]|.{0,8}(?:规划|纲要|方案|计划|要点)")
_THIS_YEAR = re.compile(
    r"今年|本年|全年|当年|年内|现[已共]?有|目前[已共]?有|(?P<year>20[0-9]{2})年(?:度|(?![-—–－~～至到]|.{0,6}(?:以来|起|至今)))"
)
# A sum up to a day with no word about where it began.
_TO_DATE = re.compile(r"截至[^。；;]{1,40}累计[^，,。；;0-9]{0,20}$")
# What a rate has come to, however long it took: 自2019年以来，网办率提高到98%.
_LEVEL = re.compile(r"(?:(?:提高|提升|上升|增加|增长|升|增|下降|降低|降|压缩)[到至]|稳定在|保持在?)$")

_EVERY = re.compile(
    r"每(?:个|隔)?(?P<span>季度|季|半年度?|两个月|双月|月份?|周|星期|年度?)[^，,。；;0-9]{0,16}$"
)
_REACH = 400  # characters that a word about a period governs at most; a hostile sentence has no end
_TIMES_A_YEAR = {"季": 4, "半": 2, "两": 6, "双": 6, "月": 12, "周": 52, "星": 52, "年": 1}
_OCCASIONS = frozenset(("次", "场", "场次", "期", "班次", "轮", "批次", "回"))


def long_period(text: str, start: int, end: int, year: int | None) -> tuple[int, int] | None:
    """The first words in ``text[start:end]`` that open a period which begins before the year reported.

    自2019年以来, 近三年, 成立以来; of a named year or plan only when ``year`` is known and later.

    >>> text = "自2019年以来，共培训500人次"
    >>> long_period(text, 0, len(text), 2021)
    (0, 8)
    """
    return next(((first, last) for first, last, longer in _periods(text, start, end, year) if longer), None)


def _periods(text: str, start: int, end: int, year: int | None) -> Iterator[tuple[int, int, bool]]:
    """Words about periods with where they stand, and whether their period begins before the year."""
    for match in _LONG.finditer(text, start, end):
        if match["from"] and _NAMES_A_PLAN.match(match["behind"]):
            continue
        began = _began(match)
        stop = match.start("behind") if match["from"] else match.end()
        yield match.start(), stop, began == 0 or (year is not None and began < year)


def _began(match: re.Match[str]) -> int:
    """The year in which a period began, 0 for one that certainly began earlier."""
    if match["plan"]:
        return 2001 + 5 * _DIGITS.index(match["plan"])  # 十五 began in 2001, each plan takes five years
    if match["congress"]:
        return _CONGRESSES[match["congress"]]
    return int(match["year"] or match["from"] or 0)


def is_cumulative(text: str, quantity: Quantity, year: int | None) -> bool:
    """Whether the number counts from an earlier year on (自2020年以来, 近三年, 成立以来), not ``year`` alone.

    ``text`` is the sentence that the quantity was found in. The last word about a period before the number
    decides; 截至 with 累计 counts as one, 累计 alone does not. Durations and ranks are states and no sums, and so
    is a rate that has come to its level (提高到98%); 成立以来，成功率达97% is a rate of all those years.
    """
    if quantity.kind in {Kind.DURATION, Kind.RANK, Kind.ORDINAL, Kind.MULTIPLE}:
        return False
    if quantity.kind is Kind.PERCENT and _LEVEL.search(text, max(0, quantity.start - 8), quantity.start):
        return False
    floor = max(0, quantity.start - _REACH)
    last, answer = floor, False
    for _, stop, longer in _periods(text, floor, quantity.start, year):
        last, answer = stop, longer
    to_date = _TO_DATE.search(text, max(0, quantity.start - 70), quantity.start)
    if to_date is not None and not _this_year(text, floor, to_date.start(), year):
        last, answer = max(last, to_date.start() + len("截至2021年")), True
    return answer and not _this_year(text, last, quantity.start, year)


def _this_year(text: str, start: int, end: int, year: int | None) -> bool:
    """Whether 今年, 全年 or the year's own number stands there: 自2019年以来持续整改，今年共办理30件.

    What there is now is a state, whenever it began: 自2019年以来不断充实，现有调解员20名.
    """
    found = _THIS_YEAR.finditer(text, start, end)
    return any(match["year"] is None or (year is not None and int(match["year"]) >= year) for match in found)


def per_year(text: str, quantity: Quantity) -> Quantity:
    """How often in a year, of a number of occasions that is told for a shorter time: 每季度1次 is 4, 每月1期 is 12.

    ``text`` is the sentence that the quantity was found in. Everything else comes back as it is.

    >>> from scorer.quantities import find_quantities
    >>> sentence = "常务会每季度学法1次"
    >>> per_year(sentence, find_quantities(sentence)[-1]).value
    Decimal('4')
    """
    if quantity.kind not in {Kind.NUMBER, Kind.RANGE} or quantity.unit not in _OCCASIONS:
        return quantity
    every = _EVERY.search(text, max(0, quantity.start - 24), quantity.start)
    times = Decimal(_TIMES_A_YEAR[every["span"][0]]) if every else Decimal(1)
    if times == 1:
        return quantity
    value, low, high = (
        None if end is None else end * times for end in (quantity.value, quantity.low, quantity.high)
    )
    return replace(quantity, value=value, low=low, high=high)


def compare_within(quantity: Quantity, bound: Bound) -> Truth:
    """Whether a year can be said to reach a bound when the quantity counts from an earlier year on.

    A sum of several years is the most that one of them can hold: below a wanted number it stays below, under a
    limit it stays under, all else is unknown. A rate is no sum: that of several years stands for each of them.
    """
    whole = compare(quantity, bound)
    if quantity.kind is Kind.PERCENT or bound.operator == "present":
        return whole
    decided = Truth.YES if bound.operator in {"<", "<="} else Truth.NO
    return whole if whole is decided else Truth.UNKNOWN

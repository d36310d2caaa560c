"""Words around a number that make it an interval, and what interval they make.

"以上", "以下", "以内" include the number itself, "超过", "不满" exclude it (民法典 art. 1259).
"""

from __future__ import annotations

import re
from decimal import Decimal

from scorer.quantities.model import Hedge, Interval
from scorer.quantities.numerals import step_of

__all__ = ["NEAR", "hedge_after", "hedge_before", "interval"]

NEAR = "near"  # 近95%: approximate, but never above the number

_BEFORE: dict[str, Hedge | str] = {
    "不低于": Hedge.AT_LEAST, "不少于": Hedge.AT_LEAST, "不小于": Hedge.AT_LEAST, "不下": Hedge.AT_LEAST,
    "至少": Hedge.AT_LEAST, "最少": Hedge.AT_LEAST, "最低": Hedge.AT_LEAST,
    "不超过": Hedge.AT_MOST, "不高于": Hedge.AT_MOST, "不多于": Hedge.AT_MOST, "不大于": Hedge.AT_MOST,
    "不得超过": Hedge.AT_MOST, "不超": Hedge.AT_MOST, "至多": Hedge.AT_MOST, "最多": Hedge.AT_MOST,
    "超过": Hedge.OVER, "超过了": Hedge.OVER, "超出": Hedge.OVER, "突破": Hedge.OVER, "突破了": Hedge.OVER,
    "逾": Hedge.OVER, "高于": Hedge.OVER, "多于": Hedge.OVER, "大于": Hedge.OVER, "超": Hedge.OVER,
    "不到": Hedge.UNDER, "不足": Hedge.UNDER, "未达到": Hedge.UNDER, "未达": Hedge.UNDER, "低于": Hedge.UNDER,
    "少于": Hedge.UNDER, "小于": Hedge.UNDER, "未满": Hedge.UNDER, "不满": Hedge.UNDER,
    "将近": NEAR, "接近": NEAR, "近": NEAR,
    "大约": Hedge.APPROX, "约为": Hedge.APPROX, "约": Hedge.APPROX, "大概": Hedge.APPROX,
}  # fmt: skip
_BEFORE_LAST = frozenset(word[-1] for word in _BEFORE)
_BEFORE_ORDER = sorted(_BEFORE, key=len, reverse=True)

# 节约, 预约, 就近, 赶超: the hedge is the second half of another word.
_WORDS_ENDING = {
    "约": "节预特签履合条集简违邀相续解公大誓",
    "近": "最附就临贴相邻靠走亲晋远",
    "超": "赶反高",
}
# 不少于本单位执法人员5%: the noun that is counted stands between hedge and number.
_DISTANT = re.compile(
    r"(?P<word>不少于|不低于|不超过|不高于)[^，。；：、,;:0-9一二三四五六七八九十百千万亿\s]{1,12}$"
)

_AFTER: dict[str, Hedge] = {
    "及以上": Hedge.AT_LEAST, "以上": Hedge.AT_LEAST, "之上": Hedge.AT_LEAST, "及以下": Hedge.AT_MOST,
    "以下": Hedge.AT_MOST, "以内": Hedge.AT_MOST, "之内": Hedge.AT_MOST, "左右": Hedge.APPROX,
    "上下": Hedge.APPROX, "+": Hedge.AT_LEAST, "出头": Hedge.OVER,
}  # fmt: skip
_AFTER_FIRST = frozenset(word[0] for word in _AFTER) | {"内"}
_NOT_AFTER = {"上下": tuple("联一游级班齐同"), "+": tuple("0123456789NX“"), "左右": ("邻",)}


def hedge_before(text: str, start: int, *, time: bool = False, bare: bool = False) -> Hedge | str | None:
    """The hedge whose word ends right before ``start``; ``time`` for durations, ``bare`` for 百/千/万 alone.

    近三年 is a period that ended now and no estimate, so 近 before a duration is no hedge.
    """
    while start and text[start - 1] in " \u3000\t":
        start -= 1
    if not start:
        return None
    last = text[start - 1]
    if bare and last == "上":
        return Hedge.AT_LEAST
    if last not in _BEFORE_LAST:
        distant = _DISTANT.search(text, max(0, start - 15), start)
        return _BEFORE[distant["word"]] if distant else None
    for word in _BEFORE_ORDER:
        if text.endswith(word, 0, start):
            ahead = text[start - len(word) - 1 : start - len(word)]
            other_word = bool(ahead) and ahead in _WORDS_ENDING.get(word, "")
            return None if other_word or (time and word == "近") else _BEFORE[word]
    return None


def hedge_after(text: str, end: int, *, time: bool = False) -> Hedge | None:
    """The hedge whose word begins at ``end``: 以上, 左右, and 内 after a duration."""
    if text[end : end + 1] not in _AFTER_FIRST:
        return None
    for word, hedge in _AFTER.items():
        if text.startswith(word, end):
            return None if text.startswith(_NOT_AFTER.get(word, "\0"), end + len(word)) else hedge
    if time and text.startswith("内", end) and not text.startswith(("内容", "内部", "内设"), end):
        return Hedge.AT_MOST
    return None


def interval(hedge: Hedge | str, low: Decimal, high: Decimal, *, percent: bool = False) -> Interval:
    """What a number between ``low`` and ``high`` (mostly equal) may be under a hedge.

    >>> interval(NEAR, Decimal(95), Decimal(95), percent=True)
    Interval(low=Decimal('94'), high=Decimal('95'), low_open=False, high_open=True)
    """
    if hedge is Hedge.AT_LEAST:
        return Interval(low, None)
    if hedge is Hedge.OVER:
        return Interval(low, None, low_open=True)
    if hedge is Hedge.AT_MOST:
        return Interval(Decimal(0), high)
    if hedge is Hedge.UNDER:
        return Interval(Decimal(0), high, high_open=True)
    if hedge == NEAR:
        return Interval(low - step_of(low) if percent else low * Decimal("0.9"), high, high_open=True)
    if hedge is Hedge.APPROX:
        top = high * Decimal("1.05")
        return Interval(low * Decimal("0.95"), min(top, Decimal(100)) if percent and high <= 100 else top)
    return Interval(low, high)

"""Put numeral, unit and hedges together into a quantity."""

from __future__ import annotations

import re
from decimal import Decimal

from scorer.quantities.hedges import NEAR, hedge_after, hedge_before, interval
from scorer.quantities.model import Hedge, Kind, Quantity
from scorer.quantities.numerals import Numeral, step_of
from scorer.quantities.units import Unit

__all__ = ["build", "make", "ranked"]

_GROWTH = re.compile(r"(?:提高|提升|增长|增加|扩大|上升|增大|多)了?(?:近|约|超过|超|逾)?$")
_RANKED = re.compile(r"(?:排名|位次|名次|排位|位列|位居|名列|列|居|排)[^，。；,;]{0,12}$")
_RANK_MOVE = re.compile(r"(?:上升|前移|提升|前进|下降|后移|晋升)了?$")
_RANK_WORDS = ("排名", "位次", "名次")
_MORE = re.compile(r"[多余](?=[来的时，。；、 ]|以来|$)")
_HALF_MORE = re.compile(r"半(?![年载天])")


def make(
    clean: str,
    start: int,
    end: int,
    value: Decimal | None,
    bounds: tuple[Decimal, Decimal],
    unit: str,
    kind: Kind,
    hedge: Hedge | str | None = None,
    *,
    opened: bool = False,
) -> Quantity:
    """A quantity with its interval; ``opened`` when ``bounds`` are those of an inner hedge (90余)."""
    low, high = bounds
    text = clean[start:end]
    if hedge is not None:
        meant = interval(hedge, low, high, percent=unit == "%")
        name = Hedge.APPROX if hedge == NEAR else Hedge(hedge)
        limits = (meant.low_open, meant.high_open)
        return Quantity(start, end, text, value, meant.low, meant.high, unit, name, kind, *limits)
    inner = Hedge.EXACT
    if opened:
        inner = Hedge.OVER if value is not None else Hedge.APPROX
    elif low != high and kind is not Kind.RANGE:
        inner = Hedge.APPROX
    return Quantity(start, end, text, value, low, high, unit, inner, kind, opened, opened)


def build(clean: str, numeral: Numeral, unit: Unit, end: int) -> Quantity:
    """The quantity of a numeral whose unit ends at ``end``, with the hedges around it."""
    start, kind = numeral.start, unit.kind
    low, high, value = numeral.low * unit.factor, numeral.high * unit.factor, numeral.value
    if value is not None:
        value *= unit.factor
    if kind is Kind.MULTIPLE and _GROWTH.search(clean, max(0, start - 8), start):
        low, high, value = low + 1, high + 1, None if value is None else value + 1
    if unit.name in {"位", "名"} and not numeral.chinese and _is_rank(clean, start):
        kind = Kind.RANK
    opened, time = numeral.over, kind is Kind.DURATION
    if value is not None and not opened and (time or kind is Kind.CURRENCY):
        if _MORE.match(clean, end):
            end, high, opened = end + 1, high + step_of(value), True
        elif time and _HALF_MORE.match(clean, end):
            end, value = end + 1, value + Decimal("0.5")
            low = high = value
    hedge = hedge_before(clean, start, time=time, bare=numeral.bare) or hedge_after(clean, end, time=time)
    return make(clean, start, end, value, (low, high), unit.name, kind, hedge, opened=opened)


def ranked(clean: str, start: int) -> bool:
    """Whether a word of ranking (位列, 排名) stands shortly before ``start`` in its clause."""
    return _RANKED.search(clean, max(0, start - 16), start) is not None


def _is_rank(clean: str, start: int) -> bool:
    """187位 in a ranking, and 上升103名; 8名干部 is a count."""
    if ranked(clean, start):
        return True
    ahead = clean[max(0, start - 30) : start]
    if not any(word in ahead for word in _RANK_WORDS):
        return False
    return _RANK_MOVE.search(ahead) is not None or ahead.endswith(("到", "至", "由", "从"))

"""Wholes and parts put into words: a sum as left side, operator, right side, and a part against its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.i18n import tr, trp
from scorer.quantities.facts import Fact, Sides, amount, finding, same_measure, spread
from scorer.quantities.model import Relation

__all__ = ["bounds", "exceed", "total"]


def total(whole: Fact, parts: Sequence[Fact], *, sure: bool) -> Iterator[Relation]:
    """Compare whole and parts as intervals; ``sure`` makes a mismatch a warning."""
    computed = sum((part.value for part in parts), Decimal(0))
    exact = whole.exact and all(part.exact for part in parts)
    meets = spread(parts).may_be(whole)
    holds = True if meets and (exact or computed == whole.value) else None if meets else False
    left = " + ".join(amount(part.value, part) for part in parts)
    sign = "=" if computed == whole.value else "≠" if holds is False else "≈"
    if sign != "=":
        left += f" = {amount(computed, whole)}"
    gap, note = amount(abs(computed - whole.value), whole), ""
    if holds is False:
        note = tr("分项之和大于总数") if computed > whole.value else tr("可能漏列一类")
    first = min(whole.quantity.start, parts[0].quantity.start)
    last = max(whole.quantity.end, parts[-1].quantity.end)
    sides = Sides(whole.label or trp("数字核对", "合计"), left, sign, amount(whole.value, whole), gap)
    yield finding("sum", (first, last), sides, whole.value, computed, holds, note=note, warning=sure)


def bounds(wholes: Sequence[Fact], parts: Sequence[Fact]) -> Iterator[Relation]:
    """A part behind 其中 is at most the whole; several candidates before it give it the benefit of the doubt."""
    for part in parts:
        fitting = [whole for whole in wholes if same_measure((whole, part))]
        if not fitting:
            continue
        whole = max(fitting, key=lambda fact: fact.high)
        nearest = fitting[-1]
        holds = part.low <= whole.high
        shown = nearest if holds and part.low <= nearest.high else whole
        gap = "" if holds else amount(part.low - whole.high, whole)
        sides = Sides(trp("数字核对", "其中部分"), _named(part), "≤" if holds else ">", _named(shown), gap)
        span = (shown.quantity.start, part.quantity.end)
        yield finding("bound", span, sides, part.value, shown.value, holds, warning=True)


def exceed(parts: Sequence[Fact], whole: Fact) -> bool:
    """Whether the parts are more than the whole, however the hedges are taken."""
    return spread(parts).low > whole.high


def _named(fact: Fact) -> str:
    return f"{fact.label}{fact.quantity.text}"

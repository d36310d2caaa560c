"""Units: which words may follow a number, what they count, and when two units count the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from scorer.quantities.model import Kind, Quantity
from scorer.quantities.unit_words import (
    CLASSIFIERS,
    DURATIONS,
    FORBIDDEN_AFTER,
    FOREIGN_MONEY,
    MONEY,
    NOUNS,
    REPEATED,
    TIMES,
    WITH_GE,
)

__all__ = [
    "COUNTERS",
    "UNITS",
    "Unit",
    "answers_to",
    "any_answers_to",
    "find_unit",
    "plain_unit",
    "same_unit",
    "unit_matches",
]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is counted: the name quantities carry, and what one of it is worth in that name."""

    name: str
    kind: Kind = Kind.NUMBER
    factor: Decimal = Decimal(1)


def _table() -> dict[str, Unit]:
    """All spellings with what they mean."""
    table = {name: Unit(name) for name in CLASSIFIERS}
    table |= {name: Unit(name, Kind.DURATION) for name in DURATIONS}
    table |= {name: Unit("元", Kind.CURRENCY, Decimal(worth)) for name, worth in MONEY.items()}
    table |= {name: Unit(name, Kind.CURRENCY) for name in FOREIGN_MONEY}
    table |= {"%": Unit("%", Kind.PERCENT), "‰": Unit("%", Kind.PERCENT, Decimal("0.1"))}
    # A difference of rates is no rate: its unit keeps it from being compared with one.
    table |= {"个百分点": Unit("个百分点"), "百分点": Unit("个百分点"), "倍": Unit("倍", Kind.MULTIPLE)}
    table |= {"户家": Unit("户"), "户人家": Unit("户"), "平米": Unit("平方米")}
    return table | {f"个{name}": table[name] for name in WITH_GE}


_NAMES = _table()
_SPELLED = {
    spelling: _NAMES[name]
    for name in TIMES
    for spelling in (f"{name[0]}(次)", f"{name[0]}（次）", f"{name[0]}/次")
}
_ALL = _NAMES | _SPELLED
_LENGTHS = {
    first: sorted({len(name) for name in _ALL if name[0] == first}, reverse=True)
    for first in {name[0] for name in _ALL}
}
# A framework may also ask for money in its scales.
UNITS: frozenset[str] = frozenset(_NAMES) | {"万元", "亿元", "万美元", "亿美元"}
# Those of them that only ever count; the others (部门, 村, 季度) also stand for themselves.
COUNTERS: frozenset[str] = UNITS - NOUNS - {f"个{noun}" for noun in NOUNS}
_DAYS = frozenset(("天", "日", "自然日", "日历天"))


def find_unit(text: str, at: int) -> tuple[Unit, str] | None:
    """The longest unit that begins at ``at`` and its spelling; None when what stands there is no unit.

    >>> find_unit("3个工作日内", 1)[1]
    '个工作日'
    >>> find_unit("八五期间", 2) is None
    True
    """
    for length in _LENGTHS.get(text[at : at + 1], ()):
        word = text[at : at + length]
        unit = _ALL.get(word)
        if unit is not None:
            forbidden = FORBIDDEN_AFTER.get(word)
            return None if forbidden and text.startswith(forbidden, at + length) else (unit, word)
    return None


def plain_unit(word: str) -> str:
    """The name under which quantities carry a unit: 元 for 万元, 工作日 for 个工作日.

    A word that is no unit is given back as it is.
    """
    if word.endswith("元") and word[:1] in "万亿":
        word = word.lstrip("万亿")
    unit = _ALL.get(word)
    return unit.name if unit is not None else word


def same_unit(a: str, b: str) -> bool:
    """Whether two unit words count the same: 万元 and 元, 天 and 日, 个工作日 and 工作日."""
    first, second = plain_unit(a), plain_unit(b)
    return first == second or (first in _DAYS and second in _DAYS)


def unit_matches(wanted: str, quantity: Quantity) -> bool:
    """Whether a quantity can answer to a unit that a metric asks for.

    Ordinals answer to none. 工作日 is answered by 天 and 日 too: an office that needs one day needs one
    working day. Money answers to any scale of its currency. A classifier with 次 answers to the plain one where each
    time is a piece of work of its own (件次 to 件, 场次 to 场, 家次 to 家), not where people are counted: 人次 tell
    nothing about 人. Every other classifier is answered only by itself; a metric that takes several names them all.
    """
    return quantity.kind is not Kind.ORDINAL and quantity.unit in answers_to(wanted)


@lru_cache(maxsize=1024)
def answers_to(wanted: str) -> frozenset[str]:
    """The names of units that answer to a wanted one; asked for every number and every rule, so kept."""
    name = plain_unit(wanted)
    if name in _DAYS:
        return _DAYS
    if name == "工作日":
        return frozenset(("工作日", "天", "日"))
    return frozenset((name, f"{name}次")) if name in REPEATED else frozenset((name,))


def any_answers_to(wanted: Iterable[str]) -> set[str]:
    """The names of units that answer to one at least of several."""
    return set().union(*map(answers_to, wanted))

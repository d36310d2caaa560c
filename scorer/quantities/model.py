"""What a number in a report is: a value or an interval, with a unit and a hedge."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from scorer.text import Span

__all__ = ["Binding", "Bound", "Hedge", "Kind", "Quantity", "Truth"]


class Hedge(str, Enum):
    """How exactly a number is meant."""

    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    OVER = "over"
    UNDER = "under"


class Kind(str, Enum):
    """What sort of number it is; numbers of different kinds are never compared."""

    NUMBER = "number"
    PERCENT = "percent"
    RANGE = "range"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    CURRENCY = "currency"
    DURATION = "duration"
    RANK = "rank"
    MULTIPLE = "multiple"


class Truth(str, Enum):
    """Answer of a comparison between an interval and a threshold."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A numeral with its unit.

    ``start``/``end`` cover numeral, inner hedge (余/多/几), scale and unit, not the outer hedge (约, 以上).
    ``value`` is None for an interval; ``low``/``high`` bound it, None is unbounded; ``low_open`` and
    ``high_open`` tell whether the bound itself is excluded. Percentages are counted in percent (97), money
    in 元, everything else in its unit with 万 and 亿 worked out.
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    hedge: Hedge
    kind: Kind
    low_open: bool = False
    high_open: bool = False

    @property
    def span(self) -> Span:
        """The place of the quantity."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Bound:
    """A threshold such as ``>= 95``; ``present`` is met by any number that is stated."""

    operator: str  # one of >=, >, <=, <, present
    value: Decimal

    def __str__(self) -> str:
        return "present" if self.operator == "present" else f"{self.operator} {self.value}"


@dataclass(frozen=True, slots=True)
class Binding:
    """A quantity together with the words it belongs to, and how they stand to each other.

    ``how`` is one of ``after`` (办复率达100%), ``before`` (45件涉法文件), ``shared`` (备案率、及时率均为100%),
    ``ordered`` (时限、环节再压减62%、21%), ``all`` (全覆盖, read as 100 %).
    """

    name: Span
    quantity: Quantity
    how: str

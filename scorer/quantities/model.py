"""What a number in a report is: a value or an interval, with a unit and a hedge."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from scorer.text import Span

__all__ = ["Binding", "Bound", "Hedge", "Interval", "Kind", "Quantity", "Relation", "Truth"]


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
class Interval:
    """What a number may be; ``None`` is unbounded, an open bound is excluded."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A numeral with its unit.

    ``start``/``end`` cover numeral, inner hedge (余/多/几), scale and unit, not the outer hedge (约, 以上).
    ``value`` is the one number that is stated, also when it is hedged (90 for 90余), and None where none is
    stated: 1-2名, 十几, 数十. ``low``/``high`` bound what is meant, None is unbounded; ``low_open`` and
    ``high_open`` tell whether the bound itself is excluded. Percentages, 成 and fractions are counted in
    percent (97, 九成 is 90), money in 元, multiples as the factor they lead to (提高一倍 is 2), everything
    else in its unit with 万 and 亿 worked out.
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


@dataclass(frozen=True, slots=True)
class Relation:
    """One thing the report's own numbers say about each other, checked.

    ``relation`` is ``sum``, ``bound``, ``ratio``, ``growth``, ``repeat`` or ``sequence``; ``holds`` is None when
    hedged numbers do not decide it. ``computed`` is what the other numbers give, ``severity`` is ``info`` or
    ``warning``, ``message`` a Chinese sentence with left side, operator, right side and difference.

    These stand by themselves too: ``subject`` is what is spoken of, ``left`` what was worked out (``72 + 14 = 86``),
    ``operator`` one of ``= ≈ ≠ ≤ > <``, ``right`` what the report states, ``note`` a likely cause. ``difference`` is
    None where both sides agree; money is counted in 元 there, and in the report's own scale in ``gap`` and the words.
    """

    relation: str
    start: int
    end: int
    stated: Decimal | None
    computed: Decimal | None
    holds: bool | None
    severity: str
    message: str
    subject: str = ""
    left: str = ""
    operator: str = ""
    right: str = ""
    difference: Decimal | None = None
    gap: str = ""
    note: str = ""

    @property
    def span(self) -> Span:
        """The words that hold all numbers of the relation."""
        return Span(self.start, self.end)

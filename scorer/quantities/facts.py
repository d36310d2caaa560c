"""What the audit knows of a number in its sentence: its label, and how numbers are written and added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from scorer.i18n import listed, mark, tr
from scorer.quantities.model import Kind, Quantity, Relation

__all__ = [
    "NEIGHBOURS",
    "PRECISE",
    "Fact",
    "Sides",
    "Spread",
    "amount",
    "facts_of",
    "finding",
    "number",
    "round_to",
    "same_measure",
    "spread",
]

NEIGHBOURS = 40  # numbers on either side of one that are asked about it; no sentence relates more
# No numeral with more digits was written to be added up. Eighteen of 亿 make 10**144 of it, and rates are
# worked out to as many decimals as they state: 200 digits hold every result exactly enough to be rounded.
_MOST_DIGITS = 18
PRECISE = Context(prec=200)

_SCALES = (("亿", Decimal(10**8)), ("万", Decimal(10**4)))

_LABEL = re.compile(r"[^，,。；;：:、！？（）()\n]{0,40}$")
_BRACKET_AT_END = re.compile(r"[（(][^，,。；;：:！？（）()0-9\n]{1,12}[）)]$")
_LEADS = re.compile(
    r"^(?:其中|包括|包含|分别为|分别是|市(?![直级本属场民县区域])|全市|全区|全县|全省|我市|我区|我县|共|共计|合计|累计|全年|已|有|了|[0-9]{4}年(?:度|来|以来)?)+"
)
_STATES = re.compile(r"(?:达到了?|达|为|共计|共|有|约|计|总计|合计|均|是|各|了|总数|总量)+$")


@dataclass(frozen=True, slots=True)
class Fact:
    """A number with the words before it in its clause (its label, bare of 共, 达 and the like)."""

    quantity: Quantity
    label: str

    @property
    def unit(self) -> str:
        """The unit of the number."""
        return self.quantity.unit

    @property
    def low(self) -> Decimal:
        """The least the number may be."""
        return self.quantity.low or Decimal(0)

    @property
    def high(self) -> Decimal:
        """The most the number may be, infinity without a bound."""
        return Decimal("Infinity") if self.quantity.high is None else self.quantity.high

    @property
    def exact(self) -> bool:
        """Whether one exact number is stated."""
        return self.quantity.value is not None and self.low == self.high == self.quantity.value

    @property
    def value(self) -> Decimal:
        """The stated number, or the lower end where none is stated."""
        return self.low if self.quantity.value is None else self.quantity.value


@dataclass(frozen=True, slots=True)
class Sides:
    """A relation in words: ``left`` ``operator`` ``right``.

    ``gap`` is the difference where it needs a scale, None where it means nothing (（四） for （三）).
    """

    subject: str
    left: str
    operator: str
    right: str
    gap: str | None = ""


def facts_of(text: str, start: int, quantities: Sequence[Quantity]) -> tuple[Fact, ...]:
    """The numbers of a sentence that begins at ``start``, with their labels.

    Ordinals and ranges are left out, and numerals of more than 18 digits.
    """
    facts = []
    previous = start
    for quantity in quantities:
        if quantity.kind not in {Kind.ORDINAL, Kind.RANGE} and _is_readable(quantity):
            label = _words_before(text, max(previous, quantity.start - 40), quantity.start)
            facts.append(Fact(quantity, _STATES.sub("", _LEADS.sub("", label.strip()))))
        previous = quantity.end
    return tuple(facts)


def _words_before(text: str, floor: int, end: int) -> str:
    """The words of the clause before ``end``; a bracket that closes there is passed over: 乡镇（街道）380人."""
    bracket = _BRACKET_AT_END.search(text, floor, end)
    stop = bracket.start() if bracket else end
    match = _LABEL.search(text, floor, stop)
    return match.group() if match else ""


def _is_readable(quantity: Quantity) -> bool:
    return sum(map(str.isnumeric, quantity.text)) <= _MOST_DIGITS


def same_measure(facts: Iterable[Fact]) -> bool:
    """Whether all numbers count in one unit and kind, so that they can be added."""
    return len({(fact.unit, fact.quantity.kind) for fact in facts}) == 1


@dataclass(frozen=True, slots=True)
class Spread:
    """What numbers can add up to: the least and the most, and whether these ends are open (1.2万余)."""

    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    low_open: bool = False
    high_open: bool = False

    def plus(self, part: Fact) -> Spread:
        """The spread with one more part."""
        return Spread(
            self.low + part.low,
            self.high + part.high,
            self.low_open or part.quantity.low_open,
            self.high_open or part.quantity.high_open,
        )

    def may_be(self, whole: Fact) -> bool:
        """Whether the whole can be the sum: 1.2万余 is less than 1.3万 and more than 1.2万."""
        low_open = self.low_open or whole.quantity.high_open
        high_open = self.high_open or whole.quantity.low_open
        above = self.low > whole.high or (low_open and self.low == whole.high)
        below = self.high < whole.low or (high_open and self.high == whole.low)
        return not above and not below


def spread(parts: Iterable[Fact]) -> Spread:
    """The spread of all parts."""
    found = Spread()
    for part in parts:
        found = found.plus(part)
    return found


def number(value: Decimal) -> str:
    """A number as people write it: no exponent, no trailing zeros.

    >>> number(Decimal("19.50"))
    '19.5'
    """
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def round_to(value: Decimal, places: int) -> Decimal:
    """Round half up to so many decimals, as rates are rounded in reports."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=PRECISE)


def amount(value: Decimal, like: Fact) -> str:
    """A number in the scale in which that fact is written: 126000000 beside 1.26亿元 is 1.26亿.

    Scales are left out where they would hide digits or say less than the plain number.
    """
    for scale, worth in _SCALES:
        if scale in like.quantity.text and value >= worth / 100 and value % (worth / 10000) == 0:
            return f"{number(value / worth)}{scale}"
    return number(value)


def finding(
    relation: str,
    span: tuple[int, int],
    sides: Sides,
    stated: Decimal | None,
    computed: Decimal | None,
    holds: bool | None,
    *,
    note: str = "",
    warning: bool = False,
) -> Relation:
    """A relation; what holds or cannot be decided is information, whatever ``warning`` says."""
    severity = "warning" if warning and holds is False else "info"
    difference = None
    if holds is False and sides.gap is not None and computed is not None and stated is not None:
        difference = abs(computed - stated) or None
    gap = (sides.gap or number(difference)) if difference else ""
    told = [f"{sides.left} {sides.operator} {sides.right}"]
    told += [tr("相差 {gap}", gap=gap)] if gap else []
    told += [note] if note else []
    return Relation(
        relation=relation,
        start=span[0],
        end=span[1],
        stated=stated,
        computed=computed,
        holds=holds,
        severity=severity,
        message=tr("{subject}：{words}", subject=sides.subject, words=listed(told, mark("，"))),
        subject=sides.subject,
        left=sides.left,
        operator=sides.operator,
        right=sides.right,
        difference=difference,
        gap=gap,
        note=note,
    )

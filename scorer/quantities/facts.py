"""What the audit knows of a number in its sentence: its label, and how numbers are written and added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from scorer.quantities.model import Kind, Quantity, Relation

__all__ = ["Fact", "facts_of", "finding", "may_add_up", "number", "round_to", "same_measure", "total"]

_LABEL = re.compile(r"[^，,。；;：:、！？（）()\n]{0,40}$")
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


def facts_of(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> tuple[Fact, ...]:
    """The numbers of the sentence ``text[start:end]`` with their labels; ordinals and ranges are left out."""
    facts = []
    previous = start
    for quantity in quantities:
        if quantity.kind not in {Kind.ORDINAL, Kind.RANGE}:
            match = _LABEL.search(text, max(previous, quantity.start - 40), quantity.start)
            label = match.group() if match else ""
            facts.append(Fact(quantity, _STATES.sub("", _LEADS.sub("", label.strip()))))
        previous = quantity.end
    return tuple(facts)


def same_measure(facts: Iterable[Fact]) -> bool:
    """Whether all numbers count in one unit and kind, so that they can be added."""
    return len({(fact.unit, fact.quantity.kind) for fact in facts}) == 1


def total(facts: Iterable[Fact]) -> tuple[Decimal, Decimal]:
    """The least and the most that the numbers can add up to."""
    parts = list(facts)
    return sum((part.low for part in parts), Decimal(0)), sum((part.high for part in parts), Decimal(0))


def may_add_up(parts: Sequence[Fact], whole: Fact) -> bool:
    """Whether the whole can be the sum of the parts, open ends (1.2万余 is less than 1.3万) excluded."""
    low, high = total(parts)
    low_open = any(part.quantity.low_open for part in parts) or whole.quantity.high_open
    high_open = any(part.quantity.high_open for part in parts) or whole.quantity.low_open
    above = low > whole.high or (low_open and low == whole.high)
    below = high < whole.low or (high_open and high == whole.low)
    return not above and not below


def number(value: Decimal) -> str:
    """A number as people write it: no exponent, no trailing zeros.

    >>> number(Decimal("19.50"))
    '19.5'
    """
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def round_to(value: Decimal, places: int) -> Decimal:
    """Round half up to so many decimals, as rates are rounded in reports."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def finding(
    relation: str,
    span: tuple[int, int],
    stated: Decimal | None,
    computed: Decimal | None,
    holds: bool | None,
    message: str,
    *,
    warning: bool = False,
) -> Relation:
    """A relation; what holds or cannot be decided is information, whatever ``warning`` says."""
    severity = "warning" if warning and holds is False else "info"
    return Relation(relation, span[0], span[1], stated, computed, holds, severity, message)

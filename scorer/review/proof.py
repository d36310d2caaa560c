"""Whether the program rests on the words and numbers that a rater names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scorer.quantities import find_quantities
from scorer.review.labels import Label, Verdict
from scorer.review.measures import Share
from scorer.rules.model import Rejected, Status, Value
from scorer.scoring.model import ItemRow
from scorer.text import Span

__all__ = ["Proof", "is_stated", "places", "prove", "value_is_right"]

_SEEN = (Status.MET, Status.PARTIAL)
# A rate that one side rounds to two decimals may be this far from what the other side has.
_ROUNDING = Decimal("0.01")
_YUAN = "元"
_TEN_THOUSAND = 10_000


@dataclass(frozen=True, slots=True)
class Proof:
    """The words of both sides on one item.

    ``found``: whether a quotation of the program touches labelled words; None when the label sees nothing or
    names no words. ``precise``: how many of the program's quotations do, on items that both sides see.
    ``refused``: the program's refusals, those that touch labelled words first.
    """

    found: bool | None
    precise: Share
    refused: tuple[Rejected, ...]


def places(content: str, words: str) -> Iterator[Span]:
    """Every place where the words stand in the text; none for empty words."""
    at = content.find(words) if words else -1
    while at >= 0:
        yield Span(at, at + len(words))
        at = content.find(words, at + len(words))


def prove(label: Label, row: ItemRow, content: str) -> Proof:
    """Compare the evidence of a label with that of the program's row; offsets are into ``content``."""
    named = [span for quote in label.evidence for span in places(content, quote.words)]
    seen = label.verdict in (Verdict.MET, Verdict.PARTIAL)
    touching = [_touches(Span(piece.start, piece.end), named) for piece in row.evidence]
    counted = bool(seen and named and row.status in _SEEN)
    apart = sorted(row.rejected, key=lambda piece: not _touches(Span(piece.start, piece.end), named))
    return Proof(
        found=any(touching) if seen and named else None,
        precise=Share(sum(touching), len(touching)) if counted else Share(),
        refused=tuple(apart),
    )


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def value_is_right(stated: Decimal, ours: Sequence[Value]) -> bool:
    """Whether one of the program's values of the metric is the number that a label states.

    A hedged number is compared by the digits it is stated with: 80 for 80余. Where the report states an
    interval (1-2名), either end will do. Percentages may differ by rounding, sums of money may be given in 万元.
    """
    return any(_same(stated, number, value.unit) for value in ours for number in _numbers(value))


def is_stated(label: Label, stated: Decimal) -> bool:
    """Whether the words that the label quotes hold this number; else the rater has counted or worked it out."""
    return any(
        quantity.value is not None and _same(stated, quantity.value, quantity.unit)
        for quote in label.evidence
        for quantity in find_quantities(quote.words)
    )


def _numbers(value: Value) -> Iterator[Decimal]:
    if value.value is not None:
        yield value.value
    else:
        yield from (end for end in (value.low, value.high) if end is not None)


def _same(stated: Decimal, number: Decimal, unit: str) -> bool:
    if unit == _YUAN and stated * _TEN_THOUSAND == number:
        return True  # raters keep to 万元 where the metric does
    return abs(stated - number) <= (_ROUNDING if unit == "%" else 0)

"""What was found for one item and does not count, each quotation once for each reason."""

from __future__ import annotations

from collections.abc import Iterable

from scorer.rules.model import Rejected, Why
from scorer.rules.quotes import Quote

__all__ = ["Refused"]


class Refused:
    """The hits of one item that were turned away."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, Why], Rejected] = {}

    def add(self, quote: Quote, phrase: str, why: Why, note: str) -> None:
        """Remember that ``phrase`` in a quotation does not count; the longest phrase of one quotation is kept."""
        start, end = quote.span.start, quote.span.end
        known = self._known.get((start, end, why))
        if known is None or len(phrase) > len(known.phrase):
            self._known[start, end, why] = Rejected(
                quote.words, start, end, why, phrase, note, quote.line, quote.column
            )

    def in_order(self) -> tuple[Rejected, ...]:
        """What was refused, in the order of the text.

        One that lies inside another refused for the same reason adds nothing, nor does a mere resemblance where
        something was refused in earnest.
        """
        earnest = [one for one in self._known.values() if not one.alike]
        told = {(one.start, one.end) for one in earnest}
        alike = [one for one in self._known.values() if one.alike and (one.start, one.end) not in told]
        kept = _outermost([*earnest, *alike])
        return tuple(sorted(kept, key=lambda one: (one.start, one.end, one.why.value, one.phrase)))


def _outermost(refused: Iterable[Rejected]) -> list[Rejected]:
    """Those that lie inside no other that was refused for the same reason."""
    reached: dict[Why, int] = {}
    kept = []
    for one in sorted(refused, key=lambda one: (one.start, -one.end, one.why.value, one.phrase)):
        if one.end > reached.get(one.why, -1):
            reached[one.why] = one.end
            kept.append(one)
    return kept

"""One side of a comparison: a scorecard and, unless it was read back from JSON, the report that it is of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scorer.compare.model import Quote
from scorer.quantities import find_quantities
from scorer.quantities.model import Quantity
from scorer.scoring.model import Scorecard
from scorer.structure.model import Report
from scorer.text import Span, View

__all__ = ["Subject"]


@dataclass(frozen=True)
class Subject:
    """``report`` is None for a scorecard read back from JSON, which does not carry the text.

    ``file`` is what was given, where that is not the report itself; messages name it.
    """

    card: Scorecard
    report: Report | None = None
    file: str = ""

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.file or self.card.stamp.report_name

    @cached_property
    def loose(self) -> View:
        """The words of the report as they are compared; only asked where there is a report."""
        assert self.report is not None  # noqa: S101  a programming error, not an input
        return self.report.loose

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers of the report in offsets of its view, in order."""
        return tuple(find_quantities(self.report.view.text)) if self.report is not None else ()

    def quote(self, start: int, end: int) -> Quote:
        """The words of a stretch of the text, without white space at its ends."""
        assert self.report is not None  # noqa: S101  a programming error, not an input
        text = self.report.text
        words = text.content[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        at = text.locate(start)
        place = self.card.report.place_at(start)
        return Quote(words, start, start + len(words), at.line, at.column, place)

    def quote_view(self, start: int, end: int, view: View) -> Quote:
        """The same for a stretch of a view of the text."""
        span: Span = view.span(start, end)
        return self.quote(span.start, span.end)

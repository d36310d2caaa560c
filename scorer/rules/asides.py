"""The words of one report that tell no deed although their clause does."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from scorer.structure.asides import find_asides
from scorer.structure.model import Report
from scorer.text import Span

__all__ = ["Asides"]


class Asides:
    """Stretches that tell no deed whatever their clause tells, found when the first is asked for."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def over(self, start: int, end: int) -> str | None:
        """In Chinese why words from ``start`` to ``end`` tell no deed of their own, None when they may."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or self._found[at][0].end < end:
            return None
        return self._found[at][1]

    @cached_property
    def _found(self) -> list[tuple[Span, str]]:
        """The stretches and what they are; in order and disjoint."""
        view, level = self._report.view, self._report.metadata.level
        found: list[tuple[Span, str]] = []
        for place, note in sorted(find_asides(view.text, level=level)):
            span = view.span(*place)
            if found and span.start < found[-1][0].end:
                found[-1] = (Span(found[-1][0].start, max(span.end, found[-1][0].end)), found[-1][1])
            else:
                found.append((span, note))
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span, _ in self._found]

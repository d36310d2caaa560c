"""A workbook to sort, filter and fill in: score, items, evidence, arithmetic, one sheet each.

``summary`` leaves out evidence and arithmetic, ``items`` the evidence; the default is ``full``. Several
reports, or reports that could not be read, put a sheet with one row for each in front.
"""

from __future__ import annotations

from collections.abc import Sequence

from scorer.i18n import trn
from scorer.rendering.digest import title
from scorer.rendering.interface import Failure, Options
from scorer.rendering.workbook.book import Book
from scorer.rendering.workbook.evidence import audit, evidence
from scorer.rendering.workbook.items import items
from scorer.rendering.workbook.summary import overview, summary
from scorer.scoring.model import Scorecard

__all__ = ["render"]


def render(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()) -> bytes:
    """The bytes of an .xlsx file; the same cards give the same bytes."""
    detail = options.detail or "full"
    book = Book(_name(cards))
    if len(cards) != 1 or failures:
        overview(book, cards, failures)
    if cards:
        summary(book, cards)
        items(book, cards)
    if cards and detail == "full":
        evidence(book, cards)
    if cards and detail != "summary":
        audit(book, cards)
    return book.content()


def _name(cards: Sequence[Scorecard]) -> str:
    if len(cards) == 1:
        return title(cards[0].report, cards[0].stamp.report_name)
    return trn("{count} 份报告的评分", len(cards))

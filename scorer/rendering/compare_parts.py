"""What sections of a comparison are made of: tables of cells, and entries that quote both reports."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from scorer.compare.model import Quote
from scorer.i18n import tr
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.labels import Mark
from scorer.rendering.numbers import percent, points, rounded

__all__ = [
    "Cell",
    "Entry",
    "Line",
    "Section",
    "Table",
    "amount",
    "cell",
    "change",
    "line",
    "place_of",
    "rate",
    "span",
]

_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Cell:
    """Words, the number behind them where there is one, and a tone (``good|middle|bad|quiet``)."""

    words: str
    number: Decimal | None = None
    tone: str = ""
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """``right`` are the columns of numbers; a ``caption`` names it where a section has several."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    right: frozenset[int] = frozenset()
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an entry: what it is, the words, and where they stand."""

    label: str
    words: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding: its state, a title, and the lines that prove it."""

    mark: Mark
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the sheet. ``wide`` is for outputs that can be scrolled; ``anchor`` is its name in a page."""

    anchor: str
    title: str
    lead: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    entries: tuple[Entry, ...] = ()
    depth: int = 1
    wide: bool = False


def cell(words: str, tone: str = "") -> Cell:
    """A cell of words that are visible already."""
    return Cell(words, tone=tone)


def amount(value: Decimal) -> Cell:
    """Points or a count."""
    return Cell(points(value), value)


def rate(value: Decimal | None) -> Cell:
    """A rate as a percentage, a dash where there is none."""
    return Cell(percent(value), value, percent=True)


def change(before: Decimal, after: Decimal, *, share: bool = False) -> Cell:
    """The difference of two numbers as they are shown; better is good, worse is bad."""
    places = 3 if share else 2  # a rate is shown with one decimal of a percentage
    value = rounded(after, places) - rounded(before, places)
    if not value:
        return Cell("0", Decimal(0), "quiet", share)  # a dash says that it is not known
    number = percent(abs(value)).removesuffix("%") if share else points(abs(value))
    words = f"{'+' if value > 0 else '−'}{number}"
    words = tr("{number}个百分点", number=words) if share else words
    return Cell(words, value, "good" if value > 0 else "bad", share)


def span(low: Decimal | int, high: Decimal | int) -> str:
    """From one number to another: points, or ranks."""
    return tr("{low}～{high}", low=points(Decimal(low)), high=points(Decimal(high)))


def place_of(quote: Quote) -> str:
    """第3页 第12行第4列."""
    at = tr("第{line}行第{column}列", line=quote.line, column=quote.column)
    return tr("{place} {at}", place=visible(quote.place), at=at) if quote.place else at


def line(label: str, quote: Quote) -> Line:
    """A quotation as a line, shortened where it is long."""
    return Line(label, f"“{excerpt(quote.words, _QUOTE)[0]}”", place_of(quote))

"""One scorecard as a row of a league: a thousandth of its size, so that a province fits into memory.

A row can be made from a scorecard that was just scored and from one that was read back from JSON; both give the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from scorer.framework.model import Framework, ItemKind
from scorer.rendering.numbers import digits, rounded
from scorer.rules.model import Status
from scorer.scoring.model import Scorecard
from scorer.structure.model import Level

__all__ = ["Head", "HeadItem", "Row", "head_of", "row_from", "row_of", "row_values"]

_RATE_PLACES = 4  # as many as the JSON scorecard has
_DOUBT = "not_a_report"
_EXTRA = (
    ItemKind.BONUS.value,
    ItemKind.DEDUCTION.value,
)  # their dimensions have points and no rate that says much
_LETTERS = {
    Status.MET: "m",
    Status.PARTIAL: "p",
    Status.UNMET: "u",
    Status.NOT_APPLICABLE: "n",
}


@dataclass(frozen=True, slots=True)
class HeadItem:
    """An item of the framework as the summary names it."""

    id: str
    title: str
    dimension: str
    kind: str
    points: Decimal


@dataclass(frozen=True, slots=True)
class Head:
    """What the rows of one framework share; ``dimensions`` are (id, title) of those that make up the base."""

    id: str
    title: str
    version: str
    sha256: str
    dimensions: tuple[tuple[str, str], ...]
    items: tuple[HeadItem, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One report in a league.

    ``rates`` follow the dimensions of the head, 0 to 1, None where nothing applies. ``states`` has a letter for each
    item of the head: m, p, u, n for met, partial, unmet, not applicable. ``card`` is the file with the scorecard, ``sha256`` the hash of the report's bytes.
    """

    report: str
    card: str
    place: str | None
    issuer: str | None
    level: Level | None
    year: int | None
    points: Decimal
    low: Decimal
    high: Decimal
    grade: str
    rates: tuple[Decimal | None, ...]
    states: str
    review: int
    contradictions: int
    warnings: int
    doubtful: bool
    sha256: str = ""

    @property
    def name(self) -> str:
        """Who reports: the organ for departments and townships, the place for governments, else the file."""
        organ = self.level in (Level.DEPARTMENT, Level.TOWN)
        return (self.issuer if organ else None) or self.place or self.issuer or self.report

    def status_of(self, index: int) -> Status:
        """The status of the item with that index in the head."""
        return _STATUS[self.states[index]]


_STATUS = {letter: status for status, letter in _LETTERS.items()}


def head_of(framework: Framework) -> Head:
    """The head of all rows that this framework scores."""
    extra = {item.dimension for item in framework.items if item.kind.value in _EXTRA}
    return Head(
        id=framework.id,
        title=framework.title,
        version=framework.version,
        sha256=framework.sha256,
        dimensions=tuple((one.id, one.title) for one in framework.dimensions if one.id not in extra),
        items=tuple(
            HeadItem(item.id, item.title, item.dimension, item.kind.value, item.points)
            for item in framework.items
        ),
    )


def row_of(card: Scorecard, report: str, file: str = "") -> Row:
    """The row of a scorecard; ``report`` is what the report was called, ``file`` where the scorecard lies."""
    known, total = card.report, card.total
    extra = {item.dimension for item in card.items if item.kind in _EXTRA}
    scored = [dimension.rate for dimension in card.dimensions if dimension.id not in extra]
    return Row(
        report=report,
        card=file,
        place=known.place,
        issuer=known.issuer,
        level=known.level,
        year=known.year,
        points=rounded(total.points),
        low=rounded(total.low),
        high=rounded(total.high),
        grade=total.grade,
        rates=tuple(None if rate is None else rounded(rate, _RATE_PLACES) for rate in scored),
        states="".join(_LETTERS[item.status] for item in card.items),
        review=sum(item.review for item in card.items),
        contradictions=sum(row.holds is False and row.severity == "warning" for row in card.audit),
        warnings=len(card.warnings),
        doubtful=any(note.code == _DOUBT for note in card.warnings),
        sha256=card.stamp.report_sha256,
    )


def row_values(row: Row) -> dict[str, Any]:
    """The row as plain values that JSON can hold; numbers as their digits, so that none changes on the way."""
    return {
        "report": row.report,
        "card": row.card,
        "place": row.place,
        "issuer": row.issuer,
        "level": row.level.value if row.level else None,
        "year": row.year,
        "total": [digits(row.points), digits(row.low), digits(row.high)],
        "grade": row.grade,
        "rates": [None if rate is None else digits(rate) for rate in row.rates],
        "states": row.states,
        "review": row.review,
        "contradictions": row.contradictions,
        "warnings": row.warnings,
        "doubtful": row.doubtful,
        "sha256": row.sha256,
    }


def row_from(values: Mapping[str, Any]) -> Row:
    """The row that :func:`row_values` told; ValueError, KeyError or TypeError for anything else."""
    points, low, high = (_number(word) for word in values["total"])
    states, level, year = _words(values["states"]), values["level"], values["year"]
    if set(states) - set(_STATUS):
        raise ValueError(f"no states: {states!r}")
    return Row(
        report=_words(values["report"]),
        card=_words(values["card"]),
        place=None if values["place"] is None else _words(values["place"]),
        issuer=None if values["issuer"] is None else _words(values["issuer"]),
        level=None if level is None else Level(level),
        year=None if year is None else int(year),
        points=points,
        low=low,
        high=high,
        grade=_words(values["grade"]),
        rates=_rates(values["rates"]),
        states=states,
        review=int(values["review"]),
        contradictions=int(values["contradictions"]),
        warnings=int(values["warnings"]),
        doubtful=bool(values["doubtful"]),
        sha256=_words(values["sha256"]),
    )


def _rates(values: Sequence[str | None]) -> tuple[Decimal | None, ...]:
    return tuple(None if rate is None else _number(rate) for rate in values)


def _number(word: str) -> Decimal:
    try:
        number = Decimal(_words(word))
    except ArithmeticError as error:
        raise ValueError(f"no number: {word!r}") from error
    if not number.is_finite():
        raise ValueError(f"no number: {word!r}")
    return number


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"no words: {value!r}")
    return value

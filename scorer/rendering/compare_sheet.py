"""A comparison as sections of tables and entries, in words and in order: what every output for people shows.

Nothing here is escaped: words are visible (:mod:`scorer.rendering.clean`), and each output does the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scorer.compare.model import Comparison
from scorer.rendering import labels
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.compare_parts import Cell, Section, Table, amount, cell
from scorer.rendering.compare_places import place_sections
from scorer.rendering.compare_years import year_sections
from scorer.rendering.interface import Failure
from scorer.rendering.numbers import points
from scorer.scoring.model import Scorecard

__all__ = ["Sheet", "sheet_of"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole comparison: title, how it was chosen, what to mind, and the sections."""

    title: str
    lead: str
    notes: tuple[str, ...]
    sections: tuple[Section, ...]
    failures: tuple[tuple[str, str], ...]


def sheet_of(comparison: Comparison, failures: tuple[Failure, ...] = ()) -> Sheet:
    """Everything that is shown, in the order in which it is read."""
    return Sheet(
        title=_title(comparison),
        lead=f"{_KIND[comparison.by]}：{visible(comparison.why)}；{_framework(comparison.cards[0])}",
        notes=tuple(visible(note.message) for note in comparison.notes),
        sections=tuple(_sections(comparison)),
        failures=tuple((visible(failure.name), visible(failure.message)) for failure in failures),
    )


_KIND = {"years": "逐年比较", "places": "各地比较"}


def _title(comparison: Comparison) -> str:
    count = len(comparison.cards)
    years = sorted({card.report.year for card in comparison.cards if card.report.year})
    span = "" if not years else f"{years[0]}年" if len(years) == 1 else f"{years[0]}—{years[-1]}年"
    if comparison.by == "places":
        return f"{count}份报告各地比较{f'（{span}）' if span else ''}"
    place = next((card.report.place for card in reversed(comparison.cards) if card.report.place), None)
    name = next((card.report.issuer for card in reversed(comparison.cards) if card.report.issuer), place)
    shown = excerpt(place or name or "", 40)[0]
    return f"{shown or f'{count}份报告'}逐年比较{f'（{span}）' if span else ''}"


def _framework(card: Scorecard) -> str:
    return f"指标体系 {excerpt(card.stamp.framework_title, 60)[0]}（{visible(card.stamp.framework_id)}）"


def _sections(comparison: Comparison) -> Iterator[Section]:
    yield Section("reports", "参加比较的报告", tables=(_subjects(comparison),))
    if comparison.years is not None:
        yield from year_sections(comparison, comparison.years)
    if comparison.places is not None:
        yield from place_sections(comparison, comparison.places)


def _subjects(comparison: Comparison) -> Table:
    head = ("简称", "报告", "层级", "年度", "总分", "区间", "等次", labels.REVIEW, "来源")
    rows = zip(comparison.labels, comparison.cards, comparison.from_scorecard, strict=True)
    return Table(head, tuple(_subject(*row) for row in rows), right=frozenset({4, 7}))


def _subject(label: str, card: Scorecard, saved: bool) -> tuple[Cell, ...]:
    report, total = card.report, card.total
    return (
        cell(visible(label)),
        cell(excerpt(report.title or card.stamp.report_name, 80)[0]),
        cell(labels.LEVEL[report.level] if report.level else "不明"),
        cell(str(report.year) if report.year else "不明"),
        amount(total.points),
        cell(f"{points(total.low)}～{points(total.high)}"),
        cell(visible(total.grade)),
        amount(Decimal(sum(item.review for item in card.items))),
        cell("评分卡" if saved else "报告"),
    )

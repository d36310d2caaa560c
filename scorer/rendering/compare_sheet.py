"""A comparison as sections of tables and entries, in words and in order: what every output for people shows.

Nothing here is escaped: words are visible (:mod:`scorer.rendering.clean`), and each output does the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scorer import __version__
from scorer.compare.model import Comparison
from scorer.i18n import mark, tr, trn, trp
from scorer.rendering import labels
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.compare_parts import Cell, Section, Table, amount, cell, span
from scorer.rendering.compare_places import place_sections
from scorer.rendering.compare_years import year_sections
from scorer.rendering.interface import Failure
from scorer.scoring.model import Scorecard, Stamp

__all__ = ["Sheet", "sheet_of"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole comparison: title, how it was chosen, what to mind, the sections, and what made it."""

    title: str
    lead: str
    notes: tuple[str, ...]
    sections: tuple[Section, ...]
    failures: tuple[tuple[str, str], ...]
    stamp: str


def sheet_of(comparison: Comparison, failures: tuple[Failure, ...] = ()) -> Sheet:
    """Everything that is shown, in the order in which it is read."""
    return Sheet(
        title=_title(comparison),
        lead=_lead(comparison),
        notes=tuple(visible(note.message) for note in comparison.notes),
        sections=tuple(_sections(comparison)),
        failures=tuple((visible(failure.name), visible(failure.message)) for failure in failures),
        stamp=_stamp(comparison.cards[0].stamp),
    )


def _stamp(known: Stamp) -> str:
    """Tool and framework: the mark by which a comparison is no report."""
    return tr(
        "{tool}；{framework}，sha256 {digest}。",
        tool=f"scorer {__version__}",
        framework=visible(f"{known.framework_title} {known.framework_id} {known.framework_version}"),
        digest=known.framework_sha256[:12],
    )


_LEAD = {
    "years": mark("逐年比较：{why}；指标体系 {framework}（{id}）"),
    "places": mark("各地比较：{why}；指标体系 {framework}（{id}）"),
}


def _lead(comparison: Comparison) -> str:
    """How it was chosen, and by which framework all are scored."""
    stamp = comparison.cards[0].stamp
    return tr(
        _LEAD[comparison.by],
        why=visible(comparison.why),
        framework=excerpt(stamp.framework_title, 60)[0],
        id=visible(stamp.framework_id),
    )


def _title(comparison: Comparison) -> str:
    years = sorted({card.report.year for card in comparison.cards if card.report.year})
    plain = _plain_title(comparison)
    if not years:
        return plain
    if len(years) == 1:
        return tr("{title}（{year}年）", title=plain, year=years[0])
    return tr("{title}（{first}—{last}年）", title=plain, first=years[0], last=years[-1])


def _plain_title(comparison: Comparison) -> str:
    count = len(comparison.cards)
    if comparison.by == "places":
        return trn("{count}份报告各地比较", count)
    place = next((card.report.place for card in reversed(comparison.cards) if card.report.place), None)
    name = next((card.report.issuer for card in reversed(comparison.cards) if card.report.issuer), place)
    shown = excerpt(place or name or "", 40)[0]
    return tr("{name}逐年比较", name=shown) if shown else trn("{count}份报告逐年比较", count)


def _sections(comparison: Comparison) -> Iterator[Section]:
    yield Section("reports", tr("参加比较的报告"), tables=(_subjects(comparison),))
    if comparison.years is not None:
        yield from year_sections(comparison, comparison.years)
    if comparison.places is not None:
        yield from place_sections(comparison, comparison.places)


def _subjects(comparison: Comparison) -> Table:
    head = (
        *(tr("简称"), tr("报告"), tr("层级"), tr("年度"), tr("总分"), tr("区间"), tr("等次")),
        *(trp("column", "需复核"), tr("来源")),
    )
    rows = zip(comparison.labels, comparison.cards, comparison.from_scorecard, strict=True)
    return Table(head, tuple(_subject(*row) for row in rows), right=frozenset({4, 7}))


def _subject(label: str, card: Scorecard, saved: bool) -> tuple[Cell, ...]:
    report, total = card.report, card.total
    return (
        cell(visible(label)),
        cell(excerpt(report.title or card.stamp.report_name, 80)[0]),
        cell(labels.LEVEL[report.level] if report.level else tr("不明")),
        cell(str(report.year) if report.year else tr("不明")),
        amount(total.points),
        cell(span(total.low, total.high)),
        cell(visible(total.grade)),
        amount(Decimal(sum(item.review for item in card.items))),
        cell(tr("评分卡") if saved else tr("报告")),
    )

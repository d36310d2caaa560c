"""Sheets 证据 (all that was found for the items, counted or refused) and 勾稽 (whether the numbers agree)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from scorer.i18n import mark, tr
from scorer.rendering import labels
from scorer.rendering.clean import visible
from scorer.rendering.digest import Digest, value_words
from scorer.rendering.workbook.book import Book, Cell, Column
from scorer.rendering.workbook.items import REPORT, whose
from scorer.rules.model import Evidence, Match, Rejected, Value
from scorer.scoring.model import AuditRow, ItemRow, Scorecard

__all__ = ["AUDIT", "COLUMNS", "COUNTED", "REFUSED", "VALUE", "audit", "evidence"]

_USE, _OUTCOME = mark("采用"), mark("结论")
COLUMNS = (
    Column(mark("序号"), 7, "id"),
    Column(mark("考评内容"), 18),
    Column(_USE, 6, "short"),
    Column(mark("原文"), 60),
    Column(mark("命中词语"), 20),
    Column(mark("出处"), 12, "short"),
    Column(mark("行"), 6, "count"),
    Column(mark("列"), 6, "count"),
    Column(mark("所在标题"), 22),
    Column(mark("段落"), 9, "short"),
    Column(mark("怎样找到"), 12, "short"),
    Column(mark("说明"), 30),
)
AUDIT = (
    Column(_OUTCOME, 7, "short"),
    Column(mark("关系"), 10, "short"),
    Column(mark("报告写明"), 12, "number"),
    Column(mark("由其他数算得"), 13, "number"),
    Column(mark("说明"), 44),
    Column(mark("原文"), 56),
    Column(mark("出处"), 12, "short"),
    Column(mark("行"), 6, "count"),
    Column(mark("列"), 6, "count"),
)
COUNTED, VALUE, REFUSED = mark("计入"), mark("数值"), mark("不计")
_HEAD_PATH = " › "


def evidence(book: Book, cards: Sequence[Scorecard]) -> None:
    """Item by item: what counts, the numbers that were bound to it, what was refused and why."""
    several = len(cards) > 1
    rows = [
        whose(card, several) + row
        for card in cards
        for digest in (Digest(card),)
        for item in card.items
        for row in _of(digest, item)
    ]
    columns = (REPORT,) * several + COLUMNS
    sheet = book.sheet(tr("证据"))
    last = sheet.table(columns, rows, frozen=3 + several)
    used = [column.head for column in columns].index(_USE)
    sheet.color(used, last, {tr(COUNTED): "good", tr(VALUE): "quiet", tr(REFUSED): "bad"})


def _of(digest: Digest, item: ItemRow) -> Iterator[list[Cell]]:
    for found in item.evidence:
        similar = tr("相似度 {percent:.0f}", percent=found.similarity) if found.match is Match.FUZZY else None
        how = labels.MATCH[found.match]
        yield [item.id, item.title, tr(COUNTED), *_placed(digest, found, found.phrase), how, similar]
    for value in item.values:
        yield [
            item.id,
            item.title,
            tr(VALUE),
            *_placed(digest, value, value.metric),
            None,
            value_words(value),
        ]
    for miss in item.rejected:
        reason = labels.WHY[miss.why]
        if miss.note:
            reason = tr("{why}：{note}", why=reason, note=miss.note)
        yield [item.id, item.title, tr(REFUSED), *_placed(digest, miss, miss.phrase), None, reason]
    if item.evidence_left_out:
        note = labels.more_evidence(item.evidence_left_out)
        yield [item.id, item.title, tr(COUNTED), *[None] * (len(COLUMNS) - 4), note]


def _placed(digest: Digest, found: Evidence | Value | Rejected, words: str) -> list[Cell]:
    """Quotation, words that matched, place in the container, line, column, heading, kind of passage."""
    heading = found.section if isinstance(found, Evidence) else digest.heading(found.start)
    role = labels.ROLE[found.role] if isinstance(found, Evidence) else _role(digest.card, found.start)
    place = visible(digest.card.report.place_at(found.start) or "")
    return [found.quote, words, place, found.line, found.column, heading.rpartition(_HEAD_PATH)[2], role]


def _role(card: Scorecard, offset: int) -> str | None:
    roles = card.report.roles
    at = bisect_right(roles, offset, key=lambda row: row.start) - 1
    return labels.ROLE[roles[at].role] if at >= 0 and offset < roles[at].end else None


def audit(book: Book, cards: Sequence[Scorecard]) -> None:
    """Every relation between the numbers of a report, those that agree too."""
    several = len(cards) > 1
    rows = [whose(card, several) + _relation(card, row) for card in cards for row in card.audit]
    columns = (REPORT,) * several + AUDIT
    sheet = book.sheet(tr("勾稽"))
    last = sheet.table(columns, rows, frozen=2 + several)
    marks = [labels.holds(answer, kind) for answer in (True, False, None) for kind in ("info", "warning")]
    verdict = [column.head for column in columns].index(_OUTCOME)
    sheet.color(verdict, last, {mark.word: mark.tone for mark in marks})


def _relation(card: Scorecard, row: AuditRow) -> list[Cell]:
    return [
        labels.holds(row.holds, row.severity).word,
        labels.RELATION.get(row.relation, row.relation),
        row.stated,
        row.computed,
        row.message,
        row.quote,
        visible(card.report.place_at(row.start) or ""),
        row.line,
        row.column,
    ]

"""Sheet 指标: the form that evaluators fill in, one row for each item, with room for a person's score."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.framework.model import ItemKind
from scorer.i18n import mark, tr, trn, trp
from scorer.rendering import labels
from scorer.rendering.digest import Digest, advice, grounds, loss, nearest
from scorer.rendering.numbers import rounded
from scorer.rendering.workbook.book import Book, Cell, Column
from scorer.rules.model import Status
from scorer.scoring.model import ItemRow, Scorecard

__all__ = ["COLUMNS", "DECISION", "REPORT", "items", "whose"]

_POINTS, _STATE, _REVIEW, _SCORE = mark("分值"), mark("状态"), mark("需复核"), mark("复核分")
REPORT = Column(mark("报告"), 16)
COLUMNS = (
    Column(mark("考评项目"), 13),
    Column(mark("序号"), 7, "id"),
    Column(mark("考评内容"), 17),
    Column(_POINTS, 7, "points"),
    Column(mark("考评标准"), 32),
    Column(mark("自动评分"), 7, "points"),
    Column(_STATE, 7, "short"),
    Column(mark("把握"), 5, "short"),
    Column(_REVIEW, 7, "short"),
    Column(mark("证据"), 40),
    Column(mark("位置"), 17),
    Column(mark("扣分原因"), 24),
    Column(mark("怎样补分"), 24),
    Column(_SCORE, 7, "blank"),
    Column(mark("复核人"), 9, "blank"),
)
DECISION = (
    Column(mark("人工结论"), 9, "short"),
    Column(mark("程序结论"), 9, "short"),
    Column(mark("决定人"), 9, "short"),
    Column(mark("决定日期"), 11, "short"),
    Column(mark("决定理由"), 24),
)
_QUOTE = 300
_BLANKS: tuple[Cell, Cell] = (None, None)


def items(book: Book, cards: Sequence[Scorecard]) -> None:
    """All items of all reports; the columns of decisions are there when somebody has decided something."""
    several = len(cards) > 1
    decided = any(item.decision for card in cards for item in card.items)
    columns = (REPORT,) * several + COLUMNS + DECISION * decided
    rows = [
        whose(card, several) + _row(digest, titles, item) + _decision(item) * decided
        for card in cards
        for digest, titles in ((Digest(card), {row.id: row.title for row in card.dimensions}),)
        for item in card.items
    ]
    sheet = book.sheet(trp("heading", "指标"))
    last = sheet.table(columns, rows, frozen=3 + several)
    heads = [column.head for column in columns]
    sheet.color(heads.index(_STATE), last, _tones())
    sheet.color(heads.index(_REVIEW), last, {tr(labels.REVIEW): "middle"})
    _bounded(sheet.raw, last, heads.index(_SCORE), heads.index(_POINTS))


def whose(card: Scorecard, several: bool) -> list[Cell]:
    """The report's name as the first cell of a row, where there is more than one report."""
    return [card.stamp.report_name] if several else []


def _row(digest: Digest, titles: dict[str, str], item: ItemRow) -> list[Cell]:
    quoted, place = _evidence(digest, item)
    lost = loss(item) > 0 or (item.kind == ItemKind.DEDUCTION.value and item.points > 0)
    return [
        f"{item.dimension} {titles.get(item.dimension, '')}",
        item.id,
        item.title,
        rounded(item.max_points),
        _criterion(item),
        None if item.status is Status.NOT_APPLICABLE else rounded(item.points * _sign(item)),
        labels.state(item.kind, item.status).word,
        labels.CONFIDENCE[item.confidence],
        tr(labels.REVIEW) if item.review else None,
        quoted,
        place,
        grounds(item) if lost else None,
        advice(item) if loss(item) else None,
        *_BLANKS,
    ]


def _sign(item: ItemRow) -> int:
    """A deduction is shown below zero: whoever adds the column up must not add it to the score."""
    return -1 if item.kind == ItemKind.DEDUCTION.value and item.points else 1


def _criterion(item: ItemRow) -> str:
    if not item.criterion_partial:
        return item.criterion_met.strip()
    criterion = tr("{met} 〔部分达到〕{partial}", met=item.criterion_met, partial=item.criterion_partial)
    return criterion.strip()


def _evidence(digest: Digest, item: ItemRow) -> tuple[str, str | None]:
    near = nearest(digest, item, _QUOTE)
    if near is None:
        return tr(labels.NOTHING_NEAR) if item.status is Status.UNMET else "", None
    if not near.accepted:
        return tr("〔不计：{why}〕{words}", why=near.why, words=near.words), near.place
    count = len(item.evidence) + item.evidence_left_out
    if count == 1:
        return near.words, near.place
    # i18n: the word in quotes is the name of the sheet
    return trn("{words}（共 {count} 处，见“证据”）", count, words=near.words), near.place


def _decision(item: ItemRow) -> list[Cell]:
    decision = item.decision
    if decision is None:
        return [None] * len(DECISION)
    said, machine = (labels.state(item.kind, status).word for status in (decision.status, decision.machine))
    reason = decision.reason
    if decision.until:
        reason = tr("{reason}（有效至 {until}）", reason=reason, until=decision.until)
    if state := labels.DECISION[decision.state]:
        reason = tr("〔{state}〕{reason}", state=state, reason=reason)
    return [said, machine, decision.by, decision.on, reason]


def _tones() -> dict[str, str]:
    """The tone of every word that the column of states can hold; words of several kinds agree in their tone."""
    marks = [labels.state(kind.value, status) for kind in ItemKind for status in Status]
    return {mark.word: mark.tone for mark in marks}


def _bounded(sheet: object, last: int, scores: int, most: int) -> None:
    """A person's score outside the item's points is asked about, and allowed when the person insists."""
    if not last:
        return
    letter = chr(ord("A") + most)
    sheet.data_validation(  # type: ignore[attr-defined]  # XlsxWriter has no types
        1,
        scores,
        last,
        scores,
        {
            "validate": "decimal",
            "criteria": "between",
            "minimum": f"=-${letter}2",
            "maximum": f"=${letter}2",
            "ignore_blank": True,
            "error_type": "warning",
            "error_title": tr(_SCORE),
            "error_message": tr("复核分一般在 0 到本项分值之间；扣分项写负数。"),
        },
    )

"""Sheet 指标: the form that evaluators fill in, one row for each item, with room for a person's score."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.framework.model import ItemKind
from scorer.rendering import labels
from scorer.rendering.digest import Digest, advice, loss, nearest
from scorer.rendering.numbers import rounded
from scorer.rendering.workbook.book import Book, Cell, Column
from scorer.rules.model import Status
from scorer.scoring.model import ItemRow, Scorecard

__all__ = ["COLUMNS", "DECISION", "REPORT", "items", "whose"]

REPORT = Column("报告", 16)
COLUMNS = (
    Column("考评项目", 13),
    Column("序号", 7, "id"),
    Column("考评内容", 17),
    Column("分值", 7, "points"),
    Column("考评标准", 32),
    Column("自动评分", 7, "points"),
    Column("状态", 7, "short"),
    Column("把握", 5, "short"),
    Column("需复核", 7, "short"),
    Column("证据", 40),
    Column("位置", 17),
    Column("扣分原因", 24),
    Column("怎样补分", 24),
    Column("复核分", 7, "blank"),
    Column("复核人", 9, "blank"),
)
DECISION = (
    Column("人工结论", 9, "short"),
    Column("程序结论", 9, "short"),
    Column("决定人", 9, "short"),
    Column("决定日期", 11, "short"),
    Column("决定理由", 24),
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
    sheet = book.sheet("指标")
    last = sheet.table(columns, rows, frozen=3 + several)
    heads = [column.head for column in columns]
    sheet.color(heads.index("状态"), last, _tones())
    sheet.color(heads.index("需复核"), last, {labels.REVIEW: "middle"})
    _bounded(sheet.raw, last, heads.index("复核分"), heads.index("分值"))


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
        labels.REVIEW if item.review else None,
        quoted,
        place,
        item.reason if lost else None,
        advice(item) if loss(item) else None,
        *_BLANKS,
    ]


def _sign(item: ItemRow) -> int:
    """A deduction is shown below zero: whoever adds the column up must not add it to the score."""
    return -1 if item.kind == ItemKind.DEDUCTION.value and item.points else 1


def _criterion(item: ItemRow) -> str:
    partial = f"〔部分达到〕{item.criterion_partial}" if item.criterion_partial else ""
    return f"{item.criterion_met} {partial}".strip()


def _evidence(digest: Digest, item: ItemRow) -> tuple[str, str | None]:
    near = nearest(digest, item, _QUOTE)
    if near is None:
        return labels.NOTHING_NEAR if item.status is Status.UNMET else "", None
    if not near.accepted:
        return f"〔不计：{near.why}〕{near.words}", near.place
    more = len(item.evidence) - 1 + item.evidence_left_out
    return near.words + (f"（共 {more + 1} 处，见“证据”）" if more else ""), near.place


def _decision(item: ItemRow) -> list[Cell]:
    decision = item.decision
    if decision is None:
        return [None] * len(DECISION)
    said, machine = (labels.state(item.kind, status).word for status in (decision.status, decision.machine))
    state = labels.DECISION[decision.state]
    note = f"〔{state}〕" if state else ""
    until = f"（有效至 {decision.until}）" if decision.until else ""
    return [said, machine, decision.by, decision.on, f"{note}{decision.reason}{until}"]


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
            "error_title": "复核分",
            "error_message": "复核分一般在 0 到本项分值之间；扣分项写负数。",
        },
    )

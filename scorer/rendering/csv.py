"""CSV for spreadsheets: one row for each item, UTF-8 with a byte order mark, CRLF (RFC 4180).

A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end) gets an
apostrophe in front, unless it is a plain number.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from scorer.rendering import labels
from scorer.rendering.clean import visible
from scorer.rendering.digest import Digest, advice, decision_words, loss, nearest, value_words
from scorer.rendering.interface import Failure, Options
from scorer.rendering.numbers import digits, rounded
from scorer.scoring.model import ItemRow, Scorecard

__all__ = ["HEAD", "neutral", "render"]

HEAD = (
    "报告",
    "地区",
    "级别",
    "年度",
    "考评项目",
    "序号",
    "考评内容",
    "类别",
    "分值",
    "考评标准",
    "自动评分",
    "状态",
    "把握",
    "需复核",
    "原因",
    "证据",
    "位置",
    "数值",
    "怎样补分",
    "复核意见",
)
_QUOTE = 2000
_FORMULA = re.compile(r"[=+\-@\t\r\n]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def render(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()) -> str:
    """All items of all reports under one head.

    Below the items of a report stands a row for each warning; a report that could not be read has one row only.
    """
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(HEAD)
    for card in cards:
        writer.writerows([neutral(cell) for cell in row] for row in _rows(card))
        writer.writerows(_message(card.stamp.report_name, "提示", note.message) for note in card.warnings)
    writer.writerows(_message(failure.name, "未能读取", failure.message) for failure in failures)
    return "\ufeff" + sheet.getvalue()


def _message(report: str, state: str, words: str) -> list[str]:
    row = [report] + [""] * (len(HEAD) - 1)
    row[HEAD.index("状态")] = state
    row[HEAD.index("原因")] = words
    return [neutral(visible(cell)) for cell in row]


def _rows(card: Scorecard) -> Iterator[list[str]]:
    digest = Digest(card)
    report = card.report
    level = labels.LEVEL[report.level] if report.level else ""
    known = [card.stamp.report_name, report.place or "", level, str(report.year or "")]
    titles = {row.id: row.title for row in card.dimensions}
    for item in card.items:
        dimension = f"{item.dimension} {titles.get(item.dimension, '')}"
        yield [visible(cell) for cell in (*known, dimension, *_cells(digest, item))]


def _cells(digest: Digest, item: ItemRow) -> tuple[str, ...]:
    near = nearest(digest, item, _QUOTE)
    quoted = "" if near is None else near.words if near.accepted else f"〔不计：{near.why}〕{near.words}"
    return (
        item.id,
        item.title,
        labels.KIND.get(item.kind, item.kind),
        digits(item.max_points),
        item.criterion_met,
        digits(rounded(item.points)),
        labels.state(item.kind, item.status).word,
        labels.CONFIDENCE[item.confidence],
        labels.REVIEW if item.review else "",
        item.reason,
        quoted,
        "" if near is None else near.place,
        "；".join(value_words(value) for value in item.values),
        advice(item) if loss(item) else "",
        decision_words(item),
    )


def neutral(cell: str) -> str:
    """The cell as a spreadsheet shows it and never runs it.

    >>> neutral("=1+1"), neutral("-3.5"), neutral("1.10")
    ("'=1+1", '-3.5', '1.10')
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell

"""CSV for spreadsheets: one row for each item, UTF-8 with a byte order mark, CRLF (RFC 4180).

A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end) gets an
apostrophe in front, unless it is a plain number.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from scorer.i18n import mark, tr, trp
from scorer.rendering import labels
from scorer.rendering.clean import visible
from scorer.rendering.digest import Digest, advice, decision_words, grounds, loss, nearest, value_words
from scorer.rendering.interface import Failure, Options
from scorer.rendering.numbers import digits, rounded
from scorer.rendering.office import head_of
from scorer.scoring.model import ItemRow, Scorecard

__all__ = ["HEAD", "neutral", "render"]

STATE, REASON = mark("状态"), mark("原因")
HEAD = (
    mark("报告"),
    mark("地区"),
    mark("级别"),
    mark("年度"),
    mark("考评项目"),
    mark("序号"),
    mark("考评内容"),
    mark("类别"),
    mark("分值"),
    mark("考评标准"),
    mark("自动评分"),
    STATE,
    mark("把握"),
    mark("需复核"),
    REASON,
    mark("证据"),
    mark("位置"),
    mark("数值"),
    mark("怎样补分"),
    mark("复核意见"),
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
    writer.writerow([head_of(name) for name in HEAD])
    for card in cards:
        writer.writerows([neutral(cell) for cell in row] for row in _rows(card))
        writer.writerows(
            _message(card.stamp.report_name, trp("row", "提示"), note.message) for note in card.warnings
        )
    writer.writerows(_message(failure.name, tr("未能读取"), failure.message) for failure in failures)
    return "\ufeff" + sheet.getvalue()


def _message(report: str, state: str, words: str) -> list[str]:
    row = [report] + [""] * (len(HEAD) - 1)
    row[HEAD.index(STATE)] = state
    row[HEAD.index(REASON)] = words
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
    quoted = "" if near is None else near.words
    if near is not None and not near.accepted:
        quoted = tr("〔不计：{why}〕{words}", why=near.why, words=near.words)
    return (
        item.id,
        item.title,
        labels.KIND.get(item.kind, item.kind),
        digits(item.max_points),
        item.criterion_met,
        digits(rounded(item.points)),
        labels.state(item.kind, item.status).word,
        labels.CONFIDENCE[item.confidence],
        tr(labels.REVIEW) if item.review else "",
        grounds(item),
        quoted,
        "" if near is None else near.place,
        tr("；").join(value_words(value) for value in item.values),
        advice(item) if loss(item) else "",
        decision_words(item),
    )


def neutral(cell: str) -> str:
    """The cell as a spreadsheet shows it and never runs it.

    >>> neutral("=1+1"), neutral("-3.5"), neutral("1.10")
    ("'=1+1", '-3.5', '1.10')
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell

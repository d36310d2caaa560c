"""Sheets 总览 (a row for each report) and 汇总 (the score of each report on a page of its own)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.i18n import mark, tr, trn, trp
from scorer.rendering import labels
from scorer.rendering.digest import Digest, facts, loss, title
from scorer.rendering.interface import Failure
from scorer.rendering.numbers import rounded
from scorer.rendering.office import head_of
from scorer.rendering.workbook.book import Book, Cell, Column, Kind, Sheet, lines_in
from scorer.scoring.model import Counts, DimensionRow, Scorecard, Stamp

__all__ = ["OVERVIEW", "overview", "summary"]

_TOTAL = mark("总分")
OVERVIEW = (
    Column(mark("报告"), 22),
    Column(mark("标题"), 36),
    Column(mark("地区"), 16),
    Column(mark("级别"), 8, "short"),
    Column(mark("年度"), 7, "number"),
    Column(_TOTAL, 9, "points"),
    Column(mark("等次"), 10, "short"),
    Column(mark("区间下限"), 9, "points"),
    Column(mark("区间上限"), 9, "points"),
    Column(mark("基础分"), 8, "points"),
    Column(mark("加分"), 7, "points"),
    Column(mark("扣分"), 7, "points"),
    Column(mark("达到"), 6, "count"),
    Column(mark("部分"), 6, "count"),
    Column(mark("未见"), 6, "count"),
    Column(mark("不适用"), 7, "count"),
    Column(mark("需复核"), 7, "count"),
    Column(mark("勾稽不符"), 9, "count"),
    Column(mark("未能评分的原因"), 24),
)
_WIDTHS = (30, 12, 12, 12, 12, 12, 12, 12, 12)
_LAST = len(_WIDTHS) - 1
_PAIR = ((0, 1, 3), (4, 5, _LAST))  # columns of two facts in a row: the name, the words from and to
_SCORE: tuple[tuple[str, Kind], ...] = (
    (_TOTAL, "points"),
    (mark("满分"), "points"),
    (mark("等次"), "short"),
    (mark("区间下限"), "points"),
    (mark("区间上限"), "points"),
    (mark("基础分"), "points"),
    (mark("加分"), "points"),
    (mark("扣分"), "points"),
    (mark("需复核项数"), "count"),
)
_DIMENSIONS: tuple[tuple[str, Kind], ...] = (
    (mark("维度"), "words"),
    (mark("得分"), "points"),
    (mark("满分"), "points"),
    (mark("失分"), "points"),
    (mark("得分率"), "rate"),
    (mark("达到"), "count"),
    (mark("部分"), "count"),
    (mark("未见"), "count"),
    (mark("不适用"), "count"),
)
_TITLE = {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter", "text_wrap": True}
_GRID = {"border": 1, "border_color": "#BFBFBF"}
_NAME = {"bold": True, "bg_color": "#F2F5F9", "valign": "vcenter", **_GRID}
_WORDS = {"text_wrap": True, "valign": "vcenter", **_GRID}
_PART = {"bold": True, "font_size": 12, "font_color": "#1F3864"}


def overview(book: Book, cards: Sequence[Scorecard], failures: Sequence[Failure]) -> None:
    """One row for each report in the order given, then those that got no score, with the reason."""
    sheet = book.sheet(tr("总览"))
    unread = [(failure.name, *[None] * (len(OVERVIEW) - 2), failure.message) for failure in failures]
    sheet.table(OVERVIEW, [*(_line(card) for card in cards), *unread], frozen=1)
    if cards:
        most = max(card.total.max_points for card in cards)
        sheet.bars(1, len(cards), [column.head for column in OVERVIEW].index(_TOTAL), float(most))


def _line(card: Scorecard) -> list[Cell]:
    digest, report, total = Digest(card), card.report, card.total
    known: list[Cell] = [card.stamp.report_name, title(report, card.stamp.report_name), report.place]
    known += [labels.LEVEL[report.level] if report.level else None, report.year]
    score: list[Cell] = [rounded(total.points), total.grade]
    score += [rounded(n) for n in (total.low, total.high, total.base, total.bonus, total.deduction)]
    wrong = sum(row.holds is False for row in card.audit)
    return [*known, *score, *_numbers(digest.counts), len(digest.review), wrong, None]


def _numbers(counts: Counts) -> tuple[int, int, int, int]:
    return counts.met, counts.partial, counts.unmet, counts.not_applicable


def summary(book: Book, cards: Sequence[Scorecard]) -> None:
    """The score of each report, every report on a page of its own."""
    sheet = book.sheet(tr("汇总"))
    for column, width in enumerate(_WIDTHS):
        sheet.raw.set_column(column, column, width)
    row, pages = 0, []
    for card in cards:
        if row:
            pages.append(row)
        row = _Block(sheet, Digest(card), row).write() + 1
    sheet.raw.set_h_pagebreaks(pages)
    sheet.raw.print_area(0, 0, max(row - 2, 0), _LAST)


class _Block:
    """What the sheet says of one report; ``row`` is the next one to be written."""

    def __init__(self, sheet: Sheet, digest: Digest, row: int) -> None:
        self.sheet = sheet
        self.digest = digest
        self.card = digest.card
        self.row = row

    def write(self) -> int:
        """Everything, from the title to the stamp; returns the row after it."""
        self._title()
        self._score()
        self._dimensions()
        self._facts()
        self._named(tr("核对与提示"), self._checks())
        self._named(trp("heading", "依据"), _stamped(self.card.stamp))
        return self.row

    def _title(self) -> None:
        words = title(self.card.report, self.card.stamp.report_name)
        self.sheet.merge(self.row, 0, _LAST, words, _TITLE)
        self.sheet.height(self.row, 2 * lines_in(words, sum(_WIDTHS) / 1.8))
        self.row += 1

    def _score(self) -> None:
        total = self.card.total
        values: list[Cell] = [rounded(total.points), rounded(total.max_points), total.grade]
        values += [rounded(n) for n in (total.low, total.high, total.base, total.bonus, total.deduction)]
        self.sheet.head(self.row, [head_of(name) for name, _ in _SCORE], _WIDTHS)
        kinds = [kind for _, kind in _SCORE]
        self.sheet.cells(
            self.row + 1, [*values, len(self.digest.review)], kinds, bold=True, font_size=14, valign="vcenter"
        )
        self.row += 2

    def _dimensions(self) -> None:
        self._part(tr("各维度得分"))
        self.sheet.head(self.row, [head_of(name) for name, _ in _DIMENSIONS], _WIDTHS)
        kinds = [kind for _, kind in _DIMENSIONS]
        first = self.row + 1
        last = first + len(self.digest.dimensions)
        for row, dimension in enumerate(self.digest.dimensions, start=first):
            self.sheet.cells(row, _dimension(dimension), kinds)
        if last > first:
            self.sheet.bars(first, last - 1, kinds.index("rate"), 1.0)
        self.sheet.cells(last, self._sum(), kinds, bold=True)
        self.row = last + 1
        words = self.digest.rescaled
        if words:
            self.sheet.merge(self.row, 0, _LAST, words, _WORDS)
            self.sheet.height(self.row, lines_in(words, sum(_WIDTHS) - 1))
            self.row += 1

    def _sum(self) -> list[Cell]:
        rows = self.digest.dimensions
        earned = sum((row.points for row in rows), Decimal(0))
        most = sum((row.max_points for row in rows), Decimal(0))
        rate = earned / most if most else None
        lost = sum((loss(item) for item in self.digest.lost), Decimal(0))
        counted = _numbers(self.digest.counts)
        return [trp("row", "合计"), rounded(earned), rounded(most), rounded(lost), rate, *counted]

    def _facts(self) -> None:
        """What the report says of itself, two facts in a row."""
        self._part(tr("报告情况"))
        known = [*facts(self.card.report), (tr("级别依据"), self.card.report.level_source)]
        known += [("", "")] * (len(known) % 2)
        for pair in zip(known[::2], known[1::2], strict=True):
            height = 1
            for (name, words), (at, first, last) in zip(pair, _PAIR, strict=True):
                self.sheet.write(self.row, at, name, _NAME)
                self.sheet.merge(self.row, first, last, words or (tr("没有写明") if name else ""), _WORDS)
                height = max(height, lines_in(words, sum(_WIDTHS[first : last + 1]) - 1))
            self.sheet.height(self.row, height)
            self.row += 1

    def _checks(self) -> Iterator[tuple[str, str]]:
        rows = self.card.audit
        agreed, wrong = (sum(row.holds is answer for row in rows) for answer in (True, False))
        undecided = len(rows) - agreed - wrong
        told = trn(
            "查 {count} 处：相符 {agreed}，不符 {wrong}，待核 {undecided}",
            len(rows),
            agreed=agreed,
            wrong=wrong,
            undecided=undecided,
        )
        yield tr("数字勾稽"), told
        if self.digest.decided:
            # i18n: the word in quotes is the name of the sheet
            yield tr("复核意见"), trn("{count} 项有人工结论，见“指标”", len(self.digest.decided))
        for note in self.card.warnings:
            yield trp("row", "提示"), note.message

    def _part(self, name: str) -> None:
        self.row += 1
        self.sheet.merge(self.row, 0, _LAST, name, _PART)
        self.sheet.height(self.row, 1)
        self.row += 1

    def _named(self, part: str, pairs: Iterator[tuple[str, str]]) -> None:
        self._part(part)
        for name, words in pairs:
            self.sheet.write(self.row, 0, name, _NAME)
            self.sheet.merge(self.row, 1, _LAST, words, _WORDS)
            self.sheet.height(self.row, lines_in(words, sum(_WIDTHS[1:]) - 1))
            self.row += 1


def _dimension(row: DimensionRow) -> list[Cell]:
    name = f"{row.id} {row.title}"
    if row.rate is None:
        return [name, None, None, None, None, *_numbers(row.counts)]
    lost = row.max_points - row.points
    return [
        name,
        rounded(row.points),
        rounded(row.max_points),
        rounded(lost),
        row.rate,
        *_numbers(row.counts),
    ]


def _stamped(stamp: Stamp) -> Iterator[tuple[str, str]]:
    yield tr("评分程序"), f"{stamp.tool_name} {stamp.tool_version}"
    yield (
        tr("指标体系"),
        tr(
            "{title}（{id} {version}），sha256 {sha}",
            title=stamp.framework_title,
            id=stamp.framework_id,
            version=stamp.framework_version,
            sha=stamp.framework_sha256,
        ),
    )
    yield (
        tr("报告文件"),
        tr(
            "{name}（{reader}），sha256 {sha}",
            name=stamp.report_name,
            reader=stamp.report_reader,
            sha=stamp.report_sha256,
        ),
    )
    if stamp.decisions:
        decisions = stamp.decisions
        yield tr("复核意见文件"), tr("{name}，sha256 {sha}", name=decisions.name, sha=decisions.sha256)

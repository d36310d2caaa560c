"""What stands at the edges of pages and is no text: page numbers, running heads and feet, repeated stamps."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from scorer.reading.pdf.model import Line, Page

__all__ = ["strip_edges"]

_DEEPEST = 3  # rows at either edge that may be heads or feet
_EDGE_ZONE = 0.16  # of the page's height
_SAME_HEIGHT = 0.012  # of the page's height: printers round
_SHARE = 0.3  # of the pages: heads of odd and even pages differ
_STAMP_SHARE = 0.6  # of the pages, for what stands amid the page
_STAMP_LENGTH = 40  # characters
_STAMP_SIZE = 1.3  # of the usual size
_AMID = 0.5  # of the page: a head or foot in the middle is shorter
_OTHER_SIZE = 0.08
_APART = 1.35  # of the usual step between lines: what is as far from the text does not go on in it

_DASH = "[-—–―─━－~～·•*_|｜]"
_NUMBER = rf"(?:{_DASH}{{1,4}}\d{{1,4}}{_DASH}{{1,4}}|\d{{1,4}}{_DASH}{{1,2}}|第\d{{1,4}}页|第[一二三四五六七八九十百]{{1,5}}页)"
_PAGE_NUMBER = re.compile(
    rf"{_NUMBER}|第?\d{{1,4}}页?[,，、/／|｜·]?(?:共|总共|总)\d{{1,4}}页|\d{{1,4}}[/／]\d{{1,4}}页?|(?:page|p\.?)\d{{1,4}}(?:(?:of|/)\d{{1,4}})?"
    rf"|{_DASH}{{1,3}}第?\d{{1,4}}页?{_DASH}{{1,3}}|{_DASH}{{0,3}}第\d{{1,4}}页{_DASH}{{0,3}}",
    re.IGNORECASE,
)
_LONE_NUMBER = re.compile(r"\d{1,4}|[ivxlc]{1,6}", re.IGNORECASE)
# What browsers print around a page: its address with the page number, the time with its title.
_ADDRESS = re.compile(r"(?:https?|file)://\S+", re.IGNORECASE)
_PRINTED_AT = re.compile(
    r"\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?[,，]?\s*(?:上午|下午)?\d{1,2}:\d{2}(?::\d{2})?(?:[AP]M)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+|(?<=第)[一二三四五六七八九十百]+(?=页)")

Row = list[Line]


def strip_edges(pages: Sequence[Page]) -> None:
    """Take page numbers, running heads and feet, and repeated stamps off the pages."""
    _strip_stamps(pages)
    rows = {page.number: _rows(page) for page in pages}
    least = max(2, round(_SHARE * len(pages)))
    for top in (False, True):  # feet first: they tell whether a browser printed the page
        seen = Counter(key for page in pages for key in _edge_keys(page, rows[page.number], top=top))
        for page in pages:
            _strip_edge(page, rows[page.number], seen, least, top=top)
    for page in pages:
        page.lines = [line for row in rows[page.number] for line in row]


def _rows(page: Page) -> list[Row]:
    """The lines of a page, those of one height together, from top to bottom."""
    rows: list[Row] = []
    for line in page.lines:
        if rows and abs(rows[-1][0].y - line.y) <= 0.3 * max(line.size, 1.0):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _at_edge(page: Page, rows: list[Row], *, top: bool) -> Iterator[Row]:
    """The rows near one edge, from the edge inwards."""
    for row in rows[:_DEEPEST] if top else rows[: -_DEEPEST - 1 : -1]:
        height = row[0].y / page.height
        if row[0].is_row or (height < 1 - _EDGE_ZONE if top else height > _EDGE_ZONE):
            return
        yield row


def _edge_keys(page: Page, rows: list[Row], *, top: bool) -> set[tuple[str, int]]:
    return {(_pattern(row), _height(page, row)) for row in _at_edge(page, rows, top=top)}


def _height(page: Page, row: Row) -> int:
    return round(row[0].y / page.height / _SAME_HEIGHT)


def _strip_edge(
    page: Page, rows: list[Row], seen: Counter[tuple[str, int]], least: int, *, top: bool
) -> None:
    for row in list(_at_edge(page, rows, top=top)):
        pattern, height = _pattern(row), _height(page, row)
        repeated = sum(seen[pattern, height + off] for off in (-1, 0, 1)) >= least
        if not (
            _is_page_mark(page, row)
            or (repeated and _stands_apart(page, rows, top=top))
            or _is_lone_number(page, rows, row, top=top)
        ):
            return
        rows.remove(row)


def _stands_apart(page: Page, rows: list[Row], *, top: bool) -> bool:
    """Whether the first or last row is set unlike the text beside it: pages may also begin with the same words."""
    if len(rows) == 1:  # the head of a scan, or all that the page says
        return page.pictured > 0
    row, beside = (rows[0], rows[1]) if top else (rows[-1], rows[-2])
    gap = abs(beside[0].y - row[0].y)
    start, end = row[0].x0, row[-1].x1
    amid = abs(start + end - page.width) < 2 * row[0].size and end - start < _AMID * page.width
    other_size = abs(row[0].size - beside[0].size) > _OTHER_SIZE * beside[0].size
    return len(row) > 1 or amid or other_size or gap > _APART * _step(rows)


def _is_page_mark(page: Page, row: Row) -> bool:
    words = _words(row)
    if _ADDRESS.fullmatch(words):
        page.browser = True
        return True
    numbers = all(
        _PAGE_NUMBER.fullmatch("".join(line.text.split())) for line in row
    )  # two pages on one sheet
    return bool(numbers or _PAGE_NUMBER.fullmatch(words) or (page.browser and _PRINTED_AT.match(words)))


def _is_lone_number(page: Page, rows: list[Row], row: Row, *, top: bool) -> bool:
    """A bare number that stands apart from the text, or is alone on the page."""
    if len(row) > 1 or not _LONE_NUMBER.fullmatch(_words(row)):
        return False
    if len(rows) == 1:
        return True
    neighbour = rows[1] if top else rows[-2]
    gap = abs(neighbour[0].y - row[0].y)
    return gap > _APART * _step(rows) or abs(row[0].x0 + row[0].x1 - page.width) < 2 * row[0].size


def _step(rows: list[Row]) -> float:
    """The usual distance between two rows of the page."""
    steps = sorted(before[0].y - after[0].y for before, after in itertools.pairwise(rows))
    return steps[len(steps) // 2] if steps else 0.0


def _strip_stamps(pages: Sequence[Page]) -> None:
    """Take off short lines in large type that stand on the same place of most pages: watermarks."""
    if len(pages) < 3:
        return
    seen = Counter(key for page in pages for key in {_stamp(page, line) for line in page.lines})
    least = max(3, round(_STAMP_SHARE * len(pages)))
    for page in pages:
        usual = median(line.size for line in page.lines)
        page.lines = [
            line
            for line in page.lines
            if line.is_row
            or len(line.text) > _STAMP_LENGTH
            or line.size <= _STAMP_SIZE * usual
            or seen[_stamp(page, line)] < least
        ]


def _stamp(page: Page, line: Line) -> tuple[str, int, int]:
    return line.text, round(50 * line.x0 / page.width), round(50 * line.y / page.height)


def _words(row: Row) -> str:
    return "".join("".join(line.text for line in row).split())


def _pattern(row: Row) -> str:
    return _DIGITS.sub("#", _words(row))

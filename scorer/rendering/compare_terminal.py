"""A comparison on a screen: tables without frames, and each finding with the words of both reports."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.i18n import tr, trn
from scorer.rendering.compare_parts import Cell, Entry, Section, Table
from scorer.rendering.compare_sheet import Sheet
from scorer.rendering.interface import Options
from scorer.rendering.screen import TONES, Screen
from scorer.rendering.wrap import cells, fit

__all__ = ["as_text"]

_ROWS = 12  # of a table; a ranking is always shown whole
_ENTRIES = 8
_NARROWEST = 6  # cells that a column keeps however narrow the page
_BESIDE = 27  # cells that a label leaves: its indent and gap, and the narrowest column of words
_WHOLE = frozenset({"reports", "scores", "ranking", "matrix"})


def as_text(sheet: Sheet, options: Options) -> str:
    """The sheet within a width; long lists are cut, and how much of them is said."""
    screen = Screen(options)
    screen.prose("", sheet.title, 0, "bold")
    screen.prose("", sheet.lead, 0, "dim")
    for note in sheet.notes:
        screen.prose(tr("注意"), note, 0, "yellow")
    for section in sheet.sections:
        if not section.wide:
            _section(screen, section)
    if sheet.failures:
        screen.heading(tr("未能比较"), trn("{count} 份", len(sheet.failures)))
        for name, message in sheet.failures:
            said = tr("{name}：{message}", name=name, message=message)
            screen.prose("✘" if options.unicode else "[x]", said, 2)
    screen.blank()
    screen.prose("", sheet.stamp, 0, "dim")
    return screen.finish()


def _section(screen: Screen, section: Section) -> None:
    if section.depth == 1:
        screen.heading(section.title)
    else:
        screen.blank()
        screen.prose("", section.title, 0, "bold")
    for words in section.lead:
        screen.prose("", words, 2)
    for table in section.tables:
        _table(screen, table, len(table.rows) if section.anchor in _WHOLE else _ROWS)
    for entry in section.entries[:_ENTRIES]:
        _entry(screen, entry)
    left = len(section.entries) - _ENTRIES
    if left > 0:
        screen.prose("", trn("另有 {count} 条，见 --format markdown、html、xlsx 或 json。", left), 2, "dim")


def _table(screen: Screen, table: Table, limit: int) -> None:
    if table.caption:
        screen.blank()
        screen.prose("", table.caption, 2, "bold")
    if not table.rows:
        return
    widths = _widths(screen, table)
    _row(screen, table, widths, tuple(Cell(words, tone="quiet") for words in table.head))
    for row in table.rows[:limit]:
        _row(screen, table, widths, row)
    left = len(table.rows) - limit
    if left > 0:
        screen.prose("", trn("另有 {count} 项，见 --format markdown、html、xlsx 或 json。", left), 2, "dim")


def _widths(screen: Screen, table: Table) -> list[int]:
    """What each column needs; the widest give way until the line fits, numbers after everything else."""
    widths = [
        max(cells(words) for words in column)
        for column in zip(table.head, *(tuple(cell.words for cell in row) for row in table.rows), strict=True)
    ]
    room = screen.width - 2 * len(widths)
    _narrow(
        widths, [_floor([row[column].words for row in table.rows]) for column in range(len(widths))], room
    )
    _narrow(widths, [_NARROWEST] * len(widths), room)
    return widths


def _floor(words: Sequence[str]) -> int:
    """How far a column may give way for others: a number, or an interval, of which a part is missing is another."""
    if any(character.isalpha() for one in words for character in one):
        return _NARROWEST
    return max(map(cells, words))


def _narrow(widths: list[int], floors: Sequence[int], room: int) -> None:
    """Take from the widest column that is above its floor, as long as they need more than the room."""
    while sum(widths) > room:
        above = [column for column, width in enumerate(widths) if width > floors[column]]
        if not above:
            return
        widest = max(above, key=widths.__getitem__)
        rest = sorted(widths[column] for column in above)[:-1]
        step = max(1, widths[widest] - rest[-1]) if rest else sum(widths) - room
        widths[widest] = max(widths[widest] - min(sum(widths) - room, step), floors[widest])


def _row(screen: Screen, table: Table, widths: list[int], row: tuple[Cell, ...]) -> None:
    parts = []
    for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
        style = TONES.get(cell.tone, "")
        parts += [("", 2, ""), (cell.words, -width if column in table.right else width, style)]
    screen.columns(*parts)


def _entry(screen: Screen, entry: Entry) -> None:
    words, style = screen.sign(entry.mark)
    screen.blank()
    screen.row((f"  {words}", style), (f"  {entry.title}" if entry.title else "", ""))
    for line in entry.lines:
        label = fit(line.label, screen.width - _BESIDE)
        screen.prose(label, line.words, 5, tail=line.place)

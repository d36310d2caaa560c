"""A comparison as GitHub-flavoured Markdown, to be forwarded; words of reports are escaped."""

from __future__ import annotations

from collections.abc import Iterator

from scorer.i18n import tr
from scorer.rendering.compare_parts import Entry, Section, Table
from scorer.rendering.compare_sheet import Sheet
from scorer.rendering.escape import escaped

__all__ = ["as_markdown"]


def as_markdown(sheet: Sheet) -> str:
    """The whole sheet but for what needs more columns than a page has."""
    return "\n".join(_lines(sheet)).rstrip("\n") + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# {escaped(sheet.title)}\n"
    yield f"{escaped(sheet.lead)}\n"
    for note in sheet.notes:
        yield tr("> **注意** {note}", note=escaped(note)) + "\n"
    for section in sheet.sections:
        if not section.wide:
            yield from _section(section)
    if sheet.failures:
        yield tr("## 未能比较") + "\n"
        for name, message in sheet.failures:
            yield tr("- **{name}**：{message}", name=escaped(name), message=escaped(message))
        yield ""
    yield from ("---", "", escaped(sheet.stamp))


def _section(section: Section) -> Iterator[str]:
    yield f"{'#' * (section.depth + 1)} {escaped(section.title)}\n"
    for words in section.lead:
        yield f"{escaped(words)}\n"
    for table in section.tables:
        yield from _table(table)
    for entry in section.entries:
        yield from _entry(entry)
    if section.entries:
        yield ""


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"**{escaped(table.caption)}**\n"
    if not table.rows:
        return
    yield f"| {' | '.join(escaped(words) for words in table.head)} |"
    yield f"| {' | '.join('---:' if at in table.right else '---' for at in range(len(table.head)))} |"
    for row in table.rows:
        yield f"| {' | '.join(escaped(cell.words) for cell in row)} |"
    yield ""


def _entry(entry: Entry) -> Iterator[str]:
    title = f" {escaped(entry.title)}" if entry.title else ""
    yield f"- **{escaped(entry.mark.word)}**{title}"
    for line in entry.lines:
        label, words, place = escaped(line.label), escaped(line.words), escaped(line.place)
        if place:
            told = tr("{label}：{words}（{place}）", label=label, words=words, place=place)
        else:
            told = tr("{label}：{words}", label=label, words=words)
        yield f"  - {told}"

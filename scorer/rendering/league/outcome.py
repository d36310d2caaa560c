"""What ``scorer batch`` prints at its end: how many of what sort, where the scores lie, where points are lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorer.i18n import tr
from scorer.rendering.clean import visible
from scorer.rendering.league.model import League, Table
from scorer.rendering.league.words import doubles, group_title, missing_note, outline, table_title
from scorer.rendering.numbers import percent, points
from scorer.rendering.wrap import hanging

__all__ = ["league_text"]

_MOST_GAPS = 5


def league_text(league: League, kept: int, files: Sequence[str], width: int) -> str:
    """Lines of at most ``width`` cells; ``kept`` scorecards were there before, ``files`` are the summaries."""
    entries = [outline(league)]
    if kept:
        entries = [tr("{outline}；其中 {kept} 份没有变化，沿用原来的结果", outline=entries[0], kept=kept)]
    if league.missing:
        entries.append(missing_note(league))
    for table in league.tables:
        entries += _table(table)
    if files:
        entries.append(tr("汇总  {files}", files="  ".join(visible(file) for file in files)))
    return "\n".join(line for entry in entries for line in _fold(entry, width)) + "\n"


def _table(table: Table) -> Iterator[str]:
    if not table.groups:
        return
    yield table_title(table)
    yield from (f"  {note}" for note in doubles(table))
    for group in table.groups:
        yield tr(
            "  {group}  平均 {mean}  中位 {median}  最高 {first}  最低 {last}",
            group=group_title(group),
            mean=points(group.mean),
            median=points(group.median),
            first=points(group.placed[0].row.points),
            last=points(group.placed[-1].row.points),
        )
    for gap in table.gaps[:_MOST_GAPS]:
        if gap.unmet:
            yield tr(
                "  未见 {share}（{unmet}/{applicable} 份）  {id} {title}",
                share=percent(gap.share(gap.unmet)),
                unmet=gap.unmet,
                applicable=gap.applicable,
                id=visible(gap.item.id),
                title=visible(gap.item.title),
            )


def _fold(entry: str, width: int) -> list[str]:
    body = entry.lstrip(" ")
    return hanging(body, width, len(entry) - len(body))

"""What ``scorer batch`` prints at its end: how many of what sort, where the scores lie, where points are lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorer.rendering.clean import visible
from scorer.rendering.league.model import League, Table
from scorer.rendering.league.words import group_title, missing_note, outline, table_title
from scorer.rendering.numbers import percent, points
from scorer.rendering.wrap import hanging

__all__ = ["league_text"]

_MOST_GAPS = 5


def league_text(league: League, kept: int, files: Sequence[str], width: int) -> str:
    """Lines of at most ``width`` cells; ``kept`` scorecards were there before, ``files`` are the summaries."""
    entries = [f"{outline(league)}；其中 {kept} 份没有变化，沿用原来的结果" if kept else outline(league)]
    if league.missing:
        entries.append(missing_note(league))
    for table in league.tables:
        entries += _table(table)
    if files:
        entries.append(f"汇总  {'  '.join(visible(file) for file in files)}")
    return "\n".join(line for entry in entries for line in _fold(entry, width)) + "\n"


def _table(table: Table) -> Iterator[str]:
    if not table.groups:
        return
    yield table_title(table)
    for group in table.groups:
        first, last = group.placed[0].row, group.placed[-1].row
        yield (
            f"  {group_title(group)}  平均 {points(group.mean)}  中位 {points(group.median)}"
            f"  最高 {points(first.points)}  最低 {points(last.points)}"
        )
    for gap in table.gaps[:_MOST_GAPS]:
        if gap.unmet:
            title = f"{visible(gap.item.id)} {visible(gap.item.title)}"
            yield f"  未见 {percent(gap.share(gap.unmet))}（{gap.unmet}/{gap.applicable} 份）  {title}"


def _fold(entry: str, width: int) -> list[str]:
    body = entry.lstrip(" ")
    return hanging(body, width, len(entry) - len(body))

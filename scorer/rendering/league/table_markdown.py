"""The summary as Markdown for a pull request or a wiki: what is long is cut, and said to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorer.i18n import tr, trn
from scorer.rendering.escape import escaped, escaped_excerpt
from scorer.rendering.league.model import Gap, Group, League, Placed, Table
from scorer.rendering.league.words import (
    columns,
    deduction_words,
    doubles,
    doubtful,
    failed,
    group_title,
    interval,
    missing_note,
    name_of,
    outline,
    possible,
    rank_note,
    share_of,
    stamp,
    state_words,
    table_title,
)
from scorer.rendering.numbers import percent, points

__all__ = ["league_markdown"]

_MOST_PLACED, _MOST_GAPS, _MOST_FAILURES = 50, 20, 50
_WORDS = 200


def league_markdown(league: League) -> str:
    """League tables, the dimensions of each group, the commonest gaps, what failed."""
    return "\n".join(_lines(league)) + "\n"


def _lines(league: League) -> Iterator[str]:
    yield tr("# 批量评分汇总")
    yield "\n" + tr("{sentence}。", sentence=outline(league))
    if league.missing:
        yield f"\n> {missing_note(league)}"
    for table in league.tables:
        yield from _table(table)
    if league.failures:
        yield f"\n## {failed()}\n"
        rows = [
            tr("- {name}：{message}", name=escaped(one.name), message=escaped_excerpt(one.message, _WORDS))
            for one in league.failures
        ]
        yield from _first(rows, _MOST_FAILURES)
    if league.tables:
        yield "\n---"
    for table in league.tables:
        yield f"\n{escaped(stamp(table))}"


def _table(table: Table) -> Iterator[str]:
    yield f"\n## {escaped(table_title(table))}"
    for note in doubles(table):
        yield f"\n> {escaped(note)}"
    if table.groups:
        yield f"\n{rank_note()}"
    for group in table.groups:
        yield f"\n### {group_title(group)}\n"
        known = {"mean": points(group.mean), "median": points(group.median)}
        yield tr("平均 {mean} 分，中位 {median} 分。", **known) + "\n"
        yield from _grid(columns(), [_placed(group, placed) for placed in group.placed], _MOST_PLACED)
    if table.groups:
        yield "\n" + tr("### 各维度得分率（平均）") + "\n"
        yield from _heat(table.groups, table.head.dimensions)
        yield "\n" + tr("### 最常见的短板") + "\n"
        yield from _gaps(table.gaps, state_words())
    if table.deductions:
        yield "\n" + tr("### 被扣分的项") + "\n"
        yield from _gaps(table.deductions, deduction_words())
    if table.doubtful:
        yield f"\n### {doubtful()}\n"
        yield from _first([f"- {escaped(row.report)}" for row in table.doubtful], _MOST_FAILURES)


def _placed(group: Group, placed: Placed) -> tuple[str, ...]:
    row = placed.row
    return (
        str(placed.rank),
        possible(placed),
        escaped(name_of(row, group)),
        points(row.points),
        interval(row),
        escaped(row.grade),
        str(row.review),
        str(row.contradictions),
        str(row.warnings),
    )


def _heat(groups: Sequence[Group], dimensions: Sequence[tuple[str, str]]) -> Iterator[str]:
    rows = [
        (escaped(f"{number} {title}"), *(percent(group.rates[at]) for group in groups))
        for at, (number, title) in enumerate(dimensions)
        if any(group.rates[at] is not None for group in groups)
    ]
    yield from _grid((tr("维度"), *(group_title(group) for group in groups)), rows, len(rows))


def _gaps(gaps: Sequence[Gap], words: tuple[str, str, str]) -> Iterator[str]:
    rows = [
        (
            escaped(f"{gap.item.id} {gap.item.title}"),
            points(gap.item.points),
            str(gap.applicable),
            *(share_of(gap, count) for count in (gap.met, gap.partial, gap.unmet)),
        )
        for gap in gaps
    ]
    yield from _grid((tr("指标"), tr("分值"), tr("适用份数"), *words), rows, _MOST_GAPS)


def _grid(head: Sequence[str], rows: Sequence[Sequence[str]], most: int) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows[:most])
    if len(rows) > most:
        yield _rest(len(rows) - most)


def _first(rows: Sequence[str], most: int) -> Iterator[str]:
    yield from rows[:most]
    if len(rows) > most:
        yield _rest(len(rows) - most)


def _rest(count: int) -> str:
    return "\n" + trn("其余 {count} 行见 summary\\.csv、summary\\-items\\.csv。", count)

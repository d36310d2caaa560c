"""The words that all summaries share: headings of columns, names of groups, ranks, what the numbers mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scorer import __version__
from scorer.i18n import listed, tr, trn, trp
from scorer.rendering import labels
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.league.model import Gap, Group, League, Placed, Table
from scorer.rendering.league.rows import Row
from scorer.rendering.numbers import percent, points

__all__ = [
    "columns",
    "deduction_columns",
    "deduction_words",
    "doubles",
    "doubtful",
    "failed",
    "gap_columns",
    "group_title",
    "interval",
    "level_of",
    "missing_note",
    "name_of",
    "outline",
    "possible",
    "rank_note",
    "share_of",
    "stamp",
    "state_words",
    "table_title",
    "year_of",
]

_NAME = 60
_FEW, _MOST = 10, 20  # names in a note, notes of a table


def columns() -> tuple[str, ...]:
    """The heads of a league's columns."""
    return (
        *(tr("名次"), tr("可能名次"), trp("league", "单位"), tr("总分"), tr("区间"), tr("等次")),
        *(trp("column", "需复核"), tr("数字不符"), trp("league", "提示")),
    )


def gap_columns() -> tuple[str, ...]:
    """The heads of the columns of a list of items: what it is, counts, shares."""
    return (
        *(trp("column", "序号"), tr("考评内容"), tr("类别"), tr("分值"), tr("适用份数")),
        *(tr("达到"), tr("部分"), tr("未见"), tr("未见率"), tr("部分率"), tr("达到率")),
    )


def deduction_columns() -> tuple[str, ...]:
    """What a list of deductions has instead of counts and shares of items of the base."""
    return *deduction_words(), tr("扣分率")


def state_words() -> tuple[str, str, str]:
    """What an item of the base can be: met, partial, not found."""
    return tr("达到"), tr("部分"), tr("未见")


def deduction_words() -> tuple[str, str, str]:
    """The same of a deduction."""
    return tr("扣分"), tr("轻微"), tr("未扣")


def doubtful() -> str:
    """What is scored and not ranked."""
    return tr("不像年度报告的文件（已评分，不排名）")


def failed() -> str:
    """What is not scored."""
    return tr("未能评分")


def rank_note() -> str:
    """What ranks and intervals mean."""
    return tr(
        "同一体系、同一级别、同一年度的报告排在一起。区间是需复核的各项全部往低里定、往高里定时的总分；"
        "可能名次是复核完以前还可能落到的名次，区间重叠的单位现在分不出高下。"
    )


def name_of(row: Row, group: Group | None = None) -> str:
    """Who reports, in one line; with the report's file where another one of the group has the same name."""
    name = excerpt(row.name, _NAME)[0]
    if group is None or row.name not in group.doubled:
        return name
    return tr("{label}（{name}）", label=name, name=excerpt(Path(row.report).name, _NAME)[0])


def level_of(row: Row | Group) -> str:
    """县级, or that it is not known."""
    return labels.LEVEL[row.level] if row.level else tr("级别不明")


def year_of(row: Row | Group) -> str:
    """2021年度, or that it is not known."""
    return tr("{year}年度", year=row.year) if row.year else tr("年度不明")


def group_title(group: Group) -> str:
    """县级 · 2021年度（3份）."""
    return trn("{level} · {year}（{count}份）", len(group.placed), level=level_of(group), year=year_of(group))


def table_title(table: Table) -> str:
    """Title, version and beginning of the hash: enough to know what was scored by."""
    head = table.head
    return tr(
        "{title} {version}（{id}，{digest}）",
        title=visible(head.title),
        version=visible(head.version),
        id=visible(head.id),
        digest=head.sha256[:12],
    )


def interval(row: Row) -> str:
    """The total at its lowest and at its highest."""
    return tr("{low}～{high}", low=points(row.low), high=points(row.high))


def possible(placed: Placed) -> str:
    """The ranks that are possible, as one number where there is one."""
    return tr("{low}～{high}", low=placed.best, high=placed.worst) if placed.tied else str(placed.rank)


def share_of(gap: Gap, count: int) -> str:
    """A count with its share of the reports that the item applies to."""
    return tr("{count}（{share}）", count=count, share=percent(gap.share(count)))


def doubles(table: Table) -> tuple[str, ...]:
    """What counts more than once: one report under several names, several reports of one place and year."""
    notes = [
        tr("{names}是同一份报告，内容一字不差，各占一个名次。", names=_few(names))
        for names in table.same[:_MOST]
    ]
    if len(table.same) > _MOST:
        notes.append(trn("另有 {count} 份报告也重复，见 summary.json。", len(table.same) - _MOST))
    for group in table.groups:
        if group.doubled:
            names = _few(sorted(group.doubled))
            notes.append(tr("{group}：{places}不止一份报告。", group=group_title(group), places=names))
    return tuple(notes)


def _few(names: Sequence[str]) -> str:
    shown = [visible(name) for name in names[:_FEW]]
    return listed([*shown, "…"] if len(names) > _FEW else shown)


def stamp(table: Table) -> str:
    """Tool and framework: the mark by which a summary is no report."""
    head = table.head
    return tr(
        "{tool}；{framework}，sha256 {digest}。",
        tool=f"scorer {__version__}",
        framework=visible(f"{head.title} {head.id} {head.version}"),
        digest=head.sha256[:12],
    )


def missing_note(league: League) -> str:
    """What an interrupted run left over; empty when nothing."""
    if not league.missing:
        return ""
    return trn("本次没有评完，还缺 {count} 份：下面的名次只是已评部分的名次。", league.missing)


def outline(league: League) -> str:
    """How many reports there are of what sort."""
    scored, failures = (
        sum(table.ranked + len(table.doubtful) for table in league.tables),
        len(league.failures),
    )
    if league.missing:
        return tr(
            "评分 {scored} 份，未能评分 {failed} 份，未评完 {missing} 份",
            scored=scored,
            failed=failures,
            missing=league.missing,
        )
    return tr("评分 {scored} 份，未能评分 {failed} 份", scored=scored, failed=failures)

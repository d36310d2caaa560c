"""The words that all summaries share: headings of columns, names of groups, ranks, what the numbers mean."""

from __future__ import annotations

from scorer.rendering import labels
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.league.model import Group, League, Placed, Table
from scorer.rendering.league.rows import Row
from scorer.rendering.numbers import points

__all__ = [
    "COLUMNS",
    "DOUBTFUL",
    "FAILED",
    "GAP_COLUMNS",
    "RANK_NOTE",
    "group_title",
    "interval",
    "level_of",
    "missing_note",
    "name_of",
    "outline",
    "possible",
    "table_title",
    "year_of",
]

COLUMNS = ("名次", "可能名次", "单位", "总分", "区间", "等次", "需复核", "数字不符", "提示")
GAP_COLUMNS = (
    "序号",
    "考评内容",
    "类别",
    "分值",
    "适用份数",
    "达到",
    "部分",
    "未见",
    "未见率",
    "部分率",
    "达到率",
)
DOUBTFUL = "不像年度报告的文件（已评分，不排名）"
FAILED = "未能评分"
RANK_NOTE = (
    "同一体系、同一级别、同一年度的报告排在一起。区间是需复核的各项全部往低里定、往高里定时的总分；"
    "可能名次是复核完以前还可能落到的名次，区间重叠的单位现在分不出高下。"
)
_NAME = 60


def name_of(row: Row) -> str:
    """Who reports, in one line."""
    return excerpt(row.name, _NAME)[0]


def level_of(row: Row | Group) -> str:
    """县级, or that it is not known."""
    return labels.LEVEL[row.level] if row.level else "级别不明"


def year_of(row: Row | Group) -> str:
    """2021年度, or that it is not known."""
    return f"{row.year}年度" if row.year else "年度不明"


def group_title(group: Group) -> str:
    """县级 · 2021年度（3份）."""
    return f"{level_of(group)} · {year_of(group)}（{len(group.placed)}份）"


def table_title(table: Table) -> str:
    """Title, version and beginning of the hash: enough to know what was scored by."""
    head = table.head
    return f"{visible(head.title)} {visible(head.version)}（{visible(head.id)}，{head.sha256[:12]}）"


def interval(row: Row) -> str:
    """The total at its lowest and at its highest."""
    return f"{points(row.low)}～{points(row.high)}"


def possible(placed: Placed) -> str:
    """The ranks that are possible, as one number where there is one."""
    return f"{placed.best}～{placed.worst}" if placed.tied else str(placed.rank)


def missing_note(league: League) -> str:
    """What an interrupted run left over; empty when nothing."""
    return f"本次没有评完，还缺 {league.missing} 份：下面的名次只是已评部分的名次。" if league.missing else ""


def outline(league: League) -> str:
    """How many reports there are of what sort."""
    scored = sum(table.ranked + len(table.doubtful) for table in league.tables)
    return f"评分 {scored} 份，未能评分 {len(league.failures)} 份" + (
        f"，未评完 {league.missing} 份" if league.missing else ""
    )

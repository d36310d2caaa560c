"""All items on a terminal: a line for each (``items``), or each with all that was found (``full``)."""

from __future__ import annotations

from scorer.rendering import labels
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.digest import Digest, advice, decision_words, loss, value_words
from scorer.rendering.numbers import percent, points
from scorer.rendering.screen import Screen
from scorer.rendering.wrap import cells
from scorer.rules.model import Evidence, Rejected, Status
from scorer.scoring.model import DimensionRow, ItemRow

__all__ = ["show_all", "show_table"]

_QUOTE = 400
# Cells of the columns of the table; a reason of fewer than 24 would be a stump and is left out.
_STATE, _AMOUNT, _MARK, _REASON = 12, 15, 8, 24


def show_table(screen: Screen, digest: Digest) -> None:
    """One line for each item: state, points, title, and the reason where the line has room for it."""
    items = digest.card.items
    screen.heading("全部指标", f"{len(items)} 项")
    ids = max((cells(visible(item.id)) for item in items), default=0) + 2
    widest = max((cells(visible(item.title)) for item in items), default=0) + 2
    room = screen.width - 2 - _STATE - _AMOUNT - _MARK - ids
    titles = min(widest, max(room - _REASON, room // 2, 16))
    if room - titles < _REASON:
        titles = min(widest, room)
    reasons = room - titles if room - titles >= _REASON else 0
    for dimension in digest.card.dimensions:
        _dimension(screen, dimension)
        for item in digest.of(dimension):
            words, style = screen.sign(labels.state(item.kind, item.status))
            screen.columns(
                ("", 2, ""),
                (words, _STATE, style),
                (_amount(item), _AMOUNT, "" if loss(item) else "dim"),
                (visible(item.id), ids, "dim"),
                (visible(item.title), titles, ""),
                (labels.REVIEW if item.review else "", _MARK, "yellow"),
                (visible(item.reason), reasons, "dim"),
            )


def _dimension(screen: Screen, row: DimensionRow) -> None:
    screen.blank()
    numbers = f"{points(row.points)} / {points(row.max_points)}"
    screen.row(
        (f"{visible(row.id)} {visible(row.title)}", "bold"),
        (f"  {numbers}  {percent(row.rate)}" if row.rate is not None else "  不适用", "dim"),
    )


def _amount(item: ItemRow) -> str:
    if item.status is Status.NOT_APPLICABLE:
        return "不计分"
    sign = "-" if item.kind == "deduction" and item.points else ""
    return f"{sign}{points(item.points)} / {points(item.max_points)} 分"


def show_all(screen: Screen, digest: Digest) -> None:
    """Each item with criterion, reason, evidence, refused hits, values and a person's decision."""
    screen.heading("全部指标与依据", f"{len(digest.card.items)} 项")
    for dimension in digest.card.dimensions:
        _dimension(screen, dimension)
        for item in digest.of(dimension):
            _item(screen, digest, item)


def _item(screen: Screen, digest: Digest, item: ItemRow) -> None:
    screen.blank()
    words, style = screen.sign(labels.state(item.kind, item.status))
    sureness = f"把握{labels.CONFIDENCE[item.confidence]}" + (f"，{labels.REVIEW}" if item.review else "")
    screen.row(
        (f"  {words}  ", style),
        (f"{visible(item.id)} ", "dim"),
        (visible(item.title), "bold"),
        (f"   {_amount(item)}   {sureness}", "dim"),
    )
    for label, text in (
        ("标准", item.criterion_met),
        ("部分", item.criterion_partial),
        ("原因", item.reason),
    ):
        if text:
            screen.prose(label, visible(text), 5)
    for found in item.evidence:
        _quote(screen, digest, "依据", found, f"{labels.MATCH[found.match]}“{visible(found.phrase)}”")
    if item.evidence_left_out:
        screen.prose("依据", labels.more_evidence(item.evidence_left_out), 5, "dim")
    for value in item.values:
        screen.prose("数值", value_words(value), 5, tail=digest.place(value))
    for miss in item.rejected:
        note = f"：{visible(miss.note)}" if miss.note else ""
        _quote(screen, digest, "不计", miss, f"{labels.WHY[miss.why]}{note}")
    if not item.evidence and not item.rejected and item.status is not Status.NOT_APPLICABLE:
        screen.prose("原文", labels.NOTHING_NEAR, 5, "dim")
    if loss(item) and advice(item):
        screen.prose("建议", advice(item), 5, "green")
    if item.decision:
        screen.prose("复核", decision_words(item), 5)


def _quote(screen: Screen, digest: Digest, label: str, found: Evidence | Rejected, how: str) -> None:
    hit = (found.hit[0] - found.start, found.hit[1] - found.start) if isinstance(found, Evidence) else (0, 0)
    words, start, end = excerpt(found.quote, _QUOTE, hit)
    underlined = (start + 1, end + 1) if end else (0, 0)
    screen.prose(label, f"“{words}”", 5, hit=underlined, tail=f"{digest.place(found)} · {how}")

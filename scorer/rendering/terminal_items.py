"""All items on a terminal: a line for each (``items``), or each with all that was found (``full``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scorer.i18n import listed, mark, tr, trn
from scorer.rendering import labels
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.digest import (
    Digest,
    advice,
    decided_by_person,
    decision_words,
    grounds,
    loss,
    value_words,
)
from scorer.rendering.numbers import percent, points
from scorer.rendering.screen import Screen, aligned
from scorer.rendering.wrap import cells
from scorer.rules.model import Evidence, Rejected, Status
from scorer.scoring.model import DimensionRow, ItemRow

__all__ = ["show_all", "show_table"]

_QUOTE = 400
# Cells of the columns of the table, at least; a reason of fewer than 24 would be a stump and is left out.
_STATE, _AMOUNT, _MARK, _REASON = 12, 15, 8, 24
_LABELS = (
    *(mark("标准"), mark("部分"), mark("原因"), mark("依据"), mark("数值"), mark("不计"), mark("原文")),
    *(mark("建议"), mark("复核")),
)
_CRITERION, _PARTIAL, _WHY, _EVIDENCE, _VALUE, _REFUSED, _TEXT, _ADVICE, _DECISION = _LABELS


def show_table(screen: Screen, digest: Digest) -> None:
    """One line for each item: state, points, title, and the reason where the line has room for it."""
    items = digest.card.items
    screen.heading(tr("全部指标"), trn("{count} 项", len(items)))
    ids = max((cells(visible(item.id)) for item in items), default=0) + 2
    widest = max((cells(visible(item.title)) for item in items), default=0) + 2
    states = _widest(_STATE, (screen.sign(labels.state(item.kind, item.status))[0] for item in items))
    amounts = _widest(_AMOUNT, map(_amount, items))
    marks = _widest(_MARK, [tr(labels.REVIEW)])
    room = screen.width - 2 - states - amounts - marks - ids
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
                (words, states, style),
                (_amount(item), amounts, "" if loss(item) else "dim"),
                (visible(item.id), ids, "dim"),
                (visible(item.title), titles, ""),
                (tr(labels.REVIEW) if item.review else "", marks, "yellow"),
                (_briefly(item), reasons, "dim"),
            )


def _briefly(item: ItemRow) -> str:
    """The reason for one line: a person's alone where it counts, for the program's would not fit behind it."""
    if item.decision is None or not decided_by_person(item):
        return visible(item.reason)
    return visible(tr("复核 {by}：{reason}", by=item.decision.by, reason=item.decision.reason))


def _widest(least: int, words: Iterable[str]) -> int:
    """The width of a column that holds all of the words."""
    return max(least, max(map(cells, words), default=0) + 2)


def _dimension(screen: Screen, row: DimensionRow) -> None:
    screen.blank()
    numbers = f"{points(row.points)} / {points(row.max_points)}"
    screen.row(
        (f"{visible(row.id)} {visible(row.title)}", "bold"),
        (f"  {numbers}  {percent(row.rate)}" if row.rate is not None else f"  {tr('不适用')}", "dim"),
    )


def _amount(item: ItemRow) -> str:
    if item.status is Status.NOT_APPLICABLE:
        return tr("不计分")
    sign = "-" if item.kind == "deduction" and item.points else ""
    return tr("{points} / {most} 分", points=f"{sign}{points(item.points)}", most=points(item.max_points))


def show_all(screen: Screen, digest: Digest) -> None:
    """Each item with criterion, reason, evidence, refused hits, values and a person's decision."""
    screen.heading(tr("全部指标与依据"), trn("{count} 项", len(digest.card.items)))
    called = dict(zip(_LABELS, aligned(*map(tr, _LABELS)), strict=True))
    for dimension in digest.card.dimensions:
        _dimension(screen, dimension)
        for item in digest.of(dimension):
            _item(screen, digest, item, called)


def _item(screen: Screen, digest: Digest, item: ItemRow, called: Mapping[str, str]) -> None:
    screen.blank()
    words, style = screen.sign(labels.state(item.kind, item.status))
    sure = tr("把握{confidence}", confidence=labels.CONFIDENCE[item.confidence])
    sureness = listed([sure, *([tr(labels.REVIEW)] if item.review else [])], mark("，"))
    screen.row(
        (f"  {words}  ", style),
        (f"{visible(item.id)} ", "dim"),
        (visible(item.title), "bold"),
        (f"   {_amount(item)}   {sureness}", "dim"),
    )
    for label, text in (
        (_CRITERION, item.criterion_met),
        (_PARTIAL, item.criterion_partial),
        (_DECISION if decided_by_person(item) else _WHY, grounds(item)),
    ):
        if text:
            screen.prose(called[label], visible(text), 5)
    for found in item.evidence:
        how = tr("{match}“{phrase}”", match=labels.MATCH[found.match], phrase=visible(found.phrase))
        _quote(screen, digest, called[_EVIDENCE], found, how)
    if item.evidence_left_out:
        screen.prose(called[_EVIDENCE], labels.more_evidence(item.evidence_left_out), 5, "dim")
    for value in item.values:
        screen.prose(called[_VALUE], value_words(value), 5, tail=digest.place(value))
    for miss in item.rejected:
        why = labels.WHY[miss.why]
        how = tr("{why}：{note}", why=why, note=visible(miss.note)) if miss.note else why
        _quote(screen, digest, called[_REFUSED], miss, how)
    if not item.evidence and not item.rejected and item.status is not Status.NOT_APPLICABLE:
        screen.prose(called[_TEXT], tr(labels.NOTHING_NEAR), 5, "dim")
    if loss(item) and advice(item):
        screen.prose(called[_ADVICE], advice(item), 5, "green")
    if item.decision and not decided_by_person(item):  # what counts has been said as the reason
        screen.prose(called[_DECISION], decision_words(item), 5)


def _quote(screen: Screen, digest: Digest, label: str, found: Evidence | Rejected, how: str) -> None:
    hit = (found.hit[0] - found.start, found.hit[1] - found.start) if isinstance(found, Evidence) else (0, 0)
    words, start, end = excerpt(found.quote, _QUOTE, hit)
    underlined = (start + 1, end + 1) if end else (0, 0)
    screen.prose(label, f"“{words}”", 5, hit=underlined, tail=f"{digest.place(found)} · {how}")

"""The evidence part of the Markdown scorecard: every item with its quotations and their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorer.i18n import tr, trn
from scorer.rendering import labels
from scorer.rendering.digest import (
    Digest,
    advice,
    decided_by_person,
    decision_words,
    grounds,
    loss,
    value_words,
)
from scorer.rendering.escape import escaped, escaped_excerpt
from scorer.rendering.numbers import percent, points
from scorer.rules.model import Evidence, Rejected, Status
from scorer.scoring.model import DimensionRow, ItemRow

__all__ = ["amount", "evidence_lines"]

# With detail "items" a national framework of some 120 items must stay below the 65,536 characters of a
# comment; "full" keeps everything.
_SHORT, _LONG = 90, 600
_FEW = 2


def amount(item: ItemRow) -> str:
    """Points of an item out of its most, with a sign where they are added to or taken off the total."""
    if item.status is Status.NOT_APPLICABLE:
        return tr("不计分")
    sign = {"bonus": "+", "deduction": "-"}.get(item.kind, "") if item.points else ""
    return f"{sign}{points(item.points)} / {points(item.max_points)}"


def evidence_lines(digest: Digest, full: bool) -> Iterator[str]:
    """All items, dimension by dimension, in the order of the framework."""
    yield from (f"## {tr('逐项依据')}", "")
    for dimension in digest.card.dimensions:
        yield from (f"### {_heading(dimension)}", "")
        for item in digest.of(dimension):
            yield from _item(digest, item, full)


def _heading(row: DimensionRow) -> str:
    name = f"{escaped(row.id)} {escaped(row.title)}"
    if row.rate is None:
        return tr("{name}（不适用）", name=name)
    return tr(
        "{name}（{points} / {most}，{rate}）",
        name=name,
        points=points(row.points),
        most=points(row.max_points),
        rate=percent(row.rate),
    )


def _item(digest: Digest, item: ItemRow, full: bool) -> Iterator[str]:
    mark = labels.state(item.kind, item.status)
    review = f" · {tr(labels.REVIEW)}" if item.review else ""
    name = f"{escaped(item.id)} {escaped(item.title)}".rstrip()  # ** must touch a word
    yield from (f"{mark.sign} **{name}** — {mark.word} · {amount(item)}{review}", "")
    if full:
        yield from _criterion(item)
    why = escaped(grounds(item))
    if decided_by_person(item):
        why = tr("复核：{words}", words=why)
    bare = item.status is Status.UNMET and not item.evidence and not item.rejected
    nothing = (tr("{words}。", words=tr(labels.NOTHING_NEAR)),) if bare else ()
    yield from (" ".join((why, *nothing)), "")
    for found in item.evidence if full else _few(item.evidence):
        yield from _quotation(digest, found, _LONG if full else _SHORT)
    if full and item.evidence_left_out:
        yield from (f"- {labels.more_evidence(item.evidence_left_out)}", "")
    if full:
        for value in item.values:
            words = f"{escaped(value_words(value))} {escaped(digest.place(value))}"
            yield f"- {tr('数值：{words}', words=words)}"
        yield from ("",) if item.values else ()
    yield from _misses(digest, item, full)
    if full and loss(item) and advice(item):
        yield from (tr("建议：{words}", words=escaped(advice(item))), "")
    yield from _decision(item)


def _criterion(item: ItemRow) -> Iterator[str]:
    if item.criterion_met:
        yield from (tr("标准：{words}", words=escaped(item.criterion_met)), "")
    if item.criterion_partial:
        yield from (tr("部分达到：{words}", words=escaped(item.criterion_partial)), "")


def _few(found: Sequence[Evidence]) -> list[Evidence]:
    """The first quotations that do not repeat each other's words."""
    chosen: list[Evidence] = []
    for evidence in found:
        if len(chosen) == _FEW:
            break
        if all(evidence.end <= other.start or other.end <= evidence.start for other in chosen):
            chosen.append(evidence)
    return chosen


def _quotation(digest: Digest, found: Evidence, limit: int) -> Iterator[str]:
    hit = (found.hit[0] - found.start, found.hit[1] - found.start)
    yield f"> {escaped_excerpt(found.quote, limit, hit)}"
    yield ">"
    phrase = escaped_excerpt(found.phrase, limit)
    how = tr("{match}“{phrase}”", match=labels.MATCH[found.match], phrase=phrase)
    yield from (f"> — {escaped(digest.place(found))} · {how}", "")


def _misses(digest: Digest, item: ItemRow, full: bool) -> Iterator[str]:
    """Hits that do not count: folded away, or one of them where an item has nothing else to show."""
    if full and item.rejected:
        yield from ("<details>", f"<summary>{trn('不计的语句 {count} 处', len(item.rejected))}</summary>", "")
        yield from (f"- {_miss(digest, miss, _LONG)}" for miss in item.rejected)
        yield from ("", "</details>", "")
    elif item.rejected and not item.evidence and item.status is Status.UNMET:
        words = _miss(digest, item.rejected[0], _SHORT)
        if len(item.rejected) > 1:
            yield from (trn("不计：{words}（另有 {count} 处）", len(item.rejected) - 1, words=words), "")
        else:
            yield from (tr("不计：{words}", words=words), "")


def _miss(digest: Digest, miss: Rejected, limit: int) -> str:
    why = labels.WHY[miss.why]
    if miss.note:
        why = tr("{why}：{note}", why=why, note=escaped_excerpt(miss.note, limit))
    quoted = escaped_excerpt(miss.quote, limit)
    return tr("〔{why}〕“{words}” {place}", why=why, words=quoted, place=escaped(digest.place(miss)))


def _decision(item: ItemRow) -> Iterator[str]:
    if item.decision and not decided_by_person(item):  # what counts has been said as the reason
        yield from (tr("复核：{words}", words=escaped(decision_words(item))), "")

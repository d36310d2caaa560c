"""The evidence part of the Markdown scorecard: every item with its quotations and their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorer.rendering import labels
from scorer.rendering.digest import Digest, advice, decision_words, loss, value_words
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
        return "不计分"
    sign = {"bonus": "+", "deduction": "-"}.get(item.kind, "") if item.points else ""
    return f"{sign}{points(item.points)} / {points(item.max_points)}"


def evidence_lines(digest: Digest, full: bool) -> Iterator[str]:
    """All items, dimension by dimension, in the order of the framework."""
    yield from ("## 逐项依据", "")
    for dimension in digest.card.dimensions:
        yield from (f"### {_heading(dimension)}", "")
        for item in digest.of(dimension):
            yield from _item(digest, item, full)


def _heading(row: DimensionRow) -> str:
    earned = (
        "不适用"
        if row.rate is None
        else f"{points(row.points)} / {points(row.max_points)}，{percent(row.rate)}"
    )
    return f"{escaped(row.id)} {escaped(row.title)}（{earned}）"


def _item(digest: Digest, item: ItemRow, full: bool) -> Iterator[str]:
    mark = labels.state(item.kind, item.status)
    review = f" · {labels.REVIEW}" if item.review else ""
    name = f"{escaped(item.id)} {escaped(item.title)}".rstrip()  # ** must touch a word
    yield from (f"{mark.sign} **{name}** — {mark.word} · {amount(item)}{review}", "")
    if full:
        yield from _criterion(item)
    bare = item.status is Status.UNMET and not item.evidence and not item.rejected
    yield from (escaped(item.reason) + (f" {labels.NOTHING_NEAR}。" if bare else ""), "")
    for found in item.evidence if full else _few(item.evidence):
        yield from _quotation(digest, found, _LONG if full else _SHORT)
    if full and item.evidence_left_out:
        yield from (f"- {labels.more_evidence(item.evidence_left_out)}", "")
    if full:
        yield from (
            f"- 数值：{escaped(value_words(value))} {escaped(digest.place(value))}" for value in item.values
        )
        yield from ("",) if item.values else ()
    yield from _misses(digest, item, full)
    if full and loss(item) and advice(item):
        yield from (f"建议：{escaped(advice(item))}", "")
    yield from _decision(item)


def _criterion(item: ItemRow) -> Iterator[str]:
    if item.criterion_met:
        yield from (f"标准：{escaped(item.criterion_met)}", "")
    if item.criterion_partial:
        yield from (f"部分达到：{escaped(item.criterion_partial)}", "")


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
    how = f"{labels.MATCH[found.match]}“{escaped_excerpt(found.phrase, limit)}”"
    yield from (f"> — {escaped(digest.place(found))} · {how}", "")


def _misses(digest: Digest, item: ItemRow, full: bool) -> Iterator[str]:
    """Hits that do not count: folded away, or one of them where an item has nothing else to show."""
    if full and item.rejected:
        yield from ("<details>", f"<summary>不计的语句 {len(item.rejected)} 处</summary>", "")
        yield from (f"- {_miss(digest, miss, _LONG)}" for miss in item.rejected)
        yield from ("", "</details>", "")
    elif item.rejected and not item.evidence and item.status is Status.UNMET:
        more = f"（另有 {len(item.rejected) - 1} 处）" if len(item.rejected) > 1 else ""
        yield from (f"不计：{_miss(digest, item.rejected[0], _SHORT)}{more}", "")


def _miss(digest: Digest, miss: Rejected, limit: int) -> str:
    note = f"：{escaped_excerpt(miss.note, limit)}" if miss.note else ""
    quoted = f"“{escaped_excerpt(miss.quote, limit)}”"
    return f"〔{labels.WHY[miss.why]}{note}〕{quoted} {escaped(digest.place(miss))}"


def _decision(item: ItemRow) -> Iterator[str]:
    if item.decision:
        yield from (f"复核：{escaped(decision_words(item))}", "")

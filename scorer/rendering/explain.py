"""What ``scorer explain`` shows: one item from its criterion to its points, every step in sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.framework.model import Framework, Item, ItemKind
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.digest import decision_words
from scorer.rendering.labels import (
    CONFIDENCE,
    KIND,
    LEVEL,
    MATCH,
    PERIOD,
    ROLE,
    SATISFIES,
    WHY,
    holds,
    more_evidence,
    state,
)
from scorer.rendering.numbers import digits, points
from scorer.rendering.wrap import hanging
from scorer.rules.model import Evidence, Rejected, Step
from scorer.scoring.model import ItemRow, ReportCard, Scorecard

__all__ = ["explain_item", "explain_result"]

_QUOTE = 160
_BRANCH = {"met": "达到", "partial": "部分达到"}
_SHOWN_REJECTED = 12
_SHOWN_EVIDENCE = 3


def explain_item(framework: Framework, item: Item, trace: Sequence[tuple[str, Step]], width: int) -> str:
    """The item as the framework has it: criterion, what is looked for, metrics, and the rule."""
    return _laid_out(
        [*_head(framework, item), "", *_wanted(item), "", "判定规则", *_rule(trace, None)], width
    )


def explain_result(
    framework: Framework, item: Item, card: Scorecard, width: int, unicode: bool = True
) -> str:
    """How one report fared: the rule's steps, what counted and what did not, the numbers, the points.

    ``unicode`` allows signs such as ✔, which only UTF-8 is sure to carry.
    """
    row = next(row for row in card.items if row.id == item.id)
    parts = [
        *_head(framework, item),
        "",
        *_verdict(row, unicode),
        "",
        "判定过程",
        *_rule(row.trace, unicode, card.report),
        *_evidence(row, card.report, unicode),
        *_rejected(row, card.report),
        *_values(item, row, card.report),
        "",
        "得分",
        *_points(framework, item, card, row),
    ]
    return _laid_out(parts, width)


def _laid_out(lines: Sequence[str], width: int) -> str:
    folded: list[str] = []
    for line in lines:
        # Made visible here, whatever the line is made of: the framework's words or the report's.
        folded += hanging(visible(line), width, len(line) - len(line.lstrip(" ")))
    return "\n".join(line.rstrip() for line in folded) + "\n"


def _head(framework: Framework, item: Item) -> Iterator[str]:
    title = next(d.title for d in framework.dimensions if d.id == item.dimension)
    levels = "、".join(LEVEL[level] for level in item.applies_to) or "各级"
    yield f"{item.id} {item.title}"
    yield f"{title} / {item.group}，{KIND[item.kind.value]}，{digits(item.points)}分，适用：{levels}"
    yield ""
    yield f"达到：{item.criterion_met}"
    yield f"部分：{item.criterion_partial}"


def _wanted(item: Item) -> Iterator[str]:
    topic = item.topic
    yield f"线索词：{'、'.join(topic.phrases)}"
    if topic.near:
        pairs = ["+".join("/".join(words) for words in pair.words) for pair in topic.near]
        yield f"词对：{'、'.join(pairs)}"
    if topic.masks:
        yield f"屏蔽：{'、'.join(topic.masks)}"
    for metric in item.metrics:
        lines = [
            f"满分 {metric.full}" if metric.full else "",
            f"半分 {metric.partial}" if metric.partial else "",
        ]
        known = "，".join(line for line in lines if line) or "只登记"
        origin = f"（{metric.origin}）" if metric.origin else ""
        yield f"指标：{metric.name}（{'/'.join(metric.units) or '无单位'}）{known}{origin}"


def _verdict(row: ItemRow, unicode: bool) -> Iterator[str]:
    mark = state(row.kind, row.status)
    review = "，需复核" if row.review else ""
    sign = mark.sign if unicode else mark.ascii
    yield f"结论：{sign} {mark.word}，把握{CONFIDENCE[row.confidence]}{review}，{points(row.points)} / {points(row.max_points)} 分"
    yield f"理由：{row.reason}"
    if row.decision:
        yield f"复核：{decision_words(row)}"
    if row.advice:
        yield f"建议：{row.advice}"


def _rule(
    trace: Sequence[tuple[str, Step]], unicode: bool | None, report: ReportCard | None = None
) -> Iterator[str]:
    """The branches of a rule; ``unicode`` and ``report`` are None when they were tried on nothing."""
    for name, step in trace:
        yield f"  {_BRANCH[name]}"
        yield from _step(step, 4, unicode, report)


def _step(step: Step, indent: int, unicode: bool | None, report: ReportCard | None) -> Iterator[str]:
    mark = holds(step.holds)
    sign = "" if unicode is None else f"{mark.sign if unicode else mark.ascii} "
    yield f"{' ' * indent}{sign}{step.label}"
    quotes = {(evidence.start, evidence.end): evidence for evidence in reversed(step.evidence)}
    shown = sorted(quotes.values(), key=lambda evidence: (evidence.start, evidence.end))
    for evidence in shown[:_SHOWN_EVIDENCE]:
        hit = (evidence.hit[0] - evidence.start, evidence.hit[1] - evidence.start)
        yield f"{' ' * (indent + 4)}{_at(evidence, report)} “{excerpt(evidence.quote, 60, hit)[0]}”"
    if len(shown) > _SHOWN_EVIDENCE:
        yield f"{' ' * (indent + 4)}另有 {len(shown) - _SHOWN_EVIDENCE} 处"
    for child in step.children:
        yield from _step(child, indent + 2, unicode, report)


def _at(found: Evidence | Rejected, report: ReportCard | None) -> str:
    """Line and column, after the place in the container if it has any."""
    place = report.place_at(found.start) if report else None
    return " ".join(part for part in (place, f"{found.line}:{found.column}") if part)


def _evidence(row: ItemRow, report: ReportCard, unicode: bool) -> Iterator[str]:
    if row.evidence:
        yield ""
        more = f"（{more_evidence(row.evidence_left_out)}）" if row.evidence_left_out else ""
        yield f"采用的语句 {len(row.evidence)} 处{more}"
    for piece in row.evidence:
        section = piece.section if unicode else piece.section.replace(" › ", " / ")
        yield f"  {_at(piece, report)} {ROLE[piece.role]} {section}"
        yield f"    “{excerpt(piece.quote, _QUOTE)[0]}”"
        yield f"    {MATCH[piece.match]}：{piece.phrase}，相似度 {piece.similarity:g}"


def _rejected(row: ItemRow, report: ReportCard) -> Iterator[str]:
    if row.rejected:
        yield ""
        yield f"未采用的语句 {len(row.rejected)} 处"
    for piece in row.rejected[:_SHOWN_REJECTED]:
        note = f"（{piece.note}）" if piece.note else ""
        yield f"  {_at(piece, report)} {WHY[piece.why]}{note}：{piece.phrase}"
        yield f"    “{excerpt(piece.quote, _QUOTE)[0]}”"
    if len(row.rejected) > _SHOWN_REJECTED:
        yield f"  另有 {len(row.rejected) - _SHOWN_REJECTED} 处"


def _values(item: Item, row: ItemRow, report: ReportCard) -> Iterator[str]:
    if row.values:
        yield ""
        yield "比较的数字"
    for value in row.values:
        metric = item.metric(value.metric)
        number = digits(value.value) if value.value is not None else f"{_end(value.low)}–{_end(value.high)}"
        lines = "，".join(
            f"{name} {bound}"
            for name, bound in (("满分线", metric.full), ("半分线", metric.partial))
            if bound
        )
        yield f"  {value.metric} = {PERIOD[value.period]}{number}{value.unit}，{lines or '只登记'}：{SATISFIES[value.satisfies]}"
        if value.quote:
            place = report.place_at(value.start)
            yield f"    {place + ' ' if place else ''}“{excerpt(value.quote, _QUOTE)[0]}”"


def _end(value: Decimal | None) -> str:
    return "∞" if value is None else digits(value)


def _points(framework: Framework, item: Item, card: Scorecard, row: ItemRow) -> Iterator[str]:
    share = row.points / row.max_points if row.max_points else Decimal(0)
    yield f"  本项：{digits(row.max_points)} × {digits(share)} = {digits(row.points)}"
    dimension = next(d for d in card.dimensions if d.id == item.dimension)
    yield f"  本方面：{dimension.title} {points(dimension.points)} / {points(dimension.max_points)}"
    if item.kind in (ItemKind.BASE, ItemKind.FORMAT):
        scored = [
            r for r in card.items if r.kind in ("base", "format") and r.status.value != "not_applicable"
        ]
        earned = sum((r.points for r in scored), Decimal(0))
        most = sum((r.max_points for r in scored), Decimal(0))
        yield f"  基础分：{digits(framework.base_points)} × {digits(earned)} ÷ {digits(most)} = {points(card.total.base)}"
    yield (
        f"  总分：{points(card.total.base)} + 加分 {points(card.total.bonus)} - 扣分 {points(card.total.deduction)}"
        f" = {points(card.total.points)}（{card.total.grade}）"
    )

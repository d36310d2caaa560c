"""What ``scorer explain`` shows: one item from its criterion to its points, every step in sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.framework.model import Framework, Item, ItemKind
from scorer.i18n import Labels, listed, mark, tr, trn
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.digest import advice, decided_by_person, decision_words, grounds
from scorer.rendering.labels import (
    CONFIDENCE,
    KIND,
    LEVEL,
    MATCH,
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
from scorer.rules.wording import measured
from scorer.scoring.model import ItemRow, ReportCard, Scorecard

__all__ = ["explain_item", "explain_result"]

_QUOTE = 160
_BRANCH = Labels({"met": mark("达到"), "partial": mark("部分达到")})
_SHOWN_REJECTED = 12
_SHOWN_EVIDENCE = 3


def explain_item(framework: Framework, item: Item, trace: Sequence[tuple[str, Step]], width: int) -> str:
    """The item as the framework has it: criterion, what is looked for, metrics, and the rule."""
    return _laid_out(
        [*_head(framework, item), "", *_wanted(item), "", tr("判定规则"), *_rule(trace, None)], width
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
        tr("判定过程"),
        *_rule(row.trace, unicode, card.report),
        *_evidence(row, card.report, unicode),
        *_rejected(row, card.report),
        *_values(item, row, card.report),
        "",
        tr("得分"),
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
    levels = listed(LEVEL[level] for level in item.applies_to) or tr("各级")
    yield f"{item.id} {item.title}"
    yield tr(
        "{place}，{kind}，{points}分，适用：{levels}",
        place=f"{title} / {item.group}",
        kind=KIND[item.kind.value],
        points=digits(item.points),
        levels=levels,
    )
    yield ""
    yield tr("达到：{words}", words=item.criterion_met)
    yield tr("部分：{words}", words=item.criterion_partial)


def _wanted(item: Item) -> Iterator[str]:
    topic = item.topic
    yield tr("线索词：{words}", words=listed(topic.phrases))
    if topic.near:
        pairs = ["+".join("/".join(words) for words in pair.words) for pair in topic.near]
        yield tr("词对：{words}", words=listed(pairs))
    if topic.masks:
        yield tr("屏蔽：{words}", words=listed(topic.masks))
    for metric in item.metrics:
        lines = [tr("满分 {bound}", bound=metric.full)] if metric.full else []
        lines += [tr("半分 {bound}", bound=metric.partial)] if metric.partial else []
        words = {
            "name": metric.name,
            "units": "/".join(metric.units) or tr("无单位"),
            "lines": listed(lines, mark("，")) or tr("只登记"),
        }
        if metric.origin:
            yield tr("指标：{name}（{units}）{lines}（{origin}）", origin=metric.origin, **words)
        else:
            yield tr("指标：{name}（{units}）{lines}", **words)


def _verdict(row: ItemRow, unicode: bool) -> Iterator[str]:
    shown = state(row.kind, row.status)
    words = {
        "state": f"{shown.sign if unicode else shown.ascii} {shown.word}",
        "confidence": CONFIDENCE[row.confidence],
        "points": points(row.points),
        "most": points(row.max_points),
    }
    if row.review:
        yield tr("结论：{state}，把握{confidence}，需复核，{points} / {most} 分", **words)
    else:
        yield tr("结论：{state}，把握{confidence}，{points} / {most} 分", **words)
    if decided_by_person(row):
        yield tr("复核：{words}", words=grounds(row))
    else:
        yield tr("理由：{reason}", reason=row.reason)
        if row.decision:
            yield tr("复核：{words}", words=decision_words(row))
    if row.advice and advice(row):  # none where a person overruled the program
        yield tr("建议：{words}", words=row.advice)


def _rule(
    trace: Sequence[tuple[str, Step]], unicode: bool | None, report: ReportCard | None = None
) -> Iterator[str]:
    """The branches of a rule; ``unicode`` and ``report`` are None when they were tried on nothing."""
    for name, step in trace:
        yield f"  {_BRANCH[name]}"
        yield from _step(step, 4, unicode, report)


def _step(step: Step, indent: int, unicode: bool | None, report: ReportCard | None) -> Iterator[str]:
    outcome = holds(step.holds)
    sign = "" if unicode is None else f"{outcome.sign if unicode else outcome.ascii} "
    yield f"{' ' * indent}{sign}{step.label}"
    quotes = {(evidence.start, evidence.end): evidence for evidence in reversed(step.evidence)}
    shown = sorted(quotes.values(), key=lambda evidence: (evidence.start, evidence.end))
    for evidence in shown[:_SHOWN_EVIDENCE]:
        hit = (evidence.hit[0] - evidence.start, evidence.hit[1] - evidence.start)
        yield f"{' ' * (indent + 4)}{_at(evidence, report)} “{excerpt(evidence.quote, 60, hit)[0]}”"
    if len(shown) > _SHOWN_EVIDENCE:
        yield f"{' ' * (indent + 4)}{trn('另有 {count} 处', len(shown) - _SHOWN_EVIDENCE)}"
    for child in step.children:
        yield from _step(child, indent + 2, unicode, report)


def _at(found: Evidence | Rejected, report: ReportCard | None) -> str:
    """Line and column, after the place in the container if it has any."""
    place = report.place_at(found.start) if report else None
    return " ".join(part for part in (place, f"{found.line}:{found.column}") if part)


def _evidence(row: ItemRow, report: ReportCard, unicode: bool) -> Iterator[str]:
    if row.evidence:
        yield ""
        head = trn("采用的语句 {count} 处", len(row.evidence))
        more = more_evidence(row.evidence_left_out)
        yield tr("{head}（{more}）", head=head, more=more) if row.evidence_left_out else head
    for piece in row.evidence:
        section = piece.section if unicode else piece.section.replace(" › ", " / ")
        yield f"  {_at(piece, report)} {ROLE[piece.role]} {section}"
        yield f"    “{excerpt(piece.quote, _QUOTE)[0]}”"
        words = {"match": MATCH[piece.match], "phrase": piece.phrase, "similarity": piece.similarity}
        yield f"    {tr('{match}：{phrase}，相似度 {similarity:g}', **words)}"


def _rejected(row: ItemRow, report: ReportCard) -> Iterator[str]:
    if row.rejected:
        yield ""
        yield trn("未采用的语句 {count} 处", len(row.rejected))
    for piece in row.rejected[:_SHOWN_REJECTED]:
        words = {"why": WHY[piece.why], "phrase": piece.phrase}
        told = tr("{why}（{note}）：{phrase}", note=piece.note, **words) if piece.note else None
        yield f"  {_at(piece, report)} {told or tr('{why}：{phrase}', **words)}"
        yield f"    “{excerpt(piece.quote, _QUOTE)[0]}”"
    if len(row.rejected) > _SHOWN_REJECTED:
        yield f"  {trn('另有 {count} 处', len(row.rejected) - _SHOWN_REJECTED)}"


def _values(item: Item, row: ItemRow, report: ReportCard) -> Iterator[str]:
    if row.values:
        yield ""
        yield tr("比较的数字")
    for value in row.values:
        metric = item.metric(value.metric)
        number = digits(value.value) if value.value is not None else f"{_end(value.low)}–{_end(value.high)}"
        lines = [tr("满分线 {bound}", bound=metric.full)] if metric.full else []
        lines += [tr("半分线 {bound}", bound=metric.partial)] if metric.partial else []
        told = tr(
            "{metric} = {number}，{lines}：{verdict}",
            metric=value.metric,
            number=measured(f"{number}{value.unit}", value.period, worked_out=value.worked_out),
            lines=listed(lines, mark("，")) or tr("只登记"),
            verdict=SATISFIES[value.satisfies],
        )
        yield f"  {told}"
        if value.quote:
            place = report.place_at(value.start)
            yield f"    {place + ' ' if place else ''}“{excerpt(value.quote, _QUOTE)[0]}”"


def _end(value: Decimal | None) -> str:
    return "∞" if value is None else digits(value)


def _points(framework: Framework, item: Item, card: Scorecard, row: ItemRow) -> Iterator[str]:
    share = row.points / row.max_points if row.max_points else Decimal(0)
    made = f"{digits(row.max_points)} × {digits(share)} = {digits(row.points)}"
    yield f"  {tr('本项：{sum}', sum=made)}"
    dimension = next(d for d in card.dimensions if d.id == item.dimension)
    made = f"{dimension.title} {points(dimension.points)} / {points(dimension.max_points)}"
    yield f"  {tr('本方面：{sum}', sum=made)}"
    if item.kind in (ItemKind.BASE, ItemKind.FORMAT):
        scored = [
            r for r in card.items if r.kind in ("base", "format") and r.status.value != "not_applicable"
        ]
        earned = sum((r.points for r in scored), Decimal(0))
        most = sum((r.max_points for r in scored), Decimal(0))
        made = (
            f"{digits(framework.base_points)} × {digits(earned)} ÷ {digits(most)} = {points(card.total.base)}"
        )
        yield f"  {tr('基础分：{sum}', sum=made)}"
    total = tr(
        "总分：{base} + 加分 {bonus} - 扣分 {deduction} = {points}（{grade}）",
        base=points(card.total.base),
        bonus=points(card.total.bonus),
        deduction=points(card.total.deduction),
        points=points(card.total.points),
        grade=card.total.grade,
    )
    yield f"  {total}"

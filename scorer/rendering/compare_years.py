"""One place over years as sections: scores, items won and lost, plans, problems, growth, copies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from scorer.compare.growth import POINTS
from scorer.compare.model import Comparison, Copies, Growth, Match, Matching, Pair, Quote, Years
from scorer.i18n import listed, mark, tr, trn, trp
from scorer.rendering import labels
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.compare_parts import Cell, Entry, Line, Section, Table, amount, cell, change, line, rate
from scorer.rendering.digest import Digest
from scorer.rendering.labels import Mark
from scorer.rendering.numbers import digits, percent
from scorer.scoring.change import Change, Changes
from scorer.scoring.model import ItemRow, Scorecard

__all__ = ["year_sections"]

_FOUND = Mark("✔", "[v]", mark("有对应成效"), "good")
_OPEN = Mark("?", "[?]", mark("没有找到对应成效"), "middle")
_AGAIN = Mark("!", "[!]", mark("再次出现"), "bad")
_COPY = {
    "exact": Mark("=", "[=]", mark("一字不差"), "bad"),
    "numbers": Mark("≈", "[#]", mark("只换了数字"), "middle"),
    "near": Mark("≈", "[~]", mark("略有改动"), "middle"),
}
_GONE = Mark("–", "[-]", mark("没有再提"), "quiet")

_PLANS = (
    mark("{before}计划 {all} 条，其中 {found} 条在{after}成效中找到对应语句，{open} 条没有找到。"),
    mark(
        "{before}计划 {all} 条，其中 {found} 条在{after}成效中找到对应语句，{open} 条没有找到；"
        "另有 {general} 条没有具体内容，不作比对。"
    ),
)
_PROBLEMS = (
    mark(
        "{before}列出的 {all} 个问题中，{found} 个在{after}再次出现，{open} 个没有再提。没有再提不等于已经解决。"
    ),
    mark(
        "{before}列出的 {all} 个问题中，{found} 个在{after}再次出现，{open} 个没有再提；"
        "另有 {general} 条没有具体内容，不作比对。没有再提不等于已经解决。"
    ),
)


def year_sections(comparison: Comparison, years: Years) -> Iterator[Section]:
    """The table of all years, then each pair of neighbours."""
    yield Section("scores", tr("总分与各维度"), tables=(_scores(comparison),))
    for number, pair in enumerate(years.pairs, start=1):
        before, after = (visible(comparison.labels[at]) for at in (pair.before, pair.after))
        unsaid = (tr("{sentence}。", sentence=visible(pair.unsaid)),) if pair.unsaid else ()
        yield Section(f"p{number}", f"{before} → {after}", lead=unsaid)
        yield _items(pair, number)
        if pair.plans is not None:
            yield _plans(pair.plans, number, before, after)
        if pair.problems is not None:
            yield _problems(pair.problems, number, before, after)
        if not pair.unsaid:
            yield _growth(pair, number, before, after)
        if pair.copies is not None:
            yield _copies(pair.copies, number, before, after)


def _scores(comparison: Comparison) -> Table:
    cards = comparison.cards
    titles = {row.id: row.title for card in cards for row in Digest(card).dimensions}
    rows = [
        _score_row(tr("总分"), [card.total.points for card in cards]),
        _score_row(tr("其中：基础"), [card.total.base for card in cards]),
        _score_row(tr("其中：加分"), [card.total.bonus for card in cards]),
        _score_row(tr("其中：扣分"), [-card.total.deduction for card in cards]),
    ]
    for identifier, title in titles.items():
        rates = [_rate(card, identifier) for card in cards]
        if any(value is not None for value in rates):
            rows.append(_rate_row(f"{visible(identifier)} {visible(title)}", rates))
    head = (trp("scores", "项目"), *(visible(label) for label in comparison.labels), tr("首末之差"))
    return Table(head, tuple(rows), right=frozenset(range(1, len(head))))


def _rate(card: Scorecard, identifier: str) -> Decimal | None:
    return next((row.rate for row in card.dimensions if row.id == identifier), None)


def _score_row(name: str, values: list[Decimal]) -> tuple[Cell, ...]:
    return (cell(name), *(amount(value) for value in values), change(values[0], values[-1]))


def _rate_row(name: str, rates: list[Decimal | None]) -> tuple[Cell, ...]:
    first, last = rates[0], rates[-1]
    moved = cell("–", "quiet") if first is None or last is None else change(first, last, share=True)
    return (cell(name), *(rate(value) for value in rates), moved)


def _items(pair: Pair, number: int) -> Section:
    changes = pair.changes
    tables = [
        _moved(tr("转差的指标"), changes.worse),
        _moved(tr("转好的指标"), changes.better),
        _moved(tr("适用与否有变的指标"), changes.applies),
        _items_of(tr("新增的指标"), changes.new),
        _items_of(tr("取消的指标"), changes.gone),
    ]
    shown = tuple(table for table in tables if table.rows)
    return Section(f"p{number}-items", tr("指标升降"), (_items_lead(changes),), shown, depth=2)


def _items_lead(changes: Changes) -> str:
    """How many items moved, and how many cannot because the framework itself changed."""
    moved = {"better": len(changes.better), "worse": len(changes.worse)}
    if changes.applies:
        lead = tr(
            "转好 {better} 项，转差 {worse} 项，适用与否有变 {applies} 项",
            applies=len(changes.applies),
            **moved,
        )
    else:
        lead = tr("转好 {better} 项，转差 {worse} 项", **moved)
    if changes.new or changes.gone:
        return tr(
            "{lead}；指标体系新增 {new} 项，取消 {gone} 项，不计升降。",
            lead=lead,
            new=len(changes.new),
            gone=len(changes.gone),
        )
    return tr("{sentence}。", sentence=lead)


def _moved(caption: str, moved: tuple[Change, ...]) -> Table:
    head = (trp("column", "序号"), tr("指标"), tr("前"), tr("后"), tr("得分变化"))
    return Table(head, tuple(map(_moved_row, moved)), frozenset({4}), caption)


def _moved_row(one: Change) -> tuple[Cell, ...]:
    before, after = (labels.state(item.kind, item.status) for item in (one.before, one.after))
    sign = -1 if one.after.kind == "deduction" else 1
    return (
        cell(visible(one.after.id)),
        cell(visible(one.after.title)),
        cell(before.word, before.tone),
        cell(after.word, after.tone),
        change(sign * one.before.points, sign * one.after.points),
    )


def _items_of(caption: str, items: tuple[ItemRow, ...]) -> Table:
    rows = tuple(
        (cell(visible(item.id)), cell(visible(item.title)), cell(labels.state(item.kind, item.status).word))
        for item in items
    )
    return Table((trp("column", "序号"), tr("指标"), tr("状态")), rows, caption=caption)


def _plans(plans: Matching, number: int, before: str, after: str) -> Section:
    lead = (
        tr(_PLANS[plans.general > 0], before=before, after=after, **_numbers(plans)),
        tr(
            "没有找到，只说明成效部分没有用相近的话写到，不等于没有做；找到，也请对照两边原文判断是否真正完成。"
        ),
    )
    unfound = Line(after, tr("成效部分没有找到对应的语句"))
    entries = [
        *(Entry(_OPEN, "", (line(before, plan), unfound)) for plan in plans.open),
        *(_matched(_FOUND, match, before, after) for match in plans.matched),
    ]
    return Section(f"p{number}-plans", tr("计划兑现"), lead, entries=tuple(entries), depth=2)


def _numbers(matching: Matching) -> dict[str, int]:
    return {
        "all": matching.looked_for,
        "found": len(matching.matched),
        "open": len(matching.open),
        "general": matching.general,
    }


def _matched(state: Mark, match: Match, before: str, after: str) -> Entry:
    shared = visible(listed(match.shared[:8]))
    title = tr("相近度 {score}，共有 {words}", score=digits(match.score), words=shared)
    return Entry(state, title, (line(before, match.before), line(after, match.after)))


def _problems(problems: Matching, number: int, before: str, after: str) -> Section:
    lead = tr(_PROBLEMS[problems.general > 0], before=before, after=after, **_numbers(problems))
    again = [_matched(_AGAIN, match, before, after) for match in problems.matched]
    gone = [Entry(_GONE, "", (line(before, quote),)) for quote in problems.open]
    return Section(f"p{number}-problems", tr("反复出现的问题"), (lead,), entries=(*again, *gone), depth=2)


def _growth(pair: Pair, number: int, before: str, after: str) -> Section:
    anchor, title = f"p{number}-growth", tr("增长复算")
    if pair.growth is None:
        return Section(anchor, title, (tr("{sentence}。", sentence=visible(pair.growth_note)),), depth=2)
    rank = {False: 0, None: 1, True: 2}
    entries = [_recount(one, before, after) for one in sorted(pair.growth, key=lambda one: rank[one.holds])]
    lead = _growth_lead(pair.growth, before, after)
    return Section(anchor, title, (lead,), entries=tuple(entries), depth=2)


def _growth_lead(growth: tuple[Growth, ...], before: str, after: str) -> str:
    if not growth:
        return tr("{after}报告没有写与上年相比的增减。", after=after)
    wrong = sum(one.holds is False for one in growth)
    right = sum(one.holds is True for one in growth)
    return trn(
        "{after}报告写了 {count} 处与上年相比的增减，用{before}报告自己的数字复算："
        "{right} 处相符，{wrong} 处不符，{unknown} 处不能判定。",
        len(growth),
        after=after,
        before=before,
        right=right,
        wrong=wrong,
        unknown=len(growth) - right - wrong,
    )


def _recount(one: Growth, before: str, after: str) -> Entry:
    lines = [line(after, one.claim)]
    if one.base is not None:
        lines.append(line(before, one.base))
    if one.computed is not None and one.last is not None:
        lines.append(Line(tr("核算"), _told(one, one.last, one.computed)))
    if one.note:
        lines.append(Line(tr("说明"), visible(one.note)))
    return Entry(labels.holds(one.holds), excerpt(one.label, 40)[0], tuple(lines))


def _signed(value: Decimal) -> str:
    return f"+{digits(value)}" if value > 0 else digits(value).replace("-", "−")


def _told(one: Growth, last: Decimal, computed: Decimal) -> str:
    """Last year's number, this year's, the change that they give and the one that the report gives."""
    known = {
        "last": digits(last),
        "now": digits(one.now),
        "computed": _with_unit(_signed(computed), one.unit),
        "stated": _with_unit(_signed(one.stated), one.unit),
    }
    gap = one.difference
    if not gap:
        return tr("复算 {last} → {now}，为 {computed}；报告写 {stated}", **known)
    unit = POINTS if one.unit == "%" else one.unit  # between two rates the difference is one of points
    off = _with_unit(digits(abs(gap)), unit)
    return tr("复算 {last} → {now}，为 {computed}；报告写 {stated}，相差 {gap}", gap=off, **known)


def _with_unit(number: str, unit: str) -> str:
    """A number as the report has it; what a person counts (件, 人) is the report's word."""
    return tr("{number}个百分点", number=number) if unit == POINTS else f"{number}{visible(unit)}"


def _copies(copies: Copies, number: int, before: str, after: str) -> Section:
    lead = tr(
        "{after}报告正文 {whole:,} 字（不计标题、文件名和固定提法），与{before}报告雷同 {same:,} 字，"
        "占 {share}；其中一字不差 {exact:,} 字。",
        after=after,
        before=before,
        whole=copies.whole,
        same=copies.characters,
        share=percent(copies.share),
        exact=copies.exact_characters,
    )
    ordered = sorted(copies.passages, key=lambda passage: -len(passage[1].words))
    entries = tuple(_copy(old, new, kind, before, after) for old, new, kind in ordered)
    return Section(f"p{number}-copies", tr("与上年雷同"), (lead,), entries=entries, depth=2)


def _copy(old: Quote, new: Quote, kind: str, before: str, after: str) -> Entry:
    lines = (line(after, new), line(before, old))
    return Entry(_COPY[kind], trn("{count} 字", len(new.words)), lines)

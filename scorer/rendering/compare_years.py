"""One place over years as sections: scores, items won and lost, plans, problems, growth, copies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from scorer.compare.model import Comparison, Copies, Growth, Matching, Pair, Quote, Years
from scorer.rendering import labels
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.compare_parts import Cell, Entry, Line, Section, Table, amount, cell, change, line, rate
from scorer.rendering.digest import Digest
from scorer.rendering.labels import Mark
from scorer.rendering.numbers import digits, percent, points
from scorer.scoring.change import Change
from scorer.scoring.model import ItemRow, Scorecard

__all__ = ["year_sections"]

_FOUND = Mark("✔", "[v]", "有对应成效", "good")
_OPEN = Mark("?", "[?]", "没有找到对应成效", "middle")
_AGAIN = Mark("!", "[!]", "再次出现", "bad")
_COPY = {
    "exact": Mark("=", "[=]", "一字不差", "bad"),
    "numbers": Mark("≈", "[#]", "只换了数字", "middle"),
    "near": Mark("≈", "[~]", "略有改动", "middle"),
}
_GONE = Mark("–", "[-]", "没有再提", "quiet")


def year_sections(comparison: Comparison, years: Years) -> Iterator[Section]:
    """The table of all years, then each pair of neighbours."""
    yield Section("scores", "总分与各维度", tables=(_scores(comparison),))
    for number, pair in enumerate(years.pairs, start=1):
        before, after = (visible(comparison.labels[at]) for at in (pair.before, pair.after))
        unsaid = (f"{visible(pair.unsaid)}。",) if pair.unsaid else ()
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
        _score_row("总分", [card.total.points for card in cards]),
        _score_row("其中：基础", [card.total.base for card in cards]),
        _score_row("其中：加分", [card.total.bonus for card in cards]),
        _score_row("其中：扣分", [-card.total.deduction for card in cards]),
    ]
    for identifier, title in titles.items():
        rates = [_rate(card, identifier) for card in cards]
        if any(value is not None for value in rates):
            rows.append(_rate_row(f"{visible(identifier)} {visible(title)}", rates))
    head = ("项目", *(visible(label) for label in comparison.labels), "首末之差")
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
    lead = f"转好 {len(changes.better)} 项，转差 {len(changes.worse)} 项"
    if changes.applies:
        lead += f"，适用与否有变 {len(changes.applies)} 项"
    if changes.new or changes.gone:
        lead += f"；指标体系新增 {len(changes.new)} 项，取消 {len(changes.gone)} 项，不计升降"
    tables = [
        _moved("转差的指标", changes.worse),
        _moved("转好的指标", changes.better),
        _moved("适用与否有变的指标", changes.applies),
        _listed("新增的指标", changes.new),
        _listed("取消的指标", changes.gone),
    ]
    shown = tuple(table for table in tables if table.rows)
    return Section(f"p{number}-items", "指标升降", (f"{lead}。",), shown, depth=2)


def _moved(caption: str, moved: tuple[Change, ...]) -> Table:
    return Table(
        ("序号", "指标", "前", "后", "得分变化"), tuple(map(_moved_row, moved)), frozenset({4}), caption
    )


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


def _listed(caption: str, items: tuple[ItemRow, ...]) -> Table:
    rows = tuple(
        (cell(visible(item.id)), cell(visible(item.title)), cell(labels.state(item.kind, item.status).word))
        for item in items
    )
    return Table(("序号", "指标", "状态"), rows, caption=caption)


def _plans(plans: Matching, number: int, before: str, after: str) -> Section:
    lead = (
        f"{before}计划 {plans.looked_for} 条，其中 {len(plans.matched)} 条在{after}成效中找到对应语句，"
        f"{len(plans.open)} 条没有找到{_general(plans)}。",
        "没有找到，只说明成效部分没有用相近的话写到，不等于没有做；找到，也请对照两边原文判断是否真正完成。",
    )
    entries = [
        *(
            Entry(_OPEN, "", (line(before, plan), Line(after, "成效部分没有找到对应的语句")))
            for plan in plans.open
        ),
        *(
            Entry(
                _FOUND,
                _shared(match.shared, match.score),
                (line(before, match.before), line(after, match.after)),
            )
            for match in plans.matched
        ),
    ]
    return Section(f"p{number}-plans", "计划兑现", lead, entries=tuple(entries), depth=2)


def _general(matching: Matching) -> str:
    return f"；另有 {matching.general} 条没有具体内容，不作比对" if matching.general else ""


def _shared(words: tuple[str, ...], score: Decimal) -> str:
    return f"相近度 {digits(score)}，共有 {visible('、'.join(words[:8]))}"


def _problems(problems: Matching, number: int, before: str, after: str) -> Section:
    lead = (
        f"{before}列出的 {problems.looked_for} 个问题中，{len(problems.matched)} 个在{after}再次出现，"
        f"{len(problems.open)} 个没有再提{_general(problems)}。没有再提不等于已经解决。"
    )
    again = [
        Entry(
            _AGAIN, _shared(match.shared, match.score), (line(before, match.before), line(after, match.after))
        )
        for match in problems.matched
    ]
    gone = [Entry(_GONE, "", (line(before, quote),)) for quote in problems.open]
    return Section(f"p{number}-problems", "反复出现的问题", (lead,), entries=(*again, *gone), depth=2)


def _growth(pair: Pair, number: int, before: str, after: str) -> Section:
    anchor, title = f"p{number}-growth", "增长复算"
    if pair.growth is None:
        return Section(anchor, title, (f"{visible(pair.growth_note)}。",), depth=2)
    wrong = sum(one.holds is False for one in pair.growth)
    right = sum(one.holds is True for one in pair.growth)
    lead = (
        f"{after}报告写了 {len(pair.growth)} 处与上年相比的增减，用{before}报告自己的数字复算："
        f"{right} 处相符，{wrong} 处不符，{len(pair.growth) - right - wrong} 处不能判定。"
        if pair.growth
        else f"{after}报告没有写与上年相比的增减。"
    )
    rank = {False: 0, None: 1, True: 2}
    entries = [_recount(one, before, after) for one in sorted(pair.growth, key=lambda one: rank[one.holds])]
    return Section(anchor, title, (lead,), entries=tuple(entries), depth=2)


def _recount(one: Growth, before: str, after: str) -> Entry:
    lines = [line(after, one.claim)]
    if one.base is not None:
        lines.append(line(before, one.base))
    if one.computed is not None and one.last is not None:
        told = f"复算 {digits(one.last)} → {digits(one.now)}，为 {_signed(one.computed)}{visible(one.unit)}；"
        told += f"报告写 {_signed(one.stated)}{visible(one.unit)}"
        gap = one.difference
        told += f"，相差 {digits(abs(gap))}{_gap_unit(one)}" if gap else ""
        lines.append(Line("核算", told))
    if one.note:
        lines.append(Line("说明", visible(one.note)))
    return Entry(labels.holds(one.holds), excerpt(one.label, 40)[0], tuple(lines))


def _signed(value: Decimal) -> str:
    return f"+{digits(value)}" if value > 0 else digits(value).replace("-", "−")


def _gap_unit(one: Growth) -> str:
    """Between two rates the difference is one of percentage points."""
    return "个百分点" if one.unit == "%" else visible(one.unit)


def _copies(copies: Copies, number: int, before: str, after: str) -> Section:
    lead = (
        f"{after}报告正文 {copies.whole} 字（不计标题、文件名和固定提法），与{before}报告雷同 {copies.characters} 字，"
        f"占 {percent(copies.share)}；其中一字不差 {copies.exact_characters} 字。"
    )
    ordered = sorted(copies.passages, key=lambda passage: -len(passage[1].words))
    entries = tuple(_copy(old, new, kind, before, after) for old, new, kind in ordered)
    return Section(f"p{number}-copies", "与上年雷同", (lead,), entries=entries, depth=2)


def _copy(old: Quote, new: Quote, kind: str, before: str, after: str) -> Entry:
    lines = (line(after, new), line(before, old))
    return Entry(_COPY[kind], f"{points(Decimal(len(new.words)))} 字", lines)

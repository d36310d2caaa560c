"""The scorecard on a terminal: the verdict first, then what cost most, then everything on demand."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.rendering import labels
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.digest import Digest, advice, decision_words, facts, loss, nearest, title
from scorer.rendering.interface import Failure, Options
from scorer.rendering.numbers import percent, points
from scorer.rendering.screen import Screen
from scorer.rendering.terminal_items import show_all, show_table
from scorer.rendering.wrap import cells
from scorer.rules.model import Status
from scorer.scoring.model import Counts, ItemRow, Scorecard

__all__ = ["render"]

_DEAREST = 8  # as many lost items as fit a screen or two; --detail items lists all
_QUOTE = 90


def render(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()) -> str:
    """Each card in turn; after several, one line for each of them."""
    screen = Screen(options)
    for number, card in enumerate(cards, start=1):
        if len(cards) > 1:
            screen.heading(f"第 {number} 份", f"共 {len(cards)} 份")
        _card(screen, Digest(card), options.detail or "summary")
    if len(cards) > 1:
        _overview(screen, cards)
    if failures:
        screen.heading("未能评分", f"{len(failures)} 份")
        mark = "✘" if options.unicode else "[x]"
        for failure in failures:
            screen.prose(mark, f"{visible(failure.name)}：{visible(failure.message)}", 2)
    return screen.finish()


def _card(screen: Screen, digest: Digest, detail: str) -> None:
    _verdict(screen, digest)
    _dimensions(screen, digest)
    _losses(screen, digest)
    _extras(screen, digest)
    _decided(screen, digest)
    _review(screen, digest)
    _audit(screen, digest, everything=detail == "full")
    _warnings(screen, digest.card)
    if detail == "items":
        show_table(screen, digest)
    elif detail == "full":
        show_all(screen, digest)
    _stamp(screen, digest.card)


def _verdict(screen: Screen, digest: Digest) -> None:
    card, total = digest.card, digest.card.total
    screen.prose("", title(card.report, card.stamp.report_name), 0, "bold")
    known = facts(card.report)
    silent = "、".join(name for name, words in known if not words)
    words = [words for _, words in known if words] + ([f"没有写明{silent}"] if silent else [])
    screen.prose("", " · ".join(words), 0, "dim")
    screen.blank()
    screen.row(
        ("  总分  ", "dim"),
        (points(total.points), "bold"),
        (f" / {points(total.max_points)}", ""),
        ("    等次  " if total.grade else "", "dim"),
        (visible(total.grade), "bold"),
        ("    区间  ", "dim"),
        (f"[{points(total.low)}, {points(total.high)}]", ""),
        (f"    {len(digest.review)} 项{labels.REVIEW}" if digest.review else "", "yellow"),
    )
    screen.row(
        ("  构成  ", "dim"),
        (f"基础 {points(total.base)} + 加分 {points(total.bonus)} - 扣分 {points(total.deduction)}", ""),
    )
    counts = _count_pieces(screen, digest.counts)
    screen.row(("  指标  ", "dim"), (f"{len(digest.scored)} 项    ", ""), *counts)


def _count_pieces(screen: Screen, counts: Counts) -> list[tuple[str, str]]:
    numbers = (counts.met, counts.partial, counts.unmet, counts.not_applicable)
    pieces: list[tuple[str, str]] = []
    for status, number in zip(Status, numbers, strict=True):
        words, style = screen.sign(labels.state("base", status))
        pieces.append((f"{words} {number}    ", style if number else "dim"))
    return pieces


def _dimensions(screen: Screen, digest: Digest) -> None:
    """A bar for each dimension; the numbers of items follow where the line has room for them."""
    rows = digest.dimensions
    if not rows:
        return
    screen.heading("各维度得分")
    names = max(min(max(cells(visible(row.title)) for row in rows), screen.width // 3), 8)
    ids = max(cells(visible(row.id)) for row in rows) + 1
    taken = 2 + ids + names + 2 + 2 + 15 + 8
    with_counts = screen.width - taken >= 38
    size = min(max(8, screen.width - taken - (26 if with_counts else 0)), 40)
    for row in rows:
        share = float(row.rate) if row.rate is not None else 0.0
        filled, empty = screen.bar(share, size)
        numbers = f"{points(row.points)} / {points(row.max_points)}"
        counts = _brief_counts(row.counts) if with_counts else ""
        screen.columns(
            ("", 2, ""),
            (visible(row.id), ids, "dim"),
            (visible(row.title), names + 2, ""),
            (filled[0], cells(filled[0]), filled[1]),
            (empty[0], cells(empty[0]), empty[1]),
            (numbers if row.rate is not None else "不适用", -15, ""),
            (percent(row.rate), -8, "bold"),
            (f"   {counts}", 26 if with_counts else 0, "dim"),
        )


def _brief_counts(counts: Counts) -> str:
    """How many of how many that apply are reached, partly reached, not seen."""
    return f"达到 {counts.met}  部分 {counts.partial}  未见 {counts.unmet}"


def _decided(screen: Screen, digest: Digest) -> None:
    """What people settled, beside what the program says."""
    if not digest.decided:
        return
    screen.heading("复核意见", f"{len(digest.decided)} 项")
    for item in digest.decided:
        screen.row((f"  {visible(item.id)} ", "dim"), (visible(item.title), "bold"))
        screen.prose("", decision_words(item), 5)


def _losses(screen: Screen, digest: Digest) -> None:
    lost = digest.lost
    if not lost:
        return
    total = points(sum((loss(item) for item in lost), start=loss(lost[0]) * 0))
    shown = lost[:_DEAREST]
    aside = f"共 {len(lost)} 项失 {total} 分" + (f"，列前 {len(shown)} 项" if len(shown) < len(lost) else "")
    screen.heading("失分最多的指标", aside)
    for item in shown:
        _loss(screen, digest, item)


def _loss(screen: Screen, digest: Digest, item: ItemRow) -> None:
    screen.blank()
    words, style = screen.sign(labels.state(item.kind, item.status))
    screen.row(
        (f"  -{points(loss(item)):<5} ", "bold"),
        (f"{words}  ", style),
        (f"{visible(item.id)} ", "dim"),
        (visible(item.title), "bold"),
        (f"   {labels.REVIEW}" if item.review else "", "yellow"),
    )
    near = nearest(digest, item, _QUOTE)
    screen.prose("原因", visible(item.reason), 9, tail="" if near else labels.NOTHING_NEAR)
    if near:
        lead = "" if near.accepted else f"〔不计：{near.why}〕"
        shift = len(lead) + 1
        hit = (near.hit[0] + shift, near.hit[1] + shift) if near.hit[1] else (0, 0)
        screen.prose("原文", f"{lead}“{near.words}”", 9, hit=hit, tail=near.place)
    if advice(item):
        screen.prose("建议", advice(item), 9, "green")


def _extras(screen: Screen, digest: Digest) -> None:
    """Bonus and deductions: those that count, and how many do not."""
    total = digest.card.total
    for name, items, counted in (
        ("加分", digest.bonus, total.bonus),
        ("扣分", digest.deductions, total.deduction),
    ):
        if not items:
            continue
        hit = [item for item in items if item.points or item.status in (Status.MET, Status.PARTIAL)]
        uncapped = sum((item.points for item in hit), start=counted * 0)
        cap = f"，各项合计 {points(uncapped)}，按封顶计" if uncapped > counted else ""
        screen.heading(f"{name}项", f"{len(items)} 项中 {len(hit)} 项成立，计 {points(counted)} 分{cap}")
        for item in hit:
            words, style = screen.sign(labels.state(item.kind, item.status))
            sign = (
                "" if not item.points else "+" if name == "加分" else "-"
            )  # a mere notice takes nothing off
            amount = f"{sign}{points(item.points)}"
            screen.row(
                (f"  {amount:<6} ", "bold"),
                (f"{words}  ", style),
                (f"{visible(item.id)} ", "dim"),
                (visible(item.title), ""),
                (f"   {labels.REVIEW}" if item.review else "", "yellow"),
            )
            screen.prose("原因", visible(item.reason), 9)


def _review(screen: Screen, digest: Digest) -> None:
    if digest.review:
        screen.heading("需要人工复核", f"{len(digest.review)} 项，是总分区间的来源")
        screen.prose("", "、".join(f"{visible(item.id)} {visible(item.title)}" for item in digest.review), 2)


def _audit(screen: Screen, digest: Digest, everything: bool) -> None:
    """Contradictions, and what the numbers leave open; what agrees only on demand."""
    rows = digest.card.audit
    if not rows:
        return
    agreed = sum(row.holds is True for row in rows)
    screen.heading("数字勾稽", f"查 {len(rows)} 处，相符 {agreed} 处")
    for row in rows:
        if row.holds is not True or everything:
            words, style = screen.sign(labels.holds(row.holds, row.severity))
            kind = labels.RELATION.get(row.relation, visible(row.relation))
            screen.row((f"  {words}  ", style), (kind, "bold"))
            screen.prose("说明", visible(row.message), 9)
            screen.prose("原文", f"“{excerpt(row.quote, _QUOTE)[0]}”", 9, tail=digest.place(row))


def _warnings(screen: Screen, card: Scorecard) -> None:
    if card.warnings:
        screen.heading("提示", f"{len(card.warnings)} 条")
        for note in card.warnings:
            screen.prose("!", visible(note.message), 2)


def _stamp(screen: Screen, card: Scorecard) -> None:
    stamp = card.stamp
    screen.blank()
    framework, report = stamp.framework_sha256[:12], stamp.report_sha256[:12]
    words = (
        f"{stamp.tool_name} {stamp.tool_version}",
        f"{stamp.framework_title} {stamp.framework_id}@{stamp.framework_version}（{framework}）",
        f"{stamp.report_name}（{stamp.report_reader}，{report}）",
    )
    used = stamp.decisions
    decisions = (f"复核意见 {used.name}（{used.sha256[:12]}）",) if used else ()
    screen.prose("", visible(" · ".join((*words, *decisions))), 0, "dim")


def _overview(screen: Screen, cards: Sequence[Scorecard]) -> None:
    screen.heading("汇总", f"{len(cards)} 份")
    names = max(20, screen.width - 46)
    for card in cards:
        total = card.total
        screen.columns(
            ("", 2, ""),
            (title(card.report, card.stamp.report_name), names, ""),
            (points(total.points), -8, "bold"),
            ("", 3, ""),
            (visible(total.grade), 10, ""),
            (f"[{points(total.low)}, {points(total.high)}]", 18, "dim"),
        )

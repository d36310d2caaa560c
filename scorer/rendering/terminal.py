"""The scorecard on a terminal: the verdict first, then what cost most, then everything on demand."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.i18n import listed, markn, tr, trn, trp
from scorer.rendering import labels
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.digest import (
    Digest,
    Nearest,
    advice,
    decided_by_person,
    decision_words,
    facts,
    grounds,
    loss,
    nearest,
    title,
)
from scorer.rendering.interface import Failure, Options
from scorer.rendering.numbers import percent, points
from scorer.rendering.screen import Screen, aligned
from scorer.rendering.terminal_items import show_all, show_table
from scorer.rendering.wrap import cells
from scorer.rules.model import Status
from scorer.scoring.model import Counts, ItemRow, Scorecard

__all__ = ["render"]

_DEAREST = 8  # as many lost items as fit a screen or two; --detail items lists all
_QUOTE = 90
_SHORTEST_BAR = 12  # beside the numbers of items


def render(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()) -> str:
    """Each card in turn; after several, one line for each of them."""
    screen = Screen(options)
    for number, card in enumerate(cards, start=1):
        if len(cards) > 1:
            screen.heading(tr("第 {number} 份", number=number), trn("共 {count} 份", len(cards)))
        _card(screen, Digest(card), options.detail or "summary")
    if len(cards) > 1:
        _overview(screen, cards)
    if failures:
        screen.heading(tr("未能评分"), trn("{count} 份", len(failures)))
        mark = "✘" if options.unicode else "[x]"
        for failure in failures:
            words = tr("{name}：{message}", name=visible(failure.name), message=visible(failure.message))
            screen.prose(mark, words, 2)
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
    silent = listed(name for name, words in known if not words)
    words = [words for _, words in known if words] + ([tr("没有写明{facts}", facts=silent)] if silent else [])
    screen.prose("", " · ".join(words), 0, "dim")
    screen.blank()
    screen.row(
        (f"  {tr('总分')}  ", "dim"),
        (points(total.points), "bold"),
        (f" / {points(total.max_points)}", ""),
        (f"    {tr('等次')}  " if total.grade else "", "dim"),
        (visible(total.grade), "bold"),
        (f"    {tr('区间')}  ", "dim"),
        (f"[{points(total.low)}, {points(total.high)}]", ""),
        (f"    {trn('{count} 项需复核', len(digest.review))}" if digest.review else "", "yellow"),
    )
    made = tr(
        "基础 {base} + 加分 {bonus} - 扣分 {deduction}",
        base=points(total.base),
        bonus=points(total.bonus),
        deduction=points(total.deduction),
    )
    screen.row((f"  {tr('构成')}  ", "dim"), (made, ""))
    if digest.rescaled:
        screen.prose("", digest.rescaled, 8, "dim")
    label = f"  {trp('heading', '指标')}  "
    pieces = [(trn("{count} 项", len(digest.scored)), ""), *_count_pieces(screen, digest.counts)]
    roomy = cells(label) + sum(cells(words) + 4 for words, _ in pieces) - 4 <= screen.width
    gap = " " * (4 if roomy else 2)
    screen.row((label, "dim"), *((words + gap, style) for words, style in pieces))


def _count_pieces(screen: Screen, counts: Counts) -> list[tuple[str, str]]:
    numbers = (counts.met, counts.partial, counts.unmet, counts.not_applicable)
    pieces: list[tuple[str, str]] = []
    for status, number in zip(Status, numbers, strict=True):
        words, style = screen.sign(labels.state("base", status))
        pieces.append((f"{words} {number}", style if number else "dim"))
    return pieces


def _dimensions(screen: Screen, digest: Digest) -> None:
    """A bar for each dimension; the numbers of items follow where the line has room for them."""
    rows = digest.dimensions
    if not rows:
        return
    screen.heading(tr("各维度得分"))
    names = max(min(max(cells(visible(row.title)) for row in rows), screen.width // 3), 8)
    ids = max(cells(visible(row.id)) for row in rows) + 1
    taken = 2 + ids + names + 2 + 2 + 15 + 8
    counted = cells(_brief_counts(Counts(0, 0, 0, 0))) + 4
    with_counts = screen.width - taken >= counted + _SHORTEST_BAR
    size = min(max(8, screen.width - taken - (counted if with_counts else 0)), 40)
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
            (numbers if row.rate is not None else tr("不适用"), -15, ""),
            (percent(row.rate), -8, "bold"),
            (f"   {counts}", counted if with_counts else 0, "dim"),
        )


def _brief_counts(counts: Counts) -> str:
    """How many of how many that apply are reached, partly reached, not seen."""
    return tr(
        "达到 {met}  部分 {partial}  未见 {unmet}",
        met=counts.met,
        partial=counts.partial,
        unmet=counts.unmet,
    )


def _decided(screen: Screen, digest: Digest) -> None:
    """What people settled, beside what the program says."""
    if not digest.decided:
        return
    screen.heading(tr("复核意见"), trn("{count} 项", len(digest.decided)))
    for item in digest.decided:
        screen.row((f"  {visible(item.id)} ", "dim"), (visible(item.title), "bold"))
        screen.prose("", decision_words(item), 5)


def _losses(screen: Screen, digest: Digest) -> None:
    lost = digest.lost
    if not lost:
        return
    total = points(sum((loss(item) for item in lost), start=loss(lost[0]) * 0))
    shown = lost[:_DEAREST]
    if len(shown) < len(lost):
        aside = trn("共 {count} 项失 {points} 分，列前 {shown} 项", len(lost), points=total, shown=len(shown))
    else:
        aside = trn("共 {count} 项失 {points} 分", len(lost), points=total)
    screen.heading(tr("失分最多的指标"), aside)
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
        (f"   {tr(labels.REVIEW)}" if item.review else "", "yellow"),
    )
    why, text, advised = aligned(
        tr("复核") if decided_by_person(item) else tr("原因"), tr("原文"), tr("建议")
    )
    near = nearest(digest, item, _QUOTE)
    screen.prose(why, grounds(item), 9, tail="" if near else tr(labels.NOTHING_NEAR))
    _sentence(screen, text, near)
    if advice(item):
        screen.prose(advised, advice(item), 9, "green")


def _sentence(screen: Screen, label: str, near: Nearest | None) -> None:
    """The sentence that an item rests on or comes nearest to, with its place."""
    if near:
        lead = "" if near.accepted else tr("〔不计：{why}〕", why=near.why)
        shift = len(lead) + 1
        hit = (near.hit[0] + shift, near.hit[1] + shift) if near.hit[1] else (0, 0)
        screen.prose(label, f"{lead}“{near.words}”", 9, hit=hit, tail=near.place)


def _extras(screen: Screen, digest: Digest) -> None:
    """Bonus and deductions: those that count, and how many do not."""
    total = digest.card.total
    for name, plus, items, counted in (
        (trp("heading", "加分项"), "+", digest.bonus, total.bonus),
        (trp("heading", "扣分项"), "-", digest.deductions, total.deduction),
    ):
        if not items:
            continue
        hit = [item for item in items if item.points or item.status in (Status.MET, Status.PARTIAL)]
        uncapped = sum((item.points for item in hit), start=counted * 0)
        numbers = {"hit": len(hit), "points": points(counted), "sum": points(uncapped)}
        if uncapped > counted:
            message = markn("{count} 项中 {hit} 项成立，计 {points} 分，各项合计 {sum}，按封顶计")
        else:
            message = markn("{count} 项中 {hit} 项成立，计 {points} 分")
        screen.heading(name, trn(message, len(items), **numbers))
        for item in hit:
            words, style = screen.sign(labels.state(item.kind, item.status))
            sign = plus if item.points else ""  # a mere notice takes nothing off
            amount = f"{sign}{points(item.points)}"
            screen.row(
                (f"  {amount:<6} ", "bold"),
                (f"{words}  ", style),
                (f"{visible(item.id)} ", "dim"),
                (visible(item.title), ""),
                (f"   {tr(labels.REVIEW)}" if item.review else "", "yellow"),
            )
            why, text = aligned(tr("原因"), tr("原文"))
            screen.prose(why, grounds(item), 9)
            near = nearest(digest, item, _QUOTE)
            _sentence(screen, text, near if near and near.accepted else None)


def _review(screen: Screen, digest: Digest) -> None:
    if digest.review:
        screen.heading(tr("需要人工复核"), trn("{count} 项，是总分区间的来源", len(digest.review)))
        screen.prose("", listed(f"{visible(item.id)} {visible(item.title)}" for item in digest.review), 2)


def _audit(screen: Screen, digest: Digest, everything: bool) -> None:
    """Contradictions, and what the numbers leave open; what agrees only on demand."""
    rows = digest.card.audit
    if not rows:
        return
    agreed = sum(row.holds is True for row in rows)
    screen.heading(tr("数字勾稽"), trn("查 {count} 处，相符 {agreed} 处", len(rows), agreed=agreed))
    told, text = aligned(tr("说明"), tr("原文"))
    for row in rows:
        if row.holds is not True or everything:
            words, style = screen.sign(labels.holds(row.holds, row.severity))
            kind = labels.RELATION.get(row.relation, visible(row.relation))
            screen.row((f"  {words}  ", style), (kind, "bold"))
            screen.prose(told, visible(row.message), 9)
            screen.prose(text, f"“{excerpt(row.quote, _QUOTE)[0]}”", 9, tail=digest.place(row))


def _warnings(screen: Screen, card: Scorecard) -> None:
    if card.warnings:
        screen.heading(tr("提示"), trn("{count} 条", len(card.warnings)))
        for note in card.warnings:
            screen.prose("!", visible(note.message), 2)


def _stamp(screen: Screen, card: Scorecard) -> None:
    stamp = card.stamp
    screen.blank()
    framework, report = stamp.framework_sha256[:12], stamp.report_sha256[:12]
    words = (
        f"{stamp.tool_name} {stamp.tool_version}",
        tr(
            "{name}（{sha}）",
            name=f"{stamp.framework_title} {stamp.framework_id}@{stamp.framework_version}",
            sha=framework,
        ),
        tr("{name}（{reader}，{sha}）", name=stamp.report_name, reader=stamp.report_reader, sha=report),
    )
    used = stamp.decisions
    decisions = (tr("复核意见 {name}（{sha}）", name=used.name, sha=used.sha256[:12]),) if used else ()
    screen.prose("", visible(" · ".join((*words, *decisions))), 0, "dim")


def _overview(screen: Screen, cards: Sequence[Scorecard]) -> None:
    screen.heading(tr("汇总"), trn("{count} 份", len(cards)))
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

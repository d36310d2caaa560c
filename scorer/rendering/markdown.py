"""The scorecard an evaluator forwards: GitHub-flavoured Markdown that also reads well unrendered.

Only this program's own words make structure; whatever comes from a report or a framework passes through
:func:`scorer.rendering.escape.escaped` and stays plain words in one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scorer.i18n import listed, mark, tr, trn, trp
from scorer.rendering import labels
from scorer.rendering.digest import Digest, advice, decision_words, facts, grounds, loss, nearest, title
from scorer.rendering.escape import escaped, escaped_excerpt
from scorer.rendering.interface import Failure, Options
from scorer.rendering.markdown_items import amount, evidence_lines
from scorer.rendering.numbers import percent, points
from scorer.rules.model import Status
from scorer.scoring.model import Counts, ItemRow, Scorecard

__all__ = ["render"]

_DEAREST = {"summary": 8, "items": 20}  # full lists every loss
_QUOTE = 80
_BAR = 10


def render(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()) -> str:
    """One document; several cards begin with a table of all. The default detail is ``items``."""
    detail = options.detail or "items"
    lines: list[str] = []
    if len(cards) > 1:
        lines += _overview(cards)
    for card in cards:
        lines += _card(Digest(card), detail)
    if failures:
        lines += [
            f"## {tr('未能评分')}",
            "",
            *(f"- {_said(escaped(failure.name), escaped(failure.message))}" for failure in failures),
            "",
        ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _card(digest: Digest, detail: str) -> Iterator[str]:
    yield from _verdict(digest)
    yield from _dimensions(digest)
    yield from _losses(digest, detail)
    yield from _extras(digest)
    yield from _decided(digest)
    yield from _review(digest)
    if detail != "summary":
        yield from evidence_lines(digest, full=detail == "full")
    yield from _audit(digest, everything=detail == "full")
    yield from _warnings(digest.card)
    yield from _stamp(digest.card)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> Iterator[str]:
    """A table of ready-made cells, columns ``right`` aligned to the right; nothing where there is no row."""
    body = [f"| {' | '.join(row)} |" for row in rows]
    if body:
        yield f"| {' | '.join(head)} |"
        yield "|" + "|".join(" --: " if column in right else " --- " for column in range(len(head))) + "|"
        yield from body
        yield ""


def _said(name: str, message: str) -> str:
    return tr("{name}：{message}", name=name, message=message)


def _state(kind: str, status: Status) -> str:
    mark = labels.state(kind, status)
    return f"{mark.sign} {mark.word}"


def _verdict(digest: Digest) -> Iterator[str]:
    card, total, counts = digest.card, digest.card.total, digest.counts
    yield from (f"# {escaped(title(card.report, card.stamp.report_name))}", "")
    verdict = tr("总分 {points} / {most}", points=points(total.points), most=points(total.max_points))
    interval = tr("区间 {low}～{high}", low=points(total.low), high=points(total.high))
    grade = (tr("等次 {grade}", grade=escaped(total.grade)),) if total.grade else ()
    review = trn("{count} 项需复核", len(digest.review))
    yield from (" · ".join((f"**{verdict}**", *grade, interval, review)), "")
    made = trn(
        "基础 {base}，加分 {bonus}，扣分 {deduction}。指标 {count} 项：{states}。",
        len(digest.scored),
        base=points(total.base),
        bonus=points(total.bonus),
        deduction=points(total.deduction),
        states=_counts(counts),
    )
    yield from (made, "")
    if digest.rescaled:
        yield from (tr("{words}。", words=digest.rescaled), "")
    names, known = zip(*facts(card.report), strict=True)
    yield from table(names, [[escaped(fact) or tr("没有写明") for fact in known]])
    if card.report.level_source:
        yield from (_said(tr("级别依据"), escaped(card.report.level_source)), "")


def _counts(counts: Counts) -> str:
    numbers = (counts.met, counts.partial, counts.unmet, counts.not_applicable)
    states = (f"{_state('base', status)} {number}" for status, number in zip(Status, numbers, strict=True))
    return listed(states, mark("，"))


def _dimensions(digest: Digest) -> Iterator[str]:
    yield from (f"## {tr('各维度得分')}", "")
    rows = []
    for row in digest.dimensions:
        filled = int((row.rate or 0) * _BAR)
        bar = "█" * filled + "░" * (_BAR - filled)
        counts = (row.counts.met, row.counts.partial, row.counts.unmet, row.counts.not_applicable)
        earned = f"{points(row.points)} / {points(row.max_points)}" if row.rate is not None else tr("不适用")
        name = f"{escaped(row.id)} {escaped(row.title)}"
        rows.append((name, earned, percent(row.rate), bar, *(str(number) for number in counts)))
    states = (labels.state("base", status).word for status in Status)
    head = (tr("维度"), tr("得分"), tr("得分率"), "", *states)
    yield from table(head, rows, right=(1, 2, 4, 5, 6, 7))


def _losses(digest: Digest, detail: str) -> Iterator[str]:
    lost = digest.lost
    if not lost:
        return
    shown = lost[: _DEAREST.get(detail, len(lost))]
    total = points(sum((loss(item) for item in lost), start=loss(lost[0]) * 0))
    if len(shown) < len(lost):
        told = trn(
            "共 {count} 项失 {points} 分，列失分最多的 {shown} 项。",
            len(lost),
            points=total,
            shown=len(shown),
        )
    else:
        told = trn("共 {count} 项失 {points} 分。", len(lost), points=total)
    yield from (f"## {tr('失分项')}", "", told, "")
    head = (tr("指标"), tr("状态"), tr("失分"), tr("原因"), tr("最接近的原文"), tr("怎样补分"))
    yield from table(head, (_loss(digest, item) for item in shown), right=(2,))


def _loss(digest: Digest, item: ItemRow) -> tuple[str, ...]:
    near = nearest(digest, item, _QUOTE)
    if near is None:
        quoted = tr(labels.NOTHING_NEAR)
    else:
        why = "" if near.accepted else tr("〔不计：{why}〕", why=near.why)
        quoted = f"{why}“{escaped(near.words)}” {escaped(near.place)}"
    return (
        _name(item),
        _state(item.kind, item.status),
        points(loss(item)),
        escaped(grounds(item)),
        quoted,
        escaped(advice(item)),
    )


def _name(item: ItemRow) -> str:
    return f"{escaped(item.id)} {escaped(item.title)}"


def _extras(digest: Digest) -> Iterator[str]:
    """Bonus and deductions that count."""
    items = [item for item in (*digest.bonus, *digest.deductions) if item.points or item.status in _FOUND]
    if not digest.bonus and not digest.deductions:
        return
    yield from (f"## {tr('加分与扣分')}", "")
    if not items:
        yield from (tr("没有成立的加分项或扣分项。"), "")
    rows = (
        (_name(item), _state(item.kind, item.status), amount(item), escaped(grounds(item))) for item in items
    )
    yield from table((tr("指标"), tr("状态"), trp("column", "分值"), tr("原因")), rows, right=(2,))


_FOUND = (Status.MET, Status.PARTIAL)


def _decided(digest: Digest) -> Iterator[str]:
    """What people settled, beside what the program says."""
    if digest.decided:
        yield from (f"## {tr('复核意见')}", "")
        yield from (f"- {_said(_name(item), escaped(decision_words(item)))}" for item in digest.decided)
        yield ""


def _review(digest: Digest) -> Iterator[str]:
    if not digest.review:
        return
    why = tr("下列各项单凭报告文字定不下来，总分区间由此而来。")
    yield from (f"## {tr('需要人工复核')}", "", why, "")
    rows = (
        (_name(item), _state(item.kind, item.status), labels.CONFIDENCE[item.confidence], amount(item), "")
        for item in digest.review
    )
    head = (tr("指标"), tr("程序判断"), tr("把握"), trp("column", "分值"), tr("复核意见"))
    yield from table(head, rows, right=(3,))


def _audit(digest: Digest, everything: bool) -> Iterator[str]:
    rows = digest.card.audit
    if not rows:
        return
    agreed = sum(row.holds is True for row in rows)
    told = trn("查 {count} 处，相符 {agreed} 处。", len(rows), agreed=agreed)
    yield from (f"## {tr('数字勾稽')}", "", told, "")
    cells = []
    for row in rows:
        if row.holds is not True or everything:
            mark = labels.holds(row.holds, row.severity)
            kind = labels.RELATION.get(row.relation) or escaped(row.relation)
            quoted = f"“{escaped_excerpt(row.quote, _QUOTE)}” {escaped(digest.place(row))}"
            cells.append((f"{mark.sign} {mark.word}", kind, escaped(row.message), quoted))
    yield from table((tr("结论"), tr("关系"), tr("说明"), tr("原文")), cells)


def _warnings(card: Scorecard) -> Iterator[str]:
    if card.warnings:
        yield from (f"## {tr('提示')}", "", *(f"- {escaped(note.message)}" for note in card.warnings), "")


def _stamp(card: Scorecard) -> Iterator[str]:
    stamp = card.stamp
    framework = stamp.framework_sha256[:12]
    parts = [
        f"{stamp.tool_name} {stamp.tool_version}",
        tr(
            "{name}，sha256 {sha}",
            name=f"{stamp.framework_title} {stamp.framework_id} {stamp.framework_version}",
            sha=framework,
        ),
        tr(
            "报告 {name}（{reader}），sha256 {sha}",
            name=stamp.report_name,
            reader=stamp.report_reader,
            sha=stamp.report_sha256[:12],
        ),
    ]
    if stamp.decisions:
        used = stamp.decisions
        parts.append(tr("复核意见 {name}，sha256 {sha}", name=used.name, sha=used.sha256[:12]))
    told = tr("{words}。", words=listed((escaped(part) for part in parts), mark("；")))
    yield from ("---", "", told, "")


def _overview(cards: Sequence[Scorecard]) -> Iterator[str]:
    yield from (f"# {trn('{count} 份报告的评分', len(cards))}", "")
    rows = (
        (
            escaped(title(card.report, card.stamp.report_name)),
            points(card.total.points),
            escaped(card.total.grade),
            tr("{low}～{high}", low=points(card.total.low), high=points(card.total.high)),
        )
        for card in cards
    )
    yield from table((tr("报告"), tr("总分"), tr("等次"), tr("区间")), rows, right=(1,))

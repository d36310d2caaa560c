"""What ``scorer check`` prints: the verdict, what failed by how much, and what would win the points back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorer.i18n import listed, mark, tr, trn
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.digest import Digest, decided_by_person, decision_words, grounds, loss
from scorer.rendering.labels import LEVEL, state
from scorer.rendering.numbers import digits, points
from scorer.rendering.wrap import hanging
from scorer.rules.model import Status
from scorer.scoring.change import Changes, changes
from scorer.scoring.gate import Failing, Gate, idle
from scorer.scoring.model import ReportCard, Scorecard

__all__ = ["as_text"]

_QUOTE = 60


def as_text(
    card: Scorecard,
    missed: Sequence[Failing],
    gate: Gate,
    width: int,
    unicode: bool = True,
    baseline: Scorecard | None = None,
) -> str:
    """The verdict on one report, in lines of at most ``width`` cells; ``unicode`` allows signs such as ✘.

    What got better than in ``baseline`` is a notice, and so is what cannot be compared with it.
    """
    lines = [
        line for entry in _entries(card, missed, gate, unicode, baseline) for line in _fold(entry, width)
    ]
    return "\n".join(lines) + "\n"


def _fold(entry: str, width: int) -> list[str]:
    body = entry.lstrip(" ")
    return hanging(body, width, len(entry) - len(body))


def _entries(
    card: Scorecard, missed: Sequence[Failing], gate: Gate, unicode: bool, baseline: Scorecard | None
) -> Iterator[str]:
    verdict = tr("未通过") if missed else tr("通过")
    yield f"{verdict}  {_total(card, gate)}"
    failed = state("base", Status.UNMET)
    for failing in missed:
        sign = failed.sign if unicode else failed.ascii
        told = tr("{name}：{message}", name=failing.gate, message=visible(failing.message))
        yield f"  {sign} {told}"
    absent = idle(card, gate)
    if absent:
        yield "  · " + tr("{items}：本报告不适用，未作要求", items=listed(map(visible, absent)))
    if baseline is not None:
        yield from _other(baseline, card)
        yield from _since(changes(baseline, card), baseline, card)
    yield from _arithmetic(card)
    digest = Digest(card)
    for item in digest.decided:
        name = f"{visible(item.id)} {visible(item.title)}"
        yield f"  {tr('复核：{item}：{words}', item=name, words=decision_words(item))}"
    lost = digest.lost if missed else ()
    if lost:
        yield f"  {trn('失分 {count} 项，由多到少：', len(lost))}"
    for item in lost:
        why = grounds(item) if decided_by_person(item) else visible(item.advice or item.reason)
        yield f"    {visible(item.id)} {visible(item.title)}  -{points(loss(item))}  {why}"


def _total(card: Scorecard, gate: Gate) -> str:
    words = {
        "name": visible(card.stamp.report_name),
        "points": points(card.total.points),
        "grade": visible(card.total.grade),
    }
    if gate.min_score is None:
        return tr("{name}：{points} 分（{grade}）", **words)
    return tr("{name}：{points} 分（{grade}），要求 {least} 分", least=digits(gate.min_score), **words)


def _other(baseline: Scorecard, card: Scorecard) -> Iterator[str]:
    """A baseline of another place, year or level: a renamed draft has none of these, a wrong file has."""
    before, after = baseline.report, card.report
    if (before.place, before.year, before.level) != (after.place, after.year, after.level):
        whose, now = _whose(before), _whose(after)
        yield "  · " + tr(
            "基线是{before}的评分卡，本报告是{after}，请核对是否为同一份报告", before=whose, after=now
        )


def _whose(report: ReportCard) -> str:
    """Place, year and level in few words, so that two reports can be told apart."""
    level = LEVEL[report.level] if report.level else tr("层级不明")
    year = tr("{year}年", year=report.year) if report.year is not None else tr("年份不明")
    place = visible(report.place) if report.place else tr("地名不明")
    return tr("{place} {year}（{level}）", place=place, year=year, level=level)


def _since(found: Changes, baseline: Scorecard, card: Scorecard) -> Iterator[str]:
    """Notices about the baseline: improvements, and what the two scorecards do not share."""
    for change in found.better:
        before = state(change.before.kind, change.before.status).word
        after = state(change.after.kind, change.after.status).word
        name = f"{visible(change.after.id)} {visible(change.after.title)}"
        told = tr("进步：{item}，原为{before}，现为{after}", item=name, before=before, after=after)
        yield f"  + {told}"
    for items, message in (
        ([change.after for change in found.applies], mark("{items}：两次的适用情况不同，不作比较")),
        (found.new, mark("{items}：基线里没有")),
        (found.gone, mark("{items}：只在基线里有")),
    ):
        if items:
            yield f"  · {tr(message, items=listed(visible(item.id) for item in items))}"
    if baseline.stamp.framework_sha256 != card.stamp.framework_sha256:
        told = tr(
            "基线由指标体系 {before} 版评出，现为 {after} 版，内容有不同",
            before=visible(baseline.stamp.framework_version),
            after=visible(card.stamp.framework_version),
        )
        yield f"  · {told}"


def _arithmetic(card: Scorecard) -> Iterator[str]:
    for row in card.audit:
        if row.holds is False and row.severity == "warning":
            quote = excerpt(row.quote, _QUOTE)[0]
            told = tr(
                "数字对不上：{message}（“{quote}”，第{line}行第{column}列）",
                message=visible(row.message),
                quote=quote,
                line=row.line,
                column=row.column,
            )
            yield f"  ! {told}"

"""What ``scorer review`` shows: what to look at first, a template of decisions, and agreement of two people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.framework.characters import unseen
from scorer.framework.model import ItemKind
from scorer.i18n import listed, tr, trn
from scorer.rendering import labels
from scorer.rendering.clean import visible
from scorer.rendering.digest import Digest, decision_words, nearest, title
from scorer.rendering.numbers import digits, points
from scorer.rendering.wrap import hanging
from scorer.review.attention import Candidate
from scorer.review.between import Between
from scorer.review.entries import DecisionFile
from scorer.review.identity import identity
from scorer.rules.model import Status
from scorer.scoring.model import ItemRow, Scorecard

__all__ = ["as_text", "between_text", "template"]

_QUOTE = 120
_NOTHING = '""'


def as_text(card: Scorecard, found: Sequence[Candidate], width: int, unicode: bool = True) -> str:
    """The list in lines of at most ``width`` cells, the most urgent item first."""
    return _folded(_list(card, found, unicode), width)


def _list(card: Scorecard, found: Sequence[Candidate], unicode: bool) -> Iterator[str]:
    digest = Digest(card)
    name = title(card.report, card.stamp.report_name)
    yield trn("{name}：先看这 {count} 项（不确定程度 × 分值，由高到低）", len(found), name=name)
    for rank, candidate in enumerate(found, start=1):
        item = candidate.item
        yield ""
        yield _head(rank, candidate, unicode)
        yield tr("     理由：{reason}", reason=item.reason)
        near = nearest(digest, item, _QUOTE)
        if near is None:
            yield tr("     原文：{words}", words=tr(labels.NOTHING_NEAR))
        elif near.accepted:
            yield tr("     依据：“{words}”（{place}）", words=near.words, place=near.place)
        else:
            told = {"why": near.why, "words": near.words, "place": near.place}
            yield tr("     不计（{why}）：“{words}”（{place}）", **told)
        if item.decision:
            yield tr("     复核：{words}", words=decision_words(item))


def _head(rank: int, candidate: Candidate, unicode: bool) -> str:
    """Which item it is, its state, how sure that is, and how many points hang on it."""
    item = candidate.item
    state = labels.state(item.kind, item.status)
    known = {
        "rank": f"{rank:3d}",
        "item": f"{item.id} {item.title}",
        "state": f"{state.sign if unicode else state.ascii} {state.word}",
        "confidence": labels.CONFIDENCE[item.confidence],
        "points": points(candidate.stake),
    }
    if item.review:
        return tr("{rank}. {item}  {state}，把握{confidence}，需复核，最多变动 {points} 分", **known)
    return tr("{rank}. {item}  {state}，把握{confidence}，最多变动 {points} 分", **known)


def template(card: Scorecard, found: Sequence[Candidate]) -> str:
    """A file of decisions to fill in: every entry is commented out until a person has decided.

    A deduction has no status to begin with: its `met` takes points off, which nobody should sign by mistake.
    """
    whose = identity(card.report, card.stamp.report_sha256)
    lines = [
        tr("# 复核意见：去掉一条前面的“# ”，写上结论、理由、姓名和日期即生效；不改的条目留着注释即可。"),
        f"report: {_quoted(card.stamp.report_name)}",
        f"about: {_quoted(whose)}",
        f"framework: {_quoted(card.stamp.framework_id)}",
        "decisions:",
    ]
    for candidate in found:
        lines += _blank(candidate.item)
    return "\n".join(lines) + "\n"


def _blank(item: ItemRow) -> Iterator[str]:
    """The entry of one item, commented out: what the program says, what can be said, what is to be filled in."""
    verdict = tr(
        "{item}：程序判为“{state}”，{reason}",
        item=f"{visible(item.id)} {visible(item.title)}",
        state=labels.state(item.kind, item.status).word,
        reason=visible(item.reason),
    )
    statuses = (
        tr("{status}（{word}）", status=status.value, word=labels.state(item.kind, status).word)
        for status in Status
    )
    choices = tr("结论可为 {statuses}", statuses=" ".join(statuses))
    deduction = item.kind == ItemKind.DEDUCTION.value
    yield ""
    yield f"  # {verdict}"
    yield f"  # {choices}"
    yield f"  # - item: {_quoted(item.id)}"
    yield f"  #   status: {_NOTHING if deduction else item.status.value}"
    yield f"  #   reason: {_NOTHING}"
    yield f"  #   by: {_NOTHING}"
    yield f"  #   date: {_NOTHING}"
    yield f'  #   evidence: "{item.evidence_hash}"'


def _quoted(words: str) -> str:
    """A YAML string in double quotes with the very spaces of these words; a file of decisions refuses what is unseen."""
    seen = "".join(c if not unseen(c, "") else " " if c.isspace() else "" for c in words)
    spelled = (c if c == " " or c.isprintable() else f"\\u{ord(c):04x}" for c in seen)
    return '"' + "".join(f"\\{c}" if c in '"\\' else c for c in spelled) + '"'


def between_text(first: DecisionFile, second: DecisionFile, found: Between, width: int) -> str:
    """Agreement of two reviewers, then every item on which they differ, with both reasons."""
    return _folded(_between(first, second, found), width)


def _between(first: DecisionFile, second: DecisionFile, found: Between) -> Iterator[str]:
    measured = found.agreement
    yield tr("{first} 与 {second}", first=first.name, second=second.name)
    if not measured.exact.of:
        yield tr("没有两人都复核过的指标，无法计算一致程度。")
    else:
        yield trn(
            "两人都复核的指标 {count} 项，结论相同 {same} 项", measured.exact.of, same=measured.exact.hits
        )
        if measured.exact.of == 1:
            yield tr("只有一项，不足以计算一致程度的区间。")
    if measured.exact.of > 1:
        yield tr(
            "加权 κ（二次）{quadratic}，95% 区间 [{low}, {high}]；线性 {linear}",
            quadratic=_number(measured.kappa.quadratic),
            low=_number(measured.kappa.low),
            high=_number(measured.kappa.high),
            linear=_number(measured.kappa.linear),
        )
    for one, other in found.differing:
        yield ""
        yield tr("{item}（{report}）", item=one.item, report=one.report)
        for entry in (one, other):
            verdict = labels.state("base", entry.status).word
            yield tr("  {by}：{verdict}，{reason}", by=entry.by, verdict=verdict, reason=entry.reason)
    for file, entries in ((first, found.only_first), (second, found.only_second)):
        if entries:
            yield ""
            yield tr(
                "只有 {file} 复核：{items}", file=file.name, items=listed(entry.item for entry in entries)
            )


def _number(value: Decimal | None) -> str:
    return tr("无") if value is None else digits(value.quantize(Decimal("0.001")))


def _folded(lines: Iterator[str], width: int) -> str:
    folded: list[str] = []
    for line in lines:
        body = line.lstrip(" ")
        folded += hanging(visible(body), width, len(line) - len(body)) if body else [""]
    return "\n".join(line.rstrip() for line in folded) + "\n"

"""What ``scorer review`` shows: what to look at first, a template of decisions, and agreement of two people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.framework.characters import unseen
from scorer.framework.model import ItemKind
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
from scorer.scoring.model import Scorecard

__all__ = ["as_text", "between_text", "template"]

_QUOTE = 120
_NOTHING = '""'


def as_text(card: Scorecard, found: Sequence[Candidate], width: int, unicode: bool = True) -> str:
    """The list in lines of at most ``width`` cells, the most urgent item first."""
    return _folded(_list(card, found, unicode), width)


def _list(card: Scorecard, found: Sequence[Candidate], unicode: bool) -> Iterator[str]:
    digest = Digest(card)
    yield f"{title(card.report, card.stamp.report_name)}：先看这 {len(found)} 项（不确定程度 × 分值，由高到低）"
    for rank, candidate in enumerate(found, start=1):
        item = candidate.item
        mark = labels.state(item.kind, item.status)
        sign = mark.sign if unicode else mark.ascii
        review = f"，{labels.REVIEW}" if item.review else ""
        yield ""
        yield (
            f"{rank:3d}. {item.id} {item.title}  {sign} {mark.word}，把握{labels.CONFIDENCE[item.confidence]}{review}，"
            f"最多变动 {points(candidate.stake)} 分"
        )
        yield f"     理由：{item.reason}"
        near = nearest(digest, item, _QUOTE)
        if near is None:
            yield f"     原文：{labels.NOTHING_NEAR}"
        else:
            yield f"     {'依据' if near.accepted else f'不计（{near.why}）'}：“{near.words}”（{near.place}）"
        if item.decision:
            yield f"     复核：{decision_words(item)}"


def template(card: Scorecard, found: Sequence[Candidate]) -> str:
    """A file of decisions to fill in: every entry is commented out until a person has decided.

    A deduction has no status to begin with: its `met` takes points off, which nobody should sign by mistake.
    """
    whose = identity(card.report, card.stamp.report_sha256)
    lines = [
        "# 复核意见：去掉一条前面的“# ”，写上结论、理由、姓名和日期即生效；不改的条目留着注释即可。",
        f"report: {_quoted(card.stamp.report_name)}",
        f"about: {_quoted(whose)}",
        f"framework: {_quoted(card.stamp.framework_id)}",
        "decisions:",
    ]
    for candidate in found:
        item = candidate.item
        mark = labels.state(item.kind, item.status).word
        words = " ".join(f"{status.value}（{labels.state(item.kind, status).word}）" for status in Status)
        deduction = item.kind == ItemKind.DEDUCTION.value
        lines += [
            "",
            f"  # {visible(item.id)} {visible(item.title)}：程序判为“{mark}”，{visible(item.reason)}",
            f"  # 结论可为 {words}",
            f"  # - item: {_quoted(item.id)}",
            f"  #   status: {_NOTHING if deduction else item.status.value}",
            f"  #   reason: {_NOTHING}",
            f"  #   by: {_NOTHING}",
            f"  #   date: {_NOTHING}",
            f'  #   evidence: "{item.evidence_hash}"',
        ]
    return "\n".join(lines) + "\n"


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
    yield f"{first.name} 与 {second.name}"
    if not measured.exact.of:
        yield "没有两人都复核过的指标，无法计算一致程度。"
    else:
        yield f"两人都复核的指标 {measured.exact.of} 项，结论相同 {measured.exact.hits} 项"
        if measured.exact.of == 1:
            yield "只有一项，不足以计算一致程度的区间。"
    if measured.exact.of > 1:
        kappa = measured.kappa
        yield (
            f"加权 κ（二次）{_number(kappa.quadratic)}，95% 区间 [{_number(kappa.low)}, {_number(kappa.high)}]；"
            f"线性 {_number(kappa.linear)}"
        )
    for one, other in found.differing:
        yield ""
        yield f"{one.item}（{one.report}）"
        for entry in (one, other):
            yield f"  {entry.by}：{labels.state('base', entry.status).word}，{entry.reason}"
    for file, entries in ((first, found.only_first), (second, found.only_second)):
        if entries:
            yield ""
            yield f"只有 {file.name} 复核：{'、'.join(entry.item for entry in entries)}"


def _number(value: Decimal | None) -> str:
    return "无" if value is None else digits(value.quantize(Decimal("0.001")))


def _folded(lines: Iterator[str], width: int) -> str:
    folded: list[str] = []
    for line in lines:
        body = line.lstrip(" ")
        folded += hanging(visible(body), width, len(line) - len(body)) if body else [""]
    return "\n".join(line.rstrip() for line in folded) + "\n"

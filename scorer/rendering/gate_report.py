"""What ``scorer check`` prints: the verdict, what failed by how much, and what would win the points back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorer.rendering.clean import excerpt, visible
from scorer.rendering.digest import Digest, decision_words, loss
from scorer.rendering.labels import state
from scorer.rendering.numbers import digits, points
from scorer.rendering.wrap import hanging
from scorer.rules.model import Status
from scorer.scoring.gate import Failing, Gate
from scorer.scoring.model import Scorecard

__all__ = ["as_text"]

_QUOTE = 60


def as_text(card: Scorecard, missed: Sequence[Failing], gate: Gate, width: int, unicode: bool = True) -> str:
    """The verdict on one report, in lines of at most ``width`` cells; ``unicode`` allows signs such as ✘."""
    lines = [line for entry in _entries(card, missed, gate, unicode) for line in _fold(entry, width)]
    return "\n".join(lines) + "\n"


def _fold(entry: str, width: int) -> list[str]:
    body = entry.lstrip(" ")
    return hanging(body, width, len(entry) - len(body))


def _entries(card: Scorecard, missed: Sequence[Failing], gate: Gate, unicode: bool) -> Iterator[str]:
    verdict = "未通过" if missed else "通过"
    minimum = f"，要求 {digits(gate.min_score)} 分" if gate.min_score is not None else ""
    yield (
        f"{verdict}  {visible(card.stamp.report_name)}：{points(card.total.points)} 分"
        f"（{visible(card.total.grade)}）{minimum}"
    )
    failed = state("base", Status.UNMET)
    for failing in missed:
        yield f"  {failed.sign if unicode else failed.ascii} {failing.gate}：{visible(failing.message)}"
    yield from _arithmetic(card)
    digest = Digest(card)
    for item in digest.decided:
        yield f"  复核：{visible(item.id)} {visible(item.title)}：{decision_words(item)}"
    lost = digest.lost if missed else ()
    if lost:
        yield f"  失分 {len(lost)} 项，由多到少："
    for item in lost:
        why = visible(item.advice or item.reason)
        yield f"    {visible(item.id)} {visible(item.title)}  -{points(loss(item))}  {why}"


def _arithmetic(card: Scorecard) -> Iterator[str]:
    for row in card.audit:
        if row.holds is False and row.severity == "warning":
            quote = excerpt(row.quote, _QUOTE)[0]
            yield f"  ! 数字对不上：{visible(row.message)}（“{quote}”，第{row.line}行第{row.column}列）"

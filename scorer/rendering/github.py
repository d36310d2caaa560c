"""Workflow commands of GitHub Actions: annotations in the files of a pull request.

A step shows ten annotations of a kind and the rest are dropped, so there is one summary, one line with all warnings, and then the
nine worst findings with the sentence that comes nearest. Words of a report cannot forge a command: line ends, ``%``, ``:``
and ``,`` are encoded as the runner's documentation asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorer.i18n import tr, trn
from scorer.rendering.clean import visible
from scorer.rendering.interface import Failure, Options
from scorer.rendering.numbers import points
from scorer.rendering.paths import path_of
from scorer.rendering.remarks import Remark, has_lines, remarks, worst_first
from scorer.scoring.model import Scorecard

__all__ = ["render"]

_SHOWN = 9
_LIMIT = 1000
_COMMAND = {"error": "error", "warning": "warning", "note": "notice"}


def render(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()) -> str:
    """The commands, a line each: what could not be read first, then each report's summary and findings."""
    lines = [
        _command("error", f"{failure.name}: {failure.message}", title=tr("报告未能读取"))
        for failure in failures
    ]
    for card in cards:
        lines += _card(card)
    return "".join(line + "\n" for line in lines)


def _card(card: Scorecard) -> Iterator[str]:
    found = worst_first(remarks(card))
    total = card.total
    summary = trn(
        "{name}：总分 {points} / {most}（{grade}），区间 {low}～{high}，失分和对不上的 {count} 处",
        len(found),
        name=card.stamp.report_name,
        points=points(total.points),
        most=points(total.max_points),
        grade=total.grade,
        low=points(total.low),
        high=points(total.high),
    )
    if len(found) > _SHOWN:
        summary = tr("{summary}，下面是最要紧的 {shown} 处", summary=summary, shown=_SHOWN)
    yield _command("notice", summary, file=path_of(card), title="scorer")
    if card.warnings:
        notes = " ".join(note.message for note in card.warnings)
        words = tr("{name}：{message}", name=card.stamp.report_name, message=notes)
        yield _command("warning", words, file=path_of(card), title=tr("提示"))
    for remark in found[:_SHOWN]:
        yield _remark(card, remark)


def _remark(card: Scorecard, remark: Remark) -> str:
    spot = remark.spot
    place: dict[str, str] = {"file": path_of(card)}
    if has_lines(card):
        place |= {"line": str(spot.line), "endLine": str(spot.end_line)}
        if spot.line == spot.end_line:  # columns of two lines would contradict each other
            place |= {"col": str(spot.column), "endColumn": str(spot.end_column)}
    words = [remark.message]
    if spot.place:
        words.append(tr("位置：{place}。", place=spot.place))
    if remark.near:
        words.append(tr("{words}。", words=remark.near))
    if remark.advice:
        words.append(remark.advice)
    return _command(_COMMAND[remark.level], " ".join(words), **place, title=f"{remark.rule} {remark.title}")


def _command(name: str, message: str, **properties: str) -> str:
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(visible(message)[:_LIMIT])}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(visible(words)).replace(":", "%3A").replace(",", "%2C")

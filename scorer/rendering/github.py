"""Workflow commands of GitHub Actions: annotations in the files of a pull request.

A step shows ten annotations of a kind and the rest are dropped, however many reports it is about. So there is one
summary, one line with all warnings, and then nine more: what could not be read, what the gate asks, and the worst
findings of each report in turn, with the sentence that comes nearest. Words of a report cannot forge a command: line
ends, ``%``, ``:`` and ``,`` are encoded as the runner's documentation asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scorer.i18n import tr, trn
from scorer.rendering.clean import visible
from scorer.rendering.digest import Digest, decision_words
from scorer.rendering.interface import Failure, Options
from scorer.rendering.numbers import points
from scorer.rendering.paths import path_of
from scorer.rendering.remarks import Remark, has_lines, remarks, worst_first
from scorer.scoring.model import Scorecard

__all__ = ["render"]

_SHOWN = 9
_REPORTS = 20  # in the summary; the rest is counted
_LIMIT = 1000
_COMMAND = {"error": "error", "warning": "warning", "note": "notice"}


def render(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()) -> str:
    """The commands, a line each: the summary, the warnings, what failed, then the worst findings."""
    found = [worst_first(remarks(card)) for card in cards]
    wrong = _first(_wrong(cards, options, failures))
    left = max(0, _SHOWN - len(wrong))
    lines = [*_summary(cards, found, options, left), *_warnings(cards), *wrong]
    lines += [_remark(cards[at], remark) for at, remark in _shared_out(found)[:left]]
    return "".join(line + "\n" for line in lines)


def _summary(
    cards: Sequence[Scorecard], found: Sequence[Sequence[Remark]], options: Options, left: int
) -> Iterator[str]:
    if not cards:
        return
    told = [
        _total(card, len(lost), _missed(options, at))
        for at, (card, lost) in enumerate(zip(cards, found, strict=True))
    ]
    if len(told) > _REPORTS:
        told[_REPORTS:] = [trn("另有 {count} 份报告", len(told) - _REPORTS)]
    if sum(map(len, found)) > left:
        told[-1] += trn("，下面是最要紧的 {count} 处", left)
    place = {"file": path_of(cards[0])} if len(cards) == 1 else {}
    yield _command("notice", *told, **place, title="scorer")


def _total(card: Scorecard, lost: int, missed: int | None) -> str:
    total = card.total
    words = trn(
        "{name}：总分 {points} / {most}（{grade}），区间 {low}～{high}，失分和对不上的 {count} 处",
        lost,
        name=card.stamp.report_name,
        points=points(total.points),
        most=points(total.max_points),
        grade=total.grade,
        low=points(total.low),
        high=points(total.high),
    )
    if missed is not None:
        gate = trn("未通过门槛 {count} 项", missed) if missed else tr("通过门槛")
        words = tr("{words}，{gate}", words=words, gate=gate)
    said = [f"{item.id} {decision_words(item)}" for item in Digest(card).decided]
    return tr("{words}；复核：{decisions}", words=words, decisions=tr("；").join(said)) if said else words


def _missed(options: Options, at: int) -> int | None:
    return None if options.missed is None else len(options.missed[at])


def _warnings(cards: Sequence[Scorecard]) -> Iterator[str]:
    told = [
        tr(
            "{name}：{message}",
            name=card.stamp.report_name,
            message=" ".join(note.message for note in card.warnings),
        )
        for card in cards
        if card.warnings
    ]
    if told:
        place = {"file": path_of(cards[0])} if len(cards) == 1 else {}
        yield _command("warning", *told[:_REPORTS], **place, title=tr("提示"))


def _wrong(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure]) -> Iterator[str]:
    for failure in failures:
        yield _command("error", f"{failure.name}: {failure.message}", title=tr("报告未能读取"))
    for card, missed in zip(cards, options.missed or (), strict=False):
        for failing in missed:
            place = {"file": path_of(card)}
            yield _command("error", failing.message, **place, title=f"scorer check {failing.gate}")


def _first(lines: Iterable[str]) -> list[str]:
    """At most as many as are shown; the last of them counts the others."""
    every = list(lines)
    if len(every) <= _SHOWN:
        return every
    rest = trn("另有 {count} 处未列出，见日志", len(every) - _SHOWN + 1)
    return [*every[: _SHOWN - 1], _command("error", rest, title="scorer")]


def _shared_out(found: Sequence[Sequence[Remark]]) -> list[tuple[int, Remark]]:
    """The worst of each report, then the second of each, and so on; among equals the worse one first."""
    ranked = [(rank, at, remark) for at, listed in enumerate(found) for rank, remark in enumerate(listed)]
    worst = {id(remark): place for place, remark in enumerate(worst_first(tuple(one[2] for one in ranked)))}
    return [(at, remark) for _, at, remark in sorted(ranked, key=lambda one: (one[0], worst[id(one[2])]))]


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


def _command(name: str, *message: str, **properties: str) -> str:
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    words = "\n".join(visible(line)[:_LIMIT] for line in message)
    return f"::{name} {listed}::{_data(words)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(visible(words)).replace(":", "%3A").replace(",", "%2C")

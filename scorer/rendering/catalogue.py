"""Frameworks for people: what is built in, what one holds, whether its examples earn what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorer.framework import FrameworkInfo
from scorer.framework.model import Framework, Item
from scorer.i18n import listed, mark, tr
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.labels import KIND, state
from scorer.rendering.numbers import digits
from scorer.rendering.wrap import cells, pad, wrap
from scorer.rules.examples import Exercise, untried

__all__ = ["contents", "exercises", "listing", "summary"]

_TEXT = 80


def listing(frameworks: Sequence[FrameworkInfo]) -> str:
    """One line for each framework: id, version, title."""
    widest = max((cells(info.id) for info in frameworks), default=0)
    return "".join(
        f"{pad(visible(info.id), widest)}  {visible(info.version)}  {visible(info.title)}\n"
        for info in frameworks
    )


def summary(framework: Framework) -> str:
    """What a valid framework holds, in one line."""
    phrases = {phrase for item in framework.items for phrase in item.topic.phrases}
    metrics = sum(len(item.metrics) for item in framework.items)
    examples = sum(len(texts) for item in framework.items for texts in item.examples.values())
    return (
        f"{_name(framework)}: valid; {len(framework.dimensions)} dimensions, "
        f"{len(framework.items)} items, {len(phrases)} phrases, {metrics} metrics, {examples} examples\n"
    )


def contents(framework: Framework, width: int) -> str:
    """Title, notes, and every item with its points and kind."""
    lines = [f"{_name(framework)}  {visible(framework.title)}", ""]
    for note in map(visible, framework.notes):
        lines += [
            ("  " if number else "- ") + note[a:b] for number, (a, b) in enumerate(wrap(note, width - 2))
        ]
    for dimension in framework.dimensions:
        name = f"{visible(dimension.id)} {visible(dimension.title)}"
        lines += ["", f"{name}  {tr('{points}分', points=digits(dimension.points))}"]
        lines += [_item_line(item) for item in dimension.items]
    return "\n".join(lines) + "\n"


def _item_line(item: Item) -> str:
    known = [tr("{points}分", points=digits(item.points)), KIND[item.kind.value]]
    if item.applies_to:
        known.append(tr("适用 {levels}", levels="/".join(level.value for level in item.applies_to)))
    return f"  {pad(visible(item.id), 6)} {visible(item.title)}  {listed(known, mark('，'))}"


def _name(framework: Framework) -> str:
    return visible(f"{framework.id} {framework.version}")


def exercises(tried: Sequence[Exercise], framework: Framework, show_untried: bool) -> str:
    """Each example that failed, then the count; with ``show_untried`` the conditions no example makes true."""
    lines = [line for exercise in tried if not exercise.passed for line in _miss(exercise)]
    without = [item.id for item in framework.items if not item.examples]
    if show_untried:
        lines += [
            visible(tr("{item}：没有例句使它成立：{label}", item=f"{item.id} {item.title}", label=label))
            for item, label in untried(list(tried))
        ]
        lines += [visible(tr("{item}：没有例句", item=item_id)) for item_id in without]
    passed = sum(1 for exercise in tried if exercise.passed)
    lines.append(f"{passed} passed, {len(tried) - passed} failed")
    return "\n".join(lines) + "\n"


def _miss(exercise: Exercise) -> Iterator[str]:
    item, finding = exercise.item, exercise.finding
    expected = state(item.kind.value, exercise.expected)
    found = state(item.kind.value, finding.status)
    mark = item.mark
    place = f"{mark.file}:{mark.line}:{mark.column}: " if mark else ""
    name = f"{place}{item.id} {item.title}"
    words = {"expected": expected.word, "found": found.word}
    yield visible(tr("{item}：应为“{expected}”，得“{found}”", item=name, **words))
    yield f"    {tr('例句：{text}', text=excerpt(exercise.text, _TEXT)[0])}"
    yield f"    {tr('理由：{reason}', reason=visible(finding.reason))}"

"""The examples that a framework carries for its items, tried as tests: does each text earn what it says?

An example whose first line is a title is read as a whole report, with its year, its signature and its date;
any other is read as a few sentences that stand for themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorer.framework.model import Framework, Item
from scorer.rules.context import Context
from scorer.rules.judge import judge_item
from scorer.rules.model import Finding, Status, Step
from scorer.rules.vocabulary import build_lexicon
from scorer.structure import parse_fragment, parse_report
from scorer.structure.model import Level, Report
from scorer.text import Text

__all__ = ["Exercise", "try_examples", "untried"]


@dataclass(frozen=True)
class Exercise:
    """One example: what the framework expects of the text, and what came out."""

    item: Item
    expected: Status
    text: str
    finding: Finding

    @property
    def passed(self) -> bool:
        """Whether the example earned what it says."""
        return self.finding.status is self.expected


def try_examples(framework: Framework) -> Iterator[Exercise]:
    """Try every example of every item, each as a fragment of a report of a level the item applies to."""
    for item in framework.items:
        lexicon = build_lexicon((item,))  # an item needs no words but its own, and few are found faster
        level = item.applies_to[-1] if item.applies_to else Level.CITY
        for expected, texts in item.examples.items():
            for text in texts:
                report = _read(Text(text, f"{item.id} {expected}"), level)
                finding = judge_item(Context(report, lexicon), item, level)
                yield Exercise(item, Status(expected), text, finding)


def _read(text: Text, level: Level) -> Report:
    if "\n" in text.content.strip():
        report = parse_report(text, level=level)
        title = report.metadata.spans.get("title")
        if title is not None and not text.content[: title.start].strip():
            return report
    return parse_fragment(text, level=level)


def untried(trials: list[Exercise]) -> Iterator[tuple[Item, str]]:
    """The conditions of rules that no example of their item makes true, with their label."""
    by_item: dict[str, list[Exercise]] = {}
    for trial in trials:
        by_item.setdefault(trial.item.id, []).append(trial)
    for mine in by_item.values():
        held: dict[tuple[str, ...], bool] = {}
        for trial in mine:
            for name, step in trial.finding.trace:
                for path, outcome in _leaves(step, (name,)):
                    held[path] = held.get(path, False) or outcome
        yield from ((mine[0].item, " › ".join(path)) for path, outcome in held.items() if not outcome)


def _leaves(step: Step, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bool]]:
    if not step.children:
        yield (*path, step.label), step.holds is True
    for child in step.children:
        yield from _leaves(child, path)

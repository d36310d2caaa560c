"""Words of a framework, which anybody may have written, reach no terminal with what would steer it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

from scorer import Engine, Scorecard, read_file
from scorer.framework.model import Dimension, Framework, Item, Topic
from scorer.rendering import catalogue, gate_report
from scorer.rendering import explain as explanation
from scorer.rules.model import Status
from scorer.scoring.gate import Failing, Gate
from tests.cli.conftest import SEEDS

ITEM = "5.2.2"
BELL = "\x1b]0;owned\x07\u202e"


def hostile_item(item: Item) -> Item:
    return replace(
        item,
        title=f"{BELL}{item.title}",
        group=f"{BELL}{item.group}",
        criterion_met=f"甲\n{BELL}",
        criterion_partial=f"乙{BELL}",
        topic=Topic((*item.topic.phrases, f"词{BELL}"), item.topic.near, (f"屏{BELL}",)),
        metrics=tuple(replace(metric, origin=f"源{BELL}") for metric in item.metrics),
        examples={},
    )


def hostile_dimension(dimension: Dimension) -> Dimension:
    items = tuple(hostile_item(item) for item in dimension.items)
    return replace(dimension, title=f"{BELL}{dimension.title}", items=items)


@cache
def hostile() -> tuple[Framework, Scorecard]:
    framework = Engine().framework
    card = Engine(framework).score(read_file(SEEDS / "daye-2021.txt"))
    return replace(
        framework,
        title=f"题{BELL}",
        version=f"1{BELL}",
        notes=(f"注{BELL}",),
        dimensions=tuple(hostile_dimension(dimension) for dimension in framework.dimensions),
    ), replace(
        card,
        total=replace(card.total, grade=f"优{BELL}"),
        items=tuple(
            replace(row, title=f"{BELL}{row.title}", advice=f"补{BELL}", reason=f"因{BELL}")
            for row in card.items
        ),
        dimensions=tuple(replace(row, title=f"{BELL}{row.title}") for row in card.dimensions),
    )


def harmless(shown: str) -> bool:
    return all(sign.isprintable() or sign == "\n" for sign in shown) and "]0;owned" in shown


def test_catalogue() -> None:
    framework, _ = hostile()
    assert harmless(catalogue.contents(framework, 100))
    assert harmless(catalogue.summary(framework))
    tried = next(one for one in Engine("example").try_examples() if one.expected is Status.MET)
    failed = [replace(tried, expected=Status.UNMET, item=hostile_item(tried.item))]
    assert harmless(catalogue.exercises(failed, framework, show_untried=True))


def test_explanation() -> None:
    framework, card = hostile()
    item = framework.item(ITEM)
    row = next(row for row in card.items if row.id == ITEM)
    assert harmless(explanation.explain_item(framework, item, row.trace, 100))
    assert harmless(explanation.explain_result(framework, item, card, 100))


def test_gate_report() -> None:
    _, card = hostile()
    missed = (Failing("min-dimension", f"5 {BELL}"),)
    assert harmless(gate_report.as_text(card, missed, Gate(min_score=Decimal(100)), 100))

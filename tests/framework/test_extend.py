"""``extends``: what a change does, and what cannot be changed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from scorer.errors import FrameworkError
from scorer.framework import load_framework
from scorer.framework.model import Detail, Framework
from scorer.structure.model import Level

FAMILY = Path(__file__).parent / "extending"


@pytest.fixture(scope="module")
def child() -> Framework:
    return load_framework(FAMILY / "child")


def _problems(name: str) -> list[str]:
    with pytest.raises(FrameworkError) as caught:
        load_framework(FAMILY / name)
    prefix = f"{FAMILY}/"
    return [
        f"{one.file.removeprefix(prefix)}:{one.line}:{one.column}: {one.message}"
        for one in caught.value.problems
    ]


def test_what_is_not_named_stays(child: Framework) -> None:
    assert (child.id, child.title, child.version) == ("child", "市级体系", "2.0.0")
    assert (child.base_points, child.bonus_cap) == (Decimal(100), Decimal(5))
    assert child.grades == load_framework(FAMILY / "base").grades
    assert child.item("1.1").title == "公示"


def test_a_scalar_replaces(child: Framework) -> None:
    assert child.partial_share == Decimal("0.4")
    assert child.item("1.1").points == 60
    assert child.item("2.1").applies_to == (Level.CITY,)
    assert [dimension.points for dimension in child.dimensions] == [70, 30]


def test_lists_gain_and_lose_entries(child: Framework) -> None:
    assert child.item("1.1").topic.phrases == ("公示", "告示")
    assert child.item("1.1").topic.masks == ("办公示范",)
    rule = child.item("1.3").met
    assert isinstance(rule, Detail)
    assert rule.words == ("办结", "挂牌")


def test_a_metric_is_changed_by_its_name(child: Framework) -> None:
    metric = child.item("1.1").metric("公示率")
    assert (str(metric.full), str(metric.partial)) == (">= 98", ">= 80")
    assert metric.names == ("公示率", "公示比例")


def test_items_are_disabled_and_added(child: Framework) -> None:
    assert [item.id for item in child.items] == ["1.1", "1.3", "2.1"]


def test_the_ancestor_is_left_as_it_was(child: Framework) -> None:
    base = load_framework(FAMILY / "base")
    assert [item.id for item in base.items] == ["1.1", "1.2", "2.1"]
    assert base.item("1.1").topic.phrases == ("公示", "公开")
    assert base.sha256 != child.sha256


def test_an_extension_can_be_extended(child: Framework) -> None:
    grandchild = load_framework(FAMILY / "grandchild")
    assert grandchild.item("1.3").title == "行政复议"
    assert grandchild.item("1.1").topic == child.item("1.1").topic


def test_values_keep_their_places(child: Framework) -> None:
    added = child.item("1.3").mark
    kept = child.item("1.1").mark
    assert added is not None
    assert kept is not None
    assert (added.file, added.line) == (f"{FAMILY}/child/framework.yaml", 14)
    assert (kept.file, kept.line) == (f"{FAMILY}/base/1.yaml", 5)


@pytest.mark.parametrize(
    "name, expected",
    [
        (
            "wrong",
            [
                "wrong/framework.yaml:5:1: dimensions of the base add up to 60, not to 100: 40 too few",
                "wrong/framework.yaml:6:11: there is no item '9.9' in the framework extended",
                "wrong/framework.yaml:8:3: there is no dimension '7' in the framework extended",
                "wrong/framework.yaml:11:32: '公告' is not in 'phrases', so it cannot be removed",
                "wrong/framework.yaml:11:43: '公示' is in 'phrases' already",
                "wrong/framework.yaml:12:15: there is no metric '公示数' to change",
                "wrong/framework.yaml:13:3: item '2.1' is disabled",
                "wrong/framework.yaml:14:3: there is no item '3.1' in the framework extended",
            ],
        ),
        (
            "wrong-sum",
            ["wrong-sum/framework.yaml:5:1: items of dimension '1' add up to 55, not to 60: 5 too few"],
        ),
        (
            "wrong-base",
            ["wrong-base/framework.yaml:5:1: dimensions of the base add up to 60, not to 100: 40 too few"],
        ),
        (
            "wrong-type",
            [
                "wrong-type/framework.yaml:7:28: 'phrases' must be a list, not a mapping",
                "wrong-type/framework.yaml:7:29: unknown key 'added'",
                "wrong-type/framework.yaml:7:52: 'points' must be a number, not text",
            ],
        ),
        (
            "wrong-after",
            [
                "base/1.yaml:13:14: the item has no topic, so this can never hold",
            ],
        ),
        ("circle-a", ["circle-b/framework.yaml:5:10: 'circle-a' extends itself in a circle"]),
        ("nowhere", ["nowhere/framework.yaml:5:10: there is no framework 'bass' to extend"]),
        ("outside", ["outside/framework.yaml:5:10: 'extends' cannot be '../broken/tab_indent'"]),
        ("chain-6", ["chain-1/framework.yaml:5:10: more than 5 frameworks extend one another"]),
    ],
)
def test_what_cannot_be_changed_is_said(name: str, expected: list[str]) -> None:
    assert _problems(name) == expected


def test_five_in_a_row_are_accepted() -> None:
    assert load_framework(FAMILY / "chain-5").item("1.1").points == 40

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from scorer.rendering import Failure, Options, render
from scorer.rendering.json import scorecard_schema

from .cards import CARD, REPORT, hostile_card

VALIDATOR = Draft202012Validator(scorecard_schema())


def test_the_schema_is_a_schema_and_closed_everywhere() -> None:
    schema = scorecard_schema()
    Draft202012Validator.check_schema(schema)
    for place in _objects(schema["$defs"]):
        assert place["additionalProperties"] is False
        # A path is there only where names do not tell reports apart, and then is as the call gave it.
        assert set(place["properties"]) - set(place["required"]) <= {"path"}
        assert set(place["required"]) <= set(place["properties"])


def _objects(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [found for part in node for found in _objects(part)]
    if not isinstance(node, dict):
        return []
    own = [node] if node.get("type") == "object" else []
    return own + [found for part in node.values() for found in _objects(part)]


@pytest.mark.parametrize("card", [CARD, hostile_card()], ids=["plain", "hostile"])
def test_a_scorecard_keeps_the_contract(card: Any) -> None:
    VALIDATOR.validate(json.loads(render(card, "json")))


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("items", 0, "status"), "absent"),
        (("items", 0, "evidence", 0, "line"), 0),
        (("items", 0, "points"), "1"),
        (("stamp", "report", "sha256"), "abc"),
        (("total", "grade"), None),
        (("schema",), "scorecard/2"),
        (("surprise",), 1),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(path: tuple[Any, ...], wrong: Any) -> None:
    document = json.loads(render(CARD, "json"))
    node = document
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = wrong
    assert list(VALIDATOR.iter_errors(document))


def test_every_quotation_is_the_slice_it_names() -> None:
    document = json.loads(render(CARD, "json"))
    quoted = [*document["audit"]]
    for item in document["items"]:
        quoted += [*item["evidence"], *item["rejected"], *item["values"]]
    assert len(quoted) > 20
    for place in quoted:
        assert REPORT.content[place["start"] : place["end"]] == place["quote"]


def test_keys_stand_in_the_order_of_the_contract() -> None:
    document = json.loads(render(CARD, "json"))
    assert list(document) == [
        "schema", "stamp", "report", "total", "counts", "dimensions", "items", "audit", "warnings",
    ]  # fmt: skip
    assert list(document["total"]) == [
        "points", "base", "bonus", "deduction", "max_points", "low", "high", "grade",
    ]  # fmt: skip


def test_numbers_are_rounded_once_and_carry_no_noise() -> None:
    card = replace(
        CARD,
        total=replace(CARD.total, points=Decimal("66.6650"), base=Decimal(200) / 3),
        dimensions=(replace(CARD.dimensions[0], rate=Decimal(2) / 3), *CARD.dimensions[1:]),
    )
    text = render(card, "json")
    assert '"points": 66.67,\n    "base": 66.67,\n    "bonus": 1,' in text
    assert '"max_points": 100,' in text
    assert '"rate": 0.6667,' in text
    assert '"similarity": 88.89,' in text


def test_a_value_of_the_report_is_not_rounded() -> None:
    value = replace(CARD.items[0].values[0], value=Decimal("99.9950"))
    card = replace(CARD, items=(replace(CARD.items[0], values=(value,)), *CARD.items[1:]))
    assert '"value": 99.995,' in render(card, "json")


def test_a_silent_report_has_null_and_not_nothing() -> None:
    report = replace(CARD.report, title=None, place=None, level=None, year=None, issuer=None, date=None)
    card = replace(CARD, report=report, stamp=replace(CARD.stamp, decisions=None))
    document = json.loads(render(card, "json"))
    VALIDATOR.validate(document)
    assert document["report"]["level"] is None
    assert document["stamp"]["decisions"] is None


def test_several_cards_come_in_a_list() -> None:
    other = replace(CARD, stamp=replace(CARD.stamp, report_name="other.txt"))
    document = json.loads(render((CARD, other), "json"))
    VALIDATOR.validate(document)
    assert document["schema"] == "scorecards/1"
    assert document["scorecards"] == [json.loads(render(card, "json")) for card in (CARD, other)]
    assert document["errors"] == []


def test_reports_of_one_name_are_told_apart_by_their_paths() -> None:
    cards = [
        replace(CARD, path=path)
        for path in ("a/qingchuan-2023.txt", "./b\\c/qingchuan-2023.txt", "/etc/x.txt")
    ]
    document = json.loads(render(cards, "json"))
    VALIDATOR.validate(document)
    assert [card["stamp"]["report"]["path"] for card in document["scorecards"]] == [
        "a/qingchuan-2023.txt",
        "b\\c/qingchuan-2023.txt",
        "qingchuan-2023.txt",  # nobody is told of this machine's folders
    ]


def test_a_report_that_could_not_be_read_stands_beside_the_others() -> None:
    document = json.loads(render(CARD, "json", failures=[Failure("a.txt", "文件是空的")]))
    VALIDATOR.validate(document)
    assert document["errors"] == [{"name": "a.txt", "message": "文件是空的"}]
    assert len(document["scorecards"]) == 1


def test_no_card_at_all_is_an_empty_list_and_not_a_score() -> None:
    document = json.loads(render((), "json"))
    VALIDATOR.validate(document)
    assert document["scorecards"] == []


def test_detail_and_colour_change_nothing() -> None:
    assert render(CARD, "json", Options("summary", color=True)) == render(CARD, "json", Options("full"))
    assert render(CARD, "json").endswith("}\n")

"""Scorecards read back from JSON: the same scorecard, or an error that names file and cause."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from typing import Any

import pytest

from scorer.errors import InputError
from scorer.rendering import render
from scorer.rendering.saved import is_scorecard, load_scorecards, parse_scorecards
from tests.rendering.cards import CARD, hostile_card


def written(*cards: Any) -> bytes:
    content = render(cards, "json")
    assert isinstance(content, str)
    return content.encode("utf-8")


@pytest.mark.parametrize("card", [CARD, hostile_card()], ids=["plain", "hostile"])
def test_what_was_written_is_read_back(card: Any) -> None:
    data = written(card)
    (back,) = parse_scorecards(data, "card.json")
    # What was written is all there; where it stood in its container is told in words that no offset keeps.
    assert without_places(json.loads(written(back))) == without_places(json.loads(data))
    assert back.items[0].evidence == card.items[0].evidence
    assert back.total == card.total


def without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_places(child) for key, child in value.items() if key != "place"}
    return [without_places(child) for child in value] if isinstance(value, list) else value


def test_several_are_read_in_their_order() -> None:
    other = replace(CARD, stamp=replace(CARD.stamp, report_name="other.txt"))
    names = [card.stamp.report_name for card in parse_scorecards(written(CARD, other), "c.json")]
    assert names == [CARD.stamp.report_name, "other.txt"]


def test_keys_of_a_later_version_are_ignored() -> None:
    data = json.loads(written(CARD))
    data["later"] = data["items"][0]["later"] = {"x": 1}
    (back,) = parse_scorecards(json.dumps(data).encode(), "c.json")
    assert back.total == parse_scorecards(written(CARD), "c.json")[0].total


def test_what_an_earlier_version_wrote_is_read() -> None:
    data = json.loads(written(CARD))
    for item in data["items"]:
        del item["evidence_hash"], item["evidence_left_out"]
        for row in (*item["evidence"], *item["rejected"], *item["values"]):
            del row["place"]
        for value in item["values"]:
            del value["period"], value["worked_out"]
    for row in data["audit"]:
        del row["place"]
    (back,) = parse_scorecards(json.dumps(data).encode(), "c.json")
    values = [value for item in back.items for value in item.values]
    assert values
    assert {(value.period.value, value.worked_out) for value in values} == {("year", "")}
    assert back.total == CARD.total


def damaged(change: Any) -> bytes:
    data = json.loads(written(CARD))
    change(data)
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is no JSON"),
        (b"{", "is no JSON"),
        (b"\xff\xfe", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b"[]", "is no scorecard"),
        (b'{"schema": "evaluation/1"}', "is no scorecard ('evaluation/1'"),
        (damaged(lambda d: d.pop("items")), "damaged scorecard: at the whole: 'items' is a required"),
        (damaged(lambda d: d["items"][0].update(status="good")), "at items/0/status: 'good' is not one of"),
        (damaged(lambda d: d["total"].update(points="70")), "at total/points"),
        (damaged(lambda d: d["items"][0].update(evidence=[{}])), "at items/0/evidence/0"),
    ],
)
def test_anything_else_is_an_error_that_names_file_and_cause(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_scorecards(data, "c.json")
    assert str(caught.value).startswith("c.json: ")
    assert said in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Any) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_scorecards(tmp_path / "none.json")


def test_a_scorecard_is_told_from_a_report() -> None:
    assert is_scorecard(written(CARD))
    assert is_scorecard(b"\xef\xbb\xbf" + written(CARD, CARD))
    assert not is_scorecard("某市人民政府关于2021年度法治政府建设情况的报告".encode())
    assert not is_scorecard(b'{"schema": "evaluation/1"}')


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e9999999", "1e-9999999", "9" * 31, "1." + "9" * 31]
)
def test_numbers_that_no_scorecard_has_are_refused(number: str) -> None:
    data = json.loads(written(CARD))
    data["total"]["points"] = 0.125
    text = json.dumps(data)
    assert text.count("0.125") == 1
    with pytest.raises(InputError, match="no number of a scorecard: "):
        parse_scorecards(text.replace("0.125", number).encode(), "c.json")
    assert parse_scorecards(text.replace("0.125", "1e2").encode(), "c.json")[0].total.points == 100


def test_scorecards_come_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(written(CARD))))
    assert load_scorecards("-") == parse_scorecards(written(CARD), "-")

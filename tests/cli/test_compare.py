"""``scorer compare``: reports and scorecards mixed, what cannot be compared, and what goes where."""

from __future__ import annotations

import io
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from scorer.rendering.compare_json import compare_schema
from scorer.rendering.numbers import digits
from tests.cli.conftest import SEEDS, Call

REPORTS = Path(__file__).parent.parent / "compare" / "reports"
OLD, NEW = REPORTS / "songpi-2020.txt", REPORTS / "songpi-2021.txt"
PLACES = [SEEDS / f"{name}-2021.txt" for name in ("daye", "pingqiao", "wuzhong")]
VALIDATOR = Draft202012Validator(compare_schema())


def compared(call: Call, *arguments: object) -> Any:
    called = call("compare", "--format", "json", *arguments)
    found = json.loads(called.out)
    VALIDATOR.validate(found)
    return found


@pytest.fixture
def cards(call: Call, tmp_path: Path) -> Path:
    """Both years as one JSON file of scorecards."""
    path = tmp_path / "cards.json"
    assert call("score", OLD, NEW, "--format", "json", "-o", path).code == 0
    return path


def test_years_of_one_place(call: Call) -> None:
    called = call("compare", NEW, OLD)
    assert (called.code, called.err) == (0, "")
    for words in (
        "松陂县逐年比较",
        "2020年 → 2021年",
        "计划兑现",
        "反复出现的问题",
        "增长复算",
        "与上年雷同",
    ):
        assert words in called.out


def test_places_of_one_year(call: Call) -> None:
    found = compared(call, *PLACES)
    assert [one["label"] for one in found["subjects"]] == ["大冶市", "信阳市平桥区", "吴忠市"]
    assert [one["level"] for one in found["places"]["levels"]] == ["city", "county"]


@pytest.mark.parametrize(("language", "dash"), [("zh", "～"), ("en", "–")])
def test_no_interval_is_cut_where_a_title_can_give_way(
    call: Call, monkeypatch: pytest.MonkeyPatch, language: str, dash: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    reports = [SEEDS / f"{name}.txt" for name in ("daye-2021", "suizhou-2019", "zaoyang-2020")]
    called = call("--lang", language, "compare", *reports)
    table = called.out.split("──\n")[1]
    scored = json.loads(
        call("score", *reports, "--format", "json").out, parse_float=Decimal, parse_int=Decimal
    )
    for card in scored["scorecards"]:
        total = card["total"]
        assert f" {digits(total['low'])}{dash}{digits(total['high'])} " in table


def test_by_overrules(call: Call) -> None:
    assert compared(call, OLD, NEW, "--by", "places")["places"] is not None
    assert "[places_differ]" in call("compare", *PLACES[:2], "--by", "years").err


def test_scorecards_and_reports_mix(call: Call, cards: Path) -> None:
    both = compared(call, cards)
    assert [one["source"] for one in both["subjects"]] == ["scorecard", "scorecard"]
    assert both["pairs"][0]["plans"] is None
    scored = compared(call, OLD, NEW)
    assert both["pairs"][0]["items"] == scored["pairs"][0]["items"]
    three = compared(call, cards, NEW)
    assert [one["source"] for one in three["subjects"]] == ["scorecard", "scorecard", "report"]


def test_a_framework_is_loaded_for_reports_alone(call: Call, cards: Path) -> None:
    assert call("compare", cards, "-f", "no-such-framework").code == 0
    assert call("compare", cards, NEW, "-f", "no-such-framework").code == 2


def test_two_frameworks_are_asked_wrongly(call: Call, cards: Path) -> None:
    called = call("compare", cards, NEW, "-f", "example")
    assert (called.code, called.out) == (2, "")
    assert "one framework" in called.err


@pytest.mark.parametrize(
    "arguments", [(), (OLD,), (OLD, NEW, "--by", "months"), (OLD, NEW, "--format", "csv")]
)
def test_asked_wrongly_is_2(call: Call, arguments: tuple[object, ...]) -> None:
    called = call("compare", *arguments)
    assert (called.code, called.out) == (2, "")


def test_one_unreadable_is_3_and_the_others_are_compared(call: Call, tmp_path: Path) -> None:
    called = call("compare", OLD, tmp_path / "none.txt", NEW)
    assert called.code == 3
    assert "none.txt" in called.err
    assert "未能比较" in called.out
    assert "2020年 → 2021年" in called.out


def test_a_damaged_scorecard_is_3(call: Call, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"schema": "scorecard/1"}', encoding="utf-8")
    called = call("compare", OLD, NEW, broken)
    assert called.code == 3
    assert "damaged scorecard" in called.err
    assert "broken.json" in called.out


def test_fewer_than_two_left_is_3_and_prints_nothing(call: Call, tmp_path: Path) -> None:
    called = call("compare", OLD, tmp_path / "none.txt")
    assert (called.code, called.out) == (3, "")
    assert "fewer than two" in called.err


def test_the_order_of_files_survives_a_failure(call: Call, tmp_path: Path) -> None:
    found = compared(call, PLACES[2], tmp_path / "none.txt", PLACES[0])
    assert [one["label"] for one in found["subjects"]] == ["吴忠市", "大冶市"]


@pytest.mark.parametrize("format_name", ["terminal", "markdown", "html", "json", "xlsx"])
def test_output_goes_to_a_file_with_the_same_exit_code(call: Call, tmp_path: Path, format_name: str) -> None:
    target = tmp_path / "比较 结果.out"
    called = call("compare", OLD, NEW, "--format", format_name, "-o", target)
    assert (called.code, called.out) == (0, "")
    assert target.stat().st_size > 1000
    assert call("compare", OLD, tmp_path / "none", NEW, "--format", format_name, "-o", target).code == 3


def test_no_output_replaces_an_input(call: Call, cards: Path, tmp_path: Path) -> None:
    assert call("compare", cards, "-o", cards).code == 2
    copy = tmp_path / "old.txt"
    copy.write_bytes(OLD.read_bytes())
    assert call("compare", copy, NEW, "-o", copy).code == 2
    assert copy.read_bytes() == OLD.read_bytes()


def test_the_ending_of_the_output_chooses_the_format(call: Call, tmp_path: Path) -> None:
    beginnings = {"a.html": b"<!doctype html>", "a.xlsx": b"PK", "a.json": b"{", "a.md": b"# "}
    for name, beginning in beginnings.items():
        assert call("compare", OLD, NEW, "-o", tmp_path / name).code == 0
        assert (tmp_path / name).read_bytes().startswith(beginning)
    assert call("compare", OLD, NEW, "-o", tmp_path / "b.html", "--format", "json").code == 0
    assert (tmp_path / "b.html").read_bytes().startswith(b"{")


def test_decisions_of_people_count(call: Call, tmp_path: Path) -> None:
    template = tmp_path / "decisions.yaml"
    assert call("review", NEW, "--template", template).code == 0
    before = compared(call, OLD, NEW)["subjects"][1]["total"]["points"]
    card = json.loads(call("score", NEW, "--format", "json").out)
    item = next(one for one in card["items"] if one["kind"] == "base" and one["status"] == "unmet")
    template.write_text(
        f"report: {NEW.name}\ndecisions:\n"
        f'  - {{item: "{item["id"]}", status: met, reason: 附件可证, by: 张三, date: 2022-03-01,'
        f' evidence: "{item["evidence_hash"]}"}}\n',
        encoding="utf-8",
    )
    after = compared(call, OLD, NEW, "--decisions", template)["subjects"][1]["total"]["points"]
    assert after > before


def test_the_level_can_be_given(call: Call) -> None:
    found = compared(call, OLD, NEW, "--level", "city")
    assert {one["level"] for one in found["subjects"]} == {"city"}


@pytest.mark.parametrize("name", ["x.csv", "x.pdf", "x.docx", "x.htm"])
def test_a_name_that_promises_another_format_is_refused(call: Call, tmp_path: Path, name: str) -> None:
    called = call("compare", OLD, NEW, "-o", tmp_path / name)
    assert (called.code, called.out) == (2, "")
    assert f"compare writes no {Path(name).suffix}; its endings are .md .json .html .xlsx .txt" in called.err
    assert not (tmp_path / name).exists()


def test_an_ending_that_says_something_else_is_told(call: Call, tmp_path: Path) -> None:
    assert (
        "holds json, as --format asks"
        in call("compare", OLD, NEW, "-o", tmp_path / "x.xlsx", "--format", "json").err
    )
    assert call("compare", OLD, NEW, "-o", tmp_path / "x.json", "--format", "json").err == ""
    assert call("compare", OLD, NEW, "-o", tmp_path / "x", "--format", "json").err == ""


def test_a_format_that_is_named_may_go_into_any_file(call: Call, tmp_path: Path) -> None:
    assert call("compare", OLD, NEW, "-o", tmp_path / "x.csv", "--format", "json").code == 0
    assert json.loads((tmp_path / "x.csv").read_text(encoding="utf-8"))["schema"] == "compare/1"


@pytest.mark.parametrize("kind", ["scorecards", "report"])
def test_standard_input_may_be_either(
    call: Call, cards: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    data = cards.read_bytes() if kind == "scorecards" else NEW.read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))  # type: ignore[arg-type]
    found = compared(call, "-", OLD)
    expected = {"scorecards": ["scorecard", "report", "scorecard"], "report": ["report", "report"]}
    assert [one["source"] for one in found["subjects"]] == expected[kind]


@pytest.mark.parametrize("points", ["NaN", "1e9999999"])
def test_a_number_that_breaks_sums_is_3(call: Call, cards: Path, tmp_path: Path, points: str) -> None:
    data = json.loads(cards.read_text(encoding="utf-8"))
    data["scorecards"][0]["total"]["points"] = 0.125
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps(data).replace("0.125", points), encoding="utf-8")
    called = call("compare", broken, OLD, NEW)
    assert called.code == 3
    assert "broken.json: is no JSON (no number of a scorecard" in called.err
    checked = call("check", NEW, "--baseline", broken)
    assert checked.code in (2, 3)
    assert "no number of a scorecard" in checked.err

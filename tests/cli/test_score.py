"""``scorer score`` on real reports and on everything else that users hand to it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from rich.cells import cell_len

from scorer.reading.manuscript import MAX_CHARACTERS
from scorer.rendering import RENDERERS
from scorer.rendering.json import scorecard_schema
from tests.cli.conftest import ROOT, SEEDS, Call, card_of

REPORTS = sorted(SEEDS.glob("*.txt"))


def test_all_five_reports_score_with_one_command(call: Call) -> None:
    called = call("score", *REPORTS, "--format", "json")
    assert called.code == 0
    cards = json.loads(called.out)["scorecards"]
    assert [card["stamp"]["report"]["name"] for card in cards] == [path.name for path in REPORTS]
    for card in cards:
        jsonschema.validate(card, scorecard_schema())
        assert sum(card["counts"].values()) == len(card["items"]) == 119
        assert 0 < card["total"]["low"] <= card["total"]["points"] <= card["total"]["high"]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_quotation_is_a_slice_of_what_read_prints(call: Call, path: Path) -> None:
    text = call("read", path).out
    card = card_of(path)
    assert card["report"]["characters"] == len(text)
    for item in card["items"]:
        for piece in (*item["evidence"], *item["rejected"], *item["values"]):
            assert text[piece["start"] : piece["end"]] == piece["quote"], item["id"]
        for piece in item["evidence"]:
            lines = text[: piece["start"]].split("\n")
            assert (piece["line"], piece["column"]) == (len(lines), len(lines[-1]) + 1)
    for row in card["audit"]:
        assert text[row["start"] : row["end"]] == row["quote"]
    edges = [(role["start"], role["end"]) for role in card["report"]["roles"]]
    assert edges[0][0] == 0
    assert edges[-1][1] == len(text)
    assert all(one[1] == two[0] for one, two in pairwise(edges))


@pytest.mark.parametrize("format_", sorted(RENDERERS))
def test_two_runs_give_the_same_bytes(call: Call, daye: Path, tmp_path: Path, format_: str) -> None:
    for name in ("one", "other"):
        assert call("score", daye, "--format", format_, "-o", tmp_path / name).code == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes() != b""


def test_neither_hash_seed_nor_locale_changes_a_byte(daye: Path) -> None:
    written = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
        if seed == "2":
            environment["LC_ALL"] = "C"
        command = [sys.executable, "-m", "scorer", "score", str(daye), "--format", "json"]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
        written.append(done.stdout)
    assert written[0] == written[1]
    assert json.loads(written[0]) == card_of(daye)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_items_met_or_partial_always_show_evidence_or_a_value(path: Path) -> None:
    for item in card_of(path)["items"]:
        proved = item["evidence"] or item["values"]
        assert proved or item["status"] in ("unmet", "not_applicable"), item["id"]
        assert item["reason"]


@pytest.mark.parametrize(("width", "detail"), [(80, "full"), (100, "items"), (160, "summary")])
def test_piped_terminal_output_is_plain_and_fits(
    call: Call, daye: Path, width: int, detail: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    called = call("score", daye, "--detail", detail)
    assert "\x1b" not in called.out
    assert max(cell_len(line) for line in called.out.splitlines()) <= width


def test_the_report_may_come_from_standard_input(
    call: Call, daye: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(daye.read_bytes()), encoding="utf-8"))
    piped = json.loads(call("score", "-", "--format", "json").out)
    named = card_of(daye)
    assert piped["total"] == named["total"]
    assert piped["stamp"]["report"]["sha256"] == named["stamp"]["report"]["sha256"]


def test_level_overrules_the_report(call: Call, daye: Path) -> None:
    as_county = card_of(daye)
    as_city = json.loads(call("score", daye, "--format", "json", "--level", "city").out)
    assert (as_county["report"]["level"], as_city["report"]["level"]) == ("county", "city")
    assert as_county["counts"]["not_applicable"] == 3
    assert as_city["counts"]["not_applicable"] == 0


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": ("\n　 \t\n".encode(), "white space"),
    "binary.txt": (b"\x7fELF\x02\x01\x01" + bytes(200), "is a program"),
    "noise.txt": (bytes(range(256)) * 8, ""),
    "cut.txt": ("法治政府建设".encode()[:-1], ""),
}


@pytest.mark.parametrize("name", BAD)
def test_unreadable_input_is_an_error_that_names_file_and_cause(
    call: Call, tmp_path: Path, name: str
) -> None:
    data, cause = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    called = call("score", path)
    assert called.code == 3
    assert called.out == ""
    assert str(path) in called.err
    assert cause in called.err


def test_missing_files_and_folders_do_not_stop_the_others(call: Call, tmp_path: Path, daye: Path) -> None:
    called = call("score", tmp_path / "nowhere.txt", daye, tmp_path, "--format", "json")
    assert called.code == 3
    result = json.loads(called.out)
    assert [card["report"]["place"] for card in result["scorecards"]] == ["大冶市"]
    assert [error["name"] for error in result["errors"]] == [str(tmp_path / "nowhere.txt"), str(tmp_path)]
    assert called.err.count("scorer: error:") == 2


def test_a_line_as_long_as_any_text_may_be_is_scored(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    words = "我市办理法律援助案件1616件，"
    path.write_text(words * (MAX_CHARACTERS // len(words) - 1), encoding="utf-8")
    called = call("score", path, "--format", "json")
    assert called.code == 0
    assert json.loads(called.out)["report"]["characters"] > MAX_CHARACTERS - 100


def test_a_line_of_five_megabytes_is_an_error_that_names_it(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("我市办理法律援助案件1616件，" * 310_000, encoding="utf-8")
    called = call("score", path, "--format", "json")
    assert called.code == 3
    assert str(path) in called.err
    assert f"{MAX_CHARACTERS:,}" in called.err.replace("300000", "300,000")


def test_another_genre_is_scored_with_a_warning(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(
        "昨日，我市举行春季植树活动，三百余名志愿者参加。天气晴好，大家干劲十足。\n", encoding="utf-8"
    )
    called = call("score", path, "--format", "json")
    assert called.code == 0
    card = json.loads(called.out)
    assert "not_a_report" in [warning["code"] for warning in card["warnings"]]
    assert "not_a_report" in called.err
    assert card["total"]["points"] < 5


def test_output_goes_to_a_file_whole(call: Call, tmp_path: Path, daye: Path) -> None:
    target = tmp_path / "新建" / "评分 卡.md"
    called = call("score", daye, "--format", "markdown", "-o", target)
    assert (called.code, called.out) == (0, "")
    assert target.read_text(encoding="utf-8") == call("score", daye, "--format", "markdown").out
    assert [path.name for path in target.parent.iterdir()] == ["评分 卡.md"]


def test_an_input_is_never_written_over(call: Call, tmp_path: Path, daye: Path) -> None:
    copy = tmp_path / "report.txt"
    copy.write_bytes(daye.read_bytes())
    called = call("score", copy, "-o", tmp_path / "." / "report.txt")
    assert called.code == 2
    assert copy.read_bytes() == daye.read_bytes()


def test_the_framework_in_use_is_never_written_over(call: Call, tmp_path: Path, daye: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    for source in (SEEDS.parent / "indicators" / "example").glob("*.yaml"):
        (folder / source.name).write_bytes(source.read_bytes())
    before = (folder / "1-conduct.yaml").read_bytes()
    called = call("score", daye, "-f", folder, "-o", folder / "1-conduct.yaml")
    assert called.code == 2
    assert (folder / "1-conduct.yaml").read_bytes() == before


def test_output_to_a_folder_is_refused(call: Call, tmp_path: Path, daye: Path) -> None:
    called = call("score", daye, "-o", tmp_path)
    assert called.code == 2
    assert "folder" in called.err

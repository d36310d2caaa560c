"""What a batch takes for reports, what it calls its files, and what it makes of each report."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer import Engine, read_file, render
from scorer.batch import Step, run_batch
from scorer.batch.names import clean_stem
from scorer.errors import UsageError
from scorer.framework import load_framework
from scorer.rendering.league import row_of
from scorer.rendering.saved import load_scorecards
from scorer.review.decisions import parse_decisions
from scorer.structure.model import Level
from tests.batch_kit import DECISIONS, FRAMEWORK, files, report, reports, score, write


def left_out(outcome: Any) -> dict[str, str]:
    return {Path(one.name).name: one.message for one in outcome.skipped}


def test_a_scorecard_is_what_score_writes(tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "qingchuan.txt")
    outcome = score([path], tmp_path / "out", formats=["json", "markdown"])
    assert (outcome.scored, outcome.exit_code) == (1, 0)
    card = Engine(FRAMEWORK).score(read_file(path))
    for name, ending in (("json", "json"), ("markdown", "md")):
        assert (tmp_path / "out" / f"qingchuan.{ending}").read_text(encoding="utf-8") == render(card, name)


def test_folders_are_searched_and_what_is_no_report_is_told(tmp_path: Path) -> None:
    home = tmp_path / "in"
    write(home / "a.txt")
    write(home / "deep" / "deeper" / "b.txt")
    write(home / ".hidden.txt")
    write(home / ".git" / "c.txt")
    write(home / "~$a.docx")
    (home / "empty.txt").touch()
    (home / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    (home / "card.json").write_text('{"schema": "scorecard/1"}', encoding="utf-8")
    outcome = score([home], tmp_path / "out")
    assert files(tmp_path / "out") == {"a.json", "b.json"}
    told = left_out(outcome)
    assert told == {
        ".hidden.txt": "is a hidden file",
        ".git": "is a hidden folder",
        "~$a.docx": "is a hidden file",
        "empty.txt": "is empty",
        "photo.txt": "is a picture (PNG), which cannot be read",
        "card.json": "is what scorer wrote about reports, and no report",
    }
    assert outcome.exit_code == 0


def test_a_damaged_report_in_a_folder_is_an_error_and_not_left_out(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "b.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    outcome = score([tmp_path / "in"], tmp_path / "out")
    assert [Path(one.name).name for one in outcome.failed] == ["b.pdf"]
    assert outcome.exit_code == 3
    assert files(tmp_path / "out") == {"a.json"}


def test_what_is_named_must_be_read(tmp_path: Path) -> None:
    photo = tmp_path / "photo.txt"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    good = write(tmp_path / "good.txt")
    outcome = score([photo, tmp_path / "none.txt", good], tmp_path / "out")
    assert {Path(one.name).name for one in outcome.failed} == {"photo.txt", "none.txt"}
    assert any("does not exist" in one.message for one in outcome.failed)
    assert (outcome.scored, outcome.exit_code) == (1, 3)


def test_output_below_the_input_is_never_scored(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    for _ in range(2):
        outcome = score([tmp_path], tmp_path / "out", formats=["markdown"])
        assert [result.row.report for result in outcome.results] == [str(tmp_path / "a.txt")]
    assert left_out(outcome)["out"] == "is what a batch wrote"


def test_output_may_go_beside_the_reports(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    for _ in range(2):
        outcome = score([tmp_path], tmp_path, formats=["markdown"])
        assert len(outcome.results) == 1
    assert left_out(outcome)["a.md"] == "is what a batch wrote"
    assert left_out(outcome)["summary.md"] == "is what a batch wrote"


def test_another_batch_is_no_input(tmp_path: Path) -> None:
    score([write(tmp_path / "a.txt")], tmp_path / "old", formats=["markdown"])
    outcome = score([tmp_path / "old"], tmp_path / "new")
    assert outcome.exit_code == 3
    assert "nothing that can be scored" in outcome.failed[0].message


def test_patterns_and_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("x1.txt", "x2.txt", "y.txt", "sub/x3.txt"):
        write(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert score(["x*.txt"], Path("one")).scored == 2
    assert score(["**/x*.txt"], Path("two")).scored == 3
    (tmp_path / "list").write_text("\ufeffx1.txt\r\n\r\nsub\n", encoding="utf-8")
    assert files(tmp_path / "one") == {"x1.json", "x2.json"}
    assert score(["@list", "y.txt"], Path("three")).scored == 3
    assert files(tmp_path / "three") == {"x1.json", "x3.json", "y.json"}
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"y.txt\0x1.txt\0")))
    assert score(["@-"], Path("four")).scored == 2


def test_a_file_whose_name_is_a_pattern_is_that_file(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    odd = write(tmp_path / "[a].txt")
    score([odd], tmp_path / "out")
    assert files(tmp_path / "out") == {"[a].json"}


@pytest.mark.parametrize("wrong", ["nothing*.txt", "none", "@none"])
def test_where_nothing_matches_it_is_an_error(wrong: str, tmp_path: Path) -> None:
    if wrong.startswith("@"):
        with pytest.raises(UsageError, match="none: cannot be read"):
            score([f"@{tmp_path / 'none'}"], tmp_path / "out")
    else:
        assert score([tmp_path / wrong], tmp_path / "out").exit_code == 3


def test_an_empty_folder_is_an_error_and_leaves_the_last_summary(tmp_path: Path) -> None:
    score([write(tmp_path / "a.txt")], tmp_path / "out")
    before = (tmp_path / "out" / "summary.json").read_bytes()
    (tmp_path / "void").mkdir()
    outcome = score([tmp_path / "void"], tmp_path / "out")
    assert (outcome.exit_code, outcome.files) == (3, ())
    assert (tmp_path / "out" / "summary.json").read_bytes() == before


def test_standard_input_is_no_report_of_a_batch(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="a batch reads files"):
        score(["-"], tmp_path / "out")


def test_what_is_named_twice_is_scored_once(tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "link.txt").symlink_to(path)
    assert (
        score([path, tmp_path / "in", tmp_path / "in" / ".." / "in" / "a.txt"], tmp_path / "out").scored == 1
    )


def test_files_with_one_stem_each_have_their_own_name(tmp_path: Path) -> None:
    for place in ("2020/daye.txt", "2021/daye.txt", "2021/daye.md", "2021/DAYE.htm"):
        write(tmp_path / "in" / place, report(number=len(place)))
    outcome = score([tmp_path / "in"], tmp_path / "out")
    assert outcome.scored == 4
    names = files(tmp_path / "out")
    assert len(names) == 4
    assert len({name.casefold() for name in names}) == 4
    assert "daye-2020.json" in names
    shown = {result.row.card for result in outcome.results}
    assert shown == names


def test_names_stay_when_the_batch_grows(tmp_path: Path) -> None:
    one = write(tmp_path / "2020" / "daye.txt", report(number=1))
    score([one], tmp_path / "out")
    assert files(tmp_path / "out") == {"daye.json"}
    first = (tmp_path / "out" / "daye.json").read_bytes()
    write(tmp_path / "2021" / "daye.txt", report(number=2))
    outcome = score([tmp_path / "2020", tmp_path / "2021"], tmp_path / "out")
    assert (outcome.kept, outcome.scored) == (1, 1)
    assert files(tmp_path / "out") == {"daye.json", "daye-2021.json"}
    assert (tmp_path / "out" / "daye.json").read_bytes() == first


def test_calls_after_each_other_do_not_overwrite(tmp_path: Path) -> None:
    for year in ("2020", "2021"):
        score([write(tmp_path / year / "daye.txt", report(number=int(year)))], tmp_path / "out")
    assert files(tmp_path / "out") == {"daye.json", "daye-2021.json"}


def test_an_output_never_takes_the_place_of_an_input(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md")
    outcome = score([path], tmp_path, formats=["markdown"])
    assert path.read_text(encoding="utf-8") == report()
    (result,) = outcome.results
    assert result.outputs["markdown"].file != "a.md"


def test_a_report_called_summary_does_not_meet_the_summaries(tmp_path: Path) -> None:
    outcome = score([write(tmp_path / "in" / "Summary.txt")], tmp_path / "out")
    (result,) = outcome.results
    assert not result.row.card.casefold().startswith("summary.")
    assert json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))["schema"] == "league/1"
    assert load_scorecards(tmp_path / "out" / result.row.card)


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("大冶市2021年报告", "大冶市2021年报告"),
        ("--format", "format"),
        ("..", "report"),
        ("a/b\\c:d", "abcd"),
        ("a\x1b[31m\u202eb\n", "a[31mb"),
        ("con", "con_"),
        (". x .", "x"),
        ("e\u0301", "\u00e9"),
        ("\udcff\udcfe", "report"),
    ],
)
def test_names_are_cleaned(stem: str, name: str) -> None:
    assert clean_stem(stem) == name


@given(st.text())
def test_no_name_leads_out_of_the_folder(stem: str) -> None:
    name = clean_stem(stem)
    assert name
    assert Path(name).name == name
    assert not name.startswith(("-", ".", " "))
    assert name.isprintable()
    assert len(name.encode("utf-8")) <= 121


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_names_that_are_no_unicode_are_scored(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xb4\xf3\xd2\xb1.txt")  # 大冶 in GBK
    write(tmp_path / "in" / name)
    for _ in range(2):
        outcome = score([tmp_path / "in"], tmp_path / "out")
        assert (len(outcome.results), outcome.exit_code) == (1, 0)
    assert outcome.kept == 1


def test_many_frameworks_give_a_scorecard_each(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    heard: list[Step] = []
    outcome = score(
        [path], tmp_path / "out", frameworks=(FRAMEWORK, "rule-of-law-2021"), on_result=heard.append
    )
    assert files(tmp_path / "out") == {"a.example.json", "a.rule-of-law-2021.json"}
    assert [table.head.id for table in outcome.league.tables] == [FRAMEWORK, "rule-of-law-2021"]
    assert [(step.framework, step.done, step.total) for step in heard] == [
        (FRAMEWORK, 1, 2),
        ("rule-of-law-2021", 2, 2),
    ]


def test_a_second_framework_later_does_not_overwrite_the_first(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    score([path], tmp_path / "out", frameworks=("rule-of-law-2021",))
    score([path], tmp_path / "out", frameworks=(FRAMEWORK,))
    ids = {
        card.stamp.framework_id
        for name in files(tmp_path / "out")
        for card in load_scorecards(tmp_path / "out" / name)
    }
    assert ids == {FRAMEWORK, "rule-of-law-2021"}


def test_options_reach_the_reports(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    outcome = score([path], tmp_path / "out", level=Level.CITY, year=1999)
    (card,) = load_scorecards(tmp_path / "out" / "a.json")
    assert (card.report.level, card.report.year) == (Level.CITY, 1999)
    assert (outcome.results[0].row.level, outcome.results[0].row.year) == (Level.CITY, 1999)


def test_decisions_reach_the_reports_of_their_framework(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    item = Engine(FRAMEWORK).score(read_file(path)).items[0]
    file = parse_decisions(
        (DECISIONS.replace("1.1", item.id) % item.evidence_hash).encode(), "decisions.yaml"
    )
    score(
        [path],
        tmp_path / "out",
        frameworks=(FRAMEWORK, "rule-of-law-2021"),
        decisions=file,
        as_of=date(2024, 6, 1),
    )
    (decided,) = load_scorecards(tmp_path / "out" / "a.example.json")
    assert decided.items[0].decision is not None
    assert decided.items[0].decision.by == "张三"
    (other,) = load_scorecards(tmp_path / "out" / "a.rule-of-law-2021.json")
    assert other.stamp.decisions is None
    with pytest.raises(UsageError, match="made under example"):
        score([path], tmp_path / "out", frameworks=("rule-of-law-2021",), decisions=file)


def test_the_summary_is_that_of_the_scorecards_on_the_disk(tmp_path: Path) -> None:
    outcome = score(reports(tmp_path / "in", 7), tmp_path / "out")
    for result in outcome.results:
        (card,) = load_scorecards(tmp_path / "out" / result.row.card)
        assert row_of(card, result.row.report, result.row.card) == result.row
    told = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))
    assert len(told["frameworks"][0]["groups"][0]["reports"]) == 7


def test_results_come_in_the_order_of_the_inputs(tmp_path: Path) -> None:
    paths = reports(tmp_path / "in", 30)
    outcome = score(paths[::-1], tmp_path / "out", jobs=2)
    assert [result.row.report for result in outcome.results] == [str(path) for path in paths[::-1]]


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    reports(tmp_path / "in", 6)
    for name in ("one", "two"):
        score([tmp_path / "in"], tmp_path / name, formats=["json", "csv", "html"], jobs=2)
    for path in (tmp_path / "one").iterdir():
        if path.name != "manifest.jsonl":  # in the order in which the reports ended
            assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"formats": ["terminal"]}, "a batch writes markdown, json"),
        ({"formats": []}, "a batch writes markdown, json"),
        ({"frameworks": [FRAMEWORK, load_framework(FRAMEWORK)]}, "different ids"),
        ({"frameworks": []}, "different ids"),
        ({"jobs": 0}, "1 or more"),
    ],
)
def test_what_is_asked_wrongly_is_told_before_anything_is_scored(
    asked: dict[str, Any], words: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=words):
        run_batch([str(write(tmp_path / "a.txt"))], tmp_path / "out", **asked)
    assert not (tmp_path / "out").exists()

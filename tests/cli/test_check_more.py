"""``scorer check`` against a baseline, and a limit on what still asks for review."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

REPORT = """某县人民政府2021年法治政府建设情况报告
一、主要工作
2021年，全县行政机关负责人出庭应诉率达100%。全年办结行政复议案件35件。
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "county.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def baseline(call: Call, report: Path) -> Path:
    path = report.parent / "baseline.json"
    assert call("score", report, "--format", "json", "-o", path).code == 0
    return path


def test_an_unchanged_report_passes(call: Call, report: Path, baseline: Path) -> None:
    done = call("check", report, "--baseline", baseline)
    assert done.code == 0
    assert done.out.startswith("通过")
    assert "进步" not in done.out


def test_a_loss_fails_and_an_improvement_is_a_notice(call: Call, report: Path, baseline: Path) -> None:
    worse = (
        REPORT.replace("全县行政机关负责人出庭应诉率达100%。", "")
        + "全县建立法律顾问制度，聘请法律顾问12名。\n"
    )
    report.write_text(worse, encoding="utf-8")
    done = call("check", report, "--baseline", baseline)
    assert done.code == 1
    shown = done.out.replace("\n", "").replace(" ", "")
    assert "baseline：5.2.2负责人出庭应诉退步：原为达到，现为未见" in shown
    assert "+进步：" in shown


def test_the_same_verdict_with_every_format(call: Call, report: Path, baseline: Path) -> None:
    report.write_text(REPORT.replace("全县行政机关负责人出庭应诉率达100%。", ""), encoding="utf-8")
    for kind in ("terminal", "markdown", "json"):
        assert call("check", report, "--baseline", baseline, "--format", kind).code == 1


def test_several_reports_are_matched_by_name(call: Call, report: Path) -> None:
    other = report.parent / "other.txt"
    other.write_text(REPORT, encoding="utf-8")
    both = report.parent / "both.json"
    call("score", report, other, "--format", "json", "-o", both)
    assert call("check", other, report, "--baseline", both).code == 0
    third = report.parent / "third.txt"
    third.write_text(REPORT, encoding="utf-8")
    done = call("check", third, other, "--baseline", both)
    assert done.code == 2
    assert "holds no scorecard of " in done.err
    assert "third.txt" in done.err


def test_a_baseline_of_another_framework_or_of_no_scorecard_is_refused(
    call: Call, report: Path, baseline: Path
) -> None:
    done = call("check", report, "--baseline", baseline, "-f", "example")
    assert done.code == 2
    assert "was scored by rule-of-law-2021, not by example" in done.err
    for wrong in (report, report.parent / "none.json"):  # the same as a file of decisions that is not there
        done = call("check", report, "--baseline", wrong)
        assert (done.code, done.out) == (2, "")
        assert f"--baseline {wrong}: " in done.err


def test_a_baseline_with_one_item_twice_is_refused(call: Call, report: Path, baseline: Path) -> None:
    data = json.loads(baseline.read_text(encoding="utf-8"))
    data["items"].append(dict(data["items"][0], status="unmet"))
    baseline.write_text(json.dumps(data), encoding="utf-8")
    done = call("check", report, "--baseline", baseline)
    assert done.code == 2
    assert f"--baseline {baseline}: " in done.err
    assert f"{data['items'][0]['id']} more than once" in done.err


def test_a_changed_framework_is_told(call: Call, report: Path, baseline: Path) -> None:
    data = json.loads(baseline.read_text(encoding="utf-8"))
    data["stamp"]["framework"].update(sha256="0" * 64, version="0.9.0")
    baseline.write_text(json.dumps(data), encoding="utf-8")
    done = call("check", report, "--baseline", baseline)
    assert done.code == 0
    assert "基线由指标体系 0.9.0 版评出" in done.out


def test_the_baseline_is_never_written_over(call: Call, report: Path, baseline: Path) -> None:
    before = baseline.read_bytes()
    assert call("check", report, "--baseline", baseline, "--format", "json", "-o", baseline).code == 2
    assert baseline.read_bytes() == before


def test_items_that_ask_for_review_can_be_limited(call: Call, report: Path) -> None:
    card = json.loads(call("score", report, "--format", "json").out)
    unsure = sum(item["review"] for item in card["items"])
    assert unsure > 1
    assert call("check", report, "--max-review", unsure).code == 0
    done = call("check", report, "--max-review", unsure - 1)
    assert done.code == 1
    assert f"需复核的指标有 {unsure} 项，最多允许 {unsure - 1} 项" in done.out


WORSE = REPORT.replace("全县行政机关负责人出庭应诉率达100%。", "")


@pytest.fixture
def twins(report: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Two reports of one name in two folders, the second the worse one, seen from the folder above."""
    monkeypatch.chdir(report.parent)
    for folder, words in (("a", REPORT), ("b", WORSE)):
        Path(folder).mkdir()
        Path(folder, "x.txt").write_text(words, encoding="utf-8")
    return "a/x.txt", "b/x.txt"


def test_reports_of_one_name_are_matched_by_their_paths(call: Call, twins: tuple[str, str]) -> None:
    call("score", *twins, "--format", "json", "-o", "both.json")
    assert call("check", *twins, "--baseline", "both.json").code == 0
    assert call("check", "./b/x.txt", "a/x.txt", "--baseline", "both.json").code == 0
    Path(twins[0]).write_text(WORSE, encoding="utf-8")
    done = call("check", *twins, "--baseline", "both.json")
    assert done.code == 1
    assert done.out.count("退步") == 1


def test_reports_of_one_name_with_two_endings_are_matched_by_name(call: Call, twins: tuple[str, str]) -> None:
    Path("b/x.txt").rename("a/x.md")
    call("score", "a/x.txt", "a/x.md", "--format", "json", "-o", "both.json")
    assert call("check", "a/x.md", "a/x.txt", "--baseline", "both.json").code == 0


@pytest.mark.parametrize("files", [("a/x.txt",), ("a/x.txt", "c/x.txt")], ids=["one", "another"])
def test_a_baseline_that_may_be_of_either_report_is_refused(
    call: Call, twins: tuple[str, str], files: tuple[str, ...]
) -> None:
    Path("c").mkdir()
    Path("c/x.txt").write_text(WORSE, encoding="utf-8")
    call("score", *(Path(name).absolute() for name in twins), "--format", "json", "-o", "both.json")
    done = call("check", *files, "--baseline", "both.json")
    assert (done.code, done.out) == (2, "")
    assert f"does not say which scorecard is that of {', '.join(files)}; score and check them" in done.err


@pytest.mark.parametrize("kept", [0, 50])
def test_a_baseline_that_lacks_items_is_refused(call: Call, report: Path, baseline: Path, kept: int) -> None:
    data = json.loads(baseline.read_text(encoding="utf-8"))
    del data["items"][kept:]
    baseline.write_text(json.dumps(data), encoding="utf-8")
    done = call("check", report, "--baseline", baseline)
    assert (done.code, done.out) == (2, "")
    assert f"is damaged: the scorecard of county.txt has {kept} of the " in done.err


def test_a_baseline_of_another_version_needs_some_item_to_compare(
    call: Call, report: Path, baseline: Path
) -> None:
    data = json.loads(baseline.read_text(encoding="utf-8"))
    data["stamp"]["framework"].update(sha256="0" * 64, version="0.9.0")
    dropped = data["items"].pop()
    baseline.write_text(json.dumps(data), encoding="utf-8")
    done = call("check", report, "--baseline", baseline)
    assert done.code == 0
    assert f"{dropped['id']}：基线里没有" in done.out
    data["items"] = []
    baseline.write_text(json.dumps(data), encoding="utf-8")
    assert call("check", report, "--baseline", baseline).code == 2


@pytest.mark.parametrize("change", [("某县", "甲县"), ("2021", "2022")], ids=["place", "year"])
def test_a_baseline_of_another_place_or_year_is_told(
    call: Call, report: Path, baseline: Path, change: tuple[str, str]
) -> None:
    renamed = report.parent / "draft.txt"
    renamed.write_text(REPORT, encoding="utf-8")
    assert "请核对是否为同一份报告" not in call("check", renamed, "--baseline", baseline).out
    renamed.write_text(REPORT.replace(*change), encoding="utf-8")
    done = call("check", renamed, "--baseline", baseline)
    assert done.code == 0
    shown = done.out.replace("\n", "").replace(" ", "")
    assert "基线是某县2021年（县级）的评分卡" in shown


def test_what_does_not_apply_is_told_where_it_is_asked_for(call: Call, report: Path) -> None:
    done = call("check", report, "--level", "county", "--require", "2.1.1", "--require", "5.2.2")
    assert done.code == 0
    assert "2.1.1：本报告不适用，未作要求" in done.out
    assert "未作要求" not in call("check", report, "--level", "county", "--require", "5.2.2").out


def test_a_person_who_decided_is_quoted_and_not_the_program(call: Call, report: Path, baseline: Path) -> None:
    data = json.loads(baseline.read_text(encoding="utf-8"))
    (evidence,) = (row["evidence_hash"] for row in data["items"] if row["id"] == "5.2.2")
    decisions = report.parent / "d.yaml"
    decisions.write_text(
        'report: county\nabout: 某县2021年\ndecisions:\n- {item: "5.2.2", status: unmet, reason: 数字有误, by: 李四, '
        f'date: 2022-03-01, evidence: "{evidence}"}}\n',
        encoding="utf-8",
    )
    for gate in (("--require", "5.2.2"), ("--baseline", baseline)):
        done = call("check", report, "--decisions", decisions, *gate)
        assert done.code == 1
        failing = next(line for line in done.out.splitlines() if "5.2.2" in line)
        assert failing.endswith("李四定为“未见”：数字有误")


@pytest.mark.parametrize("command", ["score", "check"])
def test_a_run_that_scored_nothing_leaves_the_last_scorecard(
    call: Call, report: Path, baseline: Path, command: str
) -> None:
    before = baseline.read_bytes()
    done = call(command, report.parent / "none.txt", "--format", "json", "-o", baseline)
    assert done.code == 3
    assert baseline.read_bytes() == before
    assert "baseline.json: left as it was" in done.err
    fresh = report.parent / "fresh.json"
    assert call(command, report.parent / "none.txt", "--format", "json", "-o", fresh).code == 3
    assert json.loads(fresh.read_text(encoding="utf-8"))["errors"]


@pytest.mark.parametrize("kind", ["github", "junit"])
def test_formats_of_ci_tell_what_the_gate_asks(call: Call, report: Path, kind: str) -> None:
    done = call("check", report, "--min-score", "99", "--format", kind)
    assert done.code == 1
    assert "，要求 99，还差 " in done.out
    assert "要求 99" not in call("score", report, "--format", kind).out

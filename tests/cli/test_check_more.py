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
    assert call("check", report, "--baseline", report).code == 3
    assert call("check", report, "--baseline", report.parent / "none.json").code == 3


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

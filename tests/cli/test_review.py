"""``--decisions`` and ``scorer review``, as a reviewer uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Call

REPORT = """某县人民政府2021年法治政府建设情况报告
一、主要工作
2021年，全县行政机关负责人出庭应诉率达100%。
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "county.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def item_of(out: str, item: str) -> dict[str, object]:
    found: dict[str, object] = next(row for row in json.loads(out)["items"] if row["id"] == item)
    return found


def write_decision(call: Call, report: Path, item: str, status: str, more: str = "") -> Path:
    machine = item_of(call("score", report, "--format", "json").out, item)
    path = report.parent / "decisions.yaml"
    path.write_text(
        f'report: county.txt\ndecisions:\n- {{item: "{item}", status: {status}, reason: 附件二载明, by: 张三, '
        f'date: 2022-03-01, evidence: "{machine["evidence_hash"]}"{more}}}\n',
        encoding="utf-8",
    )
    return path


def test_both_verdicts_stand_side_by_side_in_every_output(call: Call, report: Path) -> None:
    file = write_decision(call, report, "5.2.2", "unmet")
    words = "张三 2022-03-01 定为“未见”，程序判为“达到”：附件二载明"
    shown = call("score", report, "--decisions", file, "--detail", "full")
    assert words in shown.out.replace("\n", "").replace(" ", "").replace("张三2022", "张三 2022").replace(
        "01定为", "01 定为"
    )
    assert "定为“未见”" in call("score", report, "--decisions", file, "--format", "markdown").out
    made = item_of(call("score", report, "--decisions", file, "--format", "json").out, "5.2.2")
    assert made["status"] == "unmet"
    assert made["decision"] == {
        "status": "unmet",
        "by": "张三",
        "on": "2022-03-01",
        "reason": "附件二载明",
        "machine": "met",
        "state": "applied",
        "until": None,
    }
    assert "定为“未见”" in call("explain", "5.2.2", report, "--decisions", file).out.replace("\n", "")


def test_a_decision_moves_the_gate(call: Call, report: Path) -> None:
    assert call("check", report, "--require", "5.2.2").code == 0
    file = write_decision(call, report, "5.2.2", "unmet")
    assert call("check", report, "--require", "5.2.2", "--decisions", file).code == 1


def test_the_day_of_expiry_can_be_fixed_and_is_told(call: Call, report: Path) -> None:
    file = write_decision(call, report, "5.2.2", "unmet", ", until: 2023-01-01")
    early = call("score", report, "--decisions", file, "--as-of", "2022-12-31", "--format", "json")
    assert item_of(early.out, "5.2.2")["status"] == "unmet"
    late = call("score", report, "--decisions", file, "--as-of", "2023-01-02", "--format", "json")
    assert item_of(late.out, "5.2.2")["status"] == "met"
    assert "[decision_expired]" in late.err
    assert json.loads(late.out)["stamp"]["decisions"]["as_of"] == "2023-01-02"


def test_a_faulty_file_is_2_and_nothing_is_scored(call: Call, report: Path) -> None:
    file = report.parent / "decisions.yaml"
    file.write_text("decisions:\n- {item: x}\n", encoding="utf-8")
    done = call("score", report, "--decisions", file)
    assert (done.code, done.out) == (2, "")
    assert f"{file}:2:3: a decision has no `status`" in done.err
    gone = call("score", report, "--decisions", report.parent / "none.yaml")
    assert gone.code == 2
    assert "none.yaml: cannot be read" in gone.err


def test_decisions_on_reports_that_are_not_there_are_told(call: Call, report: Path) -> None:
    file = write_decision(call, report, "5.2.2", "unmet")
    file.write_text(file.read_text(encoding="utf-8").replace("county.txt", "other.txt"), encoding="utf-8")
    done = call("score", report, "--decisions", file, "--format", "json")
    assert done.code == 0
    assert "no report of this call is other.txt" in done.err


def test_decisions_are_never_written_over(call: Call, report: Path) -> None:
    file = write_decision(call, report, "5.2.2", "unmet")
    before = file.read_bytes()
    assert call("score", report, "--decisions", file, "-o", file).code == 2
    assert file.read_bytes() == before


def test_the_list_and_the_template_lead_to_a_decision(call: Call, report: Path) -> None:
    sheet = report.parent / "sheet.yaml"
    done = call("review", report, "--limit", "3", "--template", sheet)
    assert done.code == 0
    assert "先看这 3 项" in done.out
    assert call("score", report, "--decisions", sheet, "--format", "json").code == 0
    filled = sheet.read_text(encoding="utf-8").replace("  # - ", "  - ").replace("  #   ", "    ")
    filled = filled.replace('reason: ""', "reason: 附件载明").replace('by: ""', "by: 张三")
    sheet.write_text(filled.replace('date: ""', "date: 2022-03-01"), encoding="utf-8")
    entries = yaml.safe_load(sheet.read_text(encoding="utf-8"))["decisions"]
    assert len(entries) == 3
    card = json.loads(call("score", report, "--decisions", sheet, "--format", "json").out)
    applied = [row["id"] for row in card["items"] if row["decision"]]
    assert applied == sorted((entry["item"] for entry in entries), key=[r["id"] for r in card["items"]].index)
    again = call("review", report, "--decisions", sheet, "--limit", "3")
    assert not any(f". {entry['item']} " in again.out for entry in entries)


def test_a_template_alone_can_go_to_stdout(call: Call, report: Path) -> None:
    done = call("review", "list", report, "--limit", "1", "--template", "-")
    assert done.out.startswith("# 复核意见")
    assert yaml.safe_load(done.out) == {
        "report": "county.txt",
        "framework": "rule-of-law-2021",
        "decisions": None,
    }


def test_agreement_of_two_files(call: Call, report: Path) -> None:
    one = write_decision(call, report, "5.2.2", "unmet")
    two = report.parent / "two.yaml"
    two.write_text(
        one.read_text(encoding="utf-8").replace("unmet", "met").replace("张三", "李四"), encoding="utf-8"
    )
    done = call("review", "agreement", one, two)
    assert done.code == 0
    assert "两人都复核的指标 1 项，结论相同 0 项" in done.out
    assert "张三：未见，附件二载明" in done.out
    assert "李四：达到，附件二载明" in done.out

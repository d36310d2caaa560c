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
    lines = call("explain", "5.2.2", report, "--decisions", file).out.splitlines()
    said = next(line for line in lines if "定为“未见”" in line)
    assert said.startswith("复核：张三 ")
    assert "附件二载明。" in said
    assert "程序的理由：" in "".join(lines)
    assert not [line for line in lines if line.startswith(("理由：", "建议："))]


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
    filled = filled.replace('status: ""', "status: unmet")  # of deductions, which have no preset
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
        "about": "某县2021年",
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


def test_a_template_never_replaces_what_is_signed(call: Call, report: Path) -> None:
    sheet = report.parent / "sheet.yaml"
    assert call("review", report, "--limit", "3", "--template", sheet).code == 0
    assert call("review", report, "--limit", "3", "--template", sheet).code == 0  # nothing in it is lost
    signed = sheet.read_text(encoding="utf-8").replace('by: ""', "by: 张三")
    sheet.write_text(signed, encoding="utf-8")
    done = call("review", report, "--limit", "3", "--template", sheet)
    assert done.code == 2
    assert "sheet.yaml: is there already and may hold signed decisions" in done.err
    assert sheet.read_text(encoding="utf-8") == signed


def test_a_deduction_waits_for_a_status_and_says_what_it_does(call: Call, report: Path) -> None:
    sheet = call("review", report, "--template", "-").out.split("\n\n")
    deduction = next(entry for entry in sheet if '- item: "C.1"' in entry)
    assert "met（扣分）" in deduction
    assert "unmet（未扣）" in deduction
    assert 'status: ""' in deduction
    other = next(entry for entry in sheet if '- item: "1.1.1"' in entry)
    assert "met（达到）" in other
    assert "status: unmet" in other


@pytest.mark.parametrize("name", ["某县　报告  (终稿).txt", "某县\u200b报告.txt", 'a "b".txt'])
def test_a_template_names_its_report_so_that_it_is_found(call: Call, report: Path, name: str) -> None:
    path = report.rename(report.parent / name)
    sheet = path.parent / "sheet.yaml"
    call("review", path, "--limit", "1", "--template", sheet)
    assert yaml.safe_load(sheet.read_text(encoding="utf-8"))["report"] == name.replace("\u200b", "")
    sheet.write_text(_signed(sheet.read_text(encoding="utf-8")), encoding="utf-8")
    done = call("score", path, "--decisions", sheet, "--format", "json")
    assert [row["id"] for row in json.loads(done.out)["items"] if row["decision"]]
    assert "no report of this call" not in done.err


def _signed(sheet: str) -> str:
    """The template with every entry filled in."""
    filled = sheet.replace("  # - ", "  - ").replace("  #   ", "    ").replace('status: ""', "status: unmet")
    filled = filled.replace('reason: ""', "reason: 附件载明").replace('by: ""', "by: 张三")
    return filled.replace('date: ""', "date: 2022-03-01")


def two_reports(folder: Path) -> tuple[Path, Path]:
    """Files of one name in two folders, of two places; 1.1.1 is unmet in both for want of any evidence."""
    places = []
    for name in ("甲县", "乙县"):
        path = folder / name / "report.txt"
        path.parent.mkdir()
        path.write_text(REPORT.replace("某县", name), encoding="utf-8")
        places.append(path)
    return places[0], places[1]


def decided(out: str) -> list[str]:
    """The places whose 1.1.1 a person has decided."""
    cards = json.loads(out)["scorecards"]
    return [
        card["report"]["title"][:2]
        for card in cards
        for row in card["items"]
        if row["decision"] and row["decision"]["state"] == "applied"
    ]


def test_a_decision_that_two_reports_answer_to_is_refused(call: Call, report: Path) -> None:
    file = write_decision(call, report, "1.1.1", "met")
    file.write_text(file.read_text(encoding="utf-8").replace("county.txt", "report"), encoding="utf-8")
    one, two = two_reports(report.parent)
    done = call("score", one, two, "--decisions", file, "--format", "json")
    assert (done.code, done.out) == (2, "")
    assert "2 reports of this call answer to 'report'" in done.err
    assert "`about:`" in done.err
    assert call("score", one, one, "--decisions", file, "--format", "json").code == 0


def test_a_batch_with_two_such_reports_is_refused(call: Call, report: Path) -> None:
    file = write_decision(call, report, "1.1.1", "met")
    file.write_text(file.read_text(encoding="utf-8").replace("county.txt", "report"), encoding="utf-8")
    one, two = two_reports(report.parent)
    done = call("batch", one.parent, two.parent, "-o", report.parent / "out", "--decisions", file)
    assert done.code == 2
    assert "2 reports of this call answer to 'report'" in done.err
    assert not (report.parent / "out" / "summary.csv").exists()


def test_a_decision_counts_for_the_report_that_it_is_about(call: Call, report: Path) -> None:
    file = write_decision(call, report, "1.1.1", "met")
    words = file.read_text(encoding="utf-8").replace("county.txt", "report.txt\nabout: 乙县 2021")
    file.write_text(words, encoding="utf-8")
    one, two = two_reports(report.parent)
    done = call("score", one, two, "--decisions", file, "--format", "json")
    assert done.code == 0
    assert decided(done.out) == ["乙县"]
    assert "[decision_other]" in done.err
    corrected = two.read_text(encoding="utf-8").replace("100%", "98%") + "二、下一步打算\n继续努力。\n"
    two.write_text(corrected, encoding="utf-8")
    assert decided(call("score", one, two, "--decisions", file, "--format", "json").out) == ["乙县"]
    two.write_text(corrected.replace("2021", "2022"), encoding="utf-8")
    assert decided(call("score", one, two, "--decisions", file, "--format", "json").out) == []


def test_a_file_that_says_nobodys_name_counts_and_is_told_how_to(call: Call, report: Path) -> None:
    file = write_decision(call, report, "1.1.1", "met")
    done = call("score", report, "--decisions", file, "--format", "json")
    assert item_of(done.out, "1.1.1")["status"] == "met"
    assert 'add `about: "某县2021年"` below `report:`' in done.err
    bound = file.read_text(encoding="utf-8").replace("county.txt", "county.txt\nabout: 某县2021年")
    file.write_text(bound, encoding="utf-8")
    assert "add `about:" not in call("score", report, "--decisions", file, "--format", "json").err


@pytest.mark.parametrize(("day", "code"), [("2022-02-28", 2), ("2022-03-01", 0)])
def test_nobody_has_signed_after_the_day_that_counts(call: Call, report: Path, day: str, code: int) -> None:
    file = write_decision(call, report, "5.2.2", "unmet")
    done = call("score", report, "--decisions", file, "--as-of", day)
    assert done.code == code
    assert ("is dated 2022-03-01, later than 2022-02-28" in done.err) is (code == 2)


def test_a_decision_of_the_far_future_is_refused(call: Call, report: Path) -> None:
    file = write_decision(call, report, "5.2.2", "unmet")
    file.write_text(file.read_text(encoding="utf-8").replace("2022-03-01", "9000-03-01"), encoding="utf-8")
    done = call("check", report, "--decisions", file)
    assert done.code == 2
    assert "decisions.yaml:3:3: the decision on 5.2.2 is dated 9000-03-01" in done.err


def test_agreement_over_two_frameworks_is_refused(call: Call, report: Path) -> None:
    one = write_decision(call, report, "5.2.2", "unmet")
    words = one.read_text(encoding="utf-8")
    one.write_text("framework: example\n" + words, encoding="utf-8")
    two = report.parent / "two.yaml"
    two.write_text("framework: rule-of-law-2021\n" + words, encoding="utf-8")
    done = call("review", "agreement", one, two)
    assert (done.code, done.out) == (2, "")
    assert "was decided under example" in done.err


def test_one_item_gives_no_interval(call: Call, report: Path) -> None:
    one = write_decision(call, report, "5.2.2", "unmet")
    done = call("review", "agreement", one, one)
    assert "只有一项，不足以计算" in done.out
    assert "95%" not in done.out

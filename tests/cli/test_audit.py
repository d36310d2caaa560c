"""``scorer audit``: what does not agree stands first, what was checked is counted, and nothing fails the call."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from scorer import read_file
from scorer.quantities.ledger import RELATIONS
from scorer.rendering.audit_json import audit_schema
from tests.cli.conftest import SEEDS, Call

VALIDATOR = Draft202012Validator(audit_schema())
REPORTS = sorted(SEEDS.glob("*.txt"))

# Read in the reports by hand: what does not agree, and whether it is more than a gap in the numbering or a last digit.
KNOWN = {
    "daye-2021.txt": [("sum", "72 + 14 + 9 = 95", "≠", "99", "warning")],
    "pingqiao-2021.txt": [
        ("sequence", "“1、”之后应为“2、”", "≠", "“3、”", "info"),
        ("sequence", "“（五）”之后应为“（六）”", "≠", "“（七）”", "info"),
    ],
    "suizhou-2019.txt": [],
    "wuzhong-2021.txt": [],
    "zaoyang-2020.txt": [
        ("sum", "719 + 324 + 10 + 14 + 3 = 1070", "≠", "1063", "warning"),
        ("ratio", "1059 ÷ 1063 = 99.62%", "≠", "99.61%", "info"),
    ],
}


def audited(call: Call, *arguments: object) -> Any:
    called = call("audit", "--format", "json", *arguments)
    found = json.loads(called.out)
    VALIDATOR.validate(found)
    return found


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture
def written(tmp_path: Path) -> Any:
    def write(*lines: str, name: str = "report.txt") -> Path:
        path = tmp_path / name
        path.write_text(
            "甲县人民政府2021年法治政府建设情况报告\n" + "\n".join(lines) + "\n", encoding="utf-8"
        )
        return path

    return write


def test_the_schema_is_closed_everywhere() -> None:
    schema = audit_schema()
    Draft202012Validator.check_schema(schema)
    closed = [schema, *schema["$defs"].values(), schema["$defs"]["report"]["properties"]["by_relation"]]
    for place in closed:
        assert place["additionalProperties"] is False
        assert set(place["required"]) == set(place["properties"])
    assert tuple(schema["$defs"]["relation"]["properties"]["relation"]["enum"]) == RELATIONS


def test_the_reports_contradict_themselves_where_people_found_it_and_nowhere_else(call: Call) -> None:
    found = audited(call, *REPORTS)
    sides = ("relation", "left", "operator", "right", "severity")
    wrong = {
        entry["report"]["name"]: [
            tuple(one[side] for side in sides) for one in entry["relations"] if one["holds"] is False
        ]
        for entry in found["reports"]
    }
    assert wrong == KNOWN
    assert found["errors"] == []


def test_quotations_are_slices_of_the_text_and_counts_add_up(call: Call) -> None:
    for path, entry in zip(REPORTS, audited(call, *REPORTS)["reports"], strict=True):
        content = read_file(path).text.content
        for one in entry["relations"]:
            assert content[one["start"] : one["end"]] == one["quote"]
            assert content.count("\n", 0, one["start"]) + 1 == one["line"]
        counts = entry["counts"]
        assert counts["checked"] == len(entry["relations"]) > 0
        assert counts["checked"] == counts["holds"] + counts["fails"] + counts["unknown"]
        for name, number in counts.items():
            assert sum(kind[name] for kind in entry["by_relation"].values()) == number


def test_the_words_hold_both_sides_the_difference_the_place_and_how_much_was_checked(
    call: Call, daye: Path
) -> None:
    called = call("audit", daye)
    assert called.code == 0
    for words in ("不符", "警告", "72 + 14 + 9 = 95 ≠ 99，相差 4", "可能漏列一类", "第11行第20列"):
        assert words in called.out
    assert "共清理市政府规范性文件99件（继续有效的规范性文件72件" in squeezed(called.out)
    assert "核对 6 处数字关系：5 处相符，1 处不符（警告）。" in called.out
    assert "--all" in called.out
    assert "402 + 297" not in called.out


def test_all_lists_what_agrees_too(call: Call, daye: Path) -> None:
    shown = call("audit", daye, "--all").out
    assert "402 + 297 + 10 = 709" in shown
    assert "485 + 70 + 25 = 580" in shown
    assert "--all" not in shown
    assert shown.index("72 + 14") < shown.index("402 + 297")


def test_money_is_told_in_the_scale_of_the_report(call: Call, written: Any) -> None:
    path = written("减免各类费用共1.26亿元，其中减税0.8亿元、降费0.36亿元。")
    assert "0.8亿 + 0.36亿 = 1.16亿 ≠ 1.26亿，相差 0.1亿" in call("audit", path).out
    (one,) = audited(call, path)["reports"][0]["relations"]
    assert (one["stated"], one["computed"], one["difference"]) == (126000000, 116000000, 10000000)


def test_hedged_numbers_are_told_as_open(call: Call, written: Any) -> None:
    path = written("共调解纠纷3.2万余件，其中家庭纠纷1.5万余件、邻里纠纷1万余件、其他纠纷6000余件。")
    counts = audited(call, path)["reports"][0]["counts"]
    assert (counts["unknown"], counts["fails"]) == (1, 0)
    shown = call("audit", path).out
    assert "待核" in shown
    assert "1 处因约数不能判定" in shown


def test_a_report_without_relations_says_so(call: Call, written: Any) -> None:
    called = call("audit", written("全县法治政府建设稳步推进。"))
    assert called.code == 0
    assert "没有可以互相核对的数字" in called.out


def test_several_files_are_told_in_order_with_an_overview(call: Call, daye: Path, written: Any) -> None:
    called = call("audit", daye, written("全年办理案件20件，其中涉企案件25件。"))
    assert called.out.index("第 1 份") < called.out.index("72 + 14") < called.out.index("第 2 份")
    assert "涉企案件25件 > 办理案件20件，相差 5" in called.out
    assert "汇总  2 份" in called.out


def test_one_unreadable_file_is_3_and_the_others_are_told(call: Call, daye: Path, tmp_path: Path) -> None:
    called = call("audit", tmp_path / "none.txt", daye)
    assert called.code == 3
    assert "none.txt" in called.err
    assert "未能核对" in called.out
    assert "相差 4" in called.out
    found = audited(call, tmp_path / "none.txt", daye)
    assert [Path(error["name"]).name for error in found["errors"]] == ["none.txt"]
    assert len(found["reports"]) == 1


def test_nothing_readable_is_3_and_prints_nothing(call: Call, tmp_path: Path) -> None:
    called = call("audit", tmp_path / "none.txt")
    assert (called.code, called.out) == (3, "")
    assert audited(call, tmp_path / "none.txt")["reports"] == []


@pytest.mark.parametrize("arguments", [(), ("--format", "markdown", SEEDS / "daye-2021.txt")])
def test_asked_wrongly_is_2(call: Call, arguments: tuple[object, ...]) -> None:
    called = call("audit", *arguments)
    assert (called.code, called.out) == (2, "")


def test_output_goes_to_a_file_and_never_over_an_input(call: Call, written: Any, tmp_path: Path) -> None:
    path = written("全年办理案件20件，其中涉企案件25件。")
    target = tmp_path / "audit.json"
    called = call("audit", path, "--format", "json", "-o", target)
    assert (called.code, called.out) == (0, "")
    VALIDATOR.validate(json.loads(target.read_text(encoding="utf-8")))
    assert call("audit", path, "-o", path).code == 2


@pytest.mark.parametrize(("allowed", "code"), [(0, 1), (1, 0)])
def test_the_gate_is_scorer_check(call: Call, daye: Path, allowed: int, code: int) -> None:
    assert call("audit", daye).code == 0
    called = call("check", daye, "--max-audit-warnings", allowed)
    assert called.code == code
    assert "72 + 14 + 9 = 95 ≠ 99" in called.out


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(
    call: Call, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    wide = [line for line in call("audit", "--all", *REPORTS).out.splitlines() if cells(line) > columns]
    assert wide == []


def cells(line: str) -> int:
    return sum(2 if ord(character) >= 0x2E80 else 1 for character in line)


def test_the_text_of_a_stranger_steers_nothing(call: Call, written: Any) -> None:
    path = written("全年办理\x1b[31m案件20件，其中[red]涉企案件25件。")
    assert "\x1b" not in call("audit", path).out
    assert "\x1b" not in call("audit", path, "--format", "json").out

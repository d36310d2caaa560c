"""``scorer evaluate`` as a user calls it: where reports are looked for, what is said, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

REPORT = """\
平山县人民政府关于2023年度法治政府建设情况的报告
一、主要工作
全年行政机关负责人出庭应诉率达100%。严格执行重大行政决策程序。
二、存在的问题
普法宣传形式单一。
平山县人民政府
2024年2月20日
"""
LABELS = """\
report: pingshan-2023
labels:
  "1.1":
    verdict: met
    confidence: high
    evidence:
    - 负责人出庭应诉率达100%
    values: {负责人出庭应诉率: 100}
  "1.2":
    verdict: absent
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with gold/pingshan.yaml and an empty folder for reports."""
    for name in ("gold", "reports", "seeds"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    write("gold/pingshan.yaml", LABELS)
    return tmp_path


def write(path: str, content: str) -> None:
    Path(path).write_text(content, encoding="utf-8")


def evaluate(call: Call, *more: object) -> tuple[int, dict[str, object], str]:
    called = call("evaluate", "--gold", "gold", "-f", "example", "--format", "json", *more)
    return called.code, json.loads(called.out or "null"), called.err


@pytest.mark.parametrize(
    ("place", "more"),
    [
        ("gold/pingshan-2023.txt", ()),
        ("gold/pingshan-2023.md", ()),
        ("reports/pingshan-2023.txt", ("--reports", "reports")),
        ("seeds/pingshan-2023.txt", ()),
        ("seeds/pingshan-2023", ()),
    ],
    ids=lambda value: str(value) if isinstance(value, str) else "",
)
def test_the_report_is_found(call: Call, desk: Path, place: str, more: tuple[str, ...]) -> None:
    write(place, REPORT)
    code, shown, _ = evaluate(call, *more)
    assert code == 0
    (report,) = shown["reports"]  # type: ignore[misc]
    assert report["report"] == "pingshan-2023"
    assert report["unlabelled"] == ["1.3", "2.1", "3.1"]
    assert report["values_right"] == {"hits": 1, "of": 1, "rate": 1}
    assert report["evidence_found"] == {"hits": 1, "of": 1, "rate": 1}
    (differs,) = shown["disagreements"]  # type: ignore[misc]
    assert (differs["id"], differs["label"]["verdict"], differs["ours"]["status"]) == (
        "1.2",
        "absent",
        "partial",
    )
    assert differs["weight"] == 15


def test_the_nearest_folder_and_plain_text_win(call: Call, desk: Path) -> None:
    write("gold/pingshan-2023.txt", REPORT)
    write("gold/pingshan-2023.html", "<html></html>")
    write("gold/pingshan-2023.json", "{}")
    write("seeds/pingshan-2023.txt", "另一份报告")
    code, shown, err = evaluate(call)
    assert code == 0, err
    assert shown["disagreements"]


def test_a_report_that_is_not_found_is_named_and_the_others_go_on(call: Call, desk: Path) -> None:
    write("gold/a-lost.yaml", LABELS.replace("pingshan-2023", "lost-2020"))
    write("seeds/pingshan-2023.txt", REPORT)
    code, shown, err = evaluate(call, "--reports", "reports")
    assert code == 3
    assert "a-lost.yaml:1:1: lost-2020: the report is in none of these folders: gold, reports, seeds;" in err
    assert "--reports" in err
    assert [one["report"] for one in shown["reports"]] == ["pingshan-2023"]  # type: ignore[attr-defined]
    assert [one["name"] for one in shown["errors"]] == ["lost-2020"]  # type: ignore[attr-defined]


def test_a_report_that_cannot_be_read_is_named_and_the_others_go_on(call: Call, desk: Path) -> None:
    write("gold/a-empty.yaml", LABELS.replace("pingshan-2023", "empty-2020"))
    write("seeds/empty-2020.txt", "")
    write("seeds/pingshan-2023.txt", REPORT)
    code, shown, err = evaluate(call)
    assert code == 3
    assert "empty-2020.txt: is empty" in err
    assert len(shown["reports"]) == len(shown["errors"]) == 1  # type: ignore[arg-type]


def test_without_any_report_only_scripts_get_an_output(call: Call, desk: Path) -> None:
    called = call("evaluate", "--gold", "gold", "-f", "example")
    assert called.code == 3
    assert called.out == ""
    code, shown, _ = evaluate(call)
    assert code == 3
    assert shown["reports"] == []


def test_all_problems_of_all_files_are_told_at_once(call: Call, desk: Path) -> None:
    write("gold/a.yaml", LABELS.replace('"1.2"', '"1.9"').replace("pingshan", "other"))
    write("gold/b.yaml", LABELS.replace("verdict: met", "verdict: good"))
    write("gold/c.yaml", "report: [\n")
    write("seeds/pingshan-2023.txt", REPORT)
    code, shown, err = evaluate(call)
    assert code == 2
    assert shown is None
    assert "gold/a.yaml:9:3: example has no item '1.9'; `scorer framework show example` lists" in err
    assert "gold/b.yaml:4:14: `verdict` is 'good'" in err
    assert "gold/c.yaml:2:1: YAML syntax" in err
    assert "gold/pingshan.yaml:1:1: gold/b.yaml labels pingshan-2023 already" in err


def test_evidence_that_is_not_in_the_report_is_refused(call: Call, desk: Path) -> None:
    write("seeds/pingshan-2023.txt", REPORT.replace("达100%", "为100%"))
    code, shown, err = evaluate(call)
    assert code == 2
    assert shown is None
    assert "gold/pingshan.yaml:7:7: " in err
    assert "does not have these words of 1.1" in err


def test_a_metric_that_the_item_lacks_is_a_warning_and_counts_as_missing(call: Call, desk: Path) -> None:
    write("gold/pingshan.yaml", LABELS.replace("{负责人出庭应诉率", "{出庭率"))
    write("seeds/pingshan-2023.txt", REPORT)
    code, shown, err = evaluate(call)
    assert code == 0
    assert "warning: gold/pingshan.yaml:8:14: item 1.1 has no metric '出庭率'" in err
    assert shown["reports"][0]["values_right"]["hits"] == 0  # type: ignore[index]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--gold"),
        (("--gold", "nowhere"), "nowhere: is no folder"),
        (("--gold", "reports"), "reports: holds no label file"),
        (("--gold", "gold", "-f", "no-such-framework"), "no such framework"),
        (("--gold", "gold", "--format", "papyrus"), "papyrus"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_asked_wrongly_is_2(call: Call, desk: Path, arguments: tuple[str, ...], said: str) -> None:
    called = call("evaluate", *arguments)
    assert called.code == 2
    assert said in called.err
    assert called.out == ""


def test_the_output_goes_to_a_file_and_never_over_an_input(call: Call, desk: Path) -> None:
    write("seeds/pingshan-2023.txt", REPORT)
    called = call("evaluate", "--gold", "gold", "-f", "example", "--format", "markdown", "-o", "out/e.md")
    assert (called.code, called.out) == (0, "")
    assert Path("out/e.md").read_text(encoding="utf-8").startswith("# 评分与人工标注的一致程度\n")
    for path in ("gold/pingshan.yaml", "seeds/pingshan-2023.txt"):
        called = call("evaluate", "--gold", "gold", "-f", "example", "-o", path)
        assert called.code == 2
        assert "is an input of this call" in called.err
    assert Path("gold/pingshan.yaml").read_text(encoding="utf-8") == LABELS


def test_the_baseline_can_be_left_out(call: Call, desk: Path) -> None:
    write("seeds/pingshan-2023.txt", REPORT)
    assert "只查关键词" in call("evaluate", "--gold", "gold", "-f", "example").out
    assert "只查关键词" not in call("evaluate", "--gold", "gold", "-f", "example", "--no-baseline").out


def test_the_same_input_gives_the_same_bytes(call: Call, desk: Path) -> None:
    write("seeds/pingshan-2023.txt", REPORT)
    assert evaluate(call) == evaluate(call)

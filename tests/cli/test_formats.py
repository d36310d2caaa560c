"""What holds for every format alike: exit codes, where it goes, and how -o chooses it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from scorer.rendering import RENDERERS
from tests.cli.conftest import ROOT, Call

GIVEN = sorted(RENDERERS)
REPORT = """某县人民政府2021年法治政府建设情况报告

一、主要工作
2021年，全县办理行政复议案件30件，按期办结率100%。
二、下一步打算
2022年，将编制重大行政决策事项目录。
某县人民政府
2022年2月20日
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.mark.parametrize("format_", GIVEN)
def test_exit_codes_are_the_same(call: Call, tmp_path: Path, report: Path, format_: str) -> None:
    target, missing = tmp_path / "out" / "card", tmp_path / "none.txt"
    empty = tmp_path / "empty.txt"
    empty.touch()
    more = ("-f", "example", "--format", format_, "-o", target)
    assert call("score", report, *more).code == 0
    assert call("check", report, *more, "--min-score", 0).code == 0
    assert call("check", report, *more, "--min-score", 100).code == 1
    for command in ("score", "check"):
        assert call(command, missing, *more).code == 3
        assert call(command, report, empty, *more).code == 3
        assert call(command, report, *more, "--year", "x").code == 2
        assert call(command, report, *more, "-o", tmp_path).code == 2
    assert target.stat().st_size


@pytest.mark.parametrize("command", ["score", "check"])
def test_a_missing_library_is_told_before_anything_is_read(
    call: Call, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    for name in [
        name for name in sys.modules if name.startswith(("scorer.rendering.docx", "scorer.rendering.letter"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    for files in ((report,), (tmp_path / "none.txt",)):
        for asked in (("--format", "docx"), ("-o", tmp_path / "card.docx")):
            called = call(command, *files, *asked)
            assert called.code == 2
            assert called.err.count("\n") == 1
            assert 'pip install "scorer[docx]"' in called.err
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("card.json", b"{"),
        ("card.md", b"# "),
        ("card.csv", b"\xef\xbb\xbf"),
        ("card.sarif", b"{"),
        ("card.xml", b"<?xml"),
        ("card.html", b"<!"),
        ("评分卡.XLSX", b"PK"),
        ("card.v2.docx", b"PK"),
    ],
)
def test_the_ending_of_a_file_chooses_its_format(
    call: Call, tmp_path: Path, report: Path, name: str, start: bytes
) -> None:
    assert call("score", report, "-o", tmp_path / name).code == 0
    assert (tmp_path / name).read_bytes().lower().startswith(start.lower())


@pytest.mark.parametrize("name", ["card.txt", "card", "card.pdf", ".json", "json"])
def test_an_ending_that_says_nothing_leaves_the_default(
    call: Call, tmp_path: Path, report: Path, name: str
) -> None:
    """.txt has two formats, .pdf none; a name that begins with its only dot has no ending."""
    assert call("score", report, "-o", tmp_path / name).code == 0
    assert "总分" in (tmp_path / name).read_text(encoding="utf-8").splitlines()[3]


def test_a_format_that_is_asked_for_beats_the_ending(call: Call, tmp_path: Path, report: Path) -> None:
    for order in (
        ("--format", "json", "-o", tmp_path / "a.md"),
        ("-o", tmp_path / "a.md", "--format", "json"),
    ):
        assert call("score", report, *order).code == 0
        assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("{")
    assert call("score", report, "--format", "terminal", "-o", tmp_path / "a.json").code == 0
    assert not (tmp_path / "a.json").read_text(encoding="utf-8").startswith("{")


def test_the_ending_beats_a_configured_format(
    call: Call, tmp_path: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".scorer.yaml").write_text("format: markdown\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert call("score", report, "-o", "card.json").code == 0
    assert Path("card.json").read_text(encoding="utf-8").startswith("{")
    assert call("score", report, "-o", "card.txt").code == 0
    assert Path("card.txt").read_text(encoding="utf-8").startswith("# ")


def test_a_gate_chooses_by_the_ending_too(call: Call, tmp_path: Path, report: Path) -> None:
    called = call("check", report, "--min-score", 100, "-o", tmp_path / "junit.xml")
    assert called.code == 1
    assert (tmp_path / "junit.xml").read_bytes().startswith(b"<?xml")
    assert "100" in called.err


@pytest.mark.parametrize("format_", [name for name in GIVEN if RENDERERS[name].binary])
def test_a_pipe_takes_bytes_as_they_are(report: Path, format_: str) -> None:
    for more in ((), ("-o", "-")):
        command = [sys.executable, "-m", "scorer", "score", str(report), "--format", format_, *more]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        assert zipfile.ZipFile(BytesIO(done.stdout)).testzip() is None

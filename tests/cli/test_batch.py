"""``scorer batch`` as a user calls it: files, words on both streams, exit codes, the bar on a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scorer.cli import progress
from tests.batch_kit import FRAMEWORK, report, reports, write
from tests.cli.conftest import ROOT, Call

ONE = ("-f", FRAMEWORK, "--jobs", "1")


def test_scorecards_and_summaries_lie_in_the_folder(call: Call, tmp_path: Path) -> None:
    reports(tmp_path / "in", 3)
    called = call(
        "batch", tmp_path / "in", "-o", tmp_path / "out", *ONE, "--format", "json,markdown", "--format", "csv"
    )
    assert called.code == 0
    assert called.err == ""
    assert called.out.startswith("评分 3 份，未能评分 0 份\n")
    assert f"{tmp_path / 'out' / 'summary.html'}" in called.out.replace("\n", "")
    names = {path.name for path in (tmp_path / "out").iterdir() if path.name.startswith("r00")}
    assert names == {f"r00{number}.{ending}" for number in range(3) for ending in ("json", "md", "csv")}
    summaries = {path.name for path in (tmp_path / "out").glob("summary*")}
    assert summaries == {f"summary.{ending}" for ending in ("csv", "json", "md", "html", "xlsx")} | {
        "summary-items.csv"
    }


def test_the_worst_ending_is_the_exit_code_and_is_named(call: Call, tmp_path: Path) -> None:
    good = write(tmp_path / "good.txt")
    (tmp_path / "empty.txt").touch()
    called = call(
        "batch", good, tmp_path / "empty.txt", tmp_path / "gone.txt", "x*y", "-o", tmp_path / "out", *ONE
    )
    assert called.code == 3
    errors = sorted(line for line in called.err.splitlines() if "error:" in line)
    assert len(errors) == 3
    assert [
        name for name in ("empty.txt", "gone.txt", "x*y") if not any(name in line for line in errors)
    ] == []
    assert "评分 1 份，未能评分 3 份" in called.out


def test_again_nothing_is_scored_and_fresh_scores_all(call: Call, tmp_path: Path) -> None:
    reports(tmp_path / "in", 2)
    arguments = ("batch", tmp_path / "in", "-o", tmp_path / "out", *ONE)
    call(*arguments)
    again = call(*arguments)
    assert (again.code, "其中 2 份没有变化，沿用原来的结果" in again.out) == (0, True)
    assert "沿用" not in call(*arguments, "--fresh").out


def test_what_is_left_out_is_told_by_reason(call: Call, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt")
    for number in range(7):
        write(tmp_path / "in" / f".hidden{number}")
    called = call("batch", tmp_path / "in", "-o", tmp_path / "out", *ONE)
    (line,) = called.err.splitlines()
    assert "left out, 7 × is a hidden file: " in line
    assert line.count(".hidden") == 5
    assert line.endswith("…")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "terminal"), "没有这种格式：terminal；"),
        (("--format", ","), "没有这种格式：''；"),
        (("--jobs", "0"), "--jobs"),
        (("--executor", "ray://x:1"), "write dask://HOST:PORT"),
        (("-f", "no-such-framework"), "no-such-framework"),
        (("-f", FRAMEWORK, "-f", FRAMEWORK), "different ids"),
        (("--decisions", "none.yaml"), "none.yaml"),
    ],
)
def test_what_is_asked_wrongly(call: Call, arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    called = call("batch", write(tmp_path / "a.txt"), "-o", tmp_path / "out", *arguments)
    assert called.code == 2
    assert words in called.err
    assert not (tmp_path / "out").exists()


def test_the_folder_for_output_must_be_one(call: Call, tmp_path: Path) -> None:
    called = call("batch", write(tmp_path / "a.txt"), "-o", write(tmp_path / "b.txt"), *ONE)
    assert called.code == 2
    assert "b.txt" in called.err
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == report()


def test_nothing_to_score(call: Call, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    called = call("batch", tmp_path / "void", "-o", tmp_path / "out", *ONE)
    assert called.code == 3
    assert "holds nothing that can be scored" in called.err
    assert called.err.count("error:") == 1


def test_decisions_on_other_reports_are_told(call: Call, tmp_path: Path) -> None:
    decisions = write(
        tmp_path / "decisions.yaml",
        "decisions:\n"
        '- {item: "1.1", report: 别处, status: met, reason: 有, by: 张, date: 2024-05-06, evidence: "0000000000000000"}\n',
    )
    called = call("batch", write(tmp_path / "a.txt"), "-o", tmp_path / "out", *ONE, "--decisions", decisions)
    assert called.code == 0
    assert "no report of this call is 别处" in called.err


def test_settings_of_a_file_reach_the_batch(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        tmp_path / ".scorer.yaml",
        f"framework: {FRAMEWORK}\nlevel: city\nbatch: {{format: [markdown], jobs: 1}}\n",
    )
    write(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    assert call("batch", "a.txt", "-o", "out").code == 0
    assert (tmp_path / "out" / "a.md").exists()
    told = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))
    assert told["frameworks"][0]["id"] == FRAMEWORK
    assert told["frameworks"][0]["groups"][0]["level"] == "city"


def test_without_a_terminal_lines_tell_how_far_it_is(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    reports(tmp_path / "in", 2)
    called = call("batch", tmp_path / "in", "-o", tmp_path / "out", *ONE)
    first, second = called.err.splitlines()
    assert first.startswith("1 of 2, 0 failed; ")
    assert first.endswith(" left")
    assert second.startswith("2 of 2, 0 failed; ")


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_terminal_shows_a_bar_and_errors_above_it(tmp_path: Path) -> None:
    import pty

    reports(tmp_path / "in", 3)
    (tmp_path / "in" / "bad.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    program = "from scorer.cli.main import main; main()"
    command = [
        sys.executable,
        "-c",
        program,
        "batch",
        str(tmp_path / "in"),
        "-o",
        str(tmp_path / "out"),
        *ONE,
    ]
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=slave, cwd=ROOT, env=environment)
    os.close(slave)
    shown = b""
    try:
        while block := os.read(master, 4096):
            shown += block
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(master)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 3
    told = shown.decode("utf-8")
    assert "4/4" in told
    assert "1 failed" in told
    assert " left" in told
    assert "bad.pdf" in told
    assert "\x1b" not in output.decode("utf-8")

"""Where output goes and what becomes of a call when it cannot go there."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Call

posix = pytest.mark.skipif(os.name != "posix", reason="needs pipes, links and devices as POSIX has them")
# Without the variables of the outside that would decide what is tested here.
DECIDING = ("NO_COLOR", "TERM", "SCORER_DEBUG", "PYTHONUNBUFFERED", "PYTHONWARNINGS")
ENVIRONMENT = {key: value for key, value in os.environ.items() if key not in DECIDING}
ENVIRONMENT |= {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}


def scorer(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "scorer", *map(str, arguments)]


def to_a_closed_pipe(*arguments: object) -> tuple[int, str]:
    """Exit code and stderr of a call whose reader has gone before it writes its first byte."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            scorer(*arguments), cwd=ROOT, env=ENVIRONMENT, stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    return done.returncode, done.stderr.decode("utf-8")


@posix
def test_a_reader_that_goes_away_changes_no_exit_code(daye: Path) -> None:
    # What fits a buffer fails when it is flushed, what does not when it is written.
    assert to_a_closed_pipe("framework", "list") == (0, "")
    assert to_a_closed_pipe("read", daye) == (0, "")
    assert to_a_closed_pipe("check", daye, "--min-score", 100) == (1, "")
    code, err = to_a_closed_pipe("score", daye, ROOT / "none.txt")
    assert code == 3
    assert err.count("\n") == 1
    assert to_a_closed_pipe("--help") == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [("framework", "list"), ("--help",)], ids=" ".join)
def test_a_full_disk_is_told_as_such(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            scorer(*arguments), env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    said = done.stderr.decode("utf-8")
    assert done.returncode == 2
    assert said.startswith("scorer: error: standard output: cannot write: ")
    assert said.count("\n") == 1


@posix
def test_a_closed_stdout_is_told_as_such() -> None:
    command = f'"{sys.executable}" -m scorer framework list >&-'
    done = subprocess.run(["sh", "-c", command], env=ENVIRONMENT, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode("utf-8") == "scorer: error: standard output: cannot write: it is closed\n"


@posix
def test_a_closed_stderr_takes_nothing_from_the_exit_code() -> None:
    command = f'"{sys.executable}" -m scorer read none.txt 2>&-'
    assert subprocess.run(["sh", "-c", command], env=ENVIRONMENT, check=False).returncode == 3


def on_a_terminal(environment: dict[str, str], *arguments: object) -> str:
    """What a terminal shows of stdout and stderr together."""
    import pty

    master, slave = pty.openpty()
    process = subprocess.Popen(scorer(*arguments), cwd=ROOT, env=environment, stdout=slave, stderr=slave)
    os.close(slave)
    shown = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # how Linux says that nobody writes to the terminal any more
            break
        if not piece:
            break
        shown += piece
    os.close(master)
    process.wait()
    return shown.decode("utf-8")


@posix
def test_a_terminal_gets_colours_unless_told_otherwise(daye: Path) -> None:
    call = ("score", daye, "none.txt", "--detail", "summary")
    colored = on_a_terminal({**ENVIRONMENT, "TERM": "xterm"}, *call)
    assert "\x1b[31m\x1b[1mscorer: error: " in colored
    assert "\x1b[" in colored.split("大冶市", 1)[1]  # after the error: the scorecard too
    plain = on_a_terminal({**ENVIRONMENT, "TERM": "xterm", "NO_COLOR": "1"}, *call)
    assert "scorer: error: none.txt" in plain
    assert "大冶市" in plain
    assert "\x1b" not in plain


@posix
def test_a_link_stays_a_link_and_its_target_is_written(call: Call, tmp_path: Path, daye: Path) -> None:
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "card.txt", tmp_path / "link"
    link.symlink_to(target)
    for before in (None, "old"):
        if before is not None:
            target.write_text(before, encoding="utf-8")
        assert call("read", daye, "-o", link).code == 0
        assert link.is_symlink()
        assert target.read_text(encoding="utf-8") == call("read", daye).out
    assert [path.name for path in target.parent.iterdir()] == ["card.txt"]
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    looped = call("read", daye, "-o", loop)
    assert looped.code == 2
    assert "cannot write" in looped.err


@posix
def test_an_input_is_not_written_over_through_a_link(call: Call, tmp_path: Path, daye: Path) -> None:
    report, link = tmp_path / "report.txt", tmp_path / "link"
    report.write_bytes(daye.read_bytes())
    link.symlink_to(report)
    assert call("read", report, "-o", link).code == 2
    assert report.read_bytes() == daye.read_bytes()


@posix
def test_a_pipe_is_written_and_not_replaced(call: Call, tmp_path: Path, daye: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    received: list[str] = []
    reader = threading.Thread(target=lambda: received.append(fifo.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    assert call("read", daye, "-o", fifo).code == 0
    reader.join(timeout=60)
    assert received == [call("read", daye).out]
    assert stat.S_ISFIFO(fifo.stat().st_mode)


@posix
def test_a_device_is_written_and_not_replaced(call: Call, daye: Path) -> None:
    assert call("read", daye, "-o", os.devnull).code == 0
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@posix
def test_a_file_keeps_its_mode_and_a_new_one_gets_the_usual(call: Call, tmp_path: Path, daye: Path) -> None:
    old, new, usual = tmp_path / "old", tmp_path / "new", tmp_path / "usual"
    old.write_text("before", encoding="utf-8")
    old.chmod(0o640)
    usual.touch()
    for path in (old, new):
        assert call("read", daye, "-o", path).code == 0
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


def test_a_fault_while_writing_leaves_the_old_file_whole(
    call: Call, tmp_path: Path, daye: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "card"
    target.write_text("before", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", fail)
    called = call("read", daye, "-o", target)
    assert called.code == 2
    assert "No space left" in called.err
    assert target.read_text(encoding="utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["card"]


@pytest.mark.skipif(not hasattr(os, "link"), reason="needs hard links")
def test_an_input_is_not_written_over_under_another_name(
    call: Call, tmp_path: Path, daye: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, twin = tmp_path / "report.txt", tmp_path / "twin.txt"
    report.write_bytes(daye.read_bytes())
    os.link(report, twin)
    monkeypatch.chdir(tmp_path)
    for name in (twin, "report.txt", "./report.txt", tmp_path / "x" / ".." / "report.txt"):
        called = call("read", report, "-o", name)
        assert called.code == 2
        assert "is an input of this call" in called.err
    assert report.read_bytes() == twin.read_bytes() == daye.read_bytes()


def test_an_input_that_is_not_there_is_not_made(call: Call, tmp_path: Path) -> None:
    """Or the next call would take the output of this one for a report."""
    missing = tmp_path / "none.txt"
    called = call("score", missing, "--format", "json", "-o", missing)
    assert called.code == 2
    assert not missing.exists()


@pytest.mark.parametrize(
    "name", ["评分 卡（2021年）.txt", "-card", "a'b\"c;$(d)", "e\u0301.txt", "卡" * 60 + ".txt"]
)
def test_odd_names_are_written_as_they_are(
    call: Call, tmp_path: Path, daye: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("read", daye, f"--output={name}").code == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]


@posix
@pytest.mark.parametrize("name", ["n" * 300, "卡" * 100, "file/below", "folder/", "new/", ""])
def test_a_name_that_cannot_be_written_is_told(call: Call, tmp_path: Path, daye: Path, name: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    called = call("read", daye, "-o", f"{tmp_path}/{name}")
    assert called.code == 2
    assert called.err.count("\n") == 1
    assert "cannot write" in called.err or "is a folder; name a file for -o" in called.err
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]


def test_a_folder_that_takes_no_files_is_told(
    call: Call, tmp_path: Path, daye: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("scorer.atomic._new_file", refuse)
    called = call("read", daye, "-o", tmp_path / "card")
    assert called.code == 2
    assert "card: cannot write: Permission denied" in called.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_device_that_is_full_is_told(call: Call, daye: Path) -> None:
    called = call("read", daye, "-o", "/dev/full")
    assert called.code == 2
    assert "/dev/full: cannot write: " in called.err


@pytest.mark.parametrize("step", ["fsync", "fdopen"])
def test_a_disk_that_fills_leaves_nothing_behind(
    call: Call, tmp_path: Path, daye: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"scorer.cli.output.os.{step}", fail)
    called = call("read", daye, "-o", tmp_path / "card")
    assert called.code == 2
    assert "No space left" in called.err
    assert list(tmp_path.iterdir()) == []


@posix
def test_bytes_are_not_thrown_at_a_terminal(daye: Path) -> None:
    shown = on_a_terminal(ENVIRONMENT, "score", daye, "--format", "xlsx")
    assert "this format is no text for a terminal; name a file with -o" in shown
    assert "PK" not in shown

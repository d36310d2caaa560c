"""What an interrupted, repeated or damaged batch leaves behind, and what the next run makes of it."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import scorer.batch.model
import scorer.batch.run
import scorer.batch.worker
from scorer.atomic import write_whole
from scorer.batch import run_batch
from scorer.batch.files import locked
from scorer.batch.manifest import MANIFEST, Manifest
from scorer.errors import UsageError
from scorer.framework import load_framework
from scorer.rendering.saved import load_scorecards
from scorer.review.decisions import parse_decisions
from scorer.structure.model import Level
from tests.batch_kit import DECISIONS, FRAMEWORK, Here, files, report, reports, score, write

ROOT = Path(__file__).parent.parent
_MANY = 300  # so many that a signal comes long before the end


def lines(out: Path) -> list[dict[str, Any]]:
    """What the manifest tells of finished scorecards; other lines tell of those to come."""
    known = [json.loads(line) for line in (out / MANIFEST).read_text(encoding="ascii").splitlines()[1:]]
    return [line for line in known if "row" in line]


def assert_whole(out: Path) -> int:
    """Each file that the manifest tells of is what was written; nothing is half; how many there are."""
    known = {file: digest for line in lines(out) for file, digest in line["outputs"].values()}
    for file, digest in known.items():
        assert sha256((out / file).read_bytes()).hexdigest() == digest
    for path in out.glob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    return len(known)


def test_what_has_not_changed_is_not_scored_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = reports(tmp_path / "in", 3)
    first = score(paths, tmp_path / "out")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}

    def never(*_: object) -> None:
        raise AssertionError("scored again")

    monkeypatch.setattr(scorer.batch.run, "Schedule", never)
    again = score(paths, tmp_path / "out")
    assert (again.scored, again.kept, again.results) == (0, 3, first.results)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def test_fresh_scores_everything(tmp_path: Path) -> None:
    paths = reports(tmp_path / "in", 2)
    score(paths, tmp_path / "out")
    assert score(paths, tmp_path / "out", fresh=True).scored == 2
    assert len(lines(tmp_path / "out")) == 4  # the last line of each counts
    assert score(paths, tmp_path / "out").kept == 2
    write(paths[0], report(number=7))
    assert score(paths, tmp_path / "out").scored == 1
    assert (
        len(lines(tmp_path / "out")) == 3
    )  # what had gone stale is left out as soon as there is more to write


def test_only_a_changed_report_is_scored_again(tmp_path: Path) -> None:
    paths = reports(tmp_path / "in", 3)
    score(paths, tmp_path / "out")
    write(paths[1], report(number=7))
    outcome = score(paths, tmp_path / "out")
    assert (outcome.scored, outcome.kept) == (1, 2)
    (card,) = load_scorecards(tmp_path / "out" / "r001.json")
    assert card.stamp.report_sha256 == sha256(paths[1].read_bytes()).hexdigest()


def test_a_file_touched_or_moved_with_its_folder_is_the_same(tmp_path: Path) -> None:
    home = tmp_path / "one"
    path = write(home / "in" / "a.txt")
    score([path], home / "out")
    os.utime(path, (1, 1))
    home.rename(tmp_path / "two")
    assert score([tmp_path / "two" / "in"], tmp_path / "two" / "out").kept == 1


@pytest.mark.parametrize("change", ["level", "year", "detail", "framework", "version", "decisions"])
def test_whatever_a_scorecard_depends_on_scores_it_again(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.txt")
    score([path], tmp_path / "out")
    more: dict[str, Any] = {}
    if change == "level":
        more = {"level": Level.CITY}
    elif change == "year":
        more = {"year": 2020}
    elif change == "detail":
        more = {"detail": "summary"}
    elif change == "framework":
        folder = tmp_path / "example"
        folder.mkdir()
        for file in (ROOT / "indicators" / "example").glob("*.yaml"):
            write(
                folder / file.name,
                file.read_text(encoding="utf-8").replace("version: 1.0.0", "version: 1.0.1"),
            )
        more = {"frameworks": (folder,)}
    elif change == "version":
        for module in (scorer.batch.model, scorer.batch.worker):
            monkeypatch.setattr(module, "__version__", "9.9.9")
        monkeypatch.setattr(scorer.batch.model.Setup.__init__, "__defaults__", ("9.9.9",))
    else:
        more = {"decisions": parse_decisions((DECISIONS % ("0" * 16)).encode(), "decisions.yaml")}
    outcome = score([path], tmp_path / "out", **more)
    assert (outcome.scored, outcome.kept) == (1, 0)
    assert score([path], tmp_path / "out", **more).kept == 1


def test_another_format_later_keeps_the_first(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    score([path], tmp_path / "out", formats=["json"])
    assert score([path], tmp_path / "out", formats=["markdown"]).scored == 1
    assert score([path], tmp_path / "out", formats=["json", "markdown"]).kept == 1
    assert score([path], tmp_path / "out", formats=["json"]).kept == 1


def test_a_file_of_another_version_is_not_taken_for_this_one(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    score([path], tmp_path / "out", formats=["json", "markdown"])
    write(path, report(number=9))
    score([path], tmp_path / "out", formats=["json"])
    assert score([path], tmp_path / "out", formats=["json", "markdown"]).scored == 1


@pytest.mark.parametrize("harm", ["cut", "changed", "foreign", "gone", "folder"])
def test_a_damaged_or_foreign_output_is_noticed(harm: str, tmp_path: Path) -> None:
    paths = reports(tmp_path / "in", 2)
    score(paths, tmp_path / "out")
    card = tmp_path / "out" / "r000.json"
    whole = card.read_bytes()
    if harm == "cut":
        card.write_bytes(whole[:1000])
    elif harm == "changed":
        card.write_bytes(whole.replace(b'"met"', b'"MET"', 1))
    elif harm == "foreign":
        card.write_bytes((tmp_path / "out" / "r001.json").read_bytes())
    else:
        card.unlink()
    if harm == "folder":
        card.mkdir()
        outcome = score(paths, tmp_path / "out")
        assert outcome.stopped.startswith("cannot write into")
        assert outcome.exit_code == 2
        return
    outcome = score(paths, tmp_path / "out")
    assert (outcome.scored, outcome.kept) == (1, 1)
    assert card.read_bytes() == whole


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[:-40],
        lambda data: data.replace(b'"row": {', b'"row": [', 1),
        lambda data: data.replace(b'"base": "r000"', b'"base": "../r000"', 1),
        lambda data: data.replace(b'["r000.json"', b'["/etc/passwd"', 1),
        lambda data: data.replace(b"\n", b"\n\xff\xfe\n[]\nnull\n", 1) + b"[" * 100_000 + b"\n",
    ],
    ids=["cut", "shape", "way out", "another file", "rubbish"],
)
def test_a_damaged_manifest_costs_its_damaged_lines(harm: Any, tmp_path: Path) -> None:
    paths = reports(tmp_path / "in", 3)
    score(paths, tmp_path / "out")
    path = tmp_path / "out" / MANIFEST
    path.write_bytes(harm(path.read_bytes()))
    outcome = score(paths, tmp_path / "out")
    assert len(outcome.results) == 3
    assert outcome.kept >= 2
    assert score(paths, tmp_path / "out").kept == 3
    assert assert_whole(tmp_path / "out") == 3


def test_a_manifest_of_something_else_is_left_alone(tmp_path: Path) -> None:
    other = write(tmp_path / "out" / MANIFEST, '{"name": "not ours"}\n')
    with pytest.raises(UsageError, match="is no manifest of a batch"):
        score([write(tmp_path / "a.txt")], tmp_path / "out")
    assert other.read_text(encoding="utf-8") == '{"name": "not ours"}\n'


def test_two_batches_do_not_write_into_one_folder(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with locked(tmp_path / "out"), pytest.raises(UsageError, match="another batch is writing here"):
        score([write(tmp_path / "a.txt")], tmp_path / "out")
    assert score([tmp_path / "a.txt"], tmp_path / "out").scored == 1


def test_halves_of_killed_runs_are_cleared_away(tmp_path: Path) -> None:
    part = write(tmp_path / "out" / ".scorer-abc.part", "half")
    score([write(tmp_path / "a.txt")], tmp_path / "out")
    assert not part.exists()


def test_a_file_that_vanishes_is_an_error_by_name(tmp_path: Path) -> None:
    paths = reports(tmp_path / "in", 8)

    def vanish(_: object) -> None:
        paths[-1].unlink(missing_ok=True)

    outcome = score([tmp_path / "in"], tmp_path / "out", on_result=vanish)
    assert [one.name for one in outcome.failed] == [str(paths[-1])]
    assert "does not exist" in outcome.failed[0].message
    assert (outcome.scored, outcome.exit_code) == (7, 3)


def full_after(count: int) -> Any:
    """Writes so many scorecards, then the disk is full."""
    left = iter(range(count))

    def write_or_fail(target: Path, content: bytes, *, sync: bool = True) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write_whole(target, content, sync=sync)

    return write_or_fail


def test_a_full_disk_stops_the_batch_and_keeps_what_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = reports(tmp_path / "in", 40)
    with monkeypatch.context() as patched:
        patched.setattr(scorer.batch.worker, "write_whole", full_after(11))
        outcome = score(paths, tmp_path / "out")
    assert (outcome.scored, outcome.exit_code) == (11, 2)
    assert "No space left on device" in outcome.stopped
    assert outcome.failed == ()
    assert len(outcome.missing) == 29
    assert assert_whole(tmp_path / "out") == 11
    assert not list((tmp_path / "out").glob("*.part"))
    rest = score(paths, tmp_path / "out")
    assert (rest.scored, rest.kept, rest.exit_code, rest.missing) == (29, 11, 0, ())


def test_a_manifest_that_cannot_be_written_stops_the_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = reports(tmp_path / "in", 40)
    count = iter(range(100))
    add = Manifest.add

    def fail(self: Manifest, *given: Any) -> None:
        if next(count) >= 5:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        add(self, *given)

    with monkeypatch.context() as patched:
        patched.setattr(Manifest, "add", fail)
        outcome = score(paths, tmp_path / "out")
    assert outcome.exit_code == 2
    assert "No space left" in outcome.stopped
    assert len(outcome.missing) == 35
    rest = score(paths, tmp_path / "out")
    assert (len(rest.results), rest.kept, rest.exit_code) == (40, 5, 0)


def test_summaries_that_cannot_be_written_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt")
    with monkeypatch.context() as patched:
        patched.setattr(scorer.batch.run, "write_whole", full_after(0))
        outcome = score([path], tmp_path / "out")
    assert (outcome.scored, outcome.exit_code, outcome.files) == (1, 2, ())
    assert "summaries" in outcome.stopped


def test_a_fault_of_ours_costs_one_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = reports(tmp_path / "in", 4)
    real = scorer.batch.worker.row_of

    def fault(card: Any, name: str, file: str) -> Any:
        if name.endswith("r002.txt"):
            raise ZeroDivisionError("defect")
        return real(card, name, file)

    monkeypatch.setattr(scorer.batch.worker, "row_of", fault)
    outcome = score(paths, tmp_path / "out")
    assert [(one.name, one.message) for one in outcome.failed] == [
        (str(paths[2]), "internal fault: ZeroDivisionError: defect")
    ]
    assert (outcome.scored, outcome.exit_code) == (3, 4)
    monkeypatch.setenv("SCORER_DEBUG", "1")
    assert "Traceback" in score(paths, tmp_path / "out").failed[0].message


def command(home: Path, out: Path) -> list[str]:
    program = "from scorer.cli.main import main; main()"
    return [sys.executable, "-c", program, "batch", str(home), "-o", str(out), "-f", FRAMEWORK, "--jobs", "2"]


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Path, Path]]:
    """A batch of many reports in a process of its own, stopped when the first of them are finished."""
    home, out = tmp_path / "in", tmp_path / "out"
    reports(home, _MANY)
    process = subprocess.Popen(
        command(home, out),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    while process.poll() is None and not ((out / MANIFEST).exists() and lines_so_far(out)):
        time.sleep(0.01)
    yield process, home, out
    process.kill()
    process.communicate()


def lines_so_far(out: Path) -> int:
    return (out / MANIFEST).read_bytes().count(b'"row"')


def rest_is_scored(home: Path, out: Path) -> None:
    """The same command again finishes; the result is that of a batch nobody disturbed."""
    before = assert_whole_up_to_a_torn_line(out)
    assert 0 < before < _MANY
    outcome = run_batch([home], out, frameworks=(FRAMEWORK,), jobs=2)
    assert (len(outcome.results), outcome.missing, outcome.exit_code) == (_MANY, (), 0)
    assert outcome.kept >= before
    assert assert_whole(out) == _MANY
    assert not list(out.glob("*.part"))


def assert_whole_up_to_a_torn_line(out: Path) -> int:
    data = (out / MANIFEST).read_bytes()
    if not data.endswith(b"\n"):
        (out / MANIFEST).write_bytes(data[: data.rindex(b"\n") + 1])
    return assert_whole(out)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM], ids=["SIGINT", "SIGTERM"])
def test_an_interrupt_leaves_finished_results_whole_and_says_what_is_missing(
    sign: signal.Signals, running: tuple[subprocess.Popen[str], Path, Path]
) -> None:
    process, home, out = running
    process.send_signal(sign)
    shown, told = process.communicate(timeout=120)
    assert process.returncode == 130, told
    assert "Traceback" not in told
    finished = len(lines(out))
    assert f"not scored: {_MANY - finished} reports: " in told
    assert "the same command again scores the rest" in told
    assert f"还缺 {_MANY - finished} 份" in shown
    assert json.loads((out / "summary.json").read_text(encoding="utf-8"))["missing"] == _MANY - finished
    rest_is_scored(home, out)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_killed_batch_leaves_finished_results_whole_and_no_worker_behind(
    running: tuple[subprocess.Popen[str], Path, Path],
) -> None:
    process, home, out = running
    process.kill()
    process.communicate(timeout=120)  # ends when no worker holds its stderr any more
    rest_is_scored(home, out)


def test_a_batch_in_another_thread_listens_to_no_signal(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    paths = [str(path) for path in reports(tmp_path / "in", 2)]
    with ThreadPoolExecutor(1) as thread, Here() as executor:
        done = thread.submit(
            run_batch, paths, tmp_path / "out", frameworks=[load_framework(FRAMEWORK)], executor=executor
        )
        assert done.result().scored == 2
    assert signal.getsignal(signal.SIGINT) is before


def test_handlers_are_put_back(tmp_path: Path) -> None:
    before = [signal.getsignal(name) for name in (signal.SIGINT, signal.SIGTERM)]
    score([write(tmp_path / "a.txt")], tmp_path / "out")
    assert [signal.getsignal(name) for name in (signal.SIGINT, signal.SIGTERM)] == before


def test_names_in_the_folder_are_ours(tmp_path: Path) -> None:
    score([write(tmp_path / "a.txt")], tmp_path / "out")
    assert files(tmp_path / "out") == {"a.json"}

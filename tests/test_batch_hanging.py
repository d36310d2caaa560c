"""Workers that hang: given up after a time, ended by Ctrl-C, never waited for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from scorer.batch import watch
from scorer.batch.crew import Crew, WorkerDiedError
from scorer.batch.model import Ending, Task
from scorer.batch.watch import TIMEOUT, Watch
from scorer.batch.worker import begins, score_chunk
from scorer.errors import UsageError
from tests.batch_kit import FRAMEWORK, Deadly, reports, score, write

psutil = pytest.importorskip("psutil")  # comes with dask

ROOT = Path(__file__).parent.parent
_FOREVER = 3600


class Clock:
    """Goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def look(seen: Watch[str], clock: Clock, places: dict[str, int | None], seconds: float) -> list[str]:
    clock.now += seconds
    return seen.overdue(places, places.get)


def test_a_report_is_overdue_when_it_was_seen_for_longer_than_the_limit() -> None:
    clock = Clock()
    seen: Watch[str] = Watch(3, clock)
    assert look(seen, clock, {"a": 1, "b": 7}, 1) == []
    assert look(seen, clock, {"a": 1, "b": 7}, 2) == []
    assert look(seen, clock, {"a": 1, "b": 7}, 1) == []
    assert look(seen, clock, {"a": 1, "b": 8}, 1) == ["a"]


def test_what_ended_and_came_again_begins_anew() -> None:
    clock = Clock()
    seen: Watch[str] = Watch(3, clock)
    for places in ({"a": 1}, {"a": 1}, {}, {"a": 1}, {"a": 1}):
        assert look(seen, clock, dict(places), 2) == []


def test_a_long_time_between_two_looks_does_not_count() -> None:
    """The machine slept, or somebody pressed Ctrl-Z: workers stood still as well."""
    clock = Clock()
    seen: Watch[str] = Watch(3, clock)
    assert look(seen, clock, {"a": 1}, 1) == []
    assert look(seen, clock, {"a": 1}, 100_000) == []
    assert look(seen, clock, {"a": 1}, 1) == []
    assert look(seen, clock, {"a": 1}, 1) == ["a"]


def test_a_worker_that_starts_has_time_for_it() -> None:
    clock = Clock()
    seen: Watch[str] = Watch(3, clock)
    look(seen, clock, {"a": None}, 1)
    for _ in range(int(TIMEOUT / watch._GAP)):
        assert look(seen, clock, {"a": None}, watch._GAP) == []
    assert look(seen, clock, {"a": None}, watch._GAP) == ["a"]


def test_without_a_limit_nothing_is_overdue() -> None:
    clock = Clock()
    seen: Watch[str] = Watch(None, clock)
    assert not any(look(seen, clock, {"a": 1}, 2) for _ in range(1000))


# --- in a batch


def hanging_chunk(setup: bytes, tasks: Sequence[Task]) -> tuple[Ending, ...]:
    """Never comes back from reports with `hang` in their names."""
    endings: list[Ending] = []
    for task in tasks:
        if "hang" in Path(task.name).name:
            begins_here(task.index)
            time.sleep(_FOREVER)
        endings += score_chunk(setup, [task])
    return tuple(endings)


def begins_here(index: int) -> None:
    from scorer.batch import worker

    worker.begins(index)  # what the crew put there, and not what was imported above


def test_a_report_that_hangs_is_named_and_all_others_are_scored(tmp_path: Path) -> None:
    reports(tmp_path / "in", 20)
    slow = write(tmp_path / "in" / "r007-hang.txt")
    with Deadly(2, hanging_chunk) as crew:
        outcome = score([tmp_path / "in"], tmp_path / "out", executor=crew, jobs=2, timeout=3)
    assert [one.name for one in outcome.failed] == [str(slow)]
    assert outcome.failed[0].message.startswith("took longer than 3 seconds")
    assert (outcome.scored, outcome.missing, outcome.exit_code) == (20, (), 4)


class Stuck(Executor):
    """Takes everything and gives nothing back."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return Future()


def test_an_executor_that_finishes_nothing_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scorer.batch.schedule.TIMEOUT", 0.5)
    outcome = score(reports(tmp_path / "in", 3), tmp_path / "out", executor=Stuck(), jobs=1, timeout=0.02)
    assert outcome.stopped == "no worker has finished anything for 0.5 seconds"
    assert (outcome.scored, len(outcome.missing), outcome.exit_code) == (0, 3, 2)


@pytest.mark.parametrize("wrong", [0, -1, float("nan")])
def test_a_limit_must_be_one(wrong: float, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="timeout must be more than 0 seconds"):
        score([write(tmp_path / "a.txt")], tmp_path / "out", timeout=wrong)


# --- the crew


def test_a_worker_is_known_by_where_it_is_and_can_be_ended() -> None:
    with Crew(1) as crew:
        assert crew.submit(begins, 5).result() is None  # not the crew's own: it is sent by name
        future = crew.submit(_begin_and_hang, 5)
        while crew.place(future) != 5:
            time.sleep(0.01)
        crew.kill(future)
        assert isinstance(future.exception(), WorkerDiedError)
        assert crew.place(future) is None
        assert crew.submit(max, 1, 2).result() == 2


def _begin_and_hang(index: int) -> None:
    begins_here(index)
    time.sleep(_FOREVER)


def test_a_crew_that_goes_does_not_wait_for_who_hangs() -> None:
    with Crew(2) as crew:
        future = crew.submit(time.sleep, _FOREVER)
        crew.submit(max, 1, 2).result()
    assert isinstance(future.exception(), WorkerDiedError)


def _function() -> Callable[[], None]:
    return lambda: None


def test_what_cannot_be_carried_is_an_error_and_the_crew_goes_on() -> None:
    with Crew(1) as crew:
        assert crew.submit(_function()).exception() is not None  # a call
        assert crew.submit(_function).exception() is not None  # an answer
        assert crew.submit(max, 1, 2).result() == 2


# --- Ctrl-C


@pytest.fixture
def frozen(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A batch whose workers were all stopped while they were at it."""
    home, out = tmp_path / "in", tmp_path / "out"
    reports(home, 200)
    program = "from scorer.cli.main import main; main()"
    command = [
        sys.executable,
        "-c",
        program,
        "batch",
        str(home),
        "-o",
        str(out),
        "-f",
        FRAMEWORK,
        "--jobs",
        "2",
    ]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT
    )
    manifest = out / "manifest.jsonl"
    while process.poll() is None and not (manifest.exists() and b'"row"' in manifest.read_bytes()):
        time.sleep(0.01)
    workers = [
        one for one in psutil.Process(process.pid).children() if "spawn_main" in " ".join(one.cmdline())
    ]
    assert len(workers) == 2
    for one in workers:
        one.suspend()
    yield process
    process.kill()
    process.communicate()
    for one in workers:
        if one.is_running():
            one.kill()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_second_interrupt_ends_workers_that_hang_and_what_is_finished_is_summed_up(
    frozen: subprocess.Popen[str], tmp_path: Path
) -> None:
    frozen.send_signal(signal.SIGINT)
    with pytest.raises(subprocess.TimeoutExpired):
        frozen.wait(1)  # the first one waits for them
    frozen.send_signal(signal.SIGINT)
    shown, told = frozen.communicate(timeout=120)
    assert frozen.returncode == 130, told
    assert "Traceback" not in told
    assert "not scored: " in told
    assert "died" not in told
    assert "本次没有评完" in shown
    assert score([tmp_path / "in"], tmp_path / "out").exit_code == 0

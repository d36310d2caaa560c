"""Workers that die, that are somebody else's, or that live on other machines."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster

from scorer.batch import FORMATS, Step, run_batch, schedule
from scorer.batch.crew import Crew
from scorer.batch.remote import connect
from scorer.batch.worker import score_chunk
from scorer.errors import UsageError
from tests.batch_kit import (
    FRAMEWORK,
    Deadly,
    Refusing,
    broken_chunk,
    deadly_chunk,
    once_deadly_chunk,
    reports,
    score,
    write,
)


def test_a_report_that_kills_is_named_and_all_others_are_scored(tmp_path: Path) -> None:
    reports(tmp_path / "in", 30)
    killer = write(tmp_path / "in" / "r015-killer.txt")
    with Deadly(2, deadly_chunk) as crew:
        outcome = score([tmp_path / "in"], tmp_path / "out", executor=crew, jobs=2)
    assert [one.name for one in outcome.failed] == [str(killer)]
    assert outcome.failed[0].message.startswith("the worker died on this report twice")
    assert (outcome.scored, outcome.exit_code, outcome.missing) == (30, 4, ())


def test_two_killers_in_one_chunk_are_both_named(tmp_path: Path) -> None:
    reports(tmp_path / "in", 6)
    killers = [write(tmp_path / "in" / f"r00{number}-killer.txt") for number in (1, 2)]
    with Deadly(1, deadly_chunk) as crew:
        outcome = score([tmp_path / "in"], tmp_path / "out", executor=crew, jobs=1)
    assert [one.name for one in outcome.failed] == [str(killer) for killer in killers]
    assert outcome.scored == 6


def test_a_worker_killed_once_costs_nothing(tmp_path: Path) -> None:
    reports(tmp_path / "in", 12)
    write(tmp_path / "in" / "r005-killer.txt")
    with Deadly(2, once_deadly_chunk) as crew:
        outcome = score([tmp_path / "in"], tmp_path / "out", executor=crew, jobs=2)
    assert (outcome.scored, outcome.failed, outcome.exit_code) == (13, (), 0)


def test_workers_that_never_get_anywhere_stop_the_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "_HOPELESS", 3)
    reports(tmp_path / "in", 9)
    with Deadly(1, broken_chunk) as crew:
        outcome = score([tmp_path / "in"], tmp_path / "out", executor=crew, jobs=1)
    assert "workers die before they finish anything" in outcome.stopped
    assert outcome.scored == 0
    assert outcome.exit_code == 4  # one report was tried alone and looked guilty
    assert len(outcome.missing) == 8


def test_a_worker_is_replaced_by_one_that_works() -> None:
    with Crew(1) as crew:
        first = crew.submit(os.getpid).result()
        os.kill(first, getattr(signal, "SIGKILL", signal.SIGTERM))
        for _ in range(3):  # the first call may still meet the dead one
            future = crew.submit(os.getpid)
            if future.exception() is None:
                break
        assert future.result() != first


def test_one_death_leaves_the_work_of_others_alone() -> None:
    with Crew(2) as crew:
        dying, living = crew.submit(os._exit, 9), crew.submit(sum, range(1000))
        assert living.result() == 499500
        assert dying.exception() is not None
        assert crew.submit(max, 1, 2).result() == 2


def test_a_pool_of_the_standard_library_does_as_well(tmp_path: Path) -> None:
    paths = reports(tmp_path / "in", 12)
    heard: list[Step] = []
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        outcome = score(paths, tmp_path / "out", executor=pool, on_result=heard.append)
    assert (outcome.scored, outcome.exit_code) == (12, 0)
    assert [step.done for step in heard] == list(range(1, 13))


def test_an_executor_that_breaks_says_what_is_missing(tmp_path: Path) -> None:
    outcome = score(reports(tmp_path / "in", 40), tmp_path / "out", executor=Refusing(), jobs=1)
    assert "no worker takes any more work" in outcome.stopped
    assert outcome.exit_code == 2
    assert outcome.scored + len(outcome.missing) == 40
    assert outcome.scored > 0
    assert outcome.missing


def test_files_that_workers_wrote_elsewhere_are_missed(tmp_path: Path) -> None:
    def wipe(_: Step) -> None:
        for path in (tmp_path / "out").glob("r*.json"):
            path.unlink()

    outcome = score(reports(tmp_path / "in", 3), tmp_path / "out", on_result=wipe)
    assert "share under one path" in outcome.stopped
    assert outcome.exit_code == 2


def test_a_worker_of_another_version_does_not_score(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorer.batch.worker.__version__", "0.0.0")
    outcome = score([write(tmp_path / "a.txt")], tmp_path / "out")
    assert "this worker has scorer 0.0.0" in outcome.stopped
    assert (outcome.scored, outcome.exit_code) == (0, 2)


def test_every_format_of_a_batch_has_its_own_ending() -> None:
    from scorer.rendering import RENDERERS

    endings = [RENDERERS[name].extension for name in FORMATS]
    assert len(set(endings)) == len(endings)
    assert not {"terminal", "github"} & set(FORMATS)


# --- other machines


@pytest.fixture(scope="module")
def cluster() -> Any:
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
    ) as made:
        yield made


def address(cluster: Any) -> str:
    return str(cluster.scheduler_address).replace("tcp://", "dask://")


def test_a_worker_killed_halfway_loses_nothing(cluster: Any, tmp_path: Path) -> None:
    reports(tmp_path / "in", 120)
    killed: list[int] = []

    def kill(step: Step) -> None:
        if step.done >= 40 and not killed:
            (victim, *_) = cluster.scheduler_info["workers"]
            killed.append(client.run(os.getpid, workers=[victim])[victim])
            os.kill(killed[0], getattr(signal, "SIGKILL", signal.SIGTERM))

    with connect(address(cluster)) as (executor, cores):
        client = executor._client  # type: ignore[attr-defined]  # only to find out whom to kill
        assert cores == 2
        outcome = run_batch(
            [tmp_path / "in"],
            tmp_path / "out",
            frameworks=[FRAMEWORK],
            executor=executor,
            jobs=4,
            on_result=kill,
        )
    assert len(killed) == 1
    assert (outcome.scored, outcome.failed, outcome.missing, outcome.exit_code) == (120, (), (), 0)
    assert score([tmp_path / "in"], tmp_path / "out").kept == 120


def test_results_of_a_cluster_are_those_of_one_machine(cluster: Any, tmp_path: Path) -> None:
    reports(tmp_path / "in", 5)
    with connect(address(cluster)) as (executor, _):
        there = score([tmp_path / "in"], tmp_path / "there", executor=executor, jobs=4)
    here = score([tmp_path / "in"], tmp_path / "here")
    assert there.results == here.results
    assert (tmp_path / "there" / "summary.json").read_bytes() == (
        tmp_path / "here" / "summary.json"
    ).read_bytes()


@pytest.mark.parametrize(
    "wrong", ["127.0.0.1:8786", "dask://nowhere", "dask://a b:1", "ray://127.0.0.1:1", "dask://u@h:1"]
)
def test_an_address_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(UsageError, match="write dask://HOST:PORT"), connect(wrong):
        pass


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorer.batch.remote._PATIENCE", 0.5)
    with pytest.raises(UsageError, match="no scheduler answers there"), connect("dask://127.0.0.1:1"):
        pass


def test_without_the_extra_the_mend_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(UsageError, match=r'pip install "scorer\[dask\]"'), connect("dask://127.0.0.1:1"):
        pass


def test_what_a_worker_is_sent_is_found_by_name() -> None:
    assert (score_chunk.__module__, score_chunk.__qualname__) == ("scorer.batch.worker", "score_chunk")

"""The benchmarks measure ratios and say so; nothing here depends on how fast the machine is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import measure as measuring
from benchmarks import run
from benchmarks.measure import Benchmark, PeerError, Result, measure
from benchmarks.registry import BENCHMARKS
from benchmarks.table import page


def small(*, at_most: float | None = None) -> Benchmark:
    def run() -> int:
        return sum(range(50_000))

    return Benchmark("small", "ours", "theirs", lambda: (run, lambda: run() + 1), at_most)


@pytest.fixture(autouse=True)
def _short_timings(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is measured here is of no interest: a tenth of a millisecond of each will do."""
    monkeypatch.setattr(measuring, "_SHORTEST", 0.0001)


def test_each_round_gives_a_ratio_in_order_of_size() -> None:
    result = measure(small(), rounds=3)
    assert len(result.ratios) == 3
    assert list(result.ratios) == sorted(result.ratios)
    assert all(ratio > 0 for ratio in result.ratios)


def test_the_median_counts_and_is_held_to_its_limit() -> None:
    assert Result(small(at_most=3), (1.0, 2.0, 90.0)).ratio == 2.0
    assert Result(small(at_most=3), (1.0, 2.0, 90.0)).holds
    assert not Result(small(at_most=1.5), (1.0, 2.0, 90.0)).holds
    assert Result(small(), (90.0,)).holds


def test_the_page_tells_ratio_spread_limit_and_versions() -> None:
    text = page([Result(small(at_most=40), (20.0, 26.72, 31.0))])
    assert "| small | ours | theirs | 26.7 (20–31) | 40 | 3 |" in text
    assert "Python" in text
    assert "rapidfuzz " in text


@pytest.mark.parametrize("name", sorted(BENCHMARKS))
def test_both_sides_of_a_benchmark_can_be_called(name: str) -> None:
    assert BENCHMARKS[name].name == name
    if name == "quantities":  # the others take seconds
        subject, baseline = BENCHMARKS[name].prepare()
        assert subject() != []
        assert baseline() != []


def test_a_wrong_name_is_told_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run.main(["speed"])
    assert stop.value.code == 2
    assert "quantities" in capsys.readouterr().err


def test_the_page_is_written_where_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BENCHMARKS", {"small": small(at_most=0.0)})
    assert run.main(["--rounds", "1", "--output", str(tmp_path / "page.md")]) == 1
    assert "| small |" in (tmp_path / "page.md").read_text(encoding="utf-8")


def test_a_peer_that_cannot_be_had_is_left_out_and_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def prepare() -> tuple[Callable[[], object], Callable[[], object]]:
        raise PeerError("npm cannot install textlint")

    there_is_none = replace(small(), name="none", programs=("no-such-program",))
    fails = replace(small(), name="fails", prepare=prepare)
    monkeypatch.setattr(run, "BENCHMARKS", {"none": there_is_none, "fails": fails})
    assert run.main(["none", "fails", "--rounds", "1"]) == 0
    told = capsys.readouterr()
    assert "none: left out, no-such-program is not installed" in told.err
    assert "fails: left out, npm cannot install textlint" in told.err
    assert "| small |" not in told.out


def test_rows_that_are_not_measured_again_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = small(at_most=9.0), replace(small(), name="second", subject="slow")
    monkeypatch.setattr(run, "BENCHMARKS", {"small": first, "second": second})
    output = tmp_path / "page.md"
    output.write_text(page([Result(first, (1.5,)), Result(second, (777.0,))]), encoding="utf-8")
    run.main(["small", "--rounds", "2", "--output", str(output), "--update"])
    rows = [
        line
        for line in output.read_text(encoding="utf-8").splitlines()
        if "| ours |" in line or "| slow |" in line
    ]
    assert [row.split(" | ")[0] for row in rows] == ["| small", "| second"]
    assert rows[0].endswith("| 9 | 2 |")
    assert "777" in rows[1]

"""python -m benchmarks.batch [--reports N] [--jobs N] [--rounds N]: a batch against as many independent processes.

The baseline are processes that know nothing of each other: each gets its share of the reports, makes its own engine,
scores and writes JSON. The batch has to do the same and besides look up inputs, hand out chunks, keep its manifest and
sum up. Both are timed from beginning to end, in turn; the ratio is the time of the processes over that of the batch,
so that 1 would be a batch that costs nothing. It is told by the clock, and by the processor time of all processes,
which a busy machine disturbs less.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.copies import write_copies  # noqa: E402

_AT_LEAST = 0.88
_ALONE = """
import sys
from pathlib import Path
from scorer import Engine, read_file, render
engine, out = Engine(), Path(sys.argv[1])
for name in sys.argv[2:]:
    text = render(engine.score(read_file(name)), "json")
    (out / (Path(name).stem + ".json")).write_text(text, encoding="utf-8")
"""
_BATCH = "from scorer.cli.main import main; main()"


def _independent(paths: list[Path], out: Path, jobs: int) -> None:
    shares = [[str(path) for path in paths[at::jobs]] for at in range(jobs)]
    running = [
        subprocess.Popen([sys.executable, "-c", _ALONE, str(out), *share], cwd=ROOT) for share in shares
    ]
    codes = [process.wait() for process in running]
    if any(codes):
        sys.exit("an independent process failed")


def _batch(paths: list[Path], out: Path, jobs: int) -> None:
    command = [sys.executable, "-c", _BATCH, "--no-config", "batch", str(paths[0].parent), "-o", str(out)]
    subprocess.run([*command, "--jobs", str(jobs)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _cost(run: Callable[[list[Path], Path, int], None], paths: list[Path], jobs: int) -> tuple[float, float]:
    """Seconds by the clock, and of processor time in all processes that have ended."""
    with tempfile.TemporaryDirectory() as out:
        before, start = os.times(), time.perf_counter()
        run(paths, Path(out), jobs)
        after, clock = os.times(), time.perf_counter() - start
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return clock, used


def main(arguments: list[str] | None = None) -> int:
    """Print each round and the medians; 1 when the batch is slower than it may be."""
    parser = argparse.ArgumentParser(description="A batch against independent processes.")
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args(arguments)
    ratios: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        paths = write_copies(Path(folder), asked.reports)
        for number in range(asked.rounds):
            order = (_independent, _batch) if number % 2 == 0 else (_batch, _independent)
            cost = {run: _cost(run, paths, asked.jobs) for run in order}
            (clock, used), (batch_clock, batch_used) = cost[_independent], cost[_batch]
            ratios.append((clock / batch_clock, used / batch_used))
            print(f"round {number + 1}: clock {ratios[-1][0]:.3f}, processor {ratios[-1][1]:.3f}", flush=True)
    clock, used = (statistics.median(column) for column in zip(*ratios, strict=True))
    print(f"median of {asked.rounds}: clock {clock:.3f}, processor {used:.3f}; at least {_AT_LEAST} is asked")
    return 0 if clock >= _AT_LEAST else 1


if __name__ == "__main__":
    sys.exit(main())

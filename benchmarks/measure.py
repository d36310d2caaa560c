"""Interleaved rounds: both sides of a ratio are timed in turn, so that a busy machine slows both alike."""

from __future__ import annotations

import gc
import shutil
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

__all__ = ["Benchmark", "PeerError", "Result", "measure"]

_SHORTEST = 0.02  # seconds of processor time; anything shorter is repeated within one timing


class PeerError(Exception):
    """What ours is to be compared with cannot be had here; the message says what, for people."""


@dataclass(frozen=True)
class Benchmark:
    """One question: how many times the cost of ``baseline`` is the cost of ``subject``?

    ``prepare`` loads and warms up everything and gives both as functions without arguments. ``at_most`` is the
    ratio that the project holds itself to, ``rounds`` how often both are timed when nothing else is asked for,
    ``clock`` gives seconds of processor time, ``needs`` are modules of the extra ``bench``, ``programs`` are
    commands that must be there. ``prepare`` raises :class:`PeerError` when a peer cannot be made ready.
    """

    name: str
    subject: str
    baseline: str
    prepare: Callable[[], tuple[Callable[[], object], Callable[[], object]]]
    at_most: float | None = None
    rounds: int = 15
    clock: Callable[[], float] = time.process_time
    needs: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()

    @property
    def lacks(self) -> tuple[str, ...]:
        """The modules and programs of peers that it needs and that are not installed."""
        modules = tuple(module for module in self.needs if find_spec(module) is None)
        return modules + tuple(program for program in self.programs if shutil.which(program) is None)


@dataclass(frozen=True)
class Result:
    """The ratio of every round in order of size."""

    benchmark: Benchmark
    ratios: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median of the rounds."""
        return statistics.median(self.ratios)

    @property
    def holds(self) -> bool:
        """Whether the median keeps to what was set, if anything was."""
        return self.benchmark.at_most is None or self.ratio <= self.benchmark.at_most


def measure(benchmark: Benchmark, rounds: int | None = None) -> Result:
    """Time both sides in turn, the order changing from round to round."""
    subject, baseline = benchmark.prepare()
    clock = benchmark.clock
    loops = {run: _loops(run, clock) for run in (subject, baseline)}
    ratios = []
    for index in range(rounds or benchmark.rounds):
        order = (subject, baseline) if index % 2 == 0 else (baseline, subject)
        cost = {run: _cost(run, loops[run], clock) for run in order}
        ratios.append(cost[subject] / cost[baseline])
    return Result(benchmark, tuple(sorted(ratios)))


def _loops(run: Callable[[], object], clock: Callable[[], float]) -> int:
    """How often to repeat a call so that the clock can see it."""
    loops = 1
    while _cost(run, loops, clock) * loops < _SHORTEST:
        loops *= 2
    return loops


def _cost(run: Callable[[], object], loops: int, clock: Callable[[], float]) -> float:
    """Processor time of one call, in seconds."""
    gc.collect()
    gc.disable()
    try:
        start = clock()
        for _ in range(loops):
            run()
        return (clock() - start) / loops
    finally:
        gc.enable()

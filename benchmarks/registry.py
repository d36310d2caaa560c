"""All benchmarks by name: a new one is a file of its own and a line here."""

from __future__ import annotations

from benchmarks import cold, growth, pipeline, quantities, textlint
from benchmarks.measure import Benchmark

__all__ = ["BENCHMARKS"]

BENCHMARKS: dict[str, Benchmark] = {
    benchmark.name: benchmark
    for benchmark in (
        quantities.BENCHMARK,
        *pipeline.BENCHMARKS,
        textlint.BENCHMARK,
        *growth.BENCHMARKS,
        *cold.BENCHMARKS,
    )
}

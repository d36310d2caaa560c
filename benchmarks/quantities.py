"""Extraction of quantities against the least that any reader of numbers must do: find the digits."""

from __future__ import annotations

import re
from collections.abc import Callable

from benchmarks.measure import Benchmark
from benchmarks.seeds import seed_texts
from scorer.quantities import find_quantities

__all__ = ["BENCHMARK"]

_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def _prepare() -> tuple[Callable[[], object], Callable[[], object]]:
    texts = seed_texts()
    return (
        lambda: [find_quantities(text) for text in texts],
        lambda: [_DIGITS.findall(text) for text in texts],
    )


BENCHMARK = Benchmark(
    name="quantities",
    subject="`find_quantities` on the five sample reports",
    baseline="`re.findall` for runs of digits in the same texts",
    prepare=_prepare,
    at_most=40,
)

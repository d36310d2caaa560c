"""The results as a Markdown page: ratios and versions, nothing that depends on the machine's speed."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from benchmarks.measure import Result

__all__ = ["page", "updated"]

_PACKAGES = ("ahocorasick-rs", "jieba", "numpy", "rapidfuzz", "spacy", "yara-x")
_HEAD = """# Performance

Written by `python benchmarks/run.py` (see [benchmarks](../benchmarks/README.md)). A ratio is the cost of the subject
as a multiple of the cost of the baseline: processor time, both timed in turn in one process, median of the rounds with
the smallest and the largest round in brackets. Ratios carry over from machine to machine; seconds do not, so there
are none.

| benchmark | subject | baseline | ratio | kept below | rounds |
| --- | --- | --- | --- | --- | --- |
"""


def updated(before: str, now: str, order: Sequence[str]) -> str:
    """The page ``now`` with the rows of ``before`` for what was not measured again, in ``order`` of their names."""
    rows = {**_rows(before), **_rows(now)}
    versions = now[now.rindex("\nMeasured with") :]
    return _HEAD + "".join(f"{rows[name]}\n" for name in order if name in rows) + versions


def _rows(text: str) -> dict[str, str]:
    """The rows of a page by the name of their benchmark."""
    lines = text[len(_HEAD) :].splitlines() if text.startswith(_HEAD) else []
    return {line.split(" | ")[0].removeprefix("| "): line for line in lines if line.startswith("| ")}


def page(results: Sequence[Result]) -> str:
    """The whole page."""
    versions = ", ".join(f"{package} {found}" for package in _PACKAGES if (found := _version(package)))
    measured = (
        f"\nMeasured with {platform.python_implementation()} {platform.python_version()}, {versions}.\n"
    )
    return _HEAD + "".join(_row(result) for result in results) + measured


def _version(package: str) -> str:
    """Its version; empty when it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _row(result: Result) -> str:
    benchmark, ratios = result.benchmark, result.ratios
    target = "–" if benchmark.at_most is None else _shown(benchmark.at_most)
    spread = f"{_shown(result.ratio)} ({_shown(ratios[0])}–{_shown(ratios[-1])})"
    cells = (benchmark.name, benchmark.subject, benchmark.baseline, spread, target, str(len(ratios)))
    return f"| {' | '.join(cells)} |\n"


def _shown(ratio: float) -> str:
    """Three figures that count.

    >>> _shown(26.72), _shown(0.0123), _shown(40)
    ('26.7', '0.0123', '40')
    """
    return f"{ratio:.3g}"

"""One report in a fresh process, against a process that only imports what that one has imported at its end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import Benchmark
from benchmarks.seeds import seed_paths

__all__ = ["BENCHMARKS"]

_RUN = "import sys; from scorer.cli.main import main; main(sys.argv[1:])"
_LIST = (
    "import json, sys; from scorer.cli.main import run; run(sys.argv[1:]); "
    "sys.stderr.write(json.dumps(list(sys.modules)))"
)
# Some entries of sys.modules are no modules that can be imported, such as typing.io.
_IMPORT = """
import importlib, json, sys
for name in json.loads(sys.argv[1]):
    if name not in sys.modules:
        try:
            importlib.import_module(name)
        except ImportError:
            pass
"""


def _children() -> float:
    """Processor time of all processes that were started and have ended."""
    times = os.times()
    return times.children_user + times.children_system


def _prepare(*options: str) -> Callable[[], tuple[Callable[[], object], Callable[[], object]]]:
    def prepare() -> tuple[Callable[[], object], Callable[[], object]]:
        folder = tempfile.mkdtemp(prefix="scorer-bench-")
        call = ["score", str(seed_paths()[0]), *options, "-o", str(Path(folder) / "out")]
        env = {**os.environ, "SCORER_CACHE_DIR": folder, "PYTHONPATH": os.pathsep.join(sys.path)}

        def start(code: str, *arguments: str) -> str:
            run = subprocess.run(
                [sys.executable, "-c", code, *arguments], env=env, check=True, capture_output=True
            )
            return run.stderr.decode("utf-8")

        start(_RUN, *call)  # leaves a compiled framework
        loaded = json.loads(start(_LIST, *call).splitlines()[-1])
        names = json.dumps(
            [name for name in loaded if name != "__main__" and not name.startswith("encodings.")]
        )
        return lambda: start(_RUN, *call), lambda: start(_IMPORT, names)

    return prepare


def _benchmark(name: str, what: str, at_most: float, *options: str) -> Benchmark:
    return Benchmark(
        name=name,
        subject=f"`scorer score FILE{what}` in a fresh process, the framework compiled before",
        baseline="a process that imports the same modules and does nothing",
        prepare=_prepare(*options),
        at_most=at_most,
        rounds=7,
        clock=_children,
    )


BENCHMARKS = (
    _benchmark("cold-json", " --format json", 1.7, "--format", "json"),
    _benchmark("cold-terminal", "", 2.5),
)

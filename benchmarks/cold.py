"""One report in a fresh process: its time against the imports alone, its memory against a bare interpreter."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import Benchmark
from benchmarks.seeds import seed_paths

__all__ = ["BENCHMARKS"]

_RUN = "import sys; from scorer.cli.main import main; main(sys.argv[1:])"
# A process tells its own peak, in kilobytes or bytes as its system counts; ratios do not mind. On Linux the usage of
# resources would count the process that started it as well.
_TELL = """
import sys
try:
    with open("/proc/self/status", encoding="utf-8") as status:
        words = status.read().split()
    peak = words[words.index("VmHWM:") + 1]
except (OSError, ValueError):
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
sys.stderr.write(str(peak))
"""
_RUN_AND_TELL = f"import sys; from scorer.cli.main import run; run(sys.argv[1:])\n{_TELL}"
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


class _Start:
    """Starts processes in a folder of their own, with modules compiled to bytecode as an installation has them.

    The folder holds the cache, and no settings: those of the folder in which the benchmark is started do not count.
    """

    def __init__(self, *options: str) -> None:
        folder = tempfile.mkdtemp(prefix="scorer-bench-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        self.call = ("score", str(seed_paths()[0].resolve()), *options, "-o", str(Path(folder) / "out"))
        self._folder = folder
        self._env = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPATH": os.pathsep.join(str(Path(place).resolve()) for place in sys.path),
            "PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode"),
            "SCORER_CACHE_DIR": str(Path(folder) / "cache"),
        }
        self(_RUN, *self.call)  # leaves bytecode, a compiled framework and a table of words

    def __call__(self, code: str, *arguments: str) -> str:
        """What the process writes to stderr."""
        run = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env=self._env,
            cwd=self._folder,
            check=True,
            capture_output=True,
        )
        return run.stderr.decode("utf-8")


def _prepare(*options: str) -> Callable[[], tuple[Callable[[], object], Callable[[], object]]]:
    def prepare() -> tuple[Callable[[], object], Callable[[], object]]:
        start = _Start(*options)
        loaded = json.loads(start(_LIST, *start.call).splitlines()[-1])
        names = json.dumps(
            [name for name in loaded if name != "__main__" and not name.startswith("encodings.")]
        )
        return lambda: start(_RUN, *start.call), lambda: start(_IMPORT, names)

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


class _Peaks:
    """A clock that goes on by the peak memory of each process, so that a ratio of costs is one of peaks."""

    def __init__(self) -> None:
        self._sum = 0

    def read(self) -> float:
        """The sum of all peaks so far."""
        return self._sum

    def prepare(self) -> tuple[Callable[[], object], Callable[[], object]]:
        """A call with everything in the caches, and a bare interpreter."""
        start = _Start("--format", "json")
        return lambda: self._add(start(_RUN_AND_TELL, *start.call)), lambda: self._add(start(_TELL))

    def _add(self, told: str) -> None:
        self._sum += int(told)


_PEAKS = _Peaks()
_MEMORY = Benchmark(
    name="memory",
    subject="peak memory of `scorer score FILE --format json` in a fresh process",
    baseline="peak memory of the bare interpreter",
    prepare=_PEAKS.prepare,
    at_most=4,
    rounds=3,
    clock=_PEAKS.read,
    needs=("resource",),
)
BENCHMARKS = (
    _benchmark("cold-json", " --format json", 1.7, "--format", "json"),
    _benchmark("cold-terminal", "", 2.5),
    _MEMORY,
)

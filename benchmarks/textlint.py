"""A whole scorecard against textlint with prh, which looks for written-down phrases in prose."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import Benchmark, PeerError
from benchmarks.pipeline import SUBJECT, phrases_of, scoring
from benchmarks.seeds import seed_paths

__all__ = ["BENCHMARK"]

_PACKAGES = ("textlint@14", "textlint-rule-prh@6")


def _clock() -> float:
    """Processor time of this process and of all that it has started and that have ended."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def _install(folder: Path) -> None:
    npm = shutil.which("npm") or "npm"
    call = [npm, "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder), *_PACKAGES]
    if subprocess.run(call, cwd=folder, capture_output=True, check=False).returncode:
        raise PeerError("npm cannot install textlint")


def _write_rules(folder: Path, phrases: list[str]) -> None:
    rules = [{"expected": f"〔{phrase}〕", "pattern": phrase} for phrase in phrases]
    (folder / "prh.yml").write_text(
        json.dumps({"version": 1, "rules": rules}, ensure_ascii=False), encoding="utf-8"
    )
    (folder / ".textlintrc.json").write_text(
        json.dumps({"rules": {"prh": {"rulePaths": ["prh.yml"]}}}), encoding="utf-8"
    )


def _prepare() -> tuple[Callable[[], object], Callable[[], object]]:
    score, engine = scoring()
    folder = Path(tempfile.mkdtemp(prefix="scorer-bench-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _install(folder)
    _write_rules(folder, phrases_of(engine))
    names = [shutil.copy(path, folder) for path in seed_paths()]
    call = [str(folder / "node_modules" / ".bin" / "textlint"), "--format", "json", *names]

    def lint() -> int:
        """How many bytes are said; the exit code is 1 because phrases were found."""
        run = subprocess.run(call, cwd=folder, capture_output=True, check=False)
        if run.returncode not in (0, 1):
            raise PeerError(f"textlint ends with {run.returncode}")
        return len(run.stdout)

    return score, lint


BENCHMARK = Benchmark(
    name="pipeline-textlint",
    subject=SUBJECT,
    baseline="textlint with prh for the exact phrases alone, its start included",
    prepare=_prepare,
    rounds=3,
    clock=_clock,
    programs=("node", "npm"),
)

"""A batch from beginning to end: look up the reports, leave alone what is finished, score the rest, sum up."""

from __future__ import annotations

import os
import pickle
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import replace
from datetime import date
from pathlib import Path

from scorer.atomic import write_whole
from scorer.batch.crew import Crew
from scorer.batch.files import clear_parts, locked
from scorer.batch.inputs import Found, find_inputs
from scorer.batch.manifest import Manifest
from scorer.batch.model import FORMATS, Asked, BatchOutcome, Ending, OnResult, Result, Setup
from scorer.batch.plan import make_plan, refuse_strangers
from scorer.batch.schedule import Schedule
from scorer.batch.tally import Tally
from scorer.batch.watch import TIMEOUT
from scorer.errors import InputError, UsageError
from scorer.framework import DEFAULT, load_framework
from scorer.framework.model import Framework
from scorer.reading.clean import one_line
from scorer.rendering import RENDERERS
from scorer.rendering.interface import Detail, Failure
from scorer.rendering.league import SUMMARIES, League
from scorer.review.decisions import DecisionFile
from scorer.structure.model import Level

__all__ = ["run_batch"]

_INTERRUPTED = 130


def run_batch(
    inputs: Sequence[str | Path],
    out: str | Path,
    *,
    frameworks: Sequence[Framework | str | Path] = (DEFAULT,),
    formats: Sequence[str] = ("json",),
    detail: Detail | None = None,
    level: Level | None = None,
    year: int | None = None,
    decisions: DecisionFile | None = None,
    as_of: date | None = None,
    office: bool = False,
    fresh: bool = False,
    executor: Executor | None = None,
    jobs: int | None = None,
    timeout: float | None = TIMEOUT,
    on_result: OnResult | None = None,
) -> BatchOutcome:
    """Score many reports by one framework or several, each scorecard into a file of its own, and sum them up.

    ``inputs`` are files, folders, patterns or ``@LIST``. Scorecards go into the folder ``out`` beside a manifest, and
    what the manifest tells of is not scored again unless its report, framework or options changed, its files are
    damaged, or ``fresh`` asks for it. ``executor`` is any executor whose workers can import scorer, read the reports
    under the same paths and write into ``out``; without one, ``jobs`` processes are started (default: one for each
    processor). With one, ``jobs`` is how many chunks are under way at a time. A report that takes longer than
    ``timeout`` seconds (None: any time) is given up; workers of another executor cannot be ended, so there the batch
    stops when none of them finishes anything for 25 times as long. ``on_result`` hears of each report as it ends. In
    the main thread Ctrl-C and SIGTERM end a batch in order.

    Raises UsageError and FrameworkError for what is asked wrongly; whatever befalls a single report is in the outcome.
    """
    loaded = [one if isinstance(one, Framework) else load_framework(one) for one in frameworks]
    asked = Asked(tuple(dict.fromkeys(formats)), detail, level, year, decisions, as_of, office)
    _validate(loaded, asked, jobs, timeout)
    folder = Path(out).resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{out}: is no folder that can be made: {error.strerror or error}") from error
    used = [Path(decisions.name)] if decisions is not None else []
    used += [path for one in frameworks if isinstance(one, (str, Path)) for path in _files_of(Path(one))]
    with locked(folder):
        clear_parts(folder)
        manifest = Manifest(folder)
        found = find_inputs(inputs, folder, used, manifest.files)
        if decisions is not None:
            decisions.refuse_shared_names(one.path for one in found.inputs)
        batch = _Batch(Setup(tuple(loaded), asked, folder), found, manifest, fresh, on_result)
        batch.score(executor, jobs, timeout)
        return batch.finish(inputs)


def _validate(frameworks: Sequence[Framework], asked: Asked, jobs: int | None, timeout: float | None) -> None:
    unknown = [name for name in asked.formats if name not in FORMATS]
    if unknown or not asked.formats:
        raise UsageError(f"no format {', '.join(unknown) or 'given'}; a batch writes {', '.join(FORMATS)}")
    for name in asked.formats:
        RENDERERS[name].ready()
    ids = [framework.id for framework in frameworks]
    if not ids or len(set(ids)) < len(ids):
        raise UsageError(f"frameworks of a batch need different ids; given are {', '.join(ids) or 'none'}")
    if jobs is not None and jobs < 1:
        raise UsageError("jobs must be 1 or more")
    if timeout is not None and not timeout > 0:
        raise UsageError("timeout must be more than 0 seconds, or None for any time")
    file = asked.decisions
    if file is not None and file.framework is not None and file.framework not in ids:
        raise UsageError(
            f"{file.name}: these decisions were made under {file.framework}, which is not among {', '.join(ids)}"
        )


def _files_of(framework: Path) -> list[Path]:
    """The files of a framework that was named by path; none for a built-in id."""
    folder = framework if framework.is_dir() else framework.parent if framework.is_file() else None
    return [] if folder is None else list(folder.glob("*.y*ml"))


class _Batch:
    """One run into one folder, under its lock."""

    def __init__(
        self, setup: Setup, found: Found, manifest: Manifest, fresh: bool, hear: OnResult | None
    ) -> None:
        self._setup, self._manifest = setup, manifest
        self._plan = make_plan(setup, found, manifest, fresh=fresh)
        self._wanted = self._plan.wanted()
        refuse_strangers(setup.out, self._wanted, manifest.files)
        self._tally = Tally(self._plan, hear)
        self._interrupted = False
        self._stopped = ""

    def score(self, executor: Executor | None, jobs: int | None, timeout: float | None) -> None:
        """Score whatever is not finished."""
        tasks = self._plan.tasks
        try:
            with self._manifest.writing(self._wanted):
                if tasks and executor is not None:
                    workers = getattr(executor, "_max_workers", None) or _processors()
                    self._run(executor, jobs or 2 * workers, timeout)
                elif tasks:
                    size = min(jobs or _processors(), len(tasks))
                    with Crew(size) as crew:
                        self._run(crew, size, timeout)
        except OSError as error:
            self._stopped = self._stopped or f"cannot go on in {self._setup.out}: {error.strerror or error}"
        if executor is not None:
            self._look_for_files()

    def _run(self, executor: Executor, width: int, timeout: float | None) -> None:
        schedule = Schedule(executor, width, pickle.dumps(self._setup), self._accept, timeout)
        try:
            schedule.run(self._plan.tasks)
        finally:
            self._interrupted, self._stopped = schedule.interrupted, schedule.stopped

    def _accept(self, ending: Ending) -> None:
        if ending.result is not None:
            claim = self._tally.claim(ending)
            known = self._manifest.find(claim)
            result = _with_other_formats(ending.result, known)
            self._manifest.add(claim, result)
            ending = replace(ending, result=result)
        self._tally.add(ending)

    def _look_for_files(self) -> None:
        """Workers on other machines may have written into a folder of the same name that is not this one."""
        absent = sum(
            not (self._setup.out / output.file).exists()
            for result in self._tally.results()
            for output in result.outputs.values()
        )
        if absent:
            self._stopped = self._stopped or (
                f"{absent} files that workers wrote are not in {self._setup.out}; "
                "give an -o that all machines share under one path"
            )

    def finish(self, arguments: Sequence[str | Path]) -> BatchOutcome:
        """Write the summaries and tell what became of it all."""
        tally = self._tally
        results, failed, missing = tally.results(), tally.failed(), tally.missing()
        worst, before = tally.exit_code(), len(tally.found.failed)
        if not results and not failed and not missing:
            failed = (Failure(one_line(", ".join(map(str, arguments))), "holds nothing that can be scored"),)
            worst, before = InputError.exit_code, 1
        league = tally.league()
        files = self._sum_up(league) if results else ()
        if self._stopped:
            worst = max(worst, UsageError.exit_code)
        return BatchOutcome(
            scored=tally.scored,
            kept=tally.kept,
            results=results,
            failed=failed,
            failed_before=before,
            skipped=tally.skipped(),
            missing=missing,
            exit_code=_INTERRUPTED if self._interrupted else worst,
            interrupted=self._interrupted,
            stopped=self._stopped,
            league=league,
            files=files,
        )

    def _sum_up(self, league: League) -> tuple[str, ...]:
        """Nothing is summed up when nothing was scored: a mistyped path must not wipe out the last summary."""
        written = []
        try:
            for summary in SUMMARIES:
                content = summary.render(league)
                data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
                write_whole(self._setup.out / summary.file, data)
                written.append(summary.file)
        except OSError as error:
            self._stopped = self._stopped or f"cannot write the summaries: {error.strerror or error}"
        return tuple(written)


def _with_other_formats(result: Result, known: Result | None) -> Result:
    """What is still true of the files that an earlier run wrote in other formats."""
    same = known is not None and (known.base, known.report_sha256, known.fingerprint) == (
        result.base,
        result.report_sha256,
        result.fingerprint,
    )
    return replace(result, outputs={**known.outputs, **result.outputs}) if known and same else result


def _processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

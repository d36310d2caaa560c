"""The nouns of a batch: what is asked, one report to score, how it ended, what became of all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeAlias

from scorer import __version__
from scorer.framework.model import Framework
from scorer.i18n import DEFAULT_LANGUAGE, current_language
from scorer.rendering import RENDERERS
from scorer.rendering.interface import Detail, Failure
from scorer.rendering.league import League, Row
from scorer.review.decisions import DecisionFile
from scorer.structure.model import Level

__all__ = [
    "FORMATS",
    "Asked",
    "BatchOutcome",
    "Ending",
    "OnResult",
    "Output",
    "Result",
    "Setup",
    "State",
    "Step",
    "Target",
    "Task",
]

FORMATS = tuple(name for name in RENDERERS if name not in ("terminal", "github"))
"""Formats that a file of its own makes sense in; each has an ending that no other one has."""

State = Literal["scored", "kept", "failed", "skipped"]


@dataclass(frozen=True)
class Asked:
    """What holds for all reports of a batch."""

    formats: tuple[str, ...] = ("json",)
    detail: Detail | None = None
    level: Level | None = None
    year: int | None = None
    decisions: DecisionFile | None = None
    as_of: date | None = None
    office: bool = False
    language: str = field(default_factory=current_language)

    def decisions_for(self, framework: Framework) -> DecisionFile | None:
        """The decisions, if they were made under this framework or do not say under which."""
        file = self.decisions
        return file if file is not None and file.framework in (None, framework.id) else None

    def fingerprint(self, framework: Framework) -> str:
        """What, beside the report itself, its scorecard depends on; formats are looked after one by one."""
        decisions = self.decisions_for(framework)
        decided = None
        if decisions is not None:
            day = self.as_of.isoformat() if self.as_of and decisions.expires else None
            decided = (Path(decisions.name).name, decisions.sha256, day)
        level = self.level.value if self.level else None
        # What was scored before there were languages stays finished.
        language = () if self.language == DEFAULT_LANGUAGE else (self.language,)
        known = (
            __version__,
            framework.sha256,
            self.detail,
            level,
            self.year,
            decided,
            self.office,
            *language,
        )
        return sha256(repr(known).encode("utf-8")).hexdigest()


@dataclass(frozen=True)
class Setup:
    """What a worker needs once: frameworks, options, the folder to write into (absolute)."""

    frameworks: tuple[Framework, ...]
    asked: Asked
    out: Path
    version: str = __version__


@dataclass(frozen=True, slots=True)
class Target:
    """A scorecard to make: the framework by its index, and the name of the files without ending."""

    framework: int
    base: str


@dataclass(frozen=True, slots=True)
class Task:
    """One report: ``path`` is absolute, ``name`` what messages call it, ``found`` whether a folder brought it."""

    index: int
    path: str
    name: str
    found: bool
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """A file that was written, by its name in the folder, with the hash of its content."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Result:
    """A scorecard that lies on the disk: the inputs it was made from, its files by format, its row in the summary."""

    base: str
    report_sha256: str
    fingerprint: str
    outputs: dict[str, Output]
    row: Row


@dataclass(frozen=True, slots=True)
class Ending:
    """How a task ended for one framework, or for all of them (``framework`` -1) when it failed before.

    ``stops`` says that every other report would fail the same way: the disk is full, an extra is missing.
    """

    index: int
    framework: int
    state: State
    message: str = ""
    exit_code: int = 0
    result: Result | None = None
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What ``on_result`` hears: one ending, and how far the batch is, counted in reports × frameworks."""

    name: str
    framework: str
    state: State
    message: str
    done: int
    total: int


OnResult: TypeAlias = Callable[[Step], None]


@dataclass(frozen=True)
class BatchOutcome:
    """What became of a batch, in the order of its inputs.

    ``exit_code`` is that of the worst: 0 done, 2 an output could not be written, 3 an input could not be read or
    nothing was found, 4 internal fault, 130 interrupted. ``missing`` were not tried and wait for the next run;
    ``stopped`` says why, when it was not a person. The first ``failed_before`` of the failures had no ending that
    ``on_result`` heard of: paths that lead nowhere. ``files`` are the summaries that were written.
    """

    scored: int
    kept: int
    results: tuple[Result, ...]
    failed: tuple[Failure, ...]
    failed_before: int
    skipped: tuple[Failure, ...]
    missing: tuple[str, ...]
    exit_code: int
    interrupted: bool
    stopped: str
    league: League
    files: tuple[str, ...]

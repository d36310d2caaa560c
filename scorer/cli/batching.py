"""Scoring the files of one call: each ends as a result or as an error, and the others go on."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from scorer.cli.output import say, say_fault, say_warnings
from scorer.errors import InputError, ScorerError
from scorer.pipeline import Engine, Examination
from scorer.reading import read_file
from scorer.rendering.interface import Failure
from scorer.structure.model import Level

__all__ = ["Outcome", "examine_files"]


@dataclass(frozen=True)
class Outcome:
    """What became of the files of a call, in their order.

    ``exit_code`` is that of the worst: 4 after an internal fault, 3 when an input could not be read, else 0.
    """

    done: tuple[Examination, ...]
    failed: tuple[Failure, ...]
    exit_code: int


@dataclass(frozen=True)
class _Failed:
    """One file without a scorecard."""

    failure: Failure
    exit_code: int


def examine_files(engine: Engine, files: Sequence[str], level: str | None, year: int | None) -> Outcome:
    """Read and judge each file; what goes wrong is said on stderr at once and kept as a failure.

    With SCORER_DEBUG set an internal fault is raised instead, with its traceback.
    """
    chosen = Level(level) if level else None
    results = [_examine(engine, name, chosen, year) for name in files]
    return Outcome(
        done=tuple(result for result in results if isinstance(result, Examination)),
        failed=tuple(result.failure for result in results if isinstance(result, _Failed)),
        exit_code=max((result.exit_code for result in results if isinstance(result, _Failed)), default=0),
    )


def _examine(engine: Engine, name: str, level: Level | None, year: int | None) -> Examination | _Failed:
    try:
        examination = engine.examine(read_file(name), level=level, year=year)
    except InputError as error:
        say(str(error), kind="error")
        return _Failed(Failure(error.name, error.cause), error.exit_code)
    except Exception as error:
        if os.environ.get("SCORER_DEBUG"):
            raise
        return _Failed(Failure(name, say_fault(error, name)), ScorerError.exit_code)
    say_warnings(name, examination.scorecard.warnings)
    return examination

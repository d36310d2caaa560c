"""Scoring the files of one call: each ends as a result or as an error, and the others go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorer.cli.output import say
from scorer.errors import InputError
from scorer.pipeline import Engine, Examination
from scorer.reading import read_file
from scorer.rendering.interface import Failure
from scorer.structure.model import Level

__all__ = ["Outcome", "examine_files"]


@dataclass(frozen=True)
class Outcome:
    """What became of the files of a call, in their order."""

    done: tuple[Examination, ...]
    failed: tuple[Failure, ...]

    @property
    def exit_code(self) -> int:
        """3 as soon as one input could not be read, else 0."""
        return InputError.exit_code if self.failed else 0


def examine_files(engine: Engine, files: Sequence[str], level: str | None, year: int | None) -> Outcome:
    """Read and judge each file; what cannot be read is said on stderr at once and kept as a failure."""
    done: list[Examination] = []
    failed: list[Failure] = []
    for name in files:
        try:
            document = read_file(name)
        except InputError as error:
            say(str(error), kind="error")
            failed.append(Failure(error.name, error.cause))
            continue
        examination = engine.examine(document, level=Level(level) if level else None, year=year)
        for warning in examination.scorecard.warnings:
            say(f"{name}: {warning.message} [{warning.code}]", kind="warning")
        done.append(examination)
    return Outcome(tuple(done), tuple(failed))

"""Scoring the files of one call: each ends as a result or as an error, and the others go on."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from scorer.cli.options import office_asked
from scorer.cli.output import say, say_fault, say_warnings
from scorer.errors import InputError, ScorerError, UsageError, first_few
from scorer.pipeline import Engine, Examination
from scorer.reading import read_file
from scorer.rendering.interface import Failure
from scorer.structure.model import Level

if TYPE_CHECKING:
    from scorer.review.entries import DecisionFile

__all__ = ["Asked", "Outcome", "examine_files", "say_strangers", "spares"]


@dataclass(frozen=True)
class Asked:
    """What a call asks for all its files, as the options give it."""

    level: Level | None = None
    year: int | None = None
    decisions: DecisionFile | None = None
    as_of: date | None = None
    office: bool = False
    traced: bool = False  # whether somebody wants to see how each verdict was come to

    @classmethod
    def of(
        cls,
        level: str | None,
        year: int | None,
        decisions: str | None = None,
        as_of: datetime | None = None,
    ) -> Asked:
        """From the values of the options; raises DecisionsError when the file of decisions is not valid.

        Only here a clock is asked: to refuse what is dated in the future, and, when a decision has a last day, to
        settle whether it is past; then the day is told in the scorecard.
        """
        file = _load(decisions) if decisions else None
        day = as_of.date() if as_of else date.today() if file is not None and file.expires else None
        if file is not None:
            # Elsewhere it may be tomorrow already: who signs in Beijing is a day ahead of a server in London.
            file.refuse_later_than(as_of.date() if as_of else date.today() + timedelta(days=1))
        return cls(Level(level) if level else None, year, file, day, office_asked())


def _load(path: str) -> DecisionFile:
    from scorer.review.decisions import load_decisions  # brings in what reads YAML

    return load_decisions(path)


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


def examine_files(engine: Engine, files: Sequence[str], asked: Asked) -> Outcome:
    """Read and judge each file; what goes wrong is said on stderr at once and kept as a failure.

    With SCORER_DEBUG set an internal fault is raised instead, with its traceback.
    """
    if asked.decisions is not None:
        asked.decisions.refuse_shared_names(files)
    results = [_examine(engine, name, asked) for name in files]
    done = tuple(result for result in results if isinstance(result, Examination))
    if asked.decisions is not None:
        say_strangers(asked.decisions, files)
        _say_unbound(asked.decisions, done)
    return Outcome(
        done=done,
        failed=tuple(result.failure for result in results if isinstance(result, _Failed)),
        exit_code=max((result.exit_code for result in results if isinstance(result, _Failed)), default=0),
    )


def spares(outcome: Outcome, format_: str, output: str | None) -> bool:
    """Whether an earlier JSON scorecard stays, and say so: an envelope without any would be no gain for it."""
    if outcome.done or format_ != "json" or output is None or not Path(output).is_file():
        return False
    say(f"{output}: left as it was, because no report could be scored", kind="warning")
    return True


def say_strangers(decisions: DecisionFile, files: Iterable[str]) -> None:
    """Decisions on reports that are not in this call: usual where a file holds those of a whole province."""
    strangers = decisions.strangers(files)
    if strangers:
        names = first_few(strangers)
        say(
            f"{decisions.name}: no report of this call is {names}; decisions on them are not used",
            kind="warning",
        )


def _say_unbound(decisions: DecisionFile, done: Sequence[Examination]) -> None:
    """What keeps a decision from counting for the next report of the same name, where the file lacks it."""
    from scorer.review.identity import identity

    for card in (examination.scorecard for examination in done):
        name = card.stamp.report_name
        if any(entry.about is None for entry in decisions.about(name)):
            whose = identity(card.report, card.stamp.report_sha256)
            say(
                f"{decisions.name}: decisions on {name} count for any report of that name; "
                f'add `about: "{whose}"` below `report:`',
                kind="warning",
            )


def _examine(engine: Engine, name: str, asked: Asked) -> Examination | _Failed:
    try:
        examination = engine.examine(
            read_file(name, office=asked.office),
            level=asked.level,
            year=asked.year,
            decisions=asked.decisions,
            as_of=asked.as_of,
            traced=asked.traced,
        )
    except UsageError:
        raise  # asked wrongly for every file alike
    except InputError as error:
        say(str(error), kind="error")
        return _Failed(Failure(error.name, error.cause), error.exit_code)
    except Exception as error:
        if os.environ.get("SCORER_DEBUG"):
            raise
        return _Failed(Failure(name, say_fault(error, name)), ScorerError.exit_code)
    say_warnings(name, examination.scorecard.warnings)
    return examination

"""``scorer compare``: one place over years, or many places in one year."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from scorer import __version__
from scorer.cli.batching import Asked, Outcome, examine_files
from scorer.cli.localized import Command
from scorer.cli.options import (
    decision_options,
    files_argument,
    framework_files,
    framework_option,
    named,
    office_option,
)
from scorer.cli.output import deliver, say, terminal_width, wants_color, writes_utf8
from scorer.compare import Subject
from scorer.compare import compare as set_beside
from scorer.compare.model import By
from scorer.errors import InputError, UsageError
from scorer.pipeline import Engine
from scorer.rendering.compare_formats import FORMATS, render_comparison
from scorer.rendering.interface import Failure, Options
from scorer.rendering.saved import is_scorecard, load_scorecards
from scorer.structure.model import Level

__all__ = ["compare"]

_ENDINGS = {
    ".md": "markdown",
    ".json": "json",
    ".html": "html",
    ".xlsx": "xlsx",
    ".txt": "terminal",
    "": "terminal",
}
_PEEK = 200  # bytes by which a scorecard is known


@dataclass(frozen=True)
class _Gathered:
    """What the files of a call gave, in their order; ``exit_code`` is that of the worst."""

    subjects: tuple[Subject, ...]
    failures: tuple[Failure, ...]
    exit_code: int


@click.command(cls=Command)
@files_argument
@framework_option
@click.option(
    "--by",
    type=click.Choice(["years", "places"]),
    help="Compare as years of one place or as places. Default: by the places that the reports name.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="Output. Default: by the ending of -o, else terminal.",
)
@click.option("-o", "--output", metavar="PATH", help="Write to PATH instead of stdout.")
@click.option(
    "--level",
    type=click.Choice([level.value for level in Level]),
    help="Level of government of all reports. Default: settled from each.",
)
@decision_options
@office_option
def compare(
    files: tuple[str, ...],
    framework: str,
    by: By | None,
    format_: str | None,
    output: str | None,
    level: str | None,
    decisions: str | None,
    as_of: datetime | None,
) -> int:
    """Compare reports, or scorecards that --format json wrote: years of one place, or places beside each other.

    Over years it tells items won and lost, plans that were taken up, problems that return, growth that last year's numbers
    do not bear out, and passages taken over. Scorecards carry no text: of them only scores are compared.
    """
    chosen = _chosen(format_, output)
    gathered = _gather(files, framework, Asked.of(level, None, decisions, as_of))
    if len(gathered.subjects) < 2:
        if gathered.failures:
            say("fewer than two are left, nothing is compared", kind="error")
            return gathered.exit_code
        raise UsageError("compare needs two reports or scorecards at least")
    comparison = set_beside(gathered.subjects, by)
    for note in comparison.notes:
        say(f"{note.message} [{note.code}]", kind="warning")
    on_screen = chosen == "terminal" and output is None
    options = Options(
        width=terminal_width(),
        color=on_screen and wants_color(sys.stdout),
        unicode=writes_utf8() if on_screen else True,
    )
    content = render_comparison(comparison, chosen, options, __version__, gathered.failures)
    deliver(content, output, (*files, *framework_files(framework), *named(decisions)), utf8=not on_screen)
    return gathered.exit_code


def _chosen(format_: str | None, output: str | None) -> str:
    """The format that is asked for, else that of the ending; a name that promises another one is refused."""
    ending = Path(output or "").suffix.lower()
    if format_ is None and ending not in _ENDINGS:
        endings = " ".join(filter(None, _ENDINGS))
        raise UsageError(
            f"{output}: compare writes no {ending}; its endings are {endings}, or name a --format"
        )
    if format_ is not None and ending and _ENDINGS.get(ending, format_) != format_:
        say(f"{output}: holds {format_}, as --format asks, whatever its ending says", kind="warning")
    return format_ or _ENDINGS[ending]


def _gather(files: Sequence[str], framework: str, asked: Asked) -> _Gathered:
    """Reports are scored and scorecards read; the framework is loaded only where there is a report."""
    reports = [name for name in files if not _is_saved(name)]
    outcome = examine_files(Engine(framework), reports, asked) if reports else Outcome((), (), 0)
    scored = list(outcome.done)
    subjects: list[Subject] = []
    failures = list(outcome.failed)
    worst = outcome.exit_code
    for name in files:
        if name in reports:
            if scored and scored[0].scorecard.path == name:  # what failed has left a gap in the order
                done = scored.pop(0)
                subjects.append(Subject(done.scorecard, done.report))
            continue
        try:
            subjects += [Subject(card, file=name) for card in load_scorecards(name)]
        except InputError as error:
            say(str(error), kind="error")
            failures.append(Failure(error.name, error.cause))
            worst = max(worst, error.exit_code)
    return _Gathered(tuple(subjects), tuple(failures), worst)


def _is_saved(name: str) -> bool:
    """Whether a file begins as a scorecard does; what cannot be opened is left to the reader of reports to tell."""
    try:
        if name == "-":
            stream: Any = sys.stdin.buffer
            return is_scorecard(stream.peek(_PEEK))  # leaves all of it there for who reads it
        with Path(name).open("rb") as stream:
            return is_scorecard(stream.read(_PEEK))
    except (OSError, ValueError, AttributeError):  # no standard input, or one that cannot be looked into
        return False

"""``scorer batch``: folders of reports in; a scorecard of each, and summaries of all, in one folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from scorer.batch import FORMATS, BatchOutcome, run_batch
from scorer.batch.remote import connect
from scorer.batch.watch import TIMEOUT
from scorer.cli.batching import Asked, say_strangers
from scorer.cli.localized import Command
from scorer.cli.options import decision_options, level_options, office_option
from scorer.cli.output import deliver, say, terminal_width
from scorer.cli.progress import Progress
from scorer.errors import first_few
from scorer.framework import DEFAULT
from scorer.i18n import help_text
from scorer.rendering.interface import DETAILS
from scorer.rendering.league.outcome import league_text
from scorer.review.decisions import DecisionFile

__all__ = ["batch"]


def _formats(_: click.Context, parameter: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """``--format json,markdown`` and ``--format json --format markdown`` ask for the same."""
    names = [name.strip() for value in values for name in value.split(",") if name.strip()]
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        words = help_text("no such format: {names}; there are {known}")
        names_asked = ", ".join(unknown) or "''"
        raise click.BadParameter(words.format(names=names_asked, known=", ".join(FORMATS)), param=parameter)
    return tuple(names)


@click.command(cls=Command)
@click.argument("inputs", nargs=-1, required=True, metavar="DIR|GLOB|FILE|@LIST...", type=str)
@click.option(
    "-o",
    "--output",
    default="reports_out",
    show_default=True,
    metavar="FOLDER",
    help="Folder for scorecards and summaries.",
)
@click.option(
    "-f",
    "--framework",
    multiple=True,
    default=(DEFAULT,),
    show_default=True,
    metavar="FRAMEWORK",
    help="Built-in id, folder, or framework.yaml file; may be repeated.",
)
@click.option(
    "--format",
    "format_",
    multiple=True,
    default=("json",),
    show_default=True,
    callback=_formats,
    metavar="FORMAT,...",
    help=f"Any of {', '.join(FORMATS)}.",
)
@click.option("--detail", type=click.Choice(DETAILS), help="How much to show. Default: by format.")
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="Worker processes. Default: one a processor."
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    default=TIMEOUT,
    show_default=True,
    metavar="SECONDS",
    help="Give up a report after so long and go on with the others; 0 for any time.",
)
@click.option("--fresh", is_flag=True, help="Score everything again, also what has not changed.")
@click.option(
    "--executor", metavar="dask://HOST:PORT", help="Let the workers of a Dask scheduler do the scoring."
)
@level_options
@decision_options
@office_option
def batch(
    inputs: tuple[str, ...],
    output: str,
    framework: tuple[str, ...],
    format_: tuple[str, ...],
    detail: str | None,
    jobs: int | None,
    timeout: float,
    fresh: bool,
    executor: str | None,
    level: str | None,
    year: int | None,
    decisions: str | None,
    as_of: datetime | None,
) -> int:
    """Score many reports, each into a file of its own, and sum them up.

    Folders are searched with all folders below; @LIST is a file with one path a line, @- reads it from standard
    input. What lies finished in the output folder is not scored again.
    """
    asked = Asked.of(level, year, decisions, as_of)
    with _executor(executor) as (workers, width), Progress() as progress:
        outcome = run_batch(
            inputs,
            output,
            frameworks=framework,
            formats=format_,
            detail=detail,  # type: ignore[arg-type]  # click has checked the choice
            level=asked.level,
            year=asked.year,
            decisions=asked.decisions,
            as_of=asked.as_of,
            office=asked.office,
            fresh=fresh,
            executor=workers,
            jobs=jobs or width,
            timeout=timeout or None,
            on_result=progress,
        )
    _tell(outcome, asked.decisions)
    files = [str(Path(output) / name) for name in outcome.files]
    deliver(league_text(outcome.league, outcome.kept, files, terminal_width()), None, utf8=False)
    return outcome.exit_code


@contextmanager
def _executor(address: str | None) -> Iterator[tuple[Executor | None, int | None]]:
    """The workers that are asked for, with how many chunks keep them busy; None for processes of our own."""
    if address is None:
        yield None, None
    else:
        with connect(address) as (executor, cores):
            yield executor, 2 * cores


def _tell(outcome: BatchOutcome, decisions: DecisionFile | None) -> None:
    """What was left out, what went wrong before any report was tried, what is missing; errors were told as they came."""
    for failure in outcome.failed[: outcome.failed_before]:
        say(f"{failure.name}: {failure.message}", kind="error")
    reasons = Counter(one.message for one in outcome.skipped)
    for reason, count in sorted(reasons.items()):
        names = [one.name for one in outcome.skipped if one.message == reason]
        say(f"left out, {count} × {reason}: {first_few(names)}", kind="warning")
    if decisions is not None:
        say_strangers(decisions, (result.row.report for result in outcome.results))
    if outcome.stopped:
        say(outcome.stopped, kind="error")
    if outcome.missing:
        say(f"not scored: {len(outcome.missing)} reports: {first_few(outcome.missing)}", kind="error")
        say("what is finished is whole; the same command again scores the rest", kind="hint")

"""``scorer score``: reports in, scorecards out."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from scorer.cli.batching import Asked, examine_files, spares
from scorer.cli.localized import Command
from scorer.cli.options import (
    decision_options,
    files_argument,
    framework_files,
    framework_option,
    level_options,
    named,
    office_option,
    output_options,
)
from scorer.cli.output import deliver, terminal_width, wants_color, writes_utf8
from scorer.pipeline import Engine
from scorer.rendering import RENDERERS
from scorer.rendering.interface import Options

__all__ = ["score"]


@click.command(cls=Command)
@files_argument
@framework_option
@output_options
@level_options
@decision_options
@office_option
def score(
    files: tuple[str, ...],
    framework: str,
    format_: str,
    detail: str | None,
    output: str | None,
    level: str | None,
    year: int | None,
    decisions: str | None,
    as_of: datetime | None,
) -> int:
    """Score reports and print their scorecards. FILE may be - for standard input."""
    outcome = examine_files(Engine(framework), files, Asked.of(level, year, decisions, as_of))
    if outcome.done or (format_ == "json" and not spares(outcome, format_, output)):
        on_screen = format_ == "terminal" and output is None
        options = Options(
            detail=detail,  # type: ignore[arg-type]  # click has checked the choice
            width=terminal_width(),
            color=on_screen and wants_color(sys.stdout),
            unicode=writes_utf8() if on_screen else True,
        )
        cards = [examination.scorecard for examination in outcome.done]
        failed, exit_code = outcome.failed, outcome.exit_code
        del outcome  # what the scorecards were judged by takes ten times their room, which the output can use
        content = RENDERERS[format_].render(cards, options, failed)
        deliver(content, output, (*files, *framework_files(framework), *named(decisions)), utf8=not on_screen)
        return exit_code
    return outcome.exit_code

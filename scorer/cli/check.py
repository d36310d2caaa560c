"""``scorer check``: the CI gate, a clear list of what is missing or does not add up."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal, InvalidOperation

import click

from scorer.cli.baseline import Baseline
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
from scorer.cli.output import deliver, say, stamped, terminal_width, writes_utf8
from scorer.errors import UsageError
from scorer.i18n import help_text
from scorer.pipeline import Engine
from scorer.rendering import RENDERERS, gate_report
from scorer.rendering.interface import Options
from scorer.scoring.gate import Gate, default_minimum, failings, validate

__all__ = ["check"]

_FINEST = -6  # decimals of a number on the command line; a total is shown with two
_RATE = re.compile(r"(?P<id>[^=]{1,40})=(?P<rate>\d{1,3}(?:\.\d{1,6})?)(?P<percent>%?)")


def _points(_: click.Context, parameter: click.Parameter, value: str | None) -> Decimal | None:
    """A plain decimal number from 0; how large it may be is the framework's to say."""
    if value is None:
        return None
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        raise click.BadParameter(
            help_text("{value!r} is no number").format(value=value), param=parameter
        ) from None
    if not number.is_finite() or number < 0:
        words = help_text("{value!r} is no number from 0 up").format(value=value)
        raise click.BadParameter(words, param=parameter)
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < _FINEST:
        words = help_text("{value!r} has more than {most} decimals").format(value=value, most=-_FINEST)
        raise click.BadParameter(words, param=parameter)
    return number


def _rates(values: tuple[str, ...]) -> dict[str, Decimal]:
    """``ID=60%``, ``ID=60`` and ``ID=0.6`` all ask for sixty per cent."""
    rates: dict[str, Decimal] = {}
    for value in values:
        found = _RATE.fullmatch(value.strip())
        if found is None:
            raise UsageError(f"--min-dimension {value}: write ID=RATE, such as 5=60% or 5=0.6")
        rate, name = Decimal(found["rate"]), found["id"].strip()
        if name in rates:
            raise UsageError(f"--min-dimension {value}: asks for {name} a second time; give one rate for it")
        rates[name] = rate / 100 if found["percent"] or rate > 1 else rate
    return rates


@click.command(cls=Command)
@files_argument
@framework_option
@click.option("--min-score", callback=_points, metavar="N", help="Lowest total that passes.")
@click.option(
    "--min-dimension", multiple=True, metavar="ID=RATE", help="Lowest rate of a dimension, e.g. 5=60%."
)
@click.option("--require", multiple=True, metavar="ID", help="Item that must be met; may be repeated.")
@click.option(
    "--max-audit-warnings", type=click.IntRange(0), metavar="N", help="Numbers that may fail to add up."
)
@click.option(
    "--max-review",
    type=click.IntRange(0),
    metavar="N",
    help="Items that may still ask for a person's review.",
)
@click.option(
    "--baseline",
    metavar="SCORECARD.json",
    help="Earlier JSON scorecard; fails when an item got worse than it was there.",
)
@output_options
@level_options
@decision_options
@office_option
def check(
    files: tuple[str, ...],
    framework: str,
    min_score: Decimal | None,
    min_dimension: tuple[str, ...],
    require: tuple[str, ...],
    max_audit_warnings: int | None,
    max_review: int | None,
    baseline: str | None,
    format_: str,
    detail: str | None,
    output: str | None,
    level: str | None,
    year: int | None,
    decisions: str | None,
    as_of: datetime | None,
) -> int:
    """Check reports against a gate; exit code 1 when it is not met.

    Without any gate option a report must reach the framework's lowest passing grade. With another --format
    or -o the scorecard goes there and the list of what failed to stderr.
    """
    engine = Engine(framework)
    numbers = (min_score, max_audit_warnings, max_review)
    asked = min_dimension or require or baseline or any(number is not None for number in numbers)
    gate = Gate(
        min_score=min_score if asked else default_minimum(engine.framework),
        min_dimension=_rates(min_dimension),
        require=require,
        max_audit_warnings=max_audit_warnings,
        max_review=max_review,
    )
    validate(gate, engine.framework)
    earlier = Baseline.load(baseline, files, engine.framework) if baseline else None
    outcome = examine_files(engine, files, Asked.of(level, year, decisions, as_of))
    results = [(e.scorecard, earlier.of(e.scorecard) if earlier else None) for e in outcome.done]
    missed = [failings(card, gate, before) for card, before in results]
    width = terminal_width()
    on_screen = format_ == "terminal" and output is None
    signs = writes_utf8() if on_screen else True
    verdicts = "".join(
        gate_report.as_text(card, failed, gate, width, signs, before)
        for (card, before), failed in zip(results, missed, strict=True)
    )
    if on_screen:
        if results:
            verdicts = stamped(verdicts, results[0][0].stamp.report_sha256)
        deliver(verdicts, None, utf8=False)
    else:
        options = Options(detail=detail, width=width, missed=missed)  # type: ignore[arg-type]  # click has checked the choice
        content = RENDERERS[format_].render([card for card, _ in results], options, outcome.failed)
        if not spares(outcome, format_, output):
            inputs = (*files, *framework_files(framework), *named(decisions), *named(baseline))
            deliver(content, output, inputs)
        say(verdicts.rstrip("\n"))
    if outcome.failed:
        return outcome.exit_code
    return 1 if any(missed) else 0

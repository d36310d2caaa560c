"""``scorer audit``: whether the numbers of a report agree with each other. A report, and no gate."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from scorer import __version__
from scorer.cli.localized import Command
from scorer.cli.options import files_argument, office_asked, office_option
from scorer.cli.output import (
    deliver,
    say,
    say_fault,
    say_warnings,
    stamped,
    terminal_width,
    wants_color,
    writes_utf8,
)
from scorer.errors import InputError, ScorerError
from scorer.quantities.ledger import Ledger, audit_report
from scorer.reading import read_file
from scorer.rendering.audit_json import as_json
from scorer.rendering.audit_report import as_text
from scorer.rendering.interface import Failure, Options
from scorer.structure import parse_report

__all__ = ["audit"]


@click.command(cls=Command)
@files_argument
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="Output. JSON always lists everything.",
)
@click.option("-o", "--output", metavar="PATH", help="Write to PATH instead of stdout.")
@click.option("--all", "everything", is_flag=True, help="List also what agrees.")
@office_option
def audit(files: tuple[str, ...], format_: str, output: str | None, everything: bool) -> int:
    """Check whether the numbers in reports agree: sums, shares, changes, lists, numbering.

    Numbers that do not agree are told and do not fail the call; `scorer check --max-audit-warnings` does that.
    FILE may be - for standard input.
    """
    ledgers, failures, code = _read_all(files)
    if format_ == "json":
        deliver(as_json(ledgers, __version__, failures), output, files)
    elif ledgers:
        on_screen = output is None
        options = Options(
            width=terminal_width(),
            color=on_screen and wants_color(sys.stdout),
            unicode=writes_utf8() if on_screen else True,
        )
        content = as_text(ledgers, options, failures, everything=everything)
        deliver(stamped(content, ledgers[0].sha256), output, files, utf8=not on_screen)
    return code


def _read_all(files: Sequence[str]) -> tuple[list[Ledger], list[Failure], int]:
    """Each file as a ledger or a failure, and the exit code of the worst."""
    results = [_audit_file(name) for name in files]
    ledgers = [result for result in results if isinstance(result, Ledger)]
    failed = [result for result in results if not isinstance(result, Ledger)]
    return ledgers, [failure for failure, _ in failed], max((code for _, code in failed), default=0)


def _audit_file(name: str) -> Ledger | tuple[Failure, int]:
    """One file; what goes wrong with it is said at once, and the others go on."""
    try:
        document = read_file(name, office=office_asked())
        report = parse_report(document.text, source=document.source, marks=document.headings)
        ledger = audit_report(document, report)
    except InputError as error:
        say(str(error), kind="error")
        return Failure(error.name, error.cause), error.exit_code
    except Exception as error:
        if os.environ.get("SCORER_DEBUG"):
            raise
        return Failure(name, say_fault(error, name)), ScorerError.exit_code
    say_warnings(name, (*document.warnings, *report.warnings))
    return ledger

"""``scorer review``: what a person should look at first, a template to decide in, and agreement of reviewers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from scorer.cli.batching import Asked, examine_files
from scorer.cli.localized import Group
from scorer.cli.options import (
    decision_options,
    framework_files,
    framework_option,
    level_options,
    named,
    office_option,
)
from scorer.cli.output import deliver, say, stamped, terminal_width, writes_utf8
from scorer.errors import UsageError
from scorer.pipeline import Engine
from scorer.rendering import review_sheet
from scorer.review.attention import candidates
from scorer.review.between import compare_decisions
from scorer.review.decisions import load_decisions

__all__ = ["review"]

_LIST = "list"


class _FileFirst(Group):
    """``scorer review FILE`` is short for ``scorer review list FILE``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command in where only a file or an option of it is named."""
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = [_LIST, *args]
        return super().parse_args(ctx, args)


@click.group(cls=_FileFirst, no_args_is_help=True)
def review() -> None:
    """What deserves a person's look first, and how far two reviewers agree.

    `scorer review FILE` is short for `scorer review list FILE`.
    """


@review.command(_LIST)
@click.argument("file")
@framework_option
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Show only the N most urgent items.")
@click.option(
    "--template", metavar="PATH", help="Also write a file of decisions to fill in; - for stdout alone."
)
@level_options
@decision_options
@office_option
def list_items(
    file: str,
    framework: str,
    limit: int | None,
    template: str | None,
    level: str | None,
    year: int | None,
    decisions: str | None,
    as_of: datetime | None,
) -> int:
    """List what deserves a look first: uncertainty × points. Items already decided are left out."""
    outcome = examine_files(Engine(framework), [file], Asked.of(level, year, decisions, as_of))
    inputs = (file, *framework_files(framework), *named(decisions))
    for examination in outcome.done:
        card = examination.scorecard
        found = candidates(card)[:limit]
        if template is not None:
            sheet = review_sheet.template(card, found)
            _refuse_to_replace(template, sheet)
            deliver(sheet, template, inputs)
        if template != "-":
            listed = review_sheet.as_text(card, found, terminal_width(), writes_utf8())
            deliver(stamped(listed, card.stamp.report_sha256), None, utf8=False)
        if template not in (None, "-"):
            say(f"template written to {template}; pass it on with --decisions {template}")
    return outcome.exit_code


def _refuse_to_replace(path: str, sheet: str) -> None:
    """A file that is there may hold what people signed; only the same empty template may be written again."""
    target = Path(path)
    try:
        if path == "-" or not target.is_file() or target.read_bytes() == sheet.encode("utf-8"):
            return
    except OSError:
        pass  # what cannot be read may hold signatures all the more
    raise UsageError(
        f"{path}: is there already and may hold signed decisions; name another file, or delete it"
    )


@review.command()
@click.argument("first", metavar="A.yaml")
@click.argument("second", metavar="B.yaml")
def agreement(first: str, second: str) -> int:
    """Weighted kappa between two reviewers' files of decisions, and every item on which they differ."""
    one, other = load_decisions(first), load_decisions(second)
    found = compare_decisions(one, other)
    deliver(review_sheet.between_text(one, other, found, terminal_width()), None, utf8=False)
    return 0

"""``scorer explain``: one item, from its criterion to its points."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import click

from scorer.cli.batching import Asked, examine_files
from scorer.cli.localized import Command
from scorer.cli.options import (
    decision_options,
    framework_files,
    framework_option,
    level_options,
    named,
    office_option,
)
from scorer.cli.output import deliver, stamped, terminal_width, writes_utf8
from scorer.errors import UsageError
from scorer.framework.model import Framework, Item
from scorer.pipeline import Engine
from scorer.rendering import explain as explanation

__all__ = ["explain"]


@click.command(cls=Command)
@click.argument("item_id", metavar="ITEM")
@click.argument("file", required=False)
@framework_option
@click.option("-o", "--output", metavar="PATH", help="Write to PATH instead of stdout.")
@level_options
@decision_options
@office_option
def explain(
    item_id: str,
    file: str | None,
    framework: str,
    output: str | None,
    level: str | None,
    year: int | None,
    decisions: str | None,
    as_of: datetime | None,
) -> int:
    """Show what ITEM asks; with FILE also every hit, number and step, and how the points came out."""
    engine = Engine(framework)
    item = _find(engine.framework, item_id)
    utf8 = output is not None
    if file is None:
        trace = engine.blank_trace(item)
        content = explanation.explain_item(engine.framework, item, trace, terminal_width())
        deliver(stamped(content, engine.framework.sha256), output, framework_files(framework), utf8=utf8)
        return 0
    asked = replace(Asked.of(level, year, decisions, as_of), traced=True)
    outcome = examine_files(engine, [file], asked)
    for examination in outcome.done:
        content = explanation.explain_result(
            engine.framework, item, examination.scorecard, terminal_width(), utf8 or writes_utf8()
        )
        content = stamped(content, examination.scorecard.stamp.report_sha256)
        deliver(content, output, (file, *framework_files(framework), *named(decisions)), utf8=utf8)
    return outcome.exit_code


def _find(framework: Framework, item_id: str) -> Item:
    """The item of that id, or the only one whose title holds the words."""
    for item in framework.items:
        if item.id == item_id:
            return item
    titled = [item for item in framework.items if item_id in item.title]
    if len(titled) == 1:
        return titled[0]
    several = f"; several titles hold these words: {', '.join(i.id for i in titled)}" if titled else ""
    raise UsageError(
        f"no item {item_id} in {framework.id}{several}; `scorer framework show {framework.id}` lists them"
    )

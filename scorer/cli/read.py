"""``scorer read``: exactly the text that offsets refer to, or the structure that was found in it."""

from __future__ import annotations

import json

import click

from scorer.cli.localized import Command
from scorer.cli.options import level_options, office_asked, office_option
from scorer.cli.output import deliver, say_warnings, stamped
from scorer.reading import read_file
from scorer.rendering import outline
from scorer.structure import parse_report
from scorer.structure.model import Level

__all__ = ["read"]


@click.command(cls=Command)
@click.argument("file")
@click.option(
    "--outline", "show_outline", is_flag=True, help="Metadata, sections and roles instead of the text."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Output.",
)
@click.option("-o", "--output", metavar="PATH", help="Write to PATH instead of stdout.")
@office_option
@level_options
def read(
    file: str, show_outline: bool, format_: str, output: str | None, level: str | None, year: int | None
) -> int:
    """Print the text of FILE as it was read, which all places refer to, or its outline. JSON holds both."""
    document = read_file(file, office=office_asked())
    say_warnings(file, document.warnings)
    if not show_outline and format_ == "text":
        deliver(document.text.content, output, (file,))
        return 0
    report = parse_report(
        document.text,
        level=Level(level) if level else None,
        year=year,
        source=document.source,
        marks=document.headings,
    )
    if format_ == "json":
        content = json.dumps(outline.as_data(document, report), ensure_ascii=False, indent=2) + "\n"
    else:
        say_warnings(file, report.warnings)
        content = stamped(outline.as_text(document, report), document.sha256)
    deliver(content, output, (file,), utf8=output is not None or format_ == "json")
    return 0

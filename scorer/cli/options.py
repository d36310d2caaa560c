"""Options that several commands share, with the same names and help everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from scorer.framework import DEFAULT
from scorer.rendering import RENDERERS
from scorer.rendering.interface import DETAILS
from scorer.structure.model import Level

__all__ = [
    "decision_options",
    "files_argument",
    "framework_files",
    "framework_option",
    "level_options",
    "named",
    "office_asked",
    "office_option",
    "output_options",
]

_OFFICE = "scorer.office"

Command = TypeVar("Command", bound=Callable[..., Any])

files_argument = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=str)

framework_option = click.option(
    "-f",
    "--framework",
    default=DEFAULT,
    show_default=True,
    metavar="FRAMEWORK",
    help="Built-in id, folder, or framework.yaml file.",
)


def framework_files(reference: str) -> tuple[str, ...]:
    """The files of a framework that the user named by path: inputs, which no output may replace."""
    path = Path(reference)
    try:
        folder = path if path.is_dir() else path.parent if path.is_file() else None
        return () if folder is None else tuple(str(file) for file in sorted(folder.glob("*.y*ml")))
    except (OSError, ValueError):
        return ()


def named(path: str | None) -> tuple[str, ...]:
    """A file that an option names, as an input that no output may replace."""
    return (path,) if path else ()


def level_options(command: Command) -> Command:
    """``--level`` and ``--year``: what the report is about, when the text does not say it or says it wrongly."""
    level = click.option(
        "--level",
        type=click.Choice([level.value for level in Level]),
        help="Level of government; decides which items apply. Default: settled from the report.",
    )
    year = click.option(
        "--year", type=click.IntRange(1990, 2100), help="Year reported on. Default: from the report."
    )
    return level(year(command))


def decision_options(command: Command) -> Command:
    """``--decisions`` and ``--as-of``: what people settled, and the day by which it may have expired."""
    file = click.option(
        "--decisions",
        metavar="FILE",
        help="Decisions of people (YAML) that overrule statuses; see docs/decisions.md.",
    )
    day = click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help="Day by which decisions may have expired. Default: today.",
    )
    return file(day(command))


def _keep_office(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    ctx.meta[_OFFICE] = value


office_option = click.option(
    "--office",
    is_flag=True,
    expose_value=False,
    callback=_keep_office,
    help="Let LibreOffice, if installed, convert files that cannot be read otherwise.",
)


def office_asked() -> bool:
    """Whether ``--office`` stands in the call that is being answered."""
    ctx = click.get_current_context(silent=True)
    return bool(ctx and ctx.meta.get(_OFFICE))


def _format(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """The format that the call asks for, else that of the ending of ``-o``, else the configured one.

    Raises UsageError, before any report is read, when a library of the format is not installed.
    """
    if ctx.resilient_parsing:
        return value
    source = ctx.get_parameter_source(parameter.name or "")
    output = ctx.params.get("output")
    if output is None or source in (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT):
        chosen = value
    else:
        chosen = _BY_ENDING.get(Path(output).suffix.lower(), value)
    RENDERERS[chosen].ready()
    return chosen


def _endings() -> dict[str, str]:
    """The format of each ending that only one format has: .txt says nothing, .xlsx says all."""
    endings = [renderer.extension for renderer in RENDERERS.values()]
    return {
        renderer.extension: name
        for name, renderer in RENDERERS.items()
        if endings.count(renderer.extension) == 1
    }


_BY_ENDING = _endings()


def output_options(command: Command) -> Command:
    """``--format``, ``--detail`` and ``-o``, which is looked at first: its ending may settle the format."""
    kind = click.option(
        "--format",
        "format_",
        type=click.Choice(sorted(RENDERERS)),
        default="terminal",
        callback=_format,
        help="Output. Default: by the ending of -o, else terminal.",
    )
    detail = click.option(
        "--detail", type=click.Choice(DETAILS), help="How much to show. Default: by format."
    )
    output = click.option(
        "-o", "--output", metavar="PATH", is_eager=True, help="Write to PATH instead of stdout."
    )
    return kind(detail(output(command)))

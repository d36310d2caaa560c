"""``scorer framework``: list, show, validate, test, begin a new one, and the schemas."""

from __future__ import annotations

import json
from pathlib import Path

import click

from scorer.cli.localized import Group
from scorer.cli.output import deliver, say, stamped, terminal_width
from scorer.errors import FrameworkError, UsageError
from scorer.framework import DEFAULT, framework_schema, list_frameworks, load_framework, resolve_framework
from scorer.pipeline import Engine
from scorer.rendering import catalogue

__all__ = ["framework"]

_reference = click.argument("reference", default=DEFAULT, metavar="[FRAMEWORK]")


@click.group(cls=Group)
def framework() -> None:
    """List, show, validate, test and begin indicator frameworks."""


@framework.command("list")
def list_() -> int:
    """The built-in frameworks. Exit code 2 when one of them cannot be read."""
    known = list_frameworks()
    deliver(catalogue.listing([info for info in known if not info.problem]), None, utf8=False)
    broken = [info.problem for info in known if info.problem]
    for problem in broken:
        say(problem, kind="error")
    return FrameworkError.exit_code if broken else 0


@framework.command()
@_reference
@click.option("--resolved", is_flag=True, help="As YAML after `extends`, each value with its origin.")
def show(reference: str, resolved: bool) -> int:
    """The dimensions and items of FRAMEWORK."""
    if resolved:
        deliver(resolve_framework(reference).text, None)
    else:
        loaded = load_framework(reference)
        content = stamped(catalogue.contents(loaded, terminal_width()), loaded.sha256)
        deliver(content, None, utf8=False)
    return 0


@framework.command()
@_reference
def validate(reference: str) -> int:
    """Check FRAMEWORK; names every problem with file, line and column. Exit code 2 when there is one."""
    loaded = load_framework(reference)
    deliver(catalogue.summary(loaded), None, utf8=False)
    return 0


@framework.command()
def schema() -> int:
    """Print the JSON Schema of framework and dimension files, for editors and scripts."""
    deliver(json.dumps(framework_schema(), ensure_ascii=False, indent=2) + "\n", None)
    return 0


@framework.command()
@_reference
@click.option(
    "--untried", "show_untried", is_flag=True, help="List the conditions that no example makes true."
)
def test(reference: str, show_untried: bool) -> int:
    """Try the examples that FRAMEWORK carries for its items. Exit code 1 when one does not earn what it says."""
    engine = Engine(reference)
    exercises = engine.try_examples()
    deliver(catalogue.exercises(exercises, engine.framework, show_untried), None, utf8=False)
    missed = sum(1 for exercise in exercises if not exercise.passed)
    if not exercises:
        say(f"{engine.framework.id} carries no examples", kind="warning")
    return 1 if missed else 0


@framework.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--extends",
    metavar="FRAMEWORK",
    help="The framework to change: a built-in id, or a folder beside FOLDER.",
)
@click.option("--sample", is_flag=True, help="Begin with a copy of the built-in example instead.")
@click.option("--id", "id_", metavar="ID", help="Id of the new framework. Default: the folder's name.")
@click.option("--title", metavar="TEXT", help="Title of the new framework.")
def new(folder: Path, extends: str | None, sample: bool, id_: str | None, title: str | None) -> int:
    """Begin a framework of your own in FOLDER, which must be new or empty. By default it extends the default one."""
    from scorer.framework.scaffold import new_framework

    if sample and extends:
        raise UsageError("--sample and --extends exclude each other")
    made = new_framework(folder, name=id_, title=title, extends=None if sample else extends or DEFAULT)
    deliver(catalogue.summary(made), None, utf8=False)
    say(f"written to {folder}; change it, then run: scorer framework validate {folder}", kind="hint")
    return 0

"""``scorer evaluate``: how well verdicts agree with labels that people made."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from scorer.cli.batching import Asked, examine_files
from scorer.cli.localized import Command
from scorer.cli.options import framework_option
from scorer.cli.output import deliver, say, terminal_width, wants_color, writes_utf8
from scorer.errors import InputError, Problem, UsageError
from scorer.framework.model import Framework
from scorer.pipeline import Engine
from scorer.rendering.evaluation import FORMATS, render_evaluation
from scorer.rendering.interface import Failure, Options
from scorer.review import Case, LabelFile, LabelsError, evaluate, read_labels
from scorer.review.against import repeated_reports, strange_evidence, strange_items, strange_metrics

__all__ = ["evaluate_command"]

_SAMPLES = Path("seeds")
# What lies beside a report under its name and is not the report: its labels, its scorecard.
_NO_REPORT = (".yaml", ".yml", ".json")


@dataclass(frozen=True)
class _Found:
    """The reports that labels speak of, judged, and those that could not be."""

    cases: tuple[Case, ...]
    failed: tuple[Failure, ...]
    inputs: tuple[str, ...]
    exit_code: int


@click.command("evaluate", cls=Command)
@click.option("--gold", required=True, metavar="DIR", help="Folder with label files, DIR/*.yaml.")
@framework_option
@click.option("--reports", metavar="DIR", help="Where the labelled reports are, if not beside the labels.")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="terminal", show_default=True, help="Output."
)
@click.option("-o", "--output", metavar="PATH", help="Write to PATH instead of stdout.")
@click.option("--no-baseline", is_flag=True, help="Leave out the plain keyword search shown beside.")
def evaluate_command(
    gold: str, framework: str, reports: str | None, format_: str, output: str | None, no_baseline: bool
) -> int:
    """Compare the program's verdicts with labels made by people.

    Shows agreement per report and in all, and every disagreement with the words that each side rests on.
    Each label file names its report; it is looked for beside the labels, in --reports, and in ./seeds.
    """
    engine = Engine(framework)
    files = _load(Path(gold), engine.framework)
    found = _examine(engine, files, Path(reports) if reports else None)
    if found.cases or format_ == "json":
        on_screen = format_ == "terminal" and output is None
        options = Options(
            width=terminal_width(),
            color=on_screen and wants_color(sys.stdout),
            unicode=writes_utf8() if on_screen else True,
        )
        evaluation = evaluate(engine.framework, found.cases, baseline=not no_baseline)
        content = render_evaluation(evaluation, format_, options, found.failed)
        deliver(content, output, found.inputs, utf8=not on_screen)
    return found.exit_code


def _load(folder: Path, framework: Framework) -> list[LabelFile]:
    """All label files of a folder; LabelsError with the problems of all of them."""
    if not folder.is_dir():
        raise UsageError(f"{folder}: is no folder; give one with label files to --gold")
    files: list[LabelFile] = []
    problems: list[Problem] = []
    for path in sorted(path for path in folder.glob("*.yaml") if path.is_file()):
        labels, wrong = read_labels(path)
        problems += wrong
        if labels is not None:
            files.append(labels)
    for labels in files:
        problems += strange_items(labels, framework)
    problems += repeated_reports(files)
    if problems:
        raise LabelsError(problems)
    if not files:
        raise UsageError(f"{folder}: holds no label file; write one as NAME.yaml (docs/evaluation.md)")
    for labels in files:
        for problem in strange_metrics(labels, framework):
            say(str(problem), kind="warning")
    return files


def _examine(engine: Engine, files: Sequence[LabelFile], reports: Path | None) -> _Found:
    """Judge each labelled report; LabelsError when labels quote what a report does not say."""
    cases: list[Case] = []
    failed: list[Failure] = []
    inputs: list[str] = []
    problems: list[Problem] = []
    exit_code = 0
    for labels in files:
        inputs.append(labels.name)
        folders = [Path(labels.name).parent, *([reports] if reports else []), _SAMPLES]
        path = _find(labels.report, folders)
        if path is None:
            failed.append(_not_found(labels, folders))
            exit_code = max(exit_code, InputError.exit_code)
            continue
        inputs.append(str(path))
        outcome = examine_files(engine, [str(path)], Asked())
        failed += outcome.failed
        exit_code = max(exit_code, outcome.exit_code)
        for examination in outcome.done:
            text = examination.document.text
            problems += strange_evidence(labels, text)
            cases.append(Case(labels, text, examination.scorecard))
    if problems:
        raise LabelsError(problems)
    return _Found(tuple(cases), tuple(failed), tuple(inputs), exit_code)


def _not_found(labels: LabelFile, folders: Sequence[Path]) -> Failure:
    mark = labels.report_mark
    looked = ", ".join(dict.fromkeys(str(folder) for folder in folders))
    cause = f"the report is in none of these folders: {looked}"
    mend = "name its folder with --reports"
    say(f"{mark.file}:{mark.line}:{mark.column}: {labels.report}: {cause}; {mend}", kind="error")
    return Failure(labels.report, cause)


def _find(name: str, folders: Sequence[Path]) -> Path | None:
    """The file of that name, or of that name with an ending, in the first folder that has one."""
    return next((path for folder in folders for path in _candidates(name, folder)), None)


def _candidates(name: str, folder: Path) -> Iterator[Path]:
    """Files of a folder that may be the report, the likeliest first: as named, as text, any other kind.

    Which kinds can be read is told by their content when they are read, not by their ending.
    """
    try:
        files = [path for path in folder.iterdir() if path.is_file()]
    except OSError:
        return
    yield from (path for path in files if path.name == name)
    stems = [path for path in files if path.stem == name and path.suffix.lower() not in _NO_REPORT]
    yield from sorted(stems, key=lambda path: (path.suffix.lower() != ".txt", path.name))

"""Whole runs over the five real reports, read by eye before they were accepted.

A change of any score or any quotation is seen in the difference and must be explained. After a change that
was meant: ``SCORER_WRITE_GOLDEN=1 python -m pytest tests/test_golden.py``, then read the difference.
The tool's version and the framework's hash are replaced, so that they alone change nothing here.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from scorer import __version__
from scorer.pipeline import Engine
from scorer.reading import read_file
from scorer.rendering import Options, render
from scorer.scoring.model import Scorecard

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
GOLDEN = Path(__file__).parent / "golden"
OUTPUTS = {
    ".json": ("json", Options()),
    ".md": ("markdown", Options()),
    ".txt": ("terminal", Options(width=100)),
}
# What other programs read, on two reports: the same findings as above in their own grammars.
MACHINES = {".csv": "csv", ".sarif": "sarif", ".junit.xml": "junit", ".github.txt": "github"}
TWO = [path for path in SEEDS if path.stem in ("daye-2021", "suizhou-2019")]


@cache
def engine() -> Engine:
    return Engine()


@cache
def card(path: Path) -> Scorecard:
    return engine().score(read_file(path))


def settled(shown: str) -> str:
    """The output without what changes when nothing of the report's judgement does."""
    sha = engine().framework.sha256
    shown = shown.replace(sha, "0" * len(sha)).replace(sha[:12], "0" * 12)
    for version in (__version__, __version__.replace(".", r"\.")):
        shown = shown.replace(f"scorer {version}", "scorer VERSION")
    return shown.replace(
        f'"name": "scorer",\n        "version": "{__version__}"',
        '"name": "scorer",\n        "version": "VERSION"',
    )


@pytest.mark.parametrize("suffix", OUTPUTS)
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_scorecard_is_the_one_that_was_read(path: Path, suffix: str) -> None:
    format_, options = OUTPUTS[suffix]
    compare(settled(shown_as(card(path), format_, options)), GOLDEN / f"{path.stem}{suffix}")


@pytest.mark.parametrize("suffix", MACHINES)
@pytest.mark.parametrize("path", TWO, ids=lambda path: path.stem)
def test_what_other_programs_read_is_the_one_that_was_read(path: Path, suffix: str) -> None:
    # As if the command had run in the root of the project.
    named = replace(card(path), path=f"seeds/{path.name}")
    compare(settled(shown_as(named, MACHINES[suffix], Options())), GOLDEN / f"{path.stem}{suffix}")


def shown_as(scorecard: Scorecard, format_: str, options: Options) -> str:
    shown = render(scorecard, format_, options)
    assert isinstance(shown, str)
    return shown


def compare(shown: str, golden: Path) -> None:
    if os.environ.get("SCORER_WRITE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(shown.encode("utf-8"))
    assert shown == golden.read_bytes().decode("utf-8")

"""The same report in any container: the same words, the same structure, the same score.

The files are made by ``python -m tools.containers make``; ``docs/containers.md`` shows the figures.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from scorer.pipeline import Engine, Examination
from scorer.reading import read_bytes, read_file
from scorer.structure.model import Role
from tools.containers.make import CONTAINERS
from tools.containers.measure import Row, compare, table
from tools.containers.probe import told

ROOT = Path(__file__).parent.parent
SEEDS = {path.stem: path for path in sorted((ROOT / "seeds").glob("*.txt"))}
FOLDER = ROOT / "tests" / "fixtures" / "containers"
FILES = [(report, suffix) for suffix in CONTAINERS.values() for report in SEEDS]
POINTS, STATUSES = 0.5, 0.98


@cache
def engine() -> Engine:
    return Engine()


@cache
def plain(report: str) -> Examination:
    return engine().examine(read_file(SEEDS[report]))


def row(report: str, found: Examination) -> Row:
    # What a file costs is of this machine and is not judged here.
    cost = {"seconds": 0.0, "megabytes": 0.0}
    return compare("", report, told(plain(report)) | cost, told(found) | cost)


@pytest.mark.parametrize(("report", "suffix"), FILES, ids=[report + suffix for report, suffix in FILES])
def test_a_container_changes_neither_words_nor_score(report: str, suffix: str) -> None:
    found = row(report, engine().examine(read_file(FOLDER / f"{report}{suffix}")))
    same, items = found.statuses
    assert abs(found.points) <= POINTS
    assert same >= STATUSES * items
    assert found.recall >= 0.999
    assert found.sections[0] >= 0.95 * found.sections[1]
    assert found.roles[0] >= 0.9 * found.roles[1]


@pytest.mark.parametrize("suffix", [suffix for name, suffix in CONTAINERS.items() if "text" not in name])
def test_evidence_of_a_container_has_a_place(suffix: str) -> None:
    card = engine().score(read_file(FOLDER / f"daye-2021{suffix}"))
    starts = [found.start for item in card.items for found in item.evidence]
    assert starts
    assert all(card.report.place_at(start) for start in starts)


def test_every_report_is_there_in_every_container() -> None:
    expected = {f"{report}{suffix}" for report, suffix in FILES}
    assert {path.name for path in FOLDER.iterdir()} == expected


def test_a_difference_is_seen() -> None:
    """The measure itself: a report without its problems is not the same."""
    report = "daye-2021"
    content = plain(report).report.text.content
    cut = next(run for run in plain(report).report.roles if run.role is Role.PROBLEM)
    found = row(
        report, engine().examine(read_bytes((content[: cut.start] + content[cut.end :]).encode(), "x"))
    )
    assert found.recall < 0.99
    assert found.roles[0] < found.roles[1]
    assert found.statuses[0] < found.statuses[1]
    assert found.points < 0
    added = row(report, engine().examine(read_bytes((content + "另办理信访件12件。\n").encode(), "x")))
    assert added.added >= 8


def test_the_table_in_the_documents_has_a_row_for_every_file() -> None:
    shown = (ROOT / "docs" / "containers.md").read_text(encoding="utf-8")
    for container in CONTAINERS:
        for report in SEEDS:
            assert f"| {container} | {report} | " in shown
    head = table([]).partition("| container |")[0]
    assert shown.startswith(head)

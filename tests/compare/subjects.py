"""Reports as they are compared: two invented years of one county, and real reports; each is scored once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from scorer import Engine, read_file
from scorer.compare import Subject
from scorer.reading.interface import Document
from scorer.structure.model import Level, Report
from scorer.text import Text

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"


@cache
def engine() -> Engine:
    return Engine()


@cache
def seed(name: str) -> Subject:
    return subject(read_file(SEEDS / f"{name}.txt"))


@cache
def songpi(year: int) -> Subject:
    return subject(read_file(HERE / "reports" / f"songpi-{year}.txt"))


def subject(document: Document, level: Level | None = None) -> Subject:
    examination = engine().examine(document, level=level)
    return Subject(examination.scorecard, examination.report)


def written(year: int, *lines: str, place: str = "松陂县") -> Subject:
    """A report of invented lines under a title."""
    text = "\n".join((f"{place}人民政府关于{year}年度法治政府建设情况的报告", "一、工作成效", *lines, ""))
    base = read_file(HERE / "reports" / "songpi-2020.txt")
    digest = sha256(text.encode("utf-8")).hexdigest()
    made = replace(base, text=Text(text, f"{place}-{year}.txt"), headings=(), places=(), sha256=digest)
    return subject(made)


def report_of(side: Subject) -> Report:
    assert side.report is not None
    return side.report


def saved(side: Subject) -> Subject:
    """The same as a scorecard read back: without its text."""
    return Subject(replace(side.card, text=""), None)

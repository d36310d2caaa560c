"""Helpers to ask a report as a reader would: what role has the sentence that says …"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from scorer.structure import parse_report
from scorer.structure.model import Clause, Report, Role, Section, Sentence
from scorer.text import Text

SEEDS = Path(__file__).parents[2] / "seeds"


class Reading:
    """A parsed report and questions about it."""

    def __init__(self, content: str, **overrides: object) -> None:
        self.report: Report = parse_report(Text(content), **overrides)  # type: ignore[arg-type]

    def sentence(self, words: str) -> Sentence:
        """The sentence in which ``words`` stand first."""
        at = self.report.text.content.index(words)
        index = self.report.sentence_at(at)
        assert index is not None, words
        return self.report.sentences[index]

    def role(self, words: str) -> Role:
        return self.sentence(words).role

    def clause(self, words: str) -> Clause:
        at = self.report.text.content.index(words)
        return next(clause for clause in self.sentence(words).clauses if clause.start <= at < clause.end)

    def sections(self, deepest: int = 3) -> list[tuple[int, str]]:
        return [
            (section.depth, section.title) for section in self.report.sections if section.depth <= deepest
        ]

    def section(self, title: str) -> Section:
        return next(section for section in self.report.sections if section.title.startswith(title))

    def codes(self) -> set[str]:
        return {warning.code for warning in self.report.warnings}


@cache
def seed(name: str) -> Reading:
    return Reading((SEEDS / f"{name}.txt").read_text(encoding="utf-8"))


@pytest.fixture
def reading() -> type[Reading]:
    return Reading

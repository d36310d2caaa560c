"""Helpers to ask a report as a reader would: what role has the sentence that says …"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from scorer.structure import parse_fragment, parse_report
from scorer.structure.model import Clause, Level, Report, Role, Section, Sentence
from scorer.text import Text

HEAD = (
    "某县人民政府关于2021年度法治政府建设情况的报告\n2021年，我县扎实推进法治政府建设。现将情况报告如下：\n"
)
DEEDS = "一、主要做法和成效\n（一）规范执法。全年评查案卷120份，整改问题35个。\nDEED\n（二）抓好普法。开展宣传46场次。\n"
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


def realis_alone(sentence: str, words: str, level: Level = Level.COUNTY) -> str:
    """The realis of the clause with ``words``, the sentence standing for itself."""
    (read,) = parse_fragment(Text(sentence), level=level).sentences
    return _realis(read, sentence.index(words))


def realis_of_all(sentence: str) -> set[str]:
    """The realis of all clauses of the sentence, which stands for itself."""
    (read,) = parse_fragment(Text(sentence), level=Level.COUNTY).sentences
    return {clause.realis.value for clause in read.clauses}


def realis_in_report(sentence: str, words: str) -> str:
    """The same inside the achievements of a county's report on 2021."""
    content = HEAD + DEEDS.replace("DEED", sentence)
    reading = Reading(content)
    at = content.index(sentence) + sentence.index(words)
    index = reading.report.sentence_at(at)
    assert index is not None
    return _realis(reading.report.sentences[index], at)


def _realis(sentence: Sentence, offset: int) -> str:
    return next(c for c in sentence.clauses if c.start <= offset < c.end).realis.value

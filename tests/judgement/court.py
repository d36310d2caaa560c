"""Judge a text and ask the verdict as an evaluator would: what won, from which words, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from scorer.pipeline import Engine
from scorer.reading import read_bytes
from scorer.rules.model import Status, Why
from scorer.scoring.model import ItemRow, Scorecard
from scorer.structure.model import Level

SEEDS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
}
NOTHING = "市委、市政府召开了相关会议。"
FRAME = """云河市人民政府关于2021年度法治政府建设情况的报告
2021年，云河市人民政府扎实推进法治政府建设。现将有关情况报告如下：
一、主要工作成效
{deeds}
二、存在的问题
虽然取得一定成效，但还存在一些问题。{problems}
三、下一步打算
2022年，我市将继续努力。{plans}
云河市人民政府
2022年1月20日
"""


def broken(*values: object, why: str) -> ParameterSet:
    """A case that the program still gets wrong; the mark must go as soon as it gets it right."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=why))


@cache
def engine() -> Engine:
    return Engine()


@dataclass(frozen=True)
class Hearing:
    """A text with its scorecard; ``words`` are always an exact piece of the text."""

    text: str
    card: Scorecard = field(repr=False)

    @property
    def total(self) -> Decimal:
        return self.card.total.points

    def row(self, item: str) -> ItemRow:
        return next(row for row in self.card.items if row.id == item)

    def status(self, item: str) -> Status:
        return self.row(item).status

    def wins(self, item: str) -> bool:
        return self.row(item).points > 0

    def winners(self) -> set[str]:
        """The items of the nine dimensions, and those that add or take off, that have points."""
        return {row.id for row in self.card.items if row.points > 0 and not row.id.startswith("R")}

    def won_from(self, item: str, words: str) -> list[str]:
        """What of ``words`` counts for the item: the hits of its evidence that lie on them."""
        start, end = self._place(words)
        return [
            self.text[slice(*piece.hit)]
            for piece in self.row(item).evidence
            if piece.hit[0] < end and piece.hit[1] > start
        ]

    def numbers_from(self, item: str, words: str) -> list[Decimal]:
        """The numbers that the sentence of ``words`` gave to the metrics of the item, in order of size."""
        start, end = self._place(words)
        values = [value for value in self.row(item).values if value.start < end and value.end > start]
        return sorted(value.value for value in values if value.value is not None)

    def refused(self, item: str, words: str) -> set[Why]:
        """Why hits of the item on ``words`` were turned away."""
        start, end = self._place(words)
        return {piece.why for piece in self.row(item).rejected if piece.start < end and piece.end > start}

    def _place(self, words: str) -> tuple[int, int]:
        start = self.text.index(words)
        return start, start + len(words)


def hear(text: str, level: Level | None = None, year: int | None = None) -> Hearing:
    """Judge a text; ``level`` and ``year`` only where the text itself cannot tell."""
    document = read_bytes(text.encode("utf-8"), "text.txt")
    return Hearing(document.text.content, engine().score(document, level=level, year=year))


@cache
def seed(name: str) -> Hearing:
    """A sample report, judged."""
    return hear(SEEDS[name])


@cache
def say(words: str, part: str = "deeds") -> Hearing:
    """``words`` alone in the deeds, problems or plans of an otherwise empty report of a city for 2021."""
    parts = {"deeds": "", "problems": "", "plans": "", part: words}
    return hear(FRAME.format(**{**parts, "deeds": parts["deeds"] or NOTHING}), Level.CITY, 2021)

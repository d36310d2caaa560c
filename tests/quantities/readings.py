"""The quantities of the reports as they were read by hand; the form of the files is told in gold/README.md."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["REPORTS", "Line", "is_complete", "lines", "place", "report_text"]

GOLD = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parents[2] / "seeds"
REPORTS = sorted(path.stem for path in GOLD.glob("*.txt"))


@dataclass(frozen=True)
class Line:
    """One line: ``+`` or ``-``, words with the numeral in 【】, what it says, its noun, and whose number it is."""

    sign: str
    words: str
    expected: str
    noun: str
    flag: str


@cache
def report_text(report: str) -> str:
    """The report as it is stored."""
    return (SEEDS / f"{report}.txt").read_text(encoding="utf-8")


@cache
def _gold(report: str) -> str:
    return (GOLD / f"{report}.txt").read_text(encoding="utf-8")


def is_complete(report: str) -> bool:
    """Whether the report was read to the end."""
    return "! complete" in _gold(report)


def lines(report: str) -> list[Line]:
    """All lines of a report in the order of their file."""
    found = []
    for line in _gold(report).splitlines():
        if line[:1] in "+-" and "【" in line:
            words, expected, noun, flag, *_ = [*(part.strip() for part in line[2:].split("|")), "", "", ""]
            found.append(Line(line[0], words, expected, noun, flag))
    return found


def place(text: str, line: Line) -> tuple[int, int] | None:
    """Where the words of the line stand in the report, white space apart; the place of the part in 【】."""
    squeezed = [(at, c) for at, c in enumerate(text) if not c.isspace()]
    joined = "".join(c for _, c in squeezed)
    words = re.sub(r"\s", "", line.words)
    at = joined.find(words.replace("【", "").replace("】", ""))
    if at < 0:
        return None
    first, last = at + words.index("【"), at + words.index("】") - 2
    return squeezed[first][0], squeezed[last][0] + 1

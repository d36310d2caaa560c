"""Summaries in English: the same numbers in the same places, and no Chinese but that of reports and frameworks."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import openpyxl
import pytest

from scorer.i18n import use_language
from scorer.rendering.interface import Failure
from scorer.rendering.league import SUMMARIES, League
from scorer.rendering.league.outcome import league_text
from scorer.rendering.wrap import cells
from scorer.structure.model import Level
from tests.latin import CHINESE, chinese_in, latin
from tests.rendering.test_league import league, row

GOLDEN = Path(__file__).parent / "golden" / "league.en.md"
ROWS = (
    row("甲县", "70", "60", "80", states="mpump"),
    row("乙县", "65", "55", "75", rates=(None, "0.5")),
    row("丙市", "30.5", level=Level.CITY, year=None),
    row("丁", level=None, year=None),
    row("目录", doubtful=True),
)
LEAGUE = league(*ROWS, failures=(Failure("bad.txt", "does not exist"),), missing=1)
LONG = league(*(row(f"r{number}") for number in range(600)), failures=(Failure("bad.txt", "no"),) * 600)
BY_FILE = {summary.file: summary for summary in SUMMARIES}


def content(file: str, made: League = LEAGUE, language: str = "en") -> str | bytes:
    with use_language(language):
        return BY_FILE[file].render(made)


def text(file: str, made: League = LEAGUE, language: str = "en") -> str:
    shown = content(file, made, language)
    assert isinstance(shown, str)
    return shown


@pytest.mark.parametrize("made", [LEAGUE, LONG], ids=["small", "long"])
@pytest.mark.parametrize("file", [name for name in BY_FILE if not name.endswith(".xlsx")])
def test_nothing_of_ours_is_chinese(file: str, made: League) -> None:
    assert chinese_in(text(file, latin(made))) == []


def test_no_cell_of_the_workbook_and_no_sheet_is_chinese() -> None:
    shown = content("summary.xlsx", latin(LEAGUE))
    assert isinstance(shown, bytes)
    book = openpyxl.load_workbook(io.BytesIO(shown))
    words = [str(cell.value) for sheet in book for line in sheet.iter_rows() for cell in line]
    assert [word for word in (*book.sheetnames, *words) if CHINESE.search(word)] == []
    assert book.sheetnames == ["Remarks", "Ranking", "Gaps", "Deductions", "Not scored"]


def test_two_frameworks_have_a_sheet_each() -> None:
    two = League((LEAGUE.tables[0], LEAGUE.tables[0]))
    shown = content("summary.xlsx", two)
    assert isinstance(shown, bytes)
    names = openpyxl.load_workbook(io.BytesIO(shown)).sheetnames
    assert names == [
        *("Remarks", "Ranking 1", "Gaps 1", "Deductions 1", "Ranking 2", "Gaps 2", "Deductions 2")
    ]


def test_json_is_the_same_in_both_languages() -> None:
    assert text("summary.json") == text("summary.json", language="zh")


@pytest.mark.parametrize("file", ["summary.csv", "summary-items.csv"])
def test_the_columns_of_the_tables_stay_where_they_are(file: str) -> None:
    chinese, english = (
        list(csv.reader(io.StringIO(text(file, language=language)))) for language in ("zh", "en")
    )
    assert [len(line) for line in chinese] == [len(line) for line in english]
    assert len(set(english[0])) == len(english[0])
    numbers = [[cell for cell in line if cell.replace(".", "").isdecimal()] for line in chinese[1:]]
    years = {"2021年度": "2021"}
    expected = [[years.get(cell, cell) for cell in line] for line in chinese[1:]]
    for line, other, known in zip(expected, english[1:], numbers, strict=True):
        assert [cell for cell in other if cell in known] == [cell for cell in line if cell in known]


def test_a_year_and_a_level_are_told_as_in_english() -> None:
    head, first, *_ = csv.reader(io.StringIO(text("summary.csv")))
    known = dict(zip(head, first, strict=True))
    assert (known["\ufeffFramework"], known["Level"], known["Year"]) == ("small", "city", "year unknown")
    assert (known["Possible ranks"], known["Needs review"], known["Warnings"]) == ("1", "2", "0")


def test_the_page_says_its_language_and_marks_what_is_chinese() -> None:
    page = text("summary.html")
    assert '<html lang="en">' in page
    assert '<th scope="row" lang="zh-CN"><a href="./%E7%94%B2%E5%8E%BF.json"' in page
    assert text("summary.html", language="zh").count("lang=") == 1


def test_the_markdown_is_the_one_that_was_read() -> None:
    shown = text("summary.md")
    if os.environ.get("SCORER_WRITE_GOLDEN"):
        GOLDEN.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_outcome_on_screen_is_english_and_keeps_its_width(width: int) -> None:
    with use_language("en"):
        shown = league_text(latin(LEAGUE), 2, ["out/summary.csv"], width)
    assert chinese_in(shown) == []
    assert max(map(cells, shown.splitlines())) <= width
    told = " ".join(shown.split())
    assert "Scored: 5; could not be scored: 1; not finished: 1; kept because nothing changed: 2" in told
    assert "Not finished, 1 report is missing" in told
    assert "county · 2021 (2 reports) mean 67.5 median 67.5 highest 70 lowest 65" in told
    assert "not found in 100.0% (4 of 4) 2.1 xxxx" in told

"""Comparisons in English: nothing of ours is Chinese, nothing is cut, and what machines read stays the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from scorer.compare import Comparison, compare
from scorer.compare.model import By
from scorer.i18n import use_language
from scorer.rendering.compare_formats import FORMATS, render_comparison
from scorer.rendering.interface import Failure, Options
from scorer.rendering.numbers import points
from scorer.rendering.wrap import cells
from tests.compare.subjects import saved, seed, songpi, written
from tests.latin import CHINESE, chinese_in, latin

FAILURE = Failure("bad.txt", "is empty")
# What a comparison says in words of its own, by their names in JSON.
WORDS = {"why", "message", "label", "note", "unsaid", "growth_note"}


@cache
def comparison(name: str, language: str = "en") -> Comparison:
    sides: dict[str, tuple[Any, By | None]] = {
        "years": ([songpi(2020), songpi(2021)], None),
        "saved": ([saved(songpi(2020)), saved(songpi(2021))], None),
        "gap": (
            [written(2018, "办理复议案件40件。"), written(2021, "办理复议案件56件，同比增长40%。")],
            None,
        ),
        "nothing": ([written(2020, "办理复议案件40件。"), written(2021, "办理复议案件56件。")], None),
        "no year": ([songpi(2020), subject_without_a_year()], "years"),
        "places": ([seed("daye-2021"), seed("pingqiao-2021"), seed("zaoyang-2020")], None),
        "strangers": ([seed("daye-2021"), songpi(2021)], "years"),
        "self": ([seed("daye-2021"), seed("daye-2021")], "places"),
    }
    subjects, by = sides[name]
    with use_language(language):
        return compare(subjects, by)


def subject_without_a_year() -> Any:
    side = songpi(2021)
    return replace(side, card=replace(side.card, report=replace(side.card.report, year=None, place=None)))


ALL = ["years", "saved", "gap", "nothing", "no year", "places", "strangers", "self"]


def shown(name: str, format_name: str, width: int = 100) -> Any:
    with use_language("en"):
        plain = latin(comparison(name))
        return render_comparison(plain, format_name, Options(width=width), "1.2.3", [FAILURE])


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("format_name", [name for name in FORMATS if name != "xlsx"])
def test_nothing_but_the_report_and_the_framework_is_chinese(name: str, format_name: str) -> None:
    assert chinese_in(shown(name, format_name)) == []


@pytest.mark.parametrize("name", ["years", "places"])
def test_no_cell_of_the_workbook_and_no_sheet_is_chinese(name: str) -> None:
    book = load_workbook(BytesIO(shown(name, "xlsx")))
    words = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [word for word in (*book.sheetnames, *words) if CHINESE.search(word)] == []
    assert "Overview" in book.sheetnames


@pytest.mark.parametrize("name", ALL)
def test_what_the_comparison_itself_says_is_english(name: str) -> None:
    """Where the words are made with the comparison, not with the output: only names of the report may be Chinese."""
    found = json.loads(render_comparison(comparison(name), "json", Options(), "1.2.3"))
    said = [words for key, words in leaves(found) if key in WORDS - {"label"} and isinstance(words, str)]
    assert [words for words in said if CHINESE.search(words)] == []
    assert said


def leaves(node: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        for name, inner in node.items():
            yield from leaves(inner, name)
    elif isinstance(node, list):
        for inner in node:
            yield from leaves(inner, key)
    else:
        yield key, node


@pytest.mark.parametrize("name", ALL)
def test_scripts_read_the_same_in_both_languages(name: str) -> None:
    both = []
    for language in ("zh", "en"):
        found = render_comparison(comparison(name, language), "json", Options(), "1.2.3", [FAILURE])
        both.append(list(leaves(json.loads(found))))
    chinese, english = both
    assert [key for key, _ in chinese] == [key for key, _ in english]
    differing = {one[0] for one, other in zip(chinese, english, strict=True) if one != other}
    assert "why" in differing <= WORDS


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    with use_language("en"):
        page = render_comparison(comparison(name), "terminal", Options(width=width), "1.2.3", [FAILURE])
    assert isinstance(page, str)
    assert [line for line in page.splitlines() if cells(line) > width] == []


def test_numbers_and_places_are_told_as_in_english() -> None:
    with use_language("en"):
        page = render_comparison(comparison("years"), "markdown", Options(), "1.2.3")
    assert isinstance(page, str)
    total = comparison("years").cards[0].total
    years = comparison("years").years
    assert years is not None
    moved = years.pairs[0].changes
    for words in (
        "# 松陂县 over years (2020–2021)",
        f" {points(total.low)}–{points(total.high)} ",
        "95 → 98 makes +3 pp; the report says +5 pp, off by 2 pp",
        "1800 → 2400 makes +33%; the report says +20%, off by 13 pp",
        "260 → 310 makes +50件; the report says +50件",
        "(line 5, column 27)",
        "**Does not agree**",
        f"Better: {len(moved.better)}; worse: {len(moved.worse)}.",
        "Plans of 2020: 8; with a counterpart in the achievements of 2021: 5; without one: 3",
    ):
        assert words in page.replace("\\", ""), words


def test_the_report_keeps_its_language_in_a_page() -> None:
    with use_language("en"):
        page = render_comparison(comparison("years"), "html", Options(), "1.2.3")
    assert isinstance(page, str)
    assert '<html lang="en">' in page
    assert '<dd lang="zh-CN">“四是组建县行政复议委员会，推行行政复议案件公开听证。”' in page
    assert '<span class="place" lang="en">line 17, column 1</span>' in page
    assert "<dd>no counterpart found in the achievements" in page
    chinese = render_comparison(comparison("years", "zh"), "html", Options(), "1.2.3")
    assert isinstance(chinese, str)
    assert '<html lang="zh-CN">' in chinese
    assert chinese.count("lang=") == 1

"""Whole outputs of the invented evaluation, read by eye before they were accepted.

After a change that was meant, write them anew with ``SCORER_WRITE_GOLDEN=1 pytest tests/review`` and read the
difference.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len

from scorer.rendering.evaluation import FORMATS, render_evaluation
from scorer.rendering.interface import Failure, Options
from scorer.review.agreement import Case, evaluate

from .cases import FRAMEWORK, PARTIAL, finding, qingchuan, small_evaluation

GOLDEN = Path(__file__).parent / "golden"
GONE = (Failure("heshan-2020", "the report is in none of these folders: gold, seeds"),)


@pytest.mark.parametrize(
    ("file", "format_name", "width"),
    [
        ("terminal-80.txt", "terminal", 80),
        ("terminal-160.txt", "terminal", 160),
        ("evaluation.md", "markdown", 80),
        ("evaluation.json", "json", 80),
    ],
)
def test_the_output_is_the_one_that_was_read(file: str, format_name: str, width: int) -> None:
    shown = render_evaluation(small_evaluation(), format_name, Options(width=width), GONE)
    # The version of the tool is no part of what is compared.
    shown = re.sub(r'("name": "scorer",\n\s+"version": )"[^"]*"', r'\1"0"', shown)
    if os.environ.get("SCORER_WRITE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / file).write_text(shown, encoding="utf-8", newline="\n")
    assert shown == (GOLDEN / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 80, 100, 160, 300])
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_the_terminal(width: int, unicode: bool) -> None:
    shown = render_evaluation(small_evaluation(), "terminal", Options(width=width, unicode=unicode), GONE)
    assert max(cell_len(line) for line in shown.splitlines()) <= width
    assert "\x1b" not in shown


def test_color_only_where_it_is_allowed() -> None:
    assert "\x1b[" in render_evaluation(small_evaluation(), "terminal", Options(color=True))


@pytest.mark.parametrize("format_name", FORMATS)
def test_without_baseline_nothing_speaks_of_it(format_name: str) -> None:
    shown = render_evaluation(small_evaluation(baseline=False), format_name, Options())
    assert "只查关键词" not in shown
    if format_name == "json":
        assert json.loads(shown)["all"]["baseline"] is None


@pytest.mark.parametrize("format_name", FORMATS)
def test_an_evaluation_of_nothing_can_be_shown(format_name: str) -> None:
    shown = render_evaluation(evaluate(FRAMEWORK, []), format_name, Options(), GONE)
    assert "heshan-2020" in shown.replace("\\", "")


def test_json_is_complete_and_exact() -> None:
    shown = json.loads(render_evaluation(small_evaluation(), "json", Options(), GONE))
    assert shown["schema"] == "evaluation/1"
    assert shown["errors"] == [{"name": "heshan-2020", "message": GONE[0].message}]
    assert shown["reports"][0]["values_right"] == {"hits": 2, "of": 3, "rate": 0.6667}
    assert shown["reports"][0]["total"] == {"ours": 60, "labels": 70, "difference": -10}
    content = qingchuan().text.content
    for one in shown["disagreements"][:2]:
        for piece in (*one["ours"]["evidence"], *one["ours"]["rejected"]):
            assert content[piece["start"] : piece["end"]] == piece["quote"]


def test_words_of_a_report_cannot_steer_the_outputs() -> None:
    case = qingchuan()
    rows = list(case.card.items)
    hostile = "\x1b[31m|<script>alert(1)</script>\n# 一级标题\n[x](http://a.b)"
    rows[2] = replace(rows[2], title=hostile, reason=hostile)
    result = evaluate(FRAMEWORK, [Case(case.labels, case.text, replace(case.card, items=tuple(rows)))])
    assert "\x1b" not in render_evaluation(result, "terminal", Options())
    shown = render_evaluation(result, "markdown", Options())
    html = MarkdownIt("commonmark").enable("table").render(shown)
    assert "<script" not in html
    assert "<a " not in html
    assert html.count("<h1>") == 1


def test_a_long_list_of_unlabelled_items_is_shortened() -> None:
    case = qingchuan()
    few = replace(case.labels, labels=case.labels.labels[:1])
    shown = render_evaluation(evaluate(FRAMEWORK, [Case(few, case.text, case.card)]), "markdown", Options())
    assert "6 项没有标注，未计入（1\\.2、1\\.3、1\\.4、1\\.5、1\\.6 等）" in shown


def test_a_coefficient_never_shows_a_negative_zero() -> None:
    case = qingchuan()
    rows = [replace(row, status=finding(row.id, PARTIAL).status) for row in case.card.items]
    result = evaluate(FRAMEWORK, [Case(case.labels, case.text, replace(case.card, items=tuple(rows)))])
    assert "-0.000" not in render_evaluation(result, "terminal", Options())

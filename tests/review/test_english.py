"""Evaluations, lists for review and audits in English: no Chinese but that of reports, labels and frameworks."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from scorer.i18n import use_language
from scorer.quantities.ledger import Checked, Ledger
from scorer.quantities.model import Relation
from scorer.rendering import audit_report, review_sheet
from scorer.rendering.evaluation import render_evaluation
from scorer.rendering.interface import Failure, Options
from scorer.rendering.wrap import cells
from scorer.review.attention import candidates
from scorer.review.between import compare_decisions
from scorer.review.decisions import parse_decisions
from tests.latin import chinese_in, latin
from tests.rendering.cards import CARD
from tests.review.cases import small_evaluation

GOLDEN = Path(__file__).parent / "golden"
GONE = (Failure("heshan-2020", "the report is in none of these folders: gold, seeds"),)
WIDTHS = [40, 80, 100, 160]


def evaluated(format_name: str, width: int = 80, *, plain: bool = False) -> str:
    made = latin(small_evaluation()) if plain else small_evaluation()
    with use_language("en"):
        return render_evaluation(made, format_name, Options(width=width), GONE)


@pytest.mark.parametrize(
    ("file", "format_name"), [("terminal-80.en.txt", "terminal"), ("evaluation.en.md", "markdown")]
)
def test_the_evaluation_is_the_one_that_was_read(file: str, format_name: str) -> None:
    shown = evaluated(format_name)
    if os.environ.get("SCORER_WRITE_GOLDEN"):
        (GOLDEN / file).write_text(shown, encoding="utf-8", newline="\n")
    assert shown == (GOLDEN / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("format_name", ["terminal", "markdown"])
def test_nothing_of_an_evaluation_is_chinese_but_what_it_quotes(format_name: str) -> None:
    assert chinese_in(evaluated(format_name, plain=True)) == []


def test_scripts_read_the_same_in_both_languages() -> None:
    assert evaluated("json") == render_evaluation(small_evaluation(), "json", Options(), GONE)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_of_an_evaluation_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(cells, evaluated("terminal", width).splitlines())) <= width


@pytest.mark.parametrize("width", [80, 160])
def test_every_head_of_an_evaluation_is_whole(width: int) -> None:
    heads = [line for line in evaluated("terminal", width).splitlines() if line.startswith("  Report ")]
    assert len(heads) == (3 if width == 80 else 2)
    assert "95% interval" in heads[0]
    assert not any("…" in head for head in heads)


def test_the_list_for_review_is_english() -> None:
    card = latin(CARD)
    with use_language("en"):
        shown = review_sheet.as_text(card, candidates(card), 100)
    assert chinese_in(shown) == []
    assert "points at stake:" in shown
    assert "Not counted (" in shown


def test_the_template_asks_for_the_same_in_both_languages() -> None:
    card = latin(CARD)
    found = candidates(card)
    with use_language("en"):
        english = review_sheet.template(card, found)
    # Whose report it is belongs to the contract of the file, which no language changes.
    assert [line for line in chinese_in(english) if not line.startswith("about: ")] == []
    assert english.startswith("# Decisions: ")
    chinese = review_sheet.template(card, found)
    assert yaml.safe_load(english) == yaml.safe_load(chinese)
    uncommented = [
        yaml.safe_load(template.replace("  # - ", "  - ").replace("  #   ", "    "))
        for template in (chinese, english)
    ]
    assert uncommented[0] == uncommented[1]
    assert len(uncommented[0]["decisions"]) == len(found) > 0


def test_agreement_of_two_reviewers_is_told_in_english() -> None:
    entry = (
        '{{item: "{0}", report: a, status: {1}, reason: seen, by: {2}, date: 2024-05-06, evidence: "%s"}}'
        % ("0" * 16)
    )
    first, second = (
        parse_decisions(
            "\n".join(
                ["decisions:", *(f"- {entry.format(item, status, by)}" for item, status in rows)]
            ).encode(),
            f"{by}.yaml",
        )
        for by, rows in {
            "ann": [("1.1", "met"), ("1.2", "unmet"), ("1.3", "met")],
            "bob": [("1.1", "met"), ("1.2", "partial"), ("1.4", "met")],
        }.items()
    )
    with use_language("en"):
        shown = review_sheet.between_text(first, second, compare_decisions(first, second), 100)
    assert chinese_in(shown) == []
    assert shown.splitlines()[:2] == [
        "ann.yaml and bob.yaml",
        "2 items reviewed by both, of which with the same verdict: 1",
    ]
    assert "1.2 (a)\n  ann: Not found, seen\n  bob: Partial, seen\n" in shown
    assert "Reviewed in bob.yaml only: 1.4" in shown


def relation(kind: str, holds: bool | None, severity: str = "warning", gap: str = "") -> Checked:
    made = Relation(
        relation=kind,
        start=0,
        end=4,
        subject="cases",
        left="1 + 2",
        operator="=" if holds else "≠",
        right="4",
        stated=Decimal(4),
        computed=Decimal(3),
        difference=Decimal(1),
        holds=holds,
        severity=severity,
        note="",
        message="",
    )
    return Checked(made, "cases 4", 0, 4, 12, 3, "p. 2")


LEDGER = Ledger(
    "county.txt",
    "Report of a county",
    "0" * 64,
    "text",
    (
        relation("sum", True),
        relation("sum", False),
        relation("ratio", False, "info"),
        relation("sequence", None),
        relation("repeat", True),
    ),
)


@pytest.mark.parametrize("everything", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
def test_an_audit_is_english_and_keeps_its_width(width: int, everything: bool) -> None:
    with use_language("en"):
        shown = audit_report.as_text([LEDGER, LEDGER], Options(width=width), GONE, everything=everything)
    assert chinese_in(shown) == []
    assert max(map(cells, shown.splitlines())) <= width
    told = " ".join(shown.split())
    assert (
        "5 relations between numbers checked: 2 agree, 1 does not agree (warning), 1 to take note of, "
        "1 cannot be decided because of a rounded number." in told
    )
    assert ("2 more agree; --all lists them too." in told) is not everything
    assert "p. 2, line 12, column 3" in told


def test_the_heads_of_an_audit_are_whole() -> None:
    with use_language("en"):
        shown = audit_report.as_text([LEDGER, LEDGER], Options(width=80))
    heads = [line for line in shown.splitlines() if "Disagree" in line]
    assert len(heads) == 3
    assert all(head.split()[-1] == "Open" for head in heads)


def test_an_audit_without_numbers_says_so() -> None:
    empty = Ledger("county.txt", None, "0" * 64, "text", ())
    with use_language("en"):
        shown = audit_report.as_text([empty], Options(width=100))
    assert "No numbers that can be checked against each other" in shown
    assert json.dumps(shown).isascii()

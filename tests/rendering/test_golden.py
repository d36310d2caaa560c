"""Whole outputs of the invented card, read by eye before they were accepted.

After a change that was meant, write them anew with ``SCORER_WRITE_GOLDEN=1 pytest tests/rendering`` and read
the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scorer.i18n import use_language
from scorer.rendering import Options, render

from .cards import CARD, hostile_card

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("file", "card", "format_name", "options"),
    [
        ("terminal-80.txt", CARD, "terminal", Options("summary", 80)),
        ("terminal-100.txt", CARD, "terminal", Options("items", 100)),
        ("terminal-160.txt", CARD, "terminal", Options("full", 160)),
        ("terminal-ascii.txt", CARD, "terminal", Options("summary", 80, unicode=False)),
        ("terminal-hostile.txt", hostile_card(), "terminal", Options("summary", 100)),
        ("summary.md", CARD, "markdown", Options("summary")),
        ("items.md", CARD, "markdown", Options("items")),
        ("full.md", CARD, "markdown", Options("full")),
        ("hostile.md", hostile_card(), "markdown", Options("summary")),
        ("card.json", CARD, "json", Options()),
        ("card.csv", CARD, "csv", Options()),
        ("hostile.csv", hostile_card(), "csv", Options()),
        ("card.sarif", CARD, "sarif", Options()),
        ("card.junit.xml", CARD, "junit", Options()),
        ("hostile.junit.xml", hostile_card(), "junit", Options()),
        ("card.github.txt", CARD, "github", Options()),
        ("hostile.github.txt", hostile_card(), "github", Options()),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_the_output_is_the_one_that_was_read(
    file: str, card: object, format_name: str, options: Options
) -> None:
    shown = render(card, format_name, options)  # type: ignore[arg-type]
    assert isinstance(shown, str)
    compare(shown, file)


@pytest.mark.parametrize(
    ("file", "format_name", "options"),
    [
        ("terminal-80.en.txt", "terminal", Options("items", 80)),
        ("terminal-120.en.txt", "terminal", Options("full", 120)),
        ("full.en.md", "markdown", Options("full")),
        ("card.en.sarif", "sarif", Options()),
    ],
)
def test_the_english_output_is_the_one_that_was_read(file: str, format_name: str, options: Options) -> None:
    with use_language("en"):
        shown = render(CARD, format_name, options)
    assert isinstance(shown, str)
    compare(shown, file)


def compare(shown: str, file: str) -> None:
    """Hold the output against the one that was read, or write it anew where that is asked."""
    if os.environ.get("SCORER_WRITE_GOLDEN"):
        (GOLDEN / file).write_bytes(shown.encode("utf-8"))
    assert shown == (GOLDEN / file).read_bytes().decode("utf-8")

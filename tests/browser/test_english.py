"""The page in English: its words fit on a desk and on a phone, and its script speaks English too."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorer.review.decisions import load_decisions
from scorer.rules.model import Status
from tests.browser.cards import PAGED, WHOLE, malicious
from tests.browser.chromium import Page
from tests.browser.conftest import DESKTOP, PHONE, Opened, seed
from tests.browser.test_decide import COURT, decide
from tests.browser.test_layout import too_wide

CARDS = {"invented": lambda: WHOLE, "paged": lambda: PAGED, "malicious": malicious, "real": lambda: seed("daye-2021")}  # fmt: skip


def narrow(page: Page) -> object:
    """Words of ours that are cut off, or broken within a word: a line then holds less than the longest of them."""
    return page.run(
        "[...document.querySelectorAll('th, .state, .chip, dt, button, .jumps a')].filter(e => e.checkVisibility()"
        " && e.scrollWidth > e.clientWidth + 1 && e.clientWidth).map(e => e.outerHTML.slice(0, 200))"
    )


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("name", CARDS)
def test_english_words_fit(opened: Opened, name: str, size: tuple[int, int]) -> None:
    with opened(CARDS[name](), size, language="en") as page:
        page.click(".filters [name=unfold]")
        page.click(".item:nth-of-type(2) [name=decide]")
        page.settle()
        assert page.run("document.scrollingElement.scrollWidth") == size[0]
        assert too_wide(page) == []
        assert narrow(page) == []


def test_on_a_phone_the_table_of_dimensions_needs_no_scrolling(opened: Opened) -> None:
    with opened(seed("daye-2021"), PHONE, language="en") as page:
        assert page.run("(e => e.scrollWidth - e.clientWidth)(document.querySelector('.chart .wide'))") == 0


def test_the_page_says_in_which_language_its_words_are(opened: Opened) -> None:
    with opened(WHOLE, language="en") as page:
        assert page.run("document.documentElement.lang") == "en"
        assert page.run("document.querySelector('h1').lang") == "zh-CN"
        assert page.run("[...new Set([...document.querySelectorAll('.line')].map(e => e.lang))]") == ["zh-CN"]
        assert page.run("document.querySelector('.line .role').lang") == "en"
        assert page.run("document.querySelector('.line .note.audit').lang") == "en"
        assert page.run("document.querySelector('.jumps').closest('[lang]').lang") == "en"


def test_the_script_counts_and_walks_in_english(opened: Opened) -> None:
    with opened(WHOLE, language="en") as page:
        page.click("input[value='Partial']")
        assert page.text(".found") == "Items shown: 2 of 13"
        page.click(".filters [name=reset]")
        page.click("#r1-i1 .head > button")
        assert page.text(".walk .what") == "1.1.2 · Place 1 of 2"
        page.click("#r1-i5 .head > button")
        assert page.text(".walk .what") == "2.1.3 · No sentence in the text to be marked"


def test_what_is_missing_in_a_form_is_told_in_english(opened: Opened) -> None:
    with opened(WHOLE, language="en") as page:
        decide(page, COURT, status="met", reason="", by="Wang", date="2024-06-01")
        assert page.text(f"{COURT} .wrong") == "Please give the reason."
        options = page.run("[...document.querySelectorAll('.decide option')].map(e => e.textContent)")
        assert options == ["Met", "Partial", "Not found", "Not applicable"]


def test_the_exported_file_does_not_depend_on_the_language(opened: Opened, tmp_path: Path) -> None:
    files = []
    for language in ("zh", "en"):
        with opened(WHOLE, language=language) as page:
            decide(page, COURT, status="unmet", reason="只有口头说法", by="王五", date="2024-06-01")
            files.append(
                page.download(tmp_path / language, lambda page=page: page.click(".drafts [name=export]"))
            )
            if language == "en":
                tally = page.run("[...document.querySelectorAll('.tally span')].map(e => e.textContent)")
    assert tally == ["Overrulings in draft: 1", "Earlier decisions that go into the file too: 1"]
    (_, *chinese), (head, *english) = (file.read_text(encoding="utf-8").splitlines() for file in files)
    assert english == chinese
    assert head.startswith("# Decisions, exported from a scorecard")
    assert {entry.item: entry.status for entry in load_decisions(files[1]).entries} == {
        "2.1.2": Status.UNMET,
        "2.1.4": Status.UNMET,
    }

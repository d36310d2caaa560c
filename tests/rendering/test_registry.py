from __future__ import annotations

import subprocess
import sys
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from scorer.errors import UsageError
from scorer.rendering import DETAILS, RENDERERS, Detail, Options, render

from .cards import CARD, hostile_card

EVIDENCE = CARD.items[0].evidence


def test_the_formats_and_details_the_command_line_offers() -> None:
    text = ["terminal", "markdown", "json", "csv", "sarif", "junit", "github", "html"]
    assert [name for name, renderer in RENDERERS.items() if not renderer.binary] == text
    assert [name for name, renderer in RENDERERS.items() if renderer.binary] == ["xlsx", "docx"]
    assert DETAILS == ("summary", "items", "full")


@pytest.mark.parametrize("name", RENDERERS)
def test_every_renderer_renders_and_knows_its_name_and_ending(name: str) -> None:
    renderer = RENDERERS[name]
    assert renderer.name == name
    assert renderer.extension.startswith(".")
    assert "/" in renderer.media
    for detail in (None, *DETAILS):
        for cards in ((), (CARD,), (CARD, hostile_card())):
            shown = renderer.render(cards, Options(detail))
            assert shown == renderer.render(cards, Options(detail))
            assert isinstance(shown, bytes) == renderer.binary
            if isinstance(shown, str):
                shown.encode("utf-8")
                assert not cards or shown.endswith("\n")


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="terminal, markdown, json"):
        render(CARD, "pdf")


def test_options_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Options().width = 80  # type: ignore[misc]


def test_json_and_markdown_never_load_rich() -> None:
    program = (
        "import sys; from scorer.rendering import render; render((), 'json'); render((), 'markdown');"
        "sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(), max_size=120), st.sampled_from(DETAILS), st.integers(40, 160))
def test_any_words_can_be_shown(words: str, detail: Detail, width: int) -> None:
    card = hostile_card(words)
    for name in RENDERERS:
        any_kind = render(card, name, Options(detail, width))
        assert isinstance(any_kind, bytes) or any_kind.encode("utf-8")
    shown = render(card, "terminal", Options(detail, width))
    assert max(map(cell_len, shown.splitlines())) <= width


def test_a_report_of_one_endless_sentence_is_shown_in_part() -> None:
    endless = "全年办理行政复议案件。" * 20_000
    found = [replace(row, quote=endless, start=0, end=len(endless), section=endless) for row in EVIDENCE]
    items = tuple(replace(row, evidence=tuple(found)) for row in CARD.items)
    report = replace(CARD.report, title=endless, place=endless, issuer=endless)
    for name in ("terminal", "markdown"):
        assert len(render(replace(CARD, items=items, report=report), name, Options("full"))) < 100_000

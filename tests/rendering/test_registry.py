from __future__ import annotations

import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest

from scorer.errors import UsageError
from scorer.rendering import DETAILS, RENDERERS, Options, render

from .cards import CARD, hostile_card


def test_the_formats_and_details_the_command_line_offers() -> None:
    assert list(RENDERERS) == ["terminal", "markdown", "json"]
    assert DETAILS == ("summary", "items", "full")


@pytest.mark.parametrize("name", RENDERERS)
def test_every_renderer_renders_and_knows_its_name_and_ending(name: str) -> None:
    renderer = RENDERERS[name]
    assert renderer.name == name
    assert renderer.extension.startswith(".")
    assert "/" in renderer.media
    for detail in (None, *DETAILS):
        for cards in ((), (CARD,), (CARD, hostile_card())):
            text = renderer.render(cards, Options(detail))
            assert text == renderer.render(cards, Options(detail))
            text.encode("utf-8")
            assert not cards or text.endswith("\n")


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

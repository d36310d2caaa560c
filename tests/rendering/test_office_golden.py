"""Workbook and letter of four reports as office programs read them; looked at before they were accepted.

After a change that was meant: ``SCORER_WRITE_GOLDEN=1 pytest tests/rendering -k golden``, then read the difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from scorer import Engine, Scorecard, __version__, read_file
from scorer.rendering import Options, render
from tests.rendering.cards import CARD, hostile_card
from tests.rendering.office_dump import letter_dump, workbook_dump

# openpyxl does not know the second, richer description of data bars that Excel 2010 and later read.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")

TESTS = Path(__file__).parent.parent
DUMPS: dict[str, Callable[[bytes], str]] = {"xlsx": workbook_dump, "docx": letter_dump}


@cache
def engine() -> Engine:
    return Engine()


def real(name: str) -> Scorecard:
    return engine().score(read_file(TESTS.parent / "seeds" / f"{name}.txt"))


def settled(shown: str) -> str:
    """Without what moves when nothing of a report does."""
    sha = engine().framework.sha256
    shown = shown.replace(sha, "0" * 64).replace(sha[:16], "0" * 16)
    return shown.replace(f"scorer {__version__}", "scorer VERSION")


@pytest.mark.parametrize("format_", DUMPS)
@pytest.mark.parametrize("name", ["card", "hostile", "daye-2021", "suizhou-2019"])
def test_the_file_is_the_one_that_was_read_golden(name: str, format_: str) -> None:
    invented = {"card": CARD, "hostile": hostile_card()}
    card, options = (invented[name], Options("full")) if name in invented else (real(name), Options("items"))
    content = render(card, format_, options)
    assert isinstance(content, bytes)
    path = TESTS / ("rendering/golden" if name in invented else "golden") / f"{name}.{format_}.txt"
    shown = settled(DUMPS[format_](content))
    if os.environ.get("SCORER_WRITE_GOLDEN"):
        path.write_bytes(shown.encode("utf-8"))
    assert shown == path.read_bytes().decode("utf-8")

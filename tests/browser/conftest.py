"""A browser for the tests of this folder, and pages written where it can open them.

Every page that a test opens with :func:`opened` must stay quiet to its end: nothing on the console, no violation of
the policy, no dialog, and no request but for the file itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path

import pytest

from scorer.i18n import DEFAULT_LANGUAGE, use_language
from scorer.pipeline import Engine
from scorer.reading import read_file
from scorer.rendering import Failure, Options, render
from scorer.scoring.model import Scorecard
from tests.browser.chromium import Chromium, Page, find

SEEDS = Path(__file__).parent.parent.parent / "seeds"
DESKTOP, PHONE = (1280, 800), (390, 844)
Write = Callable[..., Path]
Opened = Callable[..., AbstractContextManager[Page]]


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """One browser for all tests; without any they are skipped, unless SCORER_REQUIRE_BROWSER says otherwise."""
    program = find()
    if program is None:
        words = "no Chromium on this machine; install it, or name it in SCORER_BROWSER"
        if os.environ.get("SCORER_REQUIRE_BROWSER"):
            pytest.fail(words)
        pytest.skip(words)
    browser = Chromium(program, tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes cards as a page and gives its path."""

    def written(
        cards: Scorecard | Sequence[Scorecard],
        failures: Sequence[Failure] = (),
        language: str = DEFAULT_LANGUAGE,
    ) -> Path:
        path = tmp_path / "card.html"
        with use_language(language):
            shown = render(cards, "html", Options(), failures)
        assert isinstance(shown, str)
        path.write_text(shown, encoding="utf-8", newline="")
        return path

    return written


@pytest.fixture
def opened(chromium: Chromium, write: Write) -> Opened:
    """Opens cards in a page of a size; the page must have stayed quiet when it is left."""

    @contextmanager
    def at(
        cards: Scorecard | Sequence[Scorecard],
        size: tuple[int, int] = DESKTOP,
        *,
        script: bool = True,
        fragment: str = "",
        before: str = "",
        failures: Sequence[Failure] = (),
        language: str = DEFAULT_LANGUAGE,
    ) -> Iterator[Page]:
        path = write(cards, failures, language)
        with chromium.page(*size, script=script) as page:
            if before:  # runs ahead of the page's own script
                page.call("Page.addScriptToEvaluateOnNewDocument", source=before)
            page.open(path, fragment)
            yield page
            page.settle()
            assert page.complaints == []
            assert page.dialogs == []
            own = {path.as_uri(), path.as_uri() + fragment}
            assert [
                at for at in page.requests if at not in own and not at.startswith(("data:", "blob:"))
            ] == []

    return at


@cache
def engine() -> Engine:
    return Engine()


@cache
def seed(name: str) -> Scorecard:
    """A real report, scored."""
    return engine().score(read_file(SEEDS / f"{name}.txt"))

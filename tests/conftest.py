"""What holds for all tests: nothing is timed, also not the cases that hypothesis invents, on however busy a machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from scorer.rules import build_lexicon

settings.register_profile("scorer", deadline=None)
settings.load_profile("scorer")


@pytest.fixture(scope="session", autouse=True)
def _words_that_nobody_looked_for() -> Iterator[None]:
    """A rule that asks for a word which the lexicon was not given is an error here, not "absent"."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scorer.pipeline.build_lexicon", lambda items, **_: build_lexicon(items))
        yield


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compiled frameworks go to a folder of this run, never to the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCORER_CACHE_DIR", str(tmp_path_factory.mktemp("plans")))
        yield

"""What holds for all tests: nothing is timed, also not the cases that hypothesis invents, on however busy a machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("scorer", deadline=None)
settings.load_profile("scorer")


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compiled frameworks go to a folder of this run, never to the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCORER_CACHE_DIR", str(tmp_path_factory.mktemp("plans")))
        yield

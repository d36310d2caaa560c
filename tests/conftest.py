"""What holds for all tests: nothing is timed, also not the cases that hypothesis invents, on however busy a machine."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("scorer", deadline=None)
settings.load_profile("scorer")

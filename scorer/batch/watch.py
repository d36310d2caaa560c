"""Looks at the clock for workers that hang: which report has been under way for too long."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

__all__ = ["TIMEOUT", "Watch"]

TIMEOUT = 300
"""Seconds for a report unless somebody asks for others. A report takes less than one, its readers have limits of their
own, and LibreOffice may need a minute: what takes longer hangs."""

_GAP = 2.0  # seconds between two looks that count at most: Ctrl-Z and a lid that is shut stop this clock too

Work = TypeVar("Work", bound=Hashable)


class Watch(Generic[Work]):
    """Counts for each piece of work how long it has been at the same place."""

    def __init__(self, limit: float | None, clock: Callable[[], float] = time.monotonic) -> None:
        """``limit`` is in seconds; None for none."""
        self._limit, self._clock = limit, clock
        self._looked = clock()
        self._spent: dict[Work, tuple[int | None, float]] = {}

    def overdue(self, running: Iterable[Work], place: Callable[[Work], int | None]) -> list[Work]:
        """What has been at its ``place`` for too long; to be asked often, for only what was seen is counted."""
        now = self._clock()
        passed, self._looked = min(now - self._looked, _GAP), now
        before, self._spent = self._spent, {}
        for work in running:
            here = place(work)
            there, seconds = before.get(work, (here, -passed))
            self._spent[work] = here, seconds + passed if there == here else 0.0
        if self._limit is None:
            return []
        return [work for work, (here, spent) in self._spent.items() if spent > self._allowed(here)]

    def _allowed(self, here: int | None) -> float:
        """A worker that is at no report yet starts, which a small limit for reports must not forbid."""
        assert self._limit is not None  # noqa: S101  only asked where there is a limit
        return self._limit if here is not None else max(self._limit, TIMEOUT)

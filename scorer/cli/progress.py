"""How far a batch is, on stderr: a bar with rate and time left on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import os
import sys
import time
from types import TracebackType
from typing import Any

from scorer.batch import Step
from scorer.cli.output import say

__all__ = ["Progress"]

_EVERY = 15.0  # seconds between two lines where there is no terminal
_MINUTE = 60


class Progress:
    """Hears of each ending; errors are said at once. Clocks steer what is shown here and no result."""

    def __init__(self) -> None:
        self._begun = self._last = time.monotonic()
        self._tried = 0  # what was there already says nothing about the speed
        self._failed = 0
        self._bar: Any = None
        self._row: Any = None

    def __enter__(self) -> Progress:
        return self

    def __call__(self, step: Step) -> None:
        """One more report has ended."""
        if step.state == "failed":
            self._failed += 1
            which = f" [{step.framework}]" if step.framework else ""
            say(f"{step.name}{which}: {step.message}", kind="error")
        if step.state != "kept":
            self._tried += 1
        if step.state == "kept" and step.done < step.total:
            return
        if self._bar is not None or _can_draw():
            self._draw(step)
        elif time.monotonic() - self._last >= _EVERY:
            self._last = time.monotonic()
            say(f"{step.done} of {step.total}, {self._failed} failed; {self._speed(step)}")

    def _speed(self, step: Step) -> str:
        """Rate and time left, by what was scored in this run."""
        rate = self._tried / max(time.monotonic() - self._begun, 0.001)
        left = (step.total - step.done) / max(rate, 0.001)
        minutes, seconds = divmod(int(left), _MINUTE)
        return f"{rate:.1f} a second, {minutes}:{seconds:02d} left"

    def _draw(self, step: Step) -> None:
        if self._bar is None:
            self._bar = _bar()
            self._row = self._bar.add_task("", total=step.total, speed="", failed="")
            self._bar.start()
        failed = f"{self._failed} failed  " if self._failed else ""
        self._bar.update(self._row, completed=step.done, speed=self._speed(step), failed=failed)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()


def _can_draw() -> bool:
    """Whether stderr is a terminal that can move its cursor."""
    try:
        return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    except ValueError:  # closed
        return False


def _bar() -> Any:
    """A bar of rich; what is printed to stderr meanwhile stands above it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("[red]{task.fields[failed]}[/]{task.fields[speed]}"),
    )
    return Bar(*columns, console=console)

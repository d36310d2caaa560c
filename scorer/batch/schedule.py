"""Hands out chunks of reports to any executor, and tries again what a dying worker took with it.

A chunk is lost when its worker dies (a crash, a kill, no memory). Its reports are then tried one by one; a report on
which a worker dies a second time, now alone, is an error by its name. A report that takes too long is one at once: its
worker is ended, and the other reports of the chunk go back to those that wait.

Only workers of our own can be ended. Of other executors, whose chunks may wait in a queue that nobody here sees, it is
known when none of their workers has finished anything for as long as a whole chunk may take; then the batch stops.
"""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from types import FrameType
from typing import TypeAlias

from scorer.batch.crew import Crew
from scorer.batch.model import Ending, Task
from scorer.batch.watch import TIMEOUT, Watch
from scorer.batch.worker import score_chunk
from scorer.errors import ScorerError

__all__ = ["CHUNK", "Schedule"]

CHUNK = 25
"""Reports in a chunk: enough that handing over costs nothing, few enough that a death costs little."""

_SHARE = (
    4  # a chunk is at most this part of what a worker has before it, so that all end at about the same time
)
_HOPELESS = 20  # deaths with nothing finished between them: it is not the reports
_PATIENCE = 0.2  # seconds between two looks at whether to stop
_DIED = "the worker died on this report twice (a crash, or no memory): {}"
_SLOW = "took longer than {} seconds and was given up; --timeout sets the limit"
_STUCK = "no worker has finished anything for {} seconds"

Work: TypeAlias = "Future[tuple[Ending, ...]]"


class Schedule:
    """One run over all tasks. ``accept`` is called for each ending, in this thread, as they come in."""

    def __init__(
        self,
        executor: Executor,
        width: int,
        setup: bytes,
        accept: Callable[[Ending], None],
        timeout: float | None = None,
    ) -> None:
        """``width`` chunks are under way at a time; a report may take ``timeout`` seconds, None for any time."""
        self._executor, self._width, self._setup, self._accept = executor, width, setup, accept
        self._crew = executor if isinstance(executor, Crew) else None
        self._timeout = timeout
        self._watch: Watch[Work] = Watch(timeout)
        self._patience = None if timeout is None else max(timeout * CHUNK, TIMEOUT)
        self._stall: Watch[Executor] = Watch(self._patience)
        self._finished = 0
        self._left: deque[Task] = deque()
        self._alone: deque[Task] = deque()
        self._suspects: set[int] = set()  # reports of a chunk whose worker died
        self._running: dict[Work, Sequence[Task]] = {}
        self._ended: dict[Work, int | None] = {}  # whose worker was ended, and at which report
        self._deaths = 0
        self._given_up = False
        self.interrupted = False
        self.stopped = ""

    def run(self, tasks: Iterable[Task]) -> None:
        """Until everything has ended, or until a person or a full disk stops it; then what is running may end."""
        self._left.extend(tasks)
        with self._listening():
            while not self._halted and (self._left or self._alone or self._running):
                self._fill()
                self._collect()
            self._drain()

    @property
    def _halted(self) -> bool:
        return self.interrupted or bool(self.stopped)

    def _fill(self) -> None:
        while len(self._running) < self._width and (self._left or self._alone) and not self._halted:
            chunk = [self._alone.popleft()] if self._alone else self._next()
            try:
                self._running[self._executor.submit(score_chunk, self._setup, tuple(chunk))] = chunk
            except (RuntimeError, OSError) as error:  # an executor that is broken or shut down
                self.stopped = f"no worker takes any more work: {_words(error)}"

    def _next(self) -> list[Task]:
        size = min(CHUNK, max(1, len(self._left) // (self._width * _SHARE)))
        return [self._left.popleft() for _ in range(min(size, len(self._left)))]

    def _collect(self) -> None:
        done, _ = wait(self._running, timeout=_PATIENCE, return_when=FIRST_COMPLETED)
        self._finished += len(done)
        for future in done:
            self._settle(self._running.pop(future), future)
        if self._crew is not None:
            for future in self._watch.overdue(tuple(self._running), self._crew.place):
                self._ended[future] = self._crew.place(future)
                self._crew.kill(future)
        elif self._stall.overdue([self._executor] if self._running else [], lambda _: self._finished):
            self.stopped = self.stopped or _STUCK.format(f"{self._patience:g}")

    def _settle(self, chunk: Sequence[Task], future: Work) -> None:
        slow = self._ended.pop(future, None)
        try:
            endings = future.result()
        except BaseException as error:  # dask raises cancellations that are no Exception
            if not isinstance(error, Exception) and not future.cancelled():
                raise
            if self._given_up:
                return  # ended by a person: its reports have not been tried
            if slow is not None:
                self._give_up(chunk, slow)
            else:
                self._bury(chunk, error)
            return
        self._deaths = 0
        for ending in endings:
            if ending.stops:
                self.stopped = self.stopped or ending.message
            else:
                self._accept(ending)

    def _give_up(self, chunk: Sequence[Task], slow: int) -> None:
        """One report was too slow; the others of its chunk wait again, those before it too: nobody told of them."""
        words = _SLOW.format(f"{self._timeout:g}")
        self._accept(Ending(slow, -1, "failed", words, ScorerError.exit_code))
        self._left.extendleft(task for task in reversed(chunk) if task.index != slow)

    def _bury(self, chunk: Sequence[Task], error: BaseException) -> None:
        self._deaths += 1
        if self._deaths >= _HOPELESS:
            self.stopped = f"workers die before they finish anything: {_words(error)}"
        elif len(chunk) > 1 or chunk[0].index not in self._suspects:
            self._suspects.update(task.index for task in chunk)
            self._alone.extend(chunk)
        else:
            words = _DIED.format(_words(error))
            self._accept(Ending(chunk[0].index, -1, "failed", words, ScorerError.exit_code))

    def _drain(self) -> None:
        """Take in what is still running. Workers of our own end after one report; others are not waited for."""
        if self._crew is not None:
            self._crew.stop()
            while self._running:
                self._collect()
        for future in list(self._running):
            future.cancel()
            if future.done() and not future.cancelled():
                self._settle(self._running.pop(future), future)

    @contextmanager
    def _listening(self) -> Iterator[None]:
        """Ctrl-C and SIGTERM let the batch end in order; a second one ends its workers at once, a third one itself."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {name: signal.signal(name, self._hear) for name in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for name, handler in before.items():
                signal.signal(name, handler or signal.SIG_DFL)

    def _hear(self, _: int, __: FrameType | None) -> None:
        if self._given_up or (self.interrupted and self._crew is None):
            raise KeyboardInterrupt
        if self._crew is not None and self.interrupted:
            self._given_up = True
            self._crew.kill()
        elif self._crew is not None:
            self._crew.stop()
        self.interrupted = True


def _words(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__

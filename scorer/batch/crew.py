"""Workers of our own: one process each, so that one that dies takes nobody with it and is replaced.

The pool of the standard library with several processes breaks as a whole when one of them dies, and cannot say which
report it died on. A crew is as many pools of one process. It can be told to stop: each worker then ends after the
report it is at.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.sharedctypes import RawValue
from queue import SimpleQueue
from typing import Any, TypeVar

from scorer.batch import worker

__all__ = ["Crew"]

T = TypeVar("T")


class Crew(Executor):
    """Runs at most ``size`` calls at a time; more would wait in :meth:`submit`."""

    def __init__(self, size: int) -> None:
        self._context = multiprocessing.get_context(
            "spawn"
        )  # the same on every system, and safe beside threads
        self._stop = RawValue(ctypes.c_bool, False)  # no lock that a killed worker could keep
        self._free: SimpleQueue[ProcessPoolExecutor | None] = SimpleQueue()
        self._pools: set[ProcessPoolExecutor] = set()
        for _ in range(size):
            self._free.put(None)

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Give a free worker something to do; hires one where there is none yet."""
        pool = self._free.get() or self._hire()
        with _deaf_to_interrupts():
            try:
                future = pool.submit(fn, *args, **kwargs)
            except BrokenExecutor:  # it died between two calls
                self._dismiss(pool)
                pool = self._hire()
                future = pool.submit(fn, *args, **kwargs)
        future.add_done_callback(lambda done: self._take_back(pool, done))
        return future

    def stop(self) -> None:
        """Let all workers end after the report they are at."""
        self._stop.value = True

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let all workers go."""
        for pool in list(self._pools):
            pool.shutdown(wait=wait, cancel_futures=cancel_futures)
        self._pools.clear()

    def _hire(self) -> ProcessPoolExecutor:
        pool = ProcessPoolExecutor(1, mp_context=self._context, initializer=_begin, initargs=(self._stop,))
        self._pools.add(pool)
        return pool

    def _dismiss(self, pool: ProcessPoolExecutor) -> None:
        self._pools.discard(pool)
        pool.shutdown(wait=False)

    def _take_back(self, pool: ProcessPoolExecutor, done: Future[Any]) -> None:
        broken = not done.cancelled() and isinstance(done.exception(), BrokenExecutor)
        if broken:
            self._dismiss(pool)
        self._free.put(None if broken else pool)


def _begin(stop: Any) -> None:
    """In a new worker: leave Ctrl-C to the parent, obey its stop, and never outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    worker.should_stop = lambda: bool(stop.value)
    process = multiprocessing.parent_process()
    if process is not None:
        threading.Thread(target=_follow, args=(process,), daemon=True).start()


def _follow(parent: Any) -> None:
    parent.join()
    os._exit(1)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """A process begun here never hears Ctrl-C, not even before it can say so itself."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)

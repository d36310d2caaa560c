"""Workers of our own: one process each, so that one that dies takes nobody with it and is replaced.

The pool of the standard library breaks as a whole when one of its processes dies, cannot say which report that one died
on, and gives nobody up: a process that hangs keeps it waiting for ever. Of a crew it is known at which report each
worker is, each can be ended alone, and all can be told to end after the report they are at.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager, suppress
from multiprocessing.sharedctypes import RawValue
from queue import SimpleQueue
from typing import Any, TypeVar

from scorer.batch import worker

__all__ = ["Crew", "WorkerDiedError"]

T = TypeVar("T")

_NOWHERE = -1
_FAREWELL = 5.0  # seconds in which an idle worker may end by itself


class WorkerDiedError(BrokenExecutor):
    """The process ended before it had an answer."""


class Crew(Executor):
    """Runs at most ``size`` calls at a time; more would wait in :meth:`submit`."""

    def __init__(self, size: int) -> None:
        self._context = multiprocessing.get_context(
            "spawn"
        )  # the same on every system, and safe beside threads
        self._stop = RawValue(ctypes.c_bool, False)  # no lock that a killed worker could keep
        self._free: SimpleQueue[_Worker | None] = SimpleQueue()
        self._workers: set[_Worker] = set()
        self._busy: dict[Future[Any], _Worker] = {}
        for _ in range(size):
            self._free.put(None)

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Give a free worker something to do; hires one where there is none yet, or where it died meanwhile."""
        chosen = self._free.get()
        if chosen is not None and not chosen.process.is_alive():
            self._workers.discard(chosen)
            chosen = None
        chosen = chosen or self._hire()
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        chosen.at.value = _NOWHERE
        self._busy[future] = chosen
        # A worker that starts reads late, and what a pipe cannot hold waits: in a thread, so that nobody else does.
        threading.Thread(target=self._carry, args=(chosen, future, (fn, args, kwargs)), daemon=True).start()
        return future

    def place(self, future: Future[Any]) -> int | None:
        """The report at which the worker of a call is, by its index; None before the first one."""
        busy = self._busy.get(future)
        return None if busy is None or busy.at.value == _NOWHERE else busy.at.value

    def stop(self) -> None:
        """Let all workers end after the report they are at."""
        self._stop.value = True

    def kill(self, future: Future[Any] | None = None) -> None:
        """End the worker of a call at once, or all of them; their calls end with WorkerDiedError."""
        chosen = list(self._workers) if future is None else [self._busy.get(future)]
        for one in chosen:
            if one is not None:
                one.process.kill()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let all workers go. Who is still at work is ended, for nobody waits for the answer."""
        busy = list(self._busy.values())
        for one in list(self._workers):
            if one in busy:
                one.process.kill()
            else:
                one.line.close()
        for one in list(self._workers) if wait else ():
            one.process.join(_FAREWELL)
            one.process.kill()
            one.process.join()
        self._workers.clear()

    def _hire(self) -> _Worker:
        with _deaf_to_interrupts():
            made = _Worker(self._context, self._stop)
        self._workers.add(made)
        return made

    def _carry(self, chosen: _Worker, future: Future[Any], call: object) -> None:
        """Take a call to its worker and the answer back; in a thread of its own."""
        try:
            chosen.line.send(call)
            good, answer = chosen.line.recv()
        except (EOFError, OSError):
            chosen.process.join(_FAREWELL)
            good, answer = False, WorkerDiedError(f"its process ended with code {chosen.process.exitcode}")
        except Exception as error:  # a call or an answer that cannot be carried
            good, answer = False, error
        self._busy.pop(future, None)
        self._free.put(chosen)
        if good:
            future.set_result(answer)
        else:
            future.set_exception(answer)


class _Worker:
    """One process and the line to it; ``at`` is the index of the report it is at."""

    def __init__(self, context: Any, stop: Any) -> None:
        self.at = RawValue(ctypes.c_long, _NOWHERE)
        self.line, far = context.Pipe()
        self.process = context.Process(target=_serve, args=(far, stop, self.at), daemon=True)
        self.process.start()
        far.close()  # or the line would stay open when the process dies


def _serve(line: Any, stop: Any, at: Any) -> None:
    """What a worker does: leave Ctrl-C to the parent, obey its stop, never outlive it, and answer calls."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    worker.should_stop = lambda: bool(stop.value)
    worker.begins = lambda index: setattr(at, "value", index)
    threading.Thread(target=_follow, args=(multiprocessing.parent_process(),), daemon=True).start()
    with suppress(EOFError, OSError):  # the parent let go of the line
        while True:
            fn, args, kwargs = line.recv()
            try:
                answer: tuple[bool, Any] = (True, fn(*args, **kwargs))
            except Exception as error:
                answer = (False, error)
            try:
                line.send(answer)
            except (TypeError, ValueError, AttributeError) as error:  # what cannot be carried
                line.send((False, RuntimeError(f"{type(error).__name__}: {error}")))


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

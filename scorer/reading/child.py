"""Running a parser on a stranger's bytes in a process of its own, with limits of memory, time and output.

A library written in C may loop, fill the memory or crash on a hostile file. Here that ends a child that was
started for one file, and never the program or the other files of a call. The child starts no shell, inherits
no open file, and is killed together with whatever it may have started. Where the system knows no resource limits
(Windows, partly macOS) the limit of time still holds.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import subprocess  # the command is this interpreter and nothing that a file says
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from scorer.errors import InputError

__all__ = ["Limits", "UnreadableError", "run_in_child", "serve"]

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child may use: address space and output in bytes, time in seconds of the clock on the wall."""

    memory: int = 400 * _MB
    output: int = 48 * _MB
    seconds: float = 14.0


class UnreadableError(Exception):
    """Raised by the parser in the child: why the file cannot be read, and what helps; both English."""

    def __init__(self, cause: str, mend: str) -> None:
        self.cause = cause
        self.mend = mend
        super().__init__(cause)


# -I and -S: no variables, no user's site, no start-up files; the paths are those of the program itself.
_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from scorer.reading.child import serve; "
    "serve(sys.argv[2], json.loads(sys.argv[3]))"
)
_FLAGS = ("-I", "-S", "-X", "utf8")


def run_in_child(module: str, data: bytes, name: str, mend: str, limits: Limits | None = None) -> Any:
    """What ``work(data)`` of ``module`` returns (as JSON), computed in a child process.

    Raises :class:`InputError` with the file's ``name`` for whatever :class:`UnreadableError` says, and for a child that
    crashes or goes over its limits; ``mend`` is what helps then.
    """
    limits = limits or Limits()
    answer, status = _exchange(module, data, name, limits)
    if answer is None:
        raise InputError(name, f"was not read within {limits.seconds:g} seconds", mend)
    if len(answer) > limits.output:
        raise InputError(name, f"holds more than {limits.output // _MB} MB of text", mend)
    try:
        told = json.loads(answer.decode("utf-8", "surrogatepass"))
        kind, content = told["kind"], told["content"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InputError(name, _last_words(status, limits), mend) from None
    if kind == "result":
        return content
    if kind == "unreadable":
        raise InputError(name, str(content[0]), str(content[1]))
    if kind == "memory":
        raise InputError(name, f"needs more than {limits.memory // _MB} MB of memory", mend)
    raise InputError(name, f"holds something that cannot be read ({content})", mend)


def _last_words(status: int | None, limits: Limits) -> str:
    """Why a child left without an answer; a library that gets no memory usually kills itself."""
    told = f"stopped by signal {-status}" if status is not None and status < 0 else f"exit status {status}"
    memory = limits.memory // _MB
    return f"makes its reader crash or use more than {memory} MB of memory ({told})"


def _exchange(module: str, data: bytes, name: str, limits: Limits) -> tuple[bytes | None, int | None]:
    """The child's output, at most a byte more than allowed, and its exit status; None when time ran out."""
    with _started(_command(module, limits), name) as process:
        received: list[bytes] = []
        feeder = threading.Thread(target=_feed, args=(process.stdin, data), daemon=True)
        reader = threading.Thread(
            target=_collect, args=(process.stdout, limits.output + 1, received), daemon=True
        )
        feeder.start()
        reader.start()
        reader.join(limits.seconds)
        if reader.is_alive():
            return None, None
        answer = b"".join(received)
        if len(answer) > limits.output:
            return answer, None
        try:
            return answer, process.wait(1)
        except subprocess.TimeoutExpired:
            return answer, None


def _command(module: str, limits: Limits) -> list[str]:
    """The program's own paths go along: they may come from PYTHONPATH, a test runner or a user's site."""
    home = str(Path(__file__).resolve().parent.parent.parent)
    paths = [home, *(str(Path(entry).absolute()) for entry in sys.path if entry)]
    return [sys.executable, *_FLAGS, "-c", _BOOT, json.dumps(paths), module, json.dumps(asdict(limits))]


@contextlib.contextmanager
def _started(command: list[str], name: str) -> Iterator[subprocess.Popen[bytes]]:
    """A running child, which is gone when the block is left, for whatever reason."""
    try:
        process = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, TypeError, ValueError) as error:
        raise InputError(
            name, f"cannot be read: no process could be started ({error})", "try again"
        ) from None
    try:
        yield process
    finally:
        _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the child and its group, and take its exit status so that nothing is left of it."""
    if process.returncode is None and hasattr(os, "killpg"):
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                stream.close()


def _feed(stream: IO[bytes], data: bytes) -> None:
    with contextlib.suppress(OSError, ValueError):  # a child that is gone reads no more
        stream.write(data)
        stream.close()


def _collect(stream: IO[bytes], most: int, received: list[bytes]) -> None:
    with contextlib.suppress(OSError, ValueError):
        while most > 0 and (block := stream.read(min(most, _MB))):
            received.append(block)
            most -= len(block)


def serve(module: str, limits: dict[str, Any]) -> None:
    """The child's side: read the bytes, work within the limits, answer, and leave without a clean-up."""
    answer_to = os.dup(1)
    os.dup2(2, 1)  # whatever a library prints goes nowhere
    work = importlib.import_module(module).work
    _limit(Limits(**limits))
    try:
        told = {"kind": "result", "content": work(sys.stdin.buffer.read())}
    except UnreadableError as error:
        told = {"kind": "unreadable", "content": [error.cause, error.mend]}
    except MemoryError:
        told = {"kind": "memory", "content": None}
    except Exception as error:
        told = {"kind": "fault", "content": type(error).__name__}
    with contextlib.suppress(OSError), os.fdopen(answer_to, "wb") as stream:
        stream.write(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    os._exit(0)


def _limit(limits: Limits) -> None:
    """No more memory and time than allowed, no file written, no core left; what a system lacks is left out."""
    try:
        import resource
    except ImportError:
        return
    seconds = int(limits.seconds) + 1  # of the processor: ends a child whose parent is gone
    wanted = (("RLIMIT_AS", limits.memory), ("RLIMIT_CPU", seconds), ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0))
    for limit, value in wanted:
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, limit), (value, value))

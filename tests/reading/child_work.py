"""What a child process is told to do by the tests of :mod:`scorer.reading.child`; runs only in such a child."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from scorer.reading.child import UnreadableError


def work(data: bytes) -> Any:
    """Do what the first word of ``data`` says."""
    command, _, rest = data.partition(b" ")
    return globals()["_" + command.decode()](rest)


def _echo(rest: bytes) -> str:
    return rest.decode("utf-8", "surrogatepass")


def _count(rest: bytes) -> int:
    return len(rest)


def _refuse(rest: bytes) -> None:
    raise UnreadableError(rest.decode(), "mend it")


def _fault(rest: bytes) -> None:
    raise KeyError(rest)


def _memory(rest: bytes) -> int:
    return len(bytearray(4 << 30))


def _crash(rest: bytes) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _leave(rest: bytes) -> None:
    os._exit(3)


def _sleep(rest: bytes) -> None:
    """Never end."""
    time.sleep(600)


def _breed(rest: bytes) -> None:
    """Start a process that holds the lock on a pipe as long as it lives, and never end."""
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], stdout=1)
    time.sleep(600)


def _chatter(rest: bytes) -> str:
    print("a library's own words")
    os.write(1, b"more of them")
    return "answer"


def _flood(rest: bytes) -> str:
    return "水" * 3_000_000


def _write(rest: bytes) -> str:
    Path(rest.decode()).write_bytes(b"x")
    return "written"


def _descriptors(rest: bytes) -> list[int]:
    """The open files beyond the three standard ones and the one that the answer goes to."""
    return [number for number in range(3, 64) if _is_open(number)]


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def _modules(rest: bytes) -> list[str]:
    """Which of the start-up modules that run other people's code were loaded."""
    return [name for name in ("site", "sitecustomize", "usercustomize") if name in sys.modules]

"""Where words go: results to stdout or a file, everything else to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol, TextIO

import click

from scorer import __version__
from scorer.atomic import write_whole
from scorer.errors import UsageError

__all__ = [
    "deliver",
    "mute",
    "say",
    "say_fault",
    "say_warnings",
    "stamped",
    "terminal_width",
    "wants_color",
    "writes_utf8",
]

_LABELS = {"error": "scorer: error: ", "warning": "scorer: warning: ", "hint": "scorer: hint: ", "info": ""}
_SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))  # a name that ends so is meant as a folder
_COLORS = {"error": "red", "warning": "yellow"}


class Notice(Protocol):
    """A warning of any stage: a code for scripts, words for people."""

    @property
    def code(self) -> str:
        """What the warning is called."""
        ...

    @property
    def message(self) -> str:
        """What it says."""
        ...


def say(message: str, *, kind: str = "info") -> None:
    """Print a diagnostic to stderr, every line of it with its label, control characters made visible."""
    colored = wants_color(sys.stderr)
    for line in message.splitlines() or [""]:
        clean = "".join(c if c.isprintable() or c == "\t" else "\ufffd" for c in line)
        label = _LABELS[kind]
        if colored:
            label = click.style(label, fg=_COLORS.get(kind), bold=kind == "error")
        try:
            click.echo(label + clean, err=True, color=colored)
        except (OSError, ValueError):
            # Nobody can be told on a stderr that is gone or full; the exit code still tells.
            mute(sys.stderr)
            return


def say_warnings(name: str, notices: Iterable[Notice]) -> None:
    """Print the warnings about one input to stderr."""
    for notice in notices:
        say(f"{name}: {notice.message} [{notice.code}]", kind="warning")


def say_fault(error: Exception, name: str = "") -> str:
    """Print what nobody foresaw, without a traceback; returns its cause in words."""
    cause = f"internal fault: {type(error).__name__}: {error}"
    say(f"{name}: {cause}" if name else cause, kind="error")
    say("this is a defect of scorer; run again with SCORER_DEBUG=1 and report what it prints", kind="hint")
    return cause


def wants_color(stream: TextIO | None) -> bool:
    """Whether a stream may carry escape codes: a terminal, and NO_COLOR unset or empty."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return _is_terminal(stream)


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def writes_utf8() -> bool:
    """Whether stdout can carry signs such as ✔."""
    return _stdout_encoding().lower().replace("-", "").startswith("utf8")


def _stdout_encoding() -> str:
    return (sys.stdout.encoding if sys.stdout else "") or "utf-8"


def terminal_width() -> int:
    """Cells of the terminal (COLUMNS wins), between 40 and 200; 100 when there is none."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        width = int(columns)
    else:
        try:
            width = os.get_terminal_size(sys.stdout.fileno()).columns
        except (AttributeError, OSError, ValueError):
            width = 100
    return max(40, min(width, 200))


def stamped(content: str, sha256: str) -> str:
    """The content with a last line that names tool and hash: saved beside reports, it is known not to be one.

    ``sha256`` is that of the report, or of the framework where there is no report.
    """
    return f"{content}\nscorer {__version__} ({sha256[:12]})\n"


def deliver(
    content: str | bytes, path: str | None, inputs: tuple[str, ...] = (), *, utf8: bool = True
) -> None:
    """Write a result to stdout, or to ``path`` whole or not at all; never over one of ``inputs``.

    A reader that goes away before the end (``scorer … | head``) is no error: what it wanted, it has.
    Raises UsageError when the output cannot be written, or when bytes would go to a terminal. ``utf8`` False
    takes stdout's own encoding.
    """
    if path is None or path == "-":
        if isinstance(content, bytes) and _is_terminal(sys.stdout):
            raise UsageError("this format is no text for a terminal; name a file with -o")
        _print(_encode(content, "utf-8" if utf8 else _stdout_encoding()))
        return
    target = Path(path)
    if any(name != "-" and _same(Path(name), target) for name in inputs):
        raise UsageError(f"{path}: is an input of this call; choose another -o")
    data = _encode(content, "utf-8")
    try:
        if target.is_dir() or path.endswith(_SEPARATORS):
            raise UsageError(f"{path or target}: is a folder; name a file for -o")
        if target.exists() and not target.is_file():
            _write_in_place(target, data)
        else:
            home = target.resolve()  # a link stays a link, and its file is written
            home.parent.mkdir(parents=True, exist_ok=True)
            write_whole(home, data)
    except (OSError, RuntimeError) as error:  # before Python 3.13 a loop of links is a RuntimeError
        raise UsageError(f"{target}: cannot write: {_cause(error)}") from error


def _encode(content: str | bytes, encoding: str) -> bytes:
    """In stdout's own encoding if it has all the characters (GB18030 has), else in UTF-8: a ? tells nothing."""
    if isinstance(content, bytes):
        return content
    try:
        return content.encode(encoding)
    except UnicodeEncodeError:
        return content.encode("utf-8", errors="replace")


def _print(data: bytes) -> None:
    """Write bytes to stdout at once, so that a fault is known before the exit code is settled."""
    if sys.stdout is None:
        raise UsageError("standard output: cannot write: it is closed")
    try:
        sys.stdout.flush()
        left = memoryview(data)
        while left:  # with PYTHONUNBUFFERED a write may take only a part
            left = left[sys.stdout.buffer.write(left) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        mute(sys.stdout)
    except (OSError, ValueError) as error:
        mute(sys.stdout)
        raise UsageError(f"standard output: cannot write: {_cause(error)}") from error


def mute(stream: TextIO | None) -> None:
    """Let what a broken stream still holds go nowhere, or the interpreter would complain of it at exit."""
    try:
        if stream is not None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
    except (OSError, ValueError):
        return


def _cause(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _same(one: Path, other: Path) -> bool:
    """Whether two names lead to one file, by links and other spellings too; also a file that is not there."""
    try:
        if one.exists() and other.exists():
            return one.samefile(other)
        return one.resolve() == other.resolve()
    except (OSError, RuntimeError):  # before Python 3.13 a loop of links is a RuntimeError
        return False


def _write_in_place(target: Path, data: bytes) -> None:
    """Into a pipe or a device, which other programs hold and which must stay what it is."""
    try:
        with target.open("wb") as stream:
            stream.write(data)
    except BrokenPipeError:
        return

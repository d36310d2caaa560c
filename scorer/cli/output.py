"""Where words go: results to stdout or a file, everything else to stderr."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import click

from scorer.errors import UsageError

__all__ = ["deliver", "say", "terminal_width", "wants_color", "writes_utf8"]

_LABELS = {"error": "scorer: error: ", "warning": "scorer: warning: ", "hint": "scorer: hint: ", "info": ""}
_COLORS = {"error": "red", "warning": "yellow"}


def say(message: str, *, kind: str = "info") -> None:
    """Print a diagnostic to stderr, every line of it with its label, control characters made visible."""
    for line in message.splitlines() or [""]:
        clean = "".join(c if c.isprintable() or c == "\t" else "\ufffd" for c in line)
        label = click.style(_LABELS[kind], fg=_COLORS.get(kind), bold=kind == "error")
        click.echo(label + clean, err=True)


def wants_color() -> bool:
    """Whether stdout may carry escape codes: a terminal, and NO_COLOR unset or empty."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def writes_utf8() -> bool:
    """Whether stdout can carry signs such as ✔."""
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf8")


def terminal_width() -> int:
    """Cells of the terminal (COLUMNS wins), between 40 and 200; 100 when there is none."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        width = int(columns)
    else:
        try:
            width = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError):
            width = 100
    return max(40, min(width, 200))


def deliver(content: str, path: str | None, inputs: tuple[str, ...] = (), *, utf8: bool = True) -> None:
    """Write a result to stdout, or to ``path`` whole or not at all; never over one of ``inputs``."""
    if path is None or path == "-":
        encoding = "utf-8" if utf8 else sys.stdout.encoding or "utf-8"
        sys.stdout.flush()
        sys.stdout.buffer.write(content.encode(encoding, errors="replace"))
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    if any(name != "-" and _same(Path(name), target) for name in inputs):
        raise UsageError(f"{path}: is an input of this call; choose another -o")
    _replace(target, content)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.exists() and other.exists() and one.samefile(other)
    except OSError:
        return False


def _replace(target: Path, content: str) -> None:
    """Write beside the target and move into place, so a reader never sees half a file."""
    if target.is_dir():
        raise UsageError(f"{target}: is a folder; name a file for -o")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".scorer-", suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(content)
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(f"{target}: cannot write: {error.strerror or error}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

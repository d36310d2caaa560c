"""Writing so that a file is there whole or not at all, whatever happens to the program meanwhile."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

__all__ = ["PART", "write_whole"]

PART = (".scorer-", ".part")
"""How the name of a file begins and ends while it is being written: what a killed process may leave behind."""


def write_whole(target: Path, data: bytes, *, mode: int | None = None, sync: bool = True) -> None:
    """Write beside the target and move into place: a reader sees the old file or the new one.

    The file gets ``mode``, else that of the file it replaces, else what the user's mask leaves of rw-rw-rw-.
    The folder must be there. Raises OSError; the target is then as it was. Without ``sync`` a power cut within the
    next seconds may leave the new name with nothing in it, which only who checks the content later may ask for.
    """
    handle, name = _new_file(target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            if sync:
                stream.flush()
                os.fsync(stream.fileno())
        Path(name).chmod(_mode(target) if mode is None else mode)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)
        raise


def _new_file(folder: Path) -> tuple[int, str]:
    """A file that was not there and that only the user may open, and its path.

    As ``tempfile.mkstemp`` makes it, without ``tempfile``, which brings in all that packs files and makes up numbers.
    """
    path = folder / f"{PART[0]}{os.urandom(8).hex()}{PART[1]}"
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags, 0o600), str(path)


def _mode(target: Path) -> int:
    try:
        return target.stat().st_mode & 0o7777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask

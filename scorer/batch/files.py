"""The files of a batch: what they hold by digest, the lock on their folder, and what killed processes left."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from scorer.atomic import PART
from scorer.errors import UsageError

__all__ = ["LOCK", "clear_parts", "digest_of", "locked"]

LOCK = ".scorer-batch.lock"
_CHUNK = 1 << 20


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a regular file; None when there is none that can be read."""
    digest = sha256()
    try:
        if not path.is_file():
            return None
        with path.open("rb") as stream:
            while block := stream.read(_CHUNK):
                digest.update(block)
    except (OSError, ValueError):
        return None
    return digest.hexdigest()


def clear_parts(folder: Path) -> None:
    """Remove what processes that were killed left half written; only under the lock."""
    for part in folder.glob("*".join(PART)):
        with contextlib.suppress(OSError):
            part.unlink()


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep every other batch out of the folder; the system lets go of the lock when this process ends, however.

    Raises UsageError when another batch holds it, or when the folder cannot be written into.
    """
    try:
        stream = (folder / LOCK).open("a+b")
    except OSError as error:
        raise UsageError(f"{folder}: cannot write: {error.strerror or error}") from error
    with stream:
        if not _lock(stream.fileno()):
            raise UsageError(f"{folder}: another batch is writing here; wait for it, or choose another -o")
        yield


def _lock(handle: int) -> bool:
    """False when somebody else holds the lock; file systems without locks (some network shares) let all in."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True

"""Files of the user's cache folder: written whole or not at all, read only when nobody else can have written them.

Whatever stands here can be made again, so everything that goes wrong with it is an OSError or a ValueError
that the caller answers by doing without.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from io import FileIO
from pathlib import Path

from scorer.atomic import write_whole
from scorer.hashing import sha256
from scorer.patterns import lazily

__all__ = [
    "LARGEST",
    "VARIABLE",
    "cache_folder",
    "digest",
    "file_states",
    "open_entry",
    "read_entry",
    "write_entry",
]

VARIABLE = "SCORER_CACHE_DIR"
LARGEST = 64 << 20  # bytes; nothing that is kept grows larger
# Entries of one kind; each change of a framework or of the program makes a new one. What is dropped is made again.
_MOST = 24
_NAME = lazily(r"(?P<kind>[a-z]+)-[0-9a-f]{32}(?:\.json)?")


def cache_folder() -> Path | None:
    """Where entries are kept: ``SCORER_CACHE_DIR``, else the usual place of the system; None to keep none.

    An empty ``SCORER_CACHE_DIR`` turns the cache off. A relative folder is not used, since it would be another
    one in each working folder.
    """
    named = os.environ.get(VARIABLE)
    if named is not None:
        folder = Path(named) if named else None
    elif sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        folder = Path(base, "scorer", "Cache") if base else None
    elif sys.platform == "darwin":
        folder = Path(os.path.expanduser("~"), "Library", "Caches", "scorer")  # noqa: PTH111 - never raises
    else:
        home = os.path.expanduser("~/.cache")  # noqa: PTH111 - never raises
        folder = Path(os.environ.get("XDG_CACHE_HOME") or home, "scorer")
    return folder if folder is not None and folder.is_absolute() else None


def digest(data: bytes) -> str:
    """SHA-256 of what is kept, as hexadecimal digits."""
    return sha256(data).hexdigest()


def file_states(paths: Iterable[Path]) -> list[tuple[str, int, int]]:
    """Name, size and time of change of files; OSError when one cannot be looked at."""
    found = [(path.name, path.stat()) for path in paths]
    return [(name, state.st_size, state.st_mtime_ns) for name, state in found]


def read_entry(path: Path) -> bytes:
    """What stands in an entry; PermissionError for a file that is none."""
    with open_entry(path) as stream:
        return stream.readall()


def open_entry(path: Path) -> FileIO:
    """A regular file that only this user can have written; PermissionError for any other."""
    handle = os.open(
        path,
        os.O_RDONLY
        | getattr(os, "O_BINARY", 0)
        | getattr(os, "O_NOFOLLOW", 0)
        | getattr(os, "O_NONBLOCK", 0),
    )
    state = os.fstat(handle)
    foreign = hasattr(os, "getuid") and (state.st_uid != os.getuid() or state.st_mode & 0o022)
    if not stat.S_ISREG(state.st_mode) or state.st_size > LARGEST or foreign:
        os.close(handle)
        raise PermissionError(path)
    return FileIO(handle)


def write_entry(path: Path, data: bytes) -> None:
    """The entry is there whole or not at all, and of several writers the last one wins; OSError when it cannot."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(path, data, mode=0o600)
    _drop_oldest(path)


def _drop_oldest(latest: Path) -> None:
    """Keep the newest entries of the kind just written; files of other names are not ours to remove."""
    written = _NAME.fullmatch(latest.name)
    if written is None:
        return
    with os.scandir(latest.parent) as entries:
        found = [(entry, _NAME.fullmatch(entry.name)) for entry in entries]
        kind = [entry for entry, name in found if name is not None and name["kind"] == written["kind"]]
        by_age = sorted((entry.stat(follow_symlinks=False).st_mtime_ns, entry.path) for entry in kind)
    for _, path in by_age[:-_MOST]:
        with suppress(OSError):  # another program removed it first, or has it open
            os.unlink(path)  # noqa: PTH108 - a path as it was listed

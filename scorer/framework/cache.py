"""Compiled frameworks in the user's cache folder: checked once, then read back in a few milliseconds.

An entry is found by the place of the framework, the version of the program and the code that reads frameworks,
and holds only as long as every file that it was built from has the same bytes. It is a text of three lines,
a checksum, the files and the framework; what is damaged, foreign or open to others is passed over and written
anew. A cache that cannot be used changes nothing but the time that loading takes.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from scorer import __version__
from scorer.framework.locate import Source, builtin
from scorer.framework.model import Framework
from scorer.framework.plan import SHAPE, dump_framework, parse_framework

__all__ = ["VARIABLE", "Links", "cache_folder", "fetch", "keep"]

VARIABLE = "SCORER_CACHE_DIR"
_LARGEST = 64 << 20  # bytes; no framework that can be loaded makes a larger plan
# The files of a framework with their SHA-256 and the id that it extends, then those of that one, and so on.
Links = Sequence[tuple[Sequence[tuple[str, str]], str | None]]


def cache_folder() -> Path | None:
    """Where plans are kept: ``SCORER_CACHE_DIR``, else the usual place of the system; None to keep none.

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


def fetch(source: Source) -> Framework | None:
    """The framework as it was kept, if every file it was built from is still the same; else None."""
    path = _entry(source)
    if path is None:
        return None
    try:
        checksum, links, body = _read_own(path).split("\n")
        if checksum == _digest(f"{links}\n{body}") and _unchanged(source, json.loads(links)):
            return parse_framework(body)
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None
    return None


def keep(source: Source, links: Links, framework: Framework) -> None:
    """Keep a framework that was just built from ``links``; where that is not possible nothing happens."""
    path = _entry(source)
    if path is None:
        return
    try:
        content = f"{json.dumps(links)}\n{dump_framework(framework)}"
        _write(path, f"{_digest(content)}\n{content}".encode())
    except (OSError, ValueError, TypeError, KeyError):
        return


def _entry(source: Source) -> Path | None:
    """The file for a framework; None when nothing is kept, as for one that is no file of its own."""
    folder = cache_folder()
    if folder is None or not isinstance(source.folder, Path):
        return None
    parts = [__version__, SHAPE, _code(), source.key, source.head, source.label]
    return folder / f"plan-{_digest(json.dumps(parts))[:32]}.json"


def _code() -> list[tuple[str, int, int]]:
    """The state of the code that reads and checks frameworks: after a change it reads them anew."""
    here = Path(__file__).parent
    beside = (
        here.parent / "text.py",
        here.parent / "quantities" / "unit_words.py",
        here.parent / "quantities" / "units.py",
    )
    try:
        found = [(file.name, file.stat()) for file in (*sorted(here.glob("*.*")), *beside)]
    except OSError:  # code that is no file cannot change
        return []
    return [(name, state.st_size, state.st_mtime_ns) for name, state in found]


def _unchanged(source: Source, links: Links) -> bool:
    """Whether all files have the bytes that they had, and what is extended is found where it was."""
    for files, extends in links:
        for file, digest in files:
            member = source.open(file)
            if member is None:
                return False
            with member.open("rb") as stream:
                if sha256(stream.read(_LARGEST)).hexdigest() != digest:
                    return False
        if extends is not None:
            found = builtin(extends) or source.sibling(extends)
            if found is None:
                return False
            source = found
    return True


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _read_own(path: Path) -> str:
    """A regular file that only this user can have written; PermissionError for any other."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as stream:
        state = os.fstat(stream.fileno())
        foreign = hasattr(os, "getuid") and (state.st_uid != os.getuid() or state.st_mode & 0o022)
        if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST or foreign:
            raise PermissionError(path)
        return stream.read(_LARGEST).decode("utf-8")


def _write(path: Path, data: bytes) -> None:
    """Beside the entry and then into its place, so that no reader sees half of it and the last writer wins."""
    from tempfile import mkstemp  # only the first call of all pays for this import

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = mkstemp(dir=path.parent, prefix=".plan-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

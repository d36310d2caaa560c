"""Compiled frameworks in the user's cache folder: checked once, then read back in a few milliseconds.

An entry is found by the place of the framework, the version of the program and the code that reads frameworks,
and holds only as long as every file that it was built from has the same bytes. It is a line with a checksum,
one with the files, and the framework; what is damaged, foreign or open to others is passed over and written
anew. A cache that cannot be used changes nothing but the time that loading takes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from scorer import __version__
from scorer.cache import LARGEST, cache_folder, digest, file_states, read_entry, write_entry
from scorer.framework.locate import Source, builtin
from scorer.framework.model import Framework
from scorer.framework.plan import SHAPE, dump_framework, parse_framework
from scorer.hashing import sha256

__all__ = ["Links", "fetch", "keep"]

# The files of a framework with their SHA-256 and the id that it extends, then those of that one, and so on.
Links = Sequence[tuple[Sequence[tuple[str, str]], str | None]]


def fetch(source: Source) -> Framework | None:
    """The framework as it was kept, if every file it was built from is still the same; else None."""
    path = _entry(source)
    if path is None:
        return None
    try:
        data = read_entry(path)
        links = data.index(b"\n") + 1
        framework = data.index(b"\n", links) + 1
        sound = data[: links - 1] == _checksum(memoryview(data)[links:])
        if sound and _unchanged(source, json.loads(data[links:framework])):
            return parse_framework(data, framework)
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None
    return None


def keep(source: Source, links: Links, framework: Framework) -> None:
    """Keep a framework that was just built from ``links``; where that is not possible nothing happens."""
    path = _entry(source)
    if path is None:
        return
    try:
        content = json.dumps(links).encode() + b"\n" + dump_framework(framework)
        write_entry(path, _checksum(content) + b"\n" + content)
    except (OSError, ValueError, TypeError, KeyError):
        return


def _checksum(content: bytes | memoryview) -> bytes:
    """Against damage: from what others may have written the rights of the file protect."""
    return b"%08x" % crc32(content)


def _entry(source: Source) -> Path | None:
    """The file for a framework; None when nothing is kept, as for one that is no file of its own."""
    folder = cache_folder()
    if folder is None or not isinstance(source.folder, Path):
        return None
    parts = [__version__, SHAPE, _code(), source.key, source.head, source.label]
    return folder / f"plan-{digest(json.dumps(parts).encode())[:32]}"


def _code() -> list[tuple[str, int, int]]:
    """The state of the code that reads and checks frameworks: after a change it reads them anew."""
    here = Path(__file__).parent
    beside = (
        here.parent / "text.py",
        here.parent / "quantities" / "unit_words.py",
        here.parent / "quantities" / "units.py",
    )
    try:
        return file_states((*sorted(here.glob("*.*")), *beside))
    except OSError:  # code that is no file cannot change
        return []


def _unchanged(source: Source, links: Links) -> bool:
    """Whether all files have the bytes that they had, and what is extended is found where it was."""
    for files, extends in links:
        for file, checksum in files:
            member = source.open(file)
            if member is None:
                return False
            with member.open("rb") as stream:
                if sha256(stream.read(LARGEST)).hexdigest() != checksum:
                    return False
        if extends is not None:
            found = builtin(extends) or source.sibling(extends)
            if found is None:
                return False
            source = found
    return True

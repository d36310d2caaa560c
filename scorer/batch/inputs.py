"""Which files a batch is about: files, folders with all they hold, patterns, lists of paths.

What a person names is scored, or is an error. What merely lies in a folder is scored if a reader accepts its content;
hidden files and what earlier batches wrote are left out, and everything left out is told. Files are opened by the
workers, not here.
"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scorer.batch.manifest import MANIFEST, is_manifest
from scorer.errors import UsageError
from scorer.reading.clean import one_line
from scorer.rendering.interface import Failure

__all__ = ["Found", "Input", "find_inputs"]

_MAX_LIST = 100_000_000
_OURS = "is what a batch wrote"


@dataclass(frozen=True, slots=True)
class Input:
    """A report to score: ``path`` is absolute and real, ``name`` what it was called, ``found`` in a folder."""

    path: Path
    name: str
    found: bool


@dataclass
class Found:
    """Reports in the order they were named, those of a folder by name; what was left out; what is wrong."""

    inputs: list[Input] = field(default_factory=list)
    skipped: list[Failure] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)


def find_inputs(
    arguments: Sequence[str | Path], out: Path, used: Collection[Path] = (), written: Collection[str] = ()
) -> Found:
    """Look up what the arguments name.

    In a folder, ``used`` (frameworks, decisions) and the files ``written`` into ``out`` are no reports.

    An argument is a file, a folder, a pattern (``**`` for all folders below), or ``@LIST``: a file with one of these
    on each line, ``@-`` for standard input. Raises UsageError for a list that cannot be read.
    """
    search = _Search(os.path.realpath(out), {os.path.realpath(path) for path in used}, frozenset(written))
    for argument in arguments:
        given = str(argument)
        for name in _listed(given[1:]) if given.startswith("@") else (given,):
            search.look_up(name)
    return search.found


def _listed(name: str) -> Iterator[str]:
    """The lines of a list. Paths count from the current folder, as on the command line."""
    try:
        if name == "-":
            data = sys.stdin.buffer.read(_MAX_LIST + 1)
        else:
            with Path(name).open("rb") as stream:
                data = stream.read(_MAX_LIST + 1)
    except (OSError, ValueError) as error:
        cause = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UsageError(f"@{one_line(name)}: cannot be read ({cause})") from error
    if len(data) > _MAX_LIST:
        raise UsageError(f"@{one_line(name)}: is larger than {_MAX_LIST} bytes")
    separator = b"\0" if b"\0" in data else b"\n"  # as `find -print0` writes
    for line in data.removeprefix(b"\xef\xbb\xbf").split(separator):
        path = os.fsdecode(line.rstrip(b"\r\n"))
        if path.strip():
            yield path


class _Search:
    def __init__(self, out: str, used: Collection[str], written: Collection[str]) -> None:
        self.found = Found()
        self._out, self._used, self._written = out, used, written
        self._seen: set[str] = set()

    def look_up(self, name: str) -> None:
        if name == "-":
            raise UsageError("a batch reads files; give their paths, or @- for a list on standard input")
        try:
            path = Path(name)
            if path.is_dir():
                self._folder(name)
            elif glob.has_magic(name) and not os.path.lexists(name):
                self._pattern(name)
            else:
                self._add(name, found=False)
        except ValueError:  # a NUL in the path
            self._fail(name, "is not a possible file name")

    def _pattern(self, name: str) -> None:
        matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - Path.glob takes no pattern from the root
        for match in matches:
            if Path(match).is_dir():
                # `**` gives each folder beside what lies in it, which it gives too.
                if "**" not in name:
                    self._folder(match)
            else:
                self._add(match, found=False)
        if not matches:
            self._fail(name, "matches no file")

    def _folder(self, name: str) -> None:
        """Everything below a folder, in order of names; links to folders are not followed, so nothing is endless."""
        if os.path.realpath(name) != self._out and is_manifest(Path(name) / MANIFEST):
            self._skip(name, _OURS)
            return
        for folder, folders, files in os.walk(name, onerror=self._unreadable):
            folders[:] = sorted(self._worth(folder, folders))
            own = os.path.realpath(folder) == self._out
            for file in sorted(files):
                path = str(Path(folder, file))
                why = _OURS if own and file in self._written else self._why_not(path, file)
                if why:
                    self._skip(path, why)
                else:
                    self._add(path, found=True)

    def _worth(self, folder: str, folders: Sequence[str]) -> Iterator[str]:
        """The folders below that are walked into."""
        for name in folders:
            path = str(Path(folder, name))
            if name.startswith("."):
                self._skip(path, "is a hidden folder")
            elif os.path.realpath(path) == self._out or is_manifest(Path(path) / MANIFEST):
                self._skip(path, _OURS)
            else:
                yield name

    def _why_not(self, path: str, file: str) -> str:
        """Why a file of a folder is not even tried; empty when it is."""
        if file.startswith((".", "~$")):
            return "is a hidden file"
        if self._used and os.path.realpath(path) in self._used:
            return "is used otherwise by this call"
        if Path(path).exists() and not Path(path).is_file():
            return "is not a regular file"
        return ""

    def _add(self, name: str, *, found: bool) -> None:
        """A file that is named twice, by whatever way, is scored once."""
        real = os.path.realpath(name)
        if real not in self._seen:
            self._seen.add(real)
            self.found.inputs.append(Input(Path(real), name, found))

    def _skip(self, name: str, why: str) -> None:
        self.found.skipped.append(Failure(one_line(name), why))

    def _fail(self, name: str, why: str) -> None:
        self.found.failed.append(Failure(one_line(name), why))

    def _unreadable(self, error: OSError) -> None:
        self._fail(str(error.filename), f"cannot be read ({error.strerror or error})")

"""Where frameworks live: the built-in ones, and folders or files that a user names."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scorer.errors import Problem

if TYPE_CHECKING:
    if sys.version_info >= (3, 11):
        from importlib.resources.abc import Traversable
    else:
        from importlib.abc import Traversable

__all__ = ["HEAD", "Source", "builtin", "builtin_sources", "locate"]

HEAD = "framework.yaml"


@dataclass(frozen=True, slots=True)
class Source:
    """A folder with a framework. ``label`` is how messages call the folder, empty for the current one."""

    folder: Traversable
    head: str
    label: str
    builtin: bool = False

    @property
    def key(self) -> str:
        """One name for the folder, however it was named."""
        return str(self.folder.resolve()) if isinstance(self.folder, Path) else str(self.folder)

    def name(self, file: str) -> str:
        """How messages call a file of the folder."""
        return f"{self.label}/{file}" if self.label else file

    def open(self, file: str) -> Traversable | None:
        """A regular file directly in the folder; None when there is none, or a link leads elsewhere."""
        member = self.folder.joinpath(file)
        if not _is(member.is_file):
            return None
        if isinstance(member, Path) and isinstance(self.folder, Path):
            inside = member.resolve().parent == self.folder.resolve()
            return member if inside or file == self.head else None
        return member

    def sibling(self, name: str) -> Source | None:
        """The framework in a folder beside this one; None when there is none."""
        if not isinstance(self.folder, Path):
            return None
        folder = self.folder.resolve().parent / name
        if not _is((folder / HEAD).is_file):
            return None
        label = os.path.normpath(os.path.join(self.label, "..", name)) if not self.builtin else name  # noqa: PTH118
        return Source(folder, HEAD, label, self.builtin)


def _is(question: Callable[[], bool]) -> bool:
    """The answer about a path; no for one that is too long to exist or that may not be looked at."""
    try:
        return question()
    except (OSError, ValueError):
        return False


def _root() -> Traversable:
    """``scorer/indicators`` of an installed package, or ``indicators`` beside the package in a checkout."""
    package = Path(__file__).parent.parent
    if not package.is_dir():
        from importlib.resources import files  # in an archive; slow to import

        return files("scorer").joinpath("indicators")
    inside = package / "indicators"
    return inside if inside.is_dir() else package.parent / "indicators"


def builtin_sources() -> Iterator[Source]:
    """The built-in frameworks, by name."""
    root = _root()
    if not root.is_dir():
        return
    for folder in sorted(root.iterdir(), key=lambda entry: entry.name):
        if folder.is_dir() and folder.joinpath(HEAD).is_file():
            yield Source(folder, HEAD, folder.name, builtin=True)


def builtin(name: str) -> Source | None:
    """The built-in framework of that name."""
    return next((source for source in builtin_sources() if source.label == name), None)


def locate(ref: str | Path) -> Source | Problem:
    """The framework that a user names: a built-in id, a folder, or a framework.yaml file."""
    if isinstance(ref, str):
        found = builtin(ref)
        if found is not None:
            return found
    path = Path(ref)
    if _is(path.is_dir):
        if _is((path / HEAD).is_file):
            return Source(path, HEAD, str(ref).rstrip("/\\") or "/")
        return Problem(str(ref), 0, 0, f"the folder holds no {HEAD}", "name a folder that has one")
    if _is(path.is_file):
        return Source(path.parent, path.name, _label(path.parent))
    known = ", ".join(source.label for source in builtin_sources())
    return Problem(str(ref), 0, 0, "there is no such framework", f"name a folder, a file or one of: {known}")


def _label(folder: Path) -> str:
    return "" if folder == Path() else str(folder)

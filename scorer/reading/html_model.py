"""The nouns of a page: its lines, the parts they stand in, and what was met on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Flow", "Line", "Region"]


@dataclass(slots=True)
class Line:
    """A paragraph or a table row: its words, how many of them are links, and where it stands.

    ``depth`` is that of a heading, ``row`` the number of its table (from 1) and its row, ``region`` an index into
    the regions; ``inner`` tells that the marks for the beginning and end of the text stand around it.
    """

    text: str
    linked: int
    region: int
    depth: int | None = None
    row: tuple[int, int] | None = None
    inner: bool = False


@dataclass(slots=True)
class Region:
    """A block element with the lines it holds; ``name`` is its id and classes in lower case."""

    tag: str
    name: str
    parent: int
    start: int
    end: int = 0


@dataclass(slots=True)
class Flow:
    """The page as lines, and what was met on the way."""

    lines: list[Line] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    embedded: list[tuple[str, str]] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    pictures: int = 0
    scripts: int = 0

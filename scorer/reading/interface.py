"""The interface every reader keeps: bytes in; text, what the container knows of it, and warnings out."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Protocol

from scorer.text import Text

__all__ = ["Document", "HeadingMark", "Place", "ReadWarning", "Reader", "Source"]


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """Something the user must hear about how the file was read; ``message`` is Chinese."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the container a stretch of the text stands: ``第3页``, ``第12段``, ``表2第3行``.

    ``start`` and ``end`` are code points of the text, end exclusive; places are sorted and never overlap.
    """

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class HeadingMark:
    """A paragraph that the container itself calls a heading; ``depth`` counts from 1, the highest."""

    start: int
    end: int
    depth: int


@dataclass(frozen=True, slots=True)
class Source:
    """What the container says about the report outside its text: ``<meta>``, information tables, properties.

    Dates are ISO (``2022-01-28``). It fills what the text itself leaves open and never overrules the text.
    """

    title: str | None = None
    issuer: str | None = None
    date: str | None = None
    document_number: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader returns.

    ``text`` is what every offset refers to, ``reader`` names who read it, ``sha256`` is that of the bytes.
    """

    text: Text
    reader: str
    sha256: str
    warnings: tuple[ReadWarning, ...] = ()
    places: tuple[Place, ...] = ()
    headings: tuple[HeadingMark, ...] = ()
    source: Source | None = None

    def place_at(self, offset: int) -> str | None:
        """The label of the place that holds a code point of the text; None where the container knows none."""
        index = bisect_right(self.places, offset, key=lambda place: place.start) - 1
        if index >= 0 and offset < self.places[index].end:
            return self.places[index].label
        return None


class Reader(Protocol):
    """One kind of input. ``sniff`` decides by content, never by the file's name alone."""

    name: str

    def sniff(self, data: bytes, name: str) -> bool:
        """Whether this reader can read ``data``."""
        ...

    def read(self, data: bytes, name: str) -> Document:
        """Read ``data``; raises :class:`scorer.errors.InputError` naming file and cause."""
        ...

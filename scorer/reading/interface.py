"""The interface every reader keeps: bytes in, text with warnings out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from scorer.text import Text

__all__ = ["Document", "ReadWarning", "Reader"]


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """Something the user must hear about how the file was read; ``message`` is Chinese."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader returns: the text, which reader made it, the sha256 of the bytes, and warnings."""

    text: Text
    reader: str
    sha256: str
    warnings: tuple[ReadWarning, ...] = ()


class Reader(Protocol):
    """One kind of input. ``sniff`` decides by content, never by the file's name alone."""

    name: str

    def sniff(self, data: bytes, name: str) -> bool:
        """Whether this reader can read ``data``."""
        ...

    def read(self, data: bytes, name: str) -> Document:
        """Read ``data``; raises :class:`scorer.errors.InputError` naming file and cause."""
        ...

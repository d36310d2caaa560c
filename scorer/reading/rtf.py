"""Rich text (.rtf), and the rich text that some programs save under the name .doc.

Only this light module is loaded at the start; ``rtf_parser`` does the work.
"""

from __future__ import annotations

from scorer.reading.interface import Document
from scorer.reading.kinds import RTF, identify

__all__ = ["RtfReader"]


class RtfReader:
    """Rich Text Format, version 1.9.1 and all before it."""

    name = "rtf"

    def sniff(self, data: bytes, name: str) -> bool:
        """Whether ``data`` begins as rich text does."""
        return identify(data) is RTF

    def read(self, data: bytes, name: str) -> Document:
        """The text as its author sees it with all changes accepted.

        Raises InputError for a file that is cut short, holds no text, or more markup than any report.
        """
        from scorer.reading.rtf_parser import parse

        return parse(data, name, self.name)

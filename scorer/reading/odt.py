"""OpenDocument texts (.odt, .ott) as LibreOffice, Calligra, Google Docs and others write them."""

from __future__ import annotations

from scorer.errors import InputError
from scorer.reading.interface import Document
from scorer.reading.kinds import ODT, identify

__all__ = ["OdtReader"]

_TYPE = b"application/vnd.oasis.opendocument."
_TYPE_AT = slice(
    30, 200
)  # the part "mimetype" comes first and is not deflated (OpenDocument 1.3 Part 2, 3.3)


class OdtReader:
    """Reads the text with the numbers that LibreOffice shows; see docs/reading.md for what is left out."""

    name = "odt"

    def sniff(self, data: bytes, name: str) -> bool:
        """Whether ``data`` is an OpenDocument file, also one that is cut short."""
        return identify(data) is ODT or (data.startswith(b"PK\x03\x04") and _TYPE in data[_TYPE_AT])

    def read(self, data: bytes, name: str) -> Document:
        """The document's text without deleted passages; raises :class:`InputError` as every reader does."""
        from scorer.reading.manuscript import Manuscript
        from scorer.reading.odt_body import read_story
        from scorer.reading.odt_package import OdtPackage
        from scorer.reading.office_flow import plausible_source, write_pieces

        package = OdtPackage(data, name)
        pieces, losses = read_story(package)
        manuscript = Manuscript(data, name, self.name)
        characters = write_pieces(manuscript, pieces)
        if manuscript.is_empty and losses.pictures:
            cause = f"holds no text, only pictures ({losses.pictures})"
            raise InputError(name, cause, "recognise their text (OCR) and save that first")
        losses.tell(manuscript, characters)
        return manuscript.finish(plausible_source(*package.properties()))

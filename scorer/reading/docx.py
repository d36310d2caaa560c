"""Word documents (.docx, .docm, .dotx): Office Open XML, transitional and strict."""

from __future__ import annotations

from scorer.errors import InputError
from scorer.reading.interface import Document
from scorer.reading.kinds import DOCX, identify

__all__ = ["DocxReader"]

_OPENING = (b"[Content_Types].xml", b"_rels/.rels", b"word/", b"docProps/")
_NAME_AT = 30  # the name in a local file header (APPNOTE.TXT, 4.3.7)
_TAIL = 1 << 17  # the directory of a document with a thousand parts is shorter


class DocxReader:
    """Reads the main text with the numbers that Word shows; see docs/reading.md for what is left out."""

    name = "docx"

    def sniff(self, data: bytes, name: str) -> bool:
        """Whether ``data`` is a Word document, also one whose main part has another name or that is cut short."""
        kind = identify(data)
        if kind is DOCX:
            return True
        if not data.startswith(b"PK\x03\x04") or kind is None or not kind.title.startswith("an archive"):
            return False
        return data.startswith(_OPENING, _NAME_AT) or b"[Content_Types].xml" in data[-_TAIL:]

    def read(self, data: bytes, name: str) -> Document:
        """The document's text in the accepted view; raises :class:`InputError` as every reader does."""
        from scorer.reading.docx_body import read_story
        from scorer.reading.docx_package import Package
        from scorer.reading.manuscript import Manuscript
        from scorer.reading.office_flow import plausible_source, write_pieces

        package = Package(data, name)
        story = read_story(package)
        manuscript = Manuscript(data, name, self.name)
        characters = write_pieces(manuscript, story.pieces)
        losses = story.losses
        if manuscript.is_empty and losses.pictures:
            cause = f"holds no text, only pictures ({losses.pictures})"
            raise InputError(name, cause, "recognise their text (OCR) and save that first")
        losses.missing.extend(package.missing)
        losses.tell(manuscript, characters)
        return manuscript.finish(plausible_source(*package.properties()))

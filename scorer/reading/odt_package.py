"""The parts of an OpenDocument file and the names of its elements (OpenDocument 1.3 Part 2 and Part 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.errors import InputError
from scorer.reading.archive import Archive
from scorer.reading.xml_safe import local_name, parse_xml

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["OdtPackage", "attribute", "kind_of"]

_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:"
_MIME = "application/vnd.oasis.opendocument.text"
_MANIFEST = "META-INF/manifest.xml"
_CONTENT = "content.xml"
_STYLES = "styles.xml"
_META = "meta.xml"


class OdtPackage:
    """The parts that are read; raises :class:`InputError` for what is no text or is protected."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._archive = Archive(data, name)
        self._refuse_other_kinds()
        self._refuse_encrypted()
        self.content = self._parse(_CONTENT)
        self.styles = self._parse(_STYLES) if _STYLES in self._archive else None

    def text(self) -> etree._Element:
        """``office:text``; raises :class:`InputError` if the file is a sheet, slides or a drawing."""
        for body in self.content:
            if kind_of(body) == "office:body":
                for element in body:
                    if kind_of(element) == "office:text":
                        return element
        raise InputError(self.name, "is an OpenDocument file without a text in it", "give the report as text")

    def properties(self) -> tuple[str | None, str | None]:
        """Title and creator from the metadata; None where there are none that can be read."""
        try:
            root = self._parse(_META)
        except InputError:  # they are not needed for anything
            return None, None
        found = {local_name(child): child.text for group in root for child in group}
        return found.get("title"), found.get("creator")

    def _refuse_other_kinds(self) -> None:
        if "mimetype" not in self._archive:
            return
        kind = self._archive.read("mimetype").strip().decode("ascii", "replace")
        if not kind.startswith(_MIME):
            raise InputError(
                self.name, "is an OpenDocument file, but no text", "give the report as a text document"
            )

    def _refuse_encrypted(self) -> None:
        """Part 2, 4.8.2: the manifest tells of each encrypted part how it was encrypted."""
        if _MANIFEST not in self._archive:
            return
        for element in self._parse(_MANIFEST).iter():
            if local_name(element) == "encryption-data":
                raise InputError(self.name, "is protected by a password", "save it without a password")

    def _parse(self, part: str) -> etree._Element:
        return parse_xml(self._archive.read(part), self.name, part)


def kind_of(element: etree._Element) -> str:
    """``text:p`` and the like: the short name of the namespace and the local name; foreign ones are empty."""
    tag = element.tag
    if not isinstance(tag, str) or not tag.startswith(_NAMESPACE):
        return ""
    space, _, local = tag[len(_NAMESPACE) :].partition("}")
    return f"{space.partition(':')[0]}:{local}"


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its short name, such as ``text:style-name``."""
    space, _, local = name.partition(":")
    return element.get(f"{_NAMESPACE}{space}:1.0}}{local}")

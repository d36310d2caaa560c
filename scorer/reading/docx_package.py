"""The parts of a Word document, found as the format wants it: by relationship and not by a fixed path.

ECMA-376 Part 2, 6.5 (relationships) and Part 1, 11.3 (parts of a WordprocessingML package).
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from scorer.errors import InputError
from scorer.reading.archive import Archive
from scorer.reading.xml_safe import local_name, parse_xml

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Package"]

_MAIN = "word/document.xml"
_CORE = "docProps/core.xml"
_TYPES = "[Content_Types].xml"


class Package:
    """The main part and its neighbours; ``missing`` names the parts that are referred to and not there."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.missing: list[str] = []
        self._archive = Archive(data, name)
        self._main = self._find_main()
        self._related = self._relations(self._main)

    def main(self) -> etree._Element:
        """The root of the main part; raises :class:`InputError` if it is no Word text."""
        root = self._parse(self._main)
        if local_name(root) != "document":
            raise InputError(self.name, f"its part {self._main} is no Word text", "save it as .docx again")
        return root

    def part(self, kind: str) -> etree._Element | None:
        """The part that the main part calls its ``styles``, ``numbering``, ``footnotes`` or ``endnotes``."""
        target = self._related.get(kind)
        if target is None:
            target = posixpath.join(posixpath.dirname(self._main), f"{kind}.xml")
            return self._parse(target) if target in self._archive else None
        if target not in self._archive:
            self.missing.append(posixpath.basename(target))
            return None
        return self._parse(target)

    def properties(self) -> tuple[str | None, str | None]:
        """Title and creator from the core properties; None where there are none that can be read."""
        try:
            root = self._parse(_CORE)
        except InputError:  # they are not needed for anything
            return None, None
        found = {local_name(child): child.text for child in root}
        return found.get("title"), found.get("creator")

    def _find_main(self) -> str:
        target = self._relations("").get("officeDocument")
        if target and target in self._archive:
            return target
        target = self._main_by_type()
        if target and target in self._archive:
            return target
        if _MAIN in self._archive:
            return _MAIN
        raise InputError(
            self.name, "is an archive without a Word text in it", "unpack it and give the report in it"
        )

    def _main_by_type(self) -> str | None:
        if _TYPES not in self._archive:
            return None
        for child in self._parse(_TYPES):
            kind = child.get("ContentType", "")
            if "word" in kind and kind.endswith("main+xml"):
                return child.get("PartName", "").lstrip("/")
        return None

    def _relations(self, part: str) -> dict[str, str]:
        """Kind of a relationship → part it leads to; the first of a kind counts, external ones never."""
        folder, base = posixpath.split(part)
        source = posixpath.join(folder, "_rels", f"{base}.rels")
        if source not in self._archive:
            return {}
        found: dict[str, str] = {}
        for child in self._parse(source):
            kind = child.get("Type", "").rpartition("/")[2]
            target = child.get("Target", "")
            if kind and target and child.get("TargetMode") != "External":
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                found.setdefault(kind, posixpath.normpath(path))
        return found

    def _parse(self, part: str) -> etree._Element:
        return parse_xml(self._archive.read(part), self.name, part)

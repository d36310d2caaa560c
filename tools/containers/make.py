"""From the text files to a folder with the same reports in all containers."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.containers.layout import Sheet, lay_out
from tools.containers.office import OFFICE_KINDS, flat_document, save_as
from tools.containers.pages import archived_page, markdown, print_pages, web_page

__all__ = ["CONTAINERS", "make"]

CONTAINERS = {
    "docx": ".docx",
    "doc": ".doc",
    "odt": ".odt",
    "rtf": ".rtf",
    "pdf (LibreOffice)": ".pdf",
    "pdf (Chromium)": ".print.pdf",
    "html": ".html",
    "mhtml": ".mhtml",
    "md": ".md",
    "GB18030 text": ".gb18030.txt",
}
"""Name of a container in the table, and how its files end: ``daye-2021.print.pdf``."""


def make(seeds: Sequence[Path], folder: Path) -> list[Path]:
    """Write every report in every container; returns the files. Needs ``soffice``, ``chromium``, ``qpdf``."""
    folder.mkdir(parents=True, exist_ok=True)
    sheets = [lay_out(seed) for seed in seeds]
    for seed, sheet in zip(seeds, sheets, strict=True):
        _write_plain(seed, sheet, folder)
    _write_office(sheets, folder)
    print_pages([sheet.name for sheet in sheets], folder)
    return [folder / f"{sheet.name}{suffix}" for sheet in sheets for suffix in CONTAINERS.values()]


def _write_plain(seed: Path, sheet: Sheet, folder: Path) -> None:
    content = seed.read_text(encoding="utf-8-sig")
    (folder / f"{sheet.name}.gb18030.txt").write_bytes(content.replace("\n", "\r\n").encode("gb18030"))
    (folder / f"{sheet.name}.md").write_text(markdown(sheet), encoding="utf-8", newline="\n")
    (folder / f"{sheet.name}.html").write_text(web_page(sheet), encoding="utf-8", newline="\n")
    (folder / f"{sheet.name}.mhtml").write_bytes(archived_page(sheet))


def _write_office(sheets: Sequence[Sheet], folder: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        sources = []
        for sheet in sheets:
            source = Path(place) / f"{sheet.name}.fodt"
            source.write_text(flat_document(sheet), encoding="utf-8", newline="\n")
            sources.append(source)
        for suffix in OFFICE_KINDS:
            save_as(sources, suffix, folder)

"""What office programs would show of a workbook or a letter, as plain text to compare and to read."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook

__all__ = ["letter_dump", "workbook_dump"]


def workbook_dump(content: bytes) -> str:
    """Sheet by sheet: what makes it handy, then the rows; a number has # in front, empty cells at the end are left out."""
    return "\n".join(_sheets(load_workbook(BytesIO(content)))) + "\n"


def _sheets(book: Any) -> Iterator[str]:
    for sheet in book:
        yield f"== {sheet.title}"
        yield f"frozen {sheet.freeze_panes} filter {sheet.auto_filter.ref} repeated {sheet.print_title_rows}"
        yield f"printed {sheet.print_area} {sheet.page_setup.orientation} paper {sheet.page_setup.paperSize}"
        for row in sheet.iter_rows():
            cells = [_cell(cell.value) for cell in row]
            yield f"{row[0].row}: {' | '.join(cells)}".rstrip(" |")


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else f"#{value}"


def letter_dump(content: bytes) -> str:
    """Paragraphs with their styles, tables row by row."""
    return "\n".join(_blocks(Document(BytesIO(content)))) + "\n"


def _blocks(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield f"[{block.style.name if block.style else ''}] {block.text}".rstrip()
        elif isinstance(block, Table):
            yield from (" | ".join(_texts(row)) for row in block._tbl.tr_lst)


def _texts(row: Any) -> Iterator[str]:
    for cell in row.tc_lst:
        yield "".join(text.text or "" for text in cell.iter() if text.tag.endswith("}t"))

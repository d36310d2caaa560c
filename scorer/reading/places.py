"""The words for where in its container a piece of text stands, one place for all readers."""

from __future__ import annotations

from scorer.i18n import tr

__all__ = ["box", "endnote", "footnote", "pages", "paragraph", "row"]


def pages(first: int, last: int) -> str:
    """On one page, or from one to another."""
    if first == last:
        return tr("第{number:d}页", number=first)
    return tr("第{first:d}—{last:d}页", first=first, last=last)


def paragraph(number: int) -> str:
    """In a paragraph, counted from 1."""
    return tr("第{number}段", number=number)


def row(table: int, number: int) -> str:
    """In a row of a table, both counted from 1."""
    return tr("表{table}第{row}行", table=table, row=number)


def box(number: int) -> str:
    """In a text box."""
    return tr("文本框{number}", number=number)


def footnote(number: int) -> str:
    """In a footnote."""
    return tr("脚注{number}", number=number)


def endnote(number: int) -> str:
    """In an endnote."""
    return tr("尾注{number}", number=number)

"""Web pages: the report on them, without the page around it, and what the page says of the report.

Nothing outside the file is ever fetched. What is read, what is left out and why is told in docs/reading.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from scorer.errors import InputError
from scorer.reading import places
from scorer.reading.html_body import find_body
from scorer.reading.html_decode import page_text
from scorer.reading.html_facts import gather, merge, meta_facts, to_source
from scorer.reading.html_flow import flatten
from scorer.reading.html_lacks import page_warnings, refuse_textless
from scorer.reading.html_model import Line
from scorer.reading.html_title import settle_title
from scorer.reading.interface import Document
from scorer.reading.kinds import HTML, identify
from scorer.reading.manuscript import Manuscript

__all__ = ["HtmlReader", "read_page"]

_MEND = "open it in a browser and save its text as UTF-8 text"
_SAVED = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,6}\)(\S{1,2000})")
_NEAR = 80  # lines around the text among which the information box is looked for
_HEAD = 15  # lines at the top of the text among which an information line may stand


class HtmlReader:
    """HTML and XHTML, whole pages and fragments, whatever the file is called."""

    name = "html"

    def sniff(self, data: bytes, name: str) -> bool:
        """Whether ``data`` begins or is broken by tags as a page is."""
        return identify(data) is HTML

    def read(self, data: bytes, name: str) -> Document:
        """The report on the page; raises :class:`InputError` where the page does not hold it."""
        return read_page(page_text(data, name), Manuscript(data, name, self.name), name)


def read_page(
    markup: str, manuscript: Manuscript, name: str, addresses: Iterable[str] = (), sheets: str = ""
) -> Document:
    """Read the markup of a page into ``manuscript``.

    ``addresses`` are where the page was saved from, ``sheets`` are style sheets that were saved beside it.
    """
    root = _parse(markup, name)
    sheets += "\n".join(element.text or "" for element in root.iter("style"))
    flow = flatten(root, sheets[:2_000_000])
    body = find_body(flow)
    refuse_textless(flow, body, markup, name)
    facts, tab = meta_facts(root)
    facts = merge(facts, gather([*body.above[-_NEAR:], *body.below[:_NEAR], *body.inside[:_HEAD]]))
    lines, title = settle_title(body, facts, tab)
    for warning in page_warnings(flow, body, markup):
        manuscript.warn(warning.code, warning.message)
    _write(lines, manuscript)
    return manuscript.finish(to_source(facts, title, [*addresses, *_SAVED.findall(markup[:8192])]))


def _parse(markup: str, name: str) -> Any:
    from lxml import etree  # loaded only when there is a page to parse

    parser = etree.HTMLParser(
        huge_tree=True, no_network=True, remove_pis=True, encoding="utf-8", recover=True
    )
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError(name, f"is no page that can be read ({_short(error)})", _MEND) from None
    if root is None or any("depth" in entry.message.lower() for entry in parser.error_log):
        raise InputError(name, "nests its elements too deeply to be read, or has none", _MEND)
    return root


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:80]


def _write(lines: list[Line], manuscript: Manuscript) -> None:
    """Add the lines with their places: paragraphs and tables are counted as they stand in the report."""
    paragraph = 0
    tables: dict[int, int] = {}
    for line in lines:
        if line.row is None:
            paragraph += 1
            place = places.paragraph(paragraph)
        else:
            place = places.row(tables.setdefault(line.row[0], len(tables) + 1), line.row[1])
        manuscript.add(line.text.replace("\n", ""), place=place, depth=line.depth)

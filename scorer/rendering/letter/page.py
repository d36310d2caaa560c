"""A Word document set like a Chinese official letter (GB/T 9704-2012), with words that stay words.

A4 with the margins of the standard, body in 仿宋_GB2312 of size 三号 (16 points) at 28 points a line, headings in
黑体 and 楷体_GB2312, the title in 方正小标宋简体, page numbers as — 1 —. No clock and no author: the same calls give
the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from scorer.i18n import DEFAULT_LANGUAGE, current_language, mark, tr, trp
from scorer.reading.own import KEYWORD
from scorer.rendering import fonts
from scorer.rendering.office import packed, sayable

__all__ = ["WIDTH", "Letter"]

WIDTH = 156
"""Millimetres between the margins."""

_LATIN = "Times New Roman"
_CELL, _SMALL = mark("表格文字"), mark("小字")  # names of styles, as a word processor lists them
# Chinese words may be broken anywhere, others may not, nor may numbers.
_WORD, _UNBROKEN = re.compile("[A-Za-z]+"), re.compile("[!-~]+")
_LONGEST = 16  # letters of an unbroken word that a column makes room for
_LETTER, _MARGINS = 2.5, 4.0  # millimetres: about a bold letter of a cell, and the cell's own margins
_DATES = ("created", "modified", "lastPrinted")
_CENTER, _RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


class Letter:
    """A document in the making; every method adds at its end."""

    def __init__(self, title: str) -> None:
        self._document: Any = Document()
        self._identity(title)
        self._styles()
        self._page()

    def content(self) -> bytes:
        """The finished file."""
        stream = BytesIO()
        self._document.save(stream)
        return packed(stream.getvalue())

    # ------------------------------------------------------------------------------------ what it is made of

    def title(self, words: str, *, new_page: bool = False) -> None:
        """The title of a letter, on a page of its own if it is not the first."""
        self._paragraph(words, "Title").paragraph_format.page_break_before = new_page

    def subtitle(self, words: str) -> None:
        """A centred line under the title."""
        self._paragraph(words, "Subtitle")

    def heading(self, words: str, level: int = 1) -> None:
        """一、 (level 1) or （一） (level 2)."""
        self._paragraph(words, f"Heading {level}")

    def body(self, words: str, *, indent: bool = True) -> None:
        """A paragraph of the text; a form of address has no indent."""
        made = self._paragraph(words, "Normal")
        if not indent:
            made.paragraph_format.first_line_indent = Pt(0)

    def right(self, words: str) -> None:
        """A line at the right margin: who signs."""
        made = self._paragraph(words, "Normal")
        made.alignment = _RIGHT
        made.paragraph_format.keep_with_next = True

    def small(self, words: str) -> None:
        """A note in small type, kept on one page with what follows."""
        shape = self._paragraph(words, tr(_SMALL)).paragraph_format
        shape.space_before, shape.space_after, shape.keep_with_next = Pt(16), Pt(16), True

    def table(
        self,
        head: Sequence[str],
        rows: Iterable[Sequence[str]],
        widths: Sequence[int],
        centered: Sequence[int] = (),
    ) -> None:
        """A ruled table; ``widths`` are shares of the page, and give way where a short cell has a long word.

        Its head is repeated, no row is cut by a page.
        """
        body = list(rows)
        table = self._document.add_table(1 + len(body), len(head), "Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        millimetres = [Mm(width) for width in _fitted(widths, [head, *body], centered)]
        for column, width in zip(table.columns, millimetres, strict=True):
            column.width = width
        # table.rows[i].cells walks the whole table each time; the elements themselves are quick
        for at, (line, cells) in enumerate(zip(table._tbl.tr_lst, [head, *body], strict=True)):
            _keep_whole(line, repeat=at == 0)
            for column, (cell, words) in enumerate(zip(line.tc_lst, cells, strict=True)):
                cell.width = millimetres[column]
                self._fill(cell.p_lst[0], words, bold=at == 0, centered=at == 0 or column in centered)
        self._paragraph("", tr(_SMALL))

    # ------------------------------------------------------------------------------------------- underneath

    def _paragraph(self, words: str, style: str) -> Any:
        return self._document.add_paragraph(sayable(words), style)

    def _fill(self, element: Any, words: str, *, bold: bool, centered: bool) -> None:
        paragraph = Paragraph(element, self._document._body)
        paragraph.style = self._document.styles[tr(_CELL)]
        if words:
            paragraph.add_run(sayable(words)).bold = bold or None
        if centered:
            paragraph.alignment = _CENTER

    def _identity(self, title: str) -> None:
        """A title and our mark: the template's author, thumbnail and dates of 2013 are nobody's."""
        package = self._document.part.package
        for key, relation in list(package.rels.items()):
            if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
                del package.rels[key]
        core = self._document.core_properties
        core.title = sayable(title)[:255]
        core.author = core.last_modified_by = core.comments = core.subject = ""
        core.keywords = KEYWORD
        core.revision, core.language = 1, trp("language tag", "zh-CN")
        for element in list(core._element):
            if element.tag.rpartition("}")[2] in _DATES:
                core._element.remove(element)

    def _page(self) -> None:
        section = self._document.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        section.footer_distance = Mm(25)
        line = section.footer.paragraphs[0]
        line.alignment = _CENTER
        line.paragraph_format.first_line_indent = Pt(0)
        line.add_run("— ")
        _field(line.add_run(), "PAGE")
        line.add_run(" —")
        for run in line.runs:
            _type(run._r.get_or_add_rPr(), fonts.PLAIN)
            run.font.size = Pt(14)

    def _styles(self) -> None:
        styles = self._document.styles
        for name in (tr(_CELL), tr(_SMALL)):
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
        self._style("Normal", fonts.BODY, 16, line=28, indent=32)
        self._style("Title", fonts.TITLE, 22, line=35, alignment=_CENTER, after=8)
        self._style("Subtitle", fonts.SECOND, 16, line=28, alignment=_CENTER, after=20)
        self._style("Heading 1", fonts.HEADING, 16, line=28, indent=32)
        self._style("Heading 2", fonts.SECOND, 16, line=28, indent=32)
        self._style(tr(_CELL), fonts.BODY, 10.5, line=16)
        self._style(tr(_SMALL), fonts.BODY, 10.5, line=16)
        defaults = styles.element.find(qn("w:docDefaults"))
        if defaults is not None:
            styles.element.remove(defaults)  # its theme fonts would win over ours in some programs

    def _style(
        self,
        name: str,
        font: str,
        size: float,
        *,
        line: float,
        indent: float = 0,
        after: float = 0,
        alignment: Any = None,
    ) -> None:
        style = self._document.styles[name]
        properties = style.element.get_or_add_rPr()
        for child in list(properties):
            properties.remove(child)
        _type(properties, font)
        style.font.size = Pt(size)
        if current_language() != DEFAULT_LANGUAGE and name.startswith("Heading"):
            style.font.bold = True  # Chinese headings have fonts of their own, all others one for everything
        style.font.color.rgb = RGBColor(0, 0, 0)
        ruled = style.element.get_or_add_pPr().find(qn("w:pBdr"))
        if ruled is not None:  # the template rules a line under titles
            ruled.getparent().remove(ruled)
        shape = style.paragraph_format
        shape.line_spacing, shape.space_before, shape.space_after = Pt(line), Pt(0), Pt(after)
        shape.first_line_indent, shape.alignment = Pt(indent), alignment
        shape.keep_with_next = name.startswith("Heading")


def _fitted(shares: Sequence[int], rows: Sequence[Sequence[str]], short: Sequence[int]) -> list[float]:
    """Millimetres of each column: its share, or more where a word would be broken, at the others' cost."""
    wanted, least = [], []
    for column, share in enumerate(shares):
        shown = {row[column] for row in (rows if column in short else rows[:1])}
        width = max(WIDTH * share / sum(shares), _room(_WORD, shown))
        wanted.append(width)
        least.append(min(width, _room(_UNBROKEN, shown)))
    slack = sum(wanted) - sum(least)
    cut = (sum(wanted) - WIDTH) / slack if slack else 0
    return [width - cut * (width - room) for width, room in zip(wanted, least, strict=True)]


def _room(unbroken: re.Pattern[str], shown: Iterable[str]) -> float:
    longest = max((len(word) for words in shown for word in unbroken.findall(words)), default=0)
    return min(longest, _LONGEST) * _LETTER + _MARGINS if longest else 0


def _type(properties: Any, font: str) -> None:
    """Chinese characters in ``font``, all others in the Latin one; a new element, free of the theme's fonts."""
    old = properties.find(qn("w:rFonts"))
    if old is not None:
        properties.remove(old)
    named = OxmlElement("w:rFonts")
    for kind in ("ascii", "hAnsi", "cs"):
        named.set(qn(f"w:{kind}"), _LATIN)
    named.set(qn("w:eastAsia"), font)
    properties.insert(0, named)


def _keep_whole(line: Any, *, repeat: bool) -> None:
    properties = line.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeat:
        properties.append(OxmlElement("w:tblHeader"))


def _field(run: Any, code: str) -> None:
    """A field that Word works out, such as the number of the page."""
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        run._r.append(element)

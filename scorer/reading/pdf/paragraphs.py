"""From lines to paragraphs: which line goes on in the next one.

A line goes on if it is full, the next one is not indented as a first line is, and no wide gap lies between them.
Across pages and columns there is no gap to measure. Where a document indents nothing, the words decide: what
begins as a heading or an item of a list after a full stop begins a paragraph.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from scorer.reading.pdf.columns import Block, all_blocks
from scorer.reading.pdf.contents import drop_contents
from scorer.reading.pdf.margins import Margins, find_margins
from scorer.reading.pdf.model import HYPHEN, Line, Page, Paragraph, is_wide
from scorer.reading.radicals import restore_twins

__all__ = ["find_paragraphs"]

_INDENT = 1.0  # ems: more than this is no accident of justification
_DEEP_INDENT = 6.0  # ems: text as far in is set to the right or centred
_ROOM = 3.0  # ems that a full line may leave: marks that must not begin a line take words along
_ROOM_OF_A_PARAGRAPH = 6.0  # ems left by a line that is a paragraph of its own below another such line
_FULL = 0.86  # of the width: a line that ends no sentence and reaches as far goes on
_GAP = 1.3  # of the usual step between lines
_SAME_SIZE = 0.12
_TITLE_SIZE = 1.15  # of the size of the text

_SENTENCE_END = tuple("。！？；：!?;:…")
_CLOSING = "”’」』）)》】"
_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百]{1,4}[编章节部条]"
    r"|\d{1,2}[、．]|\d{1,2}\.(?!\d)|[（(]\d{1,2}[）)]|附件|附表"
)
_HEADING_REACH = 8  # characters of a line that say what it begins as
_TITLE = re.compile(r"[^，。；：！？、]{6,60}(?:年|关于)[^，。；：！？、]{0,60}(?:报告|总结|汇报)")
_NOTE_SIZE = 0.92  # of the size of the text
_NOTE_MARK = re.compile(r"[0-9⁰¹²³⁴⁵⁶⁷⁸⁹*①-⑳]|[\[〔【]\d|注")
_ITEM = re.compile(r"\d{1,2}[.、．)）]|[（(]\d{1,2}[）)]|[•●○▪■◆·*-]|[①-⑳]")


def find_paragraphs(pages: Sequence[Page]) -> list[Paragraph]:
    """The paragraphs and table rows of all pages in reading order; the pages' edges are stripped before."""
    found = all_blocks(pages)
    drop_contents([parts for _, parts in found])
    margins = find_margins(found)
    assembly = _Assembly()
    for page, parts in found:
        for block in parts:
            notes = _take_notes(block, margins[page.number, block.column])
            assembly.add(block, margins[page.number, block.column])
            assembly.notes.extend(Paragraph(note, page.number, page.number) for note in notes)
        if page.aside:
            assembly.flush()
            assembly.done.extend(Paragraph(line.text, page.number, page.number) for line in page.aside)
    assembly.flush()
    return [_without_hyphens(paragraph) for paragraph in assembly.done if paragraph.text.strip()]


class _Assembly:
    """Collects lines; ``done`` are the paragraphs that have ended.

    ``notes`` wait until the paragraph ends that runs on across the foot of their page.
    """

    def __init__(self) -> None:
        self.done: list[Paragraph] = []
        self.notes: list[Paragraph] = []
        self._text = ""
        self._first = self._last = 0
        self._before: Line | None = None
        self._margins: Margins | None = None
        self._opening = False

    def add(self, block: Block, margins: Margins) -> None:
        """Take the lines of a block; its first one may continue the block before."""
        fresh = True
        for line, following in zip(block.lines, [*block.lines[1:], None], strict=True):
            before = self._before
            if before is not None and self._margins is not None:
                gap = None if fresh else before.y - line.y
                opening = self._opening and (
                    _TITLE.fullmatch(before.text) or _opens(line, following, margins)
                )
                if fresh and (row := _continued_row(self._text, before, line)):
                    self._text, self._last = row, block.page
                elif goes_on(before, self._margins, line, margins, gap, opening=bool(opening)):
                    self._text = _join(self._text, line.text, spaced=before.spaced)
                    self._last = block.page
                    self._opening = False
                else:
                    self.flush()
            if not self._text:
                self._text, self._first, self._last = line.text, block.page, block.page
                self._opening = True
            self._before, self._margins = line, margins
            fresh = False

    def flush(self) -> None:
        """End the paragraph under way."""
        if self._text:
            self.done.append(Paragraph(self._text, self._first, self._last))
        self.done.extend(self.notes)
        self.notes = []
        self._text, self._before, self._margins = "", None, None


def _continued_row(text: str, before: Line, line: Line) -> str:
    """The row of a table that a page break parts, its cells joined; empty if ``line`` is a row of its own.

    The second part of such a row has no first cell. Numbers are never joined.
    """
    cells, more = text.split("\t"), line.text.split("\t")
    if not (before.is_row and line.is_row and len(cells) == len(more)) or more[0]:
        return ""
    if any(cell and not is_wide(cell[0]) for cell in more):
        return ""
    return "\t".join(cell + rest for cell, rest in zip(cells, more, strict=True))


def _take_notes(block: Block, margins: Margins) -> list[str]:
    """The notes at the foot of a block, taken off it: smaller type, the first line begun by a mark."""
    small = 0
    for line in reversed(block.lines):
        if line.is_row or line.size > _NOTE_SIZE * margins.size:
            break
        small += 1
    foot = block.lines[len(block.lines) - small :]
    if not foot or small == len(block.lines) or not _NOTE_MARK.match(foot[0].text):
        return []
    del block.lines[len(block.lines) - small :]
    notes: list[str] = []
    for before, line in itertools.pairwise([foot[0], *foot]):
        if notes and not _NOTE_MARK.match(line.text):
            notes[-1] = _join(notes[-1], line.text, spaced=before.spaced)
        else:
            notes.append(line.text)
    return notes


def goes_on(
    before: Line, above: Margins, line: Line, margins: Margins, gap: float | None, *, opening: bool
) -> bool:
    """Whether ``line`` continues ``before``; ``opening`` if both look like the first line of a paragraph: by where they stand, or as the title does.

    ``gap`` is the distance of their base lines in points, None across pages and columns.
    """
    if before.is_row or line.is_row or _differ(before, line):
        return False
    if gap is not None and gap > _GAP * margins.step_at(line.size):
        return False
    if line.size > _TITLE_SIZE * margins.size and _is_centred(before, above) and _is_centred(line, margins):
        return not line.text.startswith(("（", "(", "—"))
    if (
        before.parted or line.parted
    ):  # two such lines are rows of a table, one may be prose with a blank in it
        prose = before.parted != line.parted and above.fills(before)
        if not prose or (line.parted and not margins.fills(line)):
            return False
    return _is_full(before, above, line) and _continues(before, above, line, margins, opening=opening)


def _continues(before: Line, above: Margins, line: Line, margins: Margins, *, opening: bool) -> bool:
    """Whether a line after a full one continues it, by its indentation and by the words."""
    indent, indent_before = margins.indent(line), above.indent(before)
    ended, heading = _ends_sentence(before.text), _begins_heading(line)
    item = _ITEM.match(before.text) is not None
    if indent >= _INDENT:
        if ended or heading or indent > _DEEP_INDENT:
            return False
        if abs(indent - indent_before) < _INDENT:
            # Two opening lines look like this, and so do two lines of a passage that is set in as a whole.
            return (item or not opening) and before.x1 - before.x0 >= 0.5 * above.width
        return item and indent_before < indent
    if margins.indents:
        return not (ended and heading and indent_before < _INDENT)
    if opening or (heading and _begins_heading(before)):
        return False
    if not ended:
        return True
    # A sentence may end by chance where a line does; what leaves room, or comes with a heading, is the end.
    room = _room(before, above) * before.size
    return margins.sure and not heading and room < max(before.size, line.lead)


def _opens(line: Line, following: Line | None, margins: Margins) -> bool:
    """Whether a line that is set in opens a paragraph: it is all of it, or the line that follows goes on at the margin."""
    if not margins.indents:
        return False
    if margins.indent(line) >= _INDENT and _room(line, margins) > _ROOM_OF_A_PARAGRAPH:
        return True
    if following is None or following.is_row:
        return False
    return margins.indent(following) < _INDENT and _is_full(line, margins, following)


def _is_full(before: Line, above: Margins, line: Line) -> bool:
    """Whether the first word of ``line`` had no place at the end of ``before``."""
    room = _room(before, above) * before.size
    if room <= max(_ROOM * before.size, line.lead + before.size):
        return True
    return before.x1 - above.left >= _FULL * above.width and not _ends_sentence(before.text)


def _room(line: Line, margins: Margins) -> float:
    """The ems left between a line and the right margin."""
    return (margins.right - line.x1) / max(line.size, 1.0)


def _differ(before: Line, line: Line) -> bool:
    return abs(before.size - line.size) > _SAME_SIZE * max(before.size, line.size)


def _is_centred(line: Line, margins: Margins) -> bool:
    return abs((line.x0 + line.x1) - (margins.left + margins.right)) / 2 < 1.5 * line.size


def _begins_heading(line: Line) -> bool:
    # Some fonts leave the radicals ⼀ ⼆ ⼋ ⼗ for the numerals.
    return _HEADING.match(restore_twins(line.text[:_HEADING_REACH])) is not None


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_SENTENCE_END)


def _join(text: str, more: str, *, spaced: bool) -> str:
    """Two lines of one paragraph; a space goes between words of letters, and where one was written."""
    if text.endswith(HYPHEN):
        return text + more
    letters = text[-1].isascii() and text[-1].isalpha() and more[0].isascii() and more[0].isalpha()
    narrow = not is_wide(text[-1]) and not is_wide(more[0])
    return f"{text} {more}" if letters or (spaced and narrow) else text + more


_SOFT = re.compile(f"(?<=[a-z]){HYPHEN}(?=[a-z])")


def _without_hyphens(paragraph: Paragraph) -> Paragraph:
    """Hyphens that only parted a word at the end of a line go, others are written out."""
    if HYPHEN not in paragraph.text:
        return paragraph
    return paragraph._replace(text=_SOFT.sub("", paragraph.text).replace(HYPHEN, "-"))

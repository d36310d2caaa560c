"""From lines to paragraphs: which line ends belong to the page and not to the words.

A line end is dropped when the line stops in the middle of a sentence (公⏎⏎安、人社), when the text was wrapped at a fixed
width, inside a title of two lines, and inside a heading that was too long for its line. Headings, signatures,
dates and page chrome keep their lines.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from scorer.structure.chrome import is_chrome
from scorer.structure.dates import is_date_line
from scorer.structure.numbering import RUN_IN, read_numbering
from scorer.structure.title import title_lines
from scorer.text import View

__all__ = ["unwrap"]

_STOP = re.compile(r"[。！？!?][”’」』）》】]*$|[；：]$")
_SENTENCE_END = re.compile(r"[。！？；：]")
_CONTINUES = re.compile(r"[，。、；：！？）》”’」』】%]")  # no line of its own begins so
_MARK = re.compile(r"[，、；。]")
_FORMULA = re.compile(r"附[：:]|附件(?:\d{0,2}[：、.]|$)|抄送|(?:专此|特此)报告|签发人|联系人")
_GAP = re.compile(
    r"(?<=\S)(?:[ \u3000]*\t\s*|[ ]{2,}|[ ]?\u3000[ \u3000]*)(?=\S)"
)  # between the cells of a row
_LONGEST_ROW = 200  # characters
_CELLS = 3  # fewer may be a heading or a name with a gap in it
_HEADING_LENGTH = 20  # a heading shorter than this was not too long for its line
_SHORT = 30  # longest line without a sentence that may be a heading without a number
_FIRST = re.compile(r"(?:[A-Za-z0-9.%]{1,12}|[\s\S])[，。、；：！？）》”]*")
_FEW = 8  # a shorter text shows no fixed width
_NARROW = 62  # widest column, in full-width characters, that counts as a fixed width


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words, in positions of the view.

    ``cells`` is its width in full-width characters, ``count`` its length in characters as read, both with the
    indent; ``indent`` counts columns of leading white space (a full-width space is two). ``row`` tells that it is a
    row of a table.
    """

    start: int
    end: int
    text: str
    indent: int
    cells: float
    count: int
    row: bool = False


@dataclass(frozen=True, slots=True)
class _Column:
    """The fixed width at which a text was wrapped: by a program in characters, or by a page in ``cells``."""

    width: float
    by_count: bool

    def forced(self, line: Line, following: Line) -> bool:
        """Whether the line had no room for what the next line begins with."""
        head = _FIRST.match(following.text)
        word = head[0] if head else ""
        if self.by_count:  # a word of Latin letters or digits may have been kept whole
            heading = read_numbering(line.text) is not None and not _SENTENCE_END.search(line.text)
            kept = len(word) if word[:1] < "\u0100" and not heading else 1
            return line.count + kept > self.width
        return line.cells + sum(_cells(character) for character in word) > self.width - 0.5


def _cells(character: str) -> float:
    return 0.5 if character < "\u0100" else 1


def lines_of(content: str, view: View) -> list[Line]:
    """The lines of the view that hold words, in order."""
    lines: list[Line] = []
    at = 0
    for text in view.text.split("\n"):
        start, end = at, at + len(text)
        at = end + 1
        if text:
            begin, indent = _margin(content, view.origins[start])
            cells = indent / 2 + sum(_cells(character) for character in text[: 2 * _NARROW])
            close = content.find("\n", view.origins[end - 1])
            count = min(close if close >= 0 else len(content), view.origins[end - 1] + 3) - begin
            row = _is_row(content[view.origins[start] : view.origins[end - 1] + 1], text)
            lines.append(Line(start, end, text, indent, cells, count, row))
    return lines


def _is_row(raw: str, text: str) -> bool:
    """Whether a line is a row of a table: cells with gaps between them and nothing that ends a sentence."""
    if len(text) > _LONGEST_ROW or _SENTENCE_END.search(text) is not None:
        return False
    return "\t" in raw.strip() or len(_GAP.findall(raw)) >= _CELLS - 1


def _margin(content: str, offset: int) -> tuple[int, int]:
    """Where the line of ``offset`` begins, and the columns of white space before ``offset``."""
    begin = max(content.rfind("\n", max(0, offset - 80), offset) + 1, offset - 80, 0)
    return begin, sum(2 if character == "\u3000" else 1 for character in content[begin:offset])


def unwrap(content: str, view: View) -> View:
    """The view without the line ends that cut a sentence, a title or a long heading in two."""
    lines = lines_of(content, view)
    column = _column(lines)
    margin = min((line.indent for line in lines), default=0)
    title = title_lines([line.text for line in lines])
    dropped: list[tuple[int, int]] = []
    running = False  # whether the current line is known to continue a paragraph
    for index, (line, following) in enumerate(pairwise(lines)):
        if title and title[0] - 1 <= index <= title[1]:
            running = title[0] <= index < title[1]
        elif _CONTINUES.match(following.text) or (column and _mid_sentence(line, following, column, running)):
            running = True
        elif _separate(line, following, margin):
            running = False
        elif column:
            running = _wrapped(line, following, column)
        else:
            running = _broken(line, following, running)
        if running:
            dropped.append((line.end, following.start))
    return _without(view, dropped) if dropped else view


def _column(lines: list[Line]) -> _Column | None:
    """The fixed width of the text, None when its lines are paragraphs."""
    if len(lines) < _FEW:
        return None
    count, exact = Counter(line.count for line in lines).most_common(1)[0]
    if exact >= 0.4 * len(lines) and _cut_open(lines, [line for line in lines if line.count == count], count):
        return _Column(count, by_count=True)
    width = sorted(line.cells for line in lines)[len(lines) * 9 // 10]
    full = [line for line in lines if width - 3 <= line.cells <= width + 1]
    if len(full) >= 0.4 * len(lines) and _cut_open(lines, full, width):
        return _Column(width, by_count=False)
    return None


def _cut_open(lines: list[Line], full: list[Line], width: float) -> bool:
    """Whether the full lines stop in mid-sentence and few lines are longer, as in a wrapped text."""
    open_ended = sum(1 for line in full if not _STOP.search(line.text))
    longer = sum(1 for line in lines if line.cells > width + 2)
    return 12 <= width <= _NARROW and open_ended >= 0.6 * len(full) and longer <= 0.1 * len(lines)


def _separate(line: Line, following: Line, margin: int) -> bool:
    """Whether the two lines stand apart by their own words or by the indent, whatever the width."""
    return (
        line.row
        or following.row
        or following.indent - margin >= 2
        or read_numbering(following.text) is not None
        or RUN_IN.match(following.text) is not None
        or _FORMULA.match(following.text) is not None
        or any(is_chrome(part.text) or is_date_line(part.text) for part in (line, following))
    )


def _mid_sentence(line: Line, following: Line, column: _Column, running: bool) -> bool:
    """In a text of fixed width: a full line of a paragraph under way goes on even where the next looks like 一、."""
    return (
        (running or _SENTENCE_END.search(line.text) is not None)
        and not _STOP.search(line.text)
        and not _FORMULA.match(line.text)
        and following.indent <= line.indent
        and column.forced(line, following)
        and not any(is_chrome(part.text) or is_date_line(part.text) for part in (line, following))
    )


def _wrapped(line: Line, following: Line, column: _Column) -> bool:
    """In a text of fixed width: the paragraph goes on when the line is full and does not end a sentence."""
    ends = _STOP.search(line.text)
    return column.forced(line, following) and (ends is None or ends[0] == "；")


def _broken(line: Line, following: Line, running: bool) -> bool:
    """In a text of one line per paragraph: a page ended in the middle of a sentence or of a heading."""
    if _STOP.search(line.text) or _FORMULA.match(line.text):
        return False
    if running or _SENTENCE_END.search(line.text) or line.text[-1] in "，、":
        return True
    if line.indent - following.indent >= 2 and _MARK.search(line.text) and not read_numbering(line.text):
        return True  # only the first line of a paragraph is indented
    whole = _SENTENCE_END.search(following.text) is not None
    if read_numbering(line.text) is not None:
        return not whole and len(line.text) >= _HEADING_LENGTH and len(following.text) <= len(line.text)
    return len(line.text) > _SHORT and _MARK.search(line.text) is not None


def _without(view: View, dropped: list[tuple[int, int]]) -> View:
    parts: list[str] = []
    origins = array("I")
    at = 0
    for start, end in [*dropped, (len(view), len(view))]:
        parts.append(view.text[at:start])
        origins.extend(view.origins[at:start])
        at = end
    return View("".join(parts), origins)

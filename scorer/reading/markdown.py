"""Markdown, stripped lightly: the words stay, the marks go, headings are remembered as such.

Only a file that is named so and holds such marks is read here; a plain report named ``.md`` is plain text. Line ends
stay, because Chinese authors end paragraphs with one; only lines that a converter wrapped are joined again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scorer.errors import InputError
from scorer.reading import places
from scorer.reading.encodings import decode
from scorer.reading.interface import Document, Source
from scorer.reading.kinds import HTML, identify, is_named_markdown
from scorer.reading.manuscript import Manuscript
from scorer.reading.markdown_inline import plain

__all__ = ["MarkdownReader"]

_MARKS = re.compile(
    r"^ {0,3}#{1,6}[ \t]+\S|^ {0,3}#{1,6}[\u4e00-\u9fff（]|^ {0,3}(?:[-*+]|>)[ \t]+\S|^ {0,3}(?:```|~~~)|"
    r"^[ \t]{0,9}\|?[ \t]{0,9}:?-{3,}:?[ \t]{0,9}\||^ {0,3}(?:={3,}|-{3,}|\*{3,}|_{3,})[ \t]*$|\*\*[^*\s]|\]\([^)\s]|<!--|\\[.\-\[\]#*_()]",
    re.MULTILINE,
)
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|(?=[\u4e00-\u9fff（]))")
_CLOSING = re.compile(r"[ \t]{1,9}#{1,20}[ \t]{0,9}$|\{[#.][^{}]{0,80}\}[ \t]{0,9}$")
_UNDERLINE = re.compile(r" {0,3}(?:(={2,})|(-{2,}))[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_DIVISION = re.compile(r" {0,3}:{3,}")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?){1,9}")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_TABLE_RULE = re.compile(
    r"[ \t]{0,9}\|?[ \t]{0,9}:?-+:?[ \t]{0,9}(?:\|[ \t]{0,9}:?-+:?[ \t]{0,9}){0,200}\|?[ \t]{0,9}$"
)
_REFERENCE = re.compile(r" {0,3}\[[^\]^]{1,200}\]:[ \t]*\S+")
_FIELD = re.compile(r"([A-Za-z_]{2,20}):[ \t]*[\"']?(.{1,300}?)[\"']?[ \t]*$")
_STOPS = re.compile(r"[。！？；：:!?]$|\\$|  $")
_NUMBERED = re.compile(
    r"[ \t]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]|[一二三四五六七八九十]{1,2}[是要])"
)
_WRAPPED = 56  # columns from which a line that does not end a sentence may have been wrapped


class MarkdownReader:
    """Files named ``.md`` that hold marks of Markdown (CommonMark 0.31, with the tables of GitHub)."""

    name = "markdown"

    def sniff(self, data: bytes, name: str) -> bool:
        """Whether the name and the content both say so."""
        kind = identify(data)
        if not is_named_markdown(name) or kind not in (None, HTML) or b"<html" in data[:4096].lower():
            return False
        try:
            text = decode(data, name)
        except InputError:
            return False
        return _MARKS.search(text) is not None

    def read(self, data: bytes, name: str) -> Document:
        """The words without the marks; raises :class:`InputError` as plain text does."""
        lines, source = _front_matter(_without_comments(decode(data, name)).splitlines())
        manuscript = Manuscript(data, name, self.name)
        paragraph = 0
        for block in _joined(_blocks(lines)):
            text = block.text if block.literal else plain(block.text)
            paragraph += block.place is None and bool(text.strip())
            manuscript.add(text, place=block.place or places.paragraph(paragraph), depth=block.depth)
        return manuscript.finish(source)


@dataclass(slots=True)
class _Block:
    """A line with what its marks said; ``open`` tells that the next line may go on with it."""

    text: str
    depth: int | None = None
    place: str | None = None
    literal: bool = False
    open: bool = False


def _without_comments(text: str) -> str:
    first, *rest = text.split("<!--")
    return first + "".join(part.partition("-->")[2] if "-->" in part else part for part in rest)


def _front_matter(lines: list[str]) -> tuple[list[str], Source | None]:
    """The lines below a head of fields between two rules, and what the head says."""
    if not lines or lines[0].strip() != "---":
        return lines, None
    end = next((at for at, line in enumerate(lines[1:60], 1) if line.strip() in ("---", "...")), 0)
    found = (_FIELD.match(line) for line in lines[1:end])
    fields = {field[1].lower(): field[2].strip() for field in found if field}
    if not fields:
        return lines, None
    day = re.match(r"(?:19|20)\d\d-\d\d-\d\d", fields.get("date", ""))
    return lines[end + 1 :], Source(title=fields.get("title"), date=day[0] if day else None)


def _blocks(lines: list[str]) -> Iterator[_Block]:
    fence = ""
    tables = row = 0
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        mark = _FENCE.match(line)
        if mark and (not fence or (mark[1].startswith(fence) and not line.strip(" `~"))):
            fence = "" if fence else mark[1]
            continue
        if fence:
            yield _Block(line, literal=True)
            continue
        if row and "|" not in line:
            row = 0
        if not row and "|" in line and _TABLE_RULE.match(following) and "|" in following:
            tables, row = tables + 1, 1
            yield _row(line, tables, row)
        elif row:
            if not _TABLE_RULE.match(line):
                row += 1
                yield _row(line, tables, row)
        else:
            yield _line(line, following, lines[at - 1] if at else "")


def _line(line: str, following: str, before: str) -> _Block:
    heading = _HEADING.match(line)
    if heading:
        return _Block(_CLOSING.sub("", _CLOSING.sub("", line[heading.end() :])), len(heading[1]))
    under = _UNDERLINE.match(line)
    if (under and before.strip()) or _RULE.match(line) or _DIVISION.match(line) or _REFERENCE.match(line):
        return _Block("")
    if not line.strip():
        return _Block("")
    underline = _UNDERLINE.match(following)
    if underline and not _BULLET.match(line) and (underline[1] or len(underline[2]) >= 3):
        return _Block(line, 1 if underline[1] else 2)
    quote = _QUOTE.match(line)
    rest = line[quote.end() :] if quote else line
    bullet = _BULLET.match(rest)
    return _Block(rest[bullet.end() :] if bullet else rest, open=True)


def _row(line: str, table: int, row: int) -> _Block:
    cells = re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))
    words = "\t".join(plain(cell.strip()).replace("\n", " ").strip() for cell in cells).rstrip("\t")
    return _Block(words, place=places.row(table, row), literal=True)


def _joined(blocks: Iterator[_Block]) -> Iterator[_Block]:
    """Blocks with the lines that a converter wrapped at a fixed width put together again."""
    held: list[str] = []
    last: _Block | None = None
    for block in blocks:
        if last is not None and last.open and block.open and _goes_on(held[-1], block.text):
            held.append(block.text)
            continue
        if last is not None:
            yield _put_together(last, held)
        last, held = block, [block.text]
    if last is not None:
        yield _put_together(last, held)


def _goes_on(line: str, following: str) -> bool:
    columns = sum(1 if character < "\u0100" else 2 for character in line[:_WRAPPED])
    return columns >= _WRAPPED and not _STOPS.search(line) and not _NUMBERED.match(following)


def _put_together(block: _Block, lines: list[str]) -> _Block:
    parts = [lines[0]]
    for line in lines[1:]:
        wide = parts[-1][-1:] > "\u2000" and line.lstrip()[:1] > "\u2000"
        parts += ["" if wide else " ", line.lstrip()]
    return _Block("".join(parts), block.depth, block.place, block.literal)

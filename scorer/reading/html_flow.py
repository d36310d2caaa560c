"""From a tree of elements to the lines a reader sees, with the part of the page each of them stands in.

Blocks and ``<br>`` end a line, inline elements join without a space, table rows are one line with a tab between
cells, tables that only lay out the page are taken apart, lists show their numbers, hidden parts are left out. The
walk keeps its own stack: nothing here recurses, whatever the nesting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from scorer.reading.html_furniture import is_container
from scorer.reading.html_hidden import HiddenRules, declarations, zero_size
from scorer.reading.html_lists import ListNumbers
from scorer.reading.html_model import Flow, Line, Region
from scorer.reading.html_tables import is_data_table

__all__ = ["flatten"]

_BLOCKS = frozenset(
    re.findall(
        r"[\w-]+",
        "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure "
        "footer form founder-content frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p "
        "pre section summary table tbody td tfoot th thead tr ucapcontent ul",
    )
)
_SKIPPED = frozenset(
    re.findall(
        r"[\w-]+",
        "applet audio button canvas datalist del embed frame iframe input link map math meta noscript object option rp "
        "rt script select style svg template textarea title video xml",
    )
)
_WORD_DATA = ("o:doc", "o:office", "o:custom", "w:", "m:")  # properties and formulas of a page made by Word
_EMBEDDED = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|wps|ofd|rtf|odt|zip|rar|tiff?)(?:$|[?#&])", re.IGNORECASE)
_KEPT_SPACE = ("pre", "pre-wrap", "pre-line", "break-spaces")
_NOTE_CALL = re.compile(r"#_?(?:ftn|edn|fn|sdfootnote|sdendnote)", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_ZERO_WIDTH = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_WIDE = re.compile("[\u2014-\u2026\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")


_OPENING = re.compile(
    r"^\s*(?:(?:文章|信息|新闻)?(?:正文|内容)(?:部分|区域?)?(?:\s*begin|\s*start|开始)|"
    r"<\$\[信息内容\]>\s*begin|zjeg_rss\.content\.begin|enpcontent|repaste\.body\.begin)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^\s*(?:/?(?:文章|信息|新闻)?(?:正文|内容)(?:部分|区域?)?(?:\s*end|结束)|"
    r"<\$\[信息内容\]>\s*end|zjeg_rss\.content\.end|/enpcontent|repaste\.body\.end)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Open:
    """An element that is open: what its end has to restore."""

    block: bool
    mute: bool
    keep: bool
    link: bool
    heading: bool


class _Walk:
    def __init__(self, rules: HiddenRules) -> None:
        self.flow = Flow()
        self.rules = rules
        self.buffer: list[str] = []
        self.linked = 0
        self.lists = ListNumbers()
        self.stack: list[_Open] = []
        self.state = _Open(False, False, False, False, False)
        self.path: list[int] = [-1]
        self.depth: int | None = None
        self.inner = False
        self.tables = self.rows = 0
        self.in_data: list[bool] = []
        self.cells: list[str] | None = None
        self.cell_links = 0

    # --- what is met -----------------------------------------------------------------------------------

    def text(self, words: str | None) -> None:
        if not words or self.state.mute:
            return
        if self.state.keep:
            first, *rest = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            self._append(first)
            for line in rest:
                self.end_line()
                self._append(line)
        else:
            self._append(words)

    def _append(self, words: str) -> None:
        self.buffer.append(words)
        if self.state.link:
            self.linked += len(words.strip())

    def start(self, element: Any) -> bool:
        """Enter an element; False when it is not shown, and nothing in it is to be read."""
        tag = element.tag
        if tag in _SKIPPED or tag.startswith(_WORD_DATA):
            self._note(tag, element)
            return False
        style = declarations(element.get("style") or "") if element.get("style") else {}
        if tag not in ("html", "body") and (
            self.rules.hides(element, style) or (tag == "a" and _is_note_call(element))
        ):
            return False
        if tag in ("br", "img"):
            self._single(tag)
            return True
        self.stack.append(self.state)
        block = (
            tag in _BLOCKS
            or style.get("display") in ("block", "flex", "grid", "table", "list-item")
            or is_container(tag, _name(element))
        )
        if block:
            self._start_block(tag, element, style)
        self.state = self._state_in(tag, element, style, block)
        return True

    def _state_in(self, tag: str, element: Any, style: dict[str, str], block: bool) -> _Open:
        state = self.state
        small, seen = zero_size(style), style.get("visibility")
        mute = state.mute
        if small is not None or seen is not None:
            mute = bool(small) or seen in ("hidden", "collapse")
        keep = tag == "pre" or (style["white-space"] in _KEPT_SPACE if "white-space" in style else state.keep)
        link = state.link or (tag == "a" and not (element.get("href") or "#").startswith("#"))
        if link and tag == "a":
            self._note(tag, element)
        return _Open(block, mute, keep, link, state.heading or tag in ("h1", "h2", "h3", "h4", "h5", "h6"))

    def _single(self, tag: str) -> None:
        if tag == "img":
            self.flow.pictures += 1
        elif self.state.heading:
            self.buffer.append("\n")  # a title in two lines is one title
        else:
            self.end_line()

    def end(self, element: Any) -> None:
        """Leave an element that was entered."""
        tag = element.tag
        if tag in ("br", "img"):
            return
        block = self.state.block
        if block:
            self._end_block(tag)
        self.state = self.stack.pop()

    def comment(self, words: str) -> None:
        if _OPENING.match(words):
            self.end_line()
            self.inner = True
        elif _CLOSING.match(words):
            self.end_line()
            self.inner = False

    def _note(self, tag: str, element: Any) -> None:
        """Remember what cannot be read here but may hold the report."""
        if tag == "script":
            self.flow.scripts += 1
        elif tag in _EMBEDDED and len(self.flow.embedded) < 200:
            self.flow.embedded.append((tag, (element.get(_EMBEDDED[tag]) or element.get("src") or "")[:1000]))
        elif tag == "a" and len(self.flow.attachments) < 200:
            address = (element.get("href") or "")[:1000]
            if _DOCUMENT.search(address):
                self.flow.attachments.append(address)

    # --- blocks, lines and rows ------------------------------------------------------------------------

    def _start_block(self, tag: str, element: Any, style: dict[str, str]) -> None:
        self.end_line()
        self.flow.regions.append(Region(tag, _name(element), self.path[-1], len(self.flow.lines)))
        self.path.append(len(self.flow.regions) - 1)
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.depth = int(tag[1])
        elif tag in ("ol", "ul", "dir", "menu"):
            self.lists.open(tag, element, style)
        elif tag == "li":
            self.lists.item(element, style)
        elif tag == "table":
            self.in_data.append(is_data_table(element))
            if self.in_data[-1]:
                self.tables, self.rows = self.tables + 1, 0
        elif self.in_data and self.in_data[-1]:
            if tag == "tr":
                self._end_row()
                self.rows, self.cells, self.cell_links = self.rows + 1, [], 0
            elif tag in ("td", "th") and self.cells is not None:
                self.cells.append("")

    def _end_block(self, tag: str) -> None:
        self.end_line()
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.depth = None
        elif tag in ("ol", "ul", "dir", "menu"):
            self.lists.close()
        elif tag in ("tr", "table") and self.in_data and self.in_data[-1]:
            self._end_row()
        if tag == "table" and self.in_data:
            self.in_data.pop()
        self.flow.regions[self.path.pop()].end = len(self.flow.lines)

    def end_line(self) -> None:
        """What was gathered becomes a line, or a part of the current cell."""
        if not self.buffer:
            return
        text = _tidy("".join(self.buffer))
        linked, self.linked = self.linked, 0
        self.buffer.clear()
        if not text:
            return
        text = self.lists.mark(text) + text
        if self.cells:
            held = self.cells[-1]
            self.cells[-1] = f"{held} {text}" if held else text
            self.cell_links += linked
        else:
            self.flow.lines.append(Line(text, linked, self.path[-1], self.depth, None, self.inner))

    def _end_row(self) -> None:
        cells, self.cells = self.cells, None
        if cells and any(cells):
            text = "\t".join(cells).rstrip("\t")
            row = (self.tables, self.rows)
            self.flow.lines.append(Line(text, self.cell_links, self.path[-1], None, row, self.inner))


def _name(element: Any) -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''}"[:300].lower()


def _is_note_call(element: Any) -> bool:
    """Whether a link leads to a footnote: its number would join the number before it."""
    return _NOTE_CALL.match(element.get("href") or "") is not None or element.get("role") == "doc-noteref"


def _tidy(words: str) -> str:
    return _SPACE.sub(_space, _ZERO_WIDTH.sub("", words)).strip()


def _space(found: re.Match[str]) -> str:
    """A line end in the source beside a Chinese character is no space; any other white space is one."""
    if "\n" in found[0]:
        words, start, end = found.string, found.start(), found.end()
        if _WIDE.match(words, max(start - 1, 0)) or _WIDE.match(words, end):
            return ""
    return " "


def flatten(root: Any, sheets: str) -> Flow:
    """The lines of a page; ``sheets`` are the style sheets that stand in it."""
    from lxml import etree  # the parser is loaded only when there is something to parse

    walk = _Walk(HiddenRules(sheets))
    events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    skipped: list[Any] = []
    for event, element in events:
        if event == "start":
            if walk.start(element):
                walk.text(element.text)
            else:
                skipped.append(element)
                events.skip_subtree()
            continue
        if event == "comment":
            walk.comment(element.text or "")
        elif event == "end":
            if skipped:
                skipped.pop()
            else:
                walk.end(element)
        if element is not root:
            walk.text(element.tail)
    walk.end_line()
    return walk.flow

"""What rich text says: groups, their formatting, and the text in them that belongs to the report.

Formatting counts within its group, and text goes to the sink of its group: the body, a note, a text box, a
number before a paragraph, the name of a style. Nothing recurses, and no byte is looked at twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from scorer.errors import InputError
from scorer.i18n import mark, tr
from scorer.reading.doc_flow import Flow, finished, label
from scorer.reading.interface import Document
from scorer.reading.rtf_definitions import Definitions
from scorer.reading.rtf_state import Field, Sink, State, Style
from scorer.reading.rtf_story import Story
from scorer.reading.rtf_tokens import BRACE, HEX, SYMBOL, TEXT, tokens
from scorer.reading.rtf_words import CHARACTERS, ENDS, SKIPPED, STARRED, SYMBOLS

__all__ = ["parse"]

_DEEPEST = 1000  # levels of groups; Word itself writes about thirty
_LINE_ENDS = b"\r\n\x00"
_CONTENTS_FIELD = re.compile(r"\s*TOC\b", re.IGNORECASE)
_BULLETS = re.compile("[\ue000-\uf8ff•·●○■□◆◇▪]")
_PICTURES = frozenset({b"pict", b"shppict"})  # \nonshppict repeats the picture for older programs
_CUT = "ends in the middle: it is cut short"
_NO_END = mark("文件没有正常结尾，末尾的内容可能缺失，请核对原件")
_AFTER_END = mark("文件在结尾之后还有内容，未读入，请核对原件")
_NOTHING = b"\x00\r\n\t }"
_COPY_AGAIN = "copy the whole file again, or save it again as .docx"


def parse(data: bytes, name: str, reader: str) -> Document:
    """The document; raises :class:`InputError` for a file that is cut short or no report."""
    flow = Flow()
    parser = _Parser(flow)
    end = len(data)
    for match in tokens(data, name):
        kind = match.lastindex
        if kind == BRACE:
            if match[5] == b"{":
                parser.open_group(name)
            elif parser.close_group():
                end = match.end()
                break
        elif parser.is_skipped:
            continue
        elif kind == TEXT:
            parser.put_bytes(match[1].translate(None, _LINE_ENDS))
        elif kind == HEX:
            parser.put_bytes(bytes.fromhex(match[4].replace(b"\\'", b"").decode("ascii")))
        elif kind == SYMBOL:
            parser.symbol(match[6])
        else:
            parser.word(match[2], int(match[3]) if match[3] else None)
    if parser.open_groups > 1:
        raise InputError(name, _CUT, _COPY_AGAIN)
    parser.finish()
    lost = _NO_END if parser.open_groups else _AFTER_END if data[end:].strip(_NOTHING) else ""
    return finished(flow, data, name, reader, title=parser.title, lost=tr(lost))


class _Parser:
    """One pass over the tokens of one file."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._definitions = Definitions()
        self._story = Story(flow, self._definitions)
        self._state = State(self._story.body)
        self._outer: list[State] = []
        self._bytes = bytearray()
        self._left_to_skip = 0
        self._skipped_groups = 0
        self._starred = False
        self.title = ""

    @property
    def is_skipped(self) -> bool:
        """Whether the group that is being read holds nothing of the report."""
        return self._state.skipped

    @property
    def open_groups(self) -> int:
        """How many groups are not closed yet."""
        return len(self._outer) + self._skipped_groups

    def finish(self) -> None:
        """The file is at its end."""
        self._flush()
        self._story.finish()

    # Groups

    def open_group(self, name: str) -> None:
        """``{``; raises :class:`InputError` for groups nested beyond all reason."""
        if self._state.skipped:
            self._skipped_groups += 1
            return
        self._flush()
        self._left_to_skip = 0
        self._starred = False
        if len(self._outer) >= _DEEPEST:
            raise InputError(name, "is nested too deeply for a report", "save it as .docx, or as text")
        self._outer.append(self._state)
        self._state = self._state.inner()
        if self._state.styles:
            self._define_style()

    def close_group(self) -> bool:
        """``}``; True when it closes the file."""
        if self._skipped_groups:
            self._skipped_groups -= 1
            return False
        self._flush()
        self._left_to_skip = 0
        if not self._outer:
            return True
        sink = self._state.sink
        self._state = self._outer.pop()
        if sink is not self._state.sink and sink.close is not None:
            sink.close(sink)
        return not self._outer

    def _into(self, close: Callable[[Sink], None] | None) -> None:
        """Text of this group goes to a sink of its own; it is no part of a paragraph or table around it."""
        self._state.sink = Sink(close)
        self._state.reset_paragraph()

    # Text

    def put_bytes(self, content: bytes) -> None:
        """Characters as bytes; after ``\\u`` the first of them only stand in for it."""
        if self._left_to_skip:
            skipped = min(self._left_to_skip, len(content))
            self._left_to_skip -= skipped
            content = content[skipped:]
        self._bytes += content

    def _put(self, text: str) -> None:
        """Text goes to the sink of its group; what is not read is counted."""
        state, losses = self._state, self._flow.losses
        text = text.translate(state.raised) if state.raised else text
        losses.changes += state.deleted
        if state.hidden and not state.deleted:
            losses.hidden += len(text.strip())
        elif not state.deleted:
            state.sink.open.append(text)

    def _flush(self) -> None:
        """Bytes are decoded as late as possible: a character may be spread over two tokens."""
        if self._bytes:
            self._put(self._definitions.decode(bytes(self._bytes), self._state.font))
            self._bytes.clear()

    def symbol(self, symbol: bytes) -> None:
        """A control symbol: an escaped character, or the mark of a group that readers may ignore."""
        self._flush()
        if symbol == b"*":
            self._starred = True
        elif symbol in b"\r\n":
            self._story.end(self._state, b"par")
        elif symbol in SYMBOLS:
            self._character(SYMBOLS[symbol])

    def word(self, word: bytes, number: int | None) -> None:
        """A control word with its number."""
        self._flush()
        starred, self._starred = self._starred, False
        if word in CHARACTERS:
            self._character(CHARACTERS[word])
            return
        self._left_to_skip = 0
        if word in SKIPPED or (starred and word not in STARRED):
            self._flow.losses.pictures += word in _PICTURES
            self._state.skipped = True
        elif word in ENDS:
            self._story.end(self._state, word)
        elif word in _HANDLERS:
            _HANDLERS[word](self, number)
        elif not self._state.format(word, number):
            self._definitions.read(self._state, word, number)

    def _character(self, character: str) -> None:
        if self._left_to_skip:
            self._left_to_skip -= 1
        else:
            self._put(character)

    def _unicode(self, number: int | None) -> None:
        code = number or 0
        code += 0x10000 if code < 0 else 0
        self._put(chr(code) if 0 <= code <= 0x10FFFF else "\ufffd")
        self._left_to_skip = self._state.fallback

    # Groups with a meaning

    def _number(self, _: int | None) -> None:
        holder = self._state.sink

        def close(sink: Sink) -> None:
            text = sink.take()
            number = _BULLETS.sub("", text).strip()
            holder.number = label(number, parted=text[-1:].isspace())

        self._into(close)

    def _footnote(self, _: int | None) -> None:
        def close(sink: Sink) -> None:
            sink.paragraphs.append(sink.take())

        self._into(close)
        self._story.add_note(self._state.sink)

    def _endnote(self, _: int | None) -> None:
        self._story.make_endnote(self._state.sink)

    def _box(self, _: int | None) -> None:
        def close(sink: Sink) -> None:
            self._flow.box([*sink.paragraphs, sink.take()])

        self._into(close)

    def _field(self, _: int | None) -> None:
        self._state.field = Field()

    def _instruction(self, _: int | None) -> None:
        field = self._state.field or Field()

        def close(sink: Sink) -> None:
            field.contents = bool(_CONTENTS_FIELD.match(sink.take()))

        self._into(close)

    def _result(self, _: int | None) -> None:
        if self._state.field and self._state.field.contents:
            self._state.skipped = True
            self._flow.contents()

    def _info(self, _: int | None) -> None:
        self._into(None)

    def _document_title(self, _: int | None) -> None:
        def close(sink: Sink) -> None:
            self.title = sink.take()

        self._into(close)

    def _two_versions(self, _: int | None) -> None:
        """``\\upr``: the same text twice, first in the code page and then, in ``\\ud``, in Unicode."""
        outer = self._state.sink
        self._into(None)
        self._state.outer = outer

    def _unicode_version(self, _: int | None) -> None:
        if self._state.outer is not None:
            self._state.sink = self._state.outer

    def _font_table(self, _: int | None) -> None:
        self._into(None)
        self._state.fonts = True

    def _style_sheet(self, _: int | None) -> None:
        self._into(None)
        self._state.styles = True

    def _define_style(self) -> None:
        style = Style()

        def close(sink: Sink) -> None:
            style.name = sink.take().strip().rstrip(";").split(",")[0].strip()
            self._definitions.add_style(style)

        self._into(close)
        self._state.styles = False
        self._state.defined = style

    def _revised(self, _: int | None) -> None:
        self._flow.losses.changes += 1

    def _object(self, _: int | None) -> None:
        self._flow.losses.objects += 1


_HANDLERS: dict[bytes, Callable[[_Parser, int | None], None]] = {
    b"u": _Parser._unicode,
    b"fonttbl": _Parser._font_table,
    b"stylesheet": _Parser._style_sheet,
    b"info": _Parser._info,
    b"title": _Parser._document_title,
    b"upr": _Parser._two_versions,
    b"ud": _Parser._unicode_version,
    b"field": _Parser._field,
    b"fldinst": _Parser._instruction,
    b"fldrslt": _Parser._result,
    b"listtext": _Parser._number,
    b"pntext": _Parser._number,
    b"revised": _Parser._revised,
    b"object": _Parser._object,
    b"footnote": _Parser._footnote,
    b"ftnalt": _Parser._endnote,
    b"shptxt": _Parser._box,
    b"dptxbxtext": _Parser._box,
}

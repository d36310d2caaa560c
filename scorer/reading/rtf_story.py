"""From the text of groups to paragraphs, table rows, text boxes and notes."""

from __future__ import annotations

from scorer.reading.doc_flow import Flow
from scorer.reading.rtf_definitions import Definitions
from scorer.reading.rtf_state import Sink, State

__all__ = ["Story"]


class Story:
    """The body, told to a flow, and the notes, kept for its end."""

    def __init__(self, flow: Flow, definitions: Definitions) -> None:
        self.body = Sink()
        self._flow = flow
        self._definitions = definitions
        self._footnotes: list[Sink] = []
        self._endnotes: list[Sink] = []

    def end(self, state: State, word: bytes) -> None:
        """What ``\\par``, ``\\cell`` and the other marks of an end do."""
        if word in (b"par", b"sect"):
            self._end_paragraph(state)
        elif word == b"cell":
            self._end_cell(state.sink)
        elif word == b"row":
            self._end_row(state.sink)
        elif word == b"nestcell":
            self._flow.inner_paragraph(_numbered(state.sink))
            self._flow.end_inner_cell()
        else:
            self._flow.end_inner_row()

    def add_note(self, sink: Sink) -> None:
        """A note begins; it is a footnote until it says otherwise."""
        self._footnotes.append(sink)

    def make_endnote(self, sink: Sink) -> None:
        """The note of this sink, which has only begun, is an endnote."""
        if self._footnotes and self._footnotes[-1] is sink:
            self._endnotes.append(self._footnotes.pop())

    def finish(self) -> None:
        """The file is at its end; now the notes follow."""
        self._end_paragraph(State(self.body))
        self._flow.end_body()
        for number, note in enumerate(self._footnotes, 1):
            self._flow.footnote(note.paragraphs, number)
        for number, note in enumerate(self._endnotes, 1):
            self._flow.endnote(note.paragraphs, number)

    def _end_paragraph(self, state: State) -> None:
        if state.hidden or state.deleted:  # then the next paragraph joins this one
            return
        sink = state.sink
        text = _numbered(sink)
        style = self._definitions.style(state.style)
        if sink is not self.body:
            sink.paragraphs.append(text)
        elif state.in_table and state.depth > 1:
            self._flow.inner_paragraph(text)
        elif state.in_table:
            self._flow.cell_paragraph(text)
        elif style.is_contents:
            self._flow.contents()
        else:
            self._flow.paragraph(text, depth=style.depth if state.outline is None else state.named_depth)

    def _end_cell(self, sink: Sink) -> None:
        if sink is self.body:
            self._flow.cell_paragraph(_numbered(sink))
            self._flow.end_cell()
        else:
            sink.open.append("\t")

    def _end_row(self, sink: Sink) -> None:
        if sink is self.body:
            self._flow.end_row()
        else:
            sink.paragraphs.append(sink.take())


def _numbered(sink: Sink) -> str:
    """The open paragraph with its number."""
    text = sink.take()
    number, sink.number = sink.number, ""
    return number + text.lstrip("\t ") if number and text.strip() else text

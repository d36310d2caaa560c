"""From the paragraphs that a container holds to the document: one cleaning, one way of counting offsets."""

from __future__ import annotations

from scorer.errors import InputError
from scorer.hashing import sha256
from scorer.i18n import trn
from scorer.reading.clean import REPLACEMENT, clean
from scorer.reading.interface import Document, HeadingMark, Place, ReadWarning, Source
from scorer.reading.radicals import count_twins
from scorer.text import Text

__all__ = ["MAX_CHARACTERS", "MAX_LINES", "Manuscript", "refuse_unusual", "text_warnings"]

MAX_CHARACTERS = 300_000
MAX_LINES = 50_000
"""Ten times what the longest yearly report holds. More is a collection, a mistake or an attack: judging takes time in
proportion to words and lines, and some twenty seconds for the densest text of this size."""


class Manuscript:
    """Paragraphs in reading order; each becomes one line of the text, empty ones are left out.

    A paragraph that holds line ends of its own (a soft break) becomes as many lines.
    """

    def __init__(self, data: bytes, name: str, reader: str) -> None:
        self._sha256 = sha256(data).hexdigest()
        self._name = name
        self._reader = reader
        self._lines: list[str] = []
        self._length = 0
        self._count = 0  # of lines
        self._controls = 0
        self._damaged = 0
        self._twins = 0
        self._warnings: list[ReadWarning] = []
        self._places: list[Place] = []
        self._headings: list[HeadingMark] = []

    def add(self, paragraph: str, *, place: str | None = None, depth: int | None = None) -> None:
        """Add a paragraph; ``place`` is the label of its place, ``depth`` marks a heading.

        Raises :class:`InputError` when there is more than any report holds.
        """
        self._damaged += paragraph.count(REPLACEMENT)
        self._twins += count_twins(paragraph)
        content, controls = clean(paragraph)
        self._controls += controls
        lines = [line.rstrip() for line in content.split("\n") if line.strip()]
        if not lines:
            return
        joined = "\n".join(lines)
        start = self._length
        end = start + len(joined)
        self._lines.append(joined)
        self._length = end + 1
        self._count += len(lines)
        _refuse_too_much(self._length, self._count, self._name)  # at once: the rest may be endless
        if place:
            self._mark_place(start, end, place)
        if depth:
            self._headings.append(HeadingMark(start, end, depth))

    def warn(self, code: str, message: str) -> None:
        """Something the reader must tell, in the language in force."""
        self._warnings.append(ReadWarning(code, message))

    @property
    def is_empty(self) -> bool:
        """Whether no paragraph with words was added yet."""
        return not self._lines

    def finish(self, source: Source | None = None) -> Document:
        """The document; raises :class:`InputError` when it holds no words."""
        content = "".join(line + "\n" for line in self._lines)
        refuse_unusual(content, self._name)
        return Document(
            Text(content, self._name),
            self._reader,
            self._sha256,
            (*self._warnings, *text_warnings(self._controls, self._damaged, self._twins)),
            tuple(self._places),
            tuple(self._headings),
            source,
        )

    def _mark_place(self, start: int, end: int, label: str) -> None:
        last = self._places[-1] if self._places else None
        if last and last.label == label and last.end + 1 == start:
            self._places[-1] = Place(last.start, end, label)
        else:
            self._places.append(Place(start, end, label))


def refuse_unusual(content: str, name: str) -> None:
    """Raises :class:`InputError` for a text that nothing could be scored in, or that is too much for a report."""
    if not content.strip():
        raise InputError(name, "holds nothing but white space", "give a file with the text of the report")
    if not any(character.isalnum() for character in content):
        raise InputError(name, "holds no words", "give a file with the text of the report")
    _refuse_too_much(len(content), content.count("\n"), name)


def _refuse_too_much(characters: int, lines: int, name: str) -> None:
    for number, most, noun in ((characters, MAX_CHARACTERS, "characters"), (lines, MAX_LINES, "lines")):
        if number > most:
            raise InputError(
                name, f"holds more than {most:,} {noun}, as no report does", "give the report alone"
            )


def text_warnings(controls: int, damaged: int, twins: int) -> tuple[ReadWarning, ...]:
    """What must be said of characters made visible, of those that came in damaged, and of twins restored."""
    found = []
    if controls:
        message = trn(
            "文本含{count}个控制字符（含双向控制符、孤立代理项），已逐个改为“{replacement}”",
            controls,
            replacement=REPLACEMENT,
        )
        found.append(ReadWarning("control_characters", message))
    if damaged:
        message = trn(
            "文本原有{count}个替换符“{replacement}”，说明此前转换时丢失了文字，请核对原件",
            damaged,
            replacement=REPLACEMENT,
        )
        found.append(ReadWarning("replacement_characters", message))
    if twins:
        message = trn("{count}个字符是字形相同的部首或兼容汉字（如“⼈”），已还原为通用汉字", twins)
        found.append(ReadWarning("restored_characters", message))
    return tuple(found)

"""What a group of rich text knows: where its text goes, and the formatting that decides what is text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from scorer.reading.raised import LOWERED, RAISED

__all__ = ["Field", "Sink", "State", "Style"]

_SURROGATE = re.compile("[\ud800-\udfff]")
_HEADING_NAME = re.compile(r"(?:heading |标题 ?)([1-9])", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"(?:toc |目录 ?)[1-9]", re.IGNORECASE)
_RAISED = {b"super": RAISED, b"sub": LOWERED, b"nosupersub": None}
_BODY_TEXT = 9  # \outlinelevel of what is no heading


@dataclass(eq=False)
class Sink:
    """Where text goes: paragraphs that are complete, the open one, and the number before it.

    ``close`` is called with the sink when its group ends.
    """

    close: Callable[[Sink], None] | None = None
    paragraphs: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    number: str = ""

    def take(self) -> str:
        """The text of the open paragraph, which begins anew."""
        text = "".join(self.open)
        self.open.clear()
        if _SURROGATE.search(text):  # \u gives characters beyond 16 bits in two halves
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        return text


@dataclass
class Field:
    """A field; ``contents`` when it makes a table of contents."""

    contents: bool = False


@dataclass
class Style:
    """A paragraph style of the style sheet; ``outline`` counts from 0."""

    number: int = 0
    outline: int | None = None
    name: str = ""

    @property
    def depth(self) -> int | None:
        """The level of a heading from 1, by outline or by name."""
        if self.outline is not None:
            return self.outline + 1 if 0 <= self.outline < _BODY_TEXT else None
        named = _HEADING_NAME.fullmatch(self.name)
        return int(named[1]) if named else None

    @property
    def is_contents(self) -> bool:
        """Whether its paragraphs are lines of a table of contents."""
        return bool(_CONTENTS_NAME.fullmatch(self.name))


@dataclass
class State:
    """What holds within a group; a group begins with what holds around it."""

    sink: Sink
    outer: Sink | None = None
    skipped: bool = False
    deleted: bool = False
    hidden: bool = False
    raised: dict[int, int] | None = None
    fallback: int = 1
    font: int | None = None
    style: int = 0
    outline: int | None = None
    in_table: bool = False
    depth: int = 1
    field: Field | None = None
    fonts: bool = False
    styles: bool = False
    defined: Style | None = None

    def inner(self) -> State:
        """The state with which a group within this one begins."""
        state = object.__new__(State)  # several times faster than dataclasses.replace, and there are millions
        state.__dict__.update(self.__dict__)
        return state

    def reset_paragraph(self) -> None:
        """Formatting of paragraphs is what it is at the beginning of the file."""
        self.style, self.outline, self.in_table, self.depth = 0, None, False, 1

    def format(self, word: bytes, number: int | None) -> bool:
        """Apply a control word; False for one that is no formatting, or none that matters."""
        if word == b"pard":
            self.reset_paragraph()
        elif word == b"plain":
            self.hidden = self.deleted = False
            self.raised = self.font = None
        elif word == b"v":
            self.hidden = number != 0
        elif word in (b"deleted", b"mvf"):  # moved away is deleted here and inserted elsewhere
            self.deleted = number != 0
        elif word in _RAISED:
            self.raised = _RAISED[word] if number != 0 else None
        elif word == b"intbl":
            self.in_table = True
        elif word == b"itap":
            self.depth = number or 0
        elif word == b"uc":
            self.fallback = max(0, 1 if number is None else number)
        else:
            return False
        return True

    @property
    def named_depth(self) -> int | None:
        """The level that the paragraph itself names."""
        return Style(outline=self.outline).depth

"""The nouns of a report: metadata, sections, paragraphs, sentences, clauses, roles.

All spans are code points into the text that was read. The view drops spaces and the line ends inside
hard-wrapped paragraphs; quotations are always cut from the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from scorer.text import Span, Text, View, loosen

__all__ = [
    "Clause",
    "Level",
    "Metadata",
    "Notice",
    "Paragraph",
    "Realis",
    "Report",
    "Role",
    "RoleSpan",
    "Section",
    "Sentence",
]


class Role(str, Enum):
    """What a sentence does in the report; settled sentence by sentence, a heading is only a hint."""

    PREAMBLE = "preamble"
    ACHIEVEMENT = "achievement"
    PROBLEM = "problem"
    PLAN = "plan"
    CLOSING = "closing"
    CHROME = "chrome"


class Realis(str, Enum):
    """Whether what a clause says has happened, and by whom.

    ``QUOTED`` is somebody else's: a superior's demand, another body's deed, a standard rather than a result.
    """

    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROBLEM = "problem"
    QUOTED = "quoted"


class Level(str, Enum):
    """Level of the government (or department) that reports; decides which items apply."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWN = "town"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user must hear although the work went on; ``code`` is stable, ``message`` is Chinese."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the report says of itself; None where it does not say.

    ``date`` is the date of issue at the end of the report (成文日期), ISO 8601; ``level_source`` tells in
    Chinese how the level was settled. ``spans`` holds the place of each field that has one.
    """

    title: str | None = None
    place: str | None = None
    level: Level | None = None
    level_source: str = ""
    year: int | None = None
    issuer: str | None = None
    document_number: str | None = None
    date: str | None = None
    spans: dict[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. ``depth`` counts from 1 (一、), 2 is （一）, 3 is 1、, 4 is a run-in 一是.

    ``start``/``end`` cover heading and body up to the next heading of the same or a lower depth;
    ``heading`` is the span of the heading's own words, ``title`` those words without line ends.
    """

    title: str
    depth: int
    start: int
    end: int
    heading: Span
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between ，；、 or at 一是/二是, with its realis."""

    start: int
    end: int
    realis: Realis
    why: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence ends at 。！？ or with its paragraph.

    ``segments`` cut it at ； and before 一是/二是: the unit in which two words stand near each other.
    ``section`` is an index into ``Report.sections`` (the deepest that holds the sentence), ``heading`` is
    true for the words of a heading, which prove nothing by themselves.
    """

    start: int
    end: int
    role: Role
    paragraph: int
    section: int | None
    clauses: tuple[Clause, ...]
    segments: tuple[Span, ...]
    heading: bool = False
    why: str = ""

    @property
    def span(self) -> Span:
        """The sentence as a span."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph after wrapped lines are joined."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A stretch of one role; all stretches together tile the whole text."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True)
class Report:
    """A report that has been read and understood as far as its structure goes."""

    text: Text
    view: View
    metadata: Metadata
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    roles: tuple[RoleSpan, ...]
    warnings: tuple[Notice, ...] = ()

    @cached_property
    def loose(self) -> View:
        """The view that phrases are matched on: no spaces, quotation marks or line ends."""
        return loosen(self.view)

    @cached_property
    def sentence_starts(self) -> Sequence[int]:
        """Where the sentences begin, in order."""
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def clause_starts(self) -> Sequence[int]:
        """Where the clauses of all sentences begin, in order."""
        return [clause.start for clause in self._clauses]

    @cached_property
    def segment_starts(self) -> Sequence[int]:
        """Where the segments of all sentences begin, in order."""
        return [segment.start for segment in self._segments]

    @cached_property
    def _clauses(self) -> Sequence[Clause]:
        return [clause for sentence in self.sentences for clause in sentence.clauses]

    @cached_property
    def _segments(self) -> Sequence[Span]:
        return [segment for sentence in self.sentences for segment in sentence.segments]

    def clause_at(self, offset: int) -> Clause | None:
        """The clause that holds the code point ``offset``, None between clauses."""
        index = bisect_right(self.clause_starts, offset) - 1
        if index >= 0 and offset < self._clauses[index].end:
            return self._clauses[index]
        return None

    def segment_at(self, offset: int) -> Span | None:
        """The segment that holds the code point ``offset``, None between segments."""
        index = bisect_right(self.segment_starts, offset) - 1
        if index >= 0 and offset < self._segments[index].end:
            return self._segments[index]
        return None

    def sentence_at(self, offset: int) -> int | None:
        """Index of the sentence that holds the code point ``offset``, None between sentences."""
        index = bisect_right(self.sentence_starts, offset) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return index
        return None

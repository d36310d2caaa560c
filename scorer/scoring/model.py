"""The scorecard: what the renderers, scripts and people get. Field names are those of ``scorecard/1``."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from scorer.rules.model import Confidence, Evidence, Rejected, Status, Step, Value
from scorer.structure.model import Level, Role

__all__ = [
    "AuditRow",
    "Counts",
    "Decision",
    "DecisionState",
    "DecisionsStamp",
    "DimensionRow",
    "ItemRow",
    "Note",
    "PlaceRow",
    "ReportCard",
    "RoleRow",
    "Scorecard",
    "SectionRow",
    "Stamp",
    "Total",
]

DecisionState = Literal["applied", "reopened", "expired"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which tool, framework and report made this scorecard: enough to make it again."""

    tool_name: str
    tool_version: str
    framework_id: str
    framework_title: str
    framework_version: str
    framework_sha256: str
    report_name: str
    report_sha256: str
    report_reader: str
    decisions: DecisionsStamp | None = None


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section of the report; depth counts from 1."""

    title: str
    depth: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A stretch of the text with one role; the rows tile the text."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Where in its container a stretch of the text stands, such as ``第3页``; rows are sorted, never overlap."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class ReportCard:
    """What the report says of itself; None where it is silent. ``characters`` counts code points read.

    ``places`` is empty for a plain text, where line and column say it all.
    """

    title: str | None
    place: str | None
    level: Level | None
    level_source: str
    year: int | None
    issuer: str | None
    document_number: str | None
    date: str | None
    characters: int
    sections: tuple[SectionRow, ...]
    roles: tuple[RoleRow, ...]
    places: tuple[PlaceRow, ...] = ()

    def place_at(self, offset: int) -> str | None:
        """The label of the place in the container that holds a code point; None where none is known."""
        index = bisect_right(self.places, offset, key=lambda row: row.start) - 1
        if index >= 0 and offset < self.places[index].end:
            return self.places[index].label
        return None


@dataclass(frozen=True, slots=True)
class Total:
    """The score. ``base`` is out of ``max_points``; ``low``/``high`` bound the total over what needs review."""

    points: Decimal
    base: Decimal
    bonus: Decimal
    deduction: Decimal
    max_points: Decimal
    low: Decimal
    high: Decimal
    grade: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items ended in which status."""

    met: int
    partial: int
    unmet: int
    not_applicable: int


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """One dimension; ``max_points`` counts the applicable items only, ``rate`` is None when there are none."""

    id: str
    title: str
    points: Decimal
    max_points: Decimal
    rate: Decimal | None
    counts: Counts


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's verdict beside the program's own (``machine``); dates are ISO.

    It counts only while ``state`` is ``applied``. It is ``reopened`` when the evidence it was made on has
    changed, and ``expired`` after the day ``until``.
    """

    status: Status
    by: str
    on: str
    reason: str
    machine: Status
    state: DecisionState = "applied"
    until: str | None = None


@dataclass(frozen=True, slots=True)
class DecisionsStamp:
    """Which file of decisions was used. ``as_of`` is the day that expiry was settled by, None if none has one."""

    name: str
    sha256: str
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item of the framework. A deduction's ``points`` are what it takes off (positive).

    ``status`` is the person's where a decision is applied; ``reason`` is always the program's own.
    ``evidence_hash`` is what a decision names to say which evidence it was made on.
    """

    id: str
    title: str
    dimension: str
    group: str
    kind: str
    status: Status
    points: Decimal
    max_points: Decimal
    review: bool
    confidence: Confidence
    reason: str
    advice: str | None
    evidence: tuple[Evidence, ...]
    rejected: tuple[Rejected, ...]
    values: tuple[Value, ...]
    decision: Decision | None = None
    criterion_met: str = ""
    criterion_partial: str = ""
    trace: tuple[tuple[str, Step], ...] = ()
    evidence_hash: str = ""
    evidence_left_out: int = 0


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One arithmetical relation the report states; ``holds`` is None when the numbers do not decide it.

    ``stated`` is the number of the report, ``computed`` what its other numbers give; None where there is none.
    """

    relation: str
    quote: str
    start: int
    end: int
    stated: Decimal | None
    computed: Decimal | None
    holds: bool | None
    severity: str
    message: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Note:
    """A warning that belongs in every output."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The whole result for one report.

    ``text`` is what was read and what all offsets refer to; outputs that show the report beside the score
    need it, ``scorecard/1`` does not carry it. ``path`` is the file as it was named, for outputs that point into it.
    """

    stamp: Stamp
    report: ReportCard
    total: Total
    counts: Counts
    dimensions: tuple[DimensionRow, ...]
    items: tuple[ItemRow, ...]
    audit: tuple[AuditRow, ...]
    warnings: tuple[Note, ...]
    text: str = ""
    path: str = ""

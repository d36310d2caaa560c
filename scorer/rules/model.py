"""What is known about one item after its rule was tried: status, evidence, what was refused, values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from scorer.framework.model import Condition, Item
from scorer.quantities.model import Hedge, Truth
from scorer.rules.labels import label_of
from scorer.structure.model import Role
from scorer.text import Span

__all__ = [
    "ALIKE",
    "Confidence",
    "Evidence",
    "Finding",
    "Match",
    "Reading",
    "Rejected",
    "Satisfies",
    "Status",
    "Step",
    "Value",
    "Why",
]


class Status(str, Enum):
    """The verdict on one item."""

    MET = "met"
    PARTIAL = "partial"
    UNMET = "unmet"
    NOT_APPLICABLE = "not_applicable"


class Confidence(str, Enum):
    """How sure the verdict is; low asks for human review."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Match(str, Enum):
    """How a piece of evidence was found."""

    EXACT = "exact"
    FUZZY = "fuzzy"
    NEAR = "near"
    METRIC = "metric"
    DETAIL = "detail"


ALIKE = "相近，但说的是别的"  # how the note on such a hit ends


class Why(str, Enum):
    """Why a hit was turned away."""

    PLAN = "plan"
    PROBLEM = "problem"
    QUOTED = "quoted"
    CHROME = "chrome"
    CLOSING = "closing"
    PREAMBLE = "preamble"
    ACHIEVEMENT = "achievement"
    HEADING = "heading"
    MASK = "mask"
    WORD_BOUNDARY = "word_boundary"
    OTHER_SUBJECT = "other_subject"


class Satisfies(str, Enum):
    """What a value reaches: the full line, the partial line, neither, or not decidable; or there is no line."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    UNKNOWN = "unknown"
    LISTED = "listed"  # the metric has no line: the number is told and judges nothing


class Period(str, Enum):
    """For when a value stands: the year reported, or a longer time that begins before it."""

    YEAR = "year"
    CUMULATIVE = "cumulative"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence, or the clauses of it that matter, that counts for an item.

    ``start``/``end`` are code points into the text that was read and ``quote`` equals that slice; ``hit`` is
    the part of it that matched. ``similarity`` is 0–100.
    """

    quote: str
    start: int
    end: int
    line: int
    column: int
    section: str
    role: Role
    match: Match
    phrase: str
    similarity: float
    hit: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A hit that was found and does not count, with the reason; ``note`` says it, in Chinese while it is judged."""

    quote: str
    start: int
    end: int
    why: Why
    phrase: str
    note: str = ""
    line: int = 1
    column: int = 1

    @property
    def alike(self) -> bool:
        """Whether approximate words only resemble the phrase and mean something else."""
        return self.why is Why.OTHER_SUBJECT and self.note.endswith(ALIKE)


@dataclass(frozen=True, slots=True)
class Value:
    """A number of the report that was bound to a metric of the item, or one worked out from several such numbers.

    ``worked_out`` is then how, in the report's own numbers (``9件÷66件``, ``14个＋35家``), and else empty.
    """

    metric: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    hedge: Hedge
    quote: str
    start: int
    end: int
    satisfies: Satisfies
    line: int = 1
    column: int = 1
    period: Period = Period.YEAR
    worked_out: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A value of a metric with the two comparisons that decide what it satisfies, and where it stands."""

    value: Value
    full: Truth
    partial: Truth
    name: Span
    whole: Span


@dataclass(frozen=True, slots=True)
class Step:
    """One node of a rule with its outcome: the trace that ``scorer explain`` shows.

    ``holds`` is None when the report's numbers do not decide it.
    """

    item: Item
    node: Condition
    holds: bool | None
    children: tuple[Step, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def label(self) -> str:
        """The node as people read it."""
        return label_of(self.item, self.node)


@dataclass(frozen=True, slots=True)
class Finding:
    """Status and reasons for one item. ``reason`` and ``advice`` are Chinese sentences."""

    item: Item
    status: Status
    confidence: Confidence
    review: bool
    reason: str
    advice: str | None
    evidence: tuple[Evidence, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    values: tuple[Value, ...] = ()
    trace: tuple[tuple[str, Step], ...] = ()  # ("met", …), ("partial", …)
    evidence_left_out: int = 0  # quotations that count as well and are not listed

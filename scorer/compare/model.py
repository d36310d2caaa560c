"""What a comparison says. Subjects are named by their index; places are code points of the text that was read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from scorer.rules.model import Status
from scorer.scoring.change import Changes
from scorer.scoring.model import ItemRow, Scorecard
from scorer.structure.model import Level

__all__ = [
    "Band",
    "By",
    "Caution",
    "Comparison",
    "Copies",
    "CopyKind",
    "Deviation",
    "Growth",
    "Match",
    "Matching",
    "OnlyOne",
    "Pair",
    "PlaceRow",
    "Places",
    "Quote",
    "Years",
]

By = Literal["years", "places"]
CopyKind = Literal["exact", "numbers", "near"]


@dataclass(frozen=True, slots=True)
class Caution:
    """What may mislead about a comparison as a whole; ``code`` is stable, ``message`` for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report with their place; ``place`` is what the container calls it (第3页), None without one."""

    words: str
    start: int
    end: int
    line: int
    column: int
    place: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """Two stretches that speak of one thing; ``score`` from 0 to 1, ``shared`` the words both have."""

    before: Quote
    after: Quote
    score: Decimal
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """The earlier report's stretches of a kind against the later's.

    ``open`` found no counterpart: that says what was not found, never that nothing was done. ``general`` counts
    stretches without enough words of their own to be looked for. ``weighed`` pairs of all ``possible`` ones were
    compared, because only they share a telling word.
    """

    matched: tuple[Match, ...]
    open: tuple[Quote, ...]
    general: int
    weighed: int
    possible: int

    @property
    def looked_for(self) -> int:
        """How many stretches were looked for."""
        return len(self.matched) + len(self.open)


@dataclass(frozen=True, slots=True)
class Growth:
    """A growth that the later report claims, worked out again from the earlier report's own number.

    ``holds`` is None where that was not possible, and ``note`` tells why. ``difference`` is ``stated`` less
    ``computed``, both with a sign, in ``unit`` (%, 个百分点, 倍, or the unit that is counted).
    """

    label: str
    claim: Quote
    base: Quote | None
    now: Decimal
    last: Decimal | None
    stated: Decimal
    computed: Decimal | None
    unit: str
    holds: bool | None
    note: str = ""

    @property
    def difference(self) -> Decimal | None:
        """How far the claim is from what the two reports give."""
        return None if self.computed is None else self.stated - self.computed


@dataclass(frozen=True, slots=True)
class Copies:
    """Passages of the later report that stand in the earlier one.

    ``passages`` are (earlier, later, kind): ``exact`` word for word, ``numbers`` with new numbers only, ``near`` with
    small changes. ``characters`` of ``whole`` were taken over, both without titles, headings and set phrases.
    """

    passages: tuple[tuple[Quote, Quote, CopyKind], ...]
    characters: int
    exact_characters: int
    whole: int

    @property
    def share(self) -> Decimal:
        """The part of the later report that was taken over, from 0 to 1."""
        return Decimal(self.characters) / self.whole if self.whole else Decimal(0)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of one place, ``before`` and ``after`` as indexes of the subjects.

    Without the text of both, plans, problems, growth and copies are unknown (``unsaid``).
    """

    before: int
    after: int
    changes: Changes
    unsaid: str = ""
    plans: Matching | None = None
    problems: Matching | None = None
    growth: tuple[Growth, ...] | None = None
    growth_note: str = ""
    copies: Copies | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """One place over years: each pair of neighbours in time."""

    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place in the ranking of its level.

    ``rank`` goes by points, equal points share it. ``best``/``worst`` are the ranks that remain possible when each
    total may lie anywhere in its interval.
    """

    subject: int
    rank: int
    best: int
    worst: int


@dataclass(frozen=True, slots=True)
class Band:
    """Places that cannot be told apart: their intervals hang together by overlaps. ``number`` counts from 1."""

    number: int
    rows: tuple[PlaceRow, ...]


@dataclass(frozen=True, slots=True)
class Deviation:
    """An item in which one place is better or worse than the median of all to whom it applies."""

    subject: int
    item: ItemRow
    median: Decimal
    better: bool


@dataclass(frozen=True, slots=True)
class OnlyOne:
    """An item that one place alone has (``has``), or alone lacks, among the ``among`` to whom it applies."""

    subject: int
    item: ItemRow
    has: bool
    among: int


@dataclass(frozen=True, slots=True)
class Places:
    """Many places beside each other: bands by level, the matrix of dimensions, and what sets each apart.

    ``dimensions`` are (id, title); ``rates[dimension][subject]`` is None where nothing applies, ``medians`` has one for each
    dimension. ``statuses`` are (item, title, (subject, status) of each that has the item).
    """

    levels: tuple[tuple[Level | None, tuple[Band, ...]], ...]
    dimensions: tuple[tuple[str, str], ...]
    rates: tuple[tuple[Decimal | None, ...], ...]
    medians: tuple[Decimal | None, ...]
    deviations: tuple[Deviation, ...]
    only: tuple[OnlyOne, ...]
    statuses: tuple[tuple[str, str, tuple[tuple[int, Status], ...]], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole result; exactly one of ``years`` and ``places`` is there, as ``by`` says and ``why`` explains.

    ``labels`` are short names of the subjects, different from each other.
    """

    by: By
    why: str
    cards: tuple[Scorecard, ...]
    labels: tuple[str, ...]
    from_scorecard: tuple[bool, ...]
    years: Years | None
    places: Places | None
    notes: tuple[Caution, ...]

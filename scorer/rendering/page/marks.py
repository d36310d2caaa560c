"""The report's text cut into pieces that know all that was found in them, so that marks may overlap.

HTML cannot nest two marks that cross each other. So the text is cut wherever a mark begins or ends, and each
piece carries the numbers of all items and checks it belongs to. One sweep over the sorted cuts does it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from scorer.rendering.clean import visible
from scorer.scoring.model import ReportCard, RoleRow
from scorer.structure.model import Role

__all__ = ["Kind", "Line", "Piece", "Stretch", "lines_of"]


class Kind(str, Enum):
    """What a stretch of text is: proof, the words in it that matched, a refused hit, a number, a check."""

    PROOF = "proof"
    HIT = "hit"
    REFUSED = "refused"
    VALUE = "value"
    AUDIT = "audit"


_NOTED = (Kind.PROOF, Kind.REFUSED, Kind.AUDIT)  # what has a note in the text where it ends


@dataclass(frozen=True, slots=True)
class Stretch:
    """A marked part of the text in code points; ``owner`` is the index of an item, or of a check of the audit.

    ``which`` is its index among the owner's stretches of that kind.
    """

    start: int
    end: int
    kind: Kind
    owner: int
    which: int = 0


@dataclass(slots=True)
class Piece:
    """Words of one line over which nothing begins or ends.

    ``anchor`` names the piece when a stretch begins here, ``role`` is set where a run of another role begins,
    ``ends`` are the stretches that end here and have a note; of those that overlap and have one owner, the last.
    """

    words: str
    role: Role | None
    opens: Role | None = None
    anchor: str = ""
    proofs: tuple[int, ...] = ()
    refused: tuple[int, ...] = ()
    audits: tuple[int, ...] = ()
    hit: bool = False
    ends: list[Stretch] = field(default_factory=list)

    @property
    def marked(self) -> bool:
        """Whether anything was found here."""
        return bool(self.proofs or self.refused or self.audits or self.anchor)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words: its number in the text from 1, the place in the container where a new one begins."""

    number: int
    place: str
    pieces: tuple[Piece, ...]

    @property
    def role(self) -> Role | None:
        """The role of the whole line, None where it has several."""
        roles = {piece.role for piece in self.pieces}
        return roles.pop() if len(roles) == 1 else None


def lines_of(
    text: str, report: ReportCard, stretches: Iterable[Stretch], prefix: str
) -> tuple[tuple[Line, ...], dict[int, str]]:
    """The lines of a text, and the anchor of each offset at which a stretch begins.

    Stretches that do not lie in the text are left out: a scorecard may come without its text, or with another.
    """
    inside = [row for row in stretches if 0 <= row.start < row.end <= len(text)]
    sweep = _Sweep(text, report, inside, prefix)
    return tuple(sweep.lines()), sweep.anchors


class _Sweep:
    """Walks over all cuts once, and knows at each which stretches are open."""

    def __init__(self, text: str, report: ReportCard, stretches: Sequence[Stretch], prefix: str) -> None:
        self.anchors: dict[int, str] = {}
        self._text, self._report, self._prefix = text, report, prefix
        self._open: dict[Stretch, None] = {}
        self._starts, self._ends = defaultdict(list), defaultdict(list)
        for row in stretches:
            self._starts[row.start].append(row)
            self._ends[row.end].append(row)
        self._roles = _Roles(report.roles)
        cuts = {*self._starts, *self._ends, *(row.start for row in report.roles)}
        self._cuts = sorted(cut for cut in cuts if 0 <= cut <= len(text))
        self._begun: list[int] = []  # starts that no words have followed yet
        self._last: Piece | None = None

    def lines(self) -> Iterator[Line]:
        """All lines that have words."""
        start, place, at = 0, "", 0
        for number, words in enumerate(self._text.split("\n"), start=1):
            end, first = start + len(words), at
            while at < len(self._cuts) and self._cuts[at] <= end:
                at += 1
            pieces = tuple(self._pieces(start, end, self._cuts[first:at]))
            if pieces:
                label = visible(self._report.place_at(start) or "")
                yield Line(number, label if label != place else "", pieces)
                place = label
            start = end + 1

    def _pieces(self, start: int, end: int, cuts: Sequence[int]) -> Iterator[Piece]:
        """The pieces of one line; ``cuts`` are those from its first character up to its line end."""
        blank = not self._text[start:end].strip()
        here = start
        for cut in (*cuts, end):
            if cut > here and not blank:
                yield self._piece(here, cut)
            self._pass(cut)
            here = max(here, cut)

    def _piece(self, start: int, end: int) -> Piece:
        role = self._roles.at(start)
        turned = self._last is None or self._last.role is not role
        piece = Piece(
            words=_inline(self._text[start:end]),
            role=role,
            opens=role if turned else None,
            proofs=self._owners(Kind.PROOF),
            refused=self._owners(Kind.REFUSED),
            audits=self._owners(Kind.AUDIT),
            hit=any(row.kind is Kind.HIT for row in self._open),
        )
        if self._begun:
            piece.anchor = f"{self._prefix}{start}"
            self.anchors.update(dict.fromkeys(self._begun, piece.anchor))
            self._begun = []
        self._last = piece
        return piece

    def _owners(self, kind: Kind) -> tuple[int, ...]:
        return tuple(sorted({row.owner for row in self._open if row.kind is kind}))

    def _pass(self, cut: int) -> None:
        """Close what ends at a cut, open what begins there; each cut is passed once."""
        for row in self._ends.pop(cut, ()):
            self._open.pop(row, None)
            if row.kind in _NOTED and self._last is not None and not self._goes_on(row):
                self._last.ends.append(row)
        for row in self._starts.pop(cut, ()):
            self._open[row] = None
            if not self._begun or self._begun[-1] != cut:
                self._begun.append(cut)

    def _goes_on(self, closed: Stretch) -> bool:
        """Whether another stretch of the same owner and kind is open still: one note for both is enough."""
        return any(row.kind is closed.kind and row.owner == closed.owner for row in self._open)


class _Roles:
    """The role at an offset, asked in rising order."""

    def __init__(self, rows: Sequence[RoleRow]) -> None:
        self._rows, self._at = rows, 0

    def at(self, offset: int) -> Role | None:
        while self._at < len(self._rows) and self._rows[self._at].end <= offset:
            self._at += 1
        if self._at == len(self._rows) or self._rows[self._at].start > offset:
            return None
        return self._rows[self._at].role


def _inline(words: str) -> str:
    """Visible words of a part of a line: a space at its edge parts it from the next piece and stays."""
    return visible(f"|{words}|")[1:-1]

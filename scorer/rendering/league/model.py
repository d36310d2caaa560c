"""What a summary of many reports says: who stands where, where points are lost most often, what failed.

Reports are ranked among their like: one framework, one level of government, one year. Each has its rank by the total
and the ranks that are possible while nobody has settled what asks for review: places whose intervals overlap cannot be
told apart yet.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from scorer.framework.model import ItemKind
from scorer.rendering.interface import Failure
from scorer.rendering.league.rows import Head, HeadItem, Row
from scorer.rules.model import Status
from scorer.structure.model import Level

__all__ = ["Gap", "Group", "League", "Placed", "Table", "make_league"]

_LEVELS = (*Level, None)


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its rank; ``best`` and ``worst`` are the ranks it may have once all is reviewed."""

    row: Row
    rank: int
    best: int
    worst: int

    @property
    def tied(self) -> bool:
        """Whether the interval of another report of the group overlaps."""
        return self.best != self.worst


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one level and one year, the best first; ``rates`` are the means of the dimensions.

    ``doubled`` are the names that several of its rows have.
    """

    level: Level | None
    year: int | None
    placed: tuple[Placed, ...]
    rates: tuple[Decimal | None, ...]
    mean: Decimal
    median: Decimal
    doubled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gap:
    """How often an item ended in which status; ``applicable`` counts the reports it applies to."""

    item: HeadItem
    applicable: int
    met: int
    partial: int
    unmet: int

    def share(self, count: int) -> Decimal:
        """A count as a share of the reports that the item applies to."""
        return Decimal(count) / self.applicable if self.applicable else Decimal(0)


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of one framework. ``gaps`` are in order of how often they are missed; ``deductions`` those that hit.

    ``doubtful`` are texts that do not look like reports: scored, and not ranked. ``same`` are the reports of which
    each has the same bytes as the others beside it.
    """

    head: Head
    groups: tuple[Group, ...]
    doubtful: tuple[Row, ...]
    gaps: tuple[Gap, ...]
    deductions: tuple[Gap, ...]
    same: tuple[tuple[str, ...], ...] = ()

    @property
    def ranked(self) -> int:
        """How many reports have a rank."""
        return sum(len(group.placed) for group in self.groups)


@dataclass(frozen=True, slots=True)
class League:
    """The whole summary; ``missing`` counts what an interrupted run left over."""

    tables: tuple[Table, ...]
    failures: tuple[Failure, ...] = ()
    missing: int = 0


def make_league(
    rows: Iterable[tuple[Head, Sequence[Row]]], failures: Sequence[Failure] = (), missing: int = 0
) -> League:
    """The summary of all rows, framework by framework."""
    return League(tuple(_table(head, part) for head, part in rows), tuple(failures), missing)


def _table(head: Head, rows: Sequence[Row]) -> Table:
    kinds: dict[tuple[Level | None, int | None], list[Row]] = defaultdict(list)
    for row in rows:
        if not row.doubtful:
            kinds[row.level, row.year].append(row)
    gaps = _gaps(head, [row for row in rows if not row.doubtful])
    return Table(
        head=head,
        groups=tuple(_group(head, *kind, kinds[kind]) for kind in sorted(kinds, key=_order)),
        doubtful=tuple(row for row in rows if row.doubtful),
        gaps=tuple(sorted((gap for gap in gaps if _is_scored(gap.item)), key=_weight)),
        deductions=tuple(
            sorted((gap for gap in gaps if _is_hit(gap)), key=lambda gap: -gap.met - gap.partial)
        ),
        same=_same(rows),
    )


def _same(rows: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    files: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.sha256 and not row.doubtful:
            files[row.sha256].append(row.report)
    return tuple(tuple(names) for names in files.values() if len(names) > 1)


def _order(kind: tuple[Level | None, int | None]) -> tuple[int, int]:
    level, year = kind
    return _LEVELS.index(level), year or 9999


def _group(head: Head, level: Level | None, year: int | None, rows: Sequence[Row]) -> Group:
    return Group(
        level=level,
        year=year,
        placed=_placed(rows),
        rates=tuple(_mean([row.rates[at] for row in rows]) for at in range(len(head.dimensions))),
        mean=sum((row.points for row in rows), Decimal(0)) / len(rows),
        median=median(row.points for row in rows),
        doubled=frozenset(name for name, count in Counter(row.name for row in rows).items() if count > 1),
    )


def _mean(rates: Sequence[Decimal | None]) -> Decimal | None:
    known = [rate for rate in rates if rate is not None]
    return sum(known, Decimal(0)) / len(known) if known else None


def _placed(rows: Sequence[Row]) -> tuple[Placed, ...]:
    """Ranks: who has as many points shares one; the possible ones count whom an interval surely leaves behind."""
    totals = sorted(row.points for row in rows)
    lows = sorted(row.low for row in rows)
    highs = sorted(row.high for row in rows)
    count = len(rows)
    placed = [
        Placed(
            row,
            rank=count - bisect_right(totals, row.points) + 1,
            best=count - bisect_right(lows, row.high) + 1,
            # A row stands among those above its own low only if its interval has a width.
            worst=count - bisect_right(highs, row.low) + (row.low >= row.high),
        )
        for row in rows
    ]
    return tuple(sorted(placed, key=lambda one: (one.rank, one.row.name, one.row.report)))


def _gaps(head: Head, rows: Sequence[Row]) -> list[Gap]:
    return [_gap(item, Counter(row.status_of(at) for row in rows)) for at, item in enumerate(head.items)]


def _gap(item: HeadItem, seen: Counter[Status]) -> Gap:
    met, partial, unmet = seen[Status.MET], seen[Status.PARTIAL], seen[Status.UNMET]
    return Gap(item, met + partial + unmet, met, partial, unmet)


def _is_scored(item: HeadItem) -> bool:
    return item.kind in (ItemKind.BASE.value, ItemKind.FORMAT.value)


def _is_hit(gap: Gap) -> bool:
    return gap.item.kind == ItemKind.DEDUCTION.value and gap.met + gap.partial > 0


def _weight(gap: Gap) -> tuple[Decimal, Decimal, Decimal]:
    """What is missed most often first; of equals what is partial more often, then what is worth more."""
    return -gap.share(gap.unmet), -gap.share(gap.partial), -gap.item.points

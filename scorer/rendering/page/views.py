"""What the templates of the HTML scorecard show: visible words, ready-made numbers, anchors. No markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scorer.framework.model import ItemKind
from scorer.i18n import tr
from scorer.rendering import labels
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.digest import (
    Digest,
    advice,
    decided_by_person,
    facts,
    grounds,
    loss,
    nearest,
    title,
    value_words,
)
from scorer.rendering.interface import Detail
from scorer.rendering.markdown_items import amount
from scorer.rendering.numbers import points
from scorer.rendering.page.marks import Kind, Line, Stretch, lines_of
from scorer.rules.model import Evidence, Rejected, Status, Value
from scorer.scoring.model import AuditRow, DimensionRow, ItemRow, Scorecard

__all__ = ["AuditView", "CardView", "DimensionView", "ItemView", "Quote", "card_view"]

_QUOTE, _NEAR = 400, 80
_DEAREST = 10


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the report around the part that matched, where they stand, and how they count.

    ``target`` is the anchor of the words in the text, empty where the text is not shown.
    """

    before: str
    hit: str
    after: str
    place: str
    target: str
    how: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item with its anchor; ``lost`` is empty where nothing was lost, ``near`` speaks for what was."""

    row: ItemRow
    anchor: str
    mark: labels.Mark
    amount: str
    lost: str
    grounds: str
    by_person: bool
    advice: str
    near: Quote | None
    proofs: tuple[Quote, ...]
    refused: tuple[Quote, ...]
    values: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class DimensionView:
    """A dimension with its items; ``share`` is its rate in whole percent for the length of a bar."""

    row: DimensionRow
    anchor: str
    share: int
    scored: bool
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class AuditView:
    """A check of the report's own numbers."""

    row: AuditRow
    anchor: str
    mark: labels.Mark
    relation: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class CardView:
    """One report: ``number`` from 1 makes its anchors differ from those of other reports on the page."""

    number: int
    digest: Digest
    title: str
    place: str
    year: str
    dimensions: tuple[DimensionView, ...]
    items: tuple[ItemView, ...]
    audit: tuple[AuditView, ...]
    lines: tuple[Line, ...]
    with_items: bool
    with_text: bool

    @property
    def card(self) -> Scorecard:
        """The scorecard itself."""
        return self.digest.card

    @property
    def dearest(self) -> tuple[ItemView, ...]:
        """The items that lost most, the dearest first."""
        rows = {id(item.row): item for item in self.items}
        return tuple(rows[id(row)] for row in self.digest.lost[:_DEAREST])

    @property
    def extras(self) -> tuple[ItemView, ...]:
        """Bonus and deductions that are found or decided on."""
        return tuple(
            item
            for item in self.items
            if item.row.kind in (ItemKind.BONUS.value, ItemKind.DEDUCTION.value)
            and (item.row.points or item.row.status in (Status.MET, Status.PARTIAL) or item.row.decision)
        )

    @property
    def decided(self) -> tuple[ItemView, ...]:
        """The items on which people decided."""
        return tuple(item for item in self.items if item.row.decision is not None)

    @property
    def states(self) -> tuple[tuple[labels.Mark, int], ...]:
        """Each state that occurs, with how many items are in it: those of the base first, the best first."""
        seen = [item.mark for item in self.items]
        known = dict.fromkeys(labels.state(kind.value, status) for kind in ItemKind for status in Status)
        return tuple((mark, seen.count(mark)) for mark in known if mark in seen)


def card_view(card: Scorecard, number: int, detail: Detail) -> CardView:
    """Make one scorecard ready: ``summary`` goes without items, ``items`` without the report's text."""
    with_text = detail == "full" and bool(card.text)
    text = card.text if with_text else ""
    lines, anchors = lines_of(text, card.report, _stretches(card), f"r{number}-s")
    maker = _Maker(Digest(card), number, anchors)
    items = tuple(maker.item(index, row) for index, row in enumerate(card.items))
    (_, place), _, (_, year), *_ = facts(card.report)
    return CardView(
        number=number,
        digest=maker.digest,
        title=title(card.report, card.stamp.report_name),
        place=place,
        year=year,
        dimensions=tuple(maker.dimension(index, row, items) for index, row in enumerate(card.dimensions)),
        items=items,
        audit=tuple(maker.audit(index, row) for index, row in enumerate(card.audit)),
        lines=lines,
        with_items=detail != "summary",
        with_text=with_text,
    )


def _stretches(card: Scorecard) -> Iterator[Stretch]:
    """Everything that is marked in the text; what agrees in the audit has an anchor, and no mark."""
    for index, item in enumerate(card.items):
        for which, proof in enumerate(item.evidence):
            yield Stretch(proof.start, proof.end, Kind.PROOF, index, which)
            yield Stretch(*proof.hit, Kind.HIT, index, which)
        for which, miss in enumerate(item.rejected):
            yield Stretch(miss.start, miss.end, Kind.REFUSED, index, which)
        for which, value in enumerate(item.values):
            yield Stretch(value.start, value.end, Kind.VALUE, index, which)
    for index, row in enumerate(card.audit):
        yield Stretch(row.start, row.end, Kind.VALUE if row.holds else Kind.AUDIT, index)


@dataclass(frozen=True)
class _Maker:
    """Turns rows into views; ``anchors`` leads from an offset to the place in the text."""

    digest: Digest
    number: int
    anchors: dict[int, str]

    def item(self, index: int, row: ItemRow) -> ItemView:
        lost = loss(row)
        return ItemView(
            row=row,
            anchor=f"r{self.number}-i{index}",
            mark=labels.state(row.kind, row.status),
            amount=amount(row),
            lost=points(lost) if lost else "",
            grounds=grounds(row),
            by_person=decided_by_person(row),
            advice=advice(row) if lost else "",
            near=self._near(row) if lost else None,
            proofs=tuple(self._proof(found) for found in row.evidence),
            refused=tuple(self._refused(miss) for miss in row.rejected),
            values=tuple(self._quote(value, (0, 0), value_words(value)) for value in row.values),
        )

    def dimension(self, index: int, row: DimensionRow, items: Sequence[ItemView]) -> DimensionView:
        rate = min(max(row.rate or Decimal(0), Decimal(0)), Decimal(1))
        return DimensionView(
            row=row,
            anchor=f"r{self.number}-d{index}",
            share=int(rate * 100),
            scored=row in self.digest.dimensions,
            items=tuple(item for item in items if item.row.dimension == row.id),
        )

    def audit(self, index: int, row: AuditRow) -> AuditView:
        relation = labels.RELATION.get(row.relation) or visible(row.relation)
        mark = labels.holds(row.holds, row.severity)
        return AuditView(row, f"r{self.number}-a{index}", mark, relation, self._quote(row, (0, 0), ""))

    def _near(self, row: ItemRow) -> Quote | None:
        found = nearest(self.digest, row, _NEAR)
        if found is None:
            return None
        start, end = found.hit
        how = "" if found.accepted else tr("不计：{why}", why=found.why)
        return Quote(found.words[:start], found.words[start:end], found.words[end:], found.place, "", how)

    def _proof(self, found: Evidence) -> Quote:
        hit = (found.hit[0] - found.start, found.hit[1] - found.start)
        phrase = excerpt(found.phrase, _NEAR)[0]
        how = tr("{match}“{phrase}”", match=labels.MATCH[found.match], phrase=phrase)
        return self._quote(found, hit, how)

    def _refused(self, miss: Rejected) -> Quote:
        at = miss.quote.find(miss.phrase) if miss.phrase else -1
        hit = (at, at + len(miss.phrase)) if at >= 0 else (0, 0)
        why = labels.WHY[miss.why]
        note = excerpt(miss.note, _NEAR)[0]
        return self._quote(miss, hit, tr("{why}：{note}", why=why, note=note) if miss.note else why)

    def _quote(self, found: Evidence | Rejected | Value | AuditRow, hit: tuple[int, int], how: str) -> Quote:
        words, start, end = excerpt(found.quote, _QUOTE, hit)
        place, target = self.digest.place(found), self.anchors.get(found.start, "")
        return Quote(words[:start], words[start:end], words[end:], place, target, how)

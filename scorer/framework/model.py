"""An indicator framework as the rest of the program sees it: frozen, checked, with places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from scorer.quantities.model import Bound
from scorer.structure.model import Level, Role

__all__ = [
    "AllOf",
    "AnyOf",
    "Band",
    "Condition",
    "Derive",
    "Detail",
    "Determinable",
    "Dimension",
    "Framework",
    "Item",
    "ItemKind",
    "Mark",
    "Metric",
    "MetricIs",
    "Near",
    "NearIs",
    "Ordinals",
    "PhraseIs",
    "QuantityIs",
    "SectionIs",
    "Topic",
    "TopicIs",
    "Total",
]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value stands in YAML; line and column count from 1."""

    file: str
    line: int
    column: int


class ItemKind(str, Enum):
    """How an item counts: into the base, as form of the report, as bonus or as deduction."""

    BASE = "base"
    FORMAT = "format"
    BONUS = "bonus"
    DEDUCTION = "deduction"


class Determinable(str, Enum):
    """How well a report that a government writes on itself can show the item; low asks for human review."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Near:
    """Words that prove something only together: one of each of ``words`` within ``within``.

    Each position of ``words`` holds the alternatives for it. ``within`` is ``clause``, ``segment`` (the
    default: between ；, 一是/二是 and the sentence's ends), ``sentence``, or a whole number of characters
    between the first and the last word, still inside one sentence. A word that only counts (件, 家, %, 万元 …)
    stands for a quantity with that unit; 部门 or 村 is a word.
    """

    words: tuple[tuple[str, ...], ...]
    within: str | int = "segment"


@dataclass(frozen=True, slots=True)
class Topic:
    """Where the report speaks of an item."""

    phrases: tuple[str, ...]
    near: tuple[Near, ...] = ()
    masks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Derive:
    """A rate worked out from two counts of the report when it gives no rate."""

    numerator: tuple[str, ...]
    denominator: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A number added up from counts that stand together: 代表建议92件、政协提案67件 make 159.

    Each of ``parts`` holds the alternative words beside one of the counts. ``beside`` are words of which one must
    stand in the same sentence, none if any sentence of the item will do.
    """

    parts: tuple[tuple[str, ...], ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ordinals:
    """How many are named by their ordinals where no number is given: 第三次会议 and 第四次会议 are two.

    ``words`` stand right behind the ordinals; one of ``beside`` must stand in the same segment, if there are any.
    """

    words: tuple[str, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Metric:
    """A named number. ``full``/``partial`` are None for a metric that is only registered.

    ``source`` says where the value comes from: ``text`` (bound to name or aliases), or a fact of the report
    as a whole: ``problems`` and ``plans`` (how many are listed), ``density`` (quantities in digits per 1000
    characters), ``days_late`` (days from 1 March of the following year to the date of issue),
    ``title_year``, ``issuer_government``, ``date``, ``contradictions``, ``long_periods`` (counts over more
    than the year reported).
    """

    name: str
    aliases: tuple[str, ...]
    units: tuple[str, ...]
    full: Bound | None
    partial: Bound | None
    derive: Derive | Total | Ordinals | None = None
    source: str = "text"
    origin: str = ""
    mark: Mark | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases, in order, without repetition."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))


class Condition:
    """A node of a rule; the children below are all there are."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class TopicIs(Condition):
    """``topic``: any accepted hit of the item's topic."""


@dataclass(frozen=True, slots=True)
class PhraseIs(Condition):
    """``{phrase: [...]}``: an accepted hit of one of these phrases."""

    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearIs(Condition):
    """``{near: [a, b], within: clause}``: these words together."""

    near: Near


@dataclass(frozen=True, slots=True)
class MetricIs(Condition):
    """``{metric: name}``: the metric reaches the threshold of the branch it stands in (or of ``level``).

    ``level`` is ``full``, ``partial`` or ``stated`` (any value that belongs to the metric).
    """

    name: str
    level: str


@dataclass(frozen=True, slots=True)
class QuantityIs(Condition):
    """``{quantity: {of: [words], unit: [units]}}``: a number in such a unit that belongs to such a word."""

    of: tuple[str, ...]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Detail(Condition):
    """``{detail: [kinds], of: topic}``: what turns a mention into proof, in one segment with the words.

    Kinds: ``quantity`` (a number with a unit), ``document`` (a title in 《》 or a document number), ``date``
    (a day or a month of a year); any other kind names a phrase group of the framework (``result``,
    ``platform`` …) and has been resolved into ``words``. ``of`` is empty for the item's topic. ``units``
    narrows ``quantity``.
    """

    kinds: tuple[str, ...]
    words: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    within: str | int = "segment"


@dataclass(frozen=True, slots=True)
class SectionIs(Condition):
    """``{section: [words]}``: a heading or run-in 一是 sentence of an accepted role has such a word.

    ``roles`` are the roles that such a section may have; empty for those of the item.
    """

    phrases: tuple[str, ...]
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class AllOf(Condition):
    """``{all: [...]}``: every child holds; with ``within`` all of them inside one such stretch."""

    children: tuple[Condition, ...]
    within: str | int | None = None


@dataclass(frozen=True, slots=True)
class AnyOf(Condition):
    """``{any: [...]}``: at least one child holds."""

    children: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One indicator. ``points`` are positive for every kind, a deduction's are taken off.

    ``applies_to`` is empty for all levels. ``roles`` are the roles whose sentences may prove the item.
    ``partial_share`` overrides the framework's. ``met``/``partial`` are None when that level cannot be had.
    ``examples`` maps ``met``/``partial``/``unmet`` to short invented texts.
    """

    id: str
    title: str
    dimension: str
    group: str
    points: Decimal
    kind: ItemKind
    determinable: Determinable
    criterion_met: str
    criterion_partial: str
    topic: Topic
    metrics: tuple[Metric, ...]
    met: Condition | None
    partial: Condition | None
    applies_to: tuple[Level, ...] = ()
    roles: tuple[Role, ...] = (Role.ACHIEVEMENT, Role.PREAMBLE)
    partial_share: Decimal | None = None
    basis: str = ""
    notes: tuple[str, ...] = ()
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mark: Mark | None = None

    def metric(self, name: str) -> Metric:
        """The metric of that name; KeyError when there is none (the loader has checked)."""
        for metric in self.metrics:
            if metric.name == name:
                return metric
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension 一级指标 with its items in the order of the framework."""

    id: str
    title: str
    points: Decimal
    items: tuple[Item, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A grade and the lowest total that earns it."""

    title: str
    minimum: Decimal


@dataclass(frozen=True)
class Framework:
    """A loaded, checked framework; ``sha256`` is over the resolved content and does not depend on paths."""

    id: str
    title: str
    version: str
    edition: str
    language: str
    notes: tuple[str, ...]
    base_points: Decimal
    bonus_cap: Decimal
    deduction_cap: Decimal
    partial_share: Decimal
    grades: tuple[Band, ...]
    dimensions: tuple[Dimension, ...]
    sha256: str

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, dimension by dimension."""
        return tuple(item for dimension in self.dimensions for item in dimension.items)

    def item(self, item_id: str) -> Item:
        """The item of that id; KeyError when there is none."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

"""From nodes of the right shape to the frozen model; whether it makes sense is asked in the lint modules."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from decimal import Decimal

from scorer.framework.conditions import build_condition, build_near
from scorer.framework.marks import Node
from scorer.framework.model import (
    Band,
    Derive,
    Determinable,
    Dimension,
    Framework,
    Item,
    ItemKind,
    Metric,
    Near,
    Ordinals,
    Topic,
    Total,
)
from scorer.framework.words import Groups
from scorer.quantities.model import Bound
from scorer.structure.model import Level, Role

__all__ = ["build_framework", "build_item", "number"]

_BOUND = re.compile(r"(>=|>|<=|<) ?(-?[0-9.]+)")
_DEFAULT_ROLES = (Role.ACHIEVEMENT, Role.PREAMBLE)


def number(node: Node | None) -> Decimal | None:
    """The exact value of a number; None when there is none."""
    if node is None or isinstance(node.value, bool) or not isinstance(node.value, (int, Decimal)):
        return None
    return Decimal(node.value)


def _required(node: Node, key: str) -> Decimal:
    """A number that the schema has asked for."""
    return number(node.get(key)) or Decimal(0)


def _text(node: Node | None, key: str, default: str = "") -> str:
    child = node.get(key) if node is not None else None
    return child.text if child is not None else default


def _texts(node: Node | None, key: str) -> tuple[str, ...]:
    child = node.get(key) if node is not None else None
    return tuple(entry.text for entry in child.sequence) if child is not None else ()


def build_item(node: Node, dimension: str, groups: Groups) -> Item:
    """One item; raises nothing for a node that the schema has accepted."""
    criterion, met, partial = node.get("criterion"), node.get("met"), node.get("partial")
    return Item(
        id=_text(node, "id"),
        title=_text(node, "title"),
        dimension=dimension,
        group=_text(node, "group"),
        points=_required(node, "points"),
        kind=ItemKind(_text(node, "kind", "base")),
        determinable=Determinable(_text(node, "determinable")),
        criterion_met=_text(criterion, "met"),
        criterion_partial=_text(criterion, "partial"),
        topic=_topic(node.get("topic"), groups),
        metrics=tuple(_metric(entry, groups) for entry in _entries(node, "metrics")),
        met=build_condition(met, "full", groups) if met is not None else None,
        partial=build_condition(partial, "partial", groups) if partial is not None else None,
        applies_to=tuple(Level(level) for level in _texts(node, "applies_to")),
        roles=tuple(Role(role) for role in _texts(node, "roles")) or _DEFAULT_ROLES,
        partial_share=number(node.get("partial_share")),
        basis=_text(node, "basis"),
        notes=_texts(node, "notes"),
        examples={key: _texts(node.get("examples"), key) for key in _keys(node.get("examples"))},
        mark=node.mark,
    )


def _entries(node: Node, key: str) -> Sequence[Node]:
    child = node.get(key)
    return child.sequence if child is not None else ()


def _keys(node: Node | None) -> Sequence[str]:
    return tuple(node.mapping) if node is not None else ()


def _topic(node: Node | None, groups: Groups) -> Topic:
    if node is None:
        return Topic(())
    near = tuple(_near(entry, groups) for entry in _entries(node, "near"))
    return Topic(groups.texts(node.get("phrases")), near, groups.texts(node.get("masks")))


def _near(node: Node, groups: Groups) -> Near:
    words = node.get("words")
    return build_near(words if words is not None else node, node.get("within"), groups)


def _metric(node: Node, groups: Groups) -> Metric:
    return Metric(
        name=_text(node, "name"),
        aliases=_texts(node, "aliases"),
        units=groups.texts(node.get("unit")),
        full=_bound(node.get("full")),
        partial=_bound(node.get("partial")),
        derive=_derive(node.get("derive"), groups),
        source=_text(node, "from", "text"),
        origin=_text(node, "origin"),
        mark=node.mark,
    )


def _derive(node: Node | None, groups: Groups) -> Derive | Total | Ordinals | None:
    if node is None:
        return None
    parts = node.get("sum")
    if "ordinals" in node.mapping:
        return Ordinals(groups.texts(node.get("ordinals")), groups.texts(node.get("with")))
    if parts is None:
        return Derive(groups.texts(node.get("numerator")), groups.texts(node.get("denominator")))
    return Total(tuple(groups.texts(part) for part in parts.sequence), groups.texts(node.get("with")))


def _bound(node: Node | None) -> Bound | None:
    if node is None:
        return None
    found = _BOUND.fullmatch(node.text)
    return Bound(found[1], Decimal(found[2])) if found else Bound("present", Decimal(0))


def build_framework(head: Node, dimensions: Sequence[Node], items: Sequence[Sequence[Item]]) -> Framework:
    """The whole framework from its head, its dimensions and the items built for each of them."""
    return Framework(
        id=_text(head, "id"),
        title=_text(head, "title"),
        version=_text(head, "version"),
        edition=_text(head, "edition"),
        language=_text(head, "language"),
        notes=_texts(head, "notes"),
        base_points=_required(head, "base_points"),
        bonus_cap=_required(head, "bonus_cap"),
        deduction_cap=_required(head, "deduction_cap"),
        partial_share=_required(head, "partial_share"),
        grades=tuple(
            Band(_text(entry, "title"), _required(entry, "min")) for entry in _entries(head, "grades")
        ),
        dimensions=tuple(
            Dimension(
                _text(node, "id"),
                _text(node, "title"),
                _required(node, "points"),
                tuple(built),
                _text(node, "note"),
            )
            for node, built in zip(dimensions, items, strict=True)
        ),
        sha256=_digest(head, dimensions),
    )


def _digest(head: Node, dimensions: Sequence[Node]) -> str:
    """SHA-256 over canonical JSON of the content: neither layout, comments, file names nor paths count."""
    content = {key: child.plain() for key, child in head.mapping.items() if key != "dimensions"}
    content["dimensions"] = [node.plain() for node in dimensions]
    canonical = json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_canonical
    )
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def _canonical(value: Decimal) -> int | str:
    """1.50 and 1.5 are one number, and 2.0 is 2; json asks only for what it cannot write itself."""
    return int(value) if value == value.to_integral_value() else str(value.normalize())

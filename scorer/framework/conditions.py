"""Conditions: from YAML nodes to the tree of a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scorer.framework.marks import Node
from scorer.framework.model import (
    AllOf,
    AnyOf,
    Condition,
    Detail,
    MetricIs,
    Near,
    NearIs,
    PhraseIs,
    QuantityIs,
    SectionIs,
    TopicIs,
)
from scorer.framework.words import Groups
from scorer.structure.model import Role

__all__ = ["BUILTIN_DETAILS", "build_condition", "build_near", "build_within", "kind_of", "walk"]

BUILTIN_DETAILS = ("quantity", "document", "date")
_DEFAULT_WITHIN = "segment"


def kind_of(node: Node) -> str:
    """The word that says what a condition is: topic, or one of the keys of the table below."""
    if node.text:
        return node.text
    return next((kind for kind in _BUILDERS if kind in node.mapping), "")


def walk(node: Node | None) -> Iterator[Node]:
    """A condition and all conditions below it, parents first."""
    if node is None:
        return
    yield node
    for key in ("all", "any"):
        children = node.get(key)
        for child in children.sequence if children is not None else ():
            yield from walk(child)


def build_condition(node: Node, branch: str, groups: Groups) -> Condition:
    """The condition that a node of the right structure says; ``branch`` is ``full`` or ``partial``."""
    if node.text:
        return TopicIs()
    return _BUILDERS[kind_of(node)](node, branch, groups)


def build_within(node: Node | None) -> str | int:
    """A stretch: clause, segment (when nothing is said), sentence or a number of characters."""
    if node is None:
        return _DEFAULT_WITHIN
    return node.value if isinstance(node.value, int) else node.text


def build_near(words: Node, within: Node | None, groups: Groups) -> Near:
    """Words that must stand together, each position with its alternatives."""
    return Near(tuple(groups.texts(position) for position in words.sequence), build_within(within))


def _children(node: Node, branch: str, groups: Groups) -> tuple[Condition, ...]:
    return tuple(build_condition(child, branch, groups) for child in node.sequence)


def _all(node: Node, branch: str, groups: Groups) -> Condition:
    within = node.get("within")
    children = _children(node.mapping["all"], branch, groups)
    return AllOf(children, None if within is None else build_within(within))


def _any(node: Node, branch: str, groups: Groups) -> Condition:
    return AnyOf(_children(node.mapping["any"], branch, groups))


def _phrase(node: Node, branch: str, groups: Groups) -> Condition:
    return PhraseIs(groups.texts(node.get("phrase")))


def _near(node: Node, branch: str, groups: Groups) -> Condition:
    return NearIs(build_near(node.mapping["near"], node.get("within"), groups))


def _metric(node: Node, branch: str, groups: Groups) -> Condition:
    level = node.get("level")
    return MetricIs(node.mapping["metric"].text, level.text if level is not None else branch)


def _quantity(node: Node, branch: str, groups: Groups) -> Condition:
    inner = node.mapping["quantity"]
    return QuantityIs(groups.texts(inner.get("of")), groups.texts(inner.get("unit")))


def _detail(node: Node, branch: str, groups: Groups) -> Condition:
    kinds = tuple(kind.text for kind in node.mapping["detail"].sequence)
    words = [word for kind in kinds if kind not in BUILTIN_DETAILS for word in groups.words(kind)]
    of = node.get("of")
    return Detail(
        kinds=kinds,
        words=tuple(dict.fromkeys(words)),
        of=() if of is None or of.text == "topic" else groups.texts(of),
        units=groups.texts(node.get("unit")),
        within=build_within(node.get("within")),
    )


def _section(node: Node, branch: str, groups: Groups) -> Condition:
    roles = node.get("roles")
    accepted = tuple(Role(role.text) for role in roles.sequence) if roles is not None else ()
    return SectionIs(groups.texts(node.get("section")), accepted)


_BUILDERS: dict[str, Callable[[Node, str, Groups], Condition]] = {
    "all": _all,
    "any": _any,
    "phrase": _phrase,
    "near": _near,
    "metric": _metric,
    "quantity": _quantity,
    "detail": _detail,
    "section": _section,
}

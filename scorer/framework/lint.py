"""Whether a framework makes sense as a whole: ids, points, grades, phrase groups.

The checks of one item stand in :mod:`scorer.framework.lint_rules` and :mod:`scorer.framework.lint_words`.
Each check is a function that yields problems; a new one is a function and one line in a table below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.errors import Problem
from scorer.framework.build import number
from scorer.framework.conditions import BUILTIN_DETAILS, kind_of
from scorer.framework.draft import Draft, complain
from scorer.framework.lint_rules import RULE_CHECKS
from scorer.framework.lint_words import WORD_CHECKS, check_list
from scorer.framework.marks import Node
from scorer.framework.model import ItemKind, Mark
from scorer.framework.schema import did_you_mean
from scorer.framework.tree import Tree
from scorer.framework.words import Groups, scalars

__all__ = ["check_broken", "check_framework", "check_item"]

_IN_BASE = (ItemKind.BASE, ItemKind.FORMAT)


def check_item(draft: Draft, groups: Groups) -> list[Problem]:
    """All that can be wrong inside one item whose structure is right."""
    return [problem for check in (*RULE_CHECKS, *WORD_CHECKS) for problem in check(draft, groups)]


def check_broken(node: Node) -> Iterator[Problem]:
    """What can be said of an item whose structure is wrong somewhere: the words of its topic."""
    topic = node.get("topic")
    for key, what in (("phrases", "phrase"), ("masks", "mask")):
        words = topic.get(key) if topic is not None else None
        yield from (
            check_list([word for word in words.sequence if word.text], what) if words is not None else ()
        )


def check_framework(tree: Tree, drafts: Sequence[Draft], groups: Groups) -> list[Problem]:
    """All that can be wrong between the parts; sums only when every part could be read."""
    if tree.head is None:
        return []
    problems = [*_ids(tree.dimensions, drafts), *_kinds(drafts), *_grades(tree.head), *_groups(groups)]
    problems.extend(_group_names(drafts, groups))
    if tree.complete:
        problems.extend(_unused_groups(drafts, groups, tree.place))
        problems.extend(_sums(tree.head, tree.dimensions, drafts, tree.place))
    return problems


def _ids(dimensions: Sequence[Node], drafts: Sequence[Draft]) -> Iterator[Problem]:
    """Ids are unique, and an item's id begins with that of its dimension."""
    seen: dict[str, Mark] = {}
    for node in (*dimensions, *(draft.node for draft in drafts)):
        identifier = node.get("id")
        if identifier is None:
            continue
        first = seen.setdefault(identifier.text, identifier.mark)
        if first is not identifier.mark:
            where = f"{first.file}:{first.line}"
            yield complain(
                identifier.mark, f"id {identifier.text!r} is taken by {where}", "give it another id"
            )
    for draft in drafts:
        if not draft.item.id.startswith(draft.item.dimension + "."):
            mend = f"begin it with '{draft.item.dimension}.'"
            yield complain(
                draft.at("id"), f"item {draft.item.id!r} is in dimension {draft.item.dimension!r}", mend
            )


def _kinds(drafts: Sequence[Draft]) -> Iterator[Problem]:
    """Bonus and deduction items stand in dimensions of their own: those are capped and not in the base."""
    first: dict[str, Draft] = {}
    for draft in drafts:
        other = first.setdefault(draft.item.dimension, draft)
        if _pot(draft.item.kind) != _pot(other.item.kind):
            first_kind = other.item.kind.value
            message = f"a {draft.item.kind.value} item in a dimension that begins with a {first_kind} item"
            yield complain(draft.at("kind"), message, "put it into a dimension of its own kind")


def _pot(kind: ItemKind) -> str:
    return "base" if kind in _IN_BASE else kind.value


def _grades(head: Node) -> Iterator[Problem]:
    """Grades fall from the best to one that begins at 0, and their titles differ."""
    listed = head.get("grades")
    entries = [
        entry
        for entry in (listed.sequence if listed is not None else ())
        if number(entry.get("min")) is not None
    ]
    titles: set[str] = set()
    before: Decimal | None = None
    most = _highest_total(head)
    for entry in entries:
        least, title = entry.mapping["min"], entry.get("title")
        value = number(least) or Decimal(0)
        if before is not None and value >= before:
            yield complain(
                least.mark, f"grade begins at {value}, the one above it at {before}", "list the best first"
            )
        if most is not None and value > most:
            mend = f"a total is at most {most}: base_points and bonus_cap"
            yield complain(least.mark, f"grade begins at {value}, out of reach", mend)
        if title is not None and title.text in titles:
            yield complain(
                title.mark, f"grade {title.text!r} stands here twice", "give each grade its own title"
            )
        titles.add(title.text if title is not None else "")
        before = value
    if entries and before:
        yield complain(
            entries[-1].mapping["min"].mark, f"no grade for a total below {before}", "add a grade with min: 0"
        )


def _highest_total(head: Node) -> Decimal | None:
    """All base points and all the bonus that counts; None when either is not told."""
    base, bonus = number(head.get("base_points")), number(head.get("bonus_cap"))
    return base + bonus if base is not None and bonus is not None else None


def _groups(groups: Groups) -> Iterator[Problem]:
    for name in groups.nodes:
        if name in BUILTIN_DETAILS:
            mend = "call the group something else"
            yield complain(groups.places[name], f"group name {name!r} is a kind of detail of its own", mend)


def _group_names(drafts: Sequence[Draft], groups: Groups) -> Iterator[Problem]:
    """Every "@name" and every kind of detail names a group that there is."""
    known = list(groups.nodes)
    for draft in drafts:
        for entry in _group_entries(draft):
            name = entry.text.removeprefix("@")
            if name not in groups.nodes:
                choices = known if entry.text.startswith("@") else [*BUILTIN_DETAILS, *known]
                yield complain(entry.mark, f"there is no phrase group {name!r}", did_you_mean(name, choices))


def _group_entries(draft: Draft) -> Iterator[Node]:
    """The entries of an item that name a phrase group."""
    for key in ("topic", "met", "partial"):
        for entry in scalars(draft.node.get(key)):
            if entry.text.startswith("@"):
                yield entry
    for condition in draft.conditions():
        if kind_of(condition) == "detail":
            for kind in condition.mapping["detail"].sequence:
                if kind.text not in BUILTIN_DETAILS:
                    yield kind


def _unused_groups(drafts: Sequence[Draft], groups: Groups, place: str) -> Iterator[Problem]:
    """Groups of the named file that no item uses; an ancestor's group may have lost its items by a change."""
    used = {entry.text.removeprefix("@") for draft in drafts for entry in _group_entries(draft)}
    for name, mark in groups.places.items():
        if name not in used and mark.file == place:
            yield complain(
                mark, f"phrase group {name!r} is not used", "remove it, or name it in a list of words"
            )


def _sums(head: Node, dimensions: Sequence[Node], drafts: Sequence[Draft], place: str) -> Iterator[Problem]:
    """Items add up to their dimension, dimensions that count into the base add up to ``base_points``."""
    base = Decimal(0)
    for dimension in dimensions:
        items = [draft.item for draft in drafts if draft.dimension is dimension]
        points = dimension.mapping["points"]
        total, stated = sum((item.points for item in items), Decimal(0)), number(points) or Decimal(0)
        if total != stated:
            name = dimension.mapping["id"].text
            yield _sum_problem(
                f"items of dimension {name!r} add up to {total}", total - stated, points, head, place
            )
        if items[0].kind in _IN_BASE:
            base += stated
    expected, node = number(head.get("base_points")), head.get("base_points")
    if expected is not None and node is not None and base != expected:
        yield _sum_problem(f"dimensions of the base add up to {base}", base - expected, node, head, place)


def _sum_problem(said: str, excess: Decimal, points: Node, head: Node, place: str) -> Problem:
    """At the stated sum, or, when that stands in an ancestor, at the ``extends`` whose changes upset it."""
    mark = points.mark if points.mark.file == place or "extends" not in head.keys else head.keys["extends"]
    amount = f"{abs(excess)} too {'many' if excess > 0 else 'few'}"
    return complain(mark, f"{said}, not to {points.raw}: {amount}", "change the points of an item or the sum")

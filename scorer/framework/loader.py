"""Load a framework: read it, check everything that is sound enough to be checked, and only then build it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scorer.errors import FrameworkError, Problem
from scorer.framework.build import build_framework, build_item
from scorer.framework.draft import Draft, complain
from scorer.framework.lint import check_broken, check_framework, check_item
from scorer.framework.locate import Source, builtin_sources, locate
from scorer.framework.marks import Node
from scorer.framework.model import Framework, Item
from scorer.framework.tree import Tree, read_file, read_tree
from scorer.framework.words import Groups

__all__ = ["FrameworkInfo", "list_frameworks", "load_checked"]

# Phrase groups count each time they are named, so that a small file cannot ask for endless work.
MAX_ITEM_WORDS = 2000
MAX_WORDS = 100_000


@dataclass(frozen=True, slots=True)
class FrameworkInfo:
    """A built-in framework as ``scorer framework list`` shows it.

    ``problem`` says why the file with its name cannot be used; its folder then stands for an id not read.
    """

    id: str
    title: str
    version: str
    path: str
    problem: str | None = None


def load_checked(ref: str | Path) -> tuple[Framework, Tree]:
    """A framework together with the tree it was built from, which knows where each value comes from."""
    source = locate(ref)
    if isinstance(source, Problem):
        raise FrameworkError([source])
    tree = read_tree(source)
    items = _check(tree)
    if tree.problems or tree.head is None:
        raise FrameworkError(_in_order(tree))
    return build_framework(tree.head, tree.dimensions, items), tree


def list_frameworks() -> tuple[FrameworkInfo, ...]:
    """The built-in frameworks, sorted by id, also those whose framework.yaml has a problem."""
    return tuple(sorted(map(_info, builtin_sources()), key=lambda info: info.id))


def _info(source: Source) -> FrameworkInfo:
    head, problems = read_file(source, source.head)
    own, title, version = (
        child.text if head is not None and (child := head.get(key)) else ""
        for key in ("id", "title", "version")
    )
    problem = _printable(str(problems[0])) if problems else None
    return FrameworkInfo(own or source.label, title, version, str(source.folder), problem)


def _check(tree: Tree) -> list[list[Item]]:
    """Add all problems to the tree; the items of each dimension as far as they could be built."""
    groups = Groups(tree.head.get("groups") if tree.head is not None else None)
    built = [_drafts(tree, dimension, groups) for dimension in tree.dimensions]
    drafts = [draft for dimension in built for draft in dimension]
    if sum(groups.size(draft.node) for draft in drafts) > MAX_WORDS and tree.head is not None:
        message = f"the items use more than {MAX_WORDS} words, phrase groups counted each time"
        tree.problems.append(complain(tree.head.mark, message, "name fewer groups, or shorten them"))
        return []
    if tree.head is not None:
        for draft in drafts:
            tree.problems.extend(check_item(draft, groups))
        tree.problems.extend(check_framework(tree, drafts, groups))
    return [[draft.item for draft in dimension] for dimension in built]


def _drafts(tree: Tree, dimension: Node, groups: Groups) -> list[Draft]:
    """The items of a dimension whose structure is right."""
    wrong = tree.check_structure(dimension, "dimension")
    tree.complete = tree.complete and not wrong
    broken = {path[1] for path in wrong if len(path) > 1 and path[0] == "items"}
    listed, name = dimension.get("items"), dimension.get("id")
    drafts: list[Draft] = []
    for index, node in enumerate(listed.sequence if listed is not None else ()):
        if index in broken:
            tree.problems.extend(check_broken(node))
            continue
        if groups.size(node) > MAX_ITEM_WORDS:
            message = f"an item may use at most {MAX_ITEM_WORDS} words, phrase groups counted each time"
            tree.problems.append(complain(node.mark, message, "name fewer groups, or split the item"))
            tree.complete = False
            continue
        drafts.append(Draft(build_item(node, name.text if name is not None else "", groups), node, dimension))
    return drafts


def _in_order(tree: Tree) -> Sequence[Problem]:
    """Each problem once, file by file in the order they were read, from top to bottom."""
    order = {file: index for index, file in reversed(list(enumerate(tree.files)))}
    unique = {str(problem): problem for problem in tree.problems}
    for problem in unique.values():
        problem.message, problem.mend = _printable(problem.message), _printable(problem.mend)
    return sorted(unique.values(), key=lambda one: (order.get(one.file, -1), one.line, one.column))


def _printable(text: str) -> str:
    """Words of a framework in a message cannot steer a terminal: escape codes and the like are spelled out."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in text)

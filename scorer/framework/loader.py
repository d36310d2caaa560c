"""Load a framework: read its files, apply ``extends``, check everything, and only then build it.

Each step keeps going with what is sound, so that all problems of all files are told in one go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scorer.errors import FrameworkError, Problem
from scorer.framework.build import build_framework, build_item
from scorer.framework.draft import Draft
from scorer.framework.extend import extend
from scorer.framework.lint import check_framework, check_item
from scorer.framework.locate import HEAD, Source, builtin, builtin_sources, locate
from scorer.framework.marks import MAX_BYTES, Node, parse
from scorer.framework.model import Framework, Item
from scorer.framework.schema import check_structure, did_you_mean
from scorer.framework.words import Groups

__all__ = ["DEFAULT", "FrameworkInfo", "Tree", "list_frameworks", "load_framework", "load_tree"]

DEFAULT = "rule-of-law-2021"
MAX_EXTENDS = 5
MAX_ITEMS = 1000
MAX_WORDS = 4000  # of one item, phrase groups expanded


@dataclass(frozen=True, slots=True)
class FrameworkInfo:
    """A built-in framework as ``scorer framework list`` shows it."""

    id: str
    title: str
    version: str
    path: str


@dataclass(slots=True)
class Tree:
    """A framework as nodes, ``extends`` applied. ``head`` is None when framework.yaml cannot be read.

    ``place`` is the file that the user named; ``complete`` is false when a part could not be read, so that
    sums over the whole say nothing.
    """

    head: Node | None
    dimensions: list[Node]
    place: str
    extends: bool = False
    complete: bool = True
    problems: list[Problem] = field(default_factory=list)


def load_framework(ref: str | Path) -> Framework:
    """The framework of a built-in id, a folder or a framework.yaml file; FrameworkError with all problems."""
    tree = _find(ref)
    framework = _check(tree)
    if tree.problems or framework is None:
        raise FrameworkError(_in_order(tree.problems))
    return framework


def load_tree(ref: str | Path) -> Tree:
    """The checked tree behind :func:`load_framework`, for showing where each value comes from."""
    tree = _find(ref)
    _check(tree)
    if tree.problems or tree.head is None:
        raise FrameworkError(_in_order(tree.problems))
    return tree


def list_frameworks() -> tuple[FrameworkInfo, ...]:
    """The built-in frameworks, sorted by id; one whose head cannot be read is left out."""
    found = []
    for source in builtin_sources():
        head, _ = _read(source, source.head)
        if head is not None:
            words = [child.text if (child := head.get(key)) else "" for key in ("id", "title", "version")]
            found.append(FrameworkInfo(*words, path=str(source.folder)))
    return tuple(sorted(found, key=lambda info: info.id))


def _find(ref: str | Path) -> Tree:
    source = locate(ref)
    if isinstance(source, Problem):
        raise FrameworkError([source])
    return _tree(source, ())


def _read(source: Source, file: str) -> tuple[Node | None, list[Problem]]:
    """One file of a framework as nodes."""
    name = source.name(file)
    try:
        member = source.open(file)
        if member is None:
            return None, [Problem(name, 0, 0, "there is no such file", "add it or correct the name")]
        with member.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return None, [Problem(name, 0, 0, f"cannot be read: {error.strerror or 'input/output error'}", "")]
    return parse(data, name)


def _tree(source: Source, chain: tuple[str, ...]) -> Tree:
    """The tree of one framework; ``chain`` holds the folders that extend it, to notice a circle."""
    head, problems = _read(source, source.head)
    place = source.name(source.head)
    if head is None:
        beside = _loose_dimensions(source)
        return Tree(None, beside.dimensions, place, False, False, [*problems, *beside.problems])
    extends = head.get("extends")
    tree = Tree(head, [], place, extends is not None, True, problems)
    _structure(tree, head, "framework" if extends is None else "extension")
    if extends is None:
        _dimensions(tree, source)
    else:
        _ancestor(tree, source, extends, (*chain, str(source.folder)))
    return tree


def _structure(tree: Tree, node: Node, definition: str) -> list[tuple[str | int, ...]]:
    """Put what the schema says into the tree's problems; the paths of what is wrong.

    A value that could not even be read as meant is not complained of twice.
    """
    known = {(problem.file, problem.line, problem.column) for problem in tree.problems}
    paths = []
    for path, problem in check_structure(node, definition):
        paths.append(path)
        if (problem.file, problem.line, problem.column) not in known or "missing" in problem.message:
            tree.problems.append(problem)
    return paths


def _dimensions(tree: Tree, source: Source) -> None:
    """Read the dimension files that the head names."""
    assert tree.head is not None
    listed = tree.head.get("dimensions")
    seen: dict[str, int] = {}
    for entry in listed.sequence if listed is not None else ():
        file, mark = entry.text, entry.mark
        if file in seen:
            message = f"{file} is listed twice"
            tree.problems.append(
                Problem(mark.file, mark.line, mark.column, message, f"keep line {seen[file]} only")
            )
            continue
        seen[file] = mark.line
        if not file or "/" in file or "\\" in file or file.startswith("."):
            tree.complete = False  # the schema has said what is wrong with the name
            continue
        if source.open(file) is None:
            message = f"dimension file {file} is not beside this file"
            tree.problems.append(
                Problem(mark.file, mark.line, mark.column, message, "add it or correct the name")
            )
            tree.complete = False
            continue
        node, problems = _read(source, file)
        tree.problems.extend(problems)
        if node is None:
            tree.complete = False
        else:
            tree.dimensions.append(node)


def _loose_dimensions(source: Source) -> Tree:
    """The other YAML files of a folder whose framework.yaml is broken: their problems are told as well."""
    tree = Tree(None, [], source.name(source.head))
    if source.head != HEAD:
        return tree
    names = sorted(entry.name for entry in source.folder.iterdir())
    for file in [name for name in names if name.endswith((".yaml", ".yml")) and name != HEAD][:50]:
        node, problems = _read(source, file)
        tree.problems.extend(problems)
        if node is not None:
            tree.dimensions.append(node)
    return tree


def _ancestor(tree: Tree, source: Source, extends: Node, chain: tuple[str, ...]) -> None:
    """Load the framework that this one extends and apply the changes to it."""
    assert tree.head is not None
    mark, name = extends.mark, extends.text
    found = builtin(name) or source.sibling(name) if name else None
    message = mend = ""
    if found is None:
        message = f"there is no framework {name!r} to extend"
        mend = did_you_mean(name, [built.label for built in builtin_sources()])
    elif str(found.folder) in chain:
        message, mend = f"{name} extends itself in a circle", "extend another framework"
    elif len(chain) > MAX_EXTENDS:
        message, mend = f"more than {MAX_EXTENDS} frameworks extend one another", "extend an earlier one"
    if found is None or message:
        tree.complete = False
        if name:
            tree.problems.append(Problem(mark.file, mark.line, mark.column, message, mend))
        return
    base = _tree(found, chain)
    tree.problems.extend(base.problems)
    tree.complete = base.complete
    if base.head is None:
        tree.dimensions = base.dimensions
        return
    head, tree.dimensions, problems = extend(base.head, base.dimensions, tree.head)
    tree.head = head
    tree.problems.extend(problems)


def _check(tree: Tree) -> Framework | None:
    """Check everything that is sound enough to be checked; the framework when there is no problem at all."""
    groups = Groups(tree.head.get("groups") if tree.head is not None else None)
    items: list[list[Item]] = []
    drafts: list[Draft] = []
    for dimension in tree.dimensions:
        bad = _structure(tree, dimension, "dimension")
        built = _drafts(tree, dimension, bad, groups)
        drafts.extend(built)
        items.append([draft.item for draft in built])
        if bad:
            tree.complete = False
    if tree.head is not None:
        for draft in drafts:
            tree.problems.extend(check_item(draft, groups))
        tree.problems.extend(
            check_framework(tree.head, tree.dimensions, drafts, groups, tree.place, tree.complete)
        )
    if tree.problems or tree.head is None:
        return None
    return build_framework(tree.head, tree.dimensions, items)


def _drafts(tree: Tree, dimension: Node, bad: list[tuple[str | int, ...]], groups: Groups) -> list[Draft]:
    """The items of a dimension whose structure is right."""
    broken = {path[1] for path in bad if len(path) > 1 and path[0] == "items"}
    listed, title = dimension.get("items"), dimension.get("id")
    drafts = []
    for index, node in enumerate(listed.sequence if listed is not None else ()):
        if index in broken or not node.mapping:
            continue
        if groups.size(node) > MAX_WORDS or len(drafts) >= MAX_ITEMS:
            message = f"an item may use at most {MAX_WORDS} words, phrase groups counted each time"
            tree.problems.append(
                Problem(node.mark.file, node.mark.line, node.mark.column, message, "split the item")
            )
            continue
        drafts.append(
            Draft(build_item(node, title.text if title is not None else "", groups), node, dimension)
        )
    return drafts


def _in_order(problems: Sequence[Problem]) -> list[Problem]:
    """Each problem once, file by file in the order they were read, from top to bottom."""
    files = {problem.file: None for problem in problems}
    order = {file: index for index, file in enumerate(files)}
    unique = {str(problem): problem for problem in problems}
    return sorted(unique.values(), key=lambda problem: (order[problem.file], problem.line, problem.column))

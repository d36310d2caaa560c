"""A framework as nodes: its files read, the changes of ``extends`` applied, nothing judged yet but structure.

Whatever can be read is read, also beside a broken file, so that all problems are told in one go.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from scorer.errors import Problem
from scorer.framework.draft import complain
from scorer.framework.extend import extend
from scorer.framework.locate import HEAD, Source, builtin, builtin_sources
from scorer.framework.marks import MAX_BYTES, Node, parse
from scorer.framework.schema import check_structure, did_you_mean

__all__ = ["Tree", "read_file", "read_tree"]

MAX_EXTENDS = 5


@dataclass(slots=True)
class Tree:
    """``head`` is None when framework.yaml cannot be read; ``place`` is the file that the user named.

    ``complete`` is false when a part could not be read, so that sums over the whole say nothing. ``files``
    holds all files in the order they were read, ``links`` those of this framework by name and SHA-256
    with the id that it extends, then those of that one, and so on.
    """

    place: str
    head: Node | None = None
    extends: bool = False
    dimensions: list[Node] = field(default_factory=list)
    complete: bool = True
    problems: list[Problem] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    links: list[tuple[list[tuple[str, str]], str | None]] = field(default_factory=list)

    def check_structure(self, node: Node, kind: str) -> list[tuple[str | int, ...]]:
        """Add what the schema says against a node; the paths of what is wrong.

        A value of which YAML reads something else than is written was complained of already.
        """
        known = {(problem.file, problem.line, problem.column) for problem in self.problems}
        found = check_structure(node, kind)
        for _, problem in found:
            if (problem.file, problem.line, problem.column) not in known or problem.message.endswith(
                "missing"
            ):
                self.problems.append(problem)
        return [path for path, _ in found]

    def read(self, source: Source, file: str) -> Node | None:
        """One file of a framework as nodes; None, and a problem, when that cannot be done."""
        self.files.append(source.name(file))
        data = read_data(source, file)
        node, problems = (None, [data]) if isinstance(data, Problem) else parse(data, source.name(file))
        if isinstance(data, bytes):
            self.links = self.links or [([], None)]
            self.links[0][0].append((file, sha256(data).hexdigest()))
        self.problems.extend(problems)
        self.complete = self.complete and node is not None
        return node


def read_file(source: Source, file: str) -> tuple[Node | None, list[Problem]]:
    """The nodes of one file, with what is wrong with its bytes or its syntax."""
    data = read_data(source, file)
    return (None, [data]) if isinstance(data, Problem) else parse(data, source.name(file))


def read_data(source: Source, file: str) -> bytes | Problem:
    """The bytes of one file, at most one more than are parsed; a problem when they cannot be had."""
    name = source.name(file)
    try:
        member = source.open(file)
        if member is None:
            return Problem(name, 0, 0, "there is no such file", "add it or correct the name")
        with member.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        return Problem(name, 0, 0, f"cannot be read: {error.strerror or 'input/output error'}")


def read_tree(source: Source, chain: tuple[str, ...] = ()) -> Tree:
    """The tree of one framework; ``chain`` holds the folders that extend it, to notice a circle."""
    tree = Tree(source.name(source.head))
    tree.head = tree.read(source, source.head)
    if tree.head is None:
        _read_beside(tree, source)
        return tree
    extends = tree.head.get("extends")
    tree.extends = extends is not None
    if extends is None:
        tree.check_structure(tree.head, "framework")
        _read_dimensions(tree, tree.head, source)
    else:
        tree.check_structure(tree.head, "extension")
        _extend(tree, tree.head, extends, source, chain)
    return tree


def _read_dimensions(tree: Tree, head: Node, source: Source) -> None:
    """Read the dimension files that the head names, each once."""
    listed = head.get("dimensions")
    seen: dict[str, int] = {}
    for entry in listed.sequence if listed is not None else ():
        file = entry.text
        if file in seen:
            mend = f"keep line {seen[file]} only"
            tree.problems.append(complain(entry.mark, f"{file} is listed twice", mend))
        elif not _is_plain(file):
            tree.complete = False  # the schema has said what is wrong with such a name
        elif source.open(file) is None:
            message = f"there is no dimension file {file} beside this file"
            tree.problems.append(complain(entry.mark, message, "add it or correct the name"))
            tree.complete = False
        else:
            node = tree.read(source, file)
            tree.dimensions.extend([node] if node is not None else [])
        seen.setdefault(file, entry.mark.line)


def _read_beside(tree: Tree, source: Source) -> None:
    """Read the other YAML files of a folder whose framework.yaml is broken, to tell their problems too."""
    if source.head != HEAD or source.open(HEAD) is None:
        return
    try:
        names = sorted(entry.name for entry in source.folder.iterdir())
    except OSError:  # a folder whose files may be read but not listed
        return
    for file in [name for name in names if name.endswith((".yaml", ".yml")) and name != HEAD][:50]:
        node = tree.read(source, file)
        tree.dimensions.extend([node] if node is not None else [])


def _extend(tree: Tree, patch: Node, extends: Node, source: Source, chain: tuple[str, ...]) -> None:
    """Load the framework that this one extends and apply the changes to it."""
    chain = (*chain, source.key)
    if not _is_plain(extends.text):
        tree.complete = False  # the schema has said what is wrong with such a name
        return
    found = builtin(extends.text) or source.sibling(extends.text)
    refusal = _refusal(extends.text, found, chain)
    if found is None or refusal is not None:
        tree.complete = False
        tree.problems.extend([complain(extends.mark, *refusal)] if refusal is not None else [])
        return
    base = read_tree(found, chain)
    tree.problems.extend(base.problems)
    tree.files.extend(base.files)
    tree.links = [(tree.links[0][0], extends.text), *base.links]
    tree.complete = tree.complete and base.complete
    tree.dimensions = base.dimensions
    if base.head is not None:
        tree.head, tree.dimensions, problems = extend(base.head, base.dimensions, patch)
        tree.problems.extend(problems)


def _is_plain(name: str) -> bool:
    """Whether a name stays in the folder where it is looked up."""
    return bool(name) and not name.startswith(".") and "/" not in name and "\\" not in name


def _refusal(name: str, found: Source | None, chain: tuple[str, ...]) -> tuple[str, str] | None:
    """Why a framework cannot be extended, and the mend."""
    if found is None:
        mend = did_you_mean(name, [source.label for source in builtin_sources()])
        return f"there is no framework {name!r} to extend", mend
    if found.key in chain:
        return f"{name!r} extends itself in a circle", "extend another framework"
    if len(chain) > MAX_EXTENDS:
        return f"more than {MAX_EXTENDS} frameworks extend one another", "extend an earlier one"
    return None

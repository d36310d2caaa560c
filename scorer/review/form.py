"""Reading a file that a person fills in: every problem is told with its place, and reading goes on."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.errors import Problem
from scorer.framework.marks import Node
from scorer.framework.model import Mark

__all__ = ["Form"]


class Form:
    """Checks nodes against what they may hold; what is wrong goes into ``problems``."""

    folder_mend = "write the file name alone"

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems

    def keys(self, node: Node, known: Sequence[str], required: Sequence[str], what: str) -> None:
        """A mapping with no unknown key and none of the required ones missing."""
        if not isinstance(node.value, dict):
            self.complain(node.mark, f"{what} is not a mapping", f"write the keys {', '.join(required)}")
            return
        for key in node.mapping:
            if key not in known:
                self.complain(node.place(key), f"unknown key {key!r} in {what}", f"use {', '.join(known)}")
        for key in required:
            if key not in node.mapping:
                self.complain(node.mark, f"{what} has no `{key}`", f"add `{key}:`")

    def choice(self, node: Node | None, known: Sequence[str], key: str) -> str:
        """One of the known words, or nothing."""
        if node is None or node.text in known:
            return node.text if node is not None else ""
        shown = repr(node.raw) if node.raw else "not a word"
        self.complain(node.mark, f"`{key}` is {shown}", f"write one of {', '.join(known)}")
        return ""

    def report(self, node: Node | None) -> str:
        """A report's file name without folder; its ending may be left out."""
        if node is None:
            return ""
        if not node.text.strip():
            self.complain(
                node.mark,
                f"`report` is {node.raw or 'no text'!r}, not a name",
                "write the report's file name, in quotes if it is a number",
            )
        elif any(sign in node.text for sign in "/\\\0") or node.text in (".", ".."):
            self.complain(node.mark, "`report` names a folder", self.folder_mend)
        return node.text.strip()

    def complain(self, mark: Mark, message: str, mend: str) -> None:
        """Note one problem."""
        self.problems.append(Problem(mark.file, mark.line, mark.column, message, mend))

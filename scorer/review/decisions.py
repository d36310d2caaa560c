"""Files of decisions: what people settled against the program, with name, day, reason, and on what evidence.

Loading is strict, as a decision changes a score that others rely on: every problem is told with file, line and
column, and nothing is applied until there is none. docs/decisions.md describes the format.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from scorer.errors import Problem
from scorer.framework.marks import Node, parse
from scorer.review.entries import DecisionFile, DecisionsError, Entry, Register
from scorer.review.form import Form
from scorer.rules.model import Status

__all__ = ["DecisionFile", "DecisionsError", "Entry", "load_decisions", "parse_decisions"]

# The day is `date` here and `on` in the scorecard: to YAML a bare `on` is the truth value.
_FILE_KEYS = ("report", "about", "framework", "decisions")
_ENTRY_KEYS = ("item", "status", "reason", "by", "date", "until", "evidence", "report", "about")
_REQUIRED = ("item", "status", "reason", "by", "date", "evidence")
_HASH = frozenset("0123456789abcdef")
_HASH_LENGTH = 16


def load_decisions(path: str | Path) -> DecisionFile:
    """Read a file of decisions; DecisionsError with all its problems when it is not valid."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        cause = f"cannot be read ({error.strerror or error})"
        raise DecisionsError([Problem(str(path), 0, 0, cause, "check the path")]) from error
    return parse_decisions(data, str(path))


def parse_decisions(data: bytes, name: str) -> DecisionFile:
    """The decisions in ``data``; DecisionsError with everything wrong with them."""
    if all(not line.strip() or line.lstrip().startswith(b"#") for line in data.splitlines()):
        mend = "`scorer review FILE` writes a template"
        raise DecisionsError([Problem(name, 1, 1, "the file holds no decisions", mend)])
    root, problems = parse(data, name, dates=True)
    if root is None:
        raise DecisionsError(problems)
    made = _Reader(problems).file(root, name, sha256(data).hexdigest())
    if problems:
        raise DecisionsError(sorted(problems, key=lambda problem: (problem.line, problem.column)))
    return made


class _Reader(Form):
    """Turns a tree into decisions."""

    def file(self, root: Node, name: str, digest: str) -> DecisionFile:
        self.keys(root, _FILE_KEYS, ("decisions",), "a file of decisions")
        listed = root.get("decisions") or Node([], root.mark)
        if listed.value is not None and not isinstance(
            listed.value, list
        ):  # a fresh template decides nothing
            self.complain(listed.mark, "`decisions` is not a list", "begin each decision with '- item:'")
        framework = root.get("framework")
        if framework is not None and not framework.text.strip():
            self.complain(framework.mark, "`framework` is not a name", "write the id of the framework")
        above = self.report(root.get("report")), self._words(root.get("about"), "about") or None
        entries = tuple(self._entries(listed, above))
        self._refuse_doubles(entries)
        return DecisionFile(name, digest, framework.text if framework else None, entries)

    def _entries(self, listed: Node, above: tuple[str, str | None]) -> Iterator[Entry]:
        for node in listed.sequence:
            before = len(self.problems)
            self.keys(node, _ENTRY_KEYS, _REQUIRED, "a decision")
            entry = self._entry(node, above)
            if len(self.problems) == before:
                yield entry

    def _entry(self, node: Node, above: tuple[str, str | None]) -> Entry:
        named = self.report(node.get("report"))
        report = named or above[0]
        if not report:
            self.complain(
                node.mark,
                "no `report` says which report this is about",
                "add `report:` at the top of the file",
            )
        status = self.choice(node.get("status"), [status.value for status in Status], "status")
        on = self._day(node.get("date"), "date") or date.min
        until = self._day(node.get("until"), "until")
        if until is not None and until < on:
            self.complain(
                node.place("until"), "`until` is before `date`", "give a later day, or leave it out"
            )
        return Entry(
            report=report,
            item=self._words(node.get("item"), "item"),
            status=Status(status or "unmet"),
            reason=self._words(node.get("reason"), "reason"),
            by=self._words(node.get("by"), "by"),
            on=on,
            until=until,
            evidence=self._hash(node.get("evidence")),
            mark=node.mark,
            # What the head of the file says is about the report that the head names.
            about=self._words(node.get("about"), "about") or (None if named else above[1]),
        )

    def _words(self, node: Node | None, key: str) -> str:
        if node is None:
            return ""
        if not node.text.strip():
            shown = "is empty" if isinstance(node.value, str) or not node.raw else f"is {node.raw}, not text"
            self.complain(node.mark, f"`{key}` {shown}", f'write it in quotes: {key}: "{node.raw or "…"}"')
        return " ".join(node.text.split())

    def _day(self, node: Node | None, key: str) -> date | None:
        if node is None:
            return None
        try:
            return date.fromisoformat(node.raw) if len(node.raw) == len("2022-03-01") else _no_date()
        except ValueError:
            self.complain(node.mark, f"`{key}` is {node.raw!r}, not a day", "write it as 2022-03-01")
            return None

    def _hash(self, node: Node | None) -> str:
        if node is None:
            return ""
        if len(node.raw) != _HASH_LENGTH or not _HASH.issuperset(node.raw):
            self.complain(
                node.mark,
                f"`evidence` is {node.raw!r}, not the hash of an item's evidence",
                "copy it from `scorer review FILE` or from `evidence_hash` of the JSON scorecard, in quotes",
            )
        return node.raw

    def _refuse_doubles(self, entries: Sequence[Entry]) -> None:
        seen = Register()
        for entry in entries:
            other = seen.find(entry)
            if other is not None:
                message = f"a second decision on {entry.item} of {entry.report}"
                self.complain(entry.mark, message, f"one is in line {other.mark.line} already; keep one")
            seen.add(entry)


def _no_date() -> date:
    raise ValueError

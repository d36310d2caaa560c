"""Label files: a person's verdict on each item of one report, as docs/evaluation.md describes them.

Loading is strict, because a label that is silently left out would make the program look better or worse than it
is: every problem is told with file, line and column, and nothing is measured until there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from pathlib import Path

from scorer.errors import Problem, ScorerError
from scorer.framework.marks import Node, parse
from scorer.framework.model import Mark
from scorer.review.form import Form
from scorer.rules.model import Confidence, Status

__all__ = [
    "Label",
    "LabelFile",
    "LabelsError",
    "Quote",
    "Verdict",
    "load_labels",
    "parse_labels",
    "read_labels",
]

_FILE_KEYS = ("report", "raters", "labels")
_LABEL_KEYS = ("verdict", "confidence", "evidence", "values")


class LabelsError(ScorerError):
    """Label files are invalid; carries all problems that were found, not only the first."""

    exit_code = 2

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Verdict(str, Enum):
    """What a rater says of an item; for a deduction ``met`` means that its condition is shown."""

    MET = "met"
    PARTIAL = "partial"
    ABSENT = "absent"
    NA = "na"

    @property
    def status(self) -> Status:
        """The program's word for the same."""
        return _STATUS[self]


_STATUS = {
    Verdict.MET: Status.MET,
    Verdict.PARTIAL: Status.PARTIAL,
    Verdict.ABSENT: Status.UNMET,
    Verdict.NA: Status.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the report that a rater names as proof, and where the label file has them."""

    words: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Label:
    """One rater's judgement on one item. ``values`` maps a metric to the number that the report states.

    Percentages are counted in percent, 万 and 亿 are worked out. ``marks`` holds the place of each metric.
    """

    item_id: str
    verdict: Verdict
    confidence: Confidence | None
    evidence: tuple[Quote, ...]
    values: dict[str, Decimal]
    mark: Mark
    marks: dict[str, Mark]


@dataclass(frozen=True, slots=True)
class LabelFile:
    """The labels of one report; ``name`` is what messages call the file, ``sha256`` is over its bytes."""

    name: str
    sha256: str
    report: str
    report_mark: Mark
    raters: int
    labels: tuple[Label, ...]


def load_labels(path: Path) -> LabelFile:
    """Read one label file; LabelsError with all its problems when it is not valid."""
    loaded, problems = read_labels(path)
    if problems or loaded is None:
        raise LabelsError(problems)
    return loaded


def read_labels(path: Path) -> tuple[LabelFile | None, list[Problem]]:
    """The same for many files at once: as much as could be read, and everything wrong with it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        cause = f"cannot be read ({error.strerror or error})"
        return None, [Problem(str(path), 0, 0, cause, "check the path")]
    return parse_labels(data, str(path))


def parse_labels(data: bytes, name: str) -> tuple[LabelFile | None, list[Problem]]:
    """The labels in ``data`` and everything wrong with them; None only when the syntax is broken."""
    if all(not line.strip() or line.lstrip().startswith(b"#") for line in data.splitlines()):
        mend = "begin with `report:` and `labels:`"
        return None, [Problem(name, 1, 1, "the file holds no labels", mend)]
    root, problems = parse(data, name)
    if root is None:
        return None, problems
    reader = _Reader(problems)
    loaded = reader.file(root, name, sha256(data).hexdigest())
    return loaded, sorted(problems, key=lambda problem: (problem.line, problem.column))


class _Reader(Form):
    """Turns a tree into labels."""

    folder_mend = "write the file name alone; --reports names the folder"

    def file(self, root: Node, name: str, digest: str) -> LabelFile:
        self.keys(root, _FILE_KEYS, ("report", "labels"), "a label file")
        listed = root.get("labels")
        if listed is not None and not listed.mapping:
            self.complain(
                listed.mark, "`labels` is not a mapping with an entry", "write ITEM_ID: and its label below"
            )
        entries = listed if listed is not None else Node({}, root.mark)
        return LabelFile(
            name=name,
            sha256=digest,
            report=self.report(root.get("report")),
            report_mark=root.place("report"),
            raters=self._raters(root.get("raters")),
            labels=tuple(
                self._label(item_id, node, entries.place(item_id))
                for item_id, node in entries.mapping.items()
            ),
        )

    def _raters(self, node: Node | None) -> int:
        if node is None:
            return 1
        if isinstance(node.value, bool) or not isinstance(node.value, int) or node.value < 1:
            self.complain(node.mark, f"`raters` is {node.raw!r}, not a number of people", "write 1, 2, 3 …")
            return 1
        return node.value

    def _label(self, item_id: str, node: Node, mark: Mark) -> Label:
        self.keys(node, _LABEL_KEYS, ("verdict",), f"the label of {item_id}")
        verdict = self.choice(node.get("verdict"), [verdict.value for verdict in Verdict], "verdict")
        sure = self.choice(node.get("confidence"), [level.value for level in Confidence], "confidence")
        values = node.get("values")
        return Label(
            item_id=item_id,
            verdict=Verdict(verdict or "absent"),
            confidence=Confidence(sure) if sure else None,
            evidence=tuple(self._quotes(node.get("evidence"))),
            values=dict(self._values(values)),
            mark=mark,
            marks=dict(values.keys) if values is not None else {},
        )

    def _quotes(self, node: Node | None) -> Iterator[Quote]:
        if node is None:
            return
        if not isinstance(node.value, list):
            self.complain(
                node.mark, "`evidence` is not a list", "begin each quotation in a line of its own with '- '"
            )
        for entry in node.sequence:
            if entry.text.strip():
                yield Quote(entry.text, entry.mark)
            else:
                self.complain(
                    entry.mark,
                    "a piece of evidence is not text",
                    "copy words of the report, in quotes if they look like a number",
                )

    def _values(self, node: Node | None) -> Iterator[tuple[str, Decimal]]:
        if node is None:
            return
        if not isinstance(node.value, dict):
            self.complain(node.mark, "`values` is not a mapping", "write 'METRIC: NUMBER' in lines below it")
        for metric, entry in node.mapping.items():
            if isinstance(entry.value, bool) or not isinstance(entry.value, (int, Decimal)):
                self.complain(
                    entry.mark,
                    f"the value of {metric} is not a number",
                    "write digits alone: 100 for 100%, 15000 for 1.5万",
                )
            else:
                yield metric, Decimal(entry.value)

"""Agreement between two people who decided on the same items: the same measures as between labels and program."""

from __future__ import annotations

from dataclasses import dataclass

from scorer.review.decisions import DecisionFile, Entry
from scorer.review.measures import Agreement, agree

__all__ = ["Between", "compare_decisions"]


@dataclass(frozen=True, slots=True)
class Between:
    """Two reviewers: their agreement on what both decided, where they differ, and what only one decided."""

    agreement: Agreement
    differing: tuple[tuple[Entry, Entry], ...]
    only_first: tuple[Entry, ...]
    only_second: tuple[Entry, ...]


def compare_decisions(first: DecisionFile, second: DecisionFile) -> Between:
    """Compare two files by report and item; a report's ending does not matter."""
    one = {_key(entry): entry for entry in first.entries}
    two = {_key(entry): entry for entry in second.entries}
    both = [(entry, two[key]) for key, entry in one.items() if key in two]
    return Between(
        agreement=agree((a.status, b.status) for a, b in both),
        differing=tuple((a, b) for a, b in both if a.status is not b.status),
        only_first=tuple(entry for key, entry in one.items() if key not in two),
        only_second=tuple(entry for key, entry in two.items() if key not in one),
    )


def _key(entry: Entry) -> tuple[str, str]:
    stem, dot, ending = entry.report.rpartition(".")
    return (stem if dot and 1 < len(ending) < 6 and ending.isascii() else entry.report, entry.item)

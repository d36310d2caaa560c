"""Agreement between two people who decided on the same items: the same measures as between labels and program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorer.errors import UsageError
from scorer.review.entries import DecisionFile, Entry, Register
from scorer.review.identity import plain_identity, stem_of
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
    """Compare two files by report and item.

    Files without an ending, or that say whose report it is, match whatever the other's ending is. Raises UsageError
    for decisions under two frameworks, whose items have nothing but their numbers in common.
    """
    if first.framework and second.framework and first.framework != second.framework:
        raise UsageError(
            f"{first.name} was decided under {first.framework}, {second.name} under {second.framework}; "
            "compare files under one framework"
        )
    both = _pairs(first.entries, second.entries)
    matched = {id(entry) for pair in both for entry in pair}
    return Between(
        agreement=agree((a.status, b.status) for a, b in both),
        differing=tuple((a, b) for a, b in both if a.status is not b.status),
        only_first=tuple(entry for entry in first.entries if id(entry) not in matched),
        only_second=tuple(entry for entry in second.entries if id(entry) not in matched),
    )


def _pairs(one: Sequence[Entry], two: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Each entry with the other reviewer's, and none of them twice."""
    register = Register()
    containers: dict[tuple[str, str, str], Entry] = {}  # one may have read the Word file, the other the PDF
    for entry in two:
        register.add(entry)
        if entry.about:
            containers.setdefault(_container(entry, entry.about), entry)
    taken: set[int] = set()
    pairs = []
    for entry in one:
        other = register.find(entry)
        if other is None and entry.about:
            other = containers.get(_container(entry, entry.about))
        if other is not None and id(other) not in taken:
            taken.add(id(other))
            pairs.append((entry, other))
    return pairs


def _container(entry: Entry, about: str) -> tuple[str, str, str]:
    return entry.item, stem_of(entry.report), plain_identity(about)

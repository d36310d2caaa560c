"""Audit of a report's own arithmetic 数字勾稽: what its numbers say about each other, and whether it is so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import localcontext

from scorer.quantities.changes import check_changes
from scorer.quantities.extract import find_quantities
from scorer.quantities.facts import PRECISE, Fact, facts_of
from scorer.quantities.model import Quantity, Relation
from scorer.quantities.ratios import check_ratios
from scorer.quantities.repeats import check_repeats
from scorer.quantities.sequences import check_headings, check_lists, check_points
from scorer.quantities.sums import check_sums

__all__ = ["audit", "audit_arithmetic"]

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")


def audit_arithmetic(text: str) -> tuple[Relation, ...]:
    """:func:`audit` of a plain text, cut into sentences at 。！？ and line ends.

    A report that went through :func:`scorer.parse_report` has better sentences: it mends line breaks in words.

    >>> [relation.holds for relation in audit_arithmetic("共清理文件9件（有效5件，废止4件）。")]
    [True]
    """
    return audit(text, [match.span() for match in _SENTENCE.finditer(text)])


def audit(
    text: str, sentences: Sequence[tuple[int, int]], quantities: Sequence[Quantity] | None = None
) -> tuple[Relation, ...]:
    """Every relation between numbers that the words announce, in the order of the text.

    ``sentences`` are spans of ``text`` in order, ``quantities`` those of the text where they are known. What holds is returned too, so that a reader sees how much
    was checked; numbers that merely stand near each other are never related. Of a sentence with very many
    numbers each is compared with those around it, so that time stays linear.

    >>> found = audit("共清理文件9件（有效5件，废止3件）。", [(0, 19)])
    >>> found[0].message
    '清理文件：5 + 3 = 8 ≠ 9，相差 1，可能漏列一类'
    """
    if quantities is None:
        quantities = find_quantities(text)
    with localcontext(PRECISE):
        found = _relations(text, sentences, quantities)
    return tuple(
        sorted(dict.fromkeys(found), key=lambda relation: (relation.start, relation.end, relation.relation))
    )


def _relations(
    text: str, sentences: Sequence[tuple[int, int]], quantities: Sequence[Quantity]
) -> list[Relation]:
    starts = [quantity.start for quantity in quantities]
    facts: list[tuple[Fact, ...]] = []
    found: list[Relation] = []
    for start, end in sentences:
        inside = quantities[bisect_left(starts, start) : bisect_left(starts, end)]
        here = facts_of(text, start, inside)
        found += check_sums(text, here, (start, end), facts[-1] if facts else ())
        found += check_ratios(text, here, facts[-1] if facts else ())
        found += check_changes(text, here)
        found += check_lists(text, here)
        facts.append(here)
    found += check_repeats(text, facts)
    found += check_headings(text, sentences)
    found += check_points(text, sentences)
    return found

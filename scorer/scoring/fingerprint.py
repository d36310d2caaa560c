"""A short name for the evidence of a finding: the same words give the same name, wherever they stand."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

from scorer.hashing import sha256
from scorer.rules.model import Finding

__all__ = ["evidence_hash"]

_LENGTH = 16  # 64 bits: no two pieces of evidence of one item will ever share a name by chance


def evidence_hash(finding: Finding) -> str:
    """16 hexadecimal digits over the item, its criterion, and the quotations and values that were found.

    Offsets, line breaks and widths are left out, so a line added elsewhere, or the same report in another
    container, changes nothing. New or changed evidence does, and so does another criterion.
    """
    item = finding.item
    quotes = sorted({_words(evidence.quote) for evidence in finding.evidence})
    values = sorted({f"{value.metric}={_words(value.quote)}" for value in finding.values})
    parts = [item.id, item.criterion_met, item.criterion_partial, *quotes, "\x1f", *values]
    return sha256("\x1e".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


@lru_cache(maxsize=256)  # the quotations of a report: many of them prove several items
def _words(quote: str) -> str:
    words = "".join(normalize("NFKC", quote).split())
    return words if words.isprintable() else "".join(c for c in words if c.isprintable())

"""Which report a decision is on: its file's name, and whose report of which year it is.

A name alone is not enough: every county calls its file 报告.docx, and next year's has the name of this year's.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePath
from unicodedata import category, normalize

from scorer.scoring.model import ReportCard
from scorer.structure.model import Level

__all__ = ["identity", "name_key", "names_of", "plain_identity", "same_identity", "stem_of"]

_ORGANS = (Level.DEPARTMENT, Level.TOWN)
_DIGITS = 16
# Controls, signs without width, halves of characters: what no person types and some programs drop.
_UNSEEN = ("Cc", "Cf", "Cs")


def identity(report: ReportCard, sha256: str) -> str:
    """Whose report of which year it is, such as 大冶市2021年; a department or a town by its own name.

    Where the text does not say both, its title; where it has none, the beginning of the file's ``sha256``. All but
    the last stay the same when the report is corrected.
    """
    whose = report.place
    if report.level in _ORGANS and report.issuer:
        whose = report.issuer if not whose or whose in report.issuer else f"{whose}{report.issuer}"
    if whose and report.year is not None:
        return f"{_joined(whose)}{report.year}年"
    return " ".join((report.title or "").split()) or f"sha256:{sha256[:_DIGITS]}"


def same_identity(written: str, found: str) -> bool:
    """Whether a person's words name what :func:`identity` found."""
    return plain_identity(written) == plain_identity(found)


def plain_identity(words: str) -> str:
    """An identity for comparison: spaces, widths and a last 年 or 年度 make no difference."""
    return _joined(normalize("NFKC", words)).removesuffix("年度").removesuffix("年")


def _joined(words: str) -> str:
    return "".join(words.split())


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A file's name for comparison: one kind of space, nothing that cannot be seen, characters composed."""
    seen = "".join(
        c for c in normalize("NFC", name) if c.isspace() or (c != "\ufffd" and category(c) not in _UNSEEN)
    )
    return " ".join(seen.split())


def names_of(report_name: str | PurePath) -> tuple[str, ...]:
    """The keys that a report's file answers to: its name, and its name without the ending."""
    name = PurePath(report_name).name
    return tuple(dict.fromkeys((name_key(name), stem_of(name))))


def stem_of(name: str) -> str:
    """The key of a name without its ending."""
    return name_key(PurePath(name).stem)

"""How a report's file is named in outputs that point into it: as the call did, but never by this machine's folders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath, PurePosixPath
from urllib.parse import quote

from scorer.rendering.clean import visible
from scorer.scoring.model import Scorecard

__all__ = ["doubled", "path_of", "relative", "uri_of"]


def path_of(card: Scorecard) -> str:
    """The file as it was named, with slashes; its name alone where the path would tell of this machine."""
    found = relative(card.path or card.stamp.report_name)
    return found or visible(card.stamp.report_name) or "report"


def relative(named: str) -> str:
    """A relative path below the current folder, with slashes and nothing superfluous; empty for any other."""
    path = PurePosixPath(*PurePath(named).parts) if named else PurePosixPath("report")
    if named == "-" or path.is_absolute() or ".." in path.parts or PurePath(named).drive:
        return ""
    return str(path)


def uri_of(card: Scorecard) -> str:
    """The same as a relative URI, percent-encoded."""
    return quote(path_of(card).encode("utf-8", "surrogateescape"), safe="/")


def doubled(cards: Sequence[Scorecard]) -> frozenset[str]:
    """The names without ending that stand for several of these reports: they alone do not tell them apart."""
    stems = Counter(PurePath(card.stamp.report_name).stem for card in cards)
    return frozenset(stem for stem, count in stems.items() if count > 1)

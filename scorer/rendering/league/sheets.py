"""The files of a summary: a new one is one function and one line below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from scorer.rendering.league.model import League

__all__ = ["SUMMARIES", "Summary"]


@dataclass(frozen=True, slots=True)
class Summary:
    """One file; its module is imported when it is written."""

    file: str
    module: str
    function: str

    def render(self, league: League) -> str | bytes:
        """The content of the file; the same league gives the same bytes."""
        make = cast(
            "Callable[[League], str | bytes]",
            getattr(import_module(f"scorer.rendering.league.{self.module}"), self.function),
        )
        return make(league)


SUMMARIES = (
    Summary("summary.csv", "table_csv", "league_csv"),
    Summary("summary-items.csv", "table_csv", "items_csv"),
    Summary("summary.json", "table_json", "league_json"),
    Summary("summary.md", "table_markdown", "league_markdown"),
    Summary("summary.html", "table_html", "league_html"),
    Summary("summary.xlsx", "table_xlsx", "league_xlsx"),
)

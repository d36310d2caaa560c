"""Outputs: scorecards in, text or bytes out. A new output is one module with ``render`` and one line below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from scorer.errors import UsageError
from scorer.rendering.interface import DETAILS, Detail, Failure, Options, Renderer
from scorer.scoring.model import Scorecard

__all__ = ["DETAILS", "RENDERERS", "Detail", "Failure", "Options", "Renderer", "render"]


@dataclass(frozen=True, slots=True)
class _Lazy:
    """A renderer whose module is imported on first use: JSON never pays for what the terminal needs."""

    name: str
    extension: str
    media: str
    module: str
    binary: bool = False

    def render(
        self, cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()
    ) -> str | bytes:
        """Hand over to the module's own ``render``."""
        renderer = cast(Renderer, import_module(self.module))
        return renderer.render(cards, options, failures)


RENDERERS: dict[str, Renderer] = {
    renderer.name: renderer
    for renderer in (
        _Lazy("terminal", ".txt", "text/plain", "scorer.rendering.terminal"),
        _Lazy("markdown", ".md", "text/markdown", "scorer.rendering.markdown"),
        _Lazy("json", ".json", "application/json", "scorer.rendering.json"),
        _Lazy("csv", ".csv", "text/csv", "scorer.rendering.csv"),
        _Lazy("sarif", ".sarif", "application/sarif+json", "scorer.rendering.sarif"),
        _Lazy("junit", ".xml", "application/xml", "scorer.rendering.junit"),
        _Lazy("github", ".txt", "text/plain", "scorer.rendering.github"),
        _Lazy("html", ".html", "text/html", "scorer.rendering.html"),
    )
}


def render(
    cards: Scorecard | Sequence[Scorecard],
    format_name: str = "terminal",
    options: Options | None = None,
    failures: Sequence[Failure] = (),
) -> str | bytes:
    """Show one scorecard or several in one of the formats of :data:`RENDERERS`; UsageError for any other."""
    if format_name not in RENDERERS:
        raise UsageError(f"unknown format {format_name!r}; choose one of {', '.join(RENDERERS)}")
    several = (cards,) if isinstance(cards, Scorecard) else cards
    return RENDERERS[format_name].render(several, options or Options(), failures)

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
    extra: str = ""

    def ready(self) -> None:
        """Import the module; UsageError where the libraries of its ``extra`` are missing."""
        self._loaded()

    def render(
        self, cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()
    ) -> str | bytes:
        """Hand over to the module's own ``render``."""
        return self._loaded().render(cards, options, failures)

    def _loaded(self) -> Renderer:
        try:
            return cast(Renderer, import_module(self.module))
        except ImportError as error:
            if not self.extra:
                raise
            raise UsageError(
                f"format {self.name} needs a library that is not installed ({error.name}); "
                f'install it with: pip install "scorer[{self.extra}]"'
            ) from error


_OFFICE = "application/vnd.openxmlformats-officedocument."

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
        _Lazy("xlsx", ".xlsx", _OFFICE + "spreadsheetml.sheet", "scorer.rendering.xlsx", binary=True),
        _Lazy(
            "docx",
            ".docx",
            _OFFICE + "wordprocessingml.document",
            "scorer.rendering.docx",
            binary=True,
            extra="docx",
        ),
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

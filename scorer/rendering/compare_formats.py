"""The outputs of a comparison by name; each module is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.compare.model import Comparison
from scorer.rendering.interface import Failure, Options

__all__ = ["FORMATS", "render_comparison"]

FORMATS = ("terminal", "markdown", "json", "html", "xlsx")


def render_comparison(
    comparison: Comparison,
    format_name: str,
    options: Options,
    version: str,
    failures: Sequence[Failure] = (),
) -> str | bytes:
    """The comparison in one of :data:`FORMATS`; bytes for xlsx alone."""
    if format_name == "json":
        from scorer.rendering.compare_json import as_json

        return as_json(comparison, version, failures)
    from scorer.rendering.compare_sheet import sheet_of

    sheet = sheet_of(comparison, tuple(failures))
    if format_name == "markdown":
        from scorer.rendering.compare_markdown import as_markdown

        return as_markdown(sheet)
    if format_name == "html":
        from scorer.rendering.compare_html import as_html

        return as_html(sheet)
    if format_name == "xlsx":
        from scorer.rendering.compare_xlsx import as_xlsx

        return as_xlsx(sheet)
    from scorer.rendering.compare_terminal import as_text

    return as_text(sheet, options)

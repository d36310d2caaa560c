"""A comparison as one HTML file that asks for nothing from anywhere and runs nothing.

It has the style of the scorecard's page. Its Content-Security-Policy allows that one style sheet by its hash; the template
escapes all that is put into it.
"""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from scorer.i18n import current_language
from scorer.rendering.compare_sheet import Sheet
from scorer.rendering.site import asset, policy, template

__all__ = ["as_html"]


def as_html(sheet: Sheet) -> str:
    """The whole sheet as a page; every table that is wide scrolls by itself."""
    style = _style()
    shown = template("", "compare_page.html.j2").render(
        sheet=sheet,
        policy=policy(style),
        style=Markup(style),  # noqa: S704  our own files
        # Characters from which a cell gets room to wrap; those of Chinese are twice as wide.
        long=12 if current_language() == "zh" else 24,
    )
    return shown.rstrip("\n") + "\n"


@cache
def _style() -> str:
    return f"{asset('page', 'style.css')}\n{asset('', 'compare_page.css')}"

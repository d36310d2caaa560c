"""The summary as one page: league tables whose dimensions are a map of colours, gaps as bars, what failed.

The page asks for nothing from anywhere and runs no script: its Content-Security-Policy allows its own style sheet by
hash and nothing else. Every shade also has its number in words.
"""

from __future__ import annotations

from decimal import Decimal
from urllib.parse import quote

from markupsafe import Markup

from scorer.rendering.clean import excerpt, visible
from scorer.rendering.league import words
from scorer.rendering.league.model import League
from scorer.rendering.numbers import percent, points
from scorer.rendering.site import asset, policy, template

__all__ = ["league_html"]

_MOST_PLACED, _MOST_GAPS, _MOST_FAILURES = 500, 30, 500
_SHADES = 10
_WORDS = 300


def league_html(league: League) -> str:
    """The page; a long league shows its first rows and says where the others are."""
    style = asset("league", "style.css")
    shown = template("league", "page.html.j2").render(
        league=league,
        policy=policy(style),
        style=Markup(style),  # noqa: S704  our own file
        words=words,
        most_placed=_MOST_PLACED,
        most_gaps=_MOST_GAPS,
        most_failures=_MOST_FAILURES,
        brief=_brief,
        shade=_shade,
        address=_address,
        percent=percent,
        points=points,
        visible=visible,
    )
    return shown.rstrip("\n") + "\n"


def _shade(rate: Decimal | None) -> str:
    """The class of a cell: h0 for nothing up to h10 for all."""
    return "none" if rate is None else f"h{int(min(max(rate, Decimal(0)), Decimal(1)) * _SHADES)}"


def _brief(text: str) -> str:
    return excerpt(text, _WORDS)[0]


def _address(file: str) -> str:
    """The scorecard beside the page: ./ keeps a name with a colon from being taken for a scheme."""
    return f"./{quote(file)}"

"""The summary as one page: league tables whose dimensions are a map of colours, gaps as bars, what failed.

The page asks for nothing from anywhere and runs no script: its Content-Security-Policy allows its own style sheet by
hash and nothing else. Every shade also has its number in words.
"""

from __future__ import annotations

from base64 import b64encode
from decimal import Decimal
from functools import cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from scorer.i18n import tr, trn
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.league import words
from scorer.rendering.league.model import League
from scorer.rendering.numbers import percent, points
from scorer.rendering.page.language import own, tag

__all__ = ["league_html"]

_MOST_PLACED, _MOST_GAPS, _MOST_FAILURES = 500, 30, 500
_SHADES = 10
_WORDS = 300


def league_html(league: League) -> str:
    """The page; a long league shows its first rows and says where the others are."""
    style = _asset("style.css")
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    page = _environment().get_template("page.html.j2")
    shown = page.render(
        league=league,
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'",
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


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # They ask for the language in force each time, so that one environment serves all languages.
    made.globals.update(tr=tr, trn=trn, own=own, tag=tag)
    return made


@cache
def _asset(name: str) -> str:
    text = files("scorer.rendering.league").joinpath(name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")  # a browser hashes what it parsed, and it parses line ends so


def _shade(rate: Decimal | None) -> str:
    """The class of a cell: h0 for nothing up to h10 for all."""
    return "none" if rate is None else f"h{int(min(max(rate, Decimal(0)), Decimal(1)) * _SHADES)}"


def _brief(text: str) -> str:
    return excerpt(text, _WORDS)[0]


def _address(file: str) -> str:
    """The scorecard beside the page: ./ keeps a name with a colon from being taken for a scheme."""
    return f"./{quote(file)}"

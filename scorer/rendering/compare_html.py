"""A comparison as one HTML file that asks for nothing from anywhere and runs nothing.

It has the style of the scorecard's page. Its Content-Security-Policy allows that one style sheet by its hash; the template
escapes all that is put into it.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from scorer.i18n import current_language, tr
from scorer.rendering.compare_sheet import Sheet
from scorer.rendering.page.language import ours, own, tag

__all__ = ["as_html"]


def as_html(sheet: Sheet) -> str:
    """The whole sheet as a page; every table that is wide scrolls by itself."""
    style = _style()
    shown = _template().render(
        sheet=sheet,
        policy=_policy(style),
        style=Markup(style),  # noqa: S704  our own files
        # Characters from which a cell gets room to wrap; those of Chinese are twice as wide.
        long=12 if current_language() == "zh" else 24,
    )
    return shown.rstrip("\n") + "\n"


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    # They ask for the language in force each time, so that one template serves all languages.
    environment.globals.update(tr=tr, ours=ours, own=own, tag=tag)
    return environment.from_string(_asset("scorer.rendering", "compare_page.html.j2"))


@cache
def _style() -> str:
    shared = _asset("scorer.rendering.page", "style.css")
    return f"{shared}\n{_asset('scorer.rendering', 'compare_page.css')}"


def _asset(package: str, name: str) -> str:
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")  # a browser hashes what it parsed, and it parses line ends so


def _policy(style: str) -> str:
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )

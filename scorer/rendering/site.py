"""What all HTML pages share: how templates are read and filled, and the policy that lets in nothing from outside.

Everything put into a template is escaped. A Content-Security-Policy names the page's own style sheet and script by
their hashes and allows nothing else.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from scorer.i18n import listed, tr, trn, trp
from scorer.rendering.page.language import cited, ours, own, rich, tag

__all__ = ["asset", "policy", "template"]


@cache
def asset(folder: str, name: str) -> str:
    """A file of a folder of this one, empty for this one itself, with the line ends that a browser hashes."""
    package = f"scorer.rendering.{folder}" if folder else "scorer.rendering"
    return files(package).joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _environment(folder: str) -> Environment:
    made = Environment(
        loader=FunctionLoader(lambda name: asset(folder, name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # They ask for the language in force each time, so that one environment serves all languages.
    made.globals.update(tr=tr, trn=trn, trp=trp, listed=listed)
    made.globals.update(rich=rich, own=own, cited=cited, ours=ours, tag=tag)
    return made


def template(folder: str, name: str) -> Template:
    """A template; those it includes stand in the same folder."""
    return _environment(folder).get_template(name)


def policy(style: str, script: str | None = None) -> str:
    """The policy of a page with that style sheet and that script, or without any script."""
    scripts = (f"script-src {_hash(script)}",) if script is not None else ()
    trusted = ("require-trusted-types-for 'script'",) if script is not None else ()
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(style)}",
            *scripts,
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            *trusted,
        )
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}'"

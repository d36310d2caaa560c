"""The gettext catalogues: ``python -m tools.catalogues update`` after a message changed, then translate and ``compile``.

``update`` gathers the messages of the code and the templates, keeps the translations that still have a message
and leaves new ones empty. ``compile`` writes the ``.mo`` files that the program reads. ``fill FILE.po`` takes over
translations that another copy of a catalogue has and this one has not. ``missing`` lists what has no translation.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterator, Sequence
from inspect import cleandoc
from io import BytesIO
from pathlib import Path
from typing import Any

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from scorer.cli.main import cli
from scorer.i18n import LOCALE

SCORER = Path(__file__).resolve().parents[1] / "scorer"
# The functions of scorer.i18n that take a message; the first argument of some is a context.
OUTPUTS = {"tr", "mark", "said", "trn", "markn", "trp", "saidp"}
WITH_NUMBER = {"trn", "markn"}
WITH_CONTEXT = {"trp", "saidp"}
# The same for templates, as Babel asks: position of the message, of its plural, of its context.
KEYWORDS: dict[str, Any] = {"tr": None, "trn": (1, 1), "trp": ((1, "c"), 2)}
COMMENT = "i18n:"  # how a comment to translators begins, in the line above the message
# Where click keeps the words of its own that a user of the command line meets.
CLICK = ("exceptions", "formatting", "parser", "types")
CLICK_KEYWORDS = {"_": None, "ngettext": (1, 2)}
CLICK_CORE = (
    *("Commands", "Options", "Show the version and exit.", "Show this message and exit.", "Missing command."),
    *("No such command {name!r}.", "default: {default}", "required"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
)
CATALOGUES = {"scorer": "en", "help": "zh"}
Key = tuple[str | None, str | tuple[str, ...]]
# A message with its plural if it has one, its context, and comments to translators.
Given = tuple[str | tuple[str, str], str | None, tuple[str, ...]]


def path_of(domain: str, ending: str = ".po") -> Path:
    """The file of a catalogue."""
    return LOCALE / CATALOGUES[domain] / "LC_MESSAGES" / f"{domain}{ending}"


def messages_of_outputs() -> Catalog:
    """All that the code and the templates show, in Chinese."""
    catalog = Catalog(fuzzy=False)
    for message, context, comments in _in_code(OUTPUTS):
        catalog.add(message, auto_comments=comments, context=context)
    for path in sorted(SCORER.rglob("*.j2")):
        _gather_from_template(catalog, path)
    catalog.add("、")
    return catalog


def _in_code(functions: Collection[str]) -> Iterator[Given]:
    """The messages that the modules give to these functions."""
    for path in sorted(SCORER.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        lines = source.splitlines()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions:
                yield from _given(node.func.id, node.args, lines[node.lineno - 2])


def _given(function: str, arguments: Sequence[ast.expr], above: str) -> Iterator[Given]:
    words = [str(one.value) if isinstance(one, ast.Constant) else None for one in arguments[:2]]
    context = words.pop(0) if function in WITH_CONTEXT else None
    message = words[0] if words else None
    comment = above.strip().removeprefix("# ")
    comments = (comment,) if comment.startswith(COMMENT) else ()
    if message is not None:  # else it was marked where it is written
        yield (message, message) if function in WITH_NUMBER else message, context, comments


def _gather_from_template(catalog: Catalog, path: Path) -> None:
    for _, message, comments, context in extract(  # the first is the line, which would change too often
        "jinja2.ext:babel_extract", BytesIO(path.read_bytes()), KEYWORDS, [COMMENT], {"silent": "false"}
    ):
        catalog.add(message, auto_comments=comments, context=context)


def messages_of_help() -> Catalog:
    """The texts of our help, and click's own words as its installed version has them."""
    catalog = messages_of_own_help()
    folder = Path(click.__file__).parent
    for name in CLICK:
        for _, message, _, _ in extract(
            "python", BytesIO((folder / f"{name}.py").read_bytes()), CLICK_KEYWORDS, [], {"encoding": "utf-8"}
        ):
            catalog.add(message)
    for message in CLICK_CORE:
        catalog.add(message)
    return catalog


def messages_of_own_help() -> Catalog:
    """The texts of all commands and options, which are written in English."""
    catalog = Catalog(fuzzy=False)
    for text in sorted(set(_texts(cli, click.Context(cli)))):
        catalog.add(text)
    for own, _, _ in _in_code({"help_text"}):
        catalog.add(own)
    return catalog


def _texts(command: click.Command, ctx: click.Context) -> Iterator[str]:
    if command.help:
        yield cleandoc(command.help)
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help and not parameter.hidden:
            yield parameter.help
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            if inner is not None and not inner.hidden:
                yield from _texts(inner, click.Context(inner, parent=ctx, info_name=name))


GATHER = {"scorer": messages_of_outputs, "help": messages_of_help}
# What must be there whatever version of click is installed.
OWN = {"scorer": messages_of_outputs, "help": messages_of_own_help}


def load(domain: str, path: Path | None = None) -> Catalog:
    """A catalogue as it is on disk; empty when there is none yet."""
    path = path or path_of(domain)
    if not path.exists():
        return Catalog(locale=CATALOGUES[domain], fuzzy=False)
    with path.open("rb") as stream:
        return read_po(stream, locale=CATALOGUES[domain])


def key(message: Message) -> Key:
    """What tells two messages apart."""
    identity = message.id if isinstance(message.id, str) else tuple(message.id)
    return message.context, identity


def updated(domain: str) -> Catalog:
    """The messages of today with the translations there are: the exact ones, never guessed ones."""
    known = {key(message): message.string for message in load(domain) if message.id}
    catalog = Catalog(locale=CATALOGUES[domain], project="scorer", fuzzy=False)
    for message in sorted((one for one in GATHER[domain]() if one.id), key=_order):
        catalog.add(
            message.id,
            known.get(key(message), ""),
            auto_comments=message.auto_comments,
            context=message.context,
        )
    return catalog


def _order(message: Message) -> tuple[str, str]:
    context, identity = key(message)
    return (identity if isinstance(identity, str) else identity[0], context or "")


def po_bytes(catalog: Catalog) -> bytes:
    """The catalogue as text, the same bytes every day: without the header, which holds dates."""
    stream = BytesIO()
    write_po(stream, catalog, width=110, omit_header=True, sort_output=False)
    header = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalog.locale}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    return header.encode() + stream.getvalue()


class _Plain(Catalog):
    """A catalogue whose header says what gettext needs: the one that Babel makes holds the hour and its version."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", self.plural_forms)]


def mo_bytes(domain: str) -> bytes:
    """The compiled form of the catalogue on disk."""
    stream = BytesIO()
    catalog = _Plain(locale=CATALOGUES[domain], fuzzy=False)
    for message in load(domain):
        if message.id:
            catalog.add(message.id, message.string, context=message.context)
    write_mo(stream, catalog)
    return stream.getvalue()


def untranslated(catalog: Catalog) -> list[Key]:
    """The messages that have no translation, or only one of two forms."""
    return [key(message) for message in catalog if message.id and not _whole(message)]


def _whole(message: Message) -> bool:
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return bool(forms) and all(forms)


def fill(other: Path) -> int:
    """Take over from another copy what this one lacks; returns how many."""
    domain = other.name.split(".")[0]
    if domain not in CATALOGUES:
        sys.exit(f"{other}: is not called after a catalogue ({', '.join(CATALOGUES)}.po)")
    offered = {key(message): message.string for message in load(domain, other) if message.id}
    catalog, taken = updated(domain), 0
    for message in catalog:
        if message.id and not _whole(message) and offered.get(key(message)):
            message.string = offered[key(message)]
            taken += 1
    path_of(domain).write_bytes(po_bytes(catalog))
    return taken


def main(arguments: list[str]) -> None:
    """One of the four verbs."""
    match arguments:
        case ["update"]:
            for domain in CATALOGUES:
                path_of(domain).write_bytes(po_bytes(updated(domain)))
                print(f"{path_of(domain).name}: {len(untranslated(load(domain)))} to translate")
        case ["compile"]:
            for domain in CATALOGUES:
                path_of(domain, ".mo").write_bytes(mo_bytes(domain))
        case ["fill", name]:
            print(f"{fill(Path(name))} taken over")
        case ["missing"]:
            for domain in CATALOGUES:
                for context, message in untranslated(load(domain)):
                    print(f"{domain}: {f'[{context}] ' if context else ''}{message!r}")
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])

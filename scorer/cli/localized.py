"""Commands that speak the language in force: their help, click's own words, and ``--lang`` on each of them."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from copy import copy
from inspect import cleandoc
from typing import Any

import click
from click.core import ParameterSource

from scorer.errors import UsageError
from scorer.i18n import (
    DEFAULT_LANGUAGE,
    LANGUAGES,
    LOCALE,
    current_language,
    help_text,
    set_language,
    use_language,
)

__all__ = ["VARIABLE", "Command", "Group", "conversation", "speak"]

VARIABLE = "SCORER_LANG"
_GETTEXT = "LANGUAGE"  # where gettext, and so click, looks for the language
_HELP = "Show this message and exit."
_WEIGHT: dict[ParameterSource | None, int] = {ParameterSource.COMMANDLINE: 2, ParameterSource.ENVIRONMENT: 1}
_CHOSEN = "scorer.language"


@contextmanager
def conversation() -> Iterator[None]:
    """A run: it begins in the language of the environment, and what was in force before is so again after it.

    A value of the environment that is no language is refused later, by the command that would need it.
    """
    named, before = os.environ.get(VARIABLE, ""), os.environ.get(_GETTEXT)
    with use_language(current_language()):
        speak(named if named in LANGUAGES else DEFAULT_LANGUAGE)
        try:
            yield
        finally:
            os.environ.pop(_GETTEXT)
            if before is not None:
                os.environ[_GETTEXT] = before


def speak(language: str) -> None:
    """Let outputs, help and click's own words be in a language, one of LANGUAGES.

    click asks gettext for its words, which knows the language from the environment alone.
    """
    set_language(language)
    os.environ[_GETTEXT] = language
    gettext.bindtextdomain("help", LOCALE)
    gettext.textdomain("help")


def _chosen(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    """Take up the language: the call, before or after the command, then the environment, then a configuration."""
    if value is None:
        return
    meta = ctx.find_root().meta
    source = ctx.get_parameter_source(parameter.name or "")
    weight = _WEIGHT.get(source, 0)
    if weight >= meta.get(_CHOSEN, 0):
        speak(value)
        meta[_CHOSEN] = weight


class _Language(click.Option):
    """``--lang``: whichever source counts most is the only one that must name a language."""

    def consume_value(self, ctx: click.Context, opts: Mapping[str, Any]) -> tuple[Any, ParameterSource]:
        """The value and its source; none where a source that counts more has been heard on the way here.

        Raises UsageError for a value of the environment that is no language: a group leaves that to its command,
        which may have been given one.
        """
        value, source = super().consume_value(ctx, opts)
        weight = _WEIGHT.get(source, 0)
        if weight < ctx.find_root().meta.get(_CHOSEN, 0):
            return None, ParameterSource.DEFAULT
        if source is ParameterSource.ENVIRONMENT and value not in LANGUAGES:
            if isinstance(ctx.command, click.Group):
                return None, ParameterSource.DEFAULT
            known = " or ".join(LANGUAGES)
            raise UsageError(
                f"{VARIABLE}={value}: is no language of scorer; set it to {known}, or give --lang"
            )
        return value, source


def _language_option() -> click.Option:
    return _Language(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        envvar=VARIABLE,
        is_eager=True,
        expose_value=False,
        callback=_chosen,
        help="Language of outputs and help.  [default: zh]",
    )


class _Speaking(click.Command):
    """A command whose help is in the language in force."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._language = _language_option()
        self.params.append(self._language)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, the language first, wherever it stands: ``--help --lang en`` and a configured language count too."""
        with suppress(click.UsageError):  # raised again by what follows
            values, _, _ = self.make_parser(ctx).parse_args(list(args))
            self._language.handle_parse_result(ctx, values, [])
        return super().parse_args(ctx, args)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help, whole, for the list of commands, which wraps it; ``limit`` is click's."""
        if current_language() == "en" or not self.help:
            return super().get_short_help_str(max(limit, len(self.help or "")))
        first = help_text(cleandoc(self.help)).split("\n")[0]
        return first.partition("。")[0]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the description."""
        if self.help:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(help_text(cleandoc(self.help)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and for a group its commands."""
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        records = [record for one in options if (record := _translated(one).get_help_record(ctx))]
        with formatter.section(gettext.gettext("Options")):
            formatter.write_dl(records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


def _translated(option: click.Option) -> click.Option:
    """The option with its help in the language in force, to be shown and then forgotten."""
    shown = copy(option)
    # click makes the option --help once, in the language of that moment.
    text = _HELP if "--help" in option.opts else option.help
    shown.help = help_text(text) if text else None
    return shown


class _WideFormatter(click.HelpFormatter):
    """Breaks lines by terminal cells, of which a Chinese character takes two and has no spaces to break at."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        super().write_usage(prog, args, help_text("Usage: ") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write what a section is called."""
        line = help_text("{heading}:").format(heading=heading)
        self.write(f"{' ' * self.current_indent}{line}\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs, each wrapped by itself."""
        if text.isascii():
            super().write_text(text)
            return
        for number, paragraph in enumerate(text.split("\n\n")):
            if number:
                self.write_paragraph()
            for line in self._lines(" ".join(paragraph.split()), self.width - self.current_indent):
                self.write(f"{' ' * self.current_indent}{line.rstrip()}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names and what they mean, in two columns."""
        rows = list(rows)
        if all(words.isascii() for _, words in rows):
            super().write_dl(rows, col_max, col_spacing)
            return
        column = min(max(len(name) for name, _ in rows), col_max) + col_spacing
        lead = " " * self.current_indent
        for name, words in rows:
            lines = self._lines(words, max(self.width - self.current_indent - column, 20))
            first = f"{lead}{name:<{column}}"
            if len(name) + col_spacing > column:
                self.write(f"{lead}{name}\n")
                first = lead + " " * column
            for line in lines:
                self.write(f"{first}{line}".rstrip() + "\n")
                first = lead + " " * column

    @staticmethod
    def _lines(text: str, width: int) -> list[str]:
        from scorer.rendering.wrap import wrap

        return [text[start:end] for start, end in wrap(text, width)]


class _Context(click.Context):
    formatter_class = _WideFormatter


class Command(_Speaking):
    """A command with ``--lang``."""

    context_class = _Context


class Group(_Speaking, click.Group):
    """A group of commands with ``--lang``, before or after the command's name."""

    context_class = _Context
    command_class = Command

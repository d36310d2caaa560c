"""The language of what people read: Chinese, or English by the gettext catalogues in ``scorer/locale``.

Messages of the outputs are written in Chinese where they are made, whole sentences with named places for the
values, and looked up when they are shown. The texts of the command line's help are written in English; their
catalogue is the Chinese one. What a report or a framework says is never translated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from gettext import NullTranslations

__all__ = [
    "DEFAULT_LANGUAGE",
    "LANGUAGES",
    "LOCALE",
    "Labels",
    "Said",
    "current_language",
    "help_text",
    "listed",
    "mark",
    "markn",
    "said",
    "saidp",
    "set_language",
    "tr",
    "trn",
    "trp",
    "use_language",
]

LANGUAGES = ("zh", "en")
DEFAULT_LANGUAGE = "zh"
LOCALE = Path(__file__).parent / "locale"

_Key = TypeVar("_Key")

_LANGUAGE: ContextVar[str] = ContextVar("scorer_language", default=DEFAULT_LANGUAGE)


def current_language() -> str:
    """The language in force: one of LANGUAGES."""
    return _LANGUAGE.get()


def set_language(language: str) -> None:
    """Choose the language for all that follows in this thread. Raises ValueError for one that is not known."""
    if language not in LANGUAGES:
        raise ValueError(f"no language {language!r}; there are {', '.join(LANGUAGES)}")
    _LANGUAGE.set(language)


@contextmanager
def use_language(language: str) -> Iterator[None]:
    """Choose the language for a block. Raises ValueError for one that is not known."""
    before = current_language()
    set_language(language)
    try:
        yield
    finally:
        _LANGUAGE.set(before)


def mark(message: str) -> str:
    """The message itself, for the catalogue to take up: it is translated where it is shown, by :func:`tr`."""
    return message


def markn(message: str) -> str:
    """A message that tells a number, for the catalogue to take up with its plural; shown by :func:`trn`."""
    return message


class Said(str):
    """A message in Chinese that knows what it is made of, so that :func:`tr` can say it in the language in force."""

    __slots__ = ("context", "message", "values")

    context: str
    message: str
    values: dict[str, Any]


def said(message: str, /, **values: Any) -> Said:
    """A note of the stages that judge: Chinese inside them, whatever the language, translated where it leaves them.

    Values may be such notes themselves.
    """
    return saidp("", message, **values)


def saidp(context: str, message: str, /, **values: Any) -> Said:
    """Such a note of words that mean different things in different places; the context says which."""
    made = Said(message.format(**values) if values else message)
    made.context, made.message, made.values = context, message, values
    return made


def tr(message: str, /, **values: Any) -> str:
    """The message in the language in force, its ``{names}`` filled with the values.

    A message without values is not formatted, so braces in it are braces. One that was :func:`said` brings its
    values along.
    """
    if current_language() == "zh":
        return message.format(**values) if values else str(message)
    if isinstance(message, Said):
        return trp(message.context, message.message, **message.values)
    return trp("", message, **values)


def _translated(values: dict[str, Any]) -> dict[str, Any]:
    return {name: tr(value) if isinstance(value, Said) else value for name, value in values.items()}


def trn(message: str, count: int, /, **values: Any) -> str:
    """A message that tells a number, ``{count}``: Chinese has one form for all, English two."""
    if current_language() == "zh":
        return message.format(count=count, **values)
    found = _catalogue("scorer", current_language()).ngettext(message, message, count)
    return found.format(count=count, **_translated(values))


def trp(context: str, message: str, /, **values: Any) -> str:
    """A message whose word means different things in different places; the context says which."""
    found = message
    if current_language() != "zh" and message:  # the translation of nothing is the header of the catalogue
        catalogue = _catalogue("scorer", current_language())
        found = catalogue.pgettext(context, message) if context else catalogue.gettext(message)
        values = _translated(values)
    return found.format(**values) if values else found


def listed(parts: Iterable[str], separator: str = "、") -> str:
    """The parts as a list within a sentence: 甲、乙、丙. Another separator is a message too."""
    return tr(separator).join(parts)


class Labels(Mapping[_Key, str]):
    """A table of words, marked for the catalogue: each is translated when it is taken from the table."""

    def __init__(self, messages: Mapping[_Key, str]) -> None:
        self._messages = dict(messages)

    def __getitem__(self, key: _Key) -> str:
        return tr(self._messages[key])

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)


def help_text(message: str) -> str:
    """A text of the command line's help, written in English, in the language in force."""
    return message if current_language() == "en" else _catalogue("help", current_language()).gettext(message)


@cache
def _catalogue(domain: str, language: str) -> NullTranslations:
    # Chinese outputs need none of this, and are what most calls make.
    from gettext import translation

    return translation(domain, LOCALE, [language], fallback=True)

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
    "current_language",
    "help_text",
    "listed",
    "mark",
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


def tr(message: str, /, **values: Any) -> str:
    """The message in the language in force, its ``{names}`` filled with the values.

    A message without values is not formatted, so braces in it are braces.
    """
    found = (
        message if current_language() == "zh" else _catalogue("scorer", current_language()).gettext(message)
    )
    return found.format(**values) if values else found


def trn(message: str, count: int, /, **values: Any) -> str:
    """A message that tells a number, ``{count}``: Chinese has one form for all, English two."""
    if current_language() == "zh":
        return message.format(count=count, **values)
    found = _catalogue("scorer", current_language()).ngettext(message, message, count)
    return found.format(count=count, **values)


def trp(context: str, message: str, /, **values: Any) -> str:
    """A message whose word means different things in different places; the context says which."""
    found = message
    if current_language() != "zh":
        found = _catalogue("scorer", current_language()).pgettext(context, message)
    return found.format(**values) if values else found


def listed(parts: Iterable[str]) -> str:
    """The parts as a list within a sentence: 甲、乙、丙."""
    return tr("、").join(parts)


class Labels(Mapping[_Key, str]):
    """A table of words, marked for the catalogue: each is translated when it is taken from the table."""

    def __init__(self, messages: Mapping[_Key, str]) -> None:
        self._messages = dict(messages)

    def __getitem__(self, key: _Key) -> str:
        # The empty message is gettext's own: its translation is the header of the catalogue.
        message = self._messages[key]
        return tr(message) if message else ""

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

"""Regular expressions that are compiled when they are first used.

Compiling takes about a millisecond for one with many Chinese characters, as long as a hundred thousand
characters take to search. Most patterns are needed for every report and stand as they are; those for what few
reports say are better compiled when one does.
"""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["begins", "lazily"]

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


def begins(characters: str, pattern: str) -> re.Pattern[str]:
    """The pattern compiled, tried only where one of the characters stands: every match must begin with one of them.

    A search tries one alternative after the other at each character of a text, and most characters begin none: to look
    at the character first makes a search for many words several times faster.

    >>> begins("省市", "省(?:会|里)|市(?:委|里)").findall("省里和市委的要求")
    ['省里', '市委']
    """
    return re.compile(f"(?=[{characters}])(?:{pattern})")


class _Lazy:
    """Stands for a pattern; its methods become those of the pattern when the first of them is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` makes, made on first use; a pattern that is wrong raises ``re.error`` only then.

    >>> lazily("[省市]").findall("湖北省大冶市")
    ['省', '市']
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))

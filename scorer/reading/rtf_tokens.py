"""Rich text cut into tokens, in one pass over its bytes (RTF 1.9.1, "RTF Syntax")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.errors import InputError

__all__ = ["BRACE", "HEX", "SYMBOL", "TEXT", "tokens"]

TEXT, _, _NUMBERED_WORD, HEX, BRACE, SYMBOL = range(1, 7)
"""What a token is: the ``lastindex`` of its match. Any other is a word, its name in group 2, its number in 3."""

_TOKEN = re.compile(
    rb"([^\\{}]+)"
    rb"|\\([A-Za-z]{1,32})(-?[0-9]{1,10})? ?"
    rb"|((?:\\'[0-9A-Fa-f]{2}){1,500})"  # without a bound the expression keeps a mark for every byte
    rb"|([{}])"
    rb"|\\([^A-Za-z])"
)
_MOST = 2_000_000  # a long report with all that Word adds to it has some hundred thousand


def tokens(data: bytes, name: str) -> Iterator[re.Match[bytes]]:
    """The tokens of a file; binary data (``\\bin``) is passed over.

    Raises InputError where there are so many that the file can be no report.
    """
    left = _MOST
    at = 0
    while at < len(data):
        for match in _TOKEN.finditer(data, at):
            left -= 1
            if left < 0:
                raise InputError(name, "holds too much markup for a report", "save it as .docx, or as text")
            if match.lastindex == _NUMBERED_WORD and match[2] == b"bin":
                at = match.end() + max(0, int(match[3]))
                break
            yield match
        else:
            return

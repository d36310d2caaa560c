"""JSON with exact numbers: what the standard library writes with ``indent=2``, and Decimals as they are.

The standard encoder turns a Decimal into a float or refuses it. Characters that would steer a terminal or
break UTF-8 (C1 controls, changes of direction, lone surrogates) are written as ``\\uXXXX``; a reader of JSON
gets the same string, so every quotation still equals its slice of the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring
from typing import TypeAlias

from scorer.rendering.numbers import digits

__all__ = ["JsonValue", "encode"]

JsonValue: TypeAlias = "bool | int | Decimal | str | Sequence[JsonValue] | Mapping[str, JsonValue] | None"

_ENOUGH = 1000
_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def encode(value: JsonValue) -> str:
    """The value as JSON text, indented by two, keys in the order given, with a line end.

    >>> encode({"rate": Decimal("0.10"), "ids": []})
    '{\\n  "rate": 0.1,\\n  "ids": []\\n}\\n'
    """
    pieces = _Pieces()
    _write(value, "\n", pieces)
    pieces.put("\n")
    return pieces.joined()


class _Pieces:
    """Pieces of a text, joined a thousand at a time: they are short, and together take three times what they make."""

    def __init__(self) -> None:
        self._few: list[str] = []
        self._many: list[str] = []
        self.put = self._few.append

    def gather(self) -> None:
        """Join what was put, if it is enough to be worth it."""
        if len(self._few) > _ENOUGH:
            self._many.append("".join(self._few))
            self._few.clear()

    def joined(self) -> str:
        """All that was put."""
        return "".join([*self._many, *self._few])


def _write(value: JsonValue, margin: str, pieces: _Pieces) -> None:
    """``margin`` is a line end with the spaces that the next line of this value's own level begins with."""
    # A scorecard has thousands of values: what is most common is asked for first, abstract classes last.
    if isinstance(value, str):
        pieces.put(_string(value))
    elif type(value) is int:
        pieces.put(repr(value))
    elif isinstance(value, (dict, Mapping)):
        _write_mapping(value, margin, pieces)
    elif isinstance(value, Decimal):
        # JSON has no word for infinity or "not a number"
        pieces.put(digits(value) if value.is_finite() else "null")
    elif isinstance(value, (list, tuple, Sequence)):
        _write_sequence(value, margin, pieces)
    else:
        pieces.put(json.dumps(value))


def _write_mapping(value: Mapping[str, JsonValue], margin: str, pieces: _Pieces) -> None:
    if not value:
        pieces.put("{}")
        return
    inner = margin + "  "
    before = "{" + inner
    for key, part in value.items():
        if isinstance(part, str):  # as most are
            pieces.put(f"{before}{_key(key)}{_string(part)}")
        else:
            pieces.put(before + _key(key))
            _write(part, inner, pieces)
        before = "," + inner
    pieces.put(margin + "}")


def _write_sequence(value: Sequence[JsonValue], margin: str, pieces: _Pieces) -> None:
    if not value:
        pieces.put("[]")
        return
    inner = margin + "  "
    before = "[" + inner
    for part in value:
        pieces.put(before)
        _write(part, inner, pieces)
        before = "," + inner
    pieces.put(margin + "]")
    pieces.gather()


@lru_cache(maxsize=256)
def _key(name: str) -> str:
    """The beginning of an entry; a scorecard has thousands, by sixty names."""
    return f"{_string(name)}: "


def _string(words: str) -> str:
    quoted = encode_basestring(words)
    if quoted.isprintable():  # as nearly all words are; what steers is not
        return quoted
    return _STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)

"""JSON with exact numbers: what the standard library writes with ``indent=2``, and Decimals as they are.

The standard encoder turns a Decimal into a float or refuses it. Characters that would steer a terminal or
break UTF-8 (C1 controls, changes of direction, lone surrogates) are written as ``\\uXXXX``; a reader of JSON
gets the same string, so every quotation still equals its slice of the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from scorer.rendering.numbers import digits

__all__ = ["JsonValue", "encode"]

JsonValue: TypeAlias = "bool | int | Decimal | str | Sequence[JsonValue] | Mapping[str, JsonValue] | None"

_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def encode(value: JsonValue) -> str:
    """The value as JSON text, indented by two, keys in the order given, with a line end.

    >>> encode({"rate": Decimal("0.10"), "ids": []})
    '{\\n  "rate": 0.1,\\n  "ids": []\\n}\\n'
    """
    return "".join(_write(value, "\n")) + "\n"


def _write(value: JsonValue, margin: str) -> Iterator[str]:
    """``margin`` is a line end with the spaces that the next line of this value's own level begins with."""
    if isinstance(value, str):
        yield _string(value)
    elif isinstance(value, Decimal):
        # JSON has no word for infinity or "not a number"
        yield digits(value) if value.is_finite() else "null"
    elif isinstance(value, Mapping):
        pairs = ((_string(key) + ": ", part) for key, part in value.items())
        yield from _brackets("{", "}", pairs, margin)
    elif isinstance(value, Sequence):
        yield from _brackets("[", "]", (("", part) for part in value), margin)
    else:
        yield json.dumps(value)


def _brackets(
    opening: str, closing: str, parts: Iterable[tuple[str, JsonValue]], margin: str
) -> Iterator[str]:
    inner = margin + "  "
    empty = True
    for prefix, part in parts:
        yield (opening if empty else ",") + inner + prefix
        yield from _write(part, inner)
        empty = False
    yield opening + closing if empty else margin + closing


def _string(words: str) -> str:
    quoted = json.dumps(words, ensure_ascii=False)
    return _STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)

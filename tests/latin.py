"""Reports and frameworks without a Chinese character, so that whatever Chinese an output still has is the program's."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, TypeVar

__all__ = ["CHINESE", "chinese_in", "latin"]

T = TypeVar("T")

CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
"""Chinese characters and the punctuation that goes with them; “ ” and × belong to both languages."""


def latin(value: T) -> T:
    """A copy of a value in which every Chinese character of every string is an x: words of the same length."""
    seen: dict[int, Any] = {}

    def copied(one: Any) -> Any:
        if isinstance(one, Enum) or one is None or isinstance(one, (int, float, bytes)):
            return one
        if isinstance(one, str):
            return CHINESE.sub("x", one)
        if id(one) not in seen:
            seen[id(one)] = _copy(one, copied)
        return seen[id(one)]

    result: T = copied(value)
    return result


def _copy(one: Any, copied: Any) -> Any:
    if isinstance(one, (tuple, list)):
        return type(one)(map(copied, one))
    if isinstance(one, (set, frozenset)):
        return type(one)(map(copied, one))
    if isinstance(one, dict):
        return {copied(key): copied(value) for key, value in one.items()}
    if is_dataclass(one) and not isinstance(one, type):
        made = object.__new__(type(one))
        for field in fields(one):
            object.__setattr__(made, field.name, copied(getattr(one, field.name)))
        return made
    return one


def chinese_in(shown: str) -> list[str]:
    """The lines that hold Chinese."""
    return [line for line in shown.splitlines() if CHINESE.search(line)]

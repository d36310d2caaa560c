"""A checked framework as JSON text and back: what is kept so that the YAML need not be read again.

Every object of the model is a list, its class first as a number, then its fields in order. Only the classes
named here can come out of such a text, and nothing in it is ever run.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from scorer.framework import model
from scorer.hashing import sha256
from scorer.quantities.model import Bound
from scorer.structure.model import Level, Role

__all__ = ["SHAPE", "dump_framework", "parse_framework"]

_CLASSES: tuple[type, ...] = (
    tuple, str, dict, Decimal, Bound, Level, Role, model.AllOf, model.AnyOf, model.Band, model.Derive, model.Detail,
    model.Determinable, model.Dimension, model.Framework, model.Item, model.ItemKind, model.Mark, model.Metric,
    model.MetricIs, model.Near, model.NearIs, model.PhraseIs, model.QuantityIs, model.SectionIs, model.Topic,
    model.TopicIs,
)  # fmt: skip
_NUMBERS = {class_: number for number, class_ in enumerate(_CLASSES)}
# Words are most of a framework, so a tuple of nothing but strings has a number of its own, that of ``str``.
_TUPLE, _STRINGS, _DICT = range(3)


def _shape() -> str:
    """A digest of the classes and their fields: a plan that was written for others is not read."""
    parts = [
        [class_.__name__, *(field.name for field in fields(class_))]
        if is_dataclass(class_)
        else [str(class_)]
        for class_ in _CLASSES
    ]
    return sha256(json.dumps(parts).encode("utf-8")).hexdigest()


SHAPE = _shape()


def dump_framework(framework: model.Framework) -> str:
    """The framework as one line of JSON."""
    return json.dumps(_plain(framework), ensure_ascii=False, separators=(",", ":"))


def parse_framework(text: str) -> model.Framework:
    """The framework that :func:`dump_framework` wrote; ValueError when the text is something else."""
    try:
        framework = _build(json.loads(text))
    except (TypeError, LookupError, ArithmeticError, RecursionError) as error:
        raise ValueError(f"not a framework: {error}") from error
    if not isinstance(framework, model.Framework):
        raise ValueError("not a framework")
    return framework


def _plain(value: object) -> object:
    if isinstance(value, (Enum, Decimal)):
        return [_NUMBERS[type(value)], value.value if isinstance(value, Enum) else str(value)]
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, tuple):
        words = all(type(one) is str for one in value)
        return [_STRINGS, *value] if words else [_TUPLE, *map(_plain, value)]
    if isinstance(value, dict):
        return [_DICT, *([_plain(key), _plain(child)] for key, child in value.items())]
    return [_NUMBERS[type(value)], *(_plain(getattr(value, field.name)) for field in fields(value))]  # type: ignore[arg-type]


def _build(value: Any) -> Any:
    if type(value) is not list:
        return value
    number = value[0]
    if number == _STRINGS:
        return tuple(value[1:])
    if number == _TUPLE:
        return tuple([_build(one) for one in value[1:]])
    if number == _DICT:
        return {_build(key): _build(child) for key, child in value[1:]}
    made: Callable[..., Any] = _CLASSES[number]
    return made(*[_build(one) if type(one) is list else one for one in value[1:]])

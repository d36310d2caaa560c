"""A checked framework as bytes and back: what is kept so that the YAML need not be read again.

A line of JSON lists the words and numbers that the framework is made of, each once. Behind it stand the objects
of the model, each as the number of its class, how many parts it has, and its parts, in numbers of four bytes in
the byte order of the machine. A part is the number of a word or of an earlier object. Most words of a framework
belong to several items, so what is equal is written, read and held in memory but once. The examples, which no report needs, are
one packed word. Only the classes named here can come out of such bytes, and nothing in them is ever run.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from scorer.framework import model
from scorer.framework.packed import PackedExamples, pack_examples
from scorer.hashing import sha256
from scorer.quantities.model import Bound
from scorer.structure.model import Level, Role

__all__ = ["SHAPE", "dump_framework", "parse_framework"]

_CLASSES: tuple[type, ...] = (
    tuple, Decimal, Bound, Level, Role, model.AllOf, model.AnyOf, model.Band, model.Derive, model.Detail,
    model.Determinable, model.Dimension, model.Framework, model.Item, model.ItemKind, model.Mark, model.Metric,
    model.MetricIs, model.Near, model.NearIs, model.Ordinals, model.PhraseIs, model.QuantityIs, model.SectionIs, model.Topic,
    model.TopicIs, model.Total, PackedExamples,
)  # fmt: skip
_NUMBERS = {class_: number for number, class_ in enumerate(_CLASSES)}
_TUPLE = 0


def _shape() -> str:
    """A digest of the classes and their fields: a plan that was written for others, or elsewhere, is not read."""
    parts = [
        [class_.__name__, *(field.name for field in fields(class_))]
        if is_dataclass(class_)
        else [str(class_)]
        for class_ in _CLASSES
    ]
    return sha256(json.dumps([sys.byteorder, *parts]).encode("utf-8")).hexdigest()


SHAPE = _shape()


def dump_framework(framework: model.Framework) -> bytes:
    """The framework as it is kept."""
    plain = _Plain()
    plain.number(pack_examples(framework))
    first = len(plain.leaves)
    objects = array("I")
    for class_, *parts in plain.objects:
        objects.extend([class_, len(parts), *(part if part >= 0 else first + ~part for part in parts)])
    words = json.dumps(list(plain.leaves.values()), ensure_ascii=False, separators=(",", ":"))
    return words.encode() + b"\n" + objects.tobytes()


def parse_framework(data: bytes, start: int = 0) -> model.Framework:
    """The framework that :func:`dump_framework` wrote; ValueError when what begins at ``start`` is something else."""
    objects, view = array("I"), memoryview(data)  # nothing is copied
    end = data.index(b"\n", start)
    try:
        made = json.loads(str(view[start:end], "utf-8"))
        objects.frombytes(view[end + 1 :])
        _build(made, objects)
        framework = made[-1]
    except (TypeError, AttributeError, LookupError, ArithmeticError, RecursionError) as error:
        raise ValueError(f"not a framework: {error}") from error
    if not isinstance(framework, model.Framework):
        raise ValueError("not a framework")
    return framework


class _Plain:
    """Gathers what a framework is made of, each value once."""

    def __init__(self) -> None:
        self.leaves: dict[tuple[type, object], object] = {}
        self.objects: list[tuple[int, ...]] = []
        self._leaves: dict[tuple[type, object], int] = {}
        self._objects: dict[tuple[int, ...], int] = {}

    def number(self, value: object) -> int:
        """The number of a word; of an object the complement of its number, since words are not all known yet."""
        if value is None or (isinstance(value, (str, int)) and not isinstance(value, Enum)):
            key = type(value), value
            self.leaves.setdefault(key, value)
            return self._leaves.setdefault(key, len(self._leaves))
        made = _NUMBERS[type(value)], *map(self.number, _parts(value))
        if made not in self._objects:
            self._objects[made] = ~len(self.objects)
            self.objects.append(made)
        return self._objects[made]


def _parts(value: Any) -> Sequence[object]:
    if isinstance(value, tuple):
        return value
    if isinstance(value, (Enum, Decimal)):
        return [value.value if isinstance(value, Enum) else str(value)]
    return [getattr(value, field.name) for field in fields(value)]


def _build(made: list[Any], objects: Sequence[int]) -> None:
    """Make the objects in their order and append them to the words that they are made of."""
    part = made.__getitem__
    at = 0
    while at < len(objects):
        class_, end = objects[at], at + 2 + objects[at + 1]
        parts = map(part, objects[at + 2 : end])
        if class_ == _TUPLE:
            made.append(tuple(parts))
        else:
            of_class: Callable[..., Any] = _CLASSES[class_]
            made.append(of_class(*parts))
        at = end

"""Structure: the JSON Schema that editors use, and its complaints in our own words at the right place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError

from scorer.errors import Problem
from scorer.framework.marks import Node
from scorer.framework.model import Mark

__all__ = ["check_structure", "did_you_mean", "framework_schema"]

_KINDS = {dict: "a mapping", list: "a list", str: "text", type(None): "nothing", bool: "true or false"}
_TYPES = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
}

_CONDITIONS = ("phrase", "near", "metric", "quantity", "detail", "section", "all", "any")

# What a pattern of the schema asks for, by the name of its definition.
_PATTERNS = {
    "bound": 'write ">= 95", "> 0", "<= 10", "< 60" or "present"',
    "semver": 'write three numbers, such as "1.0.0"',
    "frameworkId": "use small letters, digits and -",
    "dimensionId": 'use digits or capital letters, such as "5"',
    "itemId": 'use digits or capital letters with dots, such as "5.2.2"',
    "groupName": "use small letters, digits and _, beginning with a letter",
    "fileName": "name a .yaml file that stands beside this one, without any path",
    "plainWords": "write the words themselves; a group cannot be used here",
    "text": "write some words",
}


def framework_schema(kind: str | None = None) -> dict[str, Any]:
    """The JSON Schema as a fresh dictionary.

    By itself it settles from the keys what a file is; ``kind`` narrows it to ``framework``, ``extension`` or
    ``dimension``.
    """
    text = files("scorer.framework").joinpath("framework.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    if kind is None:
        return schema
    # In draft 7 everything beside $ref is ignored, so the definition is reached through allOf.
    part = {"$schema": schema["$schema"], "title": schema["$defs"][kind]["title"]}
    return {**part, "allOf": [{"$ref": f"#/$defs/{kind}"}], "$defs": schema["$defs"]}


@lru_cache(maxsize=4)
def _validator(kind: str) -> Draft7Validator:
    return Draft7Validator(framework_schema(kind))


def check_structure(node: Node, kind: str) -> list[tuple[tuple[str | int, ...], Problem]]:
    """What the schema says against a tree: each problem with the path of the value that it is about.

    ``kind`` is ``framework``, ``extension`` or ``dimension``.
    """
    problems: list[tuple[tuple[str | int, ...], Problem]] = []
    for error in _validator(kind).iter_errors(node.plain()):
        path = tuple(error.absolute_path)
        problems.extend((path, problem) for problem in _say(error, node.at(iter(path)), path))
    return problems


def _say(error: ValidationError, node: Node, path: tuple[str | int, ...]) -> Iterator[Problem]:
    speaker = _SPEAKERS.get(str(error.validator), _plain)
    for mark, message, mend in speaker(error, node, path):
        yield Problem(mark.file, mark.line, mark.column, message, mend)


_Said = Iterator[tuple[Mark, str, str]]


def _label(path: tuple[str | int, ...]) -> str:
    """The name a person would give the value: its key, or that of the list it stands in."""
    for step in reversed(path):
        if isinstance(step, str):
            return repr(step)
    return "the file"


def _unknown_keys(error: ValidationError, node: Node, path: tuple[str | int, ...]) -> _Said:
    known = list(_properties(error))
    for key in node.mapping:
        if key in _CONDITIONS and key not in known and known[:1] and known[0] in _CONDITIONS:
            message = f"condition {known[0]!r} cannot hold {key!r} as well"
            yield node.place(key), message, "put both into {all: [...]} or {any: [...]}"
        elif key not in known:
            yield node.place(key), f"unknown key {key!r}", did_you_mean(key, known)


def _properties(error: ValidationError) -> dict[str, Any]:
    """The keys that the part of the schema in question knows."""
    return error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}


def did_you_mean(word: str, known: list[str]) -> str:
    """A mend that names the nearest known word, or all of them when none is near."""
    from rapidfuzz import fuzz, process  # only a mistake pays for this import

    best = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=60)
    if best is not None:
        return f"did you mean {best[0]!r}?"
    return "use one of: " + ", ".join(known) if known else "remove it"


def _missing_keys(error: ValidationError, node: Node, path: tuple[str | int, ...]) -> _Said:
    wanted: Any = error.validator_value
    key = next(name for name in wanted if error.message.startswith(repr(name)))
    yield node.mark, f"key {key!r} is missing", f"add '{key}:'"


def _wrong_type(error: ValidationError, node: Node, path: tuple[str | int, ...]) -> _Said:
    wanted: Any = error.validator_value
    names = [_TYPES[name] for name in ([wanted] if isinstance(wanted, str) else wanted)]
    message = f"{_label(path)} must be {' or '.join(names)}, not {_kind(node)}"
    asked = _asked(error)
    if asked and node.raw and not re.search(asked[0], node.raw):
        yield node.mark, message, asked[1]
    elif "text" in names and isinstance(node.value, bool):
        yield node.mark, message, f'YAML reads {node.raw} as true or false; quote it: "{node.raw}"'
    elif "text" in names and node.raw and not isinstance(node.value, str):
        yield node.mark, message, f'quote it: "{node.raw}"'
    elif node.value is None:
        yield node.mark, message, "write a value or remove the key"
    else:
        yield node.mark, message, f"write {names[0]}"


def _asked(error: ValidationError) -> tuple[str, str] | None:
    """The pattern that a text of this place must match, and how to say that."""
    pattern = error.schema.get("pattern") if isinstance(error.schema, dict) else None
    mend = next((text for name, text in _PATTERNS.items() if pattern and _pattern_of(name) == pattern), None)
    return (str(pattern), mend) if mend is not None else None


def _kind(node: Node) -> str:
    name = _KINDS.get(type(node.value), "the number")
    return f"the number {node.raw}" if name == "the number" else name


def _wrong_choice(error: ValidationError, node: Node, path: tuple[str | int, ...]) -> _Said:
    choices: Any = error.validator_value
    known = [str(choice) for choice in choices]
    yield node.mark, f"{_label(path)} cannot be {_shown(node)}", did_you_mean(_shown(node), known)


def _wrong_constant(error: ValidationError, node: Node, path: tuple[str | int, ...]) -> _Said:
    if error.validator_value == 1:
        yield node.mark, f"format version {_shown(node)} is unknown", "this program reads 'scorer: 1'"
    else:
        yield (
            node.mark,
            f"condition {_shown(node)!r} is unknown",
            "write topic, or a mapping such as {phrase: [词]}",
        )


def _shown(node: Node) -> str:
    return node.raw if len(node.raw) <= 60 else node.raw[:60] + "…"


def _wrong_pattern(error: ValidationError, node: Node, path: tuple[str | int, ...]) -> _Said:
    asked = _asked(error)
    mend = asked[1] if asked is not None else ""
    if isinstance(node.value, dict):  # the pattern is about the name of a key
        yield node.place(str(error.instance)), f"the name {error.instance!r} is not accepted", mend
    else:
        yield node.mark, f"{_label(path)} cannot be {_shown(node)!r}", mend


@lru_cache(maxsize=32)
def _pattern_of(definition: str) -> str:
    schema = framework_schema()["$defs"][definition]
    return str(schema.get("pattern") or schema.get("items", {}).get("pattern"))


def _out_of_range(error: ValidationError, node: Node, path: tuple[str | int, ...]) -> _Said:
    limit, value = error.validator_value, _shown(node)
    words = {
        "minimum": f"at least {limit}",
        "maximum": f"at most {limit}",
        "exclusiveMinimum": f"greater than {limit}",
    }[str(error.validator)]
    yield node.mark, f"{_label(path)} is {value}", f"write a number that is {words}"


def _wrong_size(error: ValidationError, node: Node, path: tuple[str | int, ...]) -> _Said:
    validator, limit = str(error.validator), error.validator_value
    if validator in ("minItems", "minLength", "minProperties"):
        if isinstance(node.value, dict) and path and _is_condition(error):
            yield node.mark, "an empty condition", "write topic, or a mapping such as {phrase: [词]}"
        else:
            amount = "is empty" if not error.instance else f"needs at least {limit} entries"
            yield node.mark, f"{_label(path)} {amount}", "add to it or remove the key"
    else:
        yield node.mark, f"{_label(path)} holds more than {limit}", "shorten or split it"


def _is_condition(error: ValidationError) -> bool:
    return "section" in _properties(error)


def _plain(error: ValidationError, node: Node, path: tuple[str | int, ...]) -> _Said:
    yield node.mark, f"{_label(path)}: {error.message}", ""


_SPEAKERS: dict[str, Callable[[ValidationError, Node, tuple[str | int, ...]], _Said]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_keys,
    "type": _wrong_type,
    "enum": _wrong_choice,
    "const": _wrong_constant,
    "pattern": _wrong_pattern,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "exclusiveMinimum": _out_of_range,
    "minItems": _wrong_size,
    "maxItems": _wrong_size,
    "minLength": _wrong_size,
    "maxLength": _wrong_size,
    "minProperties": _wrong_size,
}

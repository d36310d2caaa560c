"""Options that stand in a file: ``[tool.scorer]`` of ``pyproject.toml``, or ``.scorer.yaml``.

The nearest folder that has one of them, from the current folder up to the root of the repository (the folder
that holds ``.git``), gives the settings; outside a repository only the current folder is looked at, so that a
stranger's file further up never steers a run. Keys are the long names of options without dashes. At the top
they speak to every command that has the option, in a table with a command's name to that command alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from scorer.errors import UsageError

__all__ = ["FILES", "Settings", "defaults", "find", "load"]

FILES = (".scorer.yaml", "pyproject.toml")
"""Where settings may stand; the first one wins over the second only in that both together are refused."""

_NAME = b"scorer"  # TOML has many ways to write a table, and all of ours have this in them
_MISNAMED = ".scorer.yml"
_MAX_BYTES = 1_000_000
# Whose values are paths: they count from the folder of the file that names them, wherever the command runs.
_PATHS = frozenset({"framework", "decisions", "baseline", "gold", "from-json"})
# Said for one run only: a file that sets them would surprise whoever runs the next command.
_REFUSED = frozenset({"output", "help", "version", "verbose", "config", "office"})


@dataclass(frozen=True)
class Settings:
    """What a file says: its path, and its table as plain data with the line of each key (0 if not known)."""

    path: Path
    table: Mapping[str, Any]
    lines: Mapping[tuple[str, ...], int]

    def place(self, *keys: str) -> str:
        """``file:line`` of a key, for messages."""
        line = self.lines.get(keys, 0)
        return f"{self.path}:{line}" if line else str(self.path)


def find(start: Path) -> Settings | None:
    """The settings that hold for a command run in ``start``; None when no file has any."""
    for folder in _folders(start):
        if os.path.lexists(folder / _MISNAMED):
            raise UsageError(f"{folder / _MISNAMED}: is not read; name it {FILES[0]}")
        found = [settings for name in FILES if (settings := load(folder / name)) is not None]
        if len(found) > 1:
            one, other = found
            raise UsageError(f"{one.path} and {other.path} both hold settings; keep one of the two")
        if found:
            return found[0]
    return None


def _folders(start: Path) -> Iterator[Path]:
    """From ``start`` up to the root of its repository; ``start`` alone when it lies in none."""
    folder = start.resolve()
    chain = [folder, *folder.parents]
    roots = [place for place, one in enumerate(chain) if (one / ".git").exists()]
    yield from chain[: roots[0] + 1 if roots else 1]


def load(path: Path) -> Settings | None:
    """The settings of one file; None when it is not there or has no table for us.

    Raises UsageError naming the file and, for YAML, line and column.
    """
    try:
        if not path.is_file():
            if path.name == FILES[0] and os.path.lexists(path):
                raise UsageError(f"{path}: is no file; settings that cannot be read must not fall away")
            return None
        with path.open("rb") as stream:
            data = stream.read(_MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror or error})") from error
    if len(data) > _MAX_BYTES:
        raise UsageError(f"{path}: is larger than {_MAX_BYTES} bytes")
    if path.suffix == ".toml":
        return _from_toml(path, data) if _NAME in data else None
    return _from_yaml(path, data)


def _from_toml(path: Path, data: bytes) -> Settings | None:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        document = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{path}: is no valid TOML: {error}") from error
    tools = document.get("tool")
    table = tools.get("scorer") if isinstance(tools, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        raise UsageError(f"{path}: tool.scorer must be a table, such as [tool.scorer]")
    return Settings(path, table, {})


def _from_yaml(path: Path, data: bytes) -> Settings:
    from scorer.framework.marks import Node, parse

    if not data.strip():
        return Settings(path, {}, {})
    root, problems = parse(data, str(path))
    if problems or root is None:
        raise UsageError("\n".join(str(problem) for problem in problems))
    if not isinstance(root.value, dict):
        raise UsageError(f"{path}:1: must be a mapping, such as `framework: rule-of-law-2021`")
    lines: dict[tuple[str, ...], int] = {}

    def note(node: Node, above: tuple[str, ...]) -> None:
        for key, child in node.mapping.items():
            keys = (*above, key)
            lines[keys] = node.place(key).line
            note(child, keys)

    note(root, ())
    table: dict[str, Any] = root.plain()
    return Settings(path, table, lines)


def defaults(settings: Settings, root: click.Group, ctx: click.Context) -> dict[str, Any]:
    """The settings as click's ``default_map``: for each command the values of its options.

    Raises UsageError for a key that no command has, or that the command has not.
    """
    commands = {name: command for name in root.list_commands(ctx) if (command := root.get_command(ctx, name))}
    known = {key for command in commands.values() for key in _all_options(command, ctx)}
    shared: dict[str, Any] = {}
    tables: dict[str, Mapping[str, Any]] = {}
    for key, value in settings.table.items():
        # `framework` is a command and an option: a table speaks to the one, a word to the other.
        if key in commands and isinstance(value, Mapping):
            tables[key] = value
        elif key in known:
            shared[key] = value
        elif key in commands:
            raise UsageError(f"{settings.place(key)}: {key} is a command; its value must be a table")
        else:
            raise UsageError(f"{settings.place(key)}: unknown setting {key!r}{_nearest(key, known)}")
    return {
        name: _values(settings, command, shared, tables.get(name, {}), (name,), ctx)
        for name, command in commands.items()
    }


def _all_options(command: click.Command, ctx: click.Context) -> set[str]:
    names = set(_options(command))
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            names |= _all_options(inner, ctx) if inner else set()
    return names


def _options(command: click.Command) -> dict[str, click.Option]:
    """The options of a command that may be set, by their long names without dashes."""
    return {
        flag.removeprefix("--"): option
        for option in command.params
        if isinstance(option, click.Option)
        for flag in option.opts
        if flag.startswith("--") and flag.removeprefix("--") not in _REFUSED
    }


def _values(
    settings: Settings,
    command: click.Command,
    shared: Mapping[str, Any],
    own: Mapping[str, Any],
    above: tuple[str, ...],
    ctx: click.Context,
) -> dict[str, Any]:
    options = _options(command)
    inner: dict[str, click.Command] = {}
    if isinstance(command, click.Group):
        inner = {name: sub for name in command.list_commands(ctx) if (sub := command.get_command(ctx, name))}
    for key in own:
        if key not in options and key not in inner:
            where = settings.place(*above, key)
            raise UsageError(
                f"{where}: {above[-1]} has no setting {key!r}{_nearest(key, set(options) | set(inner))}"
            )
    made: dict[str, Any] = {}
    for key, option in options.items():
        for table, path in ((shared, (key,)), (own, (*above, key))):
            if key in table:
                assert option.name is not None  # noqa: S101 - click names every option
                made[option.name] = _value(settings, option, key, table[key], path)
    for name, sub in inner.items():
        table = own.get(name, {})
        if not isinstance(table, Mapping):
            raise UsageError(
                f"{settings.place(*above, name)}: {name} is a command; its value must be a table"
            )
        made[name] = _values(settings, sub, shared, table, (*above, name), ctx)
    return made


def _value(settings: Settings, option: click.Option, key: str, value: Any, path: tuple[str, ...]) -> Any:
    """The value as the command line would give it: click's own types and callbacks check it afterwards."""
    where = settings.place(*path)
    if option.is_flag:
        if not isinstance(value, bool):
            raise UsageError(f"{where}: {key} must be true or false")
        return value
    if option.multiple:
        return [_word(settings, where, key, one) for one in (value if isinstance(value, list) else [value])]
    return _word(settings, where, key, value)


def _word(settings: Settings, where: str, key: str, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float, Decimal)):
        raise UsageError(f"{where}: {key} must be one value, a word or a number")
    word = str(value)
    if key not in _PATHS:
        return word
    path = settings.path.parent / word
    if key == "framework" and not path.exists():
        from scorer.framework.locate import builtin  # brings in all that frameworks are made of

        if builtin(word) is not None:
            return word
    return str(path)  # also when nothing is there: the folder that the command runs in is never meant


def _nearest(key: str, known: set[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, sorted(known), 1)
    return f"; did you mean {near[0]!r}?" if near else ""

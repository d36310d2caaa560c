"""A click group that imports a command only when it is asked for, so that ``scorer --version`` stays quick."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from scorer.cli.localized import Group

__all__ = ["LazyGroup"]


class LazyGroup(Group):
    """``commands_at`` maps a command's name to ``module:attribute``, in the order of the help text."""

    def __init__(self, *args: Any, commands_at: dict[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._commands_at = commands_at or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return [*self._commands_at, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None when there is none."""
        if cmd_name not in self._commands_at:
            return super().get_command(ctx, cmd_name)
        module, attribute = self._commands_at[cmd_name].split(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)  # noqa: S101 - a programming error, not an input
        return command

"""Errors that a person reads: what is wrong, where, and the mend.

Every stage raises a child of :class:`ScorerError`; the command line prints it in one place and turns
``exit_code`` into the process's exit status. Anything else that escapes is an internal fault (exit code 4).
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["FrameworkError", "InputError", "Problem", "ScorerError", "UsageError", "first_few"]

_FEW = 5


class Problem:
    """One thing wrong in a file: place, what, and the mend.

    ``line`` and ``column`` count from 1 in code points; 0 means that the place is the file as a whole.
    """

    __slots__ = ("column", "file", "line", "mend", "message")

    def __init__(self, file: str, line: int, column: int, message: str, mend: str = "") -> None:
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.mend = mend

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.message}" + (f"; {self.mend}" if self.mend else "")

    def __repr__(self) -> str:
        return f"Problem({str(self)!r})"


class ScorerError(Exception):
    """Base of all errors that are meant for the user; ``str()`` of it is what is printed."""

    exit_code = 4


class UsageError(ScorerError):
    """The command or a call was asked wrongly, for example an unknown format or item."""

    exit_code = 2


class InputError(ScorerError):
    """A report is missing, unreadable or empty. The message names file and cause."""

    exit_code = 3

    def __init__(self, name: str, cause: str, mend: str = "") -> None:
        self.name = name
        self.cause = cause
        self.mend = mend
        super().__init__(f"{name}: {cause}" + (f"; {mend}" if mend else ""))


class FrameworkError(ScorerError):
    """A framework is invalid; carries all problems that were found, not only the first."""

    exit_code = 2

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def first_few(names: Sequence[str]) -> str:
    """The first names of a list for a message, with a sign where there are more."""
    return ", ".join(names[:_FEW]) + (" …" if len(names) > _FEW else "")

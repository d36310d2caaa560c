"""The interface every output keeps: finished scorecards in, text or bytes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, get_args

from scorer.scoring.model import Scorecard

if TYPE_CHECKING:
    from scorer.scoring.gate import Failing

__all__ = ["DETAILS", "Detail", "Failure", "Options", "Renderer"]

Detail = Literal["summary", "items", "full"]
DETAILS: tuple[Detail, ...] = get_args(Detail)


@dataclass(frozen=True, slots=True)
class Options:
    """How to show a scorecard.

    ``detail`` None takes what suits the format best. ``width`` is in terminal cells (a Chinese character
    takes two), ``color`` allows escape codes, ``unicode`` allows signs such as ✔ that only UTF-8 is sure to
    carry; these three concern the terminal alone. ``missed`` is what each card in turn does not reach, where a gate
    was asked; None where none was.
    """

    detail: Detail | None = None
    width: int = 100
    color: bool = False
    unicode: bool = True
    missed: Sequence[Sequence[Failing]] | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that got no scorecard: its name, and the cause in words for a person."""

    name: str
    message: str


class Renderer(Protocol):
    """One kind of output. ``extension`` has its dot; a file of that kind is always UTF-8."""

    @property
    def name(self) -> str:
        """What ``--format`` calls it."""
        ...

    @property
    def extension(self) -> str:
        """The ending of a file of this kind, such as ``.md``."""
        ...

    @property
    def media(self) -> str:
        """The media type, such as ``text/markdown``."""
        ...

    @property
    def binary(self) -> bool:
        """Whether ``render`` returns bytes (a workbook, a Word file): nothing for a screen."""
        ...

    def ready(self) -> None:
        """Load what rendering needs; raises UsageError, with what to install, where that is missing."""
        ...

    def render(
        self, cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()
    ) -> str | bytes:
        """Show the cards in the order given, then what could not be read; same input, same output."""
        ...

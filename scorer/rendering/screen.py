"""A page of styled lines that never exceed a width: the small drawing kit of the terminal output.

Everything is a rich ``Text``; no markup is ever parsed, so ``[red]`` in a report stays four characters and
a bracket. Layout uses no frames: what is piped into a file reads as well as what is seen on a screen.
"""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.text import Text

from scorer.rendering.interface import Options
from scorer.rendering.labels import Mark
from scorer.rendering.wrap import cells, fit, pad, wrap

__all__ = ["TONES", "Screen", "aligned"]

_NARROWEST, _WIDEST = 40, 200
_PROSE = 108  # cells: 54 Chinese characters are as many as an eye follows in one line
TONES = {"good": "green", "middle": "yellow", "bad": "red", "quiet": "dim"}


def aligned(*words: str) -> list[str]:
    """Labels filled up to one width, so that what stands beside them begins in one column."""
    widest = max(map(cells, words))
    return [pad(one, widest) for one in words]


class Screen:
    """Collects lines; ``width`` is the page's, between 40 and 200 cells whatever was asked."""

    def __init__(self, options: Options) -> None:
        self.width = min(max(options.width, _NARROWEST), _WIDEST)
        self._color = options.color
        self._unicode = options.unicode
        self._lines: list[Text] = []

    def sign(self, mark: Mark) -> tuple[str, str]:
        """Sign and word of a state, in its tone."""
        return f"{mark.sign if self._unicode else mark.ascii} {mark.word}", TONES[mark.tone]

    def bar(self, share: float, size: int) -> tuple[tuple[str, str], tuple[str, str]]:
        """A bar of ``size`` cells filled to ``share`` (0 to 1); only a full share fills it wholly."""
        filled = int(max(0.0, min(share, 1.0)) * size)
        full, empty = ("█", "░") if self._unicode else ("#", ".")
        return (full * filled, "cyan"), (empty * (size - filled), "dim")

    def blank(self) -> None:
        """An empty line, never two in a row."""
        if self._lines and self._lines[-1].plain:
            self._lines.append(Text())

    def heading(self, words: str, aside: str = "") -> None:
        """A heading with a thin rule behind it."""
        self.blank()
        words = fit(words, self.width - 4)
        aside = fit(aside, max(1, self.width - cells(words) - 4)) if aside else ""
        room = self.width - cells(words) - cells(aside) - (4 if aside else 2)
        stroke = "─" if self._unicode else "-"
        self.row((words, "bold"), (f"  {aside}" if aside else "", "dim"), (f"  {stroke * room}", "dim"))

    def row(self, *pieces: tuple[str, str]) -> None:
        """One line of (words, style) pieces; what does not fit is cut off with an ellipsis."""
        line, room = Text(), self.width
        for words, style in pieces:
            if room > 0 and words:
                words = fit(words, room)
                line.append(words, style)
                room -= cells(words)
        line.rstrip()
        self._lines.append(line)

    def prose(
        self,
        label: str,
        words: str,
        indent: int,
        style: str = "",
        *,
        hit: tuple[int, int] = (0, 0),
        tail: str = "",
    ) -> None:
        """A label, words wrapped beside it, ``hit`` (offsets into them) underlined, and a faint ``tail``."""
        left = indent + (cells(label) + 2 if label else 0)
        room = max(20, min(self.width, _PROSE + indent) - left)
        faint = len(words)
        words += f"  {tail}" if tail else ""
        for number, (start, end) in enumerate(wrap(words, room)):
            line = Text(" " * indent)
            if label:
                line.append(label + "  " if number == 0 else " " * (cells(label) + 2), "dim")
            part = Text(words[start:end], style)
            part.stylize("underline", max(hit[0] - start, 0), max(hit[1] - start, 0))
            part.stylize("dim", max(faint - start, 0))
            line.append_text(part)
            line.rstrip()
            self._lines.append(line)

    def columns(self, *parts: tuple[str, int, str]) -> None:
        """One line of (words, cells, style) columns; a negative number of cells aligns to the right."""
        self.row(*((pad(words, abs(size), right=size < 0), style) for words, size, style in parts if size))

    def finish(self) -> str:
        """The page as text; with escape codes only where colour was allowed."""
        console = Console(
            file=StringIO(),
            width=self.width,
            height=100,
            force_terminal=self._color,
            force_jupyter=False,
            force_interactive=False,
            color_system="standard" if self._color else None,
            no_color=not self._color,
            legacy_windows=False,
            markup=False,
            highlight=False,
            emoji=False,
        )
        with console.capture() as captured:
            for line in self._lines:
                console.print(line, soft_wrap=True)
        return captured.get()

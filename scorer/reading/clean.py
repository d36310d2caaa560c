"""One cleaning at the time of reading, so that no later stage and no output meets a hostile character."""

from __future__ import annotations

import re

from scorer.reading.radicals import restore_twins

__all__ = ["REPLACEMENT", "clean", "one_line"]

REPLACEMENT = "\ufffd"

# Besides LF: CRLF, CR, the line and page breaks of word processors (VT, FF), NEL, and Unicode's own two.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# Controls but TAB and LF, lone surrogates, and what reorders the text on a screen. Zero-width characters
# are harmless and stay: the folded view skips them.
_HOSTILE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def clean(text: str) -> tuple[str, int]:
    """The text that all offsets refer to, and how many characters were made visible.

    Line ends become ``\\n``; then every control, lone surrogate and bidirectional control becomes one U+FFFD.
    A byte order mark at the start goes, and radicals that stand for characters become those characters.

    >>> clean("\\ufeff一\\r\\n二\\x1b")
    ('一\\n二\\ufffd', 1)
    """
    return _visible(restore_twins(text.removeprefix("\ufeff")))


def one_line(name: str) -> str:
    """A file name as it may stand in a message: cleaned, on one line."""
    return _visible(name)[0].replace("\n", REPLACEMENT).replace("\t", REPLACEMENT)


def _visible(text: str) -> tuple[str, int]:
    return _HOSTILE.subn(REPLACEMENT, _LINE_ENDS.sub("\n", text))

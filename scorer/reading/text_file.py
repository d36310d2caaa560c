"""Plain text: decode, clean, and refuse what is not a text after all."""

from __future__ import annotations

from scorer.errors import InputError
from scorer.hashing import sha256
from scorer.reading.clean import REPLACEMENT, clean
from scorer.reading.encodings import decode
from scorer.reading.interface import Document
from scorer.reading.kinds import identify
from scorer.reading.manuscript import refuse_unusual, text_warnings
from scorer.reading.radicals import count_twins
from scorer.text import Text

__all__ = ["TextReader"]

# Above these shares a file is binary or was destroyed by an earlier conversion. A handful is never too much:
# in a text of two lines a single stray control would be.
_CONTROL_SHARE = 0.02
_DAMAGE_SHARE = 0.01
_HANDFUL = 3


class TextReader:
    """UTF-8, UTF-16 and GB18030 text with any line ends."""

    name = "text"

    def sniff(self, data: bytes, name: str) -> bool:
        """Whether ``data`` may be text: whatever is not plainly something else."""
        return identify(data) is None

    def read(self, data: bytes, name: str) -> Document:
        """The cleaned text; raises :class:`InputError` if it cannot be decoded or is no text of words."""
        decoded = decode(data, name)
        damaged = decoded.count(REPLACEMENT)
        content, controls = clean(decoded)
        _refuse_binary(name, len(content), controls, damaged)
        refuse_unusual(content, name)
        warnings = text_warnings(controls, damaged, count_twins(decoded))
        return Document(Text(content, name), self.name, sha256(data).hexdigest(), warnings)


def _refuse_binary(name: str, characters: int, controls: int, damaged: int) -> None:
    if controls > max(_HANDFUL, _CONTROL_SHARE * characters):
        cause = f"looks binary: {controls} of {characters} characters are control characters"
        raise InputError(name, cause, "save it as UTF-8 text")
    if damaged > max(_HANDFUL, _DAMAGE_SHARE * characters):
        cause = (
            f"was damaged before: {damaged} of {characters} characters are replacement characters (U+FFFD)"
        )
        raise InputError(name, cause, "convert the original again")

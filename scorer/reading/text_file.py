"""Plain text: decode, clean, and refuse what is not a text after all."""

from __future__ import annotations

import hashlib

from scorer.errors import InputError
from scorer.reading.clean import REPLACEMENT, clean
from scorer.reading.encodings import decode
from scorer.reading.interface import Document, ReadWarning
from scorer.reading.kinds import foreign_kind
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
        return foreign_kind(data) is None

    def read(self, data: bytes, name: str) -> Document:
        """The cleaned text; raises :class:`InputError` if it cannot be decoded or is no text of words."""
        decoded = decode(data, name)
        damaged = decoded.count(REPLACEMENT)
        content, controls = clean(decoded)
        _refuse_binary(name, len(content), controls, damaged)
        if not content.strip():
            raise InputError(name, "holds nothing but white space", "give a file with the text of the report")
        if not any(character.isalnum() for character in content):
            raise InputError(name, "holds no words", "give a file with the text of the report")
        warnings = _warnings(controls, damaged)
        return Document(Text(content, name), self.name, hashlib.sha256(data).hexdigest(), warnings)


def _refuse_binary(name: str, characters: int, controls: int, damaged: int) -> None:
    if controls > max(_HANDFUL, _CONTROL_SHARE * characters):
        cause = f"looks binary: {controls} of {characters} characters are control characters"
        raise InputError(name, cause, "save it as UTF-8 text")
    if damaged > max(_HANDFUL, _DAMAGE_SHARE * characters):
        cause = (
            f"was damaged before: {damaged} of {characters} characters are replacement characters (U+FFFD)"
        )
        raise InputError(name, cause, "convert the original again")


def _warnings(controls: int, damaged: int) -> tuple[ReadWarning, ...]:
    found = []
    if controls:
        message = f"文本含{controls}个控制字符（含双向控制符、孤立代理项），已逐个改为“{REPLACEMENT}”"
        found.append(ReadWarning("control_characters", message))
    if damaged:
        message = f"文本原有{damaged}个替换符“{REPLACEMENT}”，说明此前转换时丢失了文字，请核对原件"
        found.append(ReadWarning("replacement_characters", message))
    return tuple(found)

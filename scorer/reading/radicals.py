"""Characters that fonts smuggle into a text in place of the ones that were meant.

Programs that print or copy a page often look a glyph up by its shape and find the twin of the right
character: the radical ⼈ (U+2F08) for 人, ⺠ (U+2EA0) for 民, the compatibility ideograph 不 (U+F967) for 不. They
look alike and match nothing. Every twin is one code point for one code point, so offsets stay.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from scorer.shipped import shipped

__all__ = ["count_twins", "restore_twins", "twins"]

# The blocks "Kangxi Radicals", "CJK Radicals Supplement", and both of "CJK Compatibility Ideographs".
_KANGXI = range(0x2F00, 0x2FD6)
_SUPPLEMENT = range(0x2E80, 0x2EF4)
_COMPATIBILITY = (*range(0xF900, 0xFADA), *range(0x2F800, 0x2FA1E))
# Unicode equates ⼾ with 戶; in fonts of the mainland its shape is that of 户, and there the twin comes from.
_MAINLAND = {0x2F3E: "户"}
_SUSPECT = re.compile("[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufad9\U0002f800-\U0002fa1d]")


@cache
def twins() -> dict[int, str]:
    """Code point to the character that was meant, as ``str.translate`` takes it.

    Compatibility ideographs have a canonical equivalent (Unicode Standard, chapter 18.1), Kangxi radicals a
    compatibility one; for the other radicals the table beside this file says which character looks the same.
    """
    table = {code: _equivalent("NFC", code) for code in _COMPATIBILITY}
    table |= {code: _equivalent("NFKC", code) for code in (*_KANGXI, *_SUPPLEMENT)}
    for line in shipped("scorer.reading", "radicals.tsv").splitlines():
        if not line.startswith("#"):
            radical, ideograph, *_ = line.split("\t")
            table[int(radical, 16)] = chr(int(ideograph, 16))
    table |= _MAINLAND
    return {code: meant for code, meant in table.items() if len(meant) == 1 and ord(meant) != code}


def restore_twins(text: str) -> str:
    """The text with the characters that were meant; as long as before.

    >>> restore_twins("⼈⺠政府")
    '人民政府'
    """
    return text.translate(twins()) if _SUSPECT.search(text) else text


def count_twins(text: str) -> int:
    """How many characters :func:`restore_twins` would change."""
    return sum(ord(found[0]) in twins() for found in _SUSPECT.finditer(text))


def _equivalent(form: str, code: int) -> str:
    return unicodedata.normalize(form, chr(code))  # type: ignore[arg-type]

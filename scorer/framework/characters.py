"""Characters that nobody sees and that no word of a framework needs: controls, marks of direction, zero widths.

YAML lets them in as escapes (``"\\e"``, ``"\\u202e"``), and printed as they are they would steer a terminal,
turn a line round, or make two words differ that look the same.
"""

from __future__ import annotations

import unicodedata

__all__ = ["unseen"]

_KINDS = {
    "Cc": "control character",
    "Cf": "invisible character",  # zero widths, soft hyphen, direction and language marks
    "Cs": "half a character",  # a lone surrogate
    "Zl": "line separator",
    "Zp": "paragraph separator",
}


def unseen(text: str, allowed: str) -> str | None:
    """What the first unseen character of ``text`` is, with its code point; None when there is none.

    >>> unseen("恶\\x1b[31m", "\\n"), unseen("法治　政府\\n", "\\n")
    ('control character U+001B', None)
    """
    if text.isprintable():  # nearly always, and fast; not only unseen characters are unprintable
        return None
    for character in text:
        kind = _KINDS.get(unicodedata.category(character))
        if kind is not None and character not in allowed:
            return f"{kind} U+{ord(character):04X}"
    return None

"""What Word files and workbooks share: words that XML can carry, and archives without a clock."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from scorer.rendering.clean import ELLIPSIS, visible

__all__ = ["MIDNIGHT", "fitting", "packed", "sayable"]

MIDNIGHT = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can name; it stands for "no time"."""

# XML 1.0 (section 2.2) has no place for these two; `visible` has taken the other characters that it lacks.
_FOREIGN = re.compile("[\ufffe\uffff]")
_SURPLUS = f"{ELLIPSIS}（太长，以下略）"


def sayable(words: str) -> str:
    """One line of ordinary characters, all of which XML can carry."""
    return _FOREIGN.sub("\ufffd", visible(words))


def fitting(words: str, limit: int) -> str:
    """The same in at most ``limit`` UTF-16 units, by which office programs count; a cut is told in words.

    >>> fitting("法治政府" * 5, 16)
    '法治政府法治政…（太长，以下略）'
    """
    shown = sayable(words[: limit + 1])  # cut first: what nobody will see costs nothing
    if len(words) <= limit and _units(shown) <= limit:
        return shown
    room = limit - len(_SURPLUS)
    kept = shown[:room]
    while _units(kept) > room:
        kept = kept[: len(kept) - max(1, (_units(kept) - room) // 2)]
    return kept + _SURPLUS


def _units(words: str) -> int:
    return len(words) + sum(character > "\uffff" for character in words)


def packed(archive: bytes) -> bytes:
    """The same archive with the same members in the same order, every one of them made at ``MIDNIGHT``."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            member = zipfile.ZipInfo(name, MIDNIGHT)
            member.external_attr = 0o600 << 16
            made.writestr(member, given.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()

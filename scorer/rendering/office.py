"""What tables, workbooks and Word files share: heads, words that XML can carry, archives without a clock."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from scorer.i18n import mark, tr, trp
from scorer.rendering.clean import ELLIPSIS, visible

__all__ = ["MIDNIGHT", "fitting", "head_of", "packed", "sayable"]

MIDNIGHT = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can name; it stands for "no time"."""

# Words that are shorter over a column than elsewhere, or mean something else there.
_HEADS = {
    mark("不适用"): lambda: trp("column", "不适用"),
    mark("序号"): lambda: trp("column", "序号"),
    mark("复核意见"): lambda: trp("column", "复核意见"),
    mark("需复核"): lambda: trp("column", "需复核"),
}
# XML 1.0 (section 2.2) has no place for these two; `visible` has taken the other characters that it lacks.
_FOREIGN = re.compile("[\ufffe\uffff]")


def head_of(message: str) -> str:
    """The head of a column in the language in force."""
    special = _HEADS.get(message)
    return special() if special else tr(message)


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
    surplus = tr("{ellipsis}（太长，以下略）", ellipsis=ELLIPSIS)
    room = limit - len(surplus)
    kept = shown[:room]
    while _units(kept) > room:
        kept = kept[: len(kept) - max(1, (_units(kept) - room) // 2)]
    return kept + surplus


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

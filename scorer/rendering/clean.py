"""Words of a report made fit to be shown: one line, nothing invisible, nothing that steers a terminal.

The scorecard keeps the words as they were read; only what people look at goes through here. Escaping for a
certain output (Markdown's signs, for instance) comes after this and is that output's own affair.
"""

from __future__ import annotations

import re

__all__ = ["ELLIPSIS", "excerpt", "visible"]

ELLIPSIS = "…"

# C0 and C1 controls, the signs that turn the direction of writing, lone surrogates: shown as a blot.
_BLOT = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
# Soft hyphens, joiners, variation selectors, tags: they have no width and say nothing, so they go.
_NOTHING = re.compile(
    "[\xad\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_SPACE = re.compile(r"\s+")
_WIDE = "\u2e80"  # CJK begins here; between two such characters a line end is only a wrapped line


def visible(text: str) -> str:
    r"""One line of ordinary characters.

    White space becomes one space, or nothing where a line was broken between two Chinese characters.

    >>> visible("人\n社局\x1b[31m")
    '人社局\ufffd[31m'
    """
    text = _NOTHING.sub("", _BLOT.sub("\ufffd", text)).strip()
    return _SPACE.sub(lambda gap: _joint(text, gap), text)


def _joint(text: str, gap: re.Match[str]) -> str:
    before, after = text[gap.start() - 1], text[gap.end()]
    wrapped = "\n" in gap.group() or "\r" in gap.group()
    return "" if wrapped and before >= _WIDE and after >= _WIDE else " "


def excerpt(text: str, limit: int, hit: tuple[int, int] = (0, 0)) -> tuple[str, int, int]:
    """At most about ``limit`` characters of a text, chosen so that ``hit`` (offsets into it) is seen.

    Returns the visible words and where in them the hit lies; an empty or impossible hit gives an empty
    stretch. Cuts are marked with an ellipsis. Cutting comes first, so that a sentence of a million
    characters costs no more than a short one.
    """
    start, end = max(0, min(hit[0], len(text))), max(0, min(hit[1], len(text)))
    first = 0
    if len(text) > limit and end > start:
        first = max(0, min(start - limit // 3, len(text) - limit))
    last = min(len(text), first + limit)
    start, end = max(start, first), min(max(start, end), last)
    before, middle = visible(text[first:start]), visible(text[start:end]) if end > start else ""
    # Cleaned as a whole: a gap beside the hit must come out the same with and without a hit.
    whole = visible(text[first:last])
    at = whole.find(middle, max(0, len(before) - 1)) if middle else 0
    at, length = (at, len(middle)) if at >= 0 else (0, 0)
    lead = ELLIPSIS if first > 0 else ""
    return f"{lead}{whole}{ELLIPSIS if last < len(text) else ''}", at + len(lead), at + len(lead) + length

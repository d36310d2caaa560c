"""Words of a report made inert inside GitHub-flavoured Markdown."""

from __future__ import annotations

import re

from scorer.rendering.clean import excerpt, visible

__all__ = ["escaped", "escaped_excerpt"]

# Every sign that can begin or end a construct: emphasis, code, links, headings, lists, tables, HTML,
# entities, mathematics ($), bare addresses (the : of http://).
_SIGNS = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>~&=$:^]")
# GitHub looks for @names, #123, GH-123 and :emoji: in the finished page, where a backslash is long gone.
# An invisible word joiner after the sign parts it from the name and shows nothing.
_CALLS = re.compile(r"[@#](?=[0-9A-Za-z])|\bGH-(?=\d)|:(?=[a-z+])|@$|#$", re.IGNORECASE)
_JOINER = "\u2060"


def escaped(words: str) -> str:
    r"""One line of Markdown that shows exactly these words (after :func:`visible`).

    >>> escaped("1. **粗**|<b>")
    '1\\. \\*\\*粗\\*\\*\\|\\<b\\>'
    """
    joined = _CALLS.sub(lambda call: call.group() + _JOINER, visible(words))
    return _SIGNS.sub(lambda sign: "\\" + sign.group(), joined)


def escaped_excerpt(words: str, limit: int, hit: tuple[int, int] = (0, 0)) -> str:
    """The same for at most about ``limit`` characters around ``hit``."""
    return escaped(excerpt(words, limit, hit)[0])

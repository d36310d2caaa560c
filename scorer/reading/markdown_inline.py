"""The marks inside a line of Markdown: emphasis, links, code, escapes, entities and the few tags that occur."""

from __future__ import annotations

import re
from html import unescape

__all__ = ["plain"]

_PRIVATE = 0xF0000  # escaped signs wait here, in a plane that no report uses, until the marks are gone
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = re.compile("[\U000f0000-\U000f007f]")
_CODE = re.compile(r"(`{1,3})([^`\n]{1,2000})\1")
_PICTURE = re.compile(r"!\[[^\[\]]{0,300}\](?:\([^()\n]{0,1000}\)|\[[^\[\]]{0,100}\])(?:\{[^{}]{0,100}\})?")
_LINK = re.compile(
    r"\[([^\[\]\n]{1,500})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,1000}\)|\[[^\[\]\n]{0,100}\]|\{[^{}\n]{0,100}\})"
)
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]:?")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,1000})>")
_TAG = re.compile(
    r"</?(?:p|div|span|font|b|i|u|s|strong|em|sup|sub|center|a|img|small|mark|ins|hr|details|summary)(?:\s[^<>]{0,1000})?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
_STRUCK = re.compile(r"~~(?=[^\s~])[^~\n]{1,1000}~~|<del>[^<>]{0,1000}</del>")
_STRONG = re.compile(r"\*\*\*(?=[^\s*])([^*\n]{1,1000})\*\*\*|\*\*(?=[^\s*])([^*\n]{1,1000})\*\*")
_EMPHASIS = re.compile(r"(?<![*\dA-Za-z])\*(?=[^\s*\d])([^*\n]{1,1000})(?<=[^\s*])\*(?![*\d])")
_UNDERSCORED = re.compile(r"(?<![\w])(_{1,3})(?=[^\s_])([^_\n]{1,1000})(?<=[^\s_])\1(?![\w])")


def plain(line: str) -> str:
    """The words of a line; ``<br>`` becomes a line end.

    >>> plain("**一、** 全年[受理](a.htm)案件 5\\\\*2 件")
    '一、 全年受理案件 5*2 件'
    """
    line = _ESCAPED.sub(lambda found: chr(_PRIVATE + ord(found[1])), line.rstrip()).rstrip("\\")
    line = _CODE.sub(r"\2", _STRUCK.sub("", line))
    line = _LINK.sub(r"\1", _PICTURE.sub("", line))
    line = _ADDRESS.sub(r"\1", _NOTE.sub("", line))
    line = _TAG.sub("", _BREAK.sub("\n", line))
    line = _STRONG.sub(lambda found: found[1] or found[2], line)
    line = _UNDERSCORED.sub(r"\2", _EMPHASIS.sub(r"\1", line))
    if "&" in line:
        line = unescape(line)
    return _HELD.sub(lambda found: chr(ord(found[0]) - _PRIVATE), line)

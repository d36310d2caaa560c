"""What the page's templates need to speak one language and quote another: the report is in Chinese always."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from scorer.i18n import trp

__all__ = ["cited", "ours", "own", "rich", "tag"]

REPORTS = "zh-CN"
_CHINESE, _LATIN = re.compile(r"[\u3400-\u9fff]"), re.compile("[A-Za-z]")


def tag() -> str:
    """The language of the page as HTML names it (BCP 47)."""
    # i18n: how HTML names the language of the translation (BCP 47)
    return trp("language tag", "zh-CN")


def own(*words: str) -> Markup:
    """The attribute ``lang`` for words of the report or the framework; nothing in a page that is Chinese itself.

    When the words are given they must be Chinese, not a sentence of ours that quotes some.
    """
    if tag() == REPORTS:
        return Markup("")
    text = "".join(words)
    chinese = not words or 2 * len(_CHINESE.findall(text)) > len(_LATIN.findall(text))
    return Markup(' lang="{}"').format(REPORTS) if chinese else Markup("")


def cited(words: str) -> Markup:
    """Words of the report amid ours, marked as :func:`own` does."""
    language = own(words)
    return Markup("<span{}>{}</span>").format(language, words) if language else escape(words)


def ours() -> Markup:
    """The attribute ``lang`` for our words amid those of the report."""
    return Markup("") if tag() == REPORTS else Markup(' lang="{}"').format(tag())


def rich(message: str, /, **values: object) -> Markup:
    """A message with some of its places filled by markup; all other values, and the message itself, are escaped.

    >>> rich("{name}：{words}", name=Markup("<b>甲</b>"), words="<乙>")
    Markup('<b>甲</b>：&lt;乙&gt;')
    """
    return escape(message).format(**values)

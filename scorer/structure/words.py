"""Helpers to write tables of Chinese words as patterns."""

from __future__ import annotations

import re

__all__ = ["HAN", "LEAD", "blank_names", "either"]

# A character of a name: a letter that is not Latin. The range of the Chinese characters says the same of reports but
# takes half a millisecond to compile wherever it stands, so patterns with many names in them are made of this.
HAN = r"[^\W\d_A-Za-z]"
# What may stand before the first word of a clause: 一是, （三）, 2、, 其中，
LEAD = (
    r"^(?:[一二三四五六七八九十]{1,3}(?:是|、)|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.](?!\d))?"
    r"(?:其中|同时|此外|另外|特别是|尤其是|但是?|不过|而|且|并)?，?"
)
_NAMES = re.compile("“[^“”]{0,80}”|《[^《》]{0,120}》")


def either(words: str) -> str:
    """A group that matches any of the words, which white space separates; the longest is tried first.

    >>> either("把 把握")
    '(?:把握|把)'
    """
    return f"(?:{'|'.join(sorted(words.split(), key=len, reverse=True))})"


def blank_names(clause: str) -> str:
    """The clause without what stands in quotation marks or in titles: “执法不严”专项整治 states no lack.

    >>> blank_names("破解“办事难”，印发《关于解决问题的意见》")
    '破解“”，印发“”'
    """
    return _NAMES.sub("“”", clause) if "“" in clause or "《" in clause else clause

"""Numbers of headings and of run-in points: 一、 （一） 1、 （1） 一是 第一，.

Everything works on the folded view (see :func:`scorer.text.fold`), where brackets, commas and colons are full-width,
digits are ASCII and there are no spaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scorer.patterns import begins

__all__ = ["RUN_IN", "Numbering", "chinese_number", "read_numbering", "run_in_number"]

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_CN = "[一二三四五六七八九十]{1,3}"

# Marks that a converter from web pages or Markdown leaves before a heading.
_PREFIX = re.compile(r"[#>*•·●■◆\-]{1,8}")

_UNIT = "(?:[万亿倍成元个件次人家份项起场条部名期户天年月日吨米公平多余]|小时|百分)"

_FORMS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"第({_CN})(?:部分|章)[、：，.]?")),
    (1, re.compile(rf"({_CN})(?:、|．|\.(?!\d))")),
    (2, re.compile(rf"（({_CN})）[、.，]?")),
    (2, re.compile(rf"第({_CN})节[、：，.]?")),
    (3, re.compile(r"(\d{1,2})(?:、|．|\.(?!\d)|\.(?=20\d\d年))")),
    # 2.1 and 2.1.3, the last number; 1.5万件 and 3.2亿元 are quantities.
    (
        4,
        re.compile(
            rf"\d{{1,2}}(?:\.\d{{1,2}})?\.(\d{{1,2}})(?:、|\.(?!\d)|(?=“|(?!{_UNIT})[\u4e00-\u9fff]))"
        ),
    ),
    (4, re.compile(r"（(\d{1,2})）[、.]?")),
    (4, re.compile(r"(\d{1,2})）")),
    (4, re.compile(r"([①-⑳])")),
)

# A point inside a paragraph. It stands at the paragraph's start or after a mark; 统一是 and 唯一要 do not count.
RUN_IN = begins(
    "\\d①-⑳一七三九二五八六其十四第（",
    rf"(?:(?<=[。；：，！？”）])|(?<![\s\S])|(?<=\n))"
    rf"(?:{_CN}(?:是(?!否)|要(?=[^求点素件]))|第{_CN}(?:，|、|是)|其[一二三四五六七八九](?:，|是))"
    r"|(?<=[。；：])(?:[①-⑳]|（\d{1,2}）|\d{1,2}[、.](?=[\u4e00-\u9fff“]))",
)
_RUN_IN_NUMBER = re.compile(rf"({_CN}|\d{{1,2}}|[①-⑳])")


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number a line starts with: depth (1 一、 2 （一） 3 1、 4 （1） or 2.1), value, and where the words begin."""

    depth: int
    number: int
    length: int


def chinese_number(digits: str) -> int:
    """The value of a Chinese numeral up to 99, or of a circled or Arabic one.

    >>> chinese_number("二十三"), chinese_number("十"), chinese_number("③"), chinese_number("7")
    (23, 10, 3, 7)
    """
    if digits.isdecimal():
        return int(digits)
    if "①" <= digits <= "⑳":
        return ord(digits) - ord("①") + 1
    tens, mark, units = digits.rpartition("十")
    if not mark:
        return _DIGITS.get(digits[-1:], 0)
    return (_DIGITS.get(tens[-1:], 1) if tens else 1) * 10 + _DIGITS.get(units[:1], 0)


def read_numbering(line: str) -> Numbering | None:
    """The number at the start of a folded line, None when it has none.

    >>> read_numbering("（三）坚持放管服改革")
    Numbering(depth=2, number=3, length=3)
    >>> read_numbering("2.1执法力量"), read_numbering("2.1万人参加")
    (Numbering(depth=4, number=1, length=3), None)
    """
    prefix = _PREFIX.match(line)
    at = prefix.end() if prefix else 0
    for depth, form in _FORMS:
        found = form.match(line, at)
        if found:
            return Numbering(depth, chinese_number(found[1]), found.end())
    return None


def run_in_number(marker: str) -> int:
    """The value of a run-in marker, 0 when it has none.

    >>> run_in_number("二是"), run_in_number("第三，")
    (2, 3)
    """
    found = _RUN_IN_NUMBER.search(marker)
    return chinese_number(found[1]) if found else 0

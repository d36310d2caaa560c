"""Numerals that are no quantities: years, dates, document numbers, labels, slogans, idioms, codes.

Everything here looks at a bounded stretch around the numeral, so the whole stays linear.
"""

from __future__ import annotations

import re

from scorer.quantities import labels
from scorer.quantities.marks import Marks
from scorer.quantities.numerals import Numeral

__all__ = ["is_label", "is_word_part", "may_be_counted", "neighbours_forbid"]

_PERIOD_BEFORE = re.compile(
    r"(?:近|为期|历时|连续|时长|期限|满|不超过|不少于|不低于|超过|已有|持续|约|延长|缩短|达)[ ]?$"
)
_PERIOD_AFTER = ("内", "以内", "以上", "左右", "之内", "多", "半")
_DAY_BEFORE = re.compile(
    r"(?:不少于|不低于|不超过|为期|期限|公示|公告|意见|时间|历时|时限|期|满|限|近|超过|达到?|约|短|至少|缩短[为至到])(?:了|共)?[ ]?$"
)
_DAY_AFTER = ("内", "以内", "以上", "之内", "以下", "的")
# 连续举办五届 counts; 十九届四中全会 and 新一届政府 are names.
_TERMS_BEFORE = re.compile(r"(?:连续|举办|召开|承办|已办)(?:了|过)?[ ]?$")
_RANGE_DASH = "-—–~～"
_SHORT_CODE = re.compile(r"(?<![A-Za-z])[A-Za-z]{1,2}$")
_NEAR_MARKS = 12  # characters from a quoted count to the closing mark of a label
_GUESSED_RUN = ("最多跑", "只跑", "只用跑", "跑", "只进", "再上", "迈上")


def is_word_part(text: str, start: int) -> bool:
    """Whether the character at ``start`` ends a word, so that the numeral begins behind it: 统一三个."""
    before = labels.WORD_ENDS.get(text[start])
    return before is not None and start > 0 and text[start - 1] in before


def neighbours_forbid(text: str, start: int) -> bool:
    """Whether what stands left of a numeral makes it part of something else: 1+3, 12·4, 17:07, 〔2021, A4."""
    if not start:
        return False
    before = text[start - 1]
    if before in "+·•×∶〔[［":
        return True
    ahead = text[start - 2 : start - 1]
    if before in "*＊":  # 7*24小时, and not **20件**
        return ahead.isdigit()
    if before in ".:/" or before in _RANGE_DASH:
        return bool(ahead) and (ahead.isdecimal() or ahead in "日月年号%")
    if before.isascii() and before.isalpha():
        return _SHORT_CODE.search(text, max(0, start - 4), start) is not None
    return False


def is_label(text: str, start: int, end: int, numeral: Numeral, word: str, marks: Marks) -> bool:
    """Whether ``text[start:end]`` is part of a title, a quoted label or a well-known name.

    ``word`` is the unit as it is spelled. Amounts and percentages in quotation marks stay quantities.
    """
    around = marks.around(start)
    if around is not None:
        opened, closed, mark = around
        if mark == "《":
            return True
        if word not in {"%", "元"} and _quoted_label(text, opened, closed, start, end, numeral):
            return True
    well_known = numeral.chinese and numeral.value is not None and numeral.value <= 20
    return well_known and word in labels.LABELS and text.startswith(labels.LABELS[word], end)


def _quoted_label(text: str, opened: int, closed: int, start: int, end: int, numeral: Numeral) -> bool:
    if numeral.chinese:
        return True
    if start != opened:
        return False
    return closed - end <= _NEAR_MARKS or text.startswith(labels.LABEL_WORDS, closed + 1)


def may_be_counted(text: str, start: int, end: int, numeral: Numeral, unit: str, word: str) -> bool:
    """Whether numeral and unit, ``text[start:end]``, make a count at all.

    ``unit`` is the unit's own name, ``word`` its spelling in the text.
    """
    if unit == "年":
        return _years(text, start, end, numeral)
    if word in {"日", "周"}:
        return _days(text, start, end)
    if unit == "届":
        return _TERMS_BEFORE.search(text, max(0, start - 6), start) is not None
    if unit == "季度" and text[start - 1 : start] == "前":
        return False
    if unit == "小时" and numeral.value == 24 and text.startswith(labels.ROUND_THE_CLOCK, end):
        return False
    if unit in {"起", "个", "家"} and _looks_like_year(numeral) and start and text[start - 1] in "自从至":
        return False
    return not numeral.chinese or _spoken(text, start, end, numeral, unit, word)


def _looks_like_year(numeral: Numeral) -> bool:
    return numeral.value is not None and 1900 <= numeral.value <= 2100 and numeral.end - numeral.start == 4


def _years(text: str, start: int, end: int, numeral: Numeral) -> bool:
    """3年, 近三年 and 五年内 are durations; 2021年, 1.2019年 (a heading and a year) and 三年行动 are not."""
    if numeral.high >= 1000 or numeral.end - numeral.start > 4 or text.startswith(labels.PLANS, end):
        return False
    if not numeral.chinese:
        return not (start and text[start - 1] in "’'第")
    if text.startswith("半载", end):
        return False
    before = _PERIOD_BEFORE.search(text, max(0, start - 4), start)
    return before is not None or text.startswith(_PERIOD_AFTER, end)


def _days(text: str, start: int, end: int) -> bool:
    """30日 counts days only with a word that says so; 7月6日 and 每月18日 are dates."""
    before = text[start - 1 : start]
    if before and before in "月年日至到" + _RANGE_DASH:
        return False
    return text.startswith(_DAY_AFTER, end) or _DAY_BEFORE.search(text, max(0, start - 5), start) is not None


def _spoken(text: str, start: int, end: int, numeral: Numeral, unit: str, word: str) -> bool:
    """Counts written in Chinese numerals; 一 and bare 百/千/万 are figures of speech more often than not."""
    length = numeral.end - numeral.start
    if numeral.high == 0 or (length == 1 and text[start] == "二"):
        return False
    if numeral.bare and not numeral.over:
        return start > 0 and text[start - 1] in "近上过超逾"
    if length > 1 or numeral.over:
        return unit not in labels.NOT_SPOKEN
    if unit not in labels.SPOKEN and word not in labels.SPOKEN:
        return False
    return numeral.value != 1 or _one(text, start, end, unit)


def _one(text: str, start: int, end: int, unit: str) -> bool:
    if unit not in labels.ONE or (start and text[start - 1] in labels.BEFORE_ONE):
        return False
    if unit in {"个", "项", "次", "件", "部"} and text.startswith(labels.AFTER_ONE, end):
        return False
    return not any(text.endswith(word, 0, start) for word in _GUESSED_RUN)

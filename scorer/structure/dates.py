"""Dates as reports write them: 2022年3月2日, 二〇二二年三月二日, 二O二二年三月二日, 2022-03-02, 2022.3.2, 2022年3月."""

from __future__ import annotations

import re
from datetime import date

__all__ = ["DATE", "is_date_line", "read_date", "years_in"]

# Zero as people type it: the ideograph, the circle, the figure, and the letter O in both widths.
_ZEROS = "零〇○◯0OＯoｏ"
_CN = f"{_ZEROS}一二三四五六七八九"
DATE = re.compile(
    rf"(?P<year>(?:19|20)\d\d|[二][{_CN}]{{3}})(?:年|[-./])(?P<month>1[0-2]|0?[1-9]|十[一二]?|"
    r"[一二三四五六七八九])"
    r"(?:月|[-./]|(?![\d月]))(?:(?P<day>3[01]|[12]\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|"
    r"[一二三四五六七八九])[日号]?(?!\d))?"
)
_YEAR = re.compile(rf"(?<!\d)((?:19|20)\d\d|二[{_ZEROS}][{_CN}]{{2}})(?=年|法治政府|法治建设|依法行政)")
_DIGITS = {digit: str(value) for value, digit in enumerate("一二三四五六七八九", 1)}
_DIGITS.update(dict.fromkeys(_ZEROS, "0"))
_EDGES = "（）()[]【】 "


def _year(digits: str) -> int:
    return int("".join(_DIGITS.get(digit, digit) for digit in digits))


def _small(digits: str) -> int:
    if digits.isdecimal():
        return int(digits)
    tens, mark, units = digits.rpartition("十")
    if not mark:
        return int(_DIGITS[digits])
    return (int(_DIGITS[tens]) if tens else 1) * 10 + (int(_DIGITS[units]) if units else 0)


def read_date(text: str) -> str | None:
    """The date that ``text`` begins with, ISO 8601; year and month only when no day is given, None when it is no date.

    >>> read_date("2022年3月2日"), read_date("二〇二二年一月十七日"), read_date("2022年3月")
    ('2022-03-02', '2022-01-17', '2022-03')
    """
    found = DATE.match(text)
    if not found:
        return None
    year, month = _year(found["year"]), _small(found["month"])
    if found["day"] is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, _small(found["day"])).isoformat()
    except ValueError:
        return None


def is_date_line(line: str) -> bool:
    """Whether a folded line holds a date and nothing else."""
    bare = line.strip(_EDGES)
    found = DATE.match(bare)
    return bool(found) and found is not None and found.end() == len(bare) and read_date(bare) is not None


def years_in(text: str) -> list[int]:
    """The years named as 2021年 or 二〇二一年, in order; titles may leave out the 年 (2021法治政府建设年度报告)."""
    return [_year(found[1]) for found in _YEAR.finditer(text)]

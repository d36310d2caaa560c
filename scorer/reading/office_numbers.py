"""Automatic numbers of word processors, as the reader of the page sees them: 3 → 三, ③, 叁, iii, c.

Names are those of ``w:numFmt`` (ECMA-376 Part 1, 17.18.59, ST_NumberFormat).
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["numeral"]

_DIGITS = "〇一二三四五六七八九"
_LEGAL_SIMPLIFIED = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟")
_COUNTING = ("零一二三四五六七八九", "十百千")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_COUNTED = 9999  # beyond it nobody counts with 千


def numeral(form: str, value: int) -> str:
    """``value`` written in the form of a ``w:numFmt``; in Arabic digits where the form has no such number.

    >>> [numeral("chineseCountingThousand", n) for n in (2, 10, 21, 105)]
    ['二', '十', '二十一', '一百零五']
    >>> numeral("decimalEnclosedCircle", 3), numeral("upperRoman", 4), numeral("decimal", 7)
    ('③', 'IV', '7')
    """
    write = _FORMS.get(form)
    return (write(value) if write and value > 0 else None) or str(value)


def _counted(value: int, digits: tuple[str, str], *, short_ten: bool) -> str | None:
    """二十三, 一百零五; ``short_ten`` writes 十一 and not 一十一."""
    if value > _MOST_COUNTED:
        return None
    words = ""
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit:
            words += digits[0][digit] + (digits[1][place - 1] if place else "")
        elif words and not words.endswith(digits[0][0]):
            words += digits[0][0]
    words = words.rstrip(digits[0][0])
    return words[1:] if short_ten and 10 <= value < 20 else words


def _counting(value: int) -> str | None:
    return _counted(value, _COUNTING, short_ten=True)


def _digit_by_digit(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _from_row(row: str) -> Callable[[int], str | None]:
    return lambda value: row[value - 1] if value <= len(row) else None


def _from_block(first: str, most: int) -> Callable[[int], str | None]:
    """Characters that stand in a row in Unicode, the first of them for 1."""
    return lambda value: chr(ord(first) + value - 1) if value <= most else None


def _circled(value: int) -> str | None:
    for first, low, high in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if low <= value <= high:
            return chr(ord(first) + value - low)
    return None


def _letters(first: str) -> Callable[[int], str | None]:
    """a … z, aa, bb …, as word processors count."""
    return lambda value: (
        chr(ord(first) + (value - 1) % 26) * ((value - 1) // 26 + 1) if value <= 780 else None
    )


def _roman(value: int) -> str | None:
    if value > 3999:
        return None
    words = ""
    for worth, letters in _ROMAN:
        words += letters * (value // worth)
        value %= worth
    return words


def _lower_roman(value: int) -> str | None:
    words = _roman(value)
    return words.lower() if words else None


_FORMS: dict[str, Callable[[int], str | None]] = {
    **dict.fromkeys(
        (
            "chineseCounting", "chineseCountingThousand", "taiwaneseCounting",
            "taiwaneseCountingThousand", "japaneseCounting",
        ),
        _counting,
    ),
    **dict.fromkeys(("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"), _digit_by_digit),
    "chineseLegalSimplified": lambda value: _counted(value, _LEGAL_SIMPLIFIED, short_ten=False),
    **dict.fromkeys(
        ("ideographLegalTraditional", "japaneseLegal"),
        lambda value: _counted(value, _LEGAL_TRADITIONAL, short_ten=False),
    ),
    "ideographTraditional": _from_row(_STEMS),
    "ideographZodiac": _from_row(_BRANCHES),
    "ideographZodiacTraditional": lambda value: (
        _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12] if value <= 60 else None
    ),
    "ideographEnclosedCircle": _from_block("㊀", 10),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    "decimalEnclosedFullstop": _from_block("⒈", 20),
    "decimalEnclosedParen": _from_block("⑴", 20),
    **dict.fromkeys(
        ("decimalFullWidth", "decimalFullWidth2"),
        lambda value: "".join(chr(ord(digit) + 0xFEE0) for digit in str(value)),
    ),
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": _roman,
    "lowerRoman": _lower_roman,
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
}  # fmt: skip

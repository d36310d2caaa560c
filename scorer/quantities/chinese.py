"""The worth of Chinese numerals and of scales behind Arabic digits, as exact decimals.

The grammar is that of written Chinese: digits, the scales 十百千 inside a section and 万亿 behind it, 零 as
filler, 点 as decimal point; two neighbouring digits are a range (三四十 is 30 to 40), a last digit without
零 stands for the next lower scale (一万二 is 12000).
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

__all__ = ["BIG", "CHARACTERS", "DIGITS", "SMALL", "Part", "chinese_value", "evaluate"]

DIGITS = {character: i for i, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
BIG = {"万": 10**4, "亿": 10**8}
_TENS = {"廿": 2, "卅": 3}
CHARACTERS = "".join((*DIGITS, *_TENS, *SMALL, *BIG))

# Either ("", a number) or (a scale, 0).
Part = tuple[str, Decimal]
_ZERO = Decimal(0)
_ABOVE_ALL = 10**5


def evaluate(parts: list[Part]) -> Decimal | None:
    """The worth of numbers and scales in order; None when they do not make a numeral (十百, 3 5)."""
    total = section = _ZERO
    pending: Decimal | None = None
    last = _ABOVE_ALL
    for scale, number in parts:
        if not scale:
            if pending is not None:
                return None
            pending = number
        elif scale in SMALL:
            if SMALL[scale] >= last:
                return None
            last = SMALL[scale]
            section += (Decimal(1) if pending is None else pending) * last
            pending = None
        else:
            section += pending or 0
            pending, last = None, _ABOVE_ALL
            if scale == "亿":
                total = (total + section or Decimal(1)) * BIG[scale]
            else:
                total += (section or Decimal(1)) * BIG[scale]
            section = _ZERO
    return total + section + (pending or 0)


@lru_cache(maxsize=4096)
def chinese_value(run: str) -> tuple[Decimal, Decimal] | None:
    """Low and high of a Chinese numeral, equal but for neighbours such as 三四十; None for nonsense.

    >>> chinese_value("一百零五")
    (Decimal('105'), Decimal('105'))
    >>> chinese_value("三四十")
    (Decimal('30'), Decimal('40'))
    """
    lows: list[Part] = []
    highs: list[Part] = []
    position = 0
    while position < len(run):
        character = run[position]
        if character in DIGITS:
            end = _end_of_digits(run, position)
            pair = _digits(run, position, end)
            if pair is None:
                return None
            lows.append(("", pair[0]))
            highs.append(("", pair[1]))
            position = end
        elif character == "点":
            end = _end_of_digits(run, position + 1)
            fraction = Decimal("0." + "".join(str(DIGITS[digit]) for digit in run[position + 1 : end]))
            lows, highs = _add(lows, fraction), _add(highs, fraction)
            position = end
        else:
            new = (
                [("", Decimal(_TENS[character])), ("十", _ZERO)]
                if character in _TENS
                else [(character, _ZERO)]
            )
            lows += new
            highs += new
            position += 1
    low, high = evaluate(lows), evaluate(highs)
    return None if low is None or high is None else (low, high)


def _add(parts: list[Part], fraction: Decimal) -> list[Part]:
    """The decimals go to the digit before 点, or stand alone behind a scale (二十点五)."""
    if parts and not parts[-1][0]:
        return [*parts[:-1], ("", parts[-1][1] + fraction)]
    return [*parts, ("", fraction)]


def _end_of_digits(run: str, start: int) -> int:
    end = start
    while end < len(run) and run[end] in DIGITS:
        end += 1
    return end


def _digits(run: str, start: int, end: int) -> tuple[Decimal, Decimal] | None:
    """Low and high of the digits ``run[start:end]``; None when such digits cannot stand there."""
    digits = [DIGITS[character] for character in run[start:end]]
    after_scale = start > 0
    filled = digits[0] == 0 and after_scale
    if filled:
        digits = digits[1:] or [0]
    if len(digits) == 2 and digits[0] and (digits[1] - digits[0] == 1 or digits == [3, 5]):
        return Decimal(digits[0]), Decimal(digits[1])
    if len(digits) > 1 and (after_scale or 0 not in digits or (end < len(run) and run[end] != "点")):
        return None  # digit by digit only with a zero: 一〇五 is 105, but 九三 and 七一 are names
    value = Decimal(int("".join(map(str, digits))))
    if after_scale and not filled and end == len(run):
        scale = SMALL.get(run[start - 1]) or BIG.get(run[start - 1], 10)
        value *= scale // 10
    return value, value

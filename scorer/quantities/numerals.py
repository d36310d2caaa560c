"""Numerals in Chinese prose: Arabic, Chinese, financial, and any mixture of them, as exact decimals.

Works on text that went through :func:`plain`, which keeps every offset. The grammar is that of written
Chinese: digits, the scales 十百千 inside a section and 万亿 behind it, 零 as filler, 点 as decimal point,
and the inner hedges 余多几来 that open the number upwards (6500多万, 1.5万余, 十几).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

__all__ = ["STARTS", "Numeral", "plain", "read_numeral", "skip_blanks", "step_of"]

_FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟萬億", "一二三四五六七八九十百千万亿", strict=True))
_FULL_WIDTH = {chr(0xFF10 + i): str(i) for i in range(10)}
_PLAIN = str.maketrans({**_FULL_WIDTH, "％": "%", "﹪": "%", "．": ".", "－": "-", "＋": "+", "／": "/"})

_DIGITS = {character: i for i, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"廿": 20, "卅": 30}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10**4, "亿": 10**8}
_CHINESE = "".join(_DIGITS) + "".join(_TENS) + "十百千万亿"
_FORMAL_DIGITS = "壹贰叁肆伍陆柒捌玖"

# Where a numeral may begin. 伍 and 陆 are also parts of words (队伍, 大陆), so a financial capital counts only
# with another capital, or 元, behind it.
STARTS = re.compile(
    rf"[0-9]+|[{_CHINESE}]+|[几数](?=[十百千万亿])|(?<![队入退大登着内])[{_FORMAL_DIGITS}](?=[拾佰仟萬億万元圆])|拾(?=[{_FORMAL_DIGITS}万元圆])"
)
_ARABIC = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?")
_FORMAL_RUN = re.compile(rf"[{''.join(_FORMAL)}零万亿]+")
_CHINESE_RUN = re.compile(rf"[{_CHINESE}]+(?:点[{''.join(_DIGITS)}]+(?=[十百千万亿])[十百千万亿]*|点[{''.join(_DIGITS)}]+)?")
_SCALES_RUN = re.compile(r"[十百千万亿]+")
_BLANKS = " \t\u00a0\u3000"
_LONGEST = 40  # characters; nothing longer is a number somebody wrote to be read


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral that was read: ``text[start:end]``, and what it says.

    ``value`` is None where no single number is stated (十几, 三四十, 数百). ``over`` is true with an inner hedge
    (90余). ``bare`` marks a scale without a digit (百余, 千), ``scaled`` one of 万 and 亿, ``chinese`` a numeral
    without Arabic digits.
    """

    start: int
    end: int
    value: Decimal | None
    low: Decimal
    high: Decimal
    over: bool = False
    bare: bool = False
    scaled: bool = False
    chinese: bool = False


def plain(text: str) -> str:
    """The text with full-width digits and signs as ASCII, character for character.

    >>> plain("达１００％")
    '达100%'
    """
    folded = text.translate(_PLAIN)
    if "，" in folded:
        folded = _wide_groups(text, folded)
    return folded


def _wide_groups(text: str, folded: str) -> str:
    """１，２３４ is one number when the digits are full-width too; 12，345件 may be two clauses."""
    if not any(character in text for character in _FULL_WIDTH):
        return folded
    wide = "０-９"
    return re.sub(rf"(?<=[{wide}])，(?=[{wide}]{{3}}(?![{wide}]))", ",", text).translate(_PLAIN)


def skip_blanks(text: str, at: int) -> int:
    """The first position from ``at`` on that is no blank (line ends are not skipped)."""
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    return at


def step_of(value: Decimal) -> Decimal:
    """The unit of the last digit that is not zero: 10 for 90, 1000 for 15000, 0.01 for 1.25; 1 for 0."""
    if not value:
        return Decimal(1)
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def read_numeral(text: str, at: int) -> Numeral | None:
    """The numeral that begins at ``at`` of a plain text, None where there is none that makes sense."""
    first = text[at]
    if "0" <= first <= "9":
        return _read_arabic(text, at)
    if first in "几数":
        return _read_vague(text, at)
    formal = first in _FORMAL and first not in _BIG
    match = (_FORMAL_RUN if formal else _CHINESE_RUN).match(text, at, at + _LONGEST)
    if match is None:
        return None
    run = match.group()
    if formal:
        run = "".join(_FORMAL.get(character, character) for character in run)
    elif match.end() < len(text) and text[match.end()] in _CHINESE:
        return None
    parsed = _chinese(run)
    if parsed is None:
        return None
    low, high = parsed
    bare = first in "百千万亿" and not formal
    return _finish(text, at, match.end(), low, high, bare=bare, scaled="万" in run or "亿" in run, chinese=True)


def _read_arabic(text: str, at: int) -> Numeral | None:
    match = _ARABIC.match(text, at)
    if match is None or match.end() - at > _LONGEST:
        return None
    value = Decimal(match.group().replace(",", ""))
    end = match.end()
    probe = skip_blanks(text, end)
    if probe >= len(text) or text[probe] not in "十百千万亿余多几":
        return Numeral(at, end, value, value, value)
    total, end = _mixed(text, value, end)
    return _finish(text, at, end, total, total, scaled=total >= 10**4 and end != match.end())


def _mixed(text: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    """Arabic digits with scales behind them, repeated: 1万5千, 3亿5000万, 4.78万亿."""
    parts: list[tuple[str, Decimal]] = [("", value)]
    total = value
    while True:
        probe = skip_blanks(text, end)
        scales = _SCALES_RUN.match(text, probe, probe + 4)
        if scales is None:
            return total, end
        trial = [*parts, *((scale, Decimal(0)) for scale in scales.group())]
        worth = _evaluate(trial)
        if worth is None:
            return total, end
        parts, total, end = trial, worth, scales.end()
        more = _ARABIC.match(text, end)
        if more is None or more.end() - end > 6 or text[more.end() : more.end() + 1] not in tuple("百千万"):
            return total, end
        parts = [*parts, ("", Decimal(more.group().replace(",", "")))]
        end = more.end()


def _read_vague(text: str, at: int) -> Numeral | None:
    """几十, 数百, 数十亿: from twice the scale to one short of ten times it."""
    match = _SCALES_RUN.match(text, at + 1, at + 5)
    if match is None:
        return None
    first = _SMALL.get(text[at + 1]) or _BIG[text[at + 1]]
    rest = _evaluate([("", Decimal(1)), *((scale, Decimal(0)) for scale in match.group()[1:])])
    if rest is None:
        return None
    low, high = 2 * first * rest, (10 * first - 1) * rest
    return _finish(text, at, match.end(), low, high, scaled=True, chinese=True)


def _finish(
    text: str,
    start: int,
    end: int,
    low: Decimal,
    high: Decimal,
    *,
    bare: bool = False,
    scaled: bool = False,
    chinese: bool = False,
) -> Numeral:
    """Take in an inner hedge and the scales behind it: 90余, 6500多万, 十几亿, 十来个."""
    value = low if low == high else None
    probe = skip_blanks(text, end)
    mark = text[probe : probe + 1]
    few = mark == "几" and text[end - 1] == "十"
    some = mark == "来" and text[end - 1] in "十百" and chinese
    if not (mark and mark in "余多" or few or some) or value is None:
        return Numeral(start, end, value, low, high, bare=bare, scaled=scaled, chinese=chinese)
    end = probe + 1
    scales = _SCALES_RUN.match(text, skip_blanks(text, end), skip_blanks(text, end) + 2)
    if scales is not None and set(scales.group()) <= {"万", "亿"}:
        for scale in scales.group():
            low *= _BIG[scale]
        end, scaled = scales.end(), True
    high = low + step_of(low)
    stated = None if few or some else low
    return Numeral(start, end, stated, low, high, over=True, bare=bare, scaled=scaled, chinese=chinese)


def _evaluate(parts: list[tuple[str, Decimal]]) -> Decimal | None:
    """The worth of numbers ("" and a value) and scales (the character) in order; None when ill-formed."""
    total = section = Decimal(0)
    pending: Decimal | None = None
    last = 10**5
    for scale, number in parts:
        if not scale:
            if pending is not None:
                return None
            pending = number
        elif scale in _SMALL:
            if _SMALL[scale] >= last:
                return None
            last = _SMALL[scale]
            section += (Decimal(1) if pending is None else pending) * last
            pending = None
        else:
            section += pending or 0
            pending, last = None, 10**5
            if scale == "亿":
                total, section = (total + section or Decimal(1)) * _BIG[scale], Decimal(0)
            else:
                total, section = total + (section or Decimal(1)) * _BIG[scale], Decimal(0)
    return total + section + (pending or 0)


@lru_cache(maxsize=4096)
def _chinese(run: str) -> tuple[Decimal, Decimal] | None:
    """Low and high of a Chinese numeral; equal but for neighbours such as 三四十 and 七八.

    >>> _chinese("一百零五")
    (Decimal('105'), Decimal('105'))
    >>> _chinese("三四十")
    (Decimal('30'), Decimal('40'))
    """
    lows: list[tuple[str, Decimal]] = []
    highs: list[tuple[str, Decimal]] = []
    position = 0
    while position < len(run):
        character = run[position]
        if character in _DIGITS:
            position, low, high = _digits(run, position, bool(lows))
            if low is None or high is None:
                return None
            lows.append(("", low))
            highs.append(("", high))
            continue
        if character == "点":
            fraction = Decimal("0." + "".join(str(_DIGITS[digit]) for digit in run[position + 1 :] if digit in _DIGITS))
            lows.append(("", fraction))
            highs.append(("", fraction))
            position += 1 + len(fraction.as_tuple().digits)
            while position < len(run) and run[position] in _DIGITS:
                position += 1
            continue
        if character in _TENS:
            lows += [("", Decimal(_TENS[character] // 10)), ("十", Decimal(0))]
            highs += [("", Decimal(_TENS[character] // 10)), ("十", Decimal(0))]
        else:
            lows.append((character, Decimal(0)))
            highs.append((character, Decimal(0)))
        position += 1
    low, high = _evaluate(lows), _evaluate(highs)
    return None if low is None or high is None else (low, high)


def _digits(run: str, start: int, after_scale: bool) -> tuple[int, Decimal | None, Decimal | None]:
    """A stretch of digits inside a Chinese numeral: where it ends, its low and its high (None: nonsense)."""
    end = start
    while end < len(run) and run[end] in _DIGITS:
        end += 1
    digits = [_DIGITS[character] for character in run[start:end]]
    point = end < len(run) and run[end] == "点"
    filled = digits[0] == 0 and after_scale
    if filled:
        digits = digits[1:] or [0]
    value = Decimal(int("".join(map(str, digits))))
    if point:
        stop = end + 1
        while stop < len(run) and run[stop] in _DIGITS:
            stop += 1
        fraction = "".join(str(_DIGITS[character]) for character in run[end + 1 : stop])
        return stop, value + Decimal(f"0.{fraction}"), value + Decimal(f"0.{fraction}")
    if len(digits) == 2 and digits[0] and (digits[1] - digits[0] == 1 or digits == [3, 5]):
        return end, Decimal(digits[0]), Decimal(digits[1])
    positional = len(digits) > 1 and (after_scale or end < len(run))
    if positional:
        return end, None, None
    if after_scale and not filled and end == len(run) and run[start - 1] in "百千万亿":
        scale = _SMALL.get(run[start - 1]) or _BIG[run[start - 1]]
        value *= scale // 10  # 一百五 is 150, 一万二 is 12000
    return end, value, value

"""Numerals in a text: Arabic, Chinese, financial, and any mixture of them.

Works on text that went through :func:`plain`, which keeps every offset. The inner hedges 余多几来 open a
number upwards: 6500多万, 1.5万余, 十几.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scorer.quantities.chinese import BIG, CHARACTERS, DIGITS, SMALL, Part, chinese_value, evaluate

__all__ = ["STARTS", "Numeral", "plain", "read_numeral", "skip_blanks", "starts", "step_of"]

_FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟萬億", "一二三四五六七八九十百千万亿", strict=True))
_FORMAL_DIGITS = "壹贰叁肆伍陆柒捌玖"
_FULL_WIDTH = {chr(0xFF10 + i): str(i) for i in range(10)}
_SIGNS = {"％": "%", "﹪": "%", "．": ".", "－": "-", "＋": "+", "／": "/"}
_PLAIN = {**_FULL_WIDTH, **_SIGNS}
_WIDE = re.compile(f"[{''.join(_PLAIN)}]")
_WIDE_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")

# Where a numeral may begin. 伍 and 陆 are also parts of words (队伍, 登陆), so a financial capital counts only
# with another capital, or 元, behind it.
STARTS = re.compile(
    rf"[0-9]+|[{CHARACTERS}]+|[几数](?=[十百千万亿])"
    rf"|(?<![队入退大登着内])[{_FORMAL_DIGITS}](?=[拾佰仟萬億万亿元圆])|拾(?=[{_FORMAL_DIGITS}万亿元圆])"
)
# All characters that STARTS can begin with: a search for them skips the rest of a text much faster.
_FIRST = re.compile(rf"[0-9{CHARACTERS}几数{_FORMAL_DIGITS}拾]")
_ARABIC = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?")
_FORMAL_RUN = re.compile(rf"[{''.join(_FORMAL)}零万亿]+")
_CHINESE_RUN = re.compile(rf"[{CHARACTERS}]+(?:点[{''.join(DIGITS)}]+[十百千万亿]*)?")
_SCALES_RUN = re.compile(r"[十百千万亿]+")
_BLANKS = " \t\u00a0\u3000"
_LONGEST = 40  # characters; nothing longer is a number somebody wrote to be read


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral that was read: ``text[start:end]``, and what it says.

    ``value`` is None where no single number is stated (十几, 三四十, 数百). ``over`` is true with an inner
    hedge (90余). ``bare`` marks a scale without a digit (百余, 千), ``scaled`` one with 万 or 亿, ``chinese``
    a numeral without Arabic digits.
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

    A full-width comma groups thousands only between full-width digits: １，２３４ is one number, while
    12，345件 may be two clauses.

    >>> plain("达１，０００％")
    '达1,000%'
    """
    if _WIDE.search(text) is None:
        return text
    return _WIDE.sub(lambda match: _PLAIN[match.group()], _WIDE_COMMA.sub(",", text))


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


def starts(text: str) -> Iterator[re.Match[str]]:
    """All matches of :data:`STARTS`, in order."""
    at = 0
    while (first := _FIRST.search(text, at)) is not None:
        match = STARTS.match(text, first.start())
        at = first.end()
        if match is not None:
            yield match
            at = match.end()


def read_numeral(text: str, at: int) -> Numeral | None:
    """The numeral that begins at ``at`` of a plain text, None where there is none that makes sense."""
    first = text[at]
    if "0" <= first <= "9":
        return _read_arabic(text, at)
    if first in "几数":
        return _read_vague(text, at)
    formal = first in _FORMAL
    match = (_FORMAL_RUN if formal else _CHINESE_RUN).match(text, at, at + _LONGEST)
    if match is None or text[match.end() : match.end() + 1] in DIGITS:
        return None
    run = match.group()
    if formal:
        run = "".join(_FORMAL.get(character, character) for character in run)
    pair = chinese_value(run)
    if pair is None:
        return None
    scaled = "万" in run or "亿" in run
    low, high = pair
    read = Numeral(at, match.end(), low if low == high else None, low, high, False, False, scaled, True)
    return _opened(text, read, bare=first in "百千万亿")


def _read_arabic(text: str, at: int) -> Numeral | None:
    match = _ARABIC.match(text, at)
    if match is None or match.end() - at > _LONGEST:
        return None
    value, end = Decimal(match.group().replace(",", "")), match.end()
    probe = skip_blanks(text, end)
    if probe >= len(text) or text[probe] not in "十百千万亿余多":
        return Numeral(at, end, value, value, value)
    total, end = _mixed(text, value, end)
    scaled = end != match.end() and total >= BIG["万"]
    return _opened(text, Numeral(at, end, total, total, total, scaled=scaled))


def _mixed(text: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    """Arabic digits with scales behind them, once or again: 1万5千, 3亿5000万, 4.78万亿."""
    parts: list[Part] = [("", value)]
    total, settled = value, end
    while True:
        scales = _SCALES_RUN.match(text, skip_blanks(text, end), skip_blanks(text, end) + 4)
        worth = None
        if scales is not None:
            parts = [*parts, *((scale, Decimal(0)) for scale in scales.group())]
            worth = evaluate(parts)
        if scales is None or worth is None:
            return total, settled
        total, settled = worth, scales.end()
        more = _ARABIC.match(text, settled)
        if (
            more is None
            or more.end() - settled > 6
            or text[more.end() : more.end() + 1] not in {"百", "千", "万"}
        ):
            return total, settled
        parts = [*parts, ("", Decimal(more.group().replace(",", "")))]
        end = more.end()


def _read_vague(text: str, at: int) -> Numeral | None:
    """几十, 数百, 数十亿: from twice the first scale to one short of ten times it."""
    match = _SCALES_RUN.match(text, at + 1, at + 5)
    if match is None:
        return None
    first = SMALL.get(text[at + 1]) or BIG[text[at + 1]]
    rest = evaluate([("", Decimal(1)), *((scale, Decimal(0)) for scale in match.group()[1:])])
    if rest is None:
        return None
    low, high = 2 * first * rest, (10 * first - 1) * rest
    return Numeral(at, match.end(), None, low, high, scaled=high >= BIG["万"], chinese=True)


def _opened(text: str, read: Numeral, *, bare: bool = False) -> Numeral:
    """Take in an inner hedge and the scales behind it: 90余, 6500多万, 十几亿, 十来个."""
    end, low, scaled = skip_blanks(text, read.end), read.low, read.scaled
    mark, last = text[end : end + 1], text[read.end - 1]
    few = mark == "几" and last == "十"
    some = mark == "来" and last in "十百" and read.chinese
    if read.value is None or not (mark in {"余", "多"} or few or some):
        return Numeral(read.start, read.end, read.value, low, read.high, False, bare, scaled, read.chinese)
    end += 1
    scales = _SCALES_RUN.match(text, skip_blanks(text, end), skip_blanks(text, end) + 2)
    if scales is not None and set(scales.group()) <= BIG.keys():
        for scale in scales.group():
            low *= BIG[scale]
        end, scaled = scales.end(), True
    stated = None if few or some else low
    return Numeral(read.start, end, stated, low, low + step_of(low), True, bare, scaled, read.chinese)

"""Find every quantity of a text: numeral, inner hedge, scale and unit, with the interval that is meant."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from scorer.quantities.hedges import NEAR, hedge_after, hedge_before, interval
from scorer.quantities.model import Hedge, Kind, Quantity
from scorer.quantities.numerals import STARTS, Numeral, plain, read_numeral, skip_blanks, step_of
from scorer.quantities.reject import Marks, is_label, is_word_part, may_be_counted, neighbours_forbid
from scorer.quantities.units import Unit, find_unit

__all__ = ["find_quantities"]

_PERCENT = Unit("%", Kind.PERCENT)
_NOTHING = Unit("")
_HALF = re.compile(r"(?<![上下前后大过多一])半(?P<unit>年|天|个月|小时|个小时)(?!前|度)")
_GREAT = re.compile(r"大(?:领域|类|项|方面|板块|任务|行业|工程|行动|平台|环节|举措|专项|体系|要素|重点|产业|中心|片区|场景|措施)")
_TENTHS = re.compile(r"成(?P<digit>[一二三四五六七八九半])?(?=[，,。；;、的以左多）) \n]|$)")
_GROWTH = re.compile(r"(?:提高|提升|增长|增加|扩大|上升|增大|多)了?(?:近|约|超过|超|逾)?$")
_RANGE = re.compile(r"[ \t]*(?:[-–~～]|—{1,2}|至|到)[ \t]*")
_LISTED = re.compile(r"(?:[ \t]*[、和及][ \t]*[0-9]+(?:\.[0-9]+)?){1,12}[ \t]*")
_RANKED = re.compile(r"(?:排名|位次|名次|排位|位列|位居|名列|列|居|排)[^，。；,;]{0,12}$")
_RANK_MOVE = re.compile(r"(?:上升|前移|提升|前进|下降|后移|晋升)了?$")
_MORE = re.compile(r"[多余](?=[来的时，。；、 ]|以来|$)")
_SKIP_UNLESS = re.compile(r"[ \t\u3000]*(?:[余多几来点分成大0-9%‰]|[-–~～—至到])")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of ``text`` in order; offsets are code points into ``text`` as it is.

    Takes raw text as well as a folded view. Numerals that are part of years, dates, document numbers, titles,
    labels or idioms are left out; ordinals (第三次) are kept as such.

    >>> [(q.text, str(q.value), q.unit) for q in find_quantities("共收到建议92件，办复率达100%。")]
    [('92件', '92', '件'), ('100%', '100', '%')]
    """
    clean = plain(text)
    marks = Marks(clean)
    found: list[Quantity] = []
    resume = 0
    for match in STARTS.finditer(clean):
        start = match.start()
        if match.end() <= resume:
            continue
        start = max(start, resume)
        first = clean[start]
        if not "0" <= first <= "9" and _cannot_follow(clean, match.end()):
            continue
        if is_word_part(clean, start):
            start += 1
            if start >= match.end():
                continue
        quantities, resume = _read(clean, start, marks)
        found += quantities
    found += _halves(clean, marks)
    found.sort(key=lambda quantity: quantity.start)
    return tuple(replace(quantity, text=text[quantity.start : quantity.end]) for quantity in found)


def _cannot_follow(clean: str, end: int) -> bool:
    """Whether nothing behind a Chinese numeral can make it a quantity: the quick way out for 统一, 进一步."""
    return find_unit(clean, skip_blanks(clean, end)) is None and _SKIP_UNLESS.match(clean, end) is None


def _read(clean: str, start: int, marks: Marks) -> tuple[list[Quantity], int]:
    """The quantity or quantities that begin at ``start`` and where to go on reading."""
    numeral = read_numeral(clean, start)
    if numeral is None:
        return [], start + 1
    if clean[numeral.end : numeral.end + 1] == "分":
        share = _fraction(clean, numeral, marks)
        if share is not None:
            return [share], share.end
    if neighbours_forbid(clean, start):
        return [], numeral.end
    if clean[start - 1 : start] == "第":
        return _ordinal(clean, numeral)
    ranged = _range(clean, numeral, marks)
    if ranged is not None:
        return ranged
    tenths = _TENTHS.match(clean, numeral.end) if numeral.high <= 10 else None
    if tenths is not None:
        return [_tenths(clean, numeral, tenths)], tenths.end()
    at = skip_blanks(clean, numeral.end)
    unit = _unit(clean, at)
    if unit is None:
        return _without_unit(clean, numeral, marks)
    return _with_unit(clean, numeral, unit[0], at + len(unit[1]), unit[1], marks)


def _unit(clean: str, at: int) -> tuple[Unit, str] | None:
    if clean[at : at + 1] == "大" and _GREAT.match(clean, at):
        spelled = clean[at : at + 2]
        return find_unit(clean, at) or (Unit("大"), spelled[:1])
    return find_unit(clean, at)


def _with_unit(
    clean: str, numeral: Numeral, unit: Unit, end: int, word: str, marks: Marks
) -> tuple[list[Quantity], int]:
    start = numeral.start
    if unit.kind not in {Kind.PERCENT, Kind.CURRENCY} and not may_be_counted(
        clean, start, end, numeral, unit.name, word
    ):
        return [], numeral.end
    if is_label(clean, start, end, numeral, word, marks):
        return [], end
    return [_build(clean, numeral, unit, end)], end


def _build(clean: str, numeral: Numeral, unit: Unit, end: int) -> Quantity:
    """Put numeral, unit and hedges together."""
    low, high, value = numeral.low, numeral.high, numeral.value
    kind = unit.kind
    if unit.factor != 1:
        low, high, value = low * unit.factor, high * unit.factor, None if value is None else value * unit.factor
    if kind is Kind.MULTIPLE and _GROWTH.search(clean, max(0, numeral.start - 8), numeral.start):
        low, high, value = low + 1, high + 1, None if value is None else value + 1
    if unit.name in {"位", "名"} and not numeral.chinese and _is_rank(clean, numeral.start):
        kind = Kind.RANK
    time = kind is Kind.DURATION
    more = _MORE.match(clean, end) if (time or kind is Kind.CURRENCY) and not numeral.over else None
    if more is not None and value is not None:
        end, high = end + 1, high + step_of(value)
    opened = numeral.over or (more is not None and value is not None)
    hedge = hedge_before(clean, numeral.start, time=time, bare=numeral.bare) or hedge_after(clean, end, time=time)
    return _quantity(clean, numeral.start, end, value, low, high, unit.name, kind, hedge, opened)


def _quantity(
    clean: str,
    start: int,
    end: int,
    value: Decimal | None,
    low: Decimal,
    high: Decimal,
    unit: str,
    kind: Kind,
    hedge: Hedge | str | None,
    opened: bool = False,
) -> Quantity:
    """A quantity with its interval; ``opened`` is true when the interval is that of an inner hedge."""
    text = clean[start:end]
    if hedge is None:
        inner = Hedge.EXACT
        if opened:
            inner = Hedge.OVER if value is not None else Hedge.APPROX
        elif low != high and kind is not Kind.RANGE:
            inner = Hedge.APPROX
        return Quantity(start, end, text, value, low, high, unit, inner, kind, opened, opened)
    meant = interval(hedge, low, high, percent=unit == "%")
    name = Hedge.APPROX if hedge == NEAR else Hedge(hedge)
    return Quantity(start, end, text, value, meant.low, meant.high, unit, name, kind, meant.low_open, meant.high_open)


def _is_rank(clean: str, start: int) -> bool:
    """187位 in a ranking, and 上升103名; 8名干部 is a count."""
    ahead = clean[max(0, start - 30) : start]
    if _RANKED.search(ahead):
        return True
    return ("排名" in ahead or "位次" in ahead or "名次" in ahead) and (
        _RANK_MOVE.search(ahead) is not None or ahead.endswith(("到", "至", "由", "从"))
    )


def _ordinal(clean: str, numeral: Numeral) -> tuple[list[Quantity], int]:
    """第三次, 第42次: kept so that nobody takes it for a count. 第一责任人 has no unit and is a word."""
    at = skip_blanks(clean, numeral.end)
    unit = find_unit(clean, at)
    if unit is None or unit[1] in {"人", "年", "元", "%"} or numeral.value is None:
        return [], numeral.end
    end = at + len(unit[1])
    ranked = unit[1] in {"位", "名"} and _RANKED.search(clean, max(0, numeral.start - 16), numeral.start - 1)
    kind = Kind.RANK if ranked else Kind.ORDINAL
    built = _quantity(
        clean, numeral.start, end, numeral.value, numeral.low, numeral.high, unit[0].name, kind, None
    )
    return [built], end


def _range(clean: str, first: Numeral, marks: Marks) -> tuple[list[Quantity], int] | None:
    """1-2名, 3至5个工作日, 90%—95%; None when no second numeral follows, nothing for 2021-2025年."""
    end = skip_blanks(clean, first.end)
    inner = _unit(clean, end)
    dash = _RANGE.match(clean, end + len(inner[1]) if inner else end)
    if dash is None or dash.end() >= len(clean) or first.value is None or dash.end() == first.end:
        return None
    if not STARTS.match(clean, dash.end()):
        return None
    if clean[first.start - 1 : first.start] in {"由", "从"} or (inner and dash.group().strip() in {"到", "至"} and inner[0].name != "%"):
        return None
    second = read_numeral(clean, dash.end())
    if second is None or second.value is None:
        return None
    at = skip_blanks(clean, second.end)
    unit = _unit(clean, at)
    if unit is None or (inner is not None and inner[0] != unit[0]):
        # 2021-01-11 and 2017—2018: neither end counts anything.
        return None if unit is not None or inner is not None else ([], second.end)
    low, high = first.value, second.value
    if inner is None and second.scaled and not first.scaled and low < high / 10**3:
        low *= high / second.value if not second.scaled else _scale(clean, second)
    end = at + len(unit[1])
    name, kind = unit[0].name, unit[0].kind
    dated = name in {"日", "年"} and (high >= 1000 or first.start and clean[first.start - 1] in "月年")
    if dated or low >= high or is_label(clean, first.start, end, second, unit[1], marks):
        return [], end
    if kind not in {Kind.PERCENT, Kind.CURRENCY} and not may_be_counted(clean, first.start, end, second, name, unit[1]):
        return [], end
    factor = unit[0].factor
    hedge = hedge_before(clean, first.start) or hedge_after(clean, end, time=kind is Kind.DURATION)
    if hedge in {NEAR, Hedge.APPROX}:
        hedge = None
    return [
        _quantity(clean, first.start, end, None, low * factor, high * factor, name, Kind.RANGE, hedge)
    ], end


def _scale(clean: str, numeral: Numeral) -> Decimal:
    """What 万 and 亿 at the end of a numeral are worth, for 2-3万 where the first number shares them."""
    worth = Decimal(1)
    for character in clean[numeral.start : numeral.end]:
        worth *= {"万": 10**4, "亿": 10**8}.get(character, 1)
    return worth


def _fraction(clean: str, first: Numeral, marks: Marks) -> Quantity | None:
    """百分之九十五, 千分之三, 三分之一, 百分百: all counted in percent."""
    start, end = first.start, first.end
    if first.value is None or first.value == 0:
        return None
    if clean.startswith("分百", end) and first.value == 100:
        return _quantity(clean, start, end + 2, Decimal(100), Decimal(100), Decimal(100), "%", Kind.PERCENT, None)
    if not clean.startswith("分之", end) or end + 2 >= len(clean) or not STARTS.match(clean, end + 2):
        return None
    top = read_numeral(clean, end + 2)
    if top is None or is_label(clean, start, top.end, top, "%", marks):
        return None
    parts = first.value
    low, high = top.low * 100 / parts, top.high * 100 / parts
    value = None if top.value is None else low
    kind = Kind.PERCENT if parts in {100, 1000, 10000} else Kind.FRACTION
    end, last = top.end, _RANGE.match(clean, top.end)
    if last is not None and last.end() < len(clean) and kind is Kind.PERCENT:
        at = last.end() + (3 if clean.startswith(clean[start : start + 3], last.end()) else 0)
        second = read_numeral(clean, at) if at < len(clean) and STARTS.match(clean, at) else None
        if second is not None and second.low > top.high and find_unit(clean, second.end) is None:
            end, value, kind, high = second.end, None, Kind.RANGE, second.high * 100 / parts
    hedge = hedge_before(clean, start) or hedge_after(clean, end)
    return _quantity(clean, start, end, value, low, high, "%", kind, hedge, top.over)


def _tenths(clean: str, numeral: Numeral, match: re.Match[str]) -> Quantity:
    """九成 is 90 %, 九成五 is 95 %."""
    digit = match.group("digit")
    extra = Decimal(0)
    if digit:
        extra = Decimal(5) if digit == "半" else Decimal("一二三四五六七八九".index(digit) + 1)
    low, high = numeral.low * 10 + extra, numeral.high * 10 + extra
    end = match.end()
    hedge = hedge_before(clean, numeral.start) or hedge_after(clean, end)
    return _quantity(clean, numeral.start, end, low if low == high else None, low, high, "%", Kind.PERCENT, hedge)


def _without_unit(clean: str, numeral: Numeral, marks: Marks) -> tuple[list[Quantity], int]:
    """A number that borrows the unit of a list (12、15和18件), or is so big that none is needed (100万)."""
    if numeral.chinese:
        return [], numeral.end
    listed = _LISTED.match(clean, numeral.end)
    unit = find_unit(clean, listed.end()) if listed else None
    line_start = clean[:1] if not numeral.start else clean[numeral.start - 1]
    if unit is not None and line_start not in "\n" and unit[0].name not in {"日", "年", "周", "天"}:
        if numeral.start and not is_label(clean, numeral.start, numeral.end, numeral, unit[1], marks):
            return [_build(clean, numeral, replace(unit[0]), numeral.end)], numeral.end
    if numeral.scaled and not clean.startswith(("里", "元户"), numeral.end):
        if not is_label(clean, numeral.start, numeral.end, numeral, "", marks):
            return [_build(clean, numeral, _NOTHING, numeral.end)], numeral.end
    return [], numeral.end


def _halves(clean: str, marks: Marks) -> list[Quantity]:
    """半年, 半天, 半个月 as durations; 上半年 and 过半 are none."""
    found = []
    for match in _HALF.finditer(clean):
        end = match.end()
        unit = find_unit(clean, match.start("unit"))
        if unit is None or marks_hold(marks, match.start()):
            continue
        half = Decimal("0.5")
        hedge = hedge_before(clean, match.start(), time=True) or hedge_after(clean, end, time=True)
        found.append(_quantity(clean, match.start(), end, half, half, half, unit[0].name, Kind.DURATION, hedge))
    return found


def marks_hold(marks: Marks, start: int) -> bool:
    """Whether a position stands in a title or a quotation."""
    return marks.around(start) is not None

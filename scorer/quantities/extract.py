"""Find every quantity of a text: numeral, inner hedge, scale and unit, with the interval that is meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal

from scorer.quantities.build import build
from scorer.quantities.chinese import CHARACTERS
from scorer.quantities.forms import (
    HALF,
    Read,
    half,
    read_fraction,
    read_ordinal,
    read_range,
    read_tenths,
    unit_at,
)
from scorer.quantities.hedges import hedge_before
from scorer.quantities.marks import Marks
from scorer.quantities.model import Kind, Quantity
from scorer.quantities.numerals import Numeral, plain, read_numeral, skip_blanks, starts
from scorer.quantities.reject import is_label, is_word_part, may_be_counted, neighbours_forbid
from scorer.quantities.units import Unit, find_unit

__all__ = ["find_quantities"]

_AMOUNTS = frozenset({Kind.PERCENT, Kind.CURRENCY})
_CHINESE = frozenset(CHARACTERS)
_LISTED = re.compile(r"(?:[ \t]*[、和及][ \t]*[0-9]+(?:\.[0-9]+)?){1,12}[ \t]*")
_MARKED = re.compile(r"(?:得分|评分|总分|均分|平均分|分值)(?:为|达到?|是)?[ ]?$")
# 一个多月, 两个半小时: the hedge stands inside the unit.
_SPLIT_UNIT = re.compile(r"个(?P<inner>[多余半])(?=月|小时|星期|工作日|学期)")
# 仲裁申请（件） 865: a row of a table, whose first cell names the unit.
_UNIT_NAMED = re.compile(r"[（(](?P<unit>[^（）()0-9\n]{1,4})[）)][ \t\u3000]*$")
_GOES_ON = re.compile(r"[ \t\u3000]*(?:[余多几来点分成大番半0-9%‰]|[-–~～—至到])")


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
    for match in starts(clean):
        start, end = max(match.start(), resume), match.end()
        if start >= end or (clean[end - 1] in _CHINESE and _ends_here(clean, end)):
            continue
        if is_word_part(clean, start):
            start += 1
            if start >= end:
                continue
        quantities, resume = _read(clean, start, marks)
        found += quantities
    found += _halves(clean, found)
    found.sort(key=lambda quantity: quantity.start)
    if clean is text:
        return tuple(found)
    spelled = ((quantity, text[quantity.start : quantity.end]) for quantity in found)
    return tuple(q if q.text == words else replace(q, text=words) for q, words in spelled)


def _ends_here(clean: str, end: int) -> bool:
    """Whether nothing behind a Chinese numeral can make it a quantity: the quick way out for 统一, 进一步."""
    return find_unit(clean, skip_blanks(clean, end)) is None and _GOES_ON.match(clean, end) is None


def _read(clean: str, start: int, marks: Marks) -> Read:
    """The quantity that begins at ``start``, if any, and where to go on reading."""
    numeral = read_numeral(clean, start)
    if numeral is None:
        return [], start + 1
    if neighbours_forbid(clean, start):
        return [], numeral.end
    if clean[numeral.end : numeral.end + 1] in {"分", "/"}:
        share = read_fraction(clean, numeral, marks)
        if share is not None:
            return [share], share.end
    if clean[start - 1 : start] == "第":
        return read_ordinal(clean, numeral)
    at = skip_blanks(clean, numeral.end)
    unit = unit_at(clean, at)
    cell = _named_unit(clean, numeral) if unit is None else None
    if cell is not None:
        return [build(clean, numeral, cell, numeral.end)], numeral.end
    ranged = read_range(clean, numeral, at, unit, marks)
    if ranged is not None:
        return ranged
    tenths = read_tenths(clean, numeral)
    if tenths is not None:
        return [tenths], tenths.end
    split = _SPLIT_UNIT.match(clean, numeral.end)
    if split is not None and numeral.value is not None:
        return _split_unit(clean, numeral, split)
    if unit is None:
        return _without_unit(clean, numeral, marks)
    return _with_unit(clean, numeral, unit[0], at + len(unit[1]), unit[1], marks)


def _with_unit(clean: str, numeral: Numeral, unit: Unit, end: int, word: str, marks: Marks) -> Read:
    start = numeral.start
    if unit.kind in _AMOUNTS:
        lone = numeral.bare and not numeral.over and numeral.end - start == 1
        counts = not lone or hedge_before(clean, start, bare=True) is not None
    else:
        counts = may_be_counted(clean, start, end, numeral, unit.name, word)
    if not counts:
        return [], numeral.end
    if is_label(clean, start, end, numeral, word, marks):
        return [], end
    return [build(clean, numeral, unit, end)], end


def _split_unit(clean: str, numeral: Numeral, split: re.Match[str]) -> Read:
    """一个多月 is more than one month, 两个半小时 are two and a half hours."""
    unit = find_unit(clean, split.end()) or find_unit("个" + clean[split.end() : split.end() + 2], 0)
    if unit is None or numeral.value is None:
        return [], split.end()
    end = split.end() + len(unit[1].removeprefix("个"))
    if split["inner"] == "半":
        value = numeral.value + Decimal("0.5")
        exact = replace(numeral, value=value, low=value, high=value)
        return [build(clean, exact, unit[0], end)], end
    over = replace(numeral, high=numeral.value + 1, over=True)
    return [build(clean, over, unit[0], end)], end


def _without_unit(clean: str, numeral: Numeral, marks: Marks) -> Read:
    """A number that borrows the unit of a list (12、15和18件), a score, or one so big that it needs no unit."""
    start, end = numeral.start, numeral.end
    if numeral.chinese:
        return [], end
    unit = None
    listed = _LISTED.match(clean, end)
    if listed is not None and start and clean[start - 1] != "\n":
        borrowed = find_unit(clean, listed.end())
        if borrowed is not None and borrowed[0].name not in {"日", "年", "周", "天"}:
            unit = borrowed[0]
    if unit is None and _MARKED.search(clean, max(0, start - 8), start):
        unit = Unit("分")
    if unit is None and numeral.scaled and not clean.startswith("里", end):
        unit = Unit("")
    if unit is None or is_label(clean, start, end, numeral, unit.name, marks):
        return [], end
    return [build(clean, numeral, unit, end)], end


def _named_unit(clean: str, numeral: Numeral) -> Unit | None:
    """The unit in brackets right before the number."""
    named = None if numeral.chinese else _UNIT_NAMED.search(clean, max(0, numeral.start - 10), numeral.start)
    unit = find_unit(clean, named.start("unit")) if named is not None else None
    return unit[0] if named is not None and unit is not None and unit[1] == named["unit"] else None


def _halves(clean: str, found: list[Quantity]) -> list[Quantity]:
    """半年, 半天, 半个月 as durations, unless they stand in a title or belong to a quantity already found."""
    if "半" not in clean:
        return []
    marks = Marks(clean)
    starts = [quantity.start for quantity in found]
    halves = []
    for match in HALF.finditer(clean):
        before = bisect_right(starts, match.start()) - 1
        taken = before >= 0 and match.start() <= found[before].end
        if not taken and marks.around(match.start()) is None:
            halves.append(half(clean, match))
    return halves

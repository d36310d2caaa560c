"""Values stated twice: one and the same thing counted with two numbers.

Two sentences speak of one thing when their clauses are the same and long, or when both say in the same words that
they give the whole of it: 全市共有律师事务所42家. Who counts and for when must be the same; a clause behind other
words (市司法局深入社区，共办理 …) may be somebody else's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorer.i18n import tr, trp
from scorer.quantities.facts import Fact, Sides, amount, finding
from scorer.quantities.model import Relation

__all__ = ["check_repeats"]

_LEAD = re.compile(
    r"^(?:今年|本年|全年|[0-9]{4}年(?:度|来|以来)?|截至目前|目前|全市|全区|全县|我市|我区|我县|共|共计|累计|，|,)+"
)
_SPECIFIC = 12  # characters of a clause that make it unlikely to mean two things
_REACH = 80  # characters before a number that its clause can take
_YEAR = re.compile(r"(20[0-9]{2})年")
_TIME = r"(?:全年|今年|本年度?|年内|(?P<year>20[0-9]{2})年度?|目前|现在|截至目前|截至(?P<end>20[0-9]{2})年底|据统计)"
_PLACE = r"(?P<place>[全我][省市县区州盟旗镇乡])"
_CUE = r"(?:(?:已|现)?共有?|共计|总共|合计|累计)"
_WHOLE_OF_IT = re.compile(
    rf"(?:^|[。！？\n])\s*(?:{_TIME}[，,]?)?{_PLACE}?{_CUE}(?P<thing>[^，,。；;：:！？\n]{{3,30}})$"
)
# Done over and over, for this purpose and for that: each section may count its own.
_OFTEN = re.compile(
    r"(?:有效|成功|依法)?(?:开展|举办|召开|组织|发放|发布|印发|接受|提供|参加|参与|检查|排查|培训|宣传|走访|收到|发现|整改|完成|投入|出动|办理案|办结|处理|解答)"
)
_PLAIN = 7  # characters of a deed that is more than 办理案件
_WHOLE_OF_PLACE = re.compile(rf"[，,；;]{_PLACE}{_CUE}(?P<thing>[^，,。；;：:！？\n]{{3,30}})$")


@dataclass(frozen=True, slots=True)
class _Count:
    """A number with what it counts (``key``: thing, place, year, unit) and the sentence it stands in."""

    key: tuple[str, ...]
    fact: Fact
    sentence: int
    sure: bool


def check_repeats(text: str, sentences: Sequence[Sequence[Fact]]) -> Iterator[Relation]:
    """One and the same thing with two numbers: n名 here and m名 there, from sentence to sentence."""
    years = Counter(match[1] for match in _YEAR.finditer(text))
    usual = max(years, key=lambda year: (years[year], year), default="")
    seen: dict[tuple[str, ...], _Count] = {}
    for index, facts in enumerate(sentences):
        for fact in facts:
            count = _count(text, fact, index, usual) if fact.exact else None
            if count is None:
                continue
            first = seen.setdefault(count.key, count)
            if first.sentence != index:
                yield _compared(first, count)


def _count(text: str, fact: Fact, index: int, usual: str) -> _Count | None:
    start = fact.quantity.start
    floor = max(0, start - _REACH)
    whole = _WHOLE_OF_IT.search(text, floor, start)
    if whole is not None and _is_telling(whole):
        year = whole["year"] or whole["end"] or usual
        key = (whole["thing"], whole["place"] or "", year, fact.unit)
        return _Count(key, fact, index, sure=bool(whole["place"]))
    there = _WHOLE_OF_PLACE.search(text, floor, start)
    if there is not None and _is_telling(there):
        return _Count((there["thing"], there["place"], usual, fact.unit), fact, index, sure=True)
    words = _LEAD.sub("", fact.label)
    return _Count((words, fact.unit), fact, index, sure=True) if len(words) >= _SPECIFIC else None


def _is_telling(match: re.Match[str]) -> bool:
    """Whether one number alone can be true of the words: 全市共有律师, 共制定规范性文件, and not 共开展培训."""
    thing = match["thing"]
    stock = bool(match["place"]) and "有" in match.group()[: match.start("thing") - match.start()]
    return _OFTEN.match(thing) is None and (stock or len(thing) >= _PLAIN)


def _compared(first: _Count, second: _Count) -> Relation:
    one, other = first.fact, second.fact
    holds = one.value == other.value
    first_told, told = amount(one.value, one), amount(other.value, other)
    sign = "=" if holds else "≠"
    gap = amount(abs(one.value - other.value), other)
    sides = Sides(trp("数字核对", "重复数字"), f"{first.key[0]} {first_told}", sign, told, gap)
    note = "" if holds else tr("前文写的是{number}", number=one.quantity.text)
    span = (other.quantity.start, other.quantity.end)
    sure = second.sure and first.sure
    return finding("repeat", span, sides, other.value, one.value, holds, note=note, warning=sure)

"""Counting without adding: gaps in the numbering of headings, lists before 等N个, values stated twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.quantities.facts import Fact, finding, number
from scorer.quantities.model import Relation
from scorer.quantities.numerals import plain, read_numeral

__all__ = ["check_headings", "check_lists", "check_points", "check_repeats"]

_NUMBERING = (
    re.compile(r"[ \t\u3000]*(?P<number>[一二三四五六七八九十]{1,3})、"),
    re.compile(r"[ \t\u3000]*[（(](?P<number>[一二三四五六七八九十]{1,3})[）)]"),
    re.compile(r"[ \t\u3000]*(?P<number>[0-9]{1,2})[、.．](?![0-9])"),
    re.compile(r"[ \t\u3000]*[（(](?P<number>[0-9]{1,2})[）)]"),
)
_STYLES = ("{}、", "（{}）", "{}、", "（{}）")
_CHINESE = ("", *"一二三四五六七八九十")
_POINT = re.compile(
    r"(?:^|(?<=[，,。；;：:！？、\s]))(?P<number>[一二三四五六七八九十]{1,3})是(?!否)", re.MULTILINE
)
_LIST = re.compile(r"等[ ]?$")
_MEMBERS = re.compile(r"[^，,。；;：:！？\n]*$")
_BRACKETS = re.compile(r"[（(][^（）()]{0,40}[）)]")
_NOUN_OF_LIST = re.compile(r"[的了]")
_LEAD = re.compile(
    r"^(?:今年|本年|全年|[0-9]{4}年(?:度|来|以来)?|截至目前|目前|全市|全区|全县|我市|我区|我县|共|共计|累计|，|,)+"
)
_SPECIFIC = 12  # characters of a clause that make it unlikely to mean two things


def check_headings(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[Relation]:
    """A heading numbered 3 right after 1, under one heading above: something is missing, or misnumbered."""
    last = [0] * len(_NUMBERING)
    for start, end in sentences:
        for depth, pattern in enumerate(_NUMBERING):
            match = pattern.match(text, start, end)
            if match is None:
                continue
            here = _worth(match["number"])
            expected = last[depth] + 1
            if last[depth] and here > expected:
                missing = "、".join(_STYLES[depth].format(_spell(n, depth)) for n in range(expected, here))
                message = f"标题序号：“{match.group().strip()}”之前缺“{missing}”"
                span = (match.start("number"), match.end("number"))
                yield finding("sequence", span, Decimal(here), Decimal(expected), False, message)
            last[depth] = here
            last[depth + 1 :] = [0] * (len(last) - depth - 1)
            break


def check_points(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[Relation]:
    """一是, 二是 and then 四是: a point is missing. A heading begins anew, and lists may stand inside lists."""
    open_lists: list[int] = []
    last = 0
    for start, end in sentences:
        if any(pattern.match(text, start, end) for pattern in _NUMBERING):
            open_lists = []
        for match in _POINT.finditer(text, start, end):
            here = _worth(match["number"])
            while len(open_lists) > 1 and here != open_lists[-1] + 1 and here == open_lists[-2] + 1:
                open_lists.pop()
            if here == 1 or not open_lists:
                open_lists.append(here)
            else:
                yield from _missing_point(text, match, here, open_lists[-1] + 1, last)
                open_lists[-1] = here
            last = match.end()


def _missing_point(
    text: str, match: re.Match[str], here: int, expected: int, last: int
) -> Iterator[Relation]:
    """The gap before a point, unless the missing one is there in another form: 二要, 其二, 第二."""
    between = text[last : match.start()]
    missing = [_spell(number, 0) for number in range(expected, here)]
    if not missing or any(
        mark in between for n in missing for mark in (f"{n}要", f"其{n}", f"第{n}", f"{n}、")
    ):
        return
    message = f"要点序号：“{match.group()}”之前缺“{'、'.join(f'{n}是' for n in missing)}”"
    yield finding("sequence", match.span("number"), Decimal(here), Decimal(expected), False, message)


def _worth(numeral: str) -> int:
    read = read_numeral(plain(numeral), 0)
    return int(read.low) if read is not None else 0


def _spell(value: int, depth: int) -> str:
    if depth >= 2 or value > 19:
        return str(value)
    return _CHINESE[value] if value <= 10 else f"十{_CHINESE[value - 10]}"


def check_lists(text: str, facts: Sequence[Fact]) -> Iterator[Relation]:
    """A list before 等N个 may be open, but it cannot have more than N members."""
    for fact in facts:
        start = fact.quantity.start
        if not fact.exact or fact.value > 40 or not _LIST.search(text, max(0, start - 2), start):
            continue
        clause = _MEMBERS.search(text, max(0, start - 200), start)
        members = _BRACKETS.sub("", clause.group()) if clause else ""
        listed = members.count("、") + 1
        if listed < 2:
            continue
        holds = listed <= fact.value
        if not holds and _NOUN_OF_LIST.search(members):
            continue  # two lists in one clause: 推进执法、司法的公安、法院等2个部门
        sign = "≤" if holds else ">"
        message = f"列举：所列 {listed} 项 {sign} “等{fact.quantity.text}”" + (
            "" if holds else "，所列多于所称"
        )
        span = (clause.start() if clause else start, fact.quantity.end)
        yield finding("bound", span, fact.value, Decimal(listed), holds, message)


def check_repeats(sentences: Sequence[Sequence[Fact]]) -> Iterator[Relation]:
    """One and the same clause with two numbers: n名 here and m名 there.

    Only long clauses are compared, and only from sentence to sentence: short ones (受理案件45件) speak of
    different bodies.
    """
    seen: dict[tuple[str, str], tuple[int, Fact]] = {}
    for index, facts in enumerate(sentences):
        for fact in facts:
            key = _LEAD.sub("", fact.label)
            if len(key) < _SPECIFIC or not fact.exact:
                continue
            place = (key, fact.unit)
            if place not in seen:
                seen[place] = (index, fact)
                continue
            where, first = seen[place]
            if where == index:
                continue
            holds = first.value == fact.value
            sign = "=" if holds else "≠"
            message = f"重复数字：{key} {number(first.value)} {sign} {number(fact.value)}"
            if not holds:
                message += f"，相差 {number(abs(first.value - fact.value))}"
            span = (fact.quantity.start, fact.quantity.end)
            yield finding("repeat", span, fact.value, first.value, holds, message, warning=True)

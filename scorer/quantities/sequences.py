"""Counting without adding: gaps in the numbering of headings and points, lists before 等N个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.i18n import listed, tr, trn, trp
from scorer.quantities.facts import Fact, Sides, finding
from scorer.quantities.model import Relation
from scorer.quantities.numerals import plain, read_numeral

__all__ = ["check_headings", "check_lists", "check_points"]

_NUMBERING = (
    re.compile(r"[ \t\u3000]*(?P<number>[一二三四五六七八九十]{1,3})、"),
    re.compile(r"[ \t\u3000]*[（(](?P<number>[一二三四五六七八九十]{1,3})[）)]"),
    re.compile(r"[ \t\u3000]*(?P<number>[0-9]{1,2})[、.．](?![0-9])"),
    re.compile(r"[ \t\u3000]*[（(](?P<number>[0-9]{1,2})[）)]"),
)
_STYLES = ("{}、", "（{}）", "{}、", "（{}）")
_CHINESE = ("", *"一二三四五六七八九十")
# The numeral comes first, which the search can look for, and then a glance at what stands before it.
_POINT = re.compile(
    r"(?P<number>[一二三四五六七八九十](?<![^，,。；;：:！？、\s].)[一二三四五六七八九十]{0,2})是(?!否)"
)
_LIST = re.compile(r"等[ ]?$")
_MEMBERS = re.compile(r"[^，,。；;：:！？\n]*$")
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_BRACKETS = re.compile(r"[（(][^（）()]{0,40}[）)]")
_TWO_LISTS = re.compile(r"[的了]|[和及与][^、]*、")


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
            twice = here == last[depth] > 1
            if last[depth] and (here > expected or twice):
                yield _out_of_order(match, depth, last[depth], here)
            last[depth] = here
            last[depth + 1 :] = [0] * (len(last) - depth - 1)
            break


def _out_of_order(match: re.Match[str], depth: int, last: int, here: int) -> Relation:
    """（四） right behind （二）, or （二） a second time."""
    before, wanted, found = (_STYLES[depth].format(_spell(n, depth)) for n in (last, last + 1, here))
    missing = "".join(_STYLES[depth].format(_spell(n, depth)) for n in range(last + 1, here))
    note = tr("缺“{missing}”", missing=missing) if missing else tr("序号重复")
    left = tr("“{before}”之后应为“{wanted}”", before=before, wanted=wanted)
    sides = Sides(trp("数字核对", "标题序号"), left, "≠", f"“{found}”", None)
    return finding(
        "sequence", match.span("number"), sides, Decimal(here), Decimal(last + 1), False, note=note
    )


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
    left = tr("“{before}”之后应为“{wanted}”", before=f"{_spell(expected - 1, 0)}是", wanted=f"{missing[0]}是")
    sides = Sides(trp("数字核对", "要点序号"), left, "≠", f"“{match.group()}”", None)
    note = tr("缺“{missing}”", missing=listed(f"{n}是" for n in missing))
    yield finding("sequence", match.span("number"), sides, Decimal(here), Decimal(expected), False, note=note)


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
        ahead = text[max(0, start - 200) : start]
        clause = _MEMBERS.search(_TITLE.sub(_blank, ahead))
        members = _BRACKETS.sub("", clause.group()) if clause else ""
        titles = members.count("《")
        members_listed = titles if titles > 1 else members.count("、") + 1
        if members_listed < 2:
            continue
        holds = members_listed <= fact.value
        if not holds and titles < 2 and _TWO_LISTS.search(members):
            continue  # 推进执法、司法的公安、法院等2个部门; 人大、政协和公安、司法等2个部门
        sides = Sides(
            trp("数字核对", "列举"),
            trn("所列 {count} 项", members_listed),
            "≤" if holds else ">",
            f"“等{fact.quantity.text}”",
        )
        span = (start - len(ahead) + (clause.start() if clause else 0), fact.quantity.end)
        note = "" if holds else tr("所列多于所称")
        yield finding("bound", span, sides, fact.value, Decimal(members_listed), holds, note=note)


def _blank(title: re.Match[str]) -> str:
    """A title of the same length without marks that end a clause or separate members."""
    return f"《{'书' * (len(title.group()) - 2)}》"

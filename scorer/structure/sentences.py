"""Cutting a paragraph: sentences at 。！？, segments at ； and before 一是/二是, clauses at ，；： and some 、.

A sentence that leans on the one before it (该平台……, 其中……) is made one with it; the full stop then stands inside and
still cuts clauses, behind many words segments too.

Nothing is cut inside a title 《…》; segments and clauses are not cut inside a short quotation “…” either. An
enumeration comma 、 bounds a clause only between two long stretches (see :data:`LONG`): 审查重大决策35件、出具法律意见书20余份
are two facts, 时限、环节 is one.

Positions are those of the view.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from scorer.patterns import begins
from scorer.structure.numbering import RUN_IN

__all__ = ["LONG", "Stretch", "clauses_of", "points_of", "segments_of", "sentences_of"]

Stretch = tuple[int, int]

LONG = 8  # characters on either side that make 、 a boundary of clauses

_END = begins(
    ".。！？",
    r"[。！？]+[”’」』）》】]*"
    # A full stop typed in ASCII, between or after Chinese characters; 一. is a number.
    r"|(?<=[\u4e00-\u9fff”）])(?<![一二三四五六七八九十])\.(?=[\u4e00-\u9fff“（]|\Z)",
)
_GOES_ON = frozenset("，、；：的等之")  # “……。”的要求: the quotation ends, the sentence does not
_BRACKETS = re.compile("[《》]")
_QUOTED = re.compile("“[^“”]{1,80}”")
_PARENTHESES = re.compile("（[^（）]{1,300}）")
_CLAUSE_END = re.compile("[，；：]|[。！？]+[”’」』）》】]*")
_SEMICOLON = re.compile("；")
_ENUMERATION = re.compile("、")
_LONGEST_TITLE = 300
# 平台5月上线。该平台接入单位31家; 组织资格考试。共338人参加: what is said of the thing named before belongs to it.
_LEANS = re.compile(
    r"其中(?!心)|该[\u4e00-\u9fff]{1,8}|(?:此|这|本)(?:次|轮|项|批|份|套|个(?!月))|(?:此|这)(?=一?[\u4e00-\u9fff]{1,2}举)|上述|"
    r"共(?:有|计)?[\u4e00-\u9fff]{0,6}\d"
    # 完善清单。（区司法局牵头）: who is in charge of what stands before
    r"|（(?:[^（）。]{2,60}(?:牵头|负责)[^（）。]{0,30}|(?:责任|牵头)(?:单位|部门)：[^（）。]{2,90})）[。；]?(?=$|\n)|(?:责任|牵头)(?:单位|部门)："
)
_ONE_THING = (
    50  # characters up to which what is said before is of one thing, so that all that follows is of it too
)
_LONGEST_JOINED = 300  # characters over which sentences are read as one


def _titles(text: str, start: int, end: int) -> list[Stretch]:
    """The stretches in 《》, outermost only; an unmatched bracket opens nothing."""
    open_at: list[int] = []
    found: list[Stretch] = []
    if text.find("《", start, end) < 0:
        return found
    for bracket in _BRACKETS.finditer(text, start, end):
        if bracket[0] == "《":
            open_at.append(bracket.start())
        elif open_at:
            begin = open_at.pop()
            if bracket.end() - begin <= _LONGEST_TITLE:
                found.append((begin, bracket.end()))
    return _merge(found)


def _merge(stretches: Iterable[Stretch]) -> list[Stretch]:
    merged: list[Stretch] = []
    for begin, stop in sorted(stretches):
        if merged and begin < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((begin, stop))
    return merged


class _Closed:
    """Stretches in which nothing is cut."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self._starts = [begin for begin, _ in stretches]
        self._ends = [stop for _, stop in stretches]

    def holds(self, position: int) -> bool:
        """Whether ``position`` lies strictly inside one of the stretches."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and self._starts[at] < position < self._ends[at]


def sentences_of(text: str, start: int, end: int) -> list[Stretch]:
    """The sentences of the paragraph ``text[start:end]``; they tile it."""
    closed = _Closed(_titles(text, start, end))
    cuts = [
        stop.end()
        for stop in _END.finditer(text, start, end)
        if not closed.holds(stop.start())
        and not (stop.end() - stop.start() > 1 and text[stop.end() : stop.end() + 1] in _GOES_ON)
    ]
    return _joined(text, _pieces(start, end, cuts))


def _joined(text: str, pieces: list[Stretch]) -> list[Stretch]:
    """The sentences, one that leans on the one before made one with it."""
    joined: list[Stretch] = []
    for begin, stop in pieces:
        leans = joined and stop - joined[-1][0] <= _LONGEST_JOINED and _LEANS.match(text, begin, stop)
        if leans:
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((begin, stop))
    return joined


def points_of(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The run-in markers 一是, 第二，, （3） of a paragraph."""
    closed = _Closed(_titles(text, start, end))
    return [marker for marker in RUN_IN.finditer(text, start, end) if not closed.holds(marker.start())]


def segments_of(text: str, start: int, end: int, points: Iterable[int]) -> list[Stretch]:
    """The segments of a sentence: cut after ； (not inside brackets or quotations) and at ``points``.

    A full stop inside it cuts as well behind so many words that they may be about several things.
    """
    points = [*points, *_stops_inside(text, start, end)]
    if text.find("；", start, end) < 0:
        return _pieces(start, end, points)
    closed = _Closed(_merge([*_closed_parts(text, start, end), *_spans(_PARENTHESES, text, start, end)]))
    cuts = [mark.end() for mark in _SEMICOLON.finditer(text, start, end) if not closed.holds(mark.start())]
    return _pieces(start, end, [*cuts, *points])


def _stops_inside(text: str, start: int, end: int) -> list[int]:
    if text.find("。", start, end - 1) < 0:
        return []
    closed = _Closed(_closed_parts(text, start, end))
    stops = [stop.end() for stop in _END.finditer(text, start, end) if not closed.holds(stop.start())]
    edges = [start, *stops]
    return [stop for begin, stop in pairwise(edges) if stop < end and stop - begin > _ONE_THING]


def clauses_of(text: str, start: int, end: int, points: Iterable[int]) -> list[Stretch]:
    """The clauses of a sentence: cut after ，；： and a full stop inside it, at ``points``, and after 、 between long stretches."""
    closed = _Closed(_closed_parts(text, start, end))
    cuts = [mark.end() for mark in _CLAUSE_END.finditer(text, start, end) if not closed.holds(mark.start())]
    cuts.extend(points)
    whole = _pieces(start, end, cuts)
    return [
        piece for begin, stop in whole for piece in _pieces(begin, stop, _items(text, begin, stop, closed))
    ]


def _items(text: str, start: int, end: int, closed: _Closed) -> list[int]:
    """Positions after the 、 of a clause that separate two long stretches."""
    marks = [mark.end() for mark in _ENUMERATION.finditer(text, start, end) if not closed.holds(mark.start())]
    edges = [start, *marks, end]
    return [
        edge
        for before, edge, after in zip(edges, edges[1:], edges[2:], strict=False)
        if edge - before > LONG and after - edge > LONG
    ]


def _closed_parts(text: str, start: int, end: int) -> list[Stretch]:
    return _merge([*_titles(text, start, end), *_spans(_QUOTED, text, start, end)])


def _spans(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Stretch]:
    return [found.span() for found in pattern.finditer(text, start, end)]


def _pieces(start: int, end: int, cuts: Iterable[int]) -> list[Stretch]:
    """The non-empty pieces of ``start:end`` between the cuts."""
    inside = {cut for cut in cuts if start < cut < end}
    if not inside:
        return [(start, end)] if start < end else []
    edges = [start, *sorted(inside), end]
    return [(begin, stop) for begin, stop in pairwise(edges) if begin < stop]

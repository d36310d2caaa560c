"""Texts made to be slow are no slower than others: work is counted, at three sizes, and must not outgrow the text.

What is counted are calls, of functions of ours and of those beneath them; a search for a pattern is one call however
long it takes, so the patterns themselves are looked at too.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from types import FrameType
from typing import Any, cast

import pytest

import scorer
from scorer.matching.exact import MOST_PER_SENTENCE
from scorer.pipeline import Engine
from scorer.reading import read_bytes

if sys.version_info >= (3, 11):
    from re import _constants as code
    from re import _parser as parser
else:
    import sre_constants as code
    import sre_parse as parser

HEAD = "大冶市人民政府关于2021年度法治政府建设情况的报告\n一、主要工作成效\n"
SIZE = 1000  # characters of the smallest of three texts
MOST_GROWTH = 2.3  # twice the text may add so many times the calls that the first doubling added
HOSTILE = {
    "brackets that open": "《（“",
    "brackets inside brackets": "（《甲》（",
    "digits": "1234567890",
    "Chinese digits": "一百二十三万",
    "digits and commas": "1,",
    "blanks between digits": " 1",
    "counts": "3件、",
    "sums": "共9件（有效5件，废止3件），",
    "rates": "出庭应诉率95%，",
    "dates": "2021年3月5日",
    "document numbers": "〔2021〕4号",
    "a future without end": "将",
    "lacks": "仍存在不足，",
    "points": "一是加强，",
    "numbering": "（一）",
    "headings": "一、工作\n",
    "headings of two depths": "（一）行政执法\n1、执法\n",
    "empty lines": "\n",
    "mentions in one sentence": "行政执法、",
    "mentions with numbers": "法律援助案件540件，",
    "sentences that count": "全年办理行政复议案件12件。",
    "an enumeration": "甲乙、",
    "an enumeration of long items": "甲乙丙丁戊己庚辛壬、",
    "titles": "学习《行政复议法》、",
    "approximate words": "全面依治国推进，",
    "semicolons": "推进依法行政；",
    "periods": "自2020年以来，",
    "denials": "没有单位被约谈，",
    "demands": "省政府要求，",
    "other actors": "市法院受理行政案件30件，",
    "meetings": "依法治县委员会召开第一次会议。",
}


@cache
def engine() -> Engine:
    """An engine that has read one report, so that nothing is loaded while calls are counted."""
    ready = Engine()
    for _ in range(2):
        ready.score(read_bytes(f"{HEAD}开展行政执法3场。".encode(), "first.txt"))
    return ready


def calls(content: str) -> int:
    """How many calls it takes to score a text."""
    document = read_bytes(content.encode("utf-8"), "text.txt")
    ready = engine()
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        ready.score(document)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_work_grows_as_the_text_does(unit: str) -> None:
    once, twice, fourfold = (calls(HEAD + unit * (size * SIZE // len(unit))) for size in (1, 2, 4))
    first, second = twice - once, fourfold - twice
    assert second <= max(MOST_GROWTH * first, 0.02 * once)


def test_nested_brackets_cost_no_more_than_flat_ones() -> None:
    deep, flat = ("（" * SIZE + "甲" + "）" * SIZE, "（甲）" * (SIZE * 2 // 3))
    assert calls(HEAD + deep) <= MOST_GROWTH * calls(HEAD + flat)


def test_a_sentence_of_twenty_thousand_mentions_is_cut_short_and_said() -> None:
    content = HEAD + "行政执法、" * 20_000
    examined = engine().examine(read_bytes(content.encode("utf-8"), "text.txt"))
    assert len(examined.context.hits.of("行政执法")) <= MOST_PER_SENTENCE
    assert any(note.code == "long_sentence" for note in examined.scorecard.warnings)


# Of these each repetition begins with a character that the one inside it cannot take, so there is one way to match.
ONE_WAY = {r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$"}


def _values(thing: object) -> Iterable[object]:
    return (
        thing.values() if isinstance(thing, dict) else thing if isinstance(thing, (list, tuple)) else (thing,)
    )


def patterns() -> dict[str, str]:
    """Every pattern that a module keeps, with the name of the module."""
    found: dict[str, str] = {}
    for module in pkgutil.walk_packages(scorer.__path__, "scorer."):
        if not module.name.endswith("__main__"):
            kept = vars(importlib.import_module(module.name)).values()
            for value in (value for thing in list(kept) for value in _values(thing)):
                pattern = getattr(value, "pattern", None)
                if hasattr(value, "finditer") and isinstance(pattern, (str, bytes)):
                    found.setdefault(
                        pattern if isinstance(pattern, str) else pattern.decode("latin-1"), module.name
                    )
    return found


def tree_of(pattern: str) -> Iterable[tuple[Any, Any]]:
    """What a pattern is made of: an operation and its argument, one after the other."""
    return cast("Iterable[tuple[Any, Any]]", parser.parse(pattern))


def repetitions(tree: Iterable[tuple[Any, Any]], inside: bool = False) -> Iterator[bool]:
    """For each repetition without bound whether it stands inside another one."""
    for operation, argument in tree:
        if operation in (code.MAX_REPEAT, code.MIN_REPEAT):
            _, most, repeated = argument
            endless = most == code.MAXREPEAT
            if endless:
                yield inside
            yield from repetitions(repeated, inside or endless)
        elif operation is code.SUBPATTERN:
            yield from repetitions(argument[-1], inside)
        elif operation is code.BRANCH:
            for branch in argument[1]:
                yield from repetitions(branch, inside)
        elif operation in (code.ASSERT, code.ASSERT_NOT):
            yield from repetitions(argument[1], inside)


@pytest.mark.parametrize(
    "pattern, nested",
    [("(?:a+b)*", True), ("(?=(a|b*)*)", True), ("(?:a{1,9}b)*c+", False), ("[^ab]+", False)],
)
def test_a_repetition_in_a_repetition_is_seen(pattern: str, nested: bool) -> None:
    assert any(repetitions(tree_of(pattern))) is nested


def test_no_pattern_repeats_without_bound_what_is_repeated_without_bound() -> None:
    found = patterns()
    assert len(found) > 400
    assert {p for p in found if any(repetitions(tree_of(p)))} <= ONE_WAY

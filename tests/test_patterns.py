"""A pattern that is compiled later, or tried at certain characters only, says what the pattern says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_steps import code, tree_of
from test_steps import patterns as all_patterns

from scorer import patterns
from scorer.patterns import begins, lazily


@given(st.text("省市县a\n", max_size=12))
def test_it_finds_what_the_pattern_finds(words: str) -> None:
    now, late = re.compile("([省市])(县?)$", re.MULTILINE), lazily("([省市])(县?)$", re.MULTILINE)
    assert late.findall(words) == now.findall(words)
    assert late.sub("-", words) == now.sub("-", words)
    assert late.split(words) == now.split(words)
    assert [m.span() for m in late.finditer(words, 1)] == [m.span() for m in now.finditer(words, 1)]
    for found, expected in (
        (late.search(words), now.search(words)),
        (late.match(words, 1), now.match(words, 1)),
        (late.fullmatch(words), now.fullmatch(words)),
    ):
        assert (found and found.regs) == (expected and expected.regs)
    assert (late.pattern, late.groups) == (now.pattern, now.groups)


def test_it_is_compiled_once_and_only_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def spy(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return re.compile(pattern, flags)

    class Spied:
        compile = staticmethod(spy)

    monkeypatch.setattr(patterns, "re", Spied)
    late = lazily("[省市]")
    assert late.pattern == "[省市]"
    assert compiled == []
    assert late.search("大冶市")
    assert late.match("市")
    assert compiled == ["[省市]"]


def test_a_wrong_pattern_is_said_when_it_is_used() -> None:
    with pytest.raises(re.error):
        lazily("[").search("")


ANY = range(0x110000)
DIGIT = -1  # stands for every character that is a digit


def characters(members: Iterable[tuple[Any, Any]]) -> Iterable[int]:
    """The characters of a class, or of a part of one."""
    found: set[int] = set()
    for operation, argument in members:
        if operation is code.LITERAL:
            found.add(argument)
        elif operation is code.RANGE:
            found.update(range(argument[0], argument[1] + 1))
        elif operation is code.CATEGORY and argument is code.CATEGORY_DIGIT:
            found.add(DIGIT)
        else:
            return ANY
    return found


def firsts(tree: Iterable[tuple[Any, Any]]) -> tuple[set[int], bool]:
    """The characters with which a match can begin, and whether it can be empty."""
    found: set[int] = set()
    for operation, argument in tree:
        empty = False
        if operation is code.LITERAL:
            found.add(argument)
        elif operation is code.IN:
            found.update(characters(argument))
        elif operation in (code.MAX_REPEAT, code.MIN_REPEAT):
            inner, empty = firsts(argument[2])
            found, empty = found | inner, empty or argument[0] == 0
        elif operation is code.SUBPATTERN:
            inner, empty = firsts(argument[-1])
            found |= inner
        elif operation is code.BRANCH:
            branches = [firsts(branch) for branch in argument[1]]
            found = found.union(*(inner for inner, _ in branches))
            empty = any(may for _, may in branches)
        elif operation in (code.ASSERT, code.ASSERT_NOT, code.AT):
            empty = True
        else:
            found.update(ANY)
        if not empty:
            return found, False
    return found, True


def missing(pattern: str) -> set[str] | None:
    """The characters that a pattern made by `begins` ought to name and does not; None for other patterns."""
    tree = list(tree_of(pattern))
    guard = list(tree[0][1][1]) if tree and tree[0][0] is code.ASSERT and tree[0][1][0] > 0 else []
    if len(guard) != 1 or guard[0][0] not in (code.IN, code.LITERAL):
        return None
    named, _ = firsts(guard)
    wanted, empty = firsts(tree[1:])
    return {"an empty match"} if empty else {"a digit" if c == DIGIT else chr(c) for c in wanted - named}


@pytest.mark.parametrize(
    "named, pattern, wanted",
    [
        ("省市", "省里|(?:市|县)委", {"县"}),
        ("自1", "自?1年|(?<!一)2", {"2"}),
        ("一", r"[一二](?=三)|\d{2}", {"二", "a digit"}),
        (r"\d甲", r"(?:\d|甲){1,3}乙", set()),
        ("甲", "甲?", {"an empty match"}),
    ],
)
def test_a_character_that_is_not_named_is_seen(named: str, pattern: str, wanted: set[str]) -> None:
    assert missing(begins(named, pattern).pattern) == wanted


def test_no_pattern_can_begin_where_it_is_not_tried() -> None:
    found = {pattern: missing(pattern) for pattern in all_patterns()}
    made = {pattern: lacks for pattern, lacks in found.items() if lacks is not None}
    assert len(made) >= 8
    assert {pattern: lacks for pattern, lacks in made.items() if lacks} == {}

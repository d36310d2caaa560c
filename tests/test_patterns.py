"""A pattern that is compiled later says what the pattern says, and compiles once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer import patterns
from scorer.patterns import lazily


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

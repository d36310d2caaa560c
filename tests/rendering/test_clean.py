from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.rendering.clean import excerpt, visible


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("公\n\n安机关", "公安机关"),
        ("公\r\n安", "公安"),
        ("GDP\n增长", "GDP 增长"),
        ("负责人　出庭", "负责人 出庭"),
        ("甲\t乙", "甲 乙"),
        ("  甲  ", "甲"),
        ("\x1b[31m红\x1b[0m", "\ufffd[31m红\ufffd[0m"),
        ("\x9b31m", "\ufffd31m"),
        ("金额\u202e万元", "金额\ufffd万元"),
        ("\u2066甲\u2069", "\ufffd甲\ufffd"),
        ("半\ud800边", "半\ufffd边"),
        ("公\u200b示\ufeff", "公示"),
        ("❤\ufe0f", "❤"),
        ("甲\u2028乙", "甲 乙"),
        ("", ""),
    ],
)
def test_what_people_see(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@given(st.text(st.characters()))
def test_nothing_visible_steers_a_terminal_or_breaks_utf8(raw: str) -> None:
    shown = visible(raw)
    shown.encode("utf-8")
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def test_an_excerpt_keeps_the_hit_in_sight_and_marks_its_cuts() -> None:
    words, start, end = excerpt("前" * 100 + "出庭应诉" + "后" * 100, 30, (100, 104))
    assert words.startswith("…前")
    assert words.endswith("后…")
    assert words[start:end] == "出庭应诉"
    assert len(words) == 32


def test_a_short_text_is_not_cut() -> None:
    assert excerpt("全年办理65件", 30, (4, 7)) == ("全年办理65件", 4, 7)


def test_the_hit_is_found_again_after_a_line_end_before_it_is_gone() -> None:
    words, start, end = excerpt("公\n安机关办理\n案件", 30, (7, 10))
    assert (words, words[start:end]) == ("公安机关办理案件", "案件")


@pytest.mark.parametrize("hit", [(0, 0), (-5, -1), (90, 95), (3, 1)])
def test_an_impossible_hit_is_none_at_all(hit: tuple[int, int]) -> None:
    words, start, end = excerpt("全年办理", 30, hit)
    assert (words, words[start:end]) == ("全年办理", "")


@given(st.text(), st.integers(1, 40), st.integers(-3, 60), st.integers(-3, 60))
def test_an_excerpt_is_short_and_its_hit_lies_inside(text: str, limit: int, first: int, last: int) -> None:
    words, start, end = excerpt(text, limit, (first, last))
    assert len(words) <= limit + 2
    assert 0 <= start <= end <= len(words)

"""What cleaning makes visible, what it keeps, and that one character stays one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.reading import read_bytes
from scorer.reading.clean import clean, one_line

PADDING = "法治政府建设年度报告" * 20


@pytest.mark.parametrize(
    "hostile", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u200f", "\ud800"]
)
def test_a_hostile_character_becomes_one_visible_one(hostile: str) -> None:
    assert clean(f"办{hostile}件") == ("办\ufffd件", 1)


@pytest.mark.parametrize(
    "kept", ["\t", "\n", "\u3000", "\u00a0", "\u200b", "\u200d", "\u00ad", "\ufffd", "\ue000", "𠮷"]
)
def test_harmless_characters_stay(kept: str) -> None:
    assert clean(f"办{kept}件") == (f"办{kept}件", 0)


def test_a_mark_goes_at_the_start_only() -> None:
    assert clean("\ufeff一\ufeff二") == ("一\ufeff二", 0)


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_each_line_end_is_one_newline(ending: str) -> None:
    assert clean(f"一{ending}二{ending}") == ("一\n二\n", 0)


@given(st.text(st.characters(codec=None)))
def test_cleaning_is_final_and_fit_for_any_output(text: str) -> None:
    cleaned, _ = clean(text)
    assert clean(cleaned.removeprefix("\ufeff")) == (cleaned.removeprefix("\ufeff"), 0)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


def test_a_name_stays_on_one_line() -> None:
    assert one_line("a\nb\x1b[31m\ud800") == "a\ufffdb\ufffd[31m\ufffd"


def test_the_warning_counts_the_controls() -> None:
    document = read_bytes(f"{PADDING}\x1b[31m红\u202e{PADDING}".encode(), "x")
    assert document.text.content == f"{PADDING}\ufffd[31m红\ufffd{PADDING}"
    (warning,) = document.warnings
    assert warning.code == "control_characters"
    assert "2个控制字符" in warning.message


def test_lone_surrogates_in_utf16_become_visible() -> None:
    data = b"\xff\xfe" + PADDING.encode("utf-16-le") + b"\x00\xd8" + "市".encode("utf-16-le")
    document = read_bytes(data, "x")
    assert document.text.content == PADDING + "\ufffd市"
    assert [warning.code for warning in document.warnings] == ["control_characters"]


def test_replacement_characters_of_an_earlier_conversion_are_told() -> None:
    document = read_bytes((PADDING + "\ufffd").encode(), "x")
    (warning,) = document.warnings
    assert warning.code == "replacement_characters"
    assert "1个替换符" in warning.message


def test_a_clean_text_has_no_warning() -> None:
    assert read_bytes(PADDING.encode(), "x").warnings == ()

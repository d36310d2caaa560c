from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scorer.rendering.clean import visible
from scorer.rendering.wrap import fit, pad, wrap


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("全年办理案件", 8, ["全年办理", "案件"]),
        ("全年办理，案件", 8, ["全年办", "理，案件"]),  # a comma never begins a line
        ("见《规定》全文", 4, ["见", "《规", "定》", "全文"]),  # a title mark never ends one
        ("共办理1063件", 8, ["共办理", "1063件"]),  # a number stays whole
        ("rule of law", 7, ["rule of", "law"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("", 10, [""]),
        ("，。，。，。", 4, ["，。", "，。", "，。"]),
    ],
)
def test_lines(text: str, width: int, expected: list[str]) -> None:
    assert [line.rstrip() for line in lines(text, width)] == expected


@given(st.text().map(visible), st.integers(2, 60))
def test_no_line_is_too_wide_and_no_word_is_lost(text: str, width: int) -> None:
    parts = lines(text, width)
    assert all(cell_len(part.rstrip()) <= width for part in parts)
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["（" * 50_000, "。" * 50_000, "（）" * 25_000, "a" * 50_000, "中" * 50_000])
def test_a_run_of_one_class_is_wrapped(text: str) -> None:
    assert "".join(lines(text, 40)) == text


def test_fit_counts_cells_and_marks_the_cut() -> None:
    assert fit("全年办理", 8) == "全年办理"
    assert fit("全年办理", 7) == "全年办…"
    assert fit("全年办理", 6) == "全年…"


def test_pad_fills_on_the_side_asked_for() -> None:
    assert pad("全年", 6) == "全年  "
    assert pad("7.5", 6, right=True) == "   7.5"


@given(st.text().map(visible), st.integers(1, 40), st.booleans())
def test_pad_is_exact(text: str, width: int, right: bool) -> None:
    assert cell_len(pad(text, width, right)) == width

"""Dates in figures and in Chinese numerals, with every zero that people type."""

from __future__ import annotations

import pytest

from scorer.structure.dates import is_date_line, read_date, years_in
from scorer.text import fold
from tests.structure.conftest import Reading


@pytest.mark.parametrize("zero", ["〇", "零", "○", "◯", "O", "Ｏ", "o", "0", "０"])
def test_every_zero_is_a_zero(zero: str) -> None:
    line = fold(f"二{zero}二{zero}年一月十七日").text
    assert read_date(line) == "2020-01-17"
    assert is_date_line(line)
    assert years_in(fold(f"二{zero}二一年度法治政府建设").text) == [2021]


@pytest.mark.parametrize("zero", ["O", "Ｏ", "〇"])
def test_a_date_of_issue_with_a_letter(zero: str) -> None:
    tail = f"某县人民政府\n二{zero}二二年三月二日\n"
    text = f"某县人民政府关于2021年度法治政府建设情况的报告\n一、主要做法\n全年开展培训6次。\n{tail}"
    metadata = Reading(text).report.metadata
    assert (metadata.date, metadata.issuer) == ("2022-03-02", "某县人民政府")


@pytest.mark.parametrize(
    "text, date",
    [
        ("二〇二二年十二月三十一日", "2022-12-31"),
        ("二〇二二年二月三十日", None),
        ("二O二二条", None),
        ("OK二年", None),
        ("二〇二二年三月", "2022-03"),
    ],
)
def test_what_is_a_date_and_what_is_none(text: str, date: str | None) -> None:
    assert read_date(text) == date

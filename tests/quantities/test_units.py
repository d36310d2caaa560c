"""Units: how they are recognised and when two of them count the same."""

from __future__ import annotations

import pytest

from scorer.quantities import UNITS, find_quantities, same_unit, unit_matches
from scorer.quantities.units import find_unit, plain_unit


@pytest.mark.parametrize(
    "word", ["件", "个", "%", "万元", "亿元", "工作日", "个工作日", "人次", "个百分点", "学时", "位", "户"]
)
def test_units_that_a_framework_may_ask_for(word: str) -> None:
    assert word in UNITS


@pytest.mark.parametrize("word", ["是否", "", "制度", "万"])
def test_other_words_are_no_units(word: str) -> None:
    assert word not in UNITS


@pytest.mark.parametrize("text", ["期间", "分别", "人民", "条例", "本市", "名单", "起来", "市级", "年度"])
def test_words_that_begin_like_a_unit(text: str) -> None:
    assert find_unit(text, 0) is None


@pytest.mark.parametrize(
    ("text", "unit"), [("个工作日内", "个工作日"), ("人次", "人次"), ("个部门", "个"), ("部门", "部门")]
)
def test_the_longest_unit_wins(text: str, unit: str) -> None:
    found = find_unit(text, 0)
    assert found is not None
    assert found[1] == unit


@pytest.mark.parametrize(
    ("a", "b"), [("万元", "亿元"), ("元", "万元"), ("天", "日"), ("个小时", "小时"), ("件", "件")]
)
def test_same(a: str, b: str) -> None:
    assert same_unit(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("件", "份"), ("元", "万美元"), ("%", "个百分点"), ("天", "小时"), ("人", "人次")]
)
def test_not_same(a: str, b: str) -> None:
    assert not same_unit(a, b)


@pytest.mark.parametrize(
    ("wanted", "words", "answer"),
    [
        ("万元", "39.66亿元", True), ("亿元", "80万元", True), ("%", "百分之九十", True), ("%", "九成以上", True),
        ("%", "三分之一", True), ("件", "45件", True), ("工作日", "0.5天", True), ("工作日", "1个工作日", True),
        ("件", "45份", False), ("%", "3个百分点", False), ("次", "第三次", False), ("天", "1个工作日", False),
    ],
)  # fmt: skip
def test_matches(wanted: str, words: str, answer: bool) -> None:
    (quantity,) = find_quantities(words)
    assert unit_matches(wanted, quantity) is answer


def test_unknown_words_stay_as_they_are() -> None:
    assert plain_unit("光年") == "光年"

"""Thresholds: every row of the table of intervals, and the limits themselves."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.quantities import Bound, Interval, Truth, compare, compare_within, find_quantities

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def answer(words: str, operator: str, threshold: str) -> Truth:
    (quantity,) = find_quantities(words)
    return compare(quantity, Bound(operator, Decimal(threshold)))


@pytest.mark.parametrize(
    ("words", "threshold", "truth"),
    [
        ("达95%", "95", YES), ("达94.9%", "95", NO), ("为100件", "100", YES),
        ("90余%", "90", YES), ("90余件", "95", UNKNOWN), ("90余件", "100", NO), ("1.5万余件", "16000", NO),
        ("1.5万余件", "15000", YES), ("1000余件", "1500", UNKNOWN),
        ("超过90%", "90", YES), ("超过90%", "95", UNKNOWN), ("突破90%", "90", YES), ("逾90%", "91", UNKNOWN),
        ("90%以上", "90", YES), ("90%以上", "95", UNKNOWN), ("不低于90%", "95", UNKNOWN), ("至少90%", "90", YES),
        ("90%以下", "95", NO), ("95%以下", "95", UNKNOWN), ("不超过90%", "95", NO), ("90%以内", "80", UNKNOWN),
        ("不到95%", "95", NO), ("不足95%", "90", UNKNOWN), ("未达95%", "95", NO),
        ("近95%", "95", NO), ("近100%", "95", UNKNOWN), ("近95%", "94", YES), ("近1000件", "900", YES),
        ("近1000件", "950", UNKNOWN),
        ("约100件", "95", YES), ("约100件", "100", UNKNOWN), ("100件左右", "106", NO),
        ("90%—95%", "90", YES), ("90%—95%", "95", UNKNOWN), ("90%—95%", "96", NO),
        ("十几件", "10", YES), ("十几件", "15", UNKNOWN), ("十几件", "20", NO),
        ("几十件", "20", YES), ("几十件", "50", UNKNOWN), ("几十件", "100", NO), ("数十亿元", "2000000000", YES),
    ],
)  # fmt: skip
def test_at_least(words: str, threshold: str, truth: Truth) -> None:
    assert answer(words, ">=", threshold) is truth


@pytest.mark.parametrize(
    ("words", "operator", "threshold", "truth"),
    [
        ("1个工作日", "<=", "1", YES), ("2个工作日", "<=", "1", NO), ("1个工作日内", "<=", "1", YES),
        ("3个工作日内", "<=", "1", UNKNOWN), ("超过3个工作日", "<=", "3", NO), ("60%", "<", "60", NO),
        ("不到60%", "<", "60", YES), ("59%", "<", "60", YES), ("60%以上", "<", "60", NO), ("60%", ">", "60", NO),
        ("超过60%", ">", "60", YES), ("60%以上", ">", "60", UNKNOWN), ("90余件", ">", "90", YES),
    ],
)  # fmt: skip
def test_other_directions(words: str, operator: str, threshold: str, truth: Truth) -> None:
    assert answer(words, operator, threshold) is truth


@pytest.mark.parametrize("operator", [">=", "<=", ">", "<", "present"])
def test_ordinals_meet_no_threshold(operator: str) -> None:
    assert answer("第三次", operator, "1") is NO


@pytest.mark.parametrize("words", ["45件", "90余件", "近百家", "1-2名", "97%以上"])
def test_any_other_number_is_present(words: str) -> None:
    assert answer(words, "present", "0") is YES


def test_money_in_any_scale() -> None:
    assert answer("486.572万元", ">=", "4865720") is YES


def test_an_unknown_operator_is_named() -> None:
    with pytest.raises(ValueError, match="=="):
        compare(Interval(Decimal(1), Decimal(1)), Bound("==", Decimal(1)))


@given(
    st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted),
    st.integers(0, 100),
    st.integers(0, 100),
    st.sampled_from([">=", ">", "<=", "<"]),
)
def test_a_decided_answer_holds_for_every_value_of_the_interval(
    ends: list[int], inside: int, threshold: int, operator: str
) -> None:
    low, high = ends
    value = min(max(inside, low), high)
    truth = compare(Interval(Decimal(low), Decimal(high)), Bound(operator, Decimal(threshold)))
    meets = {
        ">=": value >= threshold,
        ">": value > threshold,
        "<=": value <= threshold,
        "<": value < threshold,
    }
    if truth is not UNKNOWN:
        assert meets[operator] is (truth is YES)


@pytest.mark.parametrize(
    ("written", "operator", "bound", "answer"),
    [
        ("培训12次", ">=", 4, "unknown"),
        ("培训3次", ">=", 4, "no"),
        ("败诉3件", "<=", 5, "yes"),
        ("败诉8件", "<=", 5, "unknown"),
        ("应诉率98%", ">=", 95, "yes"),
        ("应诉率90%", ">=", 95, "no"),
        ("建成12个", "present", 0, "yes"),
    ],
)
def test_a_sum_of_several_years_proves_no_single_one(
    written: str, operator: str, bound: int, answer: str
) -> None:
    (quantity,) = find_quantities(written)
    assert compare_within(quantity, Bound(operator, Decimal(bound))).value == answer

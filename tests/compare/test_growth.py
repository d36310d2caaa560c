"""Claims of growth: which are claims, on what base, and what cannot be settled."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scorer.compare.growth import check_growth
from tests.compare.subjects import written

BASE = (
    "全年办理行政复议案件120件，办理法律援助案件80余件。",
    "开展法治宣传活动30场次，普法讲座20场，联合普法讲座25场。",
    "行政应诉案件0件。群众满意度达到92.5%。全年受理投诉举报500件。",
)


@pytest.mark.parametrize(
    ("claim", "last", "computed", "holds"),
    [
        ("行政复议案件150件，同比增长25%。", 120, 25, True),
        ("办理行政复议案件150件，比2020年增长30%。", 120, 25, False),
        ("共办理行政复议案件150件，较去年同期增加30件。", 120, 30, True),
        ("共办理行政复议案件150件，较上年增加31件。", 120, 30, False),
        ("办理150件行政复议案件，同比增长25%。", 120, 25, True),
        ("行政复议案件90件，同比下降25%。", 120, -25, True),
        ("行政复议案件90件，同比增长25%。", 120, -25, False),  # the wrong way
        ("行政复议案件134件，同比增长11.6%。", 120, Decimal("11.7"), True),  # cut, not rounded
        ("群众满意度达到95%，较上年提高2.5个百分点。", Decimal("92.5"), Decimal("2.5"), True),
        ("群众满意度达到95%，同比提高3个百分点。", Decimal("92.5"), Decimal("2.5"), False),
        ("办理法律援助案件100件，同比增长50%。", 80, 25, None),  # 80余 decides nothing
        ("行政应诉案件5件，同比增长20%。", 0, None, None),
        ("开展执法检查600次，同比增长20%。", None, None, None),
    ],
)
def test_claims_are_worked_out_again(claim: str, last: object, computed: object, holds: bool | None) -> None:
    (found,) = check_growth(written(2020, *BASE), written(2021, claim))
    assert (found.last, found.computed, found.holds) == (last, computed, holds)
    assert found.claim.words in claim
    assert (found.base is None) is (last is None)
    assert bool(found.note) is bool(holds is None or (holds and found.difference))


@pytest.mark.parametrize(
    "words",
    [
        "办理行政复议案件150件，环比增长25%。",  # against another month
        "办理行政复议案件150件，比2019年增长25%。",  # against another year
        "办理行政复议案件150件，按期办结率100%。",
        "同比增长25%。",
        "下一步，力争办理行政复议案件150件，同比增长25%。",  # intended
    ],
)
def test_what_claims_nothing_of_last_year_is_left_alone(words: str) -> None:
    assert check_growth(written(2020, *BASE), written(2021, words)) == ()


def test_a_base_that_last_year_told_twice_differently_settles_nothing() -> None:
    before = written(2020, "办理信访案件40件。", "全县办理信访案件45件。")
    (found,) = check_growth(before, written(2021, "办理信访案件50件，同比增长25%。"))
    assert (found.last, found.holds) == (None, None)
    assert "几个不同的数字" in found.note


def test_a_longer_name_is_another_thing() -> None:
    before = written(2020, "办理涉企行政复议案件40件。")
    (found,) = check_growth(before, written(2021, "办理行政复议案件50件，同比增长25%。"))
    assert found.last is None


def test_numbers_of_one_metric_answer_each_other_whatever_they_are_called() -> None:
    """出庭应诉率 and 行政机关负责人出庭应诉率 are one metric of the framework."""
    before = written(2020, "行政机关负责人出庭应诉率为85%。")
    (found,) = check_growth(before, written(2021, "出庭应诉率达到95%，较上年提高5个百分点。"))
    assert (found.last, found.computed, found.holds) == (85, 10, False)

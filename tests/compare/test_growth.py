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
    ("claim", "last", "stated", "computed", "holds"),
    [
        ("行政复议案件240件，比上年增长1倍。", 120, 1, 1, True),
        ("行政复议案件300件，比上年增长1倍。", 120, 1, Decimal("1.5"), False),
        ("行政复议案件300件，同比增加1.5倍。", 120, Decimal("1.5"), Decimal("1.5"), True),
        ("行政复议案件240件，较上年翻一番。", 120, 1, 1, True),
        ("行政复议案件240件，较上年翻了一番。", 120, 1, 1, True),
        ("行政复议案件480件，较去年翻两番。", 120, 3, 3, True),
        ("行政复议案件360件，较去年翻两番。", 120, 3, 2, False),
        ("行政复议案件150件，是上年的1.25倍。", 120, Decimal("0.25"), Decimal("0.25"), True),
        ("行政复议案件150件，是去年同期的2倍。", 120, 1, Decimal("0.3"), False),
        ("行政复议案件150件，为2020年的125%。", 120, 25, 25, True),
        ("行政复议案件90件，相当于上年的80%。", 120, -20, -25, False),
        (
            "行政复议案件400件，是上年的3倍多。",
            120,
            2,
            Decimal("2.3"),
            None,
        ),  # 多 says that it is no exact number
        ("行政复议案件60件，同比减少1倍。", 120, -1, None, None),  # nobody knows what that means
        ("行政应诉案件5件，是上年的2倍。", 0, 1, None, None),
    ],
)
def test_multiples_are_worked_out_again(
    claim: str, last: int, stated: object, computed: object, holds: bool | None
) -> None:
    """What counts is how many times last year's number came on top, however it is said."""
    (found,) = check_growth(written(2020, *BASE), written(2021, claim))
    assert (found.last, found.stated, found.computed, found.holds) == (last, stated, computed, holds)
    assert found.unit == ("%" if claim.endswith("%。") else "倍")
    assert found.claim.words in claim
    assert bool(found.note) is (holds is None)


@pytest.mark.parametrize(
    ("claim", "computed", "unit", "holds", "note"),
    [
        ("群众满意度达到95%，同比提高2.5%。", Decimal("2.5"), "个百分点", True, "应写作百分点"),
        (
            "群众满意度达到95%，同比提高2.7%。",
            Decimal("2.7"),
            "%",
            True,
            "按增长率算相符；两个百分率之差是 +2.5 个百分点",
        ),
        ("群众满意度达到95%，同比提高6%。", Decimal(3), "%", False, "按百分点算是 +2.5，也不相符"),
        ("群众满意度达到90%，同比下降2.5%。", Decimal("-2.5"), "个百分点", True, "应写作百分点"),
        ("群众满意度达到约95%，同比提高9%。", Decimal(3), "%", None, "有约数"),
    ],
)
def test_a_rate_of_a_rate_is_read_both_ways_and_told_which(
    claim: str, computed: Decimal, unit: str, holds: bool | None, note: str
) -> None:
    (found,) = check_growth(written(2020, *BASE), written(2021, claim))
    assert (found.last, found.computed, found.unit, found.holds) == (Decimal("92.5"), computed, unit, holds)
    assert note in found.note


def test_the_growth_of_what_a_share_is_said_of_is_no_growth_of_the_share() -> None:
    words = "办理行政复议案件150件，其中涉企案件占60%，同比增长25%。"
    assert check_growth(written(2020, *BASE), written(2021, words)) == ()


@pytest.mark.parametrize(
    "words",
    [
        "办理行政复议案件240件，较上年翻25%。",
        "办理行政复议案件240件，是上年的30件。",
        "办理行政复议案件240件，是2018年的2倍。",
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

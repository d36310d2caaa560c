"""The depth of headings, those without a number among them."""

from __future__ import annotations

from tests.structure.conftest import Reading

TITLE = "某县人民政府关于2021年度法治政府建设情况的报告\n"


def test_a_heading_without_number_stands_one_above_the_number_below_it() -> None:
    text = f"{TITLE}强化组织领导\n（一）压实责任。全年召开会议3次。\n（二）加强督察。督察单位12家。\n"
    assert Reading(text).sections()[:2] == [(1, "强化组织领导"), (2, "（一）压实责任。")]


def test_else_as_deep_as_the_last_numbered_heading() -> None:
    text = (
        f"{TITLE}一、主要做法\n（一）规范执法\n全年评查案卷120份。\n"
        "普法宣传深入人心\n全年开展宣传46场次。\n依法化解社会矛盾\n全年调解纠纷300件。\n"
    )
    assert Reading(text).sections() == [
        (1, "一、主要做法"),
        (2, "（一）规范执法"),
        (2, "普法宣传深入人心"),
        (2, "依法化解社会矛盾"),
    ]


def test_at_most_two_deep_and_run_in_points_do_not_count() -> None:
    text = (
        f"{TITLE}一、主要做法\n（一）规范执法\n1、开展评查\n一是评查案卷120份。二是整改问题35个。\n"
        "普法宣传深入人心\n全年开展宣传46场次。\n"
    )
    assert Reading(text).sections()[-1] == (2, "普法宣传深入人心")


def test_without_any_number_all_are_of_depth_one() -> None:
    text = f"{TITLE}规范行政执法\n全年评查案卷120份。\n抓好普法宣传\n全年开展宣传46场次。\n"
    assert Reading(text).sections() == [(1, "规范行政执法"), (1, "抓好普法宣传")]

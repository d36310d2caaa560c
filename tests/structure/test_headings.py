"""The depth of headings, those without a number among them."""

from __future__ import annotations

import pytest

from scorer.structure.cues import plan_cue
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


OUTLINES = [
    ("一、主要工作", "二、问题", "三、打算"),
    ("一、工作情况", "二、不足", "三、下步"),
    ("一、工作开展情况", "二、短板和弱项", "三、下一步"),
    ("第一部分 2021年工作", "第二部分 存在短板", "第三部分 下步工作"),
    ("1.工作成效", "2.存在短板", "3.下步打算"),
    ("1、主要做法", "2、困难和挑战", "3、下步安排"),
    ("工作成效", "问题", "下步"),
    ("（一）工作情况", "（二）工作短板", "（三）明年打算"),
]


@pytest.mark.parametrize(("deeds", "problems", "plans"), OUTLINES)
def test_the_three_parts_of_a_report_by_their_headings(deeds: str, problems: str, plans: str) -> None:
    text = (
        f"{TITLE}{deeds}\n全年评查案卷120份。\n{problems}\n基层执法人员配备与任务有距离。\n"
        f"{plans}\n建设执法监督平台。\n"
    )
    reading = Reading(text)
    assert [reading.role(words).value for words in ("全年评查", "基层执法", "建设执法")] == [
        "achievement",
        "problem",
        "plan",
    ]
    assert [reading.sentence(words).heading for words in (deeds, problems, plans)] == [True, True, True]


@pytest.mark.parametrize(
    "marks", [("1.1", "1.2"), ("1.1 ", "1.2 "), ("(1)", "(2)"), ("（1）", "（2）"), ("1、", "2、")]
)
def test_numbers_of_every_kind_open_sections(marks: tuple[str, str]) -> None:
    first, second = marks
    text = (
        f"{TITLE}一、主要做法\n{first}规范执法\n全年评查案卷120份。\n{second}抓好普法\n全年开展宣传46场次。\n"
    )
    reading = Reading(text)
    assert [title[-4:] for _, title in reading.sections(4)] == ["主要做法", "规范执法", "抓好普法"]
    assert reading.sentence(f"{first}规范执法").heading
    assert not reading.sentence("全年评查").heading


def test_a_section_below_the_problems_tells_problems() -> None:
    text = (
        f"{TITLE}1.工作成效\n1.1执法\n评查案卷120份。\n2.存在短板\n2.1执法力量\n基层人员配备与任务有距离。\n"
    )
    assert Reading(text).role("基层人员").value == "problem"


@pytest.mark.parametrize(
    "line", ["2.1万人次参加培训。", "1.5亿元资金拨付到位。", "3.6个百分点的增幅。", "2.5倍于上年。"]
)
def test_a_quantity_opens_no_section(line: str) -> None:
    assert Reading(f"{TITLE}一、主要做法\n评查案卷120份。\n{line}\n").sections(4) == [(1, "一、主要做法")]


def test_items_of_a_list_are_no_headings() -> None:
    text = f"{TITLE}一、主要做法\n（1）评查执法案卷\n（2）清理行政文件\n（3）开展普法宣传\n"
    assert not Reading(text).sentence("（1）评查").heading


@pytest.mark.parametrize(
    ("label", "plan"),
    [
        ("2022年主要工作任务：网上可办率达到98%。", True),
        ("下一步工作重点：网上可办率达到98%。", True),
        ("2021年工作任务完成情况：网上可办率98%。", False),
        ("2021年重点工作：网上可办率98%。", False),
    ],
)
def test_a_label_of_tasks_is_a_plan_only_for_a_time_to_come(label: str, plan: bool) -> None:
    assert (plan_cue(label, 2021) is not None) is plan

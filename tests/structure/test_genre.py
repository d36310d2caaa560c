"""Texts that are no yearly report: what the warning says, and what a plan as a whole does to its sentences."""

from __future__ import annotations

import pytest

from scorer.structure.model import Role
from tests.structure.conftest import Reading

BODY = (
    "为深入推进法治政府建设，结合实际，制定本文件。\n一、主要工作\n（一）规范执法。组织案卷评查2次，评查案卷120份。\n"
    "（二）抓好普法。开展宣传46场次，印发资料2000份。\n某县司法局\n2022年2月1日\n"
)


def reason(reading: Reading) -> str:
    return next(w.message for w in reading.report.warnings if w.code == "not_a_report")


@pytest.mark.parametrize(
    "title",
    [
        "某县2022年法治政府建设工作要点",
        "某局2022年度依法行政工作计划",
        "某市法治政府建设实施方案（2021—2025年）",
        "某市法治政府建设规划",
        "关于印发《某县2022年法治政府建设工作要点》的通知",
        "某镇2023年法治政府建设重点任务",
        "某县2022年法治政府建设工作思路",
        "某县人民政府关于2022年法治政府建设工作安排的报告",
        "关于做好2022年法治政府建设工作的通知",
    ],
)
def test_a_plan_proves_nothing(title: str) -> None:
    reading = Reading(f"{title}\n{BODY}")
    assert title in reason(reading)
    assert "全文按计划对待" in reason(reading)
    for words in ("制定本文件", "评查案卷120份", "开展宣传46场次"):
        assert reading.role(words) is Role.PLAN
        assert reading.clause(words).realis.value == "planned"


def test_a_plan_may_look_back() -> None:
    reading = Reading(
        "某省法治政府建设规划（2021—2025年）\n一、“十三五”工作回顾\n出台规章12部。\n"
        "二、主要任务\n（一）健全制度。制定规章20部。\n"
    )
    assert reading.role("出台规章12部") is Role.ACHIEVEMENT
    assert reading.role("制定规章20部") is Role.PLAN


@pytest.mark.parametrize(
    "title",
    [
        "某县人民政府关于2021年法治政府建设工作情况及2022年工作计划的报告",
        "某县贯彻落实法治政府建设实施方案情况的报告",
        "某局2021年依法行政工作总结和2022年工作要点",
        "某县人民政府关于2021年法治政府建设情况和2022年工作安排的报告",
    ],
)
def test_a_report_that_holds_a_plan_is_a_report(title: str) -> None:
    reading = Reading(f"{title}\n{BODY}")
    assert reading.role("评查案卷120份") is Role.ACHIEVEMENT


def test_a_government_work_report_is_named_and_read_as_it_stands() -> None:
    reading = Reading(
        "政府工作报告\n各位代表：\n现在，我代表县人民政府，向大会报告工作。\n一、2021年工作回顾\n全年完成生产总值200亿元。\n"
        "办理行政复议案件36件。\n二、2022年工作安排\n推进依法行政。\n"
    )
    assert "政府工作报告" in reason(reading)
    assert reading.role("办理行政复议案件36件") is Role.ACHIEVEMENT
    assert reading.role("推进依法行政") is Role.PLAN


def test_news_is_named() -> None:
    reading = Reading("某县法治政府建设迈上新台阶\n本报讯（记者李四）近日，全县办理行政复议案件36件。\n")
    assert "新闻稿" in reason(reading)


def test_a_plan_pasted_among_achievements_is_a_plan() -> None:
    reading = Reading(
        "某县人民政府关于2021年度法治政府建设情况的报告\n现将情况报告如下：\n一、主要做法和成效\n"
        "（一）规范执法。全年评查案卷120份。\n2022年，建设执法平台，培训执法人员200人。推行说理式文书，配备记录仪20台。\n"
        "我县2022年将组织考试2次。开展演练3次。\n（二）抓好普法。开展宣传46场次。\n"
    )
    for words in ("培训执法人员200人", "配备记录仪20台", "组织考试2次", "开展演练3次"):
        assert reading.role(words) is Role.PLAN
    for words in ("全年评查案卷120份", "开展宣传46场次"):
        assert reading.role(words) is Role.ACHIEVEMENT


def test_a_plan_is_known_by_its_body() -> None:
    named = "某县人民政府关于2021年法治政府建设情况的报告\n一、规范执法\n评查案卷120份。责任单位：县司法局。"
    assert Reading(named + "完成时限：6月底前。\n").role("评查案卷120份") is Role.PLAN
    assert Reading(named + "\n").role("评查案卷120份") is Role.ACHIEVEMENT
    told = named.replace("一、", "现将有关情况报告如下：\n一、") + "完成时限：6月底前。\n"
    assert Reading(told).role("评查案卷120份") is Role.ACHIEVEMENT


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("某县人民法院工作报告", "法院的工作报告"),
        ("某县人民检察院2021年工作报告", "检察院的工作报告"),
        ("学习法治政府建设实施纲要心得体会", "学习心得"),
    ],
)
def test_what_is_not_told_by_the_government_is_somebody_elses(title: str, words: str) -> None:
    reading = Reading(f"{title}\n{BODY}")
    assert words in reason(reading)
    assert reading.clause("评查案卷120份").realis.value == "quoted"


def test_a_list_of_duties_tells_no_deeds() -> None:
    duties = "第一条 制定本规定。\n第二条 主要职责是：\n（一）组织案卷评查。\n第三条 设办公室。\n"
    reading = Reading(f"某县司法局\n{duties}")
    assert "职能配置" in reason(reading)
    assert reading.clause("组织案卷评查").realis.value == "quoted"

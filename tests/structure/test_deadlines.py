"""Deadlines and tasks that are handed out, beside deeds that are told by a date."""

from __future__ import annotations

import pytest

from tests.structure.conftest import realis_alone, realis_in_report, realis_of_all

DUE = [
    "5月底前实现我区中介超市上线运行。",
    "2023年底前，实现行政审批事项100%网上受理。",
    "2022年10月底前编制并公布市、县两级行政许可事项清单。",
    "2021年1月31日前，各市、县统一公布实行告知承诺制的证明事项目录。",
    "各部门在9月底之前开展规范性文件清理。",
    "草案于7月31日前报市政府，于11月15日前提请市人大常委会审议。",
    "年底前实现清偿70%的目标任务，确保账款清零。",
    "争取年内全覆盖。",
    "计划把证明事项清单向社会公布。",
    "计划设立仲裁院派出庭。",
    "该办法计划于明年出台。",
    "今年法律援助的主要任务是：办理案件不少于1.8万件，受援人数不少于1.8万人次。",
    "完成裁量基准的修订工作是明年的重点。",
    "基本实现工作站全覆盖是2023年的目标任务。",
    "三季度末前完成行政裁量基准修订。",
    "12月底前对外公布保留清单。",
    "确保年内投入运行。",
    "工作目标：行政复议按期办结率100%。",
]
# Who reports on a year looks back on its months, and on a year that is named.
LOOKED_BACK_ON = [
    ("5月底前实现中介超市上线运行。", "实现"),
    ("2021年10月底前建成司法所规范化示范点。", "建成"),
    ("2021年底前，实现行政审批事项100%网上受理。", "实现"),
]
STILL_AHEAD = [
    ("年底前完成综合窗口改革。", "完成"),
    ("各单位2022年3月底前报送述法报告。", "报送"),
    ("争取年内全覆盖。", "争取"),
]
DONE = [
    "专项清理工作已于5月底前完成。",
    "截至5月底，完成整改35个。",
    "年底前已完成机构改革。",
    "6月底前全部完成清理。",
    "3月底前我县基本完成涉改部门的班子配备。",
    "5月底前完成了规范性文件清理。",
    "5月底前完成机构改革，设立综合执法队5支。",
    "6月底前完成乡镇赋权，下放事项98项。",
    "5月底前，全县12个部门公布清单12份。",
    "8月底前，我县行政复议体制改革全面落地。",
    "对2018年底前的文件开展清理。",
    "全面清理2020年底前出台的文件。",
    "提出年底前完成的任务清单，逐项落实。",
    "提前在6月底前完成目标任务。",
    "每月10日前报送台账。",
    "赶在汛期前完成预案修订。",
    "年内召开党组会议7次。",
    "年度计划任务全部完成。",
    "计划印发后，开展培训6次。",
    "该办法原计划于明年出台的部分已提前印发。",
    "今年法治建设的主要任务全部完成。",
    "完成年度目标：行政复议按期办结率100%。",
]
TASKS = [
    "5月底前实现中介超市上线运行。（区政务服务局牵头）",
    "环境影响报告书14个工作日内完成审批。（区生态环境局牵头负责）",
    "编制行政执法事项清单，完善裁量基准（区司法局牵头，各执法部门配合）。",
    "落实普法责任制，开展以案释法。（牵头单位：市司法局）",
    "编制行政执法事项清单并公布。责任单位：区司法局、各执法部门。",
    "组织有关单位梳理涉企行政检查事项清单，完成时间：2025年5月。",
]
NO_TASKS = [
    "由县司法局牵头，开展案卷评查。",
    "成立工作专班（由区司法局牵头），开展评查3次。",
    "成立工作专班（区司法局牵头，各部门参与），开展案卷评查。",
    "建立联席会议制度，召开会议6次（区司法局牵头）。",
    "已公布行政执法事项清单。（区司法局牵头）",
    "印发任务分解表，明确牵头单位、责任单位和完成时限。",
    "将任务分解到责任单位：司法局承担12项，财政局承担3项。",
    "完成时间缩短至3个工作日。",
]


@pytest.mark.parametrize("sentence", DUE)
def test_what_is_due(sentence: str) -> None:
    assert realis_of_all(sentence) == {"planned"}


@pytest.mark.parametrize("sentence", DONE)
def test_a_date_by_which_something_was_done(sentence: str) -> None:
    assert realis_of_all(sentence) == {"done"}
    assert realis_in_report(sentence, sentence[-4:]) == "done"


def test_a_deadline_that_others_set_is_a_basis_of_the_deed() -> None:
    assert realis_alone("按照年底前完成的要求，已全部完成整改。", "已全部") == "done"


def test_what_was_done_in_fact_leads_back_from_a_plan() -> None:
    sentence = "今年计划举办培训班4期，实际举办6期。"
    assert realis_alone(sentence, "计划举办") == "planned"
    assert realis_alone(sentence, "实际举办") == "done"
    assert realis_alone("今后，继续抓好普法，结合实际开展宣传20场。", "结合实际") == "planned"


@pytest.mark.parametrize("sentence, words", LOOKED_BACK_ON)
def test_a_report_looks_back_on_the_deadlines_of_its_year(sentence: str, words: str) -> None:
    assert realis_alone(sentence, words) == "planned"
    assert realis_in_report(sentence, words) == "done"


@pytest.mark.parametrize("sentence, words", STILL_AHEAD)
def test_a_deadline_that_may_lie_ahead_of_the_report(sentence: str, words: str) -> None:
    assert realis_in_report(sentence, words) == "planned"


@pytest.mark.parametrize("sentence", TASKS)
def test_a_task_that_is_handed_out(sentence: str) -> None:
    assert realis_of_all(sentence) == {"planned"}
    assert realis_in_report(sentence, sentence[:4]) == "planned"


@pytest.mark.parametrize("sentence", NO_TASKS)
def test_who_was_in_charge_of_what_was_done(sentence: str) -> None:
    assert "planned" not in realis_of_all(sentence)

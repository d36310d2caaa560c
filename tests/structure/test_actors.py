"""Who acts in a clause: the government that reports, or somebody named at its head."""

from __future__ import annotations

import pytest

from scorer.structure.actors import other_actor
from scorer.structure.model import Level, Realis, Role
from scorer.structure.realis import judge_clauses

OTHERS = [
    "市人民检察院办理群众信访1432件，",
    "市中级人民法院发布营商环境白皮书，",
    "省司法厅组织案卷评查，",
    "阳新县办理行政复议案件36件，",
    "邻市办理行政复议案件36件，",
    "恒川集团组织应急演练30次，",
]
OURS = [
    "大冶市办理行政复议案件36件，",
    "黄石市大冶市办理行政复议案件36件，",
    "黄石市将大冶市列为试点，",
    "湖北省司法厅组织的评查中，",
    "省司法厅组织专家来我市检查，",
    "联合恒川集团组织应急演练30次，",
    "探索城投公司收储工业用地制度，",
    "支持法院审理行政案件，",
    "法院办理的案件全部履行，",
    "对标杭州市先进做法，",
    "阳新县的做法在全市推广，",
    "全市办理案件36件，",
]


@pytest.mark.parametrize("clause", OTHERS)
def test_somebody_else_acts(clause: str) -> None:
    assert other_actor(clause, "", level=Level.COUNTY, place="大冶市")


@pytest.mark.parametrize("clause", OURS)
def test_the_government_acts(clause: str) -> None:
    assert other_actor(clause, "", level=Level.COUNTY, place="大冶市") is None


def test_a_place_inside_the_one_that_reports_is_ours() -> None:
    assert other_actor("大冶市办理案件36件，", "", level=Level.CITY, place="黄石市") is None


def test_a_county_is_another_place_for_its_neighbour_only() -> None:
    assert other_actor("大冶市办理案件36件，", "", level=Level.COUNTY, place="阳新县")


def test_a_department_of_an_unknown_place_has_no_other_places() -> None:
    assert other_actor("杭州市办理案件36件，", "", level=Level.DEPARTMENT, place="云河市") is None


def realis(*clauses: str) -> list[Realis]:
    opening = [index == 0 for index in range(len(clauses))]
    judged = judge_clauses(Role.ACHIEVEMENT, clauses, opening, level=Level.COUNTY, place="大冶市")
    return [made for made, _ in judged]


def test_the_other_acts_until_a_clause_names_us() -> None:
    told = realis("市人民法院调解纠纷900件，", "成功率98%，", "我市兑现奖补60万元。")
    assert told == [Realis.QUOTED, Realis.QUOTED, Realis.DONE]


def test_a_demand_holds_until_a_deed() -> None:
    told = realis("省政府要求，", "网上可办率达到98%以上，", "我市已达到99%。")
    assert told[1:] == [Realis.QUOTED, Realis.DONE]


def test_a_basis_makes_a_demand_of_what_ought_to_be_only() -> None:
    assert realis("按照规定，", "审核率应当达到100%。")[1] is Realis.QUOTED
    assert realis("按照规定，", "审核率达到100%。")[1] is Realis.DONE

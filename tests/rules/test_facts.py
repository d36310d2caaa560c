"""Each fact of a report as a whole, on small texts and on the five reports; expected values are counted by hand."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.matching import Lexicon
from scorer.reading import read_file
from scorer.rules.context import Context
from scorer.rules.facts import FACTS, Fact
from scorer.structure import parse_report
from scorer.structure.model import Level
from scorer.text import Text

SEEDS = Path(__file__).parents[2] / "seeds"
HEAD = "甲县人民政府关于2021年度法治政府建设情况的报告\n"
DEEDS = "一、主要工作成效\n2021年，全县办理行政复议案件12件。\n"


def context(text: str, level: Level | None = None) -> Context:
    return Context(parse_report(Text(text), level=level), Lexicon([], fuzzy=()))


def fact(name: str, text: str, level: Level | None = None) -> Fact:
    return FACTS[name](context(text, level))


def value(name: str, text: str, level: Level | None = None) -> Decimal | None:
    return fact(name, text, level).value


@cache
def seed(name: str) -> Context:
    return context(read_file(SEEDS / f"{name}.txt").text.content)


@pytest.mark.parametrize(
    "problems, count",
    [
        ("存在以下问题：一是执法力量不足；二是应诉能力不强。", 2),
        ("（一）基层执法力量不足。\n部分乡镇编制少，人员缺乏。\n（二）普法形式单一。\n针对性不强。", 2),
        ("一是执法力量不足。一些乡镇编制少，老龄化严重。二是普法针对性不强。三是复议人员短缺。", 3),
        ("还存在一些问题：执法力量不足，人员老龄化；普法针对性不强；复议人员短缺等。", 3),
        ("仍存在执法力量不足、普法针对性不强、复议人员短缺等问题。", 3),
        ("我县法治政府建设工作仍存在一些问题和不足。", 0),
        ("虽然取得了一定成绩，但仍存在一定的差距和不足，主要表现在：执法力量不足。", 1),
        ("执法力量不足，影响了办案质量。", 1),
    ],
)
def test_problems(problems: str, count: int) -> None:
    assert value("problems", f"{HEAD}{DEEDS}二、存在的问题\n{problems}\n") == count


def test_no_problems_where_none_are_told() -> None:
    assert value("problems", f"{HEAD}{DEEDS}专项治理执法突出问题，一是查处乱罚款；二是查处乱收费。\n") == 0


@pytest.mark.parametrize(
    "plan, count",
    [
        ("一是完善决策机制。二是规范执法。三是加强普法。", 3),
        ("重点抓好以下工作：一是完善决策机制；二是规范执法。", 2),
        ("（一）健全机制。\n一是完善决策。二是完善备案。\n（二）规范执法。\n一是严格审核。二是加强监督。", 2),
        ("2022年，我县将以习近平法治思想为指导，推动各项工作再上新台阶。", 1),
        ("2022年，我县将以习近平法治思想为指导。完善决策机制。继续规范执法；继续加强普法。", 3),
        ("2022年，我县将健全决策机制，规范行政执法，加强普法宣传。", 3),
        ("2022年，我县将健全决策机制，规范行政执法；加强普法宣传，创新工作方法。", 3),
        ("2022年，我县将坚持问题导向，强化工作措施，深入推进依法行政，加快建设法治政府。", 1),
        ("2022年，我县将加强执法监督，为全县发展保驾护航。", 1),
    ],
)
def test_plans(plan: str, count: int) -> None:
    assert value("plans", f"{HEAD}{DEEDS}二、2022年工作打算\n{plan}\n") == count


def test_no_plans_where_none_are_told() -> None:
    assert value("plans", f"{HEAD}{DEEDS}年初制定年度工作要点，明确重点任务22项。\n") == 0


def test_places_of_problems_are_quotations() -> None:
    known = context(f"{HEAD}{DEEDS}二、存在的问题\n一是执法力量不足；二是应诉能力不强。\n")
    cut = [known.report.text.cut(place) for place in FACTS["problems"](known).places]
    assert cut == ["一是执法力量不足", "二是应诉能力不强。"]


def test_a_task_is_shown_with_what_it_says_and_after_the_words_that_open_the_list() -> None:
    plan = "2022年，我县将抓好三件事。一是完善决策机制。公布决策目录。二是规范执法。清理执法证件。"
    known = context(f"{HEAD}{DEEDS}二、2022年工作打算\n{plan}\n")
    told = FACTS["plans"](known)
    assert told.value == 2
    assert [known.report.text.cut(place) for place in told.places] == [
        "2022年，我县将抓好三件事。",
        "一是完善决策机制。公布决策目录。",
        "二是规范执法。清理执法证件。",
    ]


def test_a_task_that_runs_on_is_shown_by_its_beginning() -> None:
    plan = f"（一）完善决策机制。\n{'公布决策目录，抓好各项工作。' * 40}\n（二）规范执法。\n清理执法证件。\n"
    known = context(f"{HEAD}{DEEDS}二、2022年工作打算\n{plan}")
    assert max(len(place) for place in FACTS["plans"](known).places) <= 160


def test_density_is_shown_by_the_stretches_with_the_most_numbers() -> None:
    plain = "".join(f"{place}镇调解纠纷8件。\n" for place in "东西南北中上下")
    text = f"{HEAD}{plain}全年立案20件，办结18件，罚款3万元；培训5期。\n"
    known = context(text)
    shown = [known.report.text.cut(place) for place in FACTS["density"](known).places]
    assert shown == [*["8件"] * 5, "20件，办结18件，罚款3万元"]


def test_density_counts_numbers_with_a_unit_per_thousand_characters() -> None:
    # 25 characters in the title and 25 in the sentence; 8件 and 320人次 are two quantities: 2 × 1000 ÷ 50.
    text = "甲县人民政府关于2021年度法治政府建设情况的报告\n全年办理行政复议案件8件，培训执法人员320人次。\n"
    assert sum(1 for character in text if not character.isspace()) == 50
    assert value("density", text) == Decimal("40.0")


def test_density_leaves_out_numbers_in_words() -> None:
    text = f"{HEAD}推进五大行动，评查三类案卷，组织一次考试，配备两个窗口。\n"
    assert value("density", text) == 0
    assert value("density", text.replace("两个", "2个")) != 0


def test_density_leaves_out_dates_numbers_of_documents_ordinals_and_the_web_page() -> None:
    text = f"{HEAD}2021年3月5日，召开第三次会议，印发《办法》（甲政发〔2021〕6号）。\n"
    assert value("density", text) == 0
    page = "当前位置：首页 > 政府信息公开 > 年度报告 浏览次数：860次\n"
    report = f"{HEAD}全年办理行政复议案件12件。\n"
    assert value("density", page + report) == value("density", report)
    assert value("density", "") is None


@pytest.mark.parametrize(
    "date, days",
    [
        ("2022年3月1日", 0),
        ("2022年3月2日", 1),
        ("2022年4月1日", 31),
        ("2022年2月28日", -1),
        ("二〇二二年一月十七日", -43),
        ("2022年2月", -1),
        ("2022年3月", 30),
        ("2021年12月31日", -60),
        ("2021年12月", -60),
    ],
)
def test_days_late(date: str, days: int) -> None:
    assert value("days_late", f"{HEAD}{DEEDS}甲县人民政府\n{date}\n") == days


def test_days_late_after_a_leap_year_begins_at_the_same_day() -> None:
    text = "甲县人民政府关于2023年度法治政府建设情况的报告\n2023年工作平稳。\n甲县人民政府\n2024年2月29日\n"
    assert value("days_late", text) == -1


def test_a_date_in_the_text_is_no_date_of_issue() -> None:
    text = f"{HEAD}{DEEDS}2022年1月5日，县政府常务会议听取汇报。\n"
    assert value("days_late", text) is None
    assert value("date", text) is None
    assert value("date", f"{HEAD}{DEEDS}甲县人民政府\n2022年3月2日\n") == 1


@pytest.mark.parametrize(
    "text, expected",
    [
        (HEAD + DEEDS, 1),
        (HEAD + "一、主要工作成效\n全县办理行政复议案件12件。\n", 1),
        (HEAD + "一、主要工作成效\n2020年，全县办理行政复议案件12件。\n", 0),
        (HEAD + "一、主要工作成效\n自2022年1月起行政复议案件由县政府统一管辖。\n", 1),
        ("甲县人民政府法治政府建设工作报告\n现将2021年有关情况报告如下：\n" + DEEDS, 0),
        ("甲县人民政府法治政府建设工作报告\n一、主要工作成效\n全县办理行政复议案件12件。\n", None),
    ],
)
def test_title_year(text: str, expected: int | None) -> None:
    assert value("title_year", text) == expected


@pytest.mark.parametrize(
    "title, signature, expected",
    [
        ("甲县人民政府关于2021年度法治政府建设情况的报告", "", 1),
        ("2021年度法治政府建设工作报告", "甲县人民政府\n2022年3月2日\n", 1),
        ("2021年度法治政府建设工作报告", "高新技术产业开发区管理委员会\n2022年3月2日\n", 1),
        ("甲县2021年法治政府建设工作报告", "中共甲县委全面依法治县委员会办公室\n2022年1月11日\n", 0),
        ("甲县2021年法治政府建设工作报告", "甲县司法局\n2022年1月11日\n", 0),
        ("甲县2021年法治政府建设工作报告", "", None),
    ],
)
def test_issuer_government(title: str, signature: str, expected: int | None) -> None:
    assert value("issuer_government", f"{title}\n{DEEDS}{signature}") == expected


def test_a_department_signs_its_own_report() -> None:
    text = f"甲县财政局2021年法治政府建设工作报告\n{DEEDS}甲县财政局\n2022年1月11日\n"
    assert value("issuer_government", text, Level.DEPARTMENT) == 1


def test_contradictions() -> None:
    wrong = "共办理各类公证590件，其中国内民事公证485件，涉外公证70件，查询函公证25件。"
    assert value("contradictions", f"{HEAD}一、主要工作成效\n{wrong}\n") == 1
    assert value("contradictions", f"{HEAD}一、主要工作成效\n{wrong.replace('590', '580')}\n") == 0


@pytest.mark.parametrize(
    "sentence, count",
    [
        ("自2019年以来，办理行政复议案件86件。", 1),
        ("自 2019 年 5 月以来，办理行政复议案件86件。", 1),
        ("调解室成立以来，化解纠纷650起。近三年培训执法人员800人次。", 2),
        ("自2021年以来，办理行政复议案件86件。", 0),
        ("今年以来，累计办理行政复议案件86件。", 0),
        ("近年来，普法形式不断创新。", 0),
        ("办理行政复议案件86件，近年来案件数量持续增长。", 0),
        ("近年来，群众满意率达98%。", 0),
    ],
)
def test_long_periods(sentence: str, count: int) -> None:
    assert value("long_periods", f"{HEAD}一、主要工作成效\n{sentence}\n") == count


def test_how_old_the_things_are_is_no_period_of_the_deeds() -> None:
    for sentence, count in (
        ("对2015年以来的310件文件逐件清理，废止100件。", 0),
        ("复查2015年以来的12件积案，全部化解。", 0),
        ("2015年以来，共清理文件310件。", 1),
        ("2015年以来的310件文件均已公布。", 1),
    ):
        assert value("long_periods", f"{HEAD}一、主要工作成效\n{sentence}\n") == count, sentence


def test_long_periods_are_looked_for_among_deeds_only() -> None:
    assert (
        value("long_periods", f"{HEAD}{DEEDS}二、存在的问题\n近三年，全县有12件案件败诉，应诉能力不足。\n")
        == 0
    )


# Read in the reports: problems and tasks by their 一是 or semicolons, dates by the calendar, sums by adding up.
BY_HAND: dict[str, dict[str, int | None]] = {
    "daye-2021": {
        "problems": 3,
        "plans": 7,
        "days_late": 1,
        "issuer_government": 1,
        "date": 1,
        "contradictions": 1,
    },
    "pingqiao-2021": {
        "problems": 3,
        "plans": 4,
        "days_late": None,
        "issuer_government": 1,
        "date": None,
        "contradictions": 0,
        "long_periods": 1,
    },
    "zaoyang-2020": {
        "problems": 4,
        "plans": 1,
        "days_late": -49,
        "issuer_government": 0,
        "date": 1,
        "contradictions": 1,
    },
    "suizhou-2019": {
        "problems": 5,
        "plans": 1,
        "days_late": -44,
        "issuer_government": 1,
        "date": 1,
        "contradictions": 0,
    },
    "wuzhong-2021": {"problems": 5, "plans": 5, "days_late": -43, "issuer_government": 1, "date": 1},
}


@pytest.mark.parametrize(
    "name, fact_name", [(name, fact) for name, facts in BY_HAND.items() for fact in facts]
)
def test_facts_of_the_five_reports(name: str, fact_name: str) -> None:
    assert FACTS[fact_name](seed(name)).value == BY_HAND[name][fact_name]


@pytest.mark.parametrize("name", BY_HAND)
def test_titles_and_numbers_of_the_five_reports(name: str) -> None:
    assert FACTS["title_year"](seed(name)).value == 1
    density = FACTS["density"](seed(name)).value
    assert density is not None
    # Four of the reports are full of numbers, the one for 2019 has hardly any.
    assert density < 5 if name == "suizhou-2019" else density > 10


@given(st.text(alphabet="一二是、。；：（）\n存在问题不足2021年以来件12将有待", max_size=200))
def test_any_text_has_facts_with_places_inside_it(text: str) -> None:
    known = context(text)
    for find in FACTS.values():
        found = find(known)
        assert all(0 <= place.start <= place.end <= len(text) for place in found.places)


def test_without_a_year_in_its_title_a_report_announces_the_year() -> None:
    text = (
        "甲县法治政府建设工作报告\n一年来，全县按照2020年工作要点抓落实。现将2021年法治政府建设情况报告如下：\n"
        "一、主要成效\n全年办理行政复议案件12件。\n"
    )
    told = fact("title_year", text)
    assert told.value == 0
    assert [text[place.start : place.end] for place in told.places] == [
        "现将2021年法治政府建设情况报告如下："
    ]


@pytest.mark.parametrize(
    "heading, same",
    [
        ("一、2020年法治政府建设基本情况", 0),
        ("一、2021年法治政府建设基本情况", 1),
        ("一、2020年督察反馈问题整改情况", 1),  # one matter of several
    ],
)
def test_the_first_heading_may_name_another_year_than_the_title(heading: str, same: int) -> None:
    assert value("title_year", f"{HEAD}{heading}\n2021年，全县办理行政复议案件12件。\n") == same


def test_the_period_in_the_name_of_an_honour_counts_nothing() -> None:
    assert value("long_periods", f"{HEAD}一、主要成效\n获“2016—2020年普法先进集体”称号，1个案例入选。\n") == 0
    assert value("long_periods", f"{HEAD}一、主要成效\n自2016年以来，入选典型案例3个。\n") == 1


def test_a_year_called_this_year_is_shown_with_the_place_that_names_it() -> None:
    text = "甲县法治政府建设年度报告\n2021年，我县稳步推进。现将本年度工作情况报告如下：\n一、主要成效\n评查案卷12卷。\n"
    told = fact("title_year", text)
    assert [text[place.start : place.end] for place in told.places] == [
        "2021",
        "现将本年度工作情况报告如下：",
    ]


def test_the_first_heading_that_names_the_year_shows_it() -> None:
    text = "甲县法治政府建设年度报告\n我县稳步推进。\n一、2021年主要工作成效\n评查案卷12卷。\n"
    told = fact("title_year", text)
    assert [text[place.start : place.end] for place in told.places] == ["一、2021年主要工作成效"]

"""Title, who reports, level, year, number and date, from invented heads and tails."""

from __future__ import annotations

import pytest

from scorer.structure import parse_report
from scorer.structure.model import Level
from scorer.text import Text
from tests.structure.conftest import Reading

BODY = (
    "现将情况报告如下：\n一、主要做法\n全年办理行政复议案件36件，开展普法宣传46场次，清理规范性文件12件，合法性审查文件30件。"
    "深化放管服改革，推进政务公开，调解纠纷300件，办理法律援助120件，开展行政执法案卷评查2次，落实双随机抽查机制，公开结果56条。\n"
)


@pytest.mark.parametrize(
    "title, signature, place, level",
    [
        ("湖北省人民政府关于2020年法治政府建设情况的报告", "湖北省人民政府", "湖北省", "province"),
        ("上海市2022年法治政府建设情况报告", "", "上海市", "province"),
        ("宁夏回族自治区人民政府2021年法治政府建设情况报告", "", "宁夏回族自治区", "province"),
        ("恩施土家族苗族自治州人民政府2019年依法行政工作报告", "", "恩施土家族苗族自治州", "city"),
        ("深圳市龙华区人民政府关于2020年法治政府建设情况的报告", "", "深圳市龙华区", "county"),
        ("井研县2018年度法治政府建设工作情况报告", "井研县人民政府", "井研县", "county"),
        ("新乡市2021年度法治政府建设情况报告", "", "新乡市", "city"),
        ("景德镇市人民政府2021年法治政府建设年度报告", "", "景德镇市", "city"),
        ("大冶市司法局2021年度法治政府建设工作情况报告", "", "大冶市", "department"),
        ("湖北省交通运输厅2021年度法治政府部门建设情况报告", "", "湖北省", "department"),
        ("大冶市发展和改革委员会关于2021年推进依法行政建设法治政府情况的报告", "", "大冶市", "department"),
        ("大冶市人民政府办公室2021年法治政府建设工作报告", "", "大冶市", "department"),
        ("2021年度法治政府建设情况报告", "大冶市司法局", "大冶市", "department"),
        ("大冶市金湖街道办事处2021年法治政府建设年度报告", "", "大冶市金湖街道", "town"),
        ("陈贵镇人民政府2021年度法治政府建设情况报告", "", "陈贵镇", "town"),
        ("关于2021年度法治政府建设情况的报告", "大冶市茗山乡人民政府", "大冶市茗山乡", "town"),
        ("关于2021年度法治政府建设情况的报告", "吴忠市人民政府", "吴忠市", "city"),
        ("2021年大冶市法治政府建设工作报告", "中共大冶市委全面依法治市委员会办公室", "大冶市", "county"),
    ],
)
def test_place_and_level(title: str, signature: str, place: str, level: str) -> None:
    tail = f"{signature}\n2022年1月5日\n" if signature else ""
    metadata = Reading(f"{title}\n{BODY}{tail}").report.metadata
    assert metadata.title == title
    assert metadata.place == place
    assert metadata.level is Level(level), metadata.level_source


def test_zone_is_unknown_and_says_so() -> None:
    reading = Reading(f"东湖新技术开发区管委会2021年法治政府建设情况报告\n{BODY}")
    assert reading.report.metadata.level is None
    assert "开发区" in reading.report.metadata.level_source
    assert "level_unknown" in reading.codes()


def test_level_given_by_the_user_wins() -> None:
    metadata = Reading(
        f"东湖新技术开发区管委会2021年法治政府建设情况报告\n{BODY}", level=Level.COUNTY
    ).report.metadata
    assert (metadata.level, metadata.level_source) == (Level.COUNTY, "由使用者指定")


def test_namesakes_are_told_apart_by_the_parent() -> None:
    metadata = Reading(f"南京市鼓楼区人民政府2021年法治政府建设情况报告\n{BODY}").report.metadata
    assert (metadata.place, metadata.level) == ("南京市鼓楼区", Level.COUNTY)
    assert "320106" in metadata.level_source


@pytest.mark.parametrize(
    "line, date",
    [
        ("2022年3月2日", "2022-03-02"),
        ("2022 年 3 月 2 日", "2022-03-02"),
        ("二〇二二年一月十七日", "2022-01-17"),
        ("二○二二年十二月三十一日", "2022-12-31"),
        ("2022-01-17", "2022-01-17"),
        ("2022.1.17", "2022-01-17"),
        ("2022年3月", "2022-03"),
    ],
)
def test_date_of_issue(line: str, date: str) -> None:
    assert (
        Reading(
            f"大冶市人民政府2021年法治政府建设情况报告\n{BODY}大冶市人民政府\n{line}\n"
        ).report.metadata.date
        == date
    )


def test_date_under_the_title_in_brackets() -> None:
    text = f"大冶市人民政府2021年法治政府建设情况报告\n（2022年1月17日）\n{BODY}"
    assert Reading(text).report.metadata.date == "2022-01-17"


@pytest.mark.parametrize(
    "line", ["发布时间：2022-01-20", "日期:2022-01-20 17:07     来源:大冶市司法局", "2022年2月30日"]
)
def test_dates_of_the_page_and_impossible_dates_are_no_date_of_issue(line: str) -> None:
    metadata = Reading(f"大冶市人民政府2021年法治政府建设情况报告\n{line}\n{BODY}").report.metadata
    assert metadata.date is None
    assert metadata.issuer == "大冶市人民政府"


def test_signature_and_date_on_one_line() -> None:
    metadata = Reading(f"2021年法治政府建设情况报告\n{BODY}大冶市人民政府  2022年1月17日\n").report.metadata
    assert (metadata.issuer, metadata.date) == ("大冶市人民政府", "2022-01-17")


@pytest.mark.parametrize(
    "head, number",
    [
        ("冶政发〔2022〕3号\n", "冶政发〔2022〕3号"),
        ("冶政发[2022]3号\n", "冶政发[2022]3号"),
        ("文号：冶政文〔2022〕15号  成文日期：2022-01-17\n", "冶政文〔2022〕15号"),
        ("", None),
    ],
)
def test_document_number_of_the_head_only(head: str, number: str | None) -> None:
    text = f"{head}大冶市人民政府2021年法治政府建设情况报告\n根据鄂政办发〔2021〕25号文件要求，{BODY}"
    assert Reading(text).report.metadata.document_number == number


@pytest.mark.parametrize(
    "title, opening, year",
    [
        ("大冶市2021年度法治政府建设情况报告", "2022年，", 2021),
        ("大冶市二〇一九年度法治政府建设情况报告", "", 2019),
        ("大冶市法治政府建设情况报告", "2020年，我市扎实推进。", 2020),
        ("大冶市法治政府建设情况报告", "我市扎实推进。现将2018年情况报告如下：", 2018),
        ("沿江街道2023法治政府建设年度报告", "", 2023),
    ],
)
def test_year(title: str, opening: str, year: int) -> None:
    assert Reading(f"{title}\n{opening}{BODY}").report.metadata.year == year


@pytest.mark.parametrize(
    "lines",
    [
        "大冶市人民政府关于\n2021年度法治政府建设情况的报告",
        "大冶市人民政府\n\n关于2021年度法治政府建设情况的报告",
        "大冶市人民政府关于2021年度法治政府建设\n情况的报告",
        "大冶市人民政府关于2021年度法治政府建设情况\n的报告",
        "# 大冶市人民政府关于2021年度法治政府建设情况的报告",
        "**大冶市人民政府关于2021年度法治政府建设情况的报告**",
    ],
)
def test_title_of_several_lines(lines: str) -> None:
    metadata = Reading(f"{lines}\n{BODY}").report.metadata
    assert metadata.title == "大冶市人民政府关于2021年度法治政府建设情况的报告"
    assert metadata.issuer == "大冶市人民政府"


@pytest.mark.parametrize(
    "text, words",
    [
        (
            "政府工作报告\n各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。全年生产总值增长8%。\n"
            * 3,
            "政府工作报告",
        ),
        (
            "大冶市召开依法行政推进会\n本报讯（记者张三）近日，大冶市召开会议。\n"
            + "会议强调，要抓好落实。" * 20,
            "新闻",
        ),
        ("大冶市法治政府建设实施方案（2021—2025年）\n" + "为全面推进依法治市，制定本方案。" * 20, "方案"),
        ("小镇的春天\n" + "春天来了，花儿开了，小河解冻了。" * 20, "只涉及0类"),
    ],
)
def test_other_genres_are_told(text: str, words: str) -> None:
    warnings = [
        warning.message for warning in Reading(text).report.warnings if warning.code == "not_a_report"
    ]
    assert warnings
    assert words in warnings[0]


def test_a_text_without_years_and_places_says_what_is_unknown() -> None:
    assert {"level_unknown", "year_unknown"} <= Reading("依法行政工作报告\n开展执法检查。\n").codes()


def test_a_page_with_an_information_box_and_a_second_title() -> None:
    title = "枣阳市2022年法治政府建设年度报告"
    box = f"索 引 号\t000014349/2023-00045\n发布机构\t枣阳市司法局\n文    号\t无\n名    称\t{title}\n"
    reading = Reading(
        f"{box}\n{title}\n\n发布时间：2023-03-10 来源：枣阳市司法局\n{BODY}枣阳市人民政府\n2023年3月8日\n扫一扫\n"
    )
    metadata = reading.report.metadata
    assert (metadata.title, metadata.place, metadata.level) == (title, "枣阳市", Level.COUNTY)
    assert (metadata.issuer, metadata.date) == ("枣阳市人民政府", "2023-03-08")
    assert metadata.spans["title"].start > len(box)
    assert metadata.spans["title"].contains(metadata.spans["place"])


def test_an_anonymised_department() -> None:
    metadata = Reading(f"XX市XX区市场监督管理局2021年法治政府建设情况报告\n{BODY}").report.metadata
    assert (metadata.place, metadata.level) == (None, Level.DEPARTMENT)


@pytest.mark.parametrize(
    ("opening", "level"),
    [
        ("2023年，市市场监管局在市委市政府的坚强领导下，不断提升依法行政效能。", "department"),
        ("2024年，省教育厅坚持以习近平法治思想为指引，推进依法治教。", "department"),
        ("一年来，清溪乡在县委、县政府的正确领导下，有序推进法治政府建设工作。", "town"),
        ("2022年，在区委、区政府的坚强领导下，东桥街道深入学习贯彻习近平法治思想。", "town"),
        ("2022年，省政府坚持依法行政，法治政府建设取得新进展。", "province"),
        ("今年以来，县政府紧紧围绕县委中心工作，推进依法行政。", "county"),
        ("2022年，市政府坚持依法行政，法治政府建设取得新进展。", None),
    ],
)
def test_the_level_of_a_report_without_title_shows_in_its_first_sentence(
    opening: str, level: str | None
) -> None:
    found = Reading(f"{opening}\n一、主要工作\n评查案卷120份。\n").report.metadata.level
    assert (found and found.value) == level


def test_a_report_without_title_that_says_what_it_reports_is_a_report() -> None:
    told = (
        "根据安排，现将全县法治政府建设情况报告如下。\n一、主要工作\n全县评查案卷120份，清理文件36件。\n"
        + "抓好各项工作。" * 20
    )
    assert "not_a_report" not in Reading(told).codes()
    assert "not_a_report" in Reading(told.replace("现将全县法治政府建设情况报告如下", "召开座谈会")).codes()


def test_the_letterhead_may_stand_below_the_title_as_on_a_web_page() -> None:
    report = parse_report(
        Text(
            "青山县人民政府关于2021年度法治政府建设情况的报告\n青山县人民政府文件\n青政发〔2022〕3号\n签发人：王 某\n"
            "市人民政府：\n一、工作情况\n全年办理行政复议案件65件。\n青山县人民政府\n2022年1月28日\n"
        )
    )
    assert report.metadata.document_number == "青政发〔2022〕3号"
    roles = [sentence.role.value for sentence in report.sentences]
    assert roles == ["preamble", *["chrome"] * 3, "preamble", *["achievement"] * 2, *["closing"] * 2]


@pytest.mark.parametrize(
    "title, issuer",
    [
        ("青河镇2022年法治政府建设年度报告", None),  # a place, and nobody who signs for it
        ("清水街道2022年度法治政府建设工作报告", None),
        ("青河镇人民政府2022年法治政府建设年度报告", "青河镇人民政府"),
        ("清水街道办事处2022年度法治政府建设工作报告", "清水街道办事处"),
    ],
)
def test_the_name_of_a_town_alone_signs_nothing(title: str, issuer: str | None) -> None:
    metadata = parse_report(Text(f"{title}\n{BODY}")).metadata
    assert (metadata.issuer, metadata.level) == (issuer, Level.TOWN)


def test_the_years_of_a_plan_are_not_the_year_reported() -> None:
    words = "按照《法治政府建设实施纲要（2015-2020年）》要求，我县全面推进依法行政。2016—2020年规划任务稳步落实。\n"
    assert parse_report(Text(f"法治政府建设工作报告\n{words}{BODY}")).metadata.year is None


def test_a_district_that_the_table_lacks_shows_by_its_government() -> None:
    told = "2016年，区政府召开会议5次。\n区人民政府门户网站公开信息30条，区政府批复文件4件。\n"
    title = "青榆区2016年依法行政工作总结\n"
    assert Reading(title + told).report.metadata.level is Level.COUNTY
    region = told.replace("区政府", "自治区政府").replace("区人民政府", "自治区人民政府")
    assert Reading(title + region).report.metadata.level is None


def test_fields_of_a_box_with_a_gap_between_them() -> None:
    box = "索引号：MB12/2025-00017　　公开方式：主动公开\n发布机构：青榆市水务局　　成文日期：2025-01-22\n"
    title = "青榆市水务局2024年度法治政府建设情况的报告\n"
    assert Reading(box + title + "一、主要工作\n评查案卷120份。\n").report.metadata.date == "2025-01-22"

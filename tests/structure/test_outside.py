"""What the container knows outside the text: it fills gaps, names headings, and overrules nothing."""

from __future__ import annotations

from scorer.reading.interface import HeadingMark, Source
from scorer.structure import parse_report
from scorer.structure.model import Level, Report
from scorer.text import Text

OUTSIDE = Source(
    title="青山县人民政府关于2021年度法治政府建设情况的报告",
    issuer="青山县人民政府",
    date="2022-01-28",
    document_number="青政发〔2022〕3号",
)
BODY = "我单位严格规范公正文明执法，全年办理行政处罚案件120件，并于2019年建立案卷评查制度。\n"


def marked(content: str, *headings: tuple[str, int]) -> Report:
    """The report, with these lines marked as headings of these depths."""
    marks = []
    at = 0
    for words, depth in headings:
        at = content.index(words, at)
        marks.append(HeadingMark(at, at + len(words), depth))
    return parse_report(Text(content), marks=marks)


def sections(report: Report) -> list[tuple[int, str, int | None]]:
    return [(section.depth, section.title, section.parent) for section in report.sections]


def test_the_container_fills_what_the_text_leaves_open() -> None:
    metadata = parse_report(Text(BODY), source=OUTSIDE).metadata
    assert (metadata.title, metadata.issuer) == (OUTSIDE.title, OUTSIDE.issuer)
    assert (metadata.date, metadata.document_number) == ("2022-01-28", "青政发〔2022〕3号")
    assert (metadata.year, metadata.place, metadata.level) == (2021, "青山县", Level.COUNTY)
    assert not metadata.spans  # nothing of it stands in the text


def test_the_text_overrules_the_container() -> None:
    text = f"白水镇人民政府关于2020年法治政府建设情况的报告\n{BODY}白水镇人民政府\n2021年1月5日\n"
    alone = parse_report(Text(text)).metadata
    metadata = parse_report(Text(text), source=OUTSIDE).metadata
    assert metadata.title == "白水镇人民政府关于2020年法治政府建设情况的报告"
    assert (metadata.year, metadata.level, metadata.issuer) == (2020, Level.TOWN, "白水镇人民政府")
    assert metadata.date == "2021-01-05"
    assert alone.document_number is None
    assert metadata.document_number == "青政发〔2022〕3号"


def test_a_site_is_no_organ() -> None:
    metadata = parse_report(Text(BODY), source=Source(issuer="青山县之窗")).metadata
    assert metadata.level is None


def test_years_given_by_the_user_stay() -> None:
    metadata = parse_report(Text(BODY), source=OUTSIDE, year=2018, level=Level.CITY).metadata
    assert (metadata.year, metadata.level) == (2018, Level.CITY)


TITLE = "青山县人民政府关于2021年度法治政府建设情况的报告\n"


def test_a_marked_paragraph_is_a_heading_without_a_number() -> None:
    # Two short lines above each other: by the words alone the upper one is no heading.
    content = TITLE + "主要做法\n组织保障\n" + BODY + "存在不足\n" + BODY
    assert (1, "主要做法", None) not in sections(parse_report(Text(content)))
    report = marked(content, ("主要做法", 2), ("组织保障", 3), ("存在不足", 2))
    assert sections(report) == [(1, "主要做法", None), (2, "组织保障", 0), (1, "存在不足", None)]


def test_the_title_is_no_section_even_if_marked() -> None:
    report = marked(TITLE + BODY, (TITLE.strip(), 1))
    assert report.metadata.title == TITLE.strip()
    assert sections(report) == []


def test_whole_paragraphs_in_a_heading_style_stay_text() -> None:
    content = TITLE + BODY + BODY.replace("120", "130")
    report = marked(content, (BODY.strip(), 1))
    assert sections(report) == []
    assert report.sections == parse_report(Text(content)).sections


def test_an_unnumbered_heading_stands_beside_numbered_ones_of_its_rank() -> None:
    content = TITLE + "一、主要做法\n" + BODY + "（一）加强领导\n" + BODY + "下步打算\n计划\n" + BODY
    report = marked(content, ("一、主要做法", 2), ("（一）加强领导", 3), ("下步打算", 2), ("计划", 3))
    assert sections(report) == [
        (1, "一、主要做法", None),
        (2, "（一）加强领导", 0),
        (1, "下步打算", None),
        (2, "计划", 2),
    ]


def test_marks_that_fit_no_paragraph_do_nothing() -> None:
    marks = [HeadingMark(3, 5, 1), HeadingMark(10_000, 10_004, 1)]
    assert parse_report(Text(TITLE + BODY), marks=marks) == parse_report(Text(TITLE + BODY))

"""Documents that real programs printed: LibreOffice, Chromium, wkhtmltopdf. Their sources lie beside them."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from scorer.reading import Document, read_file

FIXTURES = Path(__file__).parent / "fixtures" / "pdf"
PARAGRAPHS = [
    "临江县人民政府关于2021年法治政府建设工作情况的报告",
    "2021年，我县深入学习贯彻习近平法治思想，扎实推进依法行政，法治政府建设取得新成效。现将有关情况报告如下：",
    "一、主要工作",
    "（一）加强组织领导。县政府常务会议专题研究法治建设4次，县长带头述法，压实党政主要负责人履行推进法治建设第一责任人职责，"
    "把法治政府建设纳入全县经济社会发展总体规划和年度考核。",
    "（二）依法化解行政争议。全年收到行政复议申请126件，受理118件，办结112件；行政机关负责人出庭应诉率达97.5%。办理情况如下表。",
    "序号\t类别\t件数",
    "1\t公安机关作出的行政处罚决定以及其他行政行为\t73",
    "2\t自然资源\t45",
    "（三）规范行政执法。落实行政执法公示、执法全过程记录、重大执法决定法制审核制度，抽查执法案卷210卷，合格率96%，组织执法人员培训1 200人次。",
    "二、存在问题",
    "一些部门运用法治思维和法治方式解决问题的能力还不强，基层执法力量薄弱，执法装备配备不足，行政复议人员数量与案件增长不相适应。",
    "临江县人民政府",
    "2022年1月20日",
]


def read(name: str) -> Document:
    return read_file(FIXTURES / name)


@pytest.mark.parametrize("name", ["chromium.pdf", "wkhtmltopdf.pdf"])
def test_a_printed_page_gives_the_paragraphs_of_the_report_and_nothing_else(name: str) -> None:
    assert read(name).text.content.splitlines() == PARAGRAPHS


def test_a_note_stands_after_its_paragraph_and_its_mark_lengthens_no_number() -> None:
    expected = list(PARAGRAPHS)
    expected[8] = expected[8].replace("1 200人次。", "1 200人次¹。")
    expected.insert(9, "1含乡镇（街道）执法人员。")
    assert read("libreoffice.pdf").text.content.splitlines() == expected


def test_places_are_pages_and_cover_every_paragraph() -> None:
    document = read("libreoffice.pdf")
    content = document.text.content
    assert [place.label for place in document.places] == ["第1页", "第1—2页", "第2页", "第3页"]
    assert [content[place.start :][:5] for place in document.places] == [
        "临江县人民",
        "（二）依法",
        "序号\t类别",
        "二、存在问",
    ]
    covered = set(chain.from_iterable(range(place.start, place.end) for place in document.places))
    assert all(at in covered or char == "\n" for at, char in enumerate(content))


def test_radicals_that_a_font_left_in_the_text_are_told() -> None:
    codes = [warning.code for warning in read("wkhtmltopdf.pdf").warnings]
    assert codes == ["restored_characters"]
    assert read("chromium.pdf").warnings == ()


def test_the_title_of_the_file_is_kept_as_its_source() -> None:
    source = read("chromium.pdf").source
    assert source is not None
    assert source.title == "临江县2021年法治政府建设工作报告"


@pytest.mark.parametrize("name", ["libreoffice.pdf", "wkhtmltopdf.pdf"])
def test_cells_are_those_that_another_library_finds(name: str) -> None:
    pdfplumber = pytest.importorskip("pdfplumber")
    with pdfplumber.open(FIXTURES / name) as document:
        tables = [table for sheet in document.pages for table in sheet.extract_tables()]
    found = [len(row) for table in tables for row in table]
    assert found == [3, 3, 3]
    mine = [line.count("\t") + 1 for line in read(name).text.content.splitlines() if "\t" in line]
    assert mine == found

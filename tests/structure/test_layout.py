"""Line ends: those of the page are dropped, those of the words stay."""

from __future__ import annotations

import pytest

from scorer.structure.layout import unwrap
from scorer.text import fold
from tests.structure.conftest import Reading, seed


def joined(content: str) -> list[str]:
    return [line for line in unwrap(content, fold(content)).text.split("\n") if line]


@pytest.mark.parametrize("width", [22, 28, 35, 42])
@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_report_wrapped_at_a_fixed_width_reads_the_same(width: int, indent: str, gap: str) -> None:
    whole = seed("daye-2021")
    content = whole.report.text.content
    lines: list[str] = []
    for paragraph in content.split("\n"):
        text = indent + paragraph.strip()
        lines += [text[at : at + width] for at in range(0, len(text), width)] if paragraph.strip() else []
    wrapped = Reading(gap.join(lines))
    assert wrapped.sections() == whole.sections()
    assert wrapped.report.metadata.title == whole.report.metadata.title
    assert wrapped.report.metadata.date == whole.report.metadata.date
    words = [[fold(reading.report.text.cut(s.span)).text.replace("\n", "") for s in reading.report.sentences]
             for reading in (wrapped, whole)]  # fmt: skip
    assert words[0] == words[1]
    assert [s.role for s in wrapped.report.sentences] == [s.role for s in whole.report.sentences]


def test_a_word_cut_by_a_page_is_joined_over_blank_lines() -> None:
    cut = "（一）加强监督。今年以来，在发改、公\n\n安、人社等领域开展治理。\n\n（二）加强培训。全年培训6次。"
    assert joined(cut) == [
        "（一）加强监督。今年以来，在发改、公安、人社等领域开展治理。",
        "（二）加强培训。全年培训6次。",
    ]


def test_a_heading_without_full_stop_keeps_its_line() -> None:
    assert joined("一、主要工作\n2021年，我市制定规章2部。") == ["一、主要工作", "2021年，我市制定规章2部。"]


def test_a_long_heading_takes_the_short_rest_of_its_line() -> None:
    text = "二、构建系统完备、科学规范、运行有效的依法行政制度体\n系和健全决策机制情况\n（一）加强管理。"
    assert joined(text)[0] == "二、构建系统完备、科学规范、运行有效的依法行政制度体系和健全决策机制情况"


def test_an_indented_line_begins_a_paragraph() -> None:
    text = "　　今年办理行政复议案件20件，审结18件，均依法\n审结\n　　全市开展普法活动，\n参与群众3000人次。"
    assert [line[:4] for line in joined(text)] == ["今年办理", "全市开展"]


def test_signature_and_date_keep_their_lines() -> None:
    assert joined("各项工作稳步推进，成效明显\n某市人民政府\n2022年1月5日")[-1] == "2022年1月5日"


def test_a_line_of_the_page_is_never_joined() -> None:
    assert joined("全年开展检查，发现问题9个，均已整改\n上一篇：无\n返回顶部")[-2:] == [
        "上一篇：无",
        "返回顶部",
    ]


def test_a_line_that_begins_with_a_mark_goes_on() -> None:
    assert joined("全年开展检查\n，发现问题9个。") == ["全年开展检查，发现问题9个。"]


@pytest.mark.parametrize("gap", ["\t", "　", "   "])
def test_the_rows_of_a_table_are_lines_of_their_own(gap: str) -> None:
    rows = [
        gap.join(row)
        for row in (
            ["项目", "数量", "比上年"],
            ["公证办理（件）", "520", "+3.1%"],
            ["演练（场次）", "7", "+1"],
        )
    ]
    text = "\n".join(["全年共办理下列业务，数据见下：附表。", *rows, "", "成绩来之不易，还要继续努力。"])
    assert joined(text)[1:] == [*(fold(row).text for row in rows), "成绩来之不易，还要继续努力。"]


def test_a_name_with_a_gap_in_it_is_no_row() -> None:
    assert joined("全年由局长带队，与科室负责人张　明、\n李光走访企业12家。") == [
        "全年由局长带队，与科室负责人张明、李光走访企业12家。"
    ]

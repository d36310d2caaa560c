"""Files that LibreOffice and pandoc wrote: the same report in each, read as their printouts show it."""

from pathlib import Path

import pytest

from scorer.reading import read_file
from tests.reading.packages import codes, places

FIXTURES = Path(__file__).parent / "fixtures"

# Headings, lists that restart, a table, a footnote, raised and lowered digits.
PLAIN = [
    ("第1段", "测试市2021年法治政府建设情况报告"),
    ("第2段", "一、主要工作"),
    ("第3段", "开头段落，有脚注。还有粗体和链接。"),
    ("第4段", "（一）第二级"),
    ("第5段", "1. 第一项"),
    ("第6段", "2. 第二项"),
    ("第7段", "a. 子项甲"),
    ("第8段", "b. 子项乙"),
    ("第9段", "3. 第三项"),
    ("第10段", "圆点一"),
    ("第11段", "圆点二"),
    ("表1第1行", "项目\t数量"),
    ("表1第2行", "行政复议\t35件"),
    ("表1第3行", "行政应诉\t12件"),
    ("第12段", "H₂O 与 10² 平方。"),
    ("第13段", "1. 另一列表第一"),
    ("第14段", "2. 另一列表第二"),
    ("第15段", "二、存在的问题"),
    ("第16段", "结尾。"),
    ("脚注1", "［注1］数据来源为市统计局。"),
]

# Automatic official numbers on five levels, a second list, a restart, a text box, tracked changes with a deleted
# paragraph end, hidden text, a footnote, merged cells.
OFFICIAL = [
    ("第1段", "某市2021年法治政府建设情况报告"),
    ("第2段", "一、工作"),
    ("第3段", "（一）学习"),
    ("第4段", "1.培训"),
    ("第5段", "①小项"),
    ("第6段", "②小项二"),
    ("第7段", "I)罗马"),
    ("第8段", "（二）监督"),
    ("第9段", "二、问题"),
    ("第10段", "第3章 总则"),
    ("第11段", "3.1 甲"),
    ("第12段", "3.2 乙"),
    ("第13段", "第4章 细则"),
    ("第14段", "4.1 丙"),
    ("第15段", "一、重来"),
    ("第16段", "二、再一"),
    ("第17段", "锚点之后"),
    ("文本框1", "框内文字"),
    ("第18段", "应诉率95%"),
    ("第19段", "前半后半"),
    ("第20段", "脚注处。"),
    ("表1第1行", "复议\t受理\t35件"),
    ("表1第2行", "办结\t30件"),
    ("表1第3行", "合计65件"),
    ("第21段", "结尾。"),
    ("脚注1", "［注1］数据来自统计局。"),
]


@pytest.mark.parametrize(
    "name",
    ["docx/pandoc.docx", "docx/pandoc-libreoffice.docx", "odt/pandoc.odt", "odt/pandoc-libreoffice.odt"],
)
def test_a_report_written_by_pandoc_and_saved_again_by_libreoffice(name: str) -> None:
    document = read_file(FIXTURES / name)
    assert places(document) == PLAIN
    headings = [(document.text.content[mark.start : mark.end], mark.depth) for mark in document.headings]
    assert headings == [("一、主要工作", 1), ("（一）第二级", 2), ("二、存在的问题", 1)]
    assert document.source is not None
    assert document.source.title == "测试市2021年法治政府建设情况报告"
    assert codes(document) == []


@pytest.mark.parametrize("name", ["docx/libreoffice.docx", "odt/libreoffice.odt"])
def test_a_report_with_the_traps_of_word_saved_by_libreoffice(name: str) -> None:
    document = read_file(FIXTURES / name)
    assert places(document) == OFFICIAL
    assert codes(document) == ["tracked_changes", "hidden_text"]

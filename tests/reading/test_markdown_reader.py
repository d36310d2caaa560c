"""Markdown: the marks go, the words, numbers and signs of the report stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.reading import Source, read_bytes
from tests.reading.test_html_reader import DUTIES, LONG, PARAGRAPHS, TITLE


def lines(text: str, name: str = "a.md") -> list[str]:
    return read_bytes(text.encode(), name).text.content.splitlines()


def body(text: str) -> list[str]:
    """The lines below a heading that makes the text Markdown."""
    return lines("# 报告\n\n" + text)[1:]


@pytest.mark.parametrize("name", ["报告.md", "a.markdown", "A.MD"])
def test_headings_are_marked(name: str) -> None:
    text = f"# {TITLE} #\n\n## 一、主要做法 {{#a}}\n{LONG}\n\n存在问题\n----\n不足。\n\n总结\n===\n\n###（一）领导\n"
    document = read_bytes(text.encode(), name)
    content = document.text.content
    assert document.reader == "markdown"
    assert content.splitlines() == [TITLE, "一、主要做法", LONG, "存在问题", "不足。", "总结", "（一）领导"]
    marked = [(mark.depth, content[mark.start : mark.end]) for mark in document.headings]
    assert marked == [(1, TITLE), (2, "一、主要做法"), (2, "存在问题"), (1, "总结"), (3, "（一）领导")]


def test_a_plain_report_stays_as_it_is_whatever_its_name() -> None:
    text = "\n\n".join([TITLE, *PARAGRAPHS, "1.加强5*8小时值守。", "2.共办理_30_件"]) + "\n"
    document = read_bytes(text.encode(), "a.md")
    assert (document.text.content, document.reader) == (text, "text")


def test_a_text_file_is_never_touched() -> None:
    text = f"# {TITLE}\n\n**{LONG}**\n"
    assert read_bytes(text.encode(), "a.txt").text.content == text


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**一、** 全年*受理*案件", "一、 全年受理案件"),
        ("***加强***领导__不力__", "加强领导__不力__"),
        ("见[公报](http://a.cn/b_(c).htm)。", "见公报。"),
        ("见[公报](http://a.cn/b.htm '题')与[附表][1]。", "见公报与附表。"),
        ("![图](a.png)完成5件[^1]。", "完成5件。"),
        ("`行政复议`与<http://a.cn/x>", "行政复议与http://a.cn/x"),
        (r"1\. 加强 5\*8 \[2021\] \# \\", "1. 加强 5*8 [2021] # \\"),
        ("A&amp;B&nbsp;C &lt;规定&gt;", "A&B\u00a0C <规定>"),
        (f"办法{DUTIES}落实", f"办法{DUTIES}落实"),
        ("<span style='x'>加强</span><b>领导</b>", "加强领导"),
        ("~~成功率12%~~完成", "完成"),
        ("> 引用的话。", "引用的话。"),
        ("- [x] 已完成事项", "已完成事项"),
        ("* 第一点", "第一点"),
        ("1. 第一项", "1. 第一项"),
        ("2\\) 第二项", "2) 第二项"),
        ("5*8小时、3*4小时", "5*8小时、3*4小时"),
        ("办理率_为_90%", "办理率_为_90%"),
    ],
)
def test_marks_inside_lines(marked: str, plain: str) -> None:
    assert body(marked) == [plain]


def test_breaks_rules_comments_and_definitions() -> None:
    text = "甲<br>乙\\\n丙  \n\n***\n\n<!-- 成功率12%\n\n还有 -->丁\n\n[1]: http://a.cn\n\n::: {.note}\n戊\n:::\n"
    assert body(text) == ["甲", "乙", "丙", "丁", "戊"]


def test_code_fences_hold_words() -> None:
    assert body("```text\n# 不是标题\n**原样**\n```\n完。") == ["# 不是标题", "**原样**", "完。"]


def test_tables_row_by_row() -> None:
    document = read_bytes(
        "# 报告\n\n| 项目 | **数量** |\n|:--|--:|\n| 案件 | 1\\|2 |\n| 复议 |  |\n\n完。\n".encode(), "a.md"
    )
    assert document.text.content.splitlines() == ["报告", "项目\t数量", "案件\t1|2", "复议", "完。"]
    assert [place.label for place in document.places] == [
        "第1段",
        "表1第1行",
        "表1第2行",
        "表1第3行",
        "第2段",
    ]


def test_lines_that_a_converter_wrapped_are_joined() -> None:
    first = "全年办理行政处罚案件120件，评查案卷96份，整改问题35个，群众满意度明显"
    assert body(f"{first}\n提升，培训200人次。\n一是加强领导。\n二是规范执法") == [
        first + "提升，培训200人次。",
        "一是加强领导。",
        "二是规范执法",
    ]


def test_short_lines_stay_lines() -> None:
    assert body("青山县人民政府\n2022年1月20日") == ["青山县人民政府", "2022年1月20日"]


def test_front_matter_is_no_text() -> None:
    text = f'---\ntitle: "{TITLE}"\ndate: 2022-01-28\ntags: [a]\n---\n\n{LONG}\n'
    document = read_bytes(text.encode(), "a.md")
    assert document.text.content == LONG + "\n"
    assert document.source == Source(title=TITLE, date="2022-01-28")


def test_a_page_named_so_is_a_page() -> None:
    document = read_bytes(f"<html><body><p>{LONG}</p></body></html>".encode(), "a.md")
    assert (document.reader, document.text.content) == ("html", LONG + "\n")


def test_encodings_are_those_of_plain_text() -> None:
    for encoding in ("gb18030", "utf-16", "utf-8-sig"):
        assert (
            read_bytes(f"# {TITLE}\n\n{LONG}\n".encode(encoding), "a.md").text.content == f"{TITLE}\n{LONG}\n"
        )


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="#*_`~|-=>[]()!<>\\&;:^ \n\t1.一报告、。{}", max_size=400))
def test_any_marks_end_as_text_or_as_an_error(text: str) -> None:
    try:
        assert read_bytes(text.encode() or b"x", "a.md").text.content.strip()
    except InputError as error:
        assert str(error).startswith("a.md")  # noqa: PT017 - either end is right

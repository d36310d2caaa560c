from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scorer.rendering.clean import visible
from scorer.rendering.escape import escaped

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SIGNS = "\\`*_{}[]()#+-.!|<>~&=$:^@/ \n\t1a甲。"


def paragraph(words: str) -> str:
    """What a reader sees of words that stand alone; fails when they made anything but a paragraph."""
    rendered = MARKDOWN.render(escaped(words))
    found = re.fullmatch(r"(?:<p>([^<]*)</p>\n)?", rendered)
    assert found, rendered
    return html.unescape(found.group(1) or "").replace("\u2060", "")


@pytest.mark.parametrize(
    "words",
    [
        "# 标题", "1. 第一", "1) 第一", "- 点", "+ 点", "* 点", "> 引", "```", "~~~", "---", "===", "***",
        "    码", "| 甲 | 乙 |", "<b>粗</b>", "<!-- 注", "&lt;", "&#35;", "[甲](http://x.y)", "![甲](x)",
        "<http://x.y>", "`码`", "**粗**", "__粗__", "~~删~~", "\\", "甲\\", "[甲]: http://x.y", "$x^2$",
        "<党政主要负责人履行推进法治建设第一责任人职责规定>", ":smile:", "a@b.cn", "@user", "#12", "GH-12",
    ],
)  # fmt: skip
def test_hostile_words_are_seen_as_they_are(words: str) -> None:
    assert paragraph(words) == visible(words)


@given(st.text(st.sampled_from(SIGNS), max_size=40))
def test_any_mix_of_signs_is_seen_as_it_is(words: str) -> None:
    assert paragraph(words) == visible(words)


@given(st.text(st.characters(), max_size=40))
def test_any_text_is_seen_as_it_is(words: str) -> None:
    assert paragraph(words) == visible(words)


@given(st.text(st.sampled_from(SIGNS), max_size=40))
def test_a_cell_stays_one_cell(words: str) -> None:
    rendered = MARKDOWN.render(f"| 甲 | 乙 |\n| --- | --- |\n| {escaped(words)} | 丙 |\n")
    cells = re.findall(r"<td>([^<]*)</td>", rendered)
    assert [html.unescape(cell).replace("\u2060", "") for cell in cells] == [visible(words), "丙"]


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("请@someone看", r"@\w"),
        ("见#12", r"#\d"),
        ("见a/b#12", r"#\d"),
        ("见GH-12", r"GH-\d"),
        ("笑:smile:", r":s"),
        ("http://x.y", r"http://"),
        ("www.x.y", r"www\.x"),
        ("a@b.cn", r"@b"),
    ],
)
def test_no_address_name_or_number_is_left_for_the_page_to_link(words: str, call: str) -> None:
    # names and numbers are looked for in the finished page, addresses in the source
    source = escaped(words)
    shown = html.unescape(MARKDOWN.render(source))
    assert not re.search(call, source) or not re.search(call, shown)

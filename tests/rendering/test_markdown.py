from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scorer.rendering import DETAILS, Detail, Failure, Options, render
from scorer.rendering.clean import visible

from .cards import CARD, HOSTILE, hostile_card

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_TAG = re.compile(r"</?([a-z0-9]+)")
# all that this program's own words ever make
OWN = {
    "h1", "h2", "h3", "p", "strong", "blockquote", "ul", "li", "hr", "table", "thead", "tbody", "tr", "th",
    "td", "details", "summary",
}  # fmt: skip


def page(card: object, detail: Detail | None = None) -> str:
    return MARKDOWN.render(render(card, "markdown", Options(detail)))  # type: ignore[arg-type]


def tags(rendered: str) -> list[str]:
    return _TAG.findall(rendered)


@pytest.mark.parametrize("detail", DETAILS)
def test_hostile_words_make_no_structure(detail: Detail) -> None:
    hostile, plain = tags(page(hostile_card(), detail)), tags(page(hostile_card("平常的话"), detail))
    assert set(hostile) <= OWN
    assert hostile == plain


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("\\`*_{}[]()#+-.!|<>~&=$:^@/ \n\t1a甲。）"), min_size=1, max_size=30))
def test_no_mix_of_signs_makes_structure(words: str) -> None:
    assert tags(page(hostile_card(words + "甲"), "full")) == tags(page(hostile_card("甲"), "full"))


@pytest.mark.parametrize("detail", DETAILS)
def test_hostile_words_are_seen_literally(detail: Detail) -> None:
    seen = html.unescape(page(hostile_card(), detail)).replace("\u2060", "")
    assert visible(HOSTILE) in seen
    assert "\x1b" not in seen
    assert "\u202e" not in seen


def test_each_detail_says_more() -> None:
    sizes = [len(render(CARD, "markdown", Options(detail))) for detail in DETAILS]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 3


def test_without_a_wish_the_evidence_is_there() -> None:
    assert render(CARD, "markdown") == render(CARD, "markdown", Options("items"))


def test_the_verdict_and_the_facts() -> None:
    text = render(CARD, "markdown", Options("summary"))
    assert "**总分 65.5 / 100** · 等次 中等 · 区间 58～83 · 1 项需复核" in text
    assert "| 青川县 | 县级 | 2023年度 | 青川县人民政府 | 没有写明 | 2024\\-02\\-20 | 331字 |" in text
    assert "级别依据：行政区划代码：青川县是县" in text


def test_a_loss_has_reason_nearest_sentence_and_mend() -> None:
    row = next(line for line in render(CARD, "markdown").splitlines() if line.startswith("| 2\\.1\\.3"))
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[1:3] == ["✘ 未见", "2"]
    assert cells[4].startswith("〔不计：问题段〕“一些单位行政执法公示还不及时”")
    assert cells[5] == "写明执法公示的平台和公示条数。"


def test_evidence_is_quoted_with_its_place() -> None:
    text = render(CARD, "markdown")
    assert "> 负责人出庭应诉率为82%左右\n>\n> — 第6行第54列 · （二）化解行政争议 · 指标数值“" in text


def test_items_quotes_no_words_twice() -> None:
    brief, full = (render(CARD, "markdown", Options(detail)) for detail in ("items", "full"))
    assert "> 网上可办事项达1,063项\n" in full  # it lies inside the quotation above it
    assert "> 网上可办事项达1,063项\n" not in brief


def test_full_folds_away_what_was_refused() -> None:
    rendered = page(CARD, "full")
    assert rendered.count("<details>") == rendered.count("</details>") == 4
    assert "<li>〔他人事项：法院的办案数〕“县法院全年审结行政案件31件”" in rendered
    assert "负责人出庭应诉率 约80～84%（够半分线）" in rendered


def test_an_item_without_any_sentence_says_so() -> None:
    evidence = render(CARD, "markdown").split("## 逐项依据")[1]
    block = evidence.split("2\\.1\\.4")[1].split("### R")[0]
    assert "没有相近的语句。" in block
    assert "复核：李复核 2024\\-05\\-06 定为“未见”，程序判为“部分”：附件中也没有。" in block


def test_the_stamp_names_tool_framework_and_report() -> None:
    last = render(CARD, "markdown").rstrip().splitlines()[-1].replace("\\", "")
    assert last == (
        "scorer 0.1.0；小型样例指标 tiny 1.0.0，sha256 abababababab；"
        "报告 qingchuan-2023.txt（text），sha256 0123456789ab；复核意见 decisions.yaml，sha256 cdcdcdcdcdcd。"
    )


def test_several_cards_begin_with_a_table_and_end_with_what_failed() -> None:
    text = render((CARD, CARD), "markdown", failures=[Failure("a|b.txt", "文件是空的")])
    assert text.startswith("# 2 份报告的评分\n")
    assert text.rstrip().endswith("- a\\|b\\.txt：文件是空的")


def test_a_comment_holds_the_items_of_a_national_framework() -> None:
    long = "全年依法办理行政复议案件并主动公开办理结果，" * 40
    found = [replace(row, quote=long, hit=(0, 0), start=0, end=len(long)) for row in CARD.items[0].evidence]
    rows = tuple(
        replace(
            CARD.items[0],
            id=f"1.{n}.1",
            reason="写出了压缩比例和事项数，够满分线。" * 2,
            evidence=tuple(found),
        )
        for n in range(119)
    )
    assert len(render(replace(CARD, items=rows), "markdown", Options("items"))) < 65_536

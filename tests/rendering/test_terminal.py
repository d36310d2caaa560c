from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from rich.cells import cell_len

from scorer.rendering import DETAILS, Detail, Failure, Options, render
from scorer.rules.model import Status
from scorer.scoring.model import Scorecard

from .cards import CARD, hostile_card, item

_ESCAPE = re.compile("\x1b\\[[0-9;]*m")


@pytest.mark.parametrize("card", [CARD, hostile_card()], ids=["plain", "hostile"])
@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 160, 200])
@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_the_terminal(
    card: Scorecard, width: int, detail: Detail, unicode: bool
) -> None:
    text = render((card, card), "terminal", Options(detail, width, unicode=unicode))
    assert max(map(cell_len, text.splitlines())) <= width


@pytest.mark.parametrize("detail", DETAILS)
def test_without_colour_there_is_no_escape_code(detail: Detail) -> None:
    for card in (CARD, hostile_card()):
        assert "\x1b" not in render(card, "terminal", Options(detail))


def test_colour_only_helps() -> None:
    plain = render(CARD, "terminal", Options("full"))
    colored = render(CARD, "terminal", Options("full", color=True))
    assert "\x1b[" in colored
    assert _ESCAPE.sub("", colored) == plain


def test_with_colour_a_report_still_cannot_send_codes() -> None:
    text = render(hostile_card(), "terminal", Options("full", color=True))
    assert "\x1b" not in _ESCAPE.sub("", text)
    assert "\x1b[31m[red]" not in text


def test_markup_and_bidi_controls_are_inert() -> None:
    text = render(hostile_card(), "terminal", Options(width=200))
    assert "\ufffd[31m[red]红[/] | **粗**" in text
    assert "\u202e" not in text
    assert "\u200b" not in text


def test_the_verdict_says_score_grade_interval_counts_and_review() -> None:
    head = render(CARD, "terminal").split("各维度得分")[0]
    assert "总分  65.5 / 100" in head
    assert "等次  中等" in head
    assert "区间  [58, 83]" in head
    assert "1 项需复核" in head
    assert "基础 65 + 加分 1 - 扣分 0.5" in head
    assert "9 项    ✔ 达到 4    ◐ 部分 2    ✘ 未见 2    – 不适用 1" in head


def test_what_the_report_does_not_say_is_said() -> None:
    report = replace(CARD.report, level=None, date=None)
    head = render(replace(CARD, report=report), "terminal").split("总分")[0]
    assert "没有写明级别、文号、成文日期" in head


def test_a_dimension_has_a_bar_and_its_numbers() -> None:
    text = render(CARD, "terminal")
    assert re.search(r"2 行政执法与争议化解 +█+░+ +2\.75 / 6\.5 +42\.3%", text)
    assert re.search(r"R 报告规范性 +█+ +2 / 2 +100\.0%", text)  # only a full rate fills the bar


def test_a_dimension_where_nothing_applies_is_not_a_zero() -> None:
    row = replace(CARD.dimensions[0], points=Decimal(0), max_points=Decimal(0), rate=None)
    text = render(replace(CARD, dimensions=(row, *CARD.dimensions[1:])), "terminal")
    assert re.search(r"1 政府职能 +░+ +不适用 +–", text)


def test_losses_stand_with_reason_sentence_and_mend_the_dearest_first() -> None:
    text = render(CARD, "terminal", Options(width=100))
    losses = text.split("失分最多的指标")[1].split("加分项")[0]
    assert [line.split()[0] for line in losses.splitlines() if line.startswith("  -")] == [
        "-2", "-1", "-0.75", "-0.75",
    ]  # fmt: skip
    assert "原文  〔不计：问题段〕“一些单位行政执法公示还不及时”" in losses
    assert "复核  李复核 2024-05-06 定为“未见”" in losses
    assert "没有相近的语句" in losses
    assert "原文  “负责人出庭应诉率为82%左右”  第6行第54列 · （二）化解行政争议" in losses
    assert "建议  写明执法公示的平台和公示条数。" in losses


def test_only_the_dearest_losses_are_told_at_first() -> None:
    rows = tuple(item(f"1.{n}", f"第{n}项", Status.UNMET, "0", str(n)) for n in range(1, 13))
    text = render(replace(CARD, items=rows), "terminal")
    assert "共 12 项失 78 分，列前 8 项" in text
    assert text.count("✘ 未见  1.") == 8
    assert text.index("1.12 第12项") < text.index("1.5 第5项")
    assert "1.4 第4项" not in text


def test_a_capped_bonus_says_so() -> None:
    rows = tuple(item(f"B.{n}", "称号", Status.MET, "3", "3", kind="bonus") for n in (1, 2))
    card = replace(CARD, items=(*CARD.items[:1], *rows), total=replace(CARD.total, bonus=Decimal(5)))
    assert "计 5 分，各项合计 6，按封顶计" in render(card, "terminal")


def test_contradictions_are_told_and_agreement_only_in_full() -> None:
    brief, full = (render(CARD, "terminal", Options(detail)) for detail in ("summary", "full"))
    assert "✘ 不符  合计" in brief
    assert "? 待核  比率" in brief
    assert "✔ 相符" not in brief
    assert "✔ 相符  范围" in full


def test_items_gives_every_item_a_line() -> None:
    text = render(CARD, "terminal", Options("items")).split("全部指标")[1]
    for row in CARD.items:
        assert re.search(rf"(达到|部分|未见|不适用|加分|未得|扣分|未扣) .*{re.escape(row.id)} ", text)


def test_a_narrow_table_gives_the_title_whole_rather_than_a_stump_of_the_reason() -> None:
    narrow, wide = (
        render(CARD, "terminal", Options("items", width)).split("全部指标")[1] for width in (80, 120)
    )
    assert "行政复议案件办理质量与按" in narrow
    assert "写明办理件数" not in narrow
    assert "写明办理件数和按期办结率。" in wide


def test_full_gives_evidence_refusals_values_and_decision() -> None:
    text = render(CARD, "terminal", Options("full", 160)).split("全部指标与依据")[1]
    assert "依据  “办理行政复议案件65件”  第6行第13列" in text
    assert "不计  “县法院全年审结行政案件31件”" in text
    assert "他人事项：法院的办案数" in text
    assert "数值  负责人出庭应诉率 约80～84%（够半分线）" in text
    assert "复核  李复核 2024-05-06 定为“未见”，程序判为“部分”：附件中也没有。" in text
    assert "标准  列明履行程序的决策件数。" in text


def test_without_utf8_the_signs_are_ascii_and_the_words_stay() -> None:
    text = render(CARD, "terminal", Options("items", unicode=False))
    assert not set(text) & set("✔◐✘█░─")
    assert "[x] 未见" in text
    text.encode("gb18030")


def test_after_several_cards_there_is_a_line_for_each() -> None:
    other = replace(CARD, total=replace(CARD.total, points=Decimal("88.25"), grade="良好"))
    text = render((CARD, other), "terminal")
    assert "第 2 份  共 2 份" in text
    table = text[text.index("汇总") :]
    assert re.search(r"65\.5 +中等 +\[58, 83\]", table)
    assert re.search(r"88\.25 +良好", table)


def test_what_could_not_be_scored_is_told() -> None:
    text = render(CARD, "terminal", failures=[Failure("a.txt", "\x1b文件是空的")])
    assert "未能评分  1 份" in text
    assert "✘  a.txt：\ufffd文件是空的" in text


def test_a_card_without_items_is_shown() -> None:
    bare = replace(CARD, items=(), dimensions=(), audit=(), warnings=())
    for detail in DETAILS:
        assert "总分" in render(bare, "terminal", Options(detail))

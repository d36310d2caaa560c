"""What the page looks like on a desk, on a phone, on paper and without a script."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdfium2
import pytest

from scorer.i18n import LANGUAGES
from scorer.rendering import Failure
from scorer.scoring.model import Scorecard
from tests.browser.cards import LONG_WORD, PAGED, WHOLE, malicious
from tests.browser.chromium import Page
from tests.browser.conftest import DESKTOP, PHONE, Opened, seed

CARDS = {
    "invented": WHOLE,
    "paged": PAGED,
    "malicious": malicious(),
    "long word": malicious(LONG_WORD),
}
BOX = "(s => { const r = document.querySelector(s).getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; })"


def box(page: Page, selector: str) -> tuple[float, float, float, float]:
    left, top, right, bottom = page.run(f"{BOX}({selector!r})")
    return left, top, right, bottom


def too_wide(page: Page) -> object:
    """Elements that stick out to the right, but for those in tables that scroll by themselves."""
    return page.run(
        "[...document.querySelectorAll('body *')].filter(e => !e.closest('.wide, .unseen, [hidden]')"
        " && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 200))"
    )


@pytest.mark.parametrize("name", CARDS)
def test_on_a_desk_score_and_text_stand_side_by_side_and_scroll_apart(opened: Opened, name: str) -> None:
    with opened(CARDS[name], DESKTOP) as page:
        score, text = box(page, ".score"), box(page, ".text")
        assert score[0] == 0
        assert score[2] <= text[0]
        assert text[2] == DESKTOP[0]
        assert score[1] == text[1] == 0
        assert score[3] == text[3] == DESKTOP[1]
        assert too_wide(page) == []
        page.run("document.querySelector('.score').scrollTop = 500")
        assert page.run("document.querySelector('.text').scrollTop") == 0
        assert page.run("document.scrollingElement.scrollHeight") == DESKTOP[1]


@pytest.mark.parametrize("name", CARDS)
def test_on_a_phone_the_text_stands_below_the_score(opened: Opened, name: str) -> None:
    with opened(CARDS[name], PHONE) as page:
        score, text = box(page, ".score"), box(page, ".text")
        assert (score[0], score[2], text[0], text[2]) == (0, PHONE[0], 0, PHONE[0])
        assert text[1] >= score[3]
        assert page.run("document.scrollingElement.scrollWidth") == PHONE[0]
        assert too_wide(page) == []
        assert box(page, ".total strong")[3] < PHONE[1]  # the score is on the first screen
        page.click(".jumps a[href='#r1-text']")
        page.settle()
        at_the_end = page.run("scrollY + innerHeight >= document.scrollingElement.scrollHeight - 1")
        assert at_the_end or abs(box(page, ".text")[1]) <= 20


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 768, 1024, 1280, 1400, 1600, 1900])
def test_the_table_of_dimensions_is_seen_whole(opened: Opened, width: int, language: str) -> None:
    with opened(seed("daye-2021"), (width, 900), language=language) as page:
        assert page.run("(e => e.scrollWidth - e.clientWidth)(document.querySelector('.chart .wide'))") <= 0


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_several_reports_begin_with_a_table_that_leads_to_each(opened: Opened, size: tuple[int, int]) -> None:
    failures = [Failure("扫描件.pdf", "没有文字，请先做文字识别")]
    with opened([WHOLE, malicious()], size, failures=failures) as page:
        assert page.run("document.scrollingElement.scrollWidth") <= size[0]
        assert "没有文字，请先做文字识别" in page.text(".failures")
        page.click(".overview tbody tr:nth-child(2) a")
        page.settle()
        assert abs(box(page, "#r2")[1]) <= 20


def test_text_and_background_differ_enough_in_light_and_dark(opened: Opened) -> None:
    for scheme in ("light", "dark"):
        with opened(PAGED) as page:
            page.media(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
            page.click(".filters [name=unfold]")
            page.click(".filters [name=refused]")
            page.click(".item:nth-of-type(2) [name=decide]")
            page.run("document.querySelector('.item:nth-of-type(2) .head > button').click()")
            page.run("document.querySelector('.item:nth-of-type(2) .head > button').click()")
            assert page.count("mark.now") > 0
            assert page.run(_CONTRAST) == [], scheme


# Colours of every element with words of its own, over the nearest background that is not transparent.
_CONTRAST = """(() => {
  const parse = words => words.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = e => {
    for (; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!own || !e.checkVisibility() || e.disabled) continue;
    const style = getComputedStyle(e);
    const one = light(parse(e.closest('svg') ? style.fill : style.color)), other = light(ground(e));
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) low.push([ratio.toFixed(2), e.outerHTML.slice(0, 120)]);
  }
  return low;
})()"""


def printed(page: Page) -> tuple[list[tuple[int, int]], str]:
    """Sizes of the sheets in points, and all words on them without white space."""
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf()))
    sheets = list(document)
    words = "".join(sheet.get_textpage().get_text_range() for sheet in sheets)
    return [(round(sheet.get_width()), round(sheet.get_height())) for sheet in sheets], squeezed(words)


def squeezed(words: str) -> str:
    return re.sub(r"[\s\x00-\x1f\ufffe\uffff]+", "", words)


def test_on_paper_everything_is_there_but_for_the_controls(opened: Opened) -> None:
    card = WHOLE
    with opened(card) as page:
        sizes, words = printed(page)
    assert set(sizes) <= {(595, 842), (596, 842), (595, 841)}
    for needed in (
        "65.5",
        "中等",
        "58～83",
        "各维度得分",
        "失分最多的",
        "数字勾稽",
        "附件中也没有。",
        "ab" * 32,
    ):
        assert squeezed(needed) in words
    for item in card.items:
        assert squeezed(item.title) in words
        for proof in item.evidence:
            assert squeezed(proof.quote) in words
    for control in ("清除筛选", "全部展开", "改判", "上一处", "跳到评分结果", "搜索"):
        assert control not in words


def test_on_paper_a_choice_of_items_says_that_it_is_one(opened: Opened) -> None:
    with opened(WHOLE) as page:
        page.click("input[value='未见']")
        _, words = printed(page)
    assert "显示2/13项" in words
    assert "执法全过程记录" in words
    assert "行政复议案件办理质量" not in words


def test_a_real_report_fills_its_sheets(opened: Opened) -> None:
    with opened(seed("daye-2021")) as page:
        sizes, words = printed(page)
    assert 10 < len(sizes) < 45
    assert "负责人出庭应诉" in words


def test_without_a_script_everything_can_be_read(opened: Opened) -> None:
    with opened(WHOLE, script=False) as page:
        assert page.count(".item .body") == len(WHOLE.items)
        assert page.count("button, input, select, textarea") == 0
        assert page.count(".text .line") == 13
        assert page.count(".text a.note.refused") > 0
        # Links lead from a quotation to the text and back by themselves.
        assert page.run(
            "[...document.querySelectorAll('a[href^=\"#\"]')].every(a => document.getElementById(a.hash.slice(1)))"
        )


def test_a_card_without_its_text_takes_the_whole_width(opened: Opened) -> None:
    with opened(replace(WHOLE, text="")) as page:
        assert page.count(".text") == 0
        page.click(".item .head > button")
        assert page.count(".item.open .quotes blockquote") == 2
        assert page.count(".item.open a.place") == 0


def test_the_pages_of_the_container_are_named_where_they_begin(opened: Opened) -> None:
    with opened(PAGED) as page:
        found = page.run(
            "[...document.querySelectorAll('.where')].map(e => [e.textContent, e.parentElement.dataset.line])"
        )
    assert found == [["第1页", "1"], ["第2页", "8"]]


def test_plans_and_problems_have_a_mark_in_the_margin(opened: Opened) -> None:
    with opened(WHOLE) as page:
        lines = "(kind => [...document.querySelectorAll('.line.' + kind)].map(e => e.dataset.line).join())"
        assert page.run(f"{lines}('problem')") == "8,9"
        assert page.run(f"{lines}('plan')") == "10,11"
        assert page.run("[...document.querySelectorAll('.role')].map(e => e.textContent)") == ["问题", "计划"]


def test_the_cards_that_are_opened_are_not_all_alike() -> None:
    assert all(isinstance(card, Scorecard) and card.text for card in CARDS.values())

"""Clicks, keys and filters: from an item to its sentences and back."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.browser.cards import WHOLE, long_report
from tests.browser.chromium import Page
from tests.browser.conftest import PHONE, Opened, seed

# Positions of items in the invented card.
ONLINE, DECISIONS, CASES, COURT, PUBLIC = 0, 1, 3, 4, 5


def item(index: int) -> str:
    return f"#r1-i{index}"


def head(index: int) -> str:
    return f"{item(index)} .head > button"


def is_open(page: Page, index: int) -> bool:
    expanded = page.run(f"document.querySelector('{head(index)}').getAttribute('aria-expanded')")
    seen = page.run(f"document.querySelector('{item(index)} .body').checkVisibility()")
    assert expanded == str(seen).lower()  # what is said is what is seen
    return bool(seen)


def marked(page: Page) -> str:
    """The words that stand out."""
    return str(page.run("[...document.querySelectorAll('mark.now')].map(e => e.textContent).join('')"))


def is_seen(page: Page, selector: str) -> bool:
    """Whether the first such element lies in the part of its pane that shows."""
    return bool(
        page.run(
            "(e => { const r = e.getClientRects()[0], p = e.closest('.pane').getBoundingClientRect();"
            " return r.top >= Math.max(0, p.top) && r.bottom <= Math.min(innerHeight, p.bottom); })"
            f"(document.querySelector({json.dumps(selector)}))"
        )
    )


def test_an_item_opens_and_closes_and_shows_its_sentences(opened: Opened) -> None:
    with opened(WHOLE) as page:
        assert not is_open(page, DECISIONS)
        assert marked(page) == ""
        page.click(head(DECISIONS))
        assert is_open(page, DECISIONS)
        assert marked(page) == "县政府常务会议学法4次印发《青川县重大行政决策程序规定》"
        assert is_seen(page, "mark.now")
        assert page.text(".walk .what") == "1.1.2 · 第 1 / 2 处"
        page.click(head(COURT))
        assert marked(page) == "负责人出庭应诉率为82%左右"
        assert page.count(".item.now") == 1
        page.click(head(COURT))
        assert not is_open(page, COURT)
        assert marked(page) == ""
        assert page.count(".walk") == 0


def test_next_and_previous_go_round_and_back_returns(opened: Opened) -> None:
    with opened(WHOLE) as page:
        page.click(head(CASES))
        steps = []
        for name in ("next", "next", "previous"):
            page.click(f".walk [name={name}]")
            steps.append(page.text(".walk .what"))
        assert steps == ["2.1.1 · 第 2 / 2 处", "2.1.1 · 第 1 / 2 处", "2.1.1 · 第 2 / 2 处"]
        page.click(".walk [name=back]")
        assert page.run(f"document.activeElement === document.querySelector('{head(CASES)}')")
        assert is_seen(page, head(CASES))


def test_proof_over_a_line_end_is_one_place(opened: Opened) -> None:
    with opened(WHOLE) as page:
        page.click(head(ONLINE))
        assert marked(page) == "全年压减审批时限62%，网上可办事项达1,063项。"
        assert page.text(".walk .what") == "1.1.1 · 第 1 / 1 处"


def test_an_item_without_sentences_says_so(opened: Opened) -> None:
    with opened(WHOLE) as page:
        page.click(head(PUBLIC))
        assert page.text(".walk .what") == "2.1.3 · 原文中没有可标出的语句"
        assert page.run("document.querySelector('.walk [name=next]').disabled")


def test_a_quotation_leads_to_its_words_and_they_lead_back(opened: Opened) -> None:
    for size in ((1280, 800), PHONE):
        with opened(WHOLE, size) as page:
            page.click(head(COURT))
            page.click(f"{item(COURT)} .quotes a.place")
            page.settle()
            assert page.run("document.querySelector(':target').textContent") == "负责人"
            assert page.run("document.activeElement === document.querySelector(':target')")
            assert is_seen(page, "mark:target")
            assert page.text(".walk .what") == "2.1.2 · 第 1 / 1 处"
            page.press("Escape")
            assert page.run(f"document.activeElement === document.querySelector('{head(COURT)}')")
            assert is_seen(page, head(COURT))


def test_a_click_on_marked_words_opens_their_item(opened: Opened) -> None:
    with opened(WHOLE) as page:
        page.click("mark[data-proof='7']")
        page.settle()
        assert is_open(page, 7)
        assert page.run(f"document.activeElement === document.querySelector('{head(7)}')")
        assert is_seen(page, head(7))


def test_words_of_several_items_ask_which(opened: Opened) -> None:
    with opened(WHOLE) as page:
        page.click("mark[data-proof='1 10']")
        assert page.count("#chooser a") == 2
        assert "1.1.2 重大行政决策程序" in page.text("#chooser li:nth-child(1)")
        assert page.run("document.activeElement === document.querySelector('#chooser a')")
        page.press("Escape")
        assert page.count("#chooser") == 0
        assert page.run("document.activeElement.dataset.proof") == "1 10"
        page.click("mark[data-proof='1 10']")
        page.click("#chooser li:nth-child(2) a")
        page.settle()
        assert page.count("#chooser") == 0
        assert is_open(page, 10)
        assert is_seen(page, head(10))


def test_a_number_in_the_text_leads_to_its_item_even_past_a_filter(opened: Opened) -> None:
    with opened(WHOLE) as page:
        page.click("input[value='未见']")
        assert page.count(item(DECISIONS)) == 0
        page.click(f".text a.note[href='{item(DECISIONS)}']")
        page.settle()
        assert is_open(page, DECISIONS)
        assert page.text(".found") == "显示 13 / 13 项"


def test_an_address_with_an_item_opens_it(opened: Opened) -> None:
    with opened(WHOLE, fragment=item(COURT)) as page:
        page.settle()
        assert is_open(page, COURT)
        assert is_seen(page, head(COURT))


def shown(page: Page) -> list[str]:
    return list(
        page.run(
            "[...document.querySelectorAll('.item')].filter(e => e.checkVisibility()).map(e => e.querySelector('.id').textContent)"
        )
    )


def test_filters_show_what_they_say(opened: Opened) -> None:
    with opened(WHOLE) as page:
        page.click("input[value='部分']")
        assert shown(page) == ["1.1.2", "2.1.2"]
        assert page.text(".found") == "显示 2 / 13 项"
        page.click("input[value='扣分']")
        assert shown(page) == ["1.1.2", "2.1.2", "C.1"]
        page.click(".filters [name=review]")
        assert shown(page) == ["2.1.2"]
        assert page.count(".dimension") == 1
        page.click(".filters [name=reset]")
        assert len(shown(page)) == len(WHOLE.items)
        page.run("document.querySelector('.filters select').focus()")
        page.run(
            "(s => { s.selectedIndex = 3; s.dispatchEvent(new Event('input', {bubbles: true})); })"
            "(document.querySelector('.filters select'))"
        )
        assert shown(page) == ["R.1", "R.2"]
        assert page.text(".found") == "显示 2 / 13 项"


def test_search_looks_into_titles_reasons_and_quotations(opened: Opened) -> None:
    with opened(WHOLE) as page:
        for words, found in (
            ("出庭 应诉", ["2.1.2"]),
            ("1.1.3", ["1.1.3"]),
            ("青川县重大行政决策程序规定", ["1.1.2"]),
            ("公示的平台", ["2.1.3"]),
            ("没有这样的话", []),
        ):
            page.run("document.querySelector('[type=search]').select()")
            page.click("[type=search]")
            page.run("document.querySelector('[type=search]').select()")
            page.type(words)
            assert shown(page) == found, words
        assert page.text(".found") == "显示 0 / 13 项"


def test_the_count_of_a_state_is_the_number_it_shows(opened: Opened) -> None:
    card = seed("suizhou-2019")
    with opened(card) as page:
        words = page.run(
            "[...document.querySelectorAll('.filters [name=state]')].map(e => [e.value, e.parentElement.textContent.trim().split(' ').at(-1)])"
        )
        assert sum(int(number) for _, number in words) == len(card.items)
        for value, number in words:
            page.click(f"input[value='{value}']")
            assert len(shown(page)) == int(number)
            page.click(f"input[value='{value}']")


def test_refused_hits_show_on_demand_with_their_reason(opened: Opened) -> None:
    with opened(WHOLE) as page:
        assert page.count("a.note.refused") == 0
        page.click(".filters [name=refused]")
        notes = page.run("[...document.querySelectorAll('a.note.refused')].map(e => e.textContent)")
        assert "1.1.2 不计：计划段：“下一步”之后的打算" in notes
        assert "2.1.2 不计：他人事项：法院的办案数" in notes
        assert page.count("a.note.refused") == len(notes)
        page.click(head(PUBLIC))
        assert marked(page) == "市委要求各县推行柔性执法一些单位行政执法公示还不及时"
        page.click(".filters [name=refused]")
        assert page.count("a.note.refused") == 0
        assert marked(page) == ""


def test_the_way_to_a_refused_hit_makes_it_seen(opened: Opened) -> None:
    with opened(WHOLE) as page:
        page.click(head(COURT))
        assert page.count(f"{item(COURT)} details li") == 0
        page.click(f"{item(COURT)} summary")
        assert "计划段" in page.text(f"{item(COURT)} details li")
        page.click(f"{item(COURT)} details li:nth-child(2) a.place")
        page.settle()
        assert page.run("document.querySelector('[name=refused]').checked")
        assert page.run("document.querySelector(':target').textContent") == "县法院全年审结行政案件31件"
        assert page.text(".walk .what") == "2.1.2 · 第 2 / 3 处"


def test_an_item_with_nothing_else_shows_what_was_refused_at_once(opened: Opened) -> None:
    with opened(WHOLE) as page:
        page.click(head(PUBLIC))
        assert page.count(f"{item(PUBLIC)} details li") == 2


def test_the_audit_is_told_in_the_text(opened: Opened) -> None:
    with opened(WHOLE) as page:
        notes = page.run("[...document.querySelectorAll('a.note.audit')].map(e => e.textContent)")
        assert notes == [
            "✘ 不符：其中各项合计66件，总数写65件，差1件。",
            "? 待核：没有写开庭、出庭件数，比率不能核对。",
        ]
        words = page.run(
            "[...document.querySelectorAll('mark[data-audit=\"0\"]')].map(e => e.textContent).join('')"
        )
        assert words == "行政复议案件65件，其中维持40件、撤销20件、终止6件"
        page.click("a.note.audit")
        page.settle()
        assert page.run("document.querySelector(':target').id") == "r1-a0"
        assert is_seen(page, "#r1-a0")
        page.click("#r1-a2 a.place")  # what agrees has a place, and no mark
        page.settle()
        assert page.run("document.querySelector(':target').textContent").startswith("按期办结率")


def test_the_keyboard_reaches_everything(opened: Opened) -> None:
    with opened(WHOLE) as page:
        page.press("Tab")
        assert page.focus() == "跳到评分结果"
        assert is_visible_focus(page)
        page.press("Enter")
        page.settle()
        assert page.run("document.activeElement.id") == "main"
        seen = []
        for _ in range(60):
            page.press("Tab")
            seen.append(page.focus())
            if page.run("!!document.activeElement.closest('.head')"):
                break
            assert is_visible_focus(page), seen[-1]
        assert seen[:2] == ["维度", "指标"]
        assert "清除筛选" not in seen[-1]
        assert page.run(f"document.activeElement === document.querySelector('{head(ONLINE)}')")
        page.press("Enter")
        assert is_open(page, ONLINE)
        page.press("Space")
        assert not is_open(page, ONLINE)
        page.press("Space", "Tab")
        assert page.run("document.activeElement.matches('.item.open a.place')")
        page.press("Enter")
        page.settle()
        assert page.run("document.activeElement.nodeName") == "MARK"
        page.press("Shift+Tab")
        assert page.run("!!document.activeElement.closest('.text')")
        page.press("Escape")
        assert page.run(f"document.activeElement === document.querySelector('{head(ONLINE)}')")


def is_visible_focus(page: Page) -> bool:
    return bool(page.run("getComputedStyle(document.activeElement).outlineStyle !== 'none'"))


def test_unfold_opens_all_that_is_shown(opened: Opened) -> None:
    with opened(WHOLE) as page:
        page.click("input[value='部分']")
        page.click(".filters [name=unfold]")
        assert page.count(".item .body") == 2
        page.click(".filters [name=unfold]")
        assert page.count(".item .body") == 0


def test_reports_on_one_page_do_not_touch_each_other(opened: Opened) -> None:
    other = replace(WHOLE, stamp=replace(WHOLE.stamp, report_name="other.txt"))
    with opened([WHOLE, other]) as page:
        page.click("#r2 input[value='部分']")
        assert page.text("#r1 .found") == "显示 13 / 13 项"
        assert page.text("#r2 .found") == "显示 2 / 13 项"
        page.click("#r2-i4 .head > button")
        assert page.count("#r2 mark.now") > 0
        assert page.count("#r1 mark.now, #r1 .item.now") == 0


def test_a_very_long_report_opens_and_answers(opened: Opened) -> None:
    card = long_report(400_000)
    with opened(card) as page:
        page.click(head(COURT))
        assert is_seen(page, "mark.now")
        assert page.run("document.querySelectorAll('.line').length") > 10_000

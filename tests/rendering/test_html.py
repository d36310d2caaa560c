"""The HTML scorecard as a file: its policy, its structure, its marks. What a browser makes of it is in tests/browser.

After a change that was meant: ``SCORER_WRITE_GOLDEN=1 pytest tests/rendering/test_html.py -k golden``, then look at the page.
"""

from __future__ import annotations

import json
import os
import re
from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from scorer import __version__
from scorer.pipeline import Engine
from scorer.reading import read_file
from scorer.rendering import Failure, Options, render
from scorer.rendering.page.marks import Kind, Stretch, lines_of
from scorer.rules.model import Status
from scorer.scoring.model import Decision, ReportCard, Scorecard
from scorer.structure.model import Role

from .cards import CARD, HOSTILE, REPORT, hostile_card, span_of

ROOT = Path(__file__).parent.parent.parent
WHOLE = replace(CARD, text=REPORT.content)
HOSTILE_WHOLE = replace(hostile_card(), text=HOSTILE * 3)
INPUTS = {
    "card.html": lambda: WHOLE,
    "hostile.html": lambda: HOSTILE_WHOLE,
    "daye-2021.html": lambda: seed("daye-2021"),
    "suizhou-2019.html": lambda: seed("suizhou-2019"),
}


@cache
def engine() -> Engine:
    return Engine()


@cache
def seed(name: str) -> Scorecard:
    return engine().score(read_file(ROOT / "seeds" / f"{name}.txt"))


def page_of(cards: object, *, options: Options | None = None, failures: tuple[Failure, ...] = ()) -> str:
    shown = render(cards, "html", options or Options(), failures)  # type: ignore[arg-type]
    assert isinstance(shown, str)
    return shown


def tree_of(cards: object, **more: object) -> html.HtmlElement:
    return html.document_fromstring(page_of(cards, **more))  # type: ignore[arg-type]


def words_of(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


@pytest.mark.parametrize("name", INPUTS)
def test_the_page_is_the_one_that_was_read_golden(name: str) -> None:
    folder = "tests/rendering/golden" if name in ("card.html", "hostile.html") else "tests/golden"
    path = ROOT / folder / name
    shown = settled(page_of(INPUTS[name]()))
    if os.environ.get("SCORER_WRITE_GOLDEN"):
        path.write_bytes(shown.encode("utf-8"))
    assert shown == path.read_bytes().decode("utf-8")


def settled(shown: str) -> str:
    """The page without its style, its script and their hashes, and without what moves when nothing of the report does."""
    for tag in ("style", "script"):
        shown = re.sub(rf"(<{tag}>).*?(</{tag}>)", r"\1…\2", shown, flags=re.S)
    shown = re.sub(r"sha256-[\w+/=]{44}", "sha256-…", shown)
    sha = engine().framework.sha256
    return (
        shown.replace(sha, "0" * 64)
        .replace(sha[:12], "0" * 12)
        .replace(f"scorer {__version__}", "scorer VERSION")
    )


def test_the_policy_allows_the_two_blocks_of_the_page_by_their_hashes_and_nothing_else() -> None:
    page = page_of(WHOLE)
    tree = html.document_fromstring(page)
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.S)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.S)
    assert rules == {
        "default-src": "'none'",
        "style-src": digest(style),
        "script-src": digest(script),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
    }
    assert page.index("Content-Security-Policy") < min(page.index("<style>"), page.index("<script"))
    assert "unsafe" not in policy


def digest(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode()}'"


@pytest.mark.parametrize("name", INPUTS)
def test_nothing_is_asked_for_and_no_style_or_handler_stands_in_an_attribute(name: str) -> None:
    page = page_of(INPUTS[name]())
    tree = html.document_fromstring(page)
    assert tree.xpath("//@src | //@srcset | //@action | //@style | //@*[starts-with(name(), 'on')]") == []
    assert set(tree.xpath("//link/@href")) == {"data:,"}
    assert all(target.startswith("#") for target in tree.xpath("//a/@href"))
    assert "url(" not in page
    assert "@import" not in page


@pytest.mark.parametrize("name", INPUTS)
def test_anchors_are_unique_and_every_link_has_its_target(name: str) -> None:
    card = INPUTS[name]()
    tree = tree_of([card, card])
    anchors = tree.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    named = {name for names in tree.xpath("//@aria-labelledby | //@for") for name in names.split()}
    named |= {target[1:] for target in tree.xpath("//a/@href")}
    assert named <= set(anchors)


@pytest.mark.parametrize("cards", [[WHOLE], [WHOLE, HOSTILE_WHOLE]], ids=["one", "two"])
def test_headings_go_down_one_by_one_and_the_parts_have_names(cards: list[Scorecard]) -> None:
    tree = tree_of(cards)
    levels = [int(heading.tag[1]) for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert tree.get("lang") == "zh-CN"
    assert len(tree.xpath("//main")) == 1
    assert all(part.get("aria-labelledby") for part in tree.iter("article", "section"))
    assert all(table.xpath("caption") for table in tree.iter("table"))
    assert all(chart.xpath("title") and chart.xpath("desc") for chart in tree.iter("svg"))
    fields = tree.xpath("//input | //select | //textarea")
    assert all(
        field.xpath("ancestor::label") or tree.xpath(f"//label[@for='{field.get('id')}']") for field in fields
    )


def test_the_chart_tells_what_the_table_tells() -> None:
    (chart,) = tree_of(WHOLE).iter("svg")
    assert words_of(chart.find("desc")) == "政府职能 70.0%；行政执法与争议化解 42.3%；报告规范性 100.0%；"
    bars = [float(bar.get("width")) for bar in chart.xpath("*[@class='bar']")]
    assert bars == [252.0, 151.2, 360.0]


def test_the_head_has_total_interval_counts_warnings_and_stamp() -> None:
    words = words_of(tree_of(WHOLE).body)
    for needed in (
        "65.5 / 100 分 中等",
        "区间 58～83，1 项需复核",
        "基础 65 + 加分 1 − 扣分 0.5",
        "没有找到发文字号。",
        "scorer 0.1.0",
        "ab" * 32,
        "0123456789abcdef" * 4,
        "复核意见 decisions.yaml",
    ):
        assert needed in words


def test_a_check_of_numbers_quotes_the_words_that_it_is_about() -> None:
    (part,) = tree_of(WHOLE).find_class("audit")[:1]
    quotes = [words_of(quote).split("” ")[0] for quote in part.find_class("quote")]
    assert quotes == [f"“{row.quote}" for row in WHOLE.audit]


def test_lost_items_say_what_would_win_the_points() -> None:
    tree = tree_of(WHOLE)
    for item in WHOLE.items:
        if item.kind in ("base", "format") and item.advice and item.points < item.max_points:
            (row,) = tree.xpath(
                f"//li[contains(@class, 'item') and .//span[@class='id' and text()='{item.id}']]"
            )
            overruled = item.decision is not None  # the program's advice is not the person's
            assert (item.advice in words_of(row)) is not overruled


def test_both_verdicts_stand_side_by_side() -> None:
    (row,) = tree_of(WHOLE).xpath("//dl[@class='verdicts']")
    program, person = (words_of(part) for part in row.xpath("div"))
    assert program == "程序 ◐ 部分"
    assert person == "复核人 ✘ 未见 李复核 2024-05-06：附件中也没有。"


@pytest.mark.parametrize(("state", "sent"), [("applied", True), ("expired", True), ("reopened", False)])
def test_decisions_on_the_evidence_of_today_go_into_the_exported_file(state: str, sent: bool) -> None:
    said = Decision(Status.MET, "李", "2024-05-06", "有", Status.UNMET, state, "2024-06-01")  # type: ignore[arg-type]
    items = tuple(replace(item, decision=said if item.id == "2.1.3" else None) for item in WHOLE.items)
    (data,) = tree_of(replace(WHOLE, items=items)).xpath("//script[@id='data']/text()")
    card = json.loads(data)["cards"][0]
    assert ("decision" in card["items"][5]) is sent
    assert card["reopened"] == (0 if sent else 1)


def test_the_data_of_the_script_cannot_be_broken_out_of() -> None:
    words = "</script><!--<script>\u2028&amp;"
    page = page_of(replace(WHOLE, stamp=replace(WHOLE.stamp, report_name=words)))
    (block,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert not set("<>&\u2028") & set(block)
    assert json.loads(block)["cards"][0]["report"] == "</script><!--<script> &amp;"


def test_details_take_away_the_text_and_then_the_items() -> None:
    for detail, texts, items in (("full", 1, 13), ("items", 0, 13), ("summary", 0, 0)):
        tree = tree_of(WHOLE, options=Options(detail))  # type: ignore[arg-type]
        assert len(tree.find_class("text")) == texts
        assert len(tree.xpath("//li[@data-state]")) == items
        anchors = set(tree.xpath("//@id"))
        assert {target[1:] for target in tree.xpath("//a/@href")} <= anchors


def test_a_card_without_text_says_where_its_words_stood() -> None:
    tree = tree_of(CARD)
    assert tree.find_class("text") == []
    assert "第5行第15列" in words_of(tree.body)


def test_what_could_not_be_read_is_told_with_and_without_cards() -> None:
    failures = (Failure("坏<b>.doc", "不是 Word 文件"),)
    for cards in ([], [WHOLE], [WHOLE, WHOLE]):
        tree = tree_of(cards, failures=failures)
        (part,) = tree.find_class("failures")
        assert words_of(part).endswith("坏<b>.doc ：不是 Word 文件")
        assert len(tree.xpath("//h1")) == 1


def test_several_reports_have_a_table_that_leads_to_each() -> None:
    tree = tree_of([WHOLE, HOSTILE_WHOLE])
    (table,) = tree.xpath("//header//table")
    assert table.xpath(".//a/@href") == ["#r1", "#r2"]
    assert "65.5" in words_of(table)


def test_a_real_card_is_small_enough_to_mail() -> None:
    assert len(page_of(seed("daye-2021")).encode("utf-8")) < 600_000


def marked(
    text: str, *stretches: Stretch, report: ReportCard = CARD.report
) -> list[list[tuple[str, tuple[int, ...]]]]:
    lines, _ = lines_of(text, replace(report, roles=()), stretches, "s")
    return [[(piece.words, piece.proofs) for piece in line.pieces] for line in lines]


def proof(start: int, end: int, owner: int) -> Stretch:
    return Stretch(start, end, Kind.PROOF, owner)


def test_marks_that_cross_are_cut_where_they_cross() -> None:
    assert marked("甲乙丙丁戊", proof(0, 3, 1), proof(2, 4, 2)) == [
        [("甲乙", (1,)), ("丙", (1, 2)), ("丁", (2,)), ("戊", ())]
    ]


def test_a_mark_goes_on_in_the_next_line_and_blank_lines_vanish() -> None:
    assert marked("甲乙\n \n丙丁", proof(1, 6, 0)) == [[("甲", ()), ("乙", (0,))], [("丙", (0,)), ("丁", ())]]


def test_a_mark_that_begins_in_a_gap_has_its_anchor_at_the_next_words() -> None:
    lines, anchors = lines_of("甲\n\n乙", replace(CARD.report, roles=()), [proof(1, 4, 0)], "s")
    (piece,) = lines[1].pieces
    assert anchors == {1: piece.anchor}
    assert piece.anchor == "s3"


def test_marks_outside_the_text_are_left_out() -> None:
    assert marked("甲乙", proof(1, 3, 0), proof(-1, 1, 1), proof(1, 1, 2)) == [[("甲乙", ())]]


def test_notes_stand_once_where_the_last_of_overlapping_marks_ends() -> None:
    stretches = [proof(0, 2, 7), proof(1, 3, 7), proof(3, 4, 7), Stretch(0, 4, Kind.AUDIT, 0)]
    lines, _ = lines_of("甲乙丙丁", replace(CARD.report, roles=()), stretches, "s")
    ends = [[(end.kind, end.owner) for end in piece.ends] for piece in lines[0].pieces]
    assert ends == [[], [], [(Kind.PROOF, 7)], [(Kind.PROOF, 7), (Kind.AUDIT, 0)]]


def test_roles_are_marked_where_they_turn() -> None:
    lines, _ = lines_of(REPORT.content, CARD.report, (), "s")
    turns = [(line.number, line.pieces[0].opens) for line in lines if line.pieces[0].opens]
    assert turns == [
        (1, Role.PREAMBLE),
        (3, Role.ACHIEVEMENT),
        (8, Role.PROBLEM),
        (10, Role.PLAN),
        (12, Role.CLOSING),
    ]  # fmt: skip
    at = span_of("存在的问题").start
    assert REPORT.content[:at].count("\n") + 1 == 8


spans = st.tuples(st.integers(-3, 60), st.integers(0, 20), st.sampled_from(Kind), st.integers(0, 4))


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("甲乙a \n\u200b。"), max_size=60), st.lists(spans, max_size=12))
def test_pieces_give_the_text_and_know_all_that_lies_over_them(
    text: str, drawn: list[tuple[int, int, Kind, int]]
) -> None:
    stretches = [Stretch(start, start + length, kind, owner) for start, length, kind, owner in drawn]
    lines, anchors = lines_of(text, replace(CARD.report, roles=()), stretches, "s")
    kept = [line for line in text.split("\n") if line.strip()]
    assert len(lines) == len(kept)
    inside = [row for row in stretches if 0 <= row.start < row.end <= len(text)]
    pieces = [piece for line in lines for piece in line.pieces]
    assert len([piece.anchor for piece in pieces if piece.anchor]) == len(set(anchors.values()))
    for row in inside:
        if row.kind is Kind.PROOF and text[row.start : row.end].strip("\n \u200b"):
            assert row.start in anchors
            assert any(row.owner in piece.proofs for piece in pieces)
            assert any(
                end.kind is Kind.PROOF and end.owner == row.owner for piece in pieces for end in piece.ends
            )

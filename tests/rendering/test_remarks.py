"""What outputs complain of: the right things, at the right place, known again after lines were added."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from scorer.rendering.paths import path_of, uri_of
from scorer.rendering.remarks import has_lines, remarks, worst_first
from scorer.text import Span, Text
from tests.rendering.cards import CARD
from tests.rendering.machines import REPORT, scored


def test_what_lost_points_and_what_does_not_add_up_is_remarked() -> None:
    found = {remark.rule: remark for remark in remarks(CARD)}
    assert set(found) == {"1.1.2", "2.1.2", "2.1.3", "2.1.4", "C.1", "audit/sum"}
    assert (found["C.1"].level, found["2.1.3"].level, found["1.1.2"].level) == ("error", "warning", "note")
    assert found["2.1.3"].points == Decimal(2)
    assert found["2.1.3"].near == "最接近的语句不计（问题段）"
    assert found["2.1.4"].near == "没有相近的语句"


def test_every_spot_is_a_slice_and_its_lines_are_those_of_the_text() -> None:
    text = Text(REPORT)
    found = remarks(scored())
    assert found
    for remark in found:
        spot = remark.spot
        assert spot.words == text.cut(Span(spot.start, spot.end))
        start, end = text.locate(spot.start), text.locate(spot.end)
        assert (spot.line, spot.column, spot.end_line, spot.end_column) == (
            start.line,
            start.column,
            end.line,
            end.column,
        )


def test_a_plan_is_the_nearest_sentence_of_what_is_missing() -> None:
    found = {remark.rule: remark for remark in remarks(scored())}
    assert found["3.1.2"].near == "最接近的语句不计（计划段）"
    assert "重大行政决策事项目录" in found["3.1.2"].spot.words
    assert found["3.1.2"].spot.line == 7
    assert found["5.2.2"].spot.line == 5


def test_without_a_sentence_the_title_is_the_place() -> None:
    found = {remark.rule: remark for remark in remarks(scored())}
    nowhere = found["7.1.1"]
    assert nowhere.near == "没有相近的语句"
    assert (nowhere.spot.line, nowhere.spot.words) == (1, REPORT.split("\n")[0])


def test_lines_added_elsewhere_change_no_fingerprint() -> None:
    moved = REPORT.replace("一、主要工作\n", "一、主要工作\n工作平稳有序。\n\n")
    before = {remark.rule: remark.fingerprint for remark in remarks(scored())}
    after = {remark.rule: remark.fingerprint for remark in remarks(scored(moved))}
    # the first line, the title, is what an item without a sentence points at: it did not change either
    assert before == after
    changed = {remark.rule: remark.fingerprint for remark in remarks(scored(REPORT.replace("85%", "84%")))}
    assert {rule for rule in before if before[rule] != changed[rule]} == {"5.2.2"}


def test_the_worst_comes_first() -> None:
    ordered = worst_first(remarks(CARD))
    assert [remark.rule for remark in ordered] == ["C.1", "2.1.3", "2.1.4", "audit/sum", "1.1.2", "2.1.2"]


@pytest.mark.parametrize(
    ("named", "path", "uri"),
    [
        ("a.txt", "a.txt", "a.txt"),
        ("./reports/a b.txt", "reports/a b.txt", "reports/a%20b.txt"),
        ("报告/甲#1.txt", "报告/甲#1.txt", "%E6%8A%A5%E5%91%8A/%E7%94%B2%231.txt"),
        ("/home/someone/a.txt", "qingchuan-2023.txt", "qingchuan-2023.txt"),
        ("../a.txt", "qingchuan-2023.txt", "qingchuan-2023.txt"),
        ("-", "qingchuan-2023.txt", "qingchuan-2023.txt"),
        ("", "qingchuan-2023.txt", "qingchuan-2023.txt"),
    ],
)
def test_paths_are_relative_and_tell_nothing_of_the_machine(named: str, path: str, uri: str) -> None:
    card = replace(CARD, path=named)
    assert path_of(card) == path
    assert uri_of(card) == uri


def test_only_a_plain_text_has_lines_of_its_own() -> None:
    assert has_lines(CARD)
    assert not has_lines(replace(CARD, stamp=replace(CARD.stamp, report_reader="docx")))

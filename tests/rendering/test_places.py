"""Where a container knows pages, paragraphs or cells, every output names them beside line and column."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from scorer.framework import load_framework
from scorer.pipeline import Engine
from scorer.reading.manuscript import Manuscript
from scorer.rendering import Options, render
from scorer.rendering.explain import explain_result
from scorer.scoring.model import PlaceRow, ReportCard

from .cards import CARD, REPORT

TEXT = REPORT.content
PAGE_2 = TEXT.index("二、存在的问题")


def placed(*rows: PlaceRow) -> ReportCard:
    return replace(CARD.report, places=rows)


TWO_PAGES = replace(
    CARD, report=placed(PlaceRow(0, PAGE_2 - 1, "第1页"), PlaceRow(PAGE_2, len(TEXT), "第2页"))
)


def test_an_offset_belongs_to_the_place_that_holds_it() -> None:
    report = placed(PlaceRow(3, 5, "第1段"), PlaceRow(6, 9, "表1第2行"))
    assert [report.place_at(offset) for offset in (0, 3, 4, 5, 6, 8, 9)] == [
        None,
        "第1段",
        "第1段",
        None,
        "表1第2行",
        "表1第2行",
        None,
    ]


def test_a_plain_text_has_no_places() -> None:
    assert CARD.report.place_at(0) is None
    assert all(found["place"] is None for item in items(render(CARD, "json")) for found in item["evidence"])


def items(shown: str | bytes) -> list[dict[str, list[dict[str, object]]]]:
    listed: list[dict[str, list[dict[str, object]]]] = json.loads(shown)["items"]
    return listed


def test_json_names_the_place_of_whatever_has_offsets() -> None:
    shown = json.loads(render(TWO_PAGES, "json"))
    found = [
        entry for item in shown["items"] for key in ("evidence", "rejected", "values") for entry in item[key]
    ]
    assert found
    for entry in [*found, *shown["audit"]]:
        assert entry["place"] == ("第1页" if entry["start"] < PAGE_2 else "第2页")
    assert {entry["place"] for entry in found} == {"第1页", "第2页"}


@pytest.mark.parametrize("format_", ["terminal", "markdown"])
def test_people_read_the_place_before_line_and_column(format_: str) -> None:
    options = Options(detail="full", width=160)
    shown = str(render(TWO_PAGES, format_, options))
    plain = str(render(CARD, format_, options))
    assert "第1页 · 第" in shown
    assert "第2页 · 第" in shown
    assert "页 · 第" not in plain
    bare = "".join(shown.split()).replace("第1页·", "").replace("第2页·", "")
    assert bare == "".join(plain.split())  # nothing else changes


def test_a_hostile_label_is_made_visible() -> None:
    card = replace(CARD, report=placed(PlaceRow(0, len(TEXT), "第\x1b[31m页")))
    for format_ in ("terminal", "markdown"):
        assert "\x1b" not in str(render(card, format_, Options(detail="full", width=160)))


def test_an_explanation_names_the_place_in_steps_and_quotations() -> None:
    framework = load_framework("rule-of-law-2021")
    manuscript = Manuscript(b"", "报告.docx", "docx")
    for number, line in enumerate(TEXT.splitlines(), 1):
        manuscript.add(line, place=f"第{number}段")
    card = Engine(framework).score(manuscript.finish())
    item = next(
        item
        for item in framework.items
        if any(row.id == item.id and row.evidence and row.values for row in card.items)
    )
    evidence = next(row.evidence[0] for row in card.items if row.id == item.id)
    shown = explain_result(framework, item, card, 160)
    assert f"第{evidence.line}段 {evidence.line}:{evidence.column} “" in shown  # beside a step of the rule
    assert f"  第{evidence.line}段 {evidence.line}:{evidence.column} 成效" in shown

"""What a scorecard does not list, and what is not weighed, is said."""

from __future__ import annotations

import json

from scorer.rendering import Options, render
from tests.judgement.court import hear, say

DEEDS = "".join(f"向社会公示行政处罚信息{300 + number}条。" for number in range(15))
FEW = "".join(f"向社会公示行政处罚信息{300 + number}条。" for number in range(12))


def test_evidence_beyond_what_is_listed_is_counted() -> None:
    row = say(DEEDS).row("4.2.1")
    assert (len(row.evidence), row.evidence_left_out) == (12, 3)
    assert say(FEW).row("4.2.1").evidence_left_out == 0


def test_every_output_says_how_much_is_left_out() -> None:
    card = say(DEEDS).card
    items = json.loads(render(card, "json"))["items"]
    assert [item["evidence_left_out"] for item in items if item["id"] == "4.2.1"] == [3]
    for name in ("terminal", "markdown"):
        assert "另有 3 处依据未列出" in str(render(card, name, Options(detail="full")))


def test_more_documents_or_dates_than_are_weighed_are_told() -> None:
    codes = [
        {note.code for note in hear("一、主要工作\n全年" + words * 600 + "。\n").card.warnings}
        for words in ("印发《办法甲》、", "3月5日、", "甲乙丙丁、")
    ]
    assert ["long_sentence" in found for found in codes] == [True, True, False]

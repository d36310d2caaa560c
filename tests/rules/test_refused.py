"""What is told of hits that did not count: each quotation once, and in words that say what was wrong with it."""

from __future__ import annotations

from scorer.rules.model import Why
from tests.rules.conftest import Build, judge

PLATFORM = """
topic: {phrases: [监督平台], near: [[监督平台, 上线]]}
met: topic
"""
OFFICE = """
topic: {phrases: [依法治市委员会办公室, 办公室联络员]}
met: topic
"""
PLAN = "下一步，我县将继续推进工作，推动监督平台早日上线。"


def test_a_quotation_is_refused_once_for_one_reason(build: Build) -> None:
    finding = judge(build(PLATFORM), PLAN)
    assert [(one.why, one.quote) for one in finding.rejected] == [(Why.PLAN, PLAN)]
    assert finding.reason == "没有找到能证明本项的语句；只在计划里提到1处。"


def test_a_mere_resemblance_is_no_number_of_others(build: Build) -> None:
    finding = judge(build(OFFICE), "全省依法治省委员会办公室印发要点。")
    assert [one.alike for one in finding.rejected] == [True]
    assert finding.reason == "没有找到能证明本项的语句；只字面相近而说的是别的1处。"


def test_a_resemblance_gives_way_to_what_was_refused_in_earnest(build: Build) -> None:
    finding = judge(build(OFFICE), "下一步，我县将请依法治省委员会办公室明确办公室联络员。")
    assert [one.why for one in finding.rejected] == [Why.PLAN]

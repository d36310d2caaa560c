"""Totals that a report gives the parts of: proposals of the congress and of the conference, towns and departments."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Build, judge

PROPOSALS = """
topic: {phrases: [建议, 提案]}
metrics:
  - name: 件数
    aliases: [建议, 提案]
    unit: [件, 条]
    full: present
    derive: {sum: [[代表建议, 建议], [政协提案, 提案]]}
met: {metric: 件数}
"""

INSPECTED = """
topic: {phrases: [执法监督, 监督检查]}
metrics:
  - {name: 检查单位数, unit: [个, 家], full: present, derive: {sum: [[乡镇, 街道], [部门, 执法单位]], with: [检查, 督查]}}
met: {metric: 检查单位数}
partial: topic
"""


def values(build: Build, rule: str, sentence: str) -> list[int]:
    return sorted(int(value.value or 0) for value in judge(build(rule), sentence).values)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("办理代表建议64件、政协提案71件，均已办结。", [64, 71, 135]),
        ("办理代表建议64件，办复率100%。办理政协提案71件，满意率98%。", [64, 71, 135]),
        ("办理建议提案135件，其中代表建议64件、政协提案71件。", [64, 71, 135]),
        ("办理代表建议64件，政协提案已全部办结。", [64]),
        # Two counts of one part in one passage: nobody can tell which of them belong together.
        ("办理省代表建议4件、市代表建议60件、政协提案71件。", [4, 60, 71]),
        ("办理代表建议64件。\n加强学习。\n办理政协提案71件。", [64, 71]),  # paragraphs of their own
        ("办理代表建议30余件、政协提案71件。", [30, 71, 101]),
        ("去年办理代表建议64件、政协提案71件。今年办理代表建议60件、政协提案70件。", [60, 70, 130]),
        ("计划办理代表建议64件、政协提案71件。", [71]),  # nothing says that the first were dealt with
        ("办理代表建议64件，比上年增加提案9件。", [64]),
        ("办理代表建议、政协提案135件。", [135]),  # one count for both
    ],
)
def test_the_parts_are_added_up(build: Build, sentence: str, expected: list[int]) -> None:
    assert values(build, PROPOSALS, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("开展行政执法监督，对全市12个乡镇和31家执法单位进行了现场检查。", [43]),
        ("开展监督检查，由三个部门组成3个组，检查了12个乡镇、31个部门。", [43]),  # 31 adjoins its word
        ("加强执法监督，12个乡镇和31家执法单位公开了清单。", []),  # nothing was inspected
        ("开展监督检查，部门组成3个组，检查了12个乡镇、31个部门。", [43]),
        ("开展监督检查，检查乡镇12次、部门31次。", []),  # visits
        ("对全市12个乡镇和31家执法单位的档案进行了检查。", []),  # nothing speaks of the item
        ("对全市12个乡镇的档案进行了检查。对31家执法单位的档案进行了检查。", []),
    ],
)
def test_a_total_wants_its_words_and_its_item(build: Build, sentence: str, expected: list[int]) -> None:
    assert values(build, INSPECTED, sentence) == expected


def test_a_total_that_is_stated_is_not_told_again(build: Build) -> None:
    rule = PROPOSALS.replace("[[代表建议, 建议], [政协提案, 提案]]", "[代表建议, 政协提案]")
    found = judge(build(rule), "办理建议提案135件，其中代表建议64件、政协提案71件。").values
    assert [(value.value, value.worked_out) for value in found] == [(135, ""), (64, ""), (71, "")]


def test_a_total_leads_to_the_words_from_its_first_part_to_its_last(build: Build) -> None:
    sentence = "办理代表建议64件，办复率100%。办理政协提案71件。"
    total = max(judge(build(PROPOSALS), sentence).values, key=lambda value: value.value or 0)
    assert (total.quote, total.unit, total.hedge.value) == (sentence.rstrip("。"), "件", "exact")
    assert total.worked_out == "64件＋71件"


def test_a_part_that_is_hedged_hedges_the_total(build: Build) -> None:
    finding = judge(build(PROPOSALS), "办理代表建议30余件、政协提案71件。")
    total = next(value for value in finding.values if value.value == 101)
    assert (total.hedge.value, total.low, total.high) == ("approx", 101, 111)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("办理代表建议64件。办理政协提案71件。", "year"),
        ("自2018年以来办理代表建议640件。办理政协提案71件。", "cumulative"),
        ("办理代表建议64件。自2018年以来办理政协提案710件。", "cumulative"),  # each in its own sentence
    ],
)
def test_a_total_counts_several_years_where_one_of_its_parts_does(
    build: Build, text: str, period: str
) -> None:
    total = next(value for value in judge(build(PROPOSALS), text).values if value.worked_out)
    assert total.period.value == period


@pytest.mark.parametrize(("line", "part"), [("> 100", "超过50件"), ("< 100", "不到50件")])
def test_a_total_is_open_where_one_of_its_parts_is(build: Build, line: str, part: str) -> None:
    rule = PROPOSALS.replace("full: present", f'full: "{line}"')
    values = judge(build(rule), f"办理代表建议50件、政协提案{part}。").values
    assert [value.satisfies.value for value in values if value.worked_out] == ["full"]


def test_the_reason_names_the_total_and_not_its_first_part(build: Build) -> None:
    reason = judge(build(PROPOSALS), "办理代表建议64件、政协提案71件。").reason
    assert reason == "件数 64件＋71件＝135件。"


def test_a_planned_part_is_not_counted(build: Build) -> None:
    finding = judge(build(INSPECTED), "下一步，将对12个乡镇和31家执法单位开展监督检查。")
    assert finding.values == ()

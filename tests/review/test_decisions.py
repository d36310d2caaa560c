"""Files of decisions: read strictly, applied only to the evidence they were made on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from scorer import Engine
from scorer.errors import UsageError
from scorer.reading import read_bytes
from scorer.review.attention import candidates
from scorer.review.between import compare_decisions
from scorer.review.decisions import DecisionFile, DecisionsError, parse_decisions
from scorer.rules.model import Status
from scorer.scoring.model import ItemRow, Scorecard
from tests.rendering.cards import CARD

REPORT = """某县人民政府2021年法治政府建设情况报告
一、主要工作
2021年，全县行政机关负责人出庭应诉率达100%。
"""
ENGINE = Engine("rule-of-law-2021")


def card_of(
    words: str = REPORT, decisions: DecisionFile | None = None, as_of: date | None = None
) -> Scorecard:
    document = read_bytes(words.encode(), "county.txt")
    return ENGINE.examine(document, decisions=decisions, as_of=as_of).scorecard


def row(card: Scorecard, item: str) -> ItemRow:
    return next(row for row in card.items if row.id == item)


def decide(
    item: str, status: str, evidence: str, more: str = "", head: str = "report: county\n"
) -> DecisionFile:
    words = f"""{head}decisions:
  - item: "{item}"
    status: {status}
    reason: 附件二载明
    by: 张三
    date: 2022-03-01
    evidence: "{evidence}"
    {more}
"""
    return parse_decisions(words.encode(), "decisions.yaml")


def test_an_applied_decision_changes_status_points_and_total_and_ends_the_review() -> None:
    before = card_of()
    machine = row(before, "1.1.1")
    assert machine.status is Status.UNMET
    after = card_of(decisions=decide("1.1.1", "met", machine.evidence_hash))
    item = row(after, "1.1.1")
    assert (item.status, item.points, item.review) == (Status.MET, item.max_points, False)
    assert item.decision is not None
    assert (item.decision.machine, item.decision.state) == (Status.UNMET, "applied")
    assert (item.decision.by, item.decision.on) == ("张三", "2022-03-01")
    assert after.total.points > before.total.points
    assert item.reason == machine.reason
    assert after.stamp.decisions is not None
    assert after.stamp.decisions.as_of is None


def test_a_decision_can_take_points_away() -> None:
    machine = row(card_of(), "5.2.2")
    assert machine.status is Status.MET
    item = row(card_of(decisions=decide("5.2.2", "unmet", machine.evidence_hash)), "5.2.2")
    assert (item.status, item.points) == (Status.UNMET, Decimal(0))


def test_changed_evidence_reopens_a_decision() -> None:
    file = decide("5.2.2", "unmet", row(card_of(), "5.2.2").evidence_hash)
    card = card_of(REPORT.replace("100%", "99%"), decisions=file)
    item = row(card, "5.2.2")
    assert item.status is Status.MET
    assert item.review
    assert item.decision is not None
    assert item.decision.state == "reopened"
    assert [note.message for note in card.warnings if note.code == "decision_reopened"] == [
        "复核意见：5.2.2的依据已变，意见未采用，请重新复核"
    ]


def test_lines_added_elsewhere_and_other_widths_reopen_nothing() -> None:
    before = row(card_of(), "5.2.2").evidence_hash
    moved = REPORT.replace("一、主要工作\n", "一、主要工作\n全年工作平稳。\n").replace("100%", "１００％")
    assert row(card_of(moved), "5.2.2").evidence_hash == before


def test_a_decision_expires_after_its_last_day() -> None:
    evidence = row(card_of(), "5.2.2").evidence_hash
    file = decide("5.2.2", "unmet", evidence, "until: 2023-03-01")
    assert row(card_of(decisions=file, as_of=date(2023, 3, 1)), "5.2.2").status is Status.UNMET
    late = card_of(decisions=file, as_of=date(2023, 3, 2))
    assert row(late, "5.2.2").status is Status.MET
    assert "decision_expired" in {note.code for note in late.warnings}
    assert late.stamp.decisions is not None
    assert late.stamp.decisions.as_of == "2023-03-02"


def test_without_a_named_day_an_expiring_decision_does_not_count() -> None:
    file = decide("5.2.2", "unmet", row(card_of(), "5.2.2").evidence_hash, "until: 2999-01-01")
    assert row(card_of(decisions=file), "5.2.2").status is Status.MET


def test_decisions_on_other_reports_and_unknown_items_are_not_used() -> None:
    evidence = row(card_of(), "5.2.2").evidence_hash
    other = decide("5.2.2", "unmet", evidence, head="report: other.txt\n")
    assert row(card_of(decisions=other), "5.2.2").decision is None
    unknown = card_of(decisions=decide("99.9", "unmet", evidence))
    assert [note.message for note in unknown.warnings if note.code == "decision_unused"] == [
        "复核意见：99.9不是本指标体系的指标，意见未采用"
    ]


def test_decisions_under_another_framework_are_refused() -> None:
    file = decide("5.2.2", "unmet", "0" * 16, head="report: county\nframework: example\n")
    with pytest.raises(UsageError, match="under example, not under rule-of-law-2021"):
        card_of(decisions=file)


GOOD = """report: a.txt
decisions:
  - {item: "1", status: met, reason: r, by: b, date: 2022-03-01, evidence: "0123456789abcdef"}
"""


def test_a_good_file_is_read() -> None:
    (entry,) = parse_decisions(GOOD.encode(), "d.yaml").entries
    assert (entry.report, entry.item, entry.status) == ("a.txt", "1", Status.MET)
    assert (entry.on, entry.until, entry.mark.line) == (date(2022, 3, 1), None, 3)


def test_a_fresh_template_decides_nothing() -> None:
    assert parse_decisions(b"report: a.txt\ndecisions:\n  # - item: x\n", "d.yaml").entries == ()


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        (("by: b, ", ""), "3:5", "a decision has no `by`"),
        (("reason: r, ", ""), "3:5", "a decision has no `reason`"),
        (("date: 2022-03-01, ", ""), "3:5", "a decision has no `date`"),
        ((', evidence: "0123456789abcdef"', ""), "3:5", "a decision has no `evidence`"),
        (("by: b", 'by: " "'), "3:", "`by` is empty"),
        (("reason: r", "reason: 3"), "3:", "`reason` is 3, not text"),
        (("2022-03-01", "2022-02-30"), "3:", "`date` is '2022-02-30', not a day"),
        (("2022-03-01", "2022-3-1"), "3:", "`date` is '2022-3-1', not a day"),
        (("2022-03-01", "2022-03-01, until: 2022-02-01"), "3:", "`until` is before `date`"),
        (("met", "good"), "3:", "`status` is 'good'; write one of met, partial, unmet, not_applicable"),
        (("0123456789abcdef", "01234"), "3:", "not the hash of an item's evidence"),
        (("by: b", "by: b, who: c"), "3:", "unknown key 'who' in a decision"),
        (("report: a.txt\n", ""), "2:5", "no `report` says which report this is about"),
        (("a.txt", "a.txt\nabout: ' '"), "2:8", "`about` is empty"),
        (("a.txt", "a.txt\nabout: 2021"), "2:8", "`about` is 2021, not text"),
        (("a.txt", "x/a.txt"), "1:9", "`report` names a folder"),
        (("decisions:", "decision:"), "2:1", "unknown key 'decision'"),
        (("  - {", "  - {item: x}\n  - {"), "3:5", "a decision has no `status`"),
    ],
)
def test_each_mistake_has_its_place(change: tuple[str, str], place: str, said: str) -> None:
    words = GOOD.replace(*change)
    assert words != GOOD
    with pytest.raises(DecisionsError) as caught:
        parse_decisions(words.encode(), "d.yaml")
    assert f"d.yaml:{place}" in str(caught.value)
    assert said in str(caught.value)


def test_two_decisions_on_one_item_are_refused() -> None:
    with pytest.raises(DecisionsError, match=r"a second decision on 1 of a\.txt; one is in line 3 already"):
        parse_decisions((GOOD + GOOD.splitlines()[2] + "\n").encode(), "d.yaml")


SECOND = """  - {item: "1", report: REPORT, status: unmet, reason: r, by: c, date: 2022-03-01, evidence: "0123456789abcdef"}
"""


@pytest.mark.parametrize(
    "report",
    ["a", "' a.txt'", "a.txt, about: 甲县2021年", '"a\\u200b.txt"'],
    ids=["stem", "space", "whose", "unseen"],
)
def test_two_decisions_that_one_report_answers_to_are_refused(report: str) -> None:
    with pytest.raises(DecisionsError, match=r"d\.yaml:4:5: a second decision on 1 of .*; one is in line 3"):
        parse_decisions((GOOD + SECOND.replace("REPORT", report)).encode(), "d.yaml")


def test_the_ending_may_be_left_out_of_either() -> None:
    stem_first = GOOD.replace("report: a.txt", "report: a") + SECOND.replace("REPORT", "a.txt")
    with pytest.raises(DecisionsError, match="a second decision on 1 of"):
        parse_decisions(stem_first.encode(), "d.yaml")


@pytest.mark.parametrize("report", ["b.txt", "a.docx"])
def test_decisions_on_other_files_are_no_second_ones(report: str) -> None:
    assert len(parse_decisions((GOOD + SECOND.replace("REPORT", report)).encode(), "d.yaml").entries) == 2


def test_decisions_on_two_places_are_no_second_ones() -> None:
    words = GOOD.replace("a.txt\n", "a.txt\nabout: 甲县2021年\n")
    assert (
        len(parse_decisions((words + SECOND.replace("REPORT", "a, about: 乙县2021年")).encode(), "d").entries)
        == 2
    )
    with pytest.raises(DecisionsError, match="a second decision"):
        parse_decisions((words + SECOND.replace("REPORT", "a, about: 甲县 2021")).encode(), "d")


def test_what_the_head_is_about_is_the_report_of_the_head() -> None:
    words = GOOD.replace("a.txt\n", "a.txt\nabout: 甲县2021年\n") + SECOND.replace("REPORT", "b.txt")
    assert [entry.about for entry in parse_decisions(words.encode(), "d.yaml").entries] == [
        "甲县2021年",
        None,
    ]


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(DecisionsError, match="the file holds no decisions"):
        parse_decisions(b"# nothing\n", "d.yaml")


def test_what_is_unsure_and_dear_comes_first() -> None:
    found = candidates(CARD)
    urgencies = [candidate.urgency for candidate in found]
    assert urgencies == sorted(urgencies, reverse=True)
    by_id = {candidate.item.id: candidate for candidate in found}
    flagged = next(candidate for candidate in found if candidate.item.review)
    assert flagged.urgency == flagged.stake * Decimal("0.5")
    decided = {item.id for item in CARD.items if item.decision is not None}
    absent = {item.id for item in CARD.items if item.status is Status.NOT_APPLICABLE}
    assert decided
    assert not by_id.keys() & (decided | absent)


def test_a_reopened_decision_comes_back_to_the_list() -> None:
    item = next(item for item in CARD.items if item.decision is not None)
    assert item.decision is not None
    reopened = replace(item, decision=replace(item.decision, state="reopened"))
    card = replace(CARD, items=(reopened,))
    assert [candidate.item.id for candidate in candidates(card)] == [item.id]


def entries(*pairs: tuple[str, str], by: str = "甲") -> DecisionFile:
    words = "report: a.txt\ndecisions:\n" + "".join(
        f'  - {{item: "{item}", status: {status}, reason: r, by: {by}, date: 2022-03-01, evidence: "{"0" * 16}"}}\n'
        for item, status in pairs
    )
    return parse_decisions(words.encode(), f"{by}.yaml")


def test_agreement_of_two_reviewers() -> None:
    # By hand, quadratic weights 0, 1, 4: observed (0+1+0+0)/4 = 0.25; rows met 2, partial 1, unmet 1; columns
    # met 1, partial 2, unmet 1; expected (2*2*1 + 2*1*4 + 1*1*1 + 1*1*1 + 1*1*4 + 1*2*1)/16 = 20/16; kappa 0.8.
    one = entries(("1", "met"), ("2", "met"), ("3", "partial"), ("4", "unmet"), ("5", "met"))
    two = entries(("1", "met"), ("2", "partial"), ("3", "partial"), ("4", "unmet"), ("6", "met"), by="乙")
    found = compare_decisions(one, two)
    assert found.agreement.kappa.quadratic == Decimal("0.8")
    assert [(a.item, a.by, b.by) for a, b in found.differing] == [("2", "甲", "乙")]
    assert [entry.item for entry in found.only_first] == ["5"]
    assert [entry.item for entry in found.only_second] == ["6"]


def test_the_ending_of_a_report_does_not_matter_for_agreement() -> None:
    one = entries(("1", "met"))
    two = parse_decisions(GOOD.replace("a.txt", "a").encode(), "b.yaml")
    assert compare_decisions(one, two).agreement.exact.of == 1


def test_another_container_matches_where_the_report_is_known() -> None:
    words = GOOD.replace("a.txt\n", "a.txt\nabout: 甲县2021年\n")
    one = parse_decisions(words.encode(), "a.yaml")
    two = parse_decisions(words.replace("a.txt", "a.pdf").encode(), "b.yaml")
    assert compare_decisions(one, two).agreement.exact.of == 1
    other = parse_decisions(words.replace("甲县", "乙县").encode(), "b.yaml")
    assert compare_decisions(one, other).agreement.exact.of == 0

"""Every measure of the small invented evaluation, worked out by hand from its two reports."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from scorer.review.agreement import Case, evaluate
from scorer.review.baseline import keyword_status, keyword_statuses
from scorer.review.measures import Presence, Share
from scorer.review.proof import is_stated, places, value_is_right
from scorer.text import Span

from .cases import (
    FRAMEWORK,
    HIGH,
    ITEMS,
    LOW,
    MEDIUM,
    MET,
    NA,
    PARTIAL,
    QINGCHUAN,
    QINGCHUAN_LABELS,
    UNMET,
    baisha,
    labels_of,
    number,
    proof,
    qingchuan,
    small_evaluation,
)


def test_agreement_of_one_report() -> None:
    """Labels against program: met/met, met/partial, absent/met, partial/partial, met/absent, na/na, absent/absent.

    Observed disagreement 1 + 4 + 4 = 9; rows 2, 1, 3 and columns 2, 2, 2 expect 54 ÷ 6 = 9 as well.
    """
    agreement = small_evaluation().reports[0].measures.agreement
    assert agreement.compared == 6
    assert agreement.presence == Presence(both=3, only_program=1, only_label=1)
    assert agreement.exact == Share(4, 7)
    assert agreement.kappa.quadratic == 0


def test_evidence_values_and_calibration_of_one_report() -> None:
    measures = small_evaluation().reports[0].measures
    assert measures.evidence == Share(2, 4)  # 1.1 and 1.2; not 1.4 (other words) and 1.5 (none)
    assert measures.precise == Share(2, 4)  # 1.1 one of two, 1.2 its only one, 1.4 none of one
    assert measures.values == Share(2, 3)  # 65 and 82.5; 4 is not 2 or 3
    assert measures.derived == Share(0, 1)  # 45 stands in no words of the label
    assert measures.calibration == {HIGH: Share(2, 3), MEDIUM: Share(1, 2), LOW: Share(0, 1)}


def test_totals_come_from_the_same_arithmetic() -> None:
    first, second = small_evaluation().reports
    assert (first.total, first.label_total) == (60, 70)
    # 1.1 has no label and keeps the program's 20; 1.6 leaves the sum; 40 of 100, and 1.7 takes off 4.
    assert second.total == pytest.approx(Decimal(50) * 100 / 120)
    assert second.label_total == 36


def test_unlabelled_items_are_named_and_not_measured() -> None:
    first, second = small_evaluation().reports
    assert first.unlabelled == ()
    assert second.unlabelled == ("1.1", "1.2", "1.3", "1.5")
    assert second.measures.agreement.exact == Share(1, 3)
    assert second.measures.agreement.compared == 2


def test_pooled_measures_are_over_all_items() -> None:
    pooled = small_evaluation().pooled
    assert pooled.agreement.compared == 8
    assert pooled.agreement.exact == Share(5, 10)
    assert pooled.agreement.presence == Presence(both=4, only_program=1, only_label=2)
    assert pooled.evidence == Share(3, 6)
    assert pooled.values == Share(2, 3)
    assert pooled.calibration[HIGH] == Share(3, 5)  # 1.4 of the second report is right, 1.7 is not
    assert pooled.calibration[LOW] == Share(0, 1)  # 1.6 there does not apply and is not counted


def test_disagreements_are_worst_first() -> None:
    listed = [(one.report, one.row.id, one.weight) for one in small_evaluation().disagreements]
    assert listed == [
        ("qingchuan-2023", "1.3", 20),
        ("qingchuan-2023", "1.5", 20),
        ("baisha-2022", "1.6", 20),
        ("qingchuan-2023", "1.2", 10),
        ("baisha-2022", "1.7", 4),
    ]


def test_refusals_on_labelled_words_come_first() -> None:
    one = next(one for one in small_evaluation().disagreements if one.row.id == "1.5")
    assert [piece.quote for piece in one.refused] == ["县政府会前学法4次", "将推行执法公示"]


def test_what_was_missed_is_listed() -> None:
    result = small_evaluation()
    assert [(one.report, one.row.id) for one in result.missed_evidence] == [
        ("qingchuan-2023", "1.4"),
        ("qingchuan-2023", "1.5"),
        ("baisha-2022", "1.7"),
    ]
    assert [
        (one.row.id, one.metric, one.stated, one.quoted, len(one.ours)) for one in result.missed_values
    ] == [
        ("1.1", "维持件数", 45, False, 0),
        ("1.5", "学法次数", 4, True, 1),
    ]


def test_labels_against_themselves_agree_wholly() -> None:
    case = qingchuan()
    said = {label.item_id: label.verdict.status for label in case.labels.labels}
    items = tuple(replace(row, status=said[row.id]) for row in case.card.items)
    result = evaluate(FRAMEWORK, [Case(case.labels, case.text, replace(case.card, items=items))])
    assert result.disagreements == ()
    assert result.pooled.agreement.kappa.quadratic == 1
    assert result.pooled.agreement.exact == Share(7, 7)


def test_the_order_of_labels_does_not_matter() -> None:
    case = qingchuan()
    turned = replace(case.labels, labels=case.labels.labels[::-1])
    assert evaluate(FRAMEWORK, [Case(turned, case.text, case.card)]).pooled == (
        evaluate(FRAMEWORK, [case]).pooled
    )


def test_without_reports_there_is_nothing_to_measure() -> None:
    result = evaluate(FRAMEWORK, [])
    assert result.reports == result.disagreements == ()
    assert result.pooled.agreement.kappa.quadratic is None
    assert result.pooled.values.rate is None


def test_evidence_counts_at_every_place_where_the_words_stand() -> None:
    assert list(places("甲乙甲乙乙", "甲乙")) == [Span(0, 2), Span(2, 4)]
    assert list(places("甲乙", "丙")) == list(places("甲乙", "")) == []
    text = replace(QINGCHUAN, content=QINGCHUAN.content + "附：办理复议案件65件。")
    case = qingchuan()
    rows = list(case.card.items)
    rows[0] = replace(rows[0], evidence=(proof(text, "附：办理复议案件65件", "复议案件"),))
    again = evaluate(FRAMEWORK, [Case(case.labels, text, replace(case.card, items=tuple(rows)))])
    assert again.pooled.evidence == Share(2, 4)


def test_touching_ends_do_not_overlap() -> None:
    case = qingchuan()
    rows = list(case.card.items)
    rows[0] = replace(rows[0], evidence=(proof(case.text, "，其中撤销约20件", "撤销"),))
    result = evaluate(FRAMEWORK, [Case(case.labels, case.text, replace(case.card, items=tuple(rows)))])
    assert result.pooled.evidence == Share(1, 4)


@pytest.mark.parametrize(
    ("stated", "unit", "ours", "right"),
    [
        ("65", "件", "65", True),
        ("65", "件", "65.0", True),
        ("65", "件", "65.01", False),
        ("35.71", "%", "35.714285", True),
        ("35.71", "%", "35.72", True),
        ("35.71", "%", "35.73", False),
        ("100", "%", "99", False),
        ("80", "元", "800000", True),  # the rater keeps to 万元
        ("800000", "元", "800000", True),
        ("80", "元", "80000", False),
        ("80", "件", "800000", False),
    ],
)
def test_values_are_equal_and_rates_up_to_rounding(stated: str, unit: str, ours: str, right: bool) -> None:
    assert value_is_right(Decimal(stated), [number("率", ours, unit)]) is right


def test_any_value_of_the_metric_will_do_and_either_end_of_an_interval() -> None:
    several = [number("次数", "3", "次"), number("次数", None, "次", "5", "8")]
    assert [value_is_right(Decimal(n), several) for n in (3, 5, 8)] == [True] * 3
    assert [value_is_right(Decimal(n), several) for n in (4, 6, 35)] == [False] * 3
    assert not value_is_right(Decimal(3), [])


def test_hedged_numbers_compare_by_the_digits_stated() -> None:
    assert value_is_right(Decimal(80), [number("件数", "80", "件", "81", "89")])
    assert not value_is_right(Decimal(85), [number("件数", "80", "件", "81", "89")])


def test_a_number_is_stated_when_the_quoted_words_hold_it() -> None:
    label = labels_of(QINGCHUAN_LABELS).labels[0]
    assert is_stated(label, Decimal(65))
    assert not is_stated(label, Decimal(45))
    assert not is_stated(label, Decimal(6))


@pytest.mark.parametrize(
    ("content", "status"),
    [
        ("依法办理行政复议案件", MET),  # 行政复议 and 复议案件
        ("行政复议，行政复议，又是行政复议", PARTIAL),
        ("下一步加强行政复议", PARTIAL),  # the naive search knows no plan
        ("行政 复议", UNMET),
        ("", UNMET),
    ],
)
def test_the_keyword_baseline(content: str, status: object) -> None:
    assert keyword_status(ITEMS[0], content) is status


def test_the_baseline_never_says_that_an_item_does_not_apply() -> None:
    assert NA not in keyword_statuses(FRAMEWORK, QINGCHUAN.content).values()


def test_the_baseline_is_measured_like_the_program() -> None:
    """It says partial for 1.1 to 1.5 and absent for the rest: right are 1.4 and 1.7 only."""
    baseline = small_evaluation().reports[0].baseline
    assert baseline is not None
    assert baseline.exact == Share(2, 7)
    assert baseline.compared == 6
    assert baseline.presence == Presence(both=4, only_program=1, only_label=0)


def test_the_baseline_can_be_left_out() -> None:
    result = small_evaluation(baseline=False)
    assert result.baseline is None
    assert [report.baseline for report in result.reports] == [None, None]
    assert result.pooled == small_evaluation().pooled


def test_a_case_of_another_order_gives_the_same_numbers() -> None:
    forth, back = (evaluate(FRAMEWORK, cases) for cases in ([qingchuan(), baisha()], [baisha(), qingchuan()]))
    assert forth.pooled == back.pooled
    assert forth.baseline == back.baseline

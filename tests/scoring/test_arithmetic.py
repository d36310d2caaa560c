"""Points, totals, intervals and grades, against sums worked out by hand and against properties."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.framework.model import Framework
from scorer.rules.model import Finding, Status
from scorer.scoring.arithmetic import count, dimension_rows, points_of, shown, total
from tests.scoring.conftest import make_finding, make_framework, make_item

D = Decimal


def test_base_is_the_share_of_the_applicable_points() -> None:
    items = [make_item("1.1", "30"), make_item("1.2", "50"), make_item("2.1", "20")]
    findings = [make_finding(i, s) for i, s in zip(items, ["met", "partial", "unmet"], strict=True)]
    result = total(make_framework(items), findings)
    assert result.base == D(55)  # 30 + 25 + 0 of 100
    assert (result.points, result.bonus, result.deduction) == (D(55), D(0), D(0))


def test_items_that_do_not_apply_leave_the_sum() -> None:
    items = [make_item("1.1", "30"), make_item("1.2", "50"), make_item("2.1", "20")]
    findings = [make_finding(i, s) for i, s in zip(items, ["met", "not_applicable", "unmet"], strict=True)]
    framework = make_framework(items)
    assert total(framework, findings).base == D(60)  # 30 of 50
    first, second = dimension_rows(framework, findings)
    assert (first.points, first.max_points, first.rate) == (D(30), D(30), D(1))
    assert first.counts.not_applicable == 1
    assert (second.points, second.rate) == (D(0), D(0))


def test_a_dimension_that_does_not_apply_has_no_rate() -> None:
    items = [make_item("1.1"), make_item("2.1")]
    findings = [make_finding(items[0], "met"), make_finding(items[1], "not_applicable")]
    assert dimension_rows(make_framework(items), findings)[1].rate is None


def test_bonus_and_deductions_are_capped() -> None:
    items = [
        make_item("1.1", "100"),
        make_item("B.1", "3", "bonus"),
        make_item("B.2", "4", "bonus"),
        make_item("C.1", "7", "deduction"),
        make_item("C.2", "6", "deduction"),
    ]
    result = total(make_framework(items), [make_finding(i, "met") for i in items])
    assert (result.bonus, result.deduction) == (D(5), D(10))
    assert result.points == D(95)


def test_a_partial_deduction_with_a_share_of_its_own_takes_nothing_off() -> None:
    items = [make_item("1.1", "100"), make_item("C.1", "3", "deduction", partial_share="0")]
    findings = [make_finding(items[0], "met"), make_finding(items[1], "partial")]
    assert total(make_framework(items), findings).points == D(100)


def test_the_total_never_falls_below_zero() -> None:
    items = [make_item("1.1", "100"), make_item("C.1", "9", "deduction")]
    findings = [make_finding(items[0], "unmet"), make_finding(items[1], "met")]
    assert total(make_framework(items), findings).points == D(0)


def test_the_interval_spans_what_a_review_may_decide() -> None:
    items = [make_item("1.1", "60"), make_item("1.2", "40"), make_item("C.1", "2", "deduction")]
    findings = [
        make_finding(items[0], "met"),
        make_finding(items[1], "partial", review=True),
        make_finding(items[2], "unmet", review=True),
    ]
    result = total(make_framework(items), findings)
    assert result.points == D(80)
    assert (result.low, result.high) == (D(58), D(100))  # 60 + 0 − 2, 60 + 40 − 0


@pytest.mark.parametrize(
    "earned, grade",
    [
        ("90", "优秀"),
        ("89.995", "优秀"),
        ("89.99", "良好"),
        ("80", "良好"),
        ("60", "合格"),
        ("59.99", "不合格"),
    ],
)
def test_grades_compare_what_is_shown(earned: str, grade: str) -> None:
    items = [make_item("1.1", earned), make_item("1.2", str(D(100) - D(earned)))]
    findings = [make_finding(items[0], "met"), make_finding(items[1], "unmet")]
    assert total(make_framework(items), findings).grade == grade


def test_thirds_are_exact_until_shown() -> None:
    items = [make_item("1.1", "1"), make_item("1.2", "2")]
    findings = [make_finding(items[0], "met"), make_finding(items[1], "unmet")]
    base = total(make_framework(items), findings).base
    assert shown(base) == D("33.33")
    assert base != D("33.33")


@pytest.mark.parametrize(
    "value, text", [("2.345", "2.35"), ("2.344", "2.34"), ("0.005", "0.01"), ("7", "7.00")]
)
def test_rounding_is_half_up(value: str, text: str) -> None:
    assert str(shown(D(value))) == text


STATUS = st.sampled_from([s.value for s in Status])
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["base", "format", "bonus", "deduction"]), st.integers(1, 40), STATUS, st.booleans()
    ),
    min_size=1,
    max_size=12,
)


def build(rows: list[tuple[str, int, str, bool]]) -> tuple[Framework, list[Finding]]:
    items = [
        make_item(f"{n % 3}.{n}", str(D(points) / 4), kind) for n, (kind, points, _, _) in enumerate(rows)
    ]
    findings = [make_finding(i, row[2], row[3]) for i, row in zip(items, rows, strict=True)]
    return make_framework(items), findings


@given(ROWS)
def test_totals_stay_in_range_and_inside_their_interval(rows: list[tuple[str, int, str, bool]]) -> None:
    framework, findings = build(rows)
    result = total(framework, findings)
    assert 0 <= result.base <= 100
    assert 0 <= result.points <= 100 + framework.bonus_cap
    assert result.low <= result.points <= result.high


@given(ROWS)
def test_counts_add_up_to_the_framework(rows: list[tuple[str, int, str, bool]]) -> None:
    framework, findings = build(rows)
    counts = count(findings)
    assert counts.met + counts.partial + counts.unmet + counts.not_applicable == len(framework.items)


@given(ROWS)
def test_the_order_of_items_does_not_matter(rows: list[tuple[str, int, str, bool]]) -> None:
    framework, findings = build(rows)
    dimensions = [replace(d, items=tuple(reversed(d.items))) for d in reversed(framework.dimensions)]
    turned = replace(framework, dimensions=tuple(dimensions))
    assert total(turned, list(reversed(findings))) == total(framework, findings)


@given(ROWS, st.data())
def test_a_better_status_never_lowers_the_total(
    rows: list[tuple[str, int, str, bool]], data: st.DataObject
) -> None:
    framework, findings = build(rows)
    at = data.draw(st.integers(0, len(findings) - 1))
    finding = findings[at]
    if finding.status not in (Status.UNMET, Status.PARTIAL):
        return
    better = replace(finding, status=Status.PARTIAL if finding.status is Status.UNMET else Status.MET)
    before = total(framework, findings).points
    after = total(framework, [*findings[:at], better, *findings[at + 1 :]]).points
    assert after <= before if finding.item.kind.value == "deduction" else after >= before


@given(ROWS)
def test_rows_and_items_tell_the_same_points(rows: list[tuple[str, int, str, bool]]) -> None:
    framework, findings = build(rows)
    from_items = sum((points_of(framework, f.item, f.status) for f in findings), D(0))
    assert sum((row.points for row in dimension_rows(framework, findings)), D(0)) == from_items

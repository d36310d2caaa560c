"""The gate compares what is shown, and refuses what nobody can have meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from scorer.errors import UsageError
from scorer.framework.model import Framework, Item
from scorer.scoring.gate import Gate, default_minimum, failings, validate
from scorer.scoring.model import AuditRow, Counts, DimensionRow, ReportCard, Scorecard, Stamp, Total

MakeFramework = Callable[[Sequence[Item]], Framework]
NONE = Counts(0, 0, 0, 0)


def card(points: str = "70", rate: str | None = "0.6", severities: Sequence[str] = ()) -> Scorecard:
    """One dimension, no item; a broken sum for each severity."""
    total = Decimal(points)
    share = None if rate is None else Decimal(rate)
    return Scorecard(
        stamp=Stamp("scorer", "1", "small", "小框架", "1.0.0", "0" * 64, "a.txt", "0" * 64, "text"),
        report=ReportCard(None, None, None, "", None, None, None, None, 0, (), ()),
        total=Total(total, total, Decimal(0), Decimal(0), Decimal(100), total, total, "合格"),
        counts=NONE,
        dimensions=(DimensionRow("5", "监督", Decimal(6), Decimal(10), share, NONE),),
        items=(),
        audit=tuple(
            AuditRow("sum", "甲", 0, 1, Decimal(2), Decimal(3), False, severity, "合计不符")
            for severity in severities
        ),
        warnings=(),
    )


def messages(gate: Gate, scorecard: Scorecard) -> list[str]:
    return [failing.message for failing in failings(scorecard, gate)]


@pytest.mark.parametrize(
    ("points", "asked", "message"),
    [
        ("70", "70", None),
        ("69.995", "70", None),  # shown as 70.00
        ("69.9949", "70", "总分 69.99，要求 70，还差 0.01"),
        ("65", "1E+2", "总分 65.00，要求 100，还差 35.00"),
    ],
)
def test_the_total_counts_as_it_is_shown(points: str, asked: str, message: str | None) -> None:
    assert messages(Gate(min_score=Decimal(asked)), card(points)) == ([message] if message else [])


@pytest.mark.parametrize(
    ("rate", "asked", "message"),
    [
        ("0.6", "0.6", None),
        ("0.5995", "0.6", None),  # half up: 60.0%
        ("0.6", "0.6004", None),  # both are 60.0%
        ("0.59949", "0.6", "5 监督得分率 59.9%，要求 60.0%"),
        ("0.6", "0.6005", "5 监督得分率 60.0%，要求 60.1%"),
        (None, "1", None),  # nothing of the dimension applies
    ],
)
def test_a_rate_counts_as_it_is_shown(rate: str | None, asked: str, message: str | None) -> None:
    gate = Gate(min_dimension={"5": Decimal(asked)})
    assert messages(gate, card(rate=rate)) == ([message] if message else [])


def test_only_warnings_count_among_numbers_that_do_not_add_up() -> None:
    scorecard = card(severities=["warning", "info", "warning"])
    assert messages(Gate(max_audit_warnings=2), scorecard) == []
    assert messages(Gate(max_audit_warnings=1), scorecard) == ["数字对不上的有 2 处，最多允许 1 处"]


@pytest.mark.parametrize(
    "gate",
    [
        Gate(min_score=Decimal("105.01")),
        Gate(min_score=Decimal(-1)),
        Gate(min_score=Decimal("nan")),
        Gate(min_score=Decimal("inf")),
        Gate(min_dimension={"5": Decimal("1.001")}),
        Gate(min_dimension={"5": Decimal("nan")}),
        Gate(min_dimension={"6": Decimal("0.5")}),
        Gate(require=("5.9",)),
    ],
    ids=repr,
)
def test_a_gate_nobody_can_have_meant_is_refused(
    gate: Gate, framework: MakeFramework, item: Callable[..., Item]
) -> None:
    with pytest.raises(UsageError):
        validate(gate, framework([item("5.1")]))


def test_the_widest_gate_of_a_framework_is_allowed(
    framework: MakeFramework, item: Callable[..., Item]
) -> None:
    small = framework([item("5.1")])  # 100 points, and 5 of bonus
    validate(Gate(Decimal(105), {"5": Decimal(1)}, ("5.1",), 0), small)
    validate(Gate(Decimal(0), {"5": Decimal(0)}), small)
    assert default_minimum(small) == 60

"""Quantities of the five reports, read by hand (see gold/README.md), against what is found."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scorer.quantities import Kind, Quantity, find_quantities
from tests.quantities.readings import REPORTS, Line, is_complete, lines, place, report_text

_USUAL = {
    "%": "percent",
    "元": "currency",
    "天": "duration",
    "工作日": "duration",
    "个月": "duration",
    "倍": "multiple",
}


def told(quantity: Quantity) -> tuple[str, ...]:
    if quantity.value is None:
        value = f"{quantity.low:f}..{quantity.high:f}"
    else:
        value = f"{quantity.value.normalize():f}"
    return value, quantity.unit, quantity.hedge.value, quantity.kind.value


def expected(line: Line) -> tuple[str, ...]:
    value, unit, hedge, kind, *_ = [*line.expected.split(), *[""] * 3][:4]
    if ".." not in value:
        value = f"{Decimal(value).normalize():f}"
    return value, unit, hedge or "exact", kind or _USUAL.get(unit, "number")


@pytest.mark.parametrize("report", REPORTS)
def test_quantities_of_the_report_are_found_with_value_unit_and_hedge(report: str) -> None:
    text = report_text(report)
    by_place = {(quantity.start, quantity.end): quantity for quantity in find_quantities(text)}
    wrong = []
    for line in lines(report):
        if line.sign == "+":
            where = place(text, line)
            assert where is not None, f"not in the report: {line.words}"
            found = by_place.get(where)
            if found is None or told(found) != expected(line):
                wrong.append((line.words, expected(line), found and told(found)))
    assert wrong == []


@pytest.mark.parametrize("report", REPORTS)
def test_other_numerals_of_the_report_are_no_quantities(report: str) -> None:
    text = report_text(report)
    counts = [quantity for quantity in find_quantities(text) if quantity.kind is not Kind.ORDINAL]
    wrong = []
    for line in lines(report):
        if line.sign == "-":
            where = place(text, line)
            assert where is not None, f"not in the report: {line.words}"
            wrong += [line.words for q in counts if q.start < where[1] and where[0] < q.end]
    assert wrong == []


def test_a_report_read_to_the_end_holds_nothing_else() -> None:
    complete = [report for report in REPORTS if is_complete(report)]
    assert len(complete) >= 2
    for report in complete:
        text = report_text(report)
        read = {place(text, line) for line in lines(report) if line.sign == "+"}
        assert [q.text for q in find_quantities(text) if (q.start, q.end) not in read] == []


@pytest.mark.parametrize("report", REPORTS)
def test_the_labels_are_many_enough_to_mean_something(report: str) -> None:
    signs = [line.sign for line in lines(report)]
    assert signs.count("+") >= 20
    assert signs.count("-") >= 25

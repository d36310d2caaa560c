"""Every number of two reports with the noun it belongs to, labelled by hand: that noun finds that number."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from scorer.quantities import (
    Kind,
    Quantity,
    bind,
    find_quantities,
    is_benchmark,
    is_cumulative,
    is_standard,
    near_quantity,
)
from scorer.structure import parse_report
from scorer.structure.model import Report
from scorer.text import Span, Text
from tests.quantities.readings import REPORTS, Line, is_complete, lines, place, report_text

COMPLETE = [report for report in REPORTS if is_complete(report)]


@cache
def parsed(report: str) -> Report:
    return parse_report(Text(report_text(report)))


@cache
def quantities_of(report: str) -> tuple[Quantity, ...]:
    return find_quantities(parsed(report).view.text)


def labelled(report: str) -> list[Line]:
    return [line for line in lines(report) if line.sign == "+" and line.noun]


def noun_place(text: str, line: Line) -> tuple[int, int]:
    """Where the noun stands that is nearest to the number in the words of the line."""
    plain = line.words.replace("【", "").replace("】", "")
    number = line.words.index("【")
    places = [at for at in range(len(plain)) if plain.startswith(line.noun, at)]
    where = min(places, key=lambda at: abs(at - number), default=None)
    if where is None:  # the noun stands further away; the nearest of the report
        start = place(text, line)[0]  # type: ignore[index]
        at = text.rfind(line.noun, 0, start)
        return at, at + len(line.noun)
    quote = Line("", f"{plain[:where]}【{line.noun}】{plain[where + len(line.noun) :]}", "", "", "")
    found = place(text, quote)
    assert found is not None, line.words
    return found


def stretch(report: Report, offset: int, *, segment: bool) -> tuple[int, int]:
    """The sentence, or its segment, around an offset: start and end in the view."""
    index = report.sentence_at(offset)
    assert index is not None
    sentence = report.sentences[index]
    inside = [part for part in sentence.segments if part.start <= offset < part.end] if segment else []
    return report.view.within(inside[0] if inside else sentence.span)


def found_for(name: str, line: Line, *, segment: bool) -> tuple[Span | None, Span | None]:
    """The number that the noun finds by near_quantity (segment) or by bind, and the labelled one."""
    report, text = parsed(name), report_text(name)
    noun, number = noun_place(text, line), place(text, line)
    assert number is not None
    base, end = stretch(report, noun[0], segment=segment)
    inside = [
        replace(quantity, start=quantity.start - base, end=quantity.end - base)
        for quantity in quantities_of(name)
        if base <= quantity.start and quantity.end <= end and quantity.kind is not Kind.ORDINAL
    ]
    units = (line.expected.split()[1],)
    start, stop = (at - base for at in report.view.within(Span(*noun)))
    sentence = report.view.text[base:end]
    if segment:
        near = near_quantity(sentence, (start, stop), inside, units)
        quantity = near
    else:
        bindings = bind(sentence, [(start, stop)], inside, units)
        quantity = bindings[0].quantity if bindings else None
    got = quantity and report.view.span(quantity.start + base, quantity.end + base)
    return got, Span(*number)


@pytest.mark.parametrize("segment", [True, False], ids=["near_quantity", "bind"])
@pytest.mark.parametrize("report", COMPLETE)
def test_the_noun_finds_its_number(report: str, segment: bool) -> None:
    missed = []
    for line in labelled(report):
        got, number = found_for(report, line, segment=segment)
        if got != number:
            missed.append((line.words, line.noun, got and report_text(report)[got.start : got.end]))
    assert len(missed) <= 0.1 * len(labelled(report)), missed


def test_the_labels_are_all_numbers_of_two_reports() -> None:
    assert len(COMPLETE) >= 2
    for report in COMPLETE:
        counted = [line for line in lines(report) if line.sign == "+" and "ordinal" not in line.expected]
        assert [line.words for line in counted if not line.noun] == []


@pytest.mark.parametrize("report", REPORTS)
def test_numbers_that_are_no_result_of_the_year_are_told(report: str) -> None:
    whole, text = parsed(report), report_text(report)
    year = int(report.rpartition("-")[2])
    wrong = []
    for line in lines(report):
        number = place(text, line)
        if line.sign == "-" or number is None or "ordinal" in line.expected:
            continue
        base, end = stretch(whole, number[0], segment=False)
        sentence = whole.view.text[base:end]
        start, stop = (at - base for at in whole.view.within(Span(*number)))
        (quantity,) = [q for q in find_quantities(sentence) if (q.start, q.end) == (start, stop)]
        flags = {
            "cumulative": is_cumulative(sentence, quantity, year),
            "standard": is_standard(sentence, quantity),
            "benchmark": is_benchmark(sentence, quantity),
        }
        told = " ".join(flag for flag, true in flags.items() if true)
        if told != line.flag:
            wrong.append((line.words, line.flag, told))
    assert wrong == []

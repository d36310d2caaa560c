"""Which reports are of one place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scorer.compare.identity import same_place
from scorer.scoring.model import ReportCard
from scorer.structure.model import Level
from tests.rendering.cards import CARD


def report(place: str | None, level: Level | None = Level.COUNTY, issuer: str | None = None) -> ReportCard:
    return replace(CARD.report, place=place, level=level, issuer=issuer)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("大冶市", "黄石市大冶市", Level.COUNTY),
        ("信阳市平桥区", "平桥区", Level.COUNTY),
        ("襄樊市", "襄阳市", Level.CITY),  # renamed in 2010, the same code
        ("通州市", "通州区", Level.COUNTY),  # a city of 南通 until 2009, now a district
        ("松陂县", "松陂县", Level.COUNTY),  # in no table
        ("松陂县", "松陂市", Level.COUNTY),
        ("内蒙古自治区", "内蒙古", Level.PROVINCE),
    ],
)
def test_one_place_under_two_names(one: str, other: str, level: Level) -> None:
    assert same_place(report(one, level), report(other, level))
    assert same_place(report(other, level), report(one, level))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("大冶市", "阳新县"),
        ("伊宁市", "伊宁县"),  # both in force
        ("松陂县", "云陂县"),
        ("长沙市", "长沙县"),
        (None, "大冶市"),
        (None, None),
    ],
)
def test_two_places(one: str | None, other: str | None) -> None:
    assert not same_place(report(one), report(other))


def test_an_organ_is_told_from_its_government_and_from_others() -> None:
    bureau = report("黄石市大冶市", Level.DEPARTMENT, "大冶市司法局")
    assert same_place(bureau, report("大冶市", Level.DEPARTMENT, "黄石市大冶市司法局"))
    assert not same_place(bureau, report("大冶市", Level.DEPARTMENT, "大冶市财政局"))
    assert not same_place(bureau, report("大冶市", Level.COUNTY, "大冶市人民政府"))
    assert not same_place(bureau, report("大冶市", Level.DEPARTMENT, None))

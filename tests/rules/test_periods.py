"""For when a number of a metric holds: totals of several years are marked and prove no single year."""

from __future__ import annotations

import json

import pytest

from scorer.pipeline import Engine
from scorer.reading.interface import Document
from scorer.rendering import Options, render
from scorer.rules.model import Period, Satisfies, Value
from scorer.scoring.model import ItemRow, Scorecard
from scorer.text import Text

HEAD = "甲县人民政府关于2021年度法治政府建设情况的报告\n一、主要工作成效\n"
ENGINE = Engine()


def card(sentence: str) -> Scorecard:
    return ENGINE.score(Document(Text(f"{HEAD}{sentence}\n"), "text", "0" * 64))


def item(sentence: str, item_id: str) -> ItemRow:
    return next(row for row in card(sentence).items if row.id == item_id)


def value(sentence: str, item_id: str, metric: str) -> Value:
    return next(one for one in item(sentence, item_id).values if one.metric == metric)


@pytest.mark.parametrize(
    ("sentence", "satisfies", "period"),
    [
        ("全年政府常务会议会前学法6次。", Satisfies.FULL, Period.YEAR),
        ("2021年以来，政府常务会议会前学法6次。", Satisfies.FULL, Period.YEAR),
        ("自2018年以来，政府常务会议会前学法6次。", Satisfies.UNKNOWN, Period.CUMULATIVE),
        ("政府常务会议坚持每季度会前学法1次。", Satisfies.FULL, Period.YEAR),
        ("政府常务会议坚持每半年会前学法1次。", Satisfies.PARTIAL, Period.YEAR),
    ],
)
def test_what_a_count_proves_for_the_year(sentence: str, satisfies: Satisfies, period: Period) -> None:
    found = value(sentence, "8.1.1", "常务会学法次数")
    assert (found.satisfies, found.period) == (satisfies, period)


def test_a_rate_of_several_years_counts_and_is_marked() -> None:
    found = value("自2018年以来，行政机关负责人出庭应诉率达98%。", "5.2.2", "负责人出庭应诉率")
    assert (found.satisfies, found.period) == (Satisfies.FULL, Period.CUMULATIVE)


def test_the_mark_is_shown_in_every_output() -> None:
    whole = card("自2018年以来，政府常务会议会前学法6次。")
    row = next(row for row in whole.items if row.id == "8.1.1")
    assert "常务会学法次数 累计6次" in row.reason
    assert "累计6次" in render(whole, "terminal", Options("full"))
    assert "累计6次" in render(whole, "markdown", Options("full"))
    told = json.loads(render(whole, "json"))
    (values,) = [one["values"] for one in told["items"] if one["id"] == "8.1.1"]
    assert "cumulative" in {one["period"] for one in values}

"""Numbers of a sentence that does not name its matter: it goes on with the one before it, or stands under a label."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.rules.conftest import Build, judge

TRIALS = """
topic: {phrases: [行政应诉, 应诉案件]}
metrics:
  - {name: 负责人出庭率, aliases: [出庭率], unit: "%", full: ">= 90", origin: 小框架}
met: {metric: 负责人出庭率}
partial: topic
"""


@pytest.mark.parametrize(
    ("sentences", "value"),
    [
        ("一是推进行政应诉工作。全年发案38件，出庭率98%。", 98),
        ("规范行政应诉。今年负责人出庭率均达98%。", 98),
        ("完成应诉案件38件，资料齐备。截至年底，共出庭38次，出庭率98%。", 98),
        ("一是推进行政应诉工作。二是加强培训，出庭率98%。", None),  # the next point has its own matter
        ("规范行政应诉，压实责任。今年培训到位，出庭率98%。", None),  # no label, and nothing goes on
        ("一是推进行政应诉工作。开展宣传。全年培训到位，出庭率98%。", 98),  # up to the next point
        ("一是推进行政应诉工作。开展宣传。二是加强培训。全年出庭率98%。", None),
        ("一是推进行政应诉工作。开展宣传。学校家长会出庭率98%。", None),  # the rate of something else
        ("一是推进行政应诉工作。开展宣传。办案12件、我县平均出庭率98%。", 98),
        (
            "规范行政应诉。开展宣传。全年培训到位，出庭率98%。",
            98,
        ),  # the first of its paragraph is a label too
        ("开展宣传，规范行政应诉。开展培训。全年出庭率98%。", None),
    ],
)
def test_an_alias_counts_where_the_matter_goes_on(build: Build, sentences: str, value: int | None) -> None:
    stated = [one.value for one in judge(build(TRIALS), sentences).values]
    assert stated == ([] if value is None else [Decimal(value)])


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("建议提案出庭率98%；行政应诉案件3件。", None),  # a rate before the matter is that of another one
        ("行政应诉案件3件；出庭率98%。", 98),
        ("出庭率达98%的行政应诉案件3件。", 98),
    ],
)
def test_a_bare_rate_belongs_to_what_was_spoken_of_before(
    build: Build, sentence: str, value: int | None
) -> None:
    stated = [one.value for one in judge(build(TRIALS), sentence).values]
    assert stated == ([] if value is None else [Decimal(value)])


@pytest.mark.parametrize(("name", "values"), [("出庭", []), ("负责人出庭应诉", [Decimal(12)])])
def test_under_a_label_only_rates_and_long_names_say_enough_by_themselves(
    build: Build, name: str, values: list[Decimal]
) -> None:
    rule = TRIALS.replace("出庭率]", f"{name}]").replace('"%"', "次").replace(">= 90", "present")
    sentences = f"一是推进行政应诉工作。开展宣传。全年{name}12次。"
    assert [one.value for one in judge(build(rule), sentences).values] == values


def test_a_label_reaches_no_further_than_its_paragraph(build: Build) -> None:
    assert judge(build(TRIALS), "一是推进行政应诉工作。\n全年培训到位，出庭率98%。").values == ()

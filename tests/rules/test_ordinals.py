"""Meetings that are only named by their ordinals: 第三次会议 and 第四次会议 are two."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Build, judge

MEETINGS = """
topic: {phrases: [依法治县]}
metrics:
  - {name: 会议次数, unit: 次, full: ">= 1", derive: {ordinals: [会议, 全体会议], with: [依法治县委员会]}}
met: {metric: 会议次数}
partial: topic
"""


@pytest.mark.parametrize(
    ("text", "count", "shown"),
    [
        (
            "5月，县委依法治县委员会召开第三次会议。12月，县委依法治县委员会召开第四次会议。",
            2,
            "“第三次”＋“第四次”",
        ),
        ("县委依法治县委员会先后召开第六次、第七次全体会议。", 2, "“第六次”＋“第七次”"),
        ("县委依法治县委员会召开第三次会议。依法治县委员会第三次会议审议文件5个。", 1, "“第三次”"),
        ("县委依法治县委员会召开第3次会议，研究法治工作。", 1, "“第3次”"),
        ("县委依法治县委员会召开第三次会议，县委常委会召开第二十次会议。", 1, "“第三次”"),
    ],
)
def test_meetings_are_counted_by_their_ordinals(build: Build, text: str, count: int, shown: str) -> None:
    (value,) = judge(build(MEETINGS), text).values
    assert (value.value, value.unit, value.worked_out) == (count, "次", shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("推进依法治县工作，县人大常委会召开第三次会议。", []),  # the meeting of another body
        ("依法治县委员会召开第三次会议；县政府召开第十次会议。", ["“第三次”"]),
        ("县委依法治县委员会召开会议。", []),
        ("县委常委会第三十次会议听取依法治县委员会的汇报。", []),
        ("依法治县委员会办公室召开第三次会议。", []),
        ("县委依法治县委员会召开第三届会议。", []),  # no number of meetings
        ("县委依法治县委员会第三次调整成员，召开专题会议。", []),
        ("下一步，县委依法治县委员会将召开第三次会议。", []),
    ],
)
def test_other_ordinals_count_nothing(build: Build, text: str, shown: list[str]) -> None:
    assert [value.worked_out for value in judge(build(MEETINGS), text).values] == shown


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("县委依法治县委员会先后召开第二次、第三次会议。", "year"),
        ("自2018年以来，县委依法治县委员会先后召开第二次、第三次会议。", "cumulative"),
    ],
)
def test_meetings_of_several_years_are_no_meetings_of_one(build: Build, text: str, period: str) -> None:
    (value,) = judge(build(MEETINGS), text).values
    assert value.period.value == period


def test_the_first_meeting_is_quoted_for_all(build: Build) -> None:
    text = "依法治县委员会召开第三次会议。工作有序。依法治县委员会召开第四次会议。"
    (value,) = judge(build(MEETINGS), text).values
    assert value.quote == "依法治县委员会召开第三次会议。"


def test_meetings_count_where_the_item_is_spoken_of(build: Build) -> None:
    rule = MEETINGS.replace("phrases: [依法治县]", "phrases: [法治建设]")
    assert judge(build(rule), "推进法治建设。县委依法治县委员会召开第三次会议。").values == ()


def test_a_number_that_is_stated_comes_first(build: Build) -> None:
    rule = MEETINGS.replace("name: 会议次数,", "name: 会议次数, aliases: [召开会议],")
    text = "县委依法治县委员会召开会议3次，其中第五次会议审议了文件。"
    assert [value.value for value in judge(build(rule), text).values] == [3]

"""Names whose verb and object a sentence takes apart, asked through the rules: whose they are and whether they count."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.rules.conftest import Build, judge

REVIEW = """
topic: {phrases: [合法性审核, 法律审核, 文件审核], masks: [村规民约]}
metrics:
  - {name: 审核文件数, aliases: [审核规范性文件], unit: [件, 份], full: present, origin: 小框架}
met: {metric: 审核文件数}
partial: topic
"""


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("强化合法性审核，共审核合同64份、规范性文件17件。", 17),
        ("落实合法性审核制度，对17件规范性文件全部进行审核。", 17),
        ("落实合法性审核制度，审核了市级部门17件规范性文件。", None),  # of whom is said with words of its own
        ("强化法律审核，审核各类规范性文件17件次。", 17),
        ("强化合法性审核，制定规范性文件17件，均经司法局审核。", 17),
        ("共审核合同64份、规范性文件17件。", None),  # nothing tells the topic
        ("加强合法性审核。审核合同64份、规范性文件17件。", None),  # it stands in another sentence
        ("强化合法性审核，审核合同64份，印发规范性文件17件。", None),
        ("强化合法性审核，上年审核合同64份、规范性文件17件。", None),
        ("强化合法性审核，拟审核合同64份、规范性文件17件。", None),
        ("强化合法性审核，审核合同64份、规范性文件（村规民约）17件。", 17),
        ("强化合法性审核，审核合同64份、村规民约规范性文件17件。", None),
    ],
)
def test_a_metric_whose_name_stands_apart(build: Build, sentence: str, value: int | None) -> None:
    finding = judge(build(REVIEW), sentence)
    stated = [one.value for one in finding.values]
    assert stated == ([] if value is None else [Decimal(value)])


def test_a_place_under_a_mask_is_none(build: Build) -> None:
    engine = build(REVIEW.replace("村规民约", "规范性文件目录"))
    assert judge(engine, "强化合法性审核，审核合同64份、规范性文件目录17件。").values == ()


CONTRACTS = """
topic: {phrases: [法律顾问]}
met: {quantity: {of: [审查合同], unit: 份}}
partial: topic
"""


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("法律顾问审查了36份政府合同。", "met"),
        ("法律顾问审查协议5份、合同36份。", "met"),
        ("法律顾问对36份合同进行了审查。", "met"),
        ("法律顾问起草文件5件、合同36份。", "partial"),
        ("法律顾问上年审查合同36份。", "partial"),
        ("法律顾问审查合同，走访企业36家。", "partial"),
    ],
)
def test_a_quantity_whose_words_stand_apart(build: Build, sentence: str, status: str) -> None:
    assert judge(build(CONTRACTS), sentence).status.value == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("法律顾问列席会议，审查协议5份、合同36份。", "met"),
        ("法律顾问列席会议；办公室审查协议5份、合同36份。", "partial"),  # nobody says who in that stretch
        ("审查协议5份、合同36份，列席会议；法律顾问列席会议3次。", "partial"),
        ("法律顾问列席会议；法律顾问审查协议5份、合同36份并列席会议。", "met"),
    ],
)
def test_words_that_stand_apart_inside_a_stretch(build: Build, sentence: str, status: str) -> None:
    rule = "{all: [{phrase: [列席会议]}, {quantity: {of: [审查合同], unit: 份}}], within: segment}"
    engine = build(f"topic: {{phrases: [法律顾问]}}\nmet: {rule}\npartial: topic")
    assert judge(engine, sentence).status.value == status


FALL = """
topic: {phrases: [涉企检查]}
metrics:
  - {name: 涉企检查降幅, aliases: [涉企检查, 涉企检查次数], unit: "%", full: ">= 10", origin: 小框架}
met: {metric: 涉企检查降幅}
partial: topic
"""


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("全年涉企检查比上年减少21.6%。", "21.6"),
        ("涉企检查次数较去年同期下降12%。", "12"),
        ("涉企检查实现全覆盖。", None),  # all were inspected, none fell away
        ("涉企检查由1200次减至890次。", None),
    ],
)
def test_a_fall_is_no_coverage(build: Build, sentence: str, value: str | None) -> None:
    stated = [one.value for one in judge(build(FALL), sentence).values]
    assert stated == ([] if value is None else [Decimal(value)])


RATE = """
topic: {phrases: [出庭]}
metrics:
  - {name: 出庭应诉率, aliases: [出庭率], unit: "%", full: ">= 90", origin: 小框架}
met: {metric: 出庭应诉率}
partial: topic
"""


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("负责人出庭应诉率同比提高5个百分点，达96%。", "96"),
        ("负责人出庭应诉率96%，上年出庭率为88%。", "96"),
        ("去年出庭率为88%。", None),
        ("负责人出庭应诉率比上年提高5个百分点。", None),
    ],
)
def test_the_rate_of_this_year(build: Build, sentence: str, value: str | None) -> None:
    stated = [one.value for one in judge(build(RATE), sentence).values]
    assert stated == ([] if value is None else [Decimal(value)])


HANDED_DOWN = """
topic: {phrases: [赋权]}
metrics:
  - {name: 赋权事项数, aliases: [执法事项], unit: 项, origin: 小框架}
met:
  any:
    - {near: [承接, 执法事项], within: clause}
    - {all: [{near: [乡镇, 执法事项]}, {phrase: [挂牌]}]}
"""


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("街道承接市级执法事项63项。", 63),  # the words prove the item by themselves
        ("赋权工作稳步推进，执法事项63项。", 63),
        ("乡镇梳理执法事项63项。", None),  # these prove it only together with others
        ("公布执法事项63项。", None),
    ],
)
def test_an_alias_counts_where_the_sentence_speaks_of_the_item(
    build: Build, sentence: str, value: int | None
) -> None:
    stated = [one.value for one in judge(build(HANDED_DOWN), sentence).values]
    assert stated == ([] if value is None else [Decimal(value)])

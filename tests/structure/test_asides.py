"""Words inside a clause that tell no deed: who leads us, what was only arranged, who issued a paper, what a law is called."""

from __future__ import annotations

import pytest

from scorer.structure.asides import find_asides
from scorer.structure.model import Level
from scorer.text import fold


def aside_words(sentence: str, *, level: Level | None = Level.COUNTY) -> list[str]:
    text = fold(sentence).text
    return [text[slice(*place)] for place, _ in find_asides(text, level=level)]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("在县委依法治县委员会的指导下，我镇召开会议3次。", "在县委依法治县委员会的指导下"),
        (
            "2022年，在省司法厅和市人大常委会的监督指导下，我市开展工作。",
            "在省司法厅和市人大常委会的监督指导下",
        ),
        ("在局党组的坚强领导下，完成执法检查36次。", "在局党组的坚强领导下"),
    ],
)
def test_who_leads_us_is_no_deed(sentence: str, words: str) -> None:
    assert aside_words(sentence) == [words]


@pytest.mark.parametrize(
    "sentence",
    ["在疫情防控形势下，组织应急演练3次。", "在执法人员不足的情况下，评查案卷120份。", "线上线下同步办理。"],
)
def test_a_circumstance_is_no_leader(sentence: str) -> None:
    assert aside_words(sentence) == []


def test_a_list_of_what_was_arranged_is_only_its_scope() -> None:
    sentence = "对行政审批改革、规范性文件管理、行政复议和行政调解等工作进行了安排部署。"
    assert aside_words(sentence) == ["行政审批改革、规范性文件管理、行政复议和行政调解等工作"]
    assert aside_words("就普法宣传、执法监督、法治督察作出全面部署。") == ["普法宣传、执法监督、法治督察"]


@pytest.mark.parametrize("sentence", ["对法治政府建设工作进行部署。", "对行政许可、行政处罚案卷进行评查。"])
def test_one_matter_or_another_verb_is_no_scope(sentence: str) -> None:
    assert aside_words(sentence) == []


def test_fields_in_which_somebody_is_of_use_are_not_told_as_done() -> None:
    sentence = "律师在合同审查、重大决策、信访接待等方面积极发挥作用。"
    assert aside_words(sentence) == ["合同审查、重大决策、信访接待"]
    assert aside_words("在行政复议中发挥主渠道作用。") == []
    assert aside_words("在12个乡镇、街道设立调解室。") == []


def test_who_issued_the_paper_that_we_carry_out() -> None:
    assert aside_words("落实国务院印发的《纲要》。") == ["国务院印发的"]
    assert aside_words("落实省政府制定的《实施办法》。") == ["省政府制定的"]
    assert aside_words("落实省政府制定的《实施办法》。", level=Level.PROVINCE) == []
    assert aside_words("落实县政府印发的《实施办法》。") == []
    assert aside_words("落实县政府印发的《实施办法》。", level=Level.TOWN) == ["县政府印发的"]
    assert aside_words("落实市委依法治市办下发的任务清单。", level=Level.DEPARTMENT) == [
        "市委依法治市办下发的"
    ]


def test_who_is_complained_of_reviews_nothing() -> None:
    sentence = "全年被申请行政复议12件，其中被撤销3件；办理行政复议案件36件。"
    assert aside_words(sentence) == ["被申请行政复议12件，其中被撤销3件"]


def test_a_word_of_a_law_that_is_studied_is_its_name() -> None:
    sentence = "组织学习新修订的《行政复议法》《突发事件应对法》和《优化营商环境条例》。"
    assert aside_words(sentence) == ["行政复议", "突发事件应对", "优化营商环境条"]


@pytest.mark.parametrize(
    "sentence", ["起草《养犬管理条例（草案）》。", "学习《行政处罚案卷评查办法》。", "落实《行政处罚法》。"]
)
def test_a_law_that_is_made_or_carried_out_is_more_than_a_name(sentence: str) -> None:
    assert aside_words(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("赴被命名为省级示范市的清江市考察学习。", "命名为省级示范市"),
        ("学习借鉴清江市被评为全国示范市的经验。", "评为全国示范市"),
        ("邀请被认定为示范单位的清江市来我镇授课。", ""),
        ("学习推广我市被命名为省级示范市的经验。", ""),
        ("我市被命名为省级示范市的经验在全省推广。", ""),
        ("组织学习培训，被命名为省级示范市。", ""),
    ],
)
def test_the_honour_of_those_whom_we_learn_from_is_not_ours(sentence: str, words: str) -> None:
    assert aside_words(sentence) == ([words] if words else [])

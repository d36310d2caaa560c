"""Norms, threats and demands that nobody is named to have made, beside deeds in like words."""

from __future__ import annotations

import pytest

from tests.structure.conftest import realis_alone, realis_in_report, realis_of_all

LAID_DOWN = [
    "应急预案制定机关应当根据实际需要和情况变化，及时修订应急预案。",
    "行政机关负责人应当出庭应诉。",
    "对落实不力的，一律问责。",
    "要进一步规范各级领导接访下访，推进积案化解，控制越级上访。",
    "要抓紧时间完成社会稳定风险评估报告，确保改革如期完成。",
    "各乡镇要于10月底前将台账报司法所。",
    "必须加强执法队伍建设，切实提高执法水平。",
    "要求各单位每季度学法一次，年底述法。",
]
DEEDS = [
    "对应当听证的事项全部组织听证。",
    "应当公开的信息均已公开。",
    "明确应当听证的情形12种。",
    "出台办法，规定行政机关负责人应当出庭应诉。",
    "应当事人申请，组织听证3次。",
    "应当地群众要求，开展普法宣传。",
    "行政机关负责人应当出庭的案件全部出庭。",
    "对落实不力的，一律问责，约谈3人。",
    "对拒不整改的，一律移送执法部门，共移送12件。",
    "对推进不力的，约谈3人。",
    "对不符合要求的，退回修改。",
    "凡未经合法性审查的，一律不提交会议讨论。",
    "要素保障有力，审批提速。",
    "必须持证上岗的人员全部持证。",
    "要件齐全即时办结。",
]


@pytest.mark.parametrize("sentence", LAID_DOWN)
def test_what_is_laid_down(sentence: str) -> None:
    assert realis_of_all(sentence) == {"quoted"}
    assert realis_in_report(sentence, sentence[:4]) == "quoted"


def test_a_threat_of_the_future_befalls_nobody() -> None:
    sentence = "借疫情囤积居奇、哄抬物价的，将从严从重从快打击。"
    assert realis_alone(sentence, "哄抬物价") == "quoted"
    assert realis_alone(sentence, "打击") == "planned"


@pytest.mark.parametrize("sentence", DEEDS)
def test_deeds_in_like_words(sentence: str) -> None:
    assert realis_of_all(sentence) == {"done"}


@pytest.mark.parametrize(
    "sentence, words, realis",
    [
        (
            "局党组传达学习习近平总书记在中央全面依法治国工作会议上的重要讲话精神，组织学习22次。",
            "传达",
            "done",
        ),
        ("认真学习宪法、民法典和党的二十大精神，开展宣传6次。", "认真", "done"),
        ("认真贯彻落实中央全面依法治国工作会议精神，开展培训6次。", "认真", "quoted"),
        ("深入学习贯彻党的二十大精神，开展培训6次。", "深入", "quoted"),
    ],
)
def test_what_is_studied_for_its_own_sake(sentence: str, words: str, realis: str) -> None:
    assert realis_alone(sentence, words) == realis

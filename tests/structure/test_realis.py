"""Whether a clause tells what was done."""

from __future__ import annotations

import pytest

from scorer.i18n import tr, use_language
from scorer.structure import parse_fragment
from scorer.structure.model import Level
from scorer.text import Text


@pytest.mark.parametrize(
    "content, realis",
    [
        # 将 before a noun marks the object
        ("将法治政府建设纳入绩效考核。", "done"),
        ("我市将行政执法三项制度作为重点。", "done"),
        ("并将其列入年度要点。", "done"),
        ("将推进法治建设情况纳入年终述职。", "done"),
        ("将开展执法检查作为重要抓手。", "done"),
        ("将办理时限压缩至3个工作日。", "done"),
        # 将 before an adverb or a verb is the future
        ("市政府将继续加大考核力度。", "planned"),
        ("各部门将进一步规范执法。", "planned"),
        ("力争年底前建成投用。", "planned"),
        ("拟于明年出台办法。", "planned"),
        ("计划于2023年完成。", "planned"),
        # not the future
        ("草拟规章2部。", "done"),
        ("举办模拟法庭6场。", "done"),
        ("争取上级资金200万元。", "done"),
        ("要求行政机关负责人出庭应诉。", "done"),
        # problems
        ("部分镇仍存在执法不规范的情况。", "problem"),
        ("2件案件尚未办结。", "done"),  # a stock of cases, not a shortcoming
        ("执法水平有待提高。", "problem"),
        ("不存在有案不移现象。", "done"),
        ("着力解决执法中还存在的突出问题。", "done"),
        ("未经合法性审查的，不得提交会议讨论。", "done"),
        ("平台建设正在推进。", "ongoing"),
        # somebody else's
        ("市中级人民法院审结行政案件36件。", "quoted"),
        ("负责人到人民法院出庭应诉12次。", "done"),
    ],
)
def test_one_clause(content: str, realis: str) -> None:
    (sentence,) = parse_fragment(Text(content), level=Level.CITY).sentences
    assert sentence.clauses[0].realis.value == realis, sentence.clauses[0].why


@pytest.mark.parametrize(
    "content, expected",
    [
        ("按照不少于5%的标准，配备审核人员60名。", ["quoted", "done"]),
        ("根据《督察工作规定》（中办发〔2019〕3号）要求，开展督察2次。", ["quoted", "done"]),
        ("按规定进行合法性审查40件，全部办结。", ["done", "done"]),
        ("市法院通过破产联动机制，盘活资产19亿元。", ["quoted", "done"]),
        # advice that was answered is told for the answer
        ("市检察院发出检察建议6份，均按期整改。", ["done", "done"]),
        ("市法院发出司法建议2件，相关部门均已回复。", ["done", "done"]),
        ("市法院审结案件30件，发出司法建议2件。", ["quoted", "quoted"]),
        ("市法院审结案件30件，全部落实繁简分流。", ["quoted", "quoted"]),
        ("市法院党组研究法治建设工作6次。", ["quoted"]),
        ("市检察院专题学习法治思想5次。", ["quoted"]),
        ("目前已建成站点6个，将继续扩大范围，推动延伸，已投用3个。", ["done", "planned", "planned", "done"]),
        ("将继续完善制度；建成平台1个。", ["planned", "done"]),
    ],
)
def test_clauses_of_one_sentence(content: str, expected: list[str]) -> None:
    (sentence,) = parse_fragment(Text(content), level=Level.CITY).sentences
    assert [clause.realis.value for clause in sentence.clauses] == expected


def test_a_clause_that_is_not_done_says_why() -> None:
    (sentence,) = parse_fragment(Text("已建成站点6个，将继续加大力度。"), level=Level.CITY).sentences
    assert sentence.clauses[1].why == "将来语“将继续”"


def test_what_a_court_goes_on_to_do_is_told_in_other_languages_too() -> None:
    (sentence,) = parse_fragment(Text("县人民法院召开座谈会，深化庭审公开。"), level=Level.CITY).sentences
    with use_language("en"):
        first, second = (tr(clause.why) for clause in sentence.clauses)
    assert first == second != sentence.clauses[0].why

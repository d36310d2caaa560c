"""Where sentences, segments and clauses are cut."""

from __future__ import annotations

import pytest

from scorer.structure import parse_fragment
from scorer.structure.model import Level, Report
from scorer.text import Text


def fragment(content: str) -> Report:
    return parse_fragment(Text(content), level=Level.COUNTY)


def sentences(content: str) -> list[str]:
    report = fragment(content)
    return [content[s.start : s.end] for s in report.sentences]


@pytest.mark.parametrize(
    "content, expected",
    [
        ("制定办法。开展检查！是否到位？", ["制定办法。", "开展检查！", "是否到位？"]),
        ("办结6件；审结3件。", ["办结6件；审结3件。"]),
        ("提出“谁执法谁普法。”全面落实。", ["提出“谁执法谁普法。”", "全面落实。"]),
        ("落实“应公开尽公开。”的要求，公开9条。", ["落实“应公开尽公开。”的要求，公开9条。"]),
        ("印发《关于执法。监督的办法》文件。", ["印发《关于执法。监督的办法》文件。"]),
        ("融资33.7亿元，办理12.5万件。", ["融资33.7亿元，办理12.5万件。"]),
        ("工作稳步推进.现报告如下：", ["工作稳步推进.", "现报告如下："]),
        ("印发《办法。开展检查。", ["印发《办法。", "开展检查。"]),
        ("（详见附件。）开展检查。", ["（详见附件。）", "开展检查。"]),
        # what is said of the thing named before belongs to it
        ("平台8月上线。该平台接入单位31家。", ["平台8月上线。该平台接入单位31家。"]),
        ("组织普法考试。共有420人参加。另有培训2期。", ["组织普法考试。共有420人参加。", "另有培训2期。"]),
        ("开展专项检查。此次检查单位12家。", ["开展专项检查。此次检查单位12家。"]),
        ("移送案件9件。上述案件均已立案。", ["移送案件9件。上述案件均已立案。"]),
        ("坚持共建共治。共同推进调解。", ["坚持共建共治。", "共同推进调解。"]),
        ("成立调解中心。其中心任务是化解纠纷。", ["成立调解中心。", "其中心任务是化解纠纷。"]),
        ("制定办法。这个月开展检查。", ["制定办法。", "这个月开展检查。"]),
        (
            "坚持统筹。" + "全年检查企业，" * 42 + "完成任务。其中抽查9家。",
            ["坚持统筹。", "全年检查企业，" * 42 + "完成任务。", "其中抽查9家。"],
        ),
    ],
)
def test_sentences(content: str, expected: list[str]) -> None:
    assert sentences(content) == expected


@pytest.mark.parametrize(
    "content, expected",
    [
        ("一是制定办法；二是开展检查，一是查账。", ["一是制定办法；", "二是开展检查，", "一是查账。"]),
        ("标准统一是基础；经费到位。", ["标准统一是基础；", "经费到位。"]),
        ("下步：一要加强学习，二要严格执法。", ["下步：", "一要加强学习，", "二要严格执法。"]),
        (
            "清理文件99件（废止14件；失效9件）；修改2件。",
            ["清理文件99件（废止14件；失效9件）；", "修改2件。"],
        ),
        ("抓好：（1）学法；（2）用法。", ["抓好：", "（1）学法；", "（2）用法。"]),
        ("印发《甲；乙》通知；实施。", ["印发《甲；乙》通知；", "实施。"]),
        ("组织考试。共12人参加。", ["组织考试。共12人参加。"]),
        (
            "印发文件管理办法，编制决策目录，审查合同，清理文件，公布许可事项清单，评查执法案卷，开展法治督察，组织人员培训。"
            "其中，合同12份。",
            [
                "印发文件管理办法，编制决策目录，审查合同，清理文件，公布许可事项清单，评查执法案卷，开展法治督察，组织人员培训。",
                "其中，合同12份。",
            ],
        ),
    ],
)
def test_segments(content: str, expected: list[str]) -> None:
    (sentence,) = fragment(content).sentences
    assert [content[s.start : s.end] for s in sentence.segments] == expected


@pytest.mark.parametrize(
    "content, expected",
    [
        ("备案率、及时率均为100%，全部公开。", ["备案率、及时率均为100%，", "全部公开。"]),
        (
            "审查重大行政决策35件、出具法律意见书20余份。",
            ["审查重大行政决策35件、", "出具法律意见书20余份。"],
        ),
        ("印发《甲，乙》，落实“一窗，通办”。", ["印发《甲，乙》，", "落实“一窗，通办”。"]),
        ("其中：镇级10项,村级3项.", ["其中：", "镇级10项,", "村级3项."]),
        ("罚没1,063元，12:30结束。", ["罚没1,063元，", "12:30结束。"]),
    ],
)
def test_clauses(content: str, expected: list[str]) -> None:
    (sentence,) = fragment(content).sentences
    assert [content[c.start : c.end] for c in sentence.clauses] == expected

"""The number next to a word."""

from __future__ import annotations

import pytest

from scorer.quantities import find_quantities, near_quantity
from scorer.text import fold

REVIEWED = "共审查重大行政决策5项，行政措施24项，合同协议15件，出具法制审核意见书63份"
SUMMED = "住建局的“豁免”清单、大数据局的“中介超市”五个项目积极争创先行区"
MEANS = "通过行政裁决、行政复议等方式化解矛盾纠纷1200件"
COURT = "开庭审理120件，负责人出庭118件"


def near(sentence: str, word: str, *units: str) -> str | None:
    text = fold(sentence).text
    at = text.index(word)
    found = near_quantity(text, (at, at + len(word)), find_quantities(text), units)
    return found.text if found else None


@pytest.mark.parametrize(
    ("sentence", "word", "units", "quantity"),
    [
        (COURT, "开庭", ("件",), "120件"),
        (COURT, "出庭", ("件",), "118件"),
        ("出庭118件", "出庭", ("件",), "118件"),
        (REVIEWED, "重大行政决策", ("项", "件"), "5项"),
        (REVIEWED, "行政措施", ("项", "件"), "24项"),
        (REVIEWED, "合同", ("件",), "15件"),
        (REVIEWED, "审核意见书", ("份",), "63份"),
        ("为191个工业项目提供1074项中介服务", "中介服务", ("项", "个"), "1074项"),
        ("为191个工业项目提供1074项中介服务", "工业项目", ("项", "个"), "191个"),
        ("办理法律援助案件1616件", "法律援助", ("件",), "1616件"),
        ("办理市人大代表建议92件", "人大代表建议", ("件",), "92件"),
        ("收到行政复议申请，共24件", "行政复议申请", ("件",), "24件"),
        ("变更职权要素1009项1829处", "职权要素", ("处",), "1829处"),
        ("501名处级干部接受民主评议并进行了年终述法", "述法", ("名",), "501名"),
        ("发放贷款45笔14.41亿元", "贷款", ("万元",), "14.41亿元"),
        (SUMMED, "项目", ("个",), "五个"),
        (MEANS, "矛盾纠纷", ("件",), "1200件"),
        ("在公安、司法、住建等8个重点领域推行", "重点领域", ("个",), "8个"),
        ("对16家单位17名主要负责人审计", "单位", ("家", "名"), "16家"),
        ("对16家单位17名主要负责人审计", "主要负责人", ("家", "名"), "17名"),
        ("“跨市通办”事项165项。", "跨市通办", ("项",), "165项"),
        ("败诉率由12.5%下降至8.3%", "败诉率", ("%",), "8.3%"),
        ("组织旁听庭审12场次、1200余人次。", "旁听庭审", ("人次",), "1200余人次"),
        ("审查合同、涉法性文件32份", "合同", ("份",), "32份"),
    ],
)
def test_found(sentence: str, word: str, units: tuple[str, ...], quantity: str) -> None:
    assert near(sentence, word, *units) == quantity


@pytest.mark.parametrize(
    ("sentence", "word", "units"),
    [
        (REVIEWED, "重大行政决策", ("件",)),
        ("负责人出庭，审结案件118件", "出庭", ("件",)),
        ("负责人出庭。118件", "出庭", ("件",)),
        ("第三次开庭", "开庭", ("次",)),
        ("负责人出庭", "出庭", ("件",)),
        (SUMMED, "中介超市", ("个",)),
        (SUMMED, "豁免", ("个",)),
        (MEANS, "行政裁决", ("件",)),
        (MEANS, "行政复议", ("件",)),
        ("在公安、司法、住建等8个重点领域推行", "住建", ("个",)),
        ("在公安、司法、住建等8个重点领域推行", "司法", ("个",)),
        ("为191个工业项目提供1074项中介服务", "工业项目", ("项",)),
        ("对16家单位17名主要负责人审计", "单位", ("名",)),
    ],
)
def test_nothing_near(sentence: str, word: str, units: tuple[str, ...]) -> None:
    assert near(sentence, word, *units) is None

"""Which number belongs to which name: one case per way of standing together, and per way of being wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.quantities import Binding, bind, find_quantities
from scorer.text import Span, fold


def bound(sentence: str, name: str, *units: str, stops: tuple[int, ...] = ()) -> list[tuple[str, str]]:
    """Quantity text and way of binding for every occurrence of ``name``."""
    return [(b.quantity.text, b.how) for b in bindings(sentence, name, *units, stops=stops)]


def bindings(sentence: str, name: str, *units: str, stops: tuple[int, ...] = ()) -> tuple[Binding, ...]:
    text = fold(sentence).text
    spans, at = [], text.find(name)
    while at >= 0:
        spans.append((at, at + len(name)))
        at = text.find(name, at + 1)
    assert spans, f"{name} is not in the sentence"
    return bind(text, spans, find_quantities(text), units, stops=stops)


@pytest.mark.parametrize(
    ("sentence", "name", "unit", "quantity", "how"),
    [
        ("共办理建议92件,办复率达100%，人民满意率达97%。", "办复率", "%", "100%", "after"),
        ("共办理建议92件,办复率达100%，人民满意率达97%。", "满意率", "%", "97%", "after"),
        ("共办理建议92件,办复率达100%，人民满意率达97%。", "建议", "件", "92件", "after"),
        ("出庭应诉率达到90%。", "出庭应诉率", "%", "90%", "after"),
        ("通过率为83.77%。", "通过率", "%", "83.77%", "after"),
        ("可网上办理事项1059项,可网办率99.61%。", "可网办率", "%", "99.61%", "after"),
        ("调处成功率稳定在97%以上", "调处成功率", "%", "97%", "after"),
        ("好评率持续保持在99%以上", "好评率", "%", "99%", "after"),
        ("办结率提高到95%", "办结率", "%", "95%", "after"),
        ("备案率、及时率均为100%", "备案率", "%", "100%", "shared"),
        ("备案率、及时率均为100%", "及时率", "%", "100%", "after"),
        ("市级、乡镇网办率均达到100%", "网办率", "%", "100%", "after"),
        ("“网办率”方面达到98.5%", "网办率", "%", "98.5%", "after"),
        ("按期办结率和群众满意率均达98%", "按期办结率", "%", "98%", "shared"),
        ("办理时限、环节再压减62.04%、21.29%。", "办理时限", "%", "62.04%", "ordered"),
        ("办理时限、环节再压减62.04%、21.29%。", "环节", "%", "21.29%", "ordered"),
        ("检查99次，其中跨部门联合检查56次，占比57%。", "联合检查", "%", "57%", "after"),
        ("检查99次，其中跨部门联合检查56次，占比57%。", "联合检查", "次", "56次", "after"),
        ("其中四星级事项1414项，占比99.16%。", "四星级事项", "%", "99.16%", "after"),
        ("公布行政许可事项644项，共有1614项政务服务事项", "行政许可事项", "项", "644项", "after"),
        ("公布行政许可事项644项，共有1614项政务服务事项", "政务服务事项", "项", "1614项", "before"),
        ("制定了8件规范性文件", "规范性文件", "件", "8件", "before"),
        ("配置了160余名法制审核人员", "法制审核人员", "名", "160余名", "before"),
        ("年度抽查计划98次，联合抽查35次", "抽查计划", "次", "98次", "after"),
        ("为191个工业项目提供1074项中介服务", "中介服务", "项", "1074项", "before"),
        ("审查合同、涉法性文件32份", "审查合同", "份", "32份", "shared"),
        ("变更行政职权要素1009项1829处", "行政职权要素", "处", "1829处", "after"),
        ("变更行政职权要素1009项1829处", "行政职权要素", "项", "1009项", "after"),
        ("信用监测排名由年初187位上升到84位，上升103名", "信用监测排名", "位", "84位", "after"),
        ("将每年15万元的法治建设经费,增加调整为40万元的工作经费", "工作经费", "万元", "40万元", "before"),
        ("将企业开办时间压缩在1个工作日", "企业开办时间", "工作日", "1个工作日", "after"),
        ("企业开办时间压缩至0.5天以内", "企业开办时间", "工作日", "0.5天", "after"),
        ("决定取消67项县(市)级证明事项", "证明事项", "项", "67项", "before"),
        ("办理法律援助案件1616件", "法律援助", "件", "1616件", "after"),
        ("“一村（社区）一法律顾问”实现全覆盖", "法律顾问", "%", "全覆盖", "all"),
        ("持证率、参训率、合格率分别为100%、98.5%、97.2%", "参训率", "%", "98.5%", "ordered"),
        ("法律顾问制度实现市、县、乡三级政府全覆盖", "法律顾问", "%", "全覆盖", "all"),
        ("政府法律顾问全覆盖", "法律顾问", "%", "全覆盖", "all"),
        ("全市49家执法单位均聘请了法律顾问", "法律顾问", "%", "均聘请了", "all"),
        ("全部配备法治副校长", "法治副校长", "%", "全部配备", "all"),
        ("建成23个乡镇便民服务中心，272个村便民服务站均已建成", "便民服务站", "%", "均已建成", "all"),
        ("公共法律服务工作室已全部挂牌", "公共法律服务工作室", "%", "已全部挂牌", "all"),
        ("通过行政复议等方式化解矛盾纠纷1200件", "矛盾纠纷", "件", "1200件", "after"),
        ("出庭应诉率从2020年的85%提升到2021年的98%", "出庭应诉率", "%", "98%", "after"),
        ("败诉率由12.5%下降至8.3%", "败诉率", "%", "8.3%", "after"),
        ("出庭应诉率连续三年保持100%", "出庭应诉率", "%", "100%", "after"),
        ("审批环节、申请材料分别减少40%、55%。", "申请材料", "%", "55%", "ordered"),
        ("审批环节、申请材料分别减少40%、55%。", "审批环节", "%", "40%", "ordered"),
        ("抽检蔬菜80份，占比40%。", "抽检蔬菜", "%", "40%", "after"),
        ("村级文化广场已全部投入使用", "文化广场", "%", "已全部投入使用", "all"),
        ("投诉量由300件减少至120件", "投诉量", "件", "120件", "after"),
        ("组织旁听庭审12场次、1200余人次。", "旁听庭审", "人次", "1200余人次", "after"),
        ("组织旁听庭审12场次、1200余人次。", "旁听庭审", "场次", "12场次", "after"),
    ],
)
def test_bound(sentence: str, name: str, unit: str, quantity: str, how: str) -> None:
    assert (quantity, how) in bound(sentence, name, unit)
    assert len(bound(sentence, name, unit)) == 1


@pytest.mark.parametrize(
    ("sentence", "name", "unit"),
    [
        ("强化办复率考核。人民满意率达97%", "办复率", "%"),
        ("提升办复率；人民满意率达97%", "办复率", "%"),
        ("提升办复率，人民满意率达97%", "办复率", "%"),
        ("办复率人民满意率达97%", "办复率", "%"),
        ("办结率提高5%", "办结率", "%"),
        ("办结率比上年提高5个百分点", "办结率", "%"),
        ("召开第三次听证会", "听证会", "次"),
        ("审查合同45件", "审查合同", "份"),
        ("推动法律顾问全覆盖", "法律顾问", "%"),
        ("力争法律顾问实现全覆盖", "法律顾问", "%"),
        ("法律顾问基本实现全覆盖", "法律顾问", "%"),
        ("法律顾问尚未全覆盖", "法律顾问", "%"),
        ("8家单位接受巡察并完成审计整改", "审计整改", "家"),
        ("受理案件45件，并通过听证", "听证", "件"),
        ("住建局的清单、大数据局的“中介超市”五个项目", "中介超市", "个"),
        ("通过行政裁决、行政复议等方式化解矛盾纠纷1200件", "行政裁决", "件"),
        ("通过行政裁决、行政复议等方式化解矛盾纠纷1200件", "行政复议", "件"),
        ("建成23个乡镇便民服务中心，272个村便民服务站均已建成", "乡镇便民服务中心", "%"),
        ("力争便民服务站全部建成", "便民服务站", "%"),
        ("开展督查75次、89名干部受到问责", "督查", "名"),
        ("便民服务站建成272个", "便民服务站", "%"),
        ("村卫生室尚未全部投入使用", "村卫生室", "%"),
        ("确保文化广场全部投入使用", "文化广场", "%"),
        ("以法治讲座、模拟法庭等形式开展宣传30场", "模拟法庭", "场"),
    ],
)
def test_not_bound(sentence: str, name: str, unit: str) -> None:
    assert bound(sentence, name, unit) == []


def test_no_unit_asked_for_takes_any_but_an_ordinal() -> None:
    assert bound("召开听证会3次", "听证会") == [("3次", "after")]
    assert bound("第3次听证会", "听证会") == []


def test_a_stop_cannot_be_crossed() -> None:
    sentence = "行政许可事项644项"
    assert bound(sentence, "行政许可事项", "项", stops=(6,)) == [("644项", "after")]
    assert bound("许可事项共计644项", "许可事项", "项", stops=(5,)) == []


def test_the_nearer_name_keeps_the_number() -> None:
    found = bindings("联合检查工作中检查56次", "检查", "次")
    assert [(b.name, b.quantity.text) for b in found] == [(Span(7, 9), "56次")]


def test_a_name_inside_a_longer_name_is_passed_over() -> None:
    text = "负责人出庭应诉率达100%"
    found = bind(text, [(0, 8), (3, 8)], find_quantities(text), ("%",))
    assert [b.name for b in found] == [Span(0, 8)]


def test_all_of_them_is_a_hundred_percent() -> None:
    (binding,) = bindings("村（居）法律顾问实现全覆盖", "法律顾问", "%")
    assert (binding.quantity.value, binding.quantity.unit) == (100, "%")


@pytest.mark.parametrize(
    ("sentence", "name", "words"),
    [
        ("收到检察建议14份，均按期回复。", "按期回复", "均"),
        ("承办代表建议64件，已全部办结，", "办结", "全部"),
        ("制发文件3件，均及时向市政府和区人大常委会备案。", "备案", "均"),
        ("制发文件7件，件件经县司法局审核、集体讨论", "审核", "件件"),
        ("审结66件，均在法定期限内办结。", "期限内办结", "均"),
        ("全部审核人员持证上岗", "审核", None),  # what follows is whom it is about
        ("全部备案材料录入平台", "备案", None),
        ("力争全部按期答复。", "按期答复", None),
        ("承办建议64件，多数按期答复。", "按期答复", None),
        ("收到建议9件均为重点建议，答复9件。", "答复", None),
        ("服务覆盖全部窗口，群众满意。", "窗口", None),  # no deed
        ("受理工单300件，未全部按期办结。", "按期办结", None),
        ("受理工单300件，并非均按期办结。", "按期办结", None),
        ("工单应均按期办结。", "按期办结", None),
        ("反应的问题均按期办结。", "按期办结", "均"),
        ("工单应当在五日内全部办结。", "办结", None),
        ("要求有关部门全部按期回复。", "按期回复", None),
        ("按照市政府要求全部按期回复。", "按期回复", "全部"),
        ("收到建议14份，除2份外均按期回复。", "按期回复", None),
        ("收到建议14份，除重点建议外，全部按期回复。", "按期回复", None),
        ("办结12份，其余均按期回复。", "按期回复", None),
    ],
)
def test_what_was_done_to_all_is_a_hundred_percent(sentence: str, name: str, words: str | None) -> None:
    at = sentence.index(name)
    found = bind(sentence, [(at, at + len(name))], find_quantities(sentence), ("%",))
    assert [(b.quantity.value, b.quantity.text) for b in found] == ([(100, words)] if words else [])


_PIECES = [
    "办复率",
    "满意率",
    "达",
    "均为",
    "、",
    "，",
    "100%",
    "62.04%",
    "45件",
    "其中",
    "占比",
    "全覆盖",
    "建议",
    "共",
    "；",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
def test_any_sentence_is_bound_without_crash_and_within_its_units(sentence: str) -> None:
    at = sentence.find("办复率")
    names = [(at, at + 3)] if at >= 0 else []
    for binding in bind(sentence, names, find_quantities(sentence), ("%",)):
        assert binding.quantity.unit == "%"
        assert sentence[binding.quantity.start : binding.quantity.end] == binding.quantity.text


@pytest.mark.parametrize(
    ("sentence", "name", "percent"),
    [
        ("全市建立法律顾问制度的部门达45个，占比98%。", "法律顾问", "98%"),
        ("全市建立法律顾问制度的部门达45个，占比98%。", "法律顾问制度", "98%"),
        ("配备法律顾问的村382个，占95%。", "法律顾问", "95%"),
        ("聘请法律顾问参与的案件45件，胜诉率98%。", "法律顾问", None),
        ("法律顾问制度的意见45条，采纳率98%。", "法律顾问", None),
    ],
)
def test_the_share_of_those_who_have_it(sentence: str, name: str, percent: str | None) -> None:
    at = sentence.index(name)
    found = bind(sentence, [(at, at + len(name))], find_quantities(sentence), ("%",))
    assert [binding.quantity.text for binding in found] == ([percent] if percent else [])


@pytest.mark.parametrize(
    ("sentence", "name", "unit", "quantity"),
    [
        ("承办的86件代表建议和74件政协提案均已办结", "代表建议", "件", "86件"),
        ("承办的86件代表建议和74件政协提案均已办结", "政协提案", "件", "74件"),
        ("代表建议和政协提案74件", "代表建议", "件", "74件"),  # one number for a list
        ("出庭率同比上升3.2个百分点、达96.5%", "出庭率", "%", "96.5%"),
        ("办复率和委员满意率双双达到100%", "满意率", "%", "100%"),
        ("全年先后26次开展专项督查", "专项督查", "次", "26次"),
        ("年内5次带领班子专题研究法治建设", "研究", "次", "5次"),
        ("9名机关干部因履职不力受到党纪政务处分", "处分", "名", "9名"),
        ("9名代表列席会议后通过了处分决定", "处分", "名", None),
        ("持证人员占在岗人员总数的98%", "持证人员", "%", "98%"),
        ("持证人员占编制的大头，办结率98%", "持证人员", "%", None),
        ("法制审核人员25人，达到执法人员总数的6%", "法制审核人员", "%", "6%"),
        ("法制审核人员25人，满意率达到96%", "法制审核人员", "%", None),
    ],
)
def test_what_was_counted_before_and_behind(
    sentence: str, name: str, unit: str, quantity: str | None
) -> None:
    assert [text for text, _ in bound(sentence, name, unit)] == ([quantity] if quantity else [])


@pytest.mark.parametrize(
    "sentence, found",
    [
        ("负责人出庭率偏低，仅为45%。", [("45%", "after")]),
        ("负责人出庭率仍不高，只有45%。", [("45%", "after")]),
        ("负责人出庭率偏低，败诉率为8%。", []),
        ("负责人出庭率偏低，较上年下降8个百分点。", []),
    ],
)
def test_how_a_rate_is_called_stands_between_it_and_its_number(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    assert bound(sentence, "出庭率", "%") == found

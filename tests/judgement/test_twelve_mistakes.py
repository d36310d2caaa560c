"""Twelve mistakes that a counter of keywords makes on the sample reports, each in the report's own words.

Every case is judged twice: in its report, where the words must win nothing for the wrong item, and alone in an
otherwise empty report, where nothing else can hide a mistake.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from _pytest.mark.structures import ParameterSet

from scorer.rules.model import Status, Why
from scorer.structure.model import Level
from tests.judgement.court import FRAME, NOTHING, SEEDS, hear, say, seed


@dataclass(frozen=True)
class Case:
    """``words`` of a report: items they must not win, items they win, and what an item says it refused.

    ``part`` is where the words stand when they are judged alone; ``alone`` gives more of the same sentence there.
    """

    number: int
    report: str
    words: str
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    refused: dict[str, Why] = field(default_factory=dict)
    part: str = "deeds"
    alone: str = ""


DAYE, PINGQIAO, SUIZHOU, WUZHONG, ZAOYANG = SEEDS
PLAN, PROBLEM, MASK, QUOTED = Why.PLAN, Why.PROBLEM, Why.MASK, Why.QUOTED
DEDUCTIONS = ("C.1", "C.2", "C.5")
TITLES = ("B.1", "B.2")

CASES = (
    # 1: 立法 and 法规 cut out of 树立法治, 普法规划.
    Case(1, PINGQIAO, "引导在校学生树立法治观念", ("2.1.1", "2.1.2", "2.1.3")),
    # 2: 法规 and 法制 cut out of 普法规划, 执法规范化, 学法制度, 执法制度化.
    Case(2, DAYE, "发布“八五”普法规划征集活动", ("2.1.1", "2.1.2", "2.2.1", "2.2.4", "3.2.1")),
    Case(2, PINGQIAO, "推动行政执法制度化、规范化和法治化", ("2.1.1", "2.2.1", "3.2.4", "4.2.3")),
    Case(2, PINGQIAO, "综合行政执法规范化水平有待提高", ("2.1.1", "2.2.1", "4.1.1", "4.1.2"), part="problems"),
    Case(2, WUZHONG, "落实政府常务会议学法制度", ("3.2.4", "4.2.3", "8.1.1"), refused={"8.1.1": PLAN}, part="plans"),
    # 3: the same word in another sense.
    Case(3, PINGQIAO, "构建党委领导、政府负责、社会协同、公众参与的社会治理格局", ("3.2.1",)),
    Case(3, PINGQIAO, "进一步扩大公众参与度", ("3.2.1",)),
    Case(
        3,
        DAYE,
        "充分通过召开听证会、座谈会等方式",
        ("3.2.1", "4.3.5"),
        alone="充分通过召开听证会、座谈会等方式，充分发挥行政复议化解行政争议的作用",
    ),
    Case(
        3,
        PINGQIAO,
        "信访核查事项、重大社会事件依法处置、涉诉事务提供全方位法律服务",
        ("6.1.4", "6.3.1", "7.2.1"),
    ),
    # 4: a plan is no achievement.
    Case(
        4,
        PINGQIAO,
        "全面推行重大行政决策目录化管理和动态调整制度，加强行政决策后评估",
        ("3.1.2", "3.3.1"),
        refused={"3.1.2": PLAN, "3.3.1": PLAN},
        part="plans",
    ),
    Case(
        4,
        WUZHONG,
        "推广应用好自治区行政执法监督平台，运用信息化手段加强执法监督",
        ("4.4.2", "4.5.4"),
        refused={"4.4.2": PLAN, "4.5.4": PLAN},
        part="plans",
    ),
    # 5: a problem is no achievement.
    Case(
        5,
        ZAOYANG,
        "越级信访和过激信访行为仍有发生,需要进一步强化和推进信访法治化建设",
        ("6.3.1", "6.3.2"),
        refused={"6.3.1": PROBLEM},
        part="problems",
    ),
    Case(5, PINGQIAO, "行政负责人应诉意识还有待进一步提升", ("5.2.2", "6.1.4"), part="problems"),
    # 6: to prepare for a title is not to hold it.
    Case(
        6,
        DAYE,
        "制定《大冶市创建省级法治政府建设示范市工作方案》",
        (*TITLES, "9.2.1"),
        ("9.3.2",),
        {"9.2.1": MASK},
    ),
    Case(6, WUZHONG, "吴忠市被评为全区法治政府建设示范市", ("B.1",), ("B.2",)),
    Case(6, PINGQIAO, "为提升全区法治营商环境", TITLES),
    Case(6, SUIZHOU, "提出了“先进行单项示范创建,待时机成熟再申报综合示范创建”的创建工作思路", TITLES),
    # 7: a number beside the wrong item.
    Case(7, DAYE, "2021年来共审理重大行政决策35件", ("4.2.3",), ("3.2.4",)),
    Case(
        7, WUZHONG, "共审查重大行政决策5项，行政措施24项，合同协议15件，出具法制审核意见书63份", ("4.2.3",), ("3.2.4",)
    ),
    Case(
        7,
        SUIZHOU,
        "全年出具合法性审核意见书156件",
        ("4.2.3",),
        ("3.2.4",),
        alone="重大项目建设、招商引资、土地征收等重要事项均要求市司法局进行法制审核,全年出具合法性审核意见书156件,确保政府决策合法合规",
    ),
    # 8: a rate of another subject.
    Case(8, DAYE, "办理政协提案67件，办复率达100%，人民满意率达97%", ("1.3.4",), ("5.1.2",)),
    Case(
        8,
        PINGQIAO,
        "相关建议办复率达100%",
        ("5.1.2",),
        alone="完善司法建议、检察建议、监察建议办理反馈纠偏机制，相关建议办复率达100%",
    ),
    Case(8, WUZHONG, "案件回访率100%", ("1.3.4", "5.1.2")),
    # 9: legal advisers of villages are not those of the government.
    Case(9, DAYE, "实现村局法律顾问聘请率达到100%", ("3.4.1",), ("6.4.3",)),
    Case(9, WUZHONG, "全市村（居）法律顾问实现全覆盖", ("3.4.1",), ("6.4.3",)),
    # 10: what was done for enterprises, or by a court.
    Case(10, DAYE, "出具法律意见45份、审查合同140份", ("2.2.2", "3.2.4", "3.4.1", "3.4.2"), alone=(
        "2021年组织律师赴民营企业开展免费“法治体检”活动，帮助113家企业化解生产经营风险，"
        "帮助化解矛盾纠纷、出具法律意见45份、审查合同140份"
    )),
    Case(
        10,
        ZAOYANG,
        "为民营企业提供各类咨询建议89条,按规定进行合法性审查40余件",
        ("2.2.2", "3.2.4", "3.4.1", "3.4.2"),
        ("1.4.4",),
    ),
    Case(
        10,
        DAYE,
        "湖北高院发布《加强市场主体司法保护和服务情况典型案例（一）》",
        ("1.4.3", "8.2.3", "B.3", "B.4", "B.5"),
    ),
    # 11: a negation, or a cleaning-up, is no confession.
    Case(11, DAYE, "不存在有案不移、有案难移、以罚代刑现象", DEDUCTIONS, part="deeds"),
    Case(11, DAYE, "无错证、假证发生", DEDUCTIONS),
    Case(11, SUIZHOU, "共集中纠正和查处行政执法过程中存在的突出问题 10 项", (*DEDUCTIONS, "5.3.3", "R.6")),
    Case(11, ZAOYANG, "制发《首次轻微违法行为容错清单》", (*DEDUCTIONS, "5.3.3", "9.3.1"), ("4.3.2",)),
    Case(11, ZAOYANG, "经申请撤销公示", ("4.2.1", "6.1.3")),
    # 12: counters of one character, and what a web page leaves behind.
    Case(12, WUZHONG, "率先在五市启动“互联网+监管”工作", ("1.3.1", "1.3.4", "5.2.2")),
)  # fmt: skip


def each(attribute: str) -> list[ParameterSet]:
    """A case once for each item that its attribute names."""
    return [
        pytest.param(case, item, id=f"{case.number}-{case.words[:12]}-{item}")
        for case in CASES
        for item in getattr(case, attribute)
    ]


@pytest.mark.parametrize(("case", "item"), each("wrong"))
def test_false_words_win_nothing_in_their_report(case: Case, item: str) -> None:
    hearing = seed(case.report)
    assert hearing.won_from(item, case.words) == []


@pytest.mark.parametrize(
    ("case", "item"), [param for param in each("wrong") if not param.values[1].startswith("R")]
)
def test_false_words_win_nothing_alone(case: Case, item: str) -> None:
    assert not say((case.alone or case.words) + "。", case.part).wins(item)


@pytest.mark.parametrize(("case", "item"), each("right"))
def test_true_words_win_their_item(case: Case, item: str) -> None:
    assert seed(case.report).won_from(item, case.words)
    assert say((case.alone or case.words) + "。", case.part).wins(item)


@pytest.mark.parametrize(("case", "item"), each("refused"))
def test_a_refused_hit_says_why(case: Case, item: str) -> None:
    assert case.refused[item] in seed(case.report).refused(item, case.words)


# A plan or a problem that lost its heading still is one by its own words.
@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("行政负责人应诉意识还有待进一步提升", "6.1.4"),
        ("综合行政执法规范化水平有待提高", "4.1.1"),
        ("越级信访和过激信访行为仍有发生,需要进一步强化和推进信访法治化建设", "6.3.1"),
    ],
)
def test_a_problem_among_the_deeds_wins_nothing(words: str, item: str) -> None:
    assert not say(words + "。").wins(item)


# All numbers of the sentence that the metrics of the item took for theirs.
@pytest.mark.parametrize(
    ("report", "words", "item", "numbers"),
    [
        (DAYE, "共审理重大行政决策35件", "3.2.4", [35]),
        (DAYE, "共审理重大行政决策35件", "4.2.3", []),
        (WUZHONG, "出具法制审核意见书63份", "3.2.4", [5, 63]),
        (WUZHONG, "出具法制审核意见书63份", "3.4.2", [15]),
        (WUZHONG, "出具法制审核意见书63份", "4.2.3", []),
        (DAYE, "人民满意率达97%", "5.1.2", [67, 97, 100, 159]),
        (DAYE, "人民满意率达97%", "1.3.4", []),
        (PINGQIAO, "相关建议办复率达100%", "5.2.3", [100]),
        (PINGQIAO, "相关建议办复率达100%", "5.1.2", []),
        (WUZHONG, "案件回访率100%", "6.4.2", [100, 2816]),
        (WUZHONG, "案件回访率100%", "5.1.2", []),
        (DAYE, "法律顾问聘请率达到100%", "6.4.3", [100]),
        (DAYE, "法律顾问聘请率达到100%", "3.4.1", []),
        (DAYE, "帮助化解矛盾纠纷、出具法律意见45份、审查合同140份", "3.4.2", []),
        (DAYE, "帮助化解矛盾纠纷、出具法律意见45份、审查合同140份", "3.4.1", []),
        (SUIZHOU, "行政执法过程中存在的突出问题 10 项", "4.3.5", [10]),
        (SUIZHOU, "行政执法过程中存在的突出问题 10 项", "R.6", []),
        (WUZHONG, "率先在五市启动“互联网+监管”工作", "1.2.3", []),
        (DAYE, "全市26家成员单位", "1.2.1", []),
    ],
)
def test_a_number_belongs_to_its_noun(report: str, words: str, item: str, numbers: list[int]) -> None:
    assert seed(report).numbers_from(item, words) == numbers


def test_the_counter_in_a_noun_counts_nothing() -> None:
    hearing = say("改善办案条件，规范案件文件，率先垂范。")
    assert [row.id for row in hearing.card.items if row.values and row.id[0] not in "RC"] == []


def test_those_who_attend_a_training_are_not_inspected() -> None:
    hearing = say("组织全市26家成员单位召开“双随机一公开”监管系统培训会。")
    assert hearing.status("1.2.1") is not Status.MET


def test_the_26_who_attend_a_training_are_not_shown_as_evidence() -> None:
    words = "组织全市26家成员单位召开“双随机一公开”监管系统培训会。"
    assert not any("26家" in hit for hit in say(words).won_from("1.2.1", words))


def test_a_programme_to_apply_in_due_time_is_no_application() -> None:
    words = "提出了“先进行单项示范创建,待时机成熟再申报综合示范创建”的创建工作思路"
    assert "申报综合示范创建" not in seed(SUIZHOU).won_from("9.3.2", words)
    assert say(words + "。").status("9.3.2") is not Status.MET


def test_correcting_problems_of_enforcement_is_an_achievement() -> None:
    assert say("共集中纠正和查处行政执法过程中存在的突出问题10项。").wins("4.3.5")


def test_no_transfer_withheld_is_good_news() -> None:
    assert say("不存在有案不移、有案难移、以罚代刑现象。").wins("4.1.3")


@pytest.mark.parametrize(
    "item",
    [
        "2.1.1",
        "4.5.4",
        "6.2.1",
        "6.2.2",
    ],
)
def test_what_legal_advisers_take_part_in_is_not_done_by_the_government(item: str) -> None:
    words = "参与重大法律问题的讨论、调解以及行政执法监督检查、立法草案起草调研等多项工作"
    assert seed(SUIZHOU).won_from(item, words) == []
    assert not say(f"组织政府法律顾问{words}。").wins(item)


@pytest.mark.parametrize("item", ["3.1.3", "3.2.1", "3.2.2", "3.2.3", "3.2.4"])
def test_five_procedures_in_a_row_are_a_mention(item: str) -> None:
    words = (
        "认真落实《吴忠市重大行政决策程序规定》，督促责任单位对重大决策事项严格按照公众参与、"
        "专家论证、风险评估、合法性审查和集体讨论决定的法定程序进行。"
    )
    assert say(words).status(item) is Status.PARTIAL


@pytest.mark.parametrize("item", ["5.4.2", "5.4.3"])
def test_the_navigation_of_a_web_page_is_no_disclosure(item: str) -> None:
    line = SEEDS[ZAOYANG].split("\n", 1)[0]
    assert "政府信息公开" in line
    assert seed(ZAOYANG).won_from(item, line) == []
    assert not hear(
        line + "\n\n" + FRAME.format(deeds=NOTHING, problems="", plans=""), Level.CITY, 2021
    ).wins(item)

"""How well plans are set beside deeds and problems beside problems, measured on real reports labelled by hand.

The reports are of different places, which is harder than two years of one: the same task stands in other words, and the names
of places and projects do not help. A label says of the most alike deed, whatever its score, whether it does take the plan up.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from scorer.compare.alike import PLANS, PROBLEMS, Likeness, set_beside
from scorer.compare.model import Match
from scorer.compare.pieces import pieces
from scorer.structure.model import Role
from tests.compare.subjects import seed, written

# Read by a person: the first words of the plan, and whether the deed that is most alike takes it up.
PLAN_LABELS = {
    ("pingqiao-2021", "daye-2021"): {
        "（四）优化法治化营商环境": True,
        "深入开展法治政府建设示范创建活动": True,
        "严格行政规范性文件监督管理": True,
        "深化乡镇（街道）综合行政执法体制改革": True,
        "深化行政复议体制改革": True,
        "依法接受区人大及其常委会监督": True,
        "组织实施“八五”普法规划": True,
        "继续探索建立市场主体轻微违法": True,
        "严格落实《平桥区重大行政决策程序": False,  # a catalogue and an evaluation; told is a review of legality
        "深入推进“双随机一公开”": True,
        "稳步推进明港镇行政执法协调监督": False,  # “最后一公里” of something else
        "统筹推进政府权力运行法治化": False,
        "2022年，我区将以习近平法治思想": False,
        "落实政府法律顾问、公职律师": True,
        "深化矛盾纠纷“分级诊疗": True,
        "深入推进“跨域通办”": True,
        "坚定不移深化营商环境改革": False,
    },
    ("pingqiao-2021", "zaoyang-2020"): {
        "深化落实党政主要负责人": True,
        "严格行政规范性文件监督管理": True,
        "深化行政复议体制改革": True,
        "深化乡镇（街道）综合行政执法体制改革": True,
        "继续探索建立市场主体轻微违法": True,
        "落实政府法律顾问、公职律师": True,
        "严格落实《平桥区重大行政决策程序": False,
        "坚定不移深化营商环境改革": True,
        "深化矛盾纠纷“分级诊疗": True,
        "深入推进“跨域通办”": False,
    },
    ("daye-2021", "zaoyang-2020"): {
        "六是加强行政复议诉讼工作": False,  # lawyers who settle disputes of firms
        "突出开展党政主要负责人履行": True,
        "建立行政复议应诉责任清单": True,
        "抓好规范性文件制定、审查": True,
        "持续推进行政审批制度改革": False,
        "严格执行公众参与、专家论证": False,
    },
    ("daye-2021", "suizhou-2019"): {
        "严格执行公众参与、专家论证": True,
        "六是加强行政复议诉讼工作": False,  # arbitration
        "突出开展党政主要负责人履行": True,
        "抓好规范性文件制定、审查": True,
        "2022年，我市将全面落实": False,
        "持续推进行政审批制度改革": True,
    },
    ("daye-2021", "pingqiao-2021"): {
        "建立行政复议应诉责任清单": True,
        "三是深入推进“放管服”改革": True,
        "六是加强行政复议诉讼工作": True,
        "以标准促规范、抓落实": True,
        "七是大力开展“八五”普法宣传活动": True,
        "抓好规范性文件制定、审查": True,
        "持续推进行政审批制度改革": False,
        "2022年，我市将全面落实": False,
    },
}


def candidates(before: str, after: str, likeness: Likeness, *roles: Role) -> list[Match]:
    """The most alike stretch for each, whatever its score."""
    one, other = seed(before), seed(after)
    wanted, offered = pieces(one, roles[0]), pieces(other, roles[1])
    background = (pieces(one, roles[2]), pieces(other, roles[3]))
    return list(
        set_beside((one, wanted), (other, offered), replace(likeness, threshold=0.0), background).matched
    )


def plan_candidates() -> list[tuple[float, bool]]:
    """Score and label of every labelled plan that has a candidate."""
    found = []
    for (before, after), labels in PLAN_LABELS.items():
        for match in candidates(
            before, after, PLANS, Role.PLAN, Role.ACHIEVEMENT, Role.ACHIEVEMENT, Role.PLAN
        ):
            label = next((yes for words, yes in labels.items() if match.before.words.startswith(words)), None)
            if label is not None:
                found.append((float(match.score), label))
    return found


def measured(threshold: float) -> tuple[float, float]:
    """Precision, and recall among the candidates that are right."""
    found = plan_candidates()
    taken = [label for score, label in found if score >= threshold]
    return sum(taken) / len(taken), sum(taken) / sum(label for _, label in found)


def test_the_labels_are_in_use() -> None:
    assert len(plan_candidates()) >= 40


def test_plans_are_set_beside_the_right_deeds() -> None:
    precision, recall = measured(PLANS.threshold)
    assert precision >= 0.85
    assert recall >= 0.7


def test_the_threshold_is_the_best_of_its_neighbours() -> None:
    """Higher ones lose plans that were taken up, lower ones take in words that happen to be shared."""

    def balance(threshold: float) -> float:
        precision, recall = measured(threshold)
        return 2 * precision * recall / (precision + recall)

    assert measured(0.5)[1] < 0.5
    assert measured(0.2)[0] < measured(PLANS.threshold)[0]
    assert balance(PLANS.threshold) > balance(0.5)


def test_problems_of_strangers_are_only_alike_where_they_say_the_same() -> None:
    pairs = [
        ("pingqiao-2021", "zaoyang-2020"),
        ("suizhou-2019", "pingqiao-2021"),
        ("zaoyang-2020", "suizhou-2019"),
        ("daye-2021", "suizhou-2019"),
    ]
    taken = []
    for before, after in pairs:
        roles = (Role.PROBLEM, Role.PROBLEM, Role.ACHIEVEMENT, Role.ACHIEVEMENT)
        found = candidates(before, after, PROBLEMS, *roles)
        taken += [match.before.words for match in found if match.score >= PROBLEMS.threshold]
    assert taken == ["一线执法人员的法律素养参差不齐"]  # 基层执法人员文化层次参差不齐


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("基层司法所办公条件较差。", "基层司法所办公条件仍然较差。", True),
        ("行政执法人员业务培训不足。", "行政执法队伍业务培训还不够。", True),
        ("行政执法公示不及时。", "重大决策公示不规范。", False),
        ("普法宣传针对性不强。", "行政复议力量不足。", False),
    ],
)
def test_problems_return_in_other_words(old: str, new: str, same: bool) -> None:
    before = written(
        2020, "全县办理案件3件。", "二、存在的问题", f"一是{old}", "三、下一步打算", "深化改革。"
    )
    after = written(2021, "全县办理案件4件。", "二、存在的问题", f"一是{new}", "三、下一步打算", "深化改革。")
    wanted, offered = pieces(before, Role.PROBLEM), pieces(after, Role.PROBLEM)
    assert (len(wanted), len(offered)) == (1, 1)
    assert bool(set_beside((before, wanted), (after, offered), PROBLEMS).matched) is same

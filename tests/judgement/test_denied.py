"""What was not done, or is only meant to be, wins nothing; what did not go wrong takes nothing off."""

from __future__ import annotations

import pytest

from scorer.rules.model import Status
from tests.judgement.court import say

CONFESSED = [
    ("C.1", "因行政执法不当引发重大群体性事件，造成恶劣影响"),
    ("C.1", "发生较大生产安全责任事故1起"),
    ("C.2", "因违法拆迁问题，被省政府通报批评"),
    ("C.2", "因未落实整改责任，3个单位被省政府通报批评"),
    ("C.2", "市住建局因没有及时整改被省政府通报批评"),
    ("C.3", "行政机关负责人出庭应诉率仅为52%"),
    ("C.3", "行政机关败诉率达到35%"),
    ("C.5", "逐利执法、选择性执法在部分领域仍较普遍"),
    ("C.5", "个别领域存在以罚代管现象"),
    ("C.6", "政府机构被列入失信被执行人名单2家"),
]
NOT_DONE = [
    ("4.3.3", "未开展行政执法案卷评查"),
    ("4.3.3", "从未组织行政执法案卷评查"),
    ("7.1.2", "没有组织应急演练"),
    ("3.1.2", "未编制重大行政决策目录"),
    ("3.4.1", "暂未建立法律顾问制度"),
    ("3.3.1", "尚未开展重大行政决策后评估"),
    ("3.2.1", "没有召开听证会"),
    ("4.2.1", "行政执法公示平台建设滞后，公示信息仅320条"),
    ("6.4.2", "与去年相比，法律援助案件尚有差距，仅办理120件"),
]
ONLY_MEANT = [
    ("4.3.3", "2022年拟评查行政执法案卷200份"),
    ("4.3.3", "明年计划评查行政执法案卷200份"),
    ("4.3.3", "2022年计划评查行政执法案卷200份"),
    ("4.3.3", "需评查行政执法案卷200份"),
    ("7.1.2", "2022年计划组织应急演练30次"),
    ("7.1.2", "计划2022年组织应急演练30次"),
    ("6.4.2", "2022年将办理法律援助案件1200件"),
    ("6.1.2", "预计全年办理行政复议案件320件"),
    ("5.2.2", "力争负责人出庭应诉率达到100%"),
    ("1.3.1", "有望实现网上可办率100%"),
    ("2.2.1", "计划于明年3月出台规范性文件管理办法"),
    ("4.4.2", "拟争取在三年内建成行政执法监督平台"),
    ("B.1", "正在积极申报全国法治政府建设示范市"),
    ("B.2", "力争被命名为全省法治政府建设示范市"),
]
NOTHING_WRONG = [
    ("C.2", "没有单位和个人被上级约谈、通报批评"),
    ("C.2", "未发生被上级约谈、挂牌督办情形"),
    ("C.2", "无一单位因法治问题被上级挂牌督办"),
    ("C.2", "全年未被上级约谈和通报批评"),
    ("C.1", "未发生一起因行政执法不当引发的重大责任事故"),
    ("C.1", "全年没有发生重大行政违法事件"),
    ("C.1", "制定《重大责任事故应急预案》"),
    ("C.5", "未发现选择性执法、逐利执法问题"),
    ("C.5", "坚决杜绝选择性执法、以罚代管"),
    ("C.5", "开展逐利执法专项整治，整改问题36个"),
    ("C.6", "全市没有政府机构被列入失信被执行人名单"),
    ("C.6", "政府失信案件为零"),
    ("C.3", "行政机关负责人出庭应诉率由不足60%提升到96%"),
]
DONE = [
    ("4.3.3", "针对案卷评查不规范问题，组织评查行政执法案卷200份"),
    ("4.3.3", "虽受疫情影响，但仍评查行政执法案卷200份"),
    ("4.2.3", "尽管编制紧张，仍配备法制审核人员36名"),
    ("7.1.2", "按照年度计划组织应急演练30次"),
    ("3.2.4", "未经合法性审查的重大行政决策不得提交会议讨论，全年审查重大行政决策12件"),
    ("4.3.2", "公布首违不罚清单，涉及违法行为82项"),
    ("1.4.2", "政府失信案件为零"),
    ("5.2.2", "行政机关负责人出庭应诉率由不足60%提升到96%"),
    ("4.3.3", "未制定违法文件，评查行政执法案卷200份"),
    ("4.3.3", "对未开展执法培训的3个单位予以通报，评查行政执法案卷200份"),
    ("6.1.2", "没有一起复议案件逾期，全年办结行政复议案件320件"),
]


@pytest.mark.parametrize(("item", "words"), NOT_DONE)
def test_what_was_not_done_wins_nothing(item: str, words: str) -> None:
    assert not say(words + "。").wins(item)


@pytest.mark.parametrize(("item", "words"), ONLY_MEANT)
def test_what_is_only_meant_wins_nothing(item: str, words: str) -> None:
    assert not say(words + "。").wins(item)


@pytest.mark.parametrize(("item", "words"), NOTHING_WRONG)
def test_what_did_not_go_wrong_takes_nothing_off(item: str, words: str) -> None:
    assert say(words + "。").status(item) is Status.UNMET


@pytest.mark.parametrize(("item", "words"), CONFESSED)
def test_what_went_wrong_is_found(item: str, words: str) -> None:
    assert say(words + "。", "problems").status(item) is not Status.UNMET


@pytest.mark.parametrize(
    ("item", "words"),
    [("C.2", "因违法拆迁问题，被省政府通报批评"), ("C.3", "行政机关负责人出庭应诉率仅为52%")],
)
def test_what_went_wrong_is_found_among_the_deeds(item: str, words: str) -> None:
    assert say(words + "。").wins(item)


@pytest.mark.parametrize(("item", "words"), DONE)
def test_a_hard_word_does_not_undo_a_deed(item: str, words: str) -> None:
    assert say(words + "。").wins(item)

"""A deed counts for the government that reports; the same deed of another place, firm or court does not."""

from __future__ import annotations

import pytest

from tests.judgement.court import say

DEEDS = [
    ("4.3.3", "全年评查行政执法案卷200份，合格率98%"),
    ("6.1.2", "全年办理行政复议案件320件，按期办结率100%"),
    ("7.1.2", "组织应急演练30次"),
]
OURS = ["", "我市", "全市", "云河市", "市政府", "市司法局"]
PLACES = ["邻市", "毗邻的江东市", "江东市", "杭州市"]
FIRMS = ["恒川机械有限公司", "恒川集团", "昌运商业银行"]

ELSEWHERE = [
    ("6.1.2", "省政府全年办理行政复议案件2300件，按期办结率100%"),
    ("4.3.3", "省司法厅组织案卷评查，抽查案卷800份"),
    ("4.3.3", "国务院部署开展行政执法案卷评查"),
    ("8.1.4", "市中级人民法院组织旁听庭审36场"),
    ("6.1.4", "全市法院审结行政诉讼案件612件，判决行政机关败诉67件"),
    ("6.2.1", "市中级人民法院诉前调解纠纷1.2万件，调解成功9000件"),
    ("6.2.2", "市中级人民法院诉前调解纠纷1.2万件，调解成功9000件"),
    ("6.3.1", "市人民检察院办理群众信访1432件，按期办结率99%"),
    ("1.3.4", "考察组赴杭州市学习，该市政务服务好评率达到99.9%"),
    ("1.3.1", "据了解，深圳市网上可办率达到99.9%"),
    ("3.4.1", "某企业聘请法律顾问3名，出具法律意见书60份"),
    ("3.4.2", "恒川机械有限公司聘请法律顾问3名，审查合同60份"),
    ("3.4.2", "昌运商业银行聘请法律顾问，审查贷款合同320份"),
]
STANDARDS = [
    ("1.3.1", "省政府要求，网上可办率达到98%以上"),
    ("1.3.1", "省政府要求网上可办率达到98%以上"),
    ("5.2.2", "省政府要求各市行政机关负责人出庭应诉率达到100%"),
    ("4.2.1", "《行政处罚法》规定，行政处罚决定应当在七个工作日内公开"),
    ("1.1.1", "按照省里要求，企业开办时间应压缩至1个工作日以内"),
    ("4.2.3", "按照规定，重大执法决定法制审核率应当达到100%"),
]


@pytest.mark.parametrize(("item", "deed"), DEEDS)
@pytest.mark.parametrize("whose", OURS)
def test_our_own_deed_wins(whose: str, item: str, deed: str) -> None:
    assert say(f"{whose}{deed}。").wins(item)


@pytest.mark.parametrize(("item", "deed"), DEEDS)
@pytest.mark.parametrize("whose", PLACES)
def test_the_deed_of_another_place_wins_nothing(whose: str, item: str, deed: str) -> None:
    assert not say(f"{whose}{deed}。").wins(item)


@pytest.mark.parametrize(
    ("item", "deed"),
    [("7.1.1", "修订应急预案12个"), ("7.1.2", "组织应急演练30次"), ("8.2.2", "举办普法讲座60场")],
)
@pytest.mark.parametrize("whose", FIRMS)
def test_the_deed_of_a_firm_wins_nothing(whose: str, item: str, deed: str) -> None:
    assert not say(f"{whose}{deed}。").wins(item)


@pytest.mark.parametrize(("item", "words"), ELSEWHERE)
def test_what_others_did_wins_nothing(item: str, words: str) -> None:
    assert not say(words + "。").wins(item)


@pytest.mark.parametrize(("item", "words"), STANDARDS)
def test_what_is_asked_for_is_not_reached(item: str, words: str) -> None:
    assert not say(words + "。").wins(item)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("5.1.2", "自觉接受市人大监督，办理代表建议120件，办复率100%"),
        ("7.1.2", "省司法厅组织法治督察，我市整改到位，组织应急演练30次"),
        ("4.3.3", "省政府要求，规范案卷制作，全年评查行政执法案卷200份"),
        ("4.2.3", "按照规定，应当审核的重大执法决定全部审核，法制审核率达到100%"),
        ("5.2.2", "市法院受理行政案件36件，行政机关负责人出庭应诉率达到100%"),
        ("6.1.2", "赴杭州市学习先进经验，全年办理行政复议案件320件，按期办结率100%"),
        ("5.2.2", "支持法院依法审理行政案件，行政机关负责人出庭应诉率达到100%"),
        ("8.1.4", "与市中级人民法院联合组织国家工作人员旁听庭审3次"),
        ("4.5.2", "按照省政府要求，全面清理执法证件，持证上岗率达到100%"),
        ("1.1.1", "对标杭州市先进做法，将企业开办时间压缩至0.5个工作日"),
        ("1.1.2", "按照省政府要求，公布行政许可事项320项"),
        ("7.1.2", "联合恒川集团组织应急演练30次"),
        ("1.4.4", "为恒川机械有限公司等60家企业开展法治体检"),
        ("3.4.2", "市司法局审查合同60份"),
        ("6.2.1", "人民调解组织受法院委派调解纠纷1200件，调解成功1180件"),
    ],
)
def test_a_deed_with_or_for_others_is_still_ours(item: str, words: str) -> None:
    assert say(words + "。").wins(item)


@pytest.mark.parametrize(
    ("words", "item", "wins"),
    [
        ("审查重大行政决策5项、合同15件", "3.4.2", "met"),
        ("审查重大行政决策5项，合同若干份", "3.4.2", "partial"),
        ("审查规范性文件24件，重大行政决策若干项", "3.2.4", "partial"),
        ("聘请法律顾问12名，审查合同若干份", "3.4.2", "partial"),
        ("办理行政复议案件若干件，行政应诉案件36件", "6.1.2", "partial"),
    ],
)
def test_a_number_proves_only_what_it_counts(words: str, item: str, wins: str) -> None:
    assert say(words + "。").status(item).value == wins

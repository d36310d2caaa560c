"""Standards, other bodies' numbers, and totals over several years are told apart from results."""

from __future__ import annotations

import pytest

from scorer.quantities import find_quantities, is_benchmark, is_cumulative, is_standard, per_year


@pytest.mark.parametrize(
    ("sentence", "index", "standard"),
    [
        ("按照不少于本单位执法人员5%的标准，配置了160余名法制审核人员", 0, True),
        ("按照不少于本单位执法人员5%的标准，配置了160余名法制审核人员", 1, False),
        ("法制审核人员达到执法人员5%以上的要求", 0, True),
        ("要求培训不少于60学时", 0, True),
        ("按规定进行合法性审查40余件", 0, False),
        ("出庭应诉率达到90%", 0, False),
        ("出庭应诉率应达到90%", 0, True),
        ("按照要求办复率达到100%", 0, False),
        ("调处成功率达97%以上", 0, False),
        ("负责人出庭应诉率达100%。", 0, False),
        ("应急演练覆盖率达到100%", 0, False),
        ("证照应用率达到95%", 0, False),
        ("应对突发事件准备达到90%", 0, False),
        ("相应达到100%", 0, False),
        ("工单响应达到98%", 0, False),
        ("物资供应不少于30次", 0, False),
        ("平均反应不超过5分钟", 0, False),
        ("岗位适应达到90%", 0, False),
        ("应届毕业生就业率达到90%", 0, False),
        ("应收尽收率达到100%", 0, False),
        ("持证率应不低于98%", 0, True),
        ("持证上岗率应为100%", 0, True),
        ("完成整改32家，98%达到要求", 1, False),
        ("制定15个标准", 0, False),
        ("年度目标任务完成率达到100%", 0, False),
        ("年度目标为95%", 0, True),
        ("提出22项具体要求", 0, False),
        ("达到每个乡镇2名以上的要求", 0, True),
    ],
)
def test_standard(sentence: str, index: int, standard: bool) -> None:
    assert is_standard(sentence, find_quantities(sentence)[index]) is standard


@pytest.mark.parametrize(
    ("sentence", "index", "benchmark"),
    [
        ("企业开办实现0.5个工作日内办结，对标全国先进地区西安市1个工作日办结", 1, True),
        ("企业开办实现0.5个工作日内办结，对标全国先进地区西安市1个工作日办结", 0, False),
        ("满意率98%，高于全省平均水平3个百分点", 1, True),
        ("满意率98%，高于全省平均水平3个百分点", 0, False),
        ("全省平均为95%", 0, True),
    ],
)
def test_benchmark(sentence: str, index: int, benchmark: bool) -> None:
    assert is_benchmark(sentence, find_quantities(sentence)[index]) is benchmark


@pytest.mark.parametrize(
    ("sentence", "cumulative"),
    [
        ("自2020年以来，市法院化解企业不良债务39.66亿元", True),
        ("2021年以来，共审查涉法文件45件", False),
        ("2021年来共审理重大行政决策35件", False),
        ("自品牌调解室成立以来，全区共调处各类矛盾纠纷6128起", True),
        ("近三年来共办理案件300件", True),
        ("“十三五”期间，共制定规章12件", True),
        ("2018-2021年共培训500人次", True),
        ("全市共办理案件300件", False),
        ("自2019年以来持续整改，今年共办理案件30件", False),
    ],
)
def test_cumulative(sentence: str, cumulative: bool) -> None:
    assert is_cumulative(sentence, find_quantities(sentence)[-1], 2021) is cumulative


@pytest.mark.parametrize(
    ("sentence", "cumulative"),
    [
        ("截至目前，累计培养“法律明白人”6.9万余人", True),
        ("截至2021年12月底，全县累计建成工作站15个", True),
        ("今年以来，截至目前累计办理援助案件100件", False),
        ("累计办理法律援助案件100件", False),
        ("全年累计开展培训12场", False),
        ("过去三年，共培训执法人员500人次", True),
        ("党的十八大以来，共制定规章30部", True),
        ("“十四五”以来，共办理案件300件", False),
        ("专项行动开展以来，共查处案件120件", False),
        ("落实《法治宣传教育规划（2016-2020年）》，开展活动60场", False),
        ("按照2021-2025年普法规划，开展活动60场", False),
        ("自2019年以来，网办率提高到98%", False),
        ("自2019年以来，应诉率为98%", True),
        ("自2019年以来，办理时限压缩至7个工作日", False),
        ("自2019年以来持续整改，2021年共办理案件30件", False),
        ("自2019年以来，共办理案件300件，2021年办理30件", False),
    ],
)
def test_periods_longer_than_the_year(sentence: str, cumulative: bool) -> None:
    assert is_cumulative(sentence, find_quantities(sentence)[-1], 2021) is cumulative


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("政府常务会每季度学法1次", 4),
        ("坚持每季度开展一次集中学法", 4),
        ("每半年组织领导干部法治讲座2期", 4),
        ("每月举办执法培训1场次", 12),
        ("每两个月召开协调小组会议1次", 6),
        ("每周开展巡查2次", 104),
        ("每年开展学法4次", 4),
        ("全年学法4次", 4),
        ("每季度分析研判，全年学法6次", 6),
        ("每季度表彰先进个人3名", 3),
    ],
)
def test_how_often_in_a_year(sentence: str, times: int) -> None:
    assert per_year(sentence, find_quantities(sentence)[-1]).value == times

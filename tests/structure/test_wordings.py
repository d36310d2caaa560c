"""Deeds, plans, lacks and demands in the wordings that reports use, each beside the words it is confused with."""

from __future__ import annotations

import pytest

from tests.structure.conftest import realis_alone, realis_in_report

LACKS = [
    ("执法难度大。", "执法", "problem"),
    ("基层执法人员少、专业性强，执法难度大。", "难度", "problem"),
    ("行政执法监督力度不够大。", "监督", "problem"),
    ("普法宣传覆盖面不广。", "普法", "problem"),
    ("基层法治力量较为薄弱。", "基层", "problem"),
    ("法治建设工作水平不高。", "法治", "problem"),
    ("执法监督的刚性不强。", "执法", "problem"),
    ("区域发展不平衡。", "区域", "problem"),
    ("合法性审核质效不高，把关作用不明显。", "审核", "problem"),
    ("法律顾问作用发挥不突出。", "顾问", "problem"),
    ("复议案件调解难度较大。", "调解", "problem"),
    ("行政执法队伍老龄化严重。", "队伍", "problem"),
    ("普法形式比较单一、针对性不强。", "普法", "problem"),
    ("法治宣传的方式方法不多。", "宣传", "problem"),
    ("负责人出庭应诉积极性不高。", "出庭", "problem"),
    ("执法信息化建设相对滞后。", "执法", "problem"),
    ("决策公众参与面不宽。", "决策", "problem"),
    ("执法人员数量偏少。", "执法", "problem"),
    ("乡镇执法能力参差不齐。", "乡镇", "problem"),
    ("审核把关不严。", "审核", "problem"),
    ("依法行政意识还不强。", "依法", "problem"),
    ("信用监管结果运用不充分。", "信用", "problem"),
    ("协调联动机制不健全。", "协调", "problem"),
    ("普法实效性差。", "普法", "problem"),
    ("执法队伍专业能力弱。", "执法", "problem"),
    ("基层调解员待遇低。", "调解", "problem"),
    ("部门间数据壁垒尚未打通。", "数据", "problem"),
    ("法制审核人员紧缺，专业人才匮乏。", "审核", "problem"),
    ("力量配备与任务不相匹配。", "力量", "problem"),
]
NO_LACKS = [
    ("着力解决执法难度大的问题，制定措施12条。", "解决", "done"),
    ("建立不平衡监测机制。", "建立", "done"),
    ("对覆盖面不广的普法阵地进行改造，新建阵地12个。", "新建", "done"),
    ("影响力不断增强，难度大的案件由局领导包案，化解36件。", "化解", "done"),
    ("难度大、时间长的案件全部化解。", "案件", "done"),
    ("虽然执法难度大，但全年办结案件320件。", "办结", "done"),
    ("加大监督力度，约谈不力单位3家。", "约谈", "done"),
]
CONCEDED = [
    ("制度虽已建立，但执行力度不够。", "执行", "problem"),
    ("我县虽然建立了重大行政决策目录制度，但目录编制质量不高。", "目录编制", "problem"),
    ("已出台规范性文件管理办法，但仍未开展后评估。", "后评估", "problem"),
    ("虽然配备了法制审核人员，但专业人员偏少。", "专业", "problem"),
    ("法律顾问制度已经建立，但作用发挥还不够。", "作用", "problem"),
]
DENIED = [
    ("没有规范性文件因违法被撤销。", "规范性文件", "quoted"),
    ("没有规范性文件被上级备案机关纠错。", "规范性文件", "quoted"),
    ("无一件规范性文件被撤销或纠正。", "规范性文件", "quoted"),
    ("未发生行政行为被确认违法案件。", "行政行为", "quoted"),
    ("没有开展行政执法案卷评查。", "评查", "problem"),
    ("没有开展过重大行政决策后评估。", "后评估", "problem"),
    ("尚没有建立行政裁量权基准。", "基准", "problem"),
    ("一直没有组织公众参与和专家论证。", "公众参与", "problem"),
    ("没有制定法治政府建设年度计划。", "计划", "problem"),
    ("部分乡镇没有配备专职调解员。", "调解员", "problem"),
    ("没有对行政执法案卷进行评查。", "评查", "problem"),
    ("至今未对行政许可案卷组织评查。", "评查", "problem"),
    ("没有一起行政诉讼案件败诉。", "败诉", "done"),
]
PLAN_WORDS = [
    ("已制定2022年普法计划。", "普法", "done"),
    ("制定了依法治县工作计划并印发执行。", "制定", "done"),
    ("年初制定计划，组织评查3次。", "组织", "done"),
    ("我县已计划新建公共法律服务站12个。", "新建", "planned"),
    ("拟定了《行政执法监督办法》。", "拟定", "done"),
    ("拟定重大行政决策目录12项。", "拟定", "done"),
    ("草拟规范性文件6件。", "草拟", "done"),
    ("拟出台规范性文件6件。", "拟出台", "planned"),
    ("审核拟出台的规范性文件6件。", "审核", "done"),
    ("将97项许可事项划入审批局。", "划入", "done"),
    ("将97项许可事项划入审批局，实现一枚印章管审批。", "实现", "done"),
    ("将行政许可事项97项全部划转至行政审批局。", "划转", "done"),
    ("将进一步完善公共法律服务体系。", "完善", "planned"),
    ("将执法案卷评查结果作为考核依据。", "作为", "done"),
    ("将原有12项证明事项予以取消。", "取消", "done"),
    ("将政务服务事项委托下放到乡镇。", "下放", "done"),
    ("将审批时限由20天压缩为5天。", "压缩", "done"),
    ("将法律顾问工作经费列入财政预算。", "经费", "done"),
    ("将应急演练搬进校园，组织演练12次。", "演练", "done"),
    ("将矛盾纠纷化解在基层，调解成功率98%。", "化解", "done"),
    ("将在全县推行说理式执法。", "推行", "planned"),
    ("将全面推行说理式执法。", "推行", "planned"),
    ("将制定实施方案。", "制定", "planned"),
    ("将聘请12名法律顾问。", "聘请", "planned"),
]
DEMANDS = [
    ("要求各单位建立行政执法公示制度。", "公示", "quoted"),
    ("要求各执法单位全面落实行政执法三项制度。", "三项制度", "quoted"),
    ("明确要求各乡镇配备法制审核人员。", "配备", "quoted"),
    ("督促各单位落实三项制度。", "落实", "done"),
    ("市政府要求各部门建立法律顾问制度。", "法律顾问", "quoted"),
    ("印发通知要求各单位开展自查，共自查问题62个。", "自查问题", "done"),
    ("印发《关于推行三项制度的通知》，要求各单位开展法制审核。", "法制审核", "quoted"),
    ("召开会议2次，要求各单位整改问题12个。", "整改", "done"),
]
AIMS = [
    ("为法治政府建设奠定了坚实基础。", "奠定", "done"),
    ("为2022年创建示范市奠定基础。", "奠定", "done"),
    ("为明年迎接法治督察奠定了坚实基础。", "奠定", "done"),
    ("为下一步工作打下良好基础。", "基础", "done"),
    ("确保到2025年实现法律顾问全覆盖。", "全覆盖", "planned"),
    ("力争实现行政机关负责人出庭应诉率100%。", "出庭", "planned"),
    ("确保负责人出庭应诉率达到100%。", "出庭", "planned"),
    ("建立台账，确保负责人出庭应诉率达到100%。", "出庭", "planned"),
    ("审查合同36份，确保合同合法有效。", "审查", "done"),
    ("确保执法规范，评查案卷200份。", "评查", "done"),
    ("确保了行政复议案件按期办结率100%。", "复议", "done"),
    ("有效确保行政复议案件按期办结率100%。", "复议", "done"),
]
HONOURS = [
    ("我县被省政府评为法治政府建设示范县。", "评为", "done"),
    ("获评全省法治政府建设示范县。", "获评", "done"),
    ("被中央依法治国办命名为全国法治政府建设示范市。", "命名", "done"),
    ("我市列入全省行政执法监督试点。", "列入", "done"),
    ("被司法部确定为行政复议规范化试点。", "确定", "done"),
    ("被列为全省合法性审核试点县。", "列为", "done"),
]


@pytest.mark.parametrize(("sentence", "words", "realis"), LACKS)
def test_a_lack_in_many_wordings(sentence: str, words: str, realis: str) -> None:
    assert realis_alone(sentence, words) == realis
    assert realis_in_report(sentence, words) == realis


@pytest.mark.parametrize(("sentence", "words", "realis"), NO_LACKS)
def test_the_same_words_where_they_state_no_lack(sentence: str, words: str, realis: str) -> None:
    assert realis_alone(sentence, words) == realis
    assert realis_in_report(sentence, words) == realis


@pytest.mark.parametrize(("sentence", "words", "realis"), CONCEDED)
def test_what_follows_a_concession_is_the_lack(sentence: str, words: str, realis: str) -> None:
    assert realis_alone(sentence, words) == realis
    assert realis_in_report(sentence, words) == realis


@pytest.mark.parametrize(("sentence", "words", "realis"), DENIED)
def test_what_did_not_befall_us_and_what_was_not_done(sentence: str, words: str, realis: str) -> None:
    assert realis_alone(sentence, words) == realis
    assert realis_in_report(sentence, words) == realis


@pytest.mark.parametrize(("sentence", "words", "realis"), PLAN_WORDS)
def test_words_of_planning_in_deeds_and_in_plans(sentence: str, words: str, realis: str) -> None:
    assert realis_alone(sentence, words) == realis
    assert realis_in_report(sentence, words) == realis


@pytest.mark.parametrize(("sentence", "words", "realis"), DEMANDS)
def test_a_demand_on_others_is_no_deed(sentence: str, words: str, realis: str) -> None:
    assert realis_alone(sentence, words) == realis
    assert realis_in_report(sentence, words) == realis


@pytest.mark.parametrize(("sentence", "words", "realis"), AIMS)
def test_an_aim_is_not_reached(sentence: str, words: str, realis: str) -> None:
    assert realis_alone(sentence, words) == realis
    assert realis_in_report(sentence, words) == realis


@pytest.mark.parametrize(("sentence", "words", "realis"), HONOURS)
def test_what_was_bestowed_on_us_is_ours(sentence: str, words: str, realis: str) -> None:
    assert realis_alone(sentence, words) == realis
    assert realis_in_report(sentence, words) == realis

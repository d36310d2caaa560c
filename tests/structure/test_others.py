"""A clause that tells somebody else's deed, basis or demand."""

from __future__ import annotations

import pytest

from scorer.structure.model import Level
from tests.structure.conftest import realis_alone, realis_in_report


@pytest.mark.parametrize(
    "sentence, words, realis",
    [
        # a court as subject, and as anything else
        ("市法院受理案件300件。", "受理案件", "quoted"),
        ("县人民法院依法审结行政案件36件。", "审结", "quoted"),
        ("2021年，市中院审理行政案件36件。", "审理", "quoted"),
        ("湖北高院发布典型案例，我市1案入选。", "发布", "quoted"),
        ("市法院办理的破产案入选典型案例。", "入选", "quoted"),
        ("省高院在我县召开了白皮书发布会。", "召开", "quoted"),
        ("省高级人民法院出台意见12条，平反冤案3件。", "平反", "quoted"),
        ("市法院审理行政案件36件，行政机关败诉3件。", "败诉", "done"),
        ("行政应诉案件6件，法院判决驳回4件、原告撤诉2件。", "撤诉", "done"),
        # a superior's paper, and what was said at a meeting
        ("省厅《关于加强法治建设的意见》要求，各地要建立目录制度，每年公布一次。", "公布", "quoted"),
        ("省厅在全省工作会议上指出，去年案件纠错率为21%。", "纠错率", "quoted"),
        ("省厅《关于加强法治建设的意见》要求，建立目录制度，我局已公布目录。", "我局已公布", "done"),
        ("区法院东岸法庭获评优秀人民法庭。", "获评", "quoted"),
        ("区内6家企业组建专职消防队。", "消防队", "quoted"),
        ("组织6家企业组建专职消防队。", "消防队", "done"),
        ("市委依法治市办印发的《督察通知》明确，每两年督察一遍。", "督察一遍", "quoted"),
        ("市委依法治市办印发的《督察通知》明确，我县被列为对象，已整改问题6个。", "已整改", "done"),
        # the party's discipline, and what it has to do with the government's own work
        ("市纪委监委立案86件，处分70人。", "处分70人", "quoted"),
        ("市纪委监委立案查处不作为问题6起，处分7人。", "处分7人", "done"),
        ("配合市纪委监委问责3人。", "问责", "done"),
        # what came to be at a neighbour's
        ("全市首家行政裁决庭在邻县揭牌。", "裁决庭", "quoted"),
        ("行政裁决庭在我县揭牌。", "裁决庭", "done"),
        ("与邻县共同处置跨界案件3件。", "处置", "done"),
        ("法院作出的生效判决均已履行完毕。", "履行", "done"),
        ("法院审理的行政案件中，我县败诉2件。", "我县败诉", "done"),
        ("督促法院判决履行12件。", "督促", "done"),
        ("支持法院依法审理行政案件。", "支持", "done"),
        ("支持人民法院受理行政案件。", "支持", "done"),
        ("配合检察机关开展公益诉讼。", "配合", "done"),
        ("邀请法院法官授课3次。", "邀请", "done"),
        ("与市法院建立府院联动机制。", "联动", "done"),
        ("会同市法院印发意见2份。", "印发", "done"),
        ("经法院审理结案12件。", "结案", "done"),
        ("负责人到法院出庭应诉12次。", "出庭", "done"),
        ("检察院监督移送案件19件。", "移送", "done"),
        # the text of a rule, and what is asked of those named
        ("第八条 执法人员应当出示执法证件。", "出示", "quoted"),
        ("第12条 检查不得少于两人，并应当全程记录。", "记录", "quoted"),
        ("第五条街道完成整治12处。", "整治", "done"),
        ("行政机关要严格落实三项制度，规范执法行为。", "规范", "quoted"),
        ("各级领导干部要带头学法。", "学法", "quoted"),
        ("各单位主要负责人切实履职。", "履职", "done"),
        ("各部门要件齐全的案卷96卷。", "案卷", "done"),
        # what a plan says, what others complain of, what goes on being asked for at a meeting
        ("《实施方案》明确了案卷评查等12项任务。", "案卷评查", "quoted"),
        ("制定《实施方案》，评查案卷12卷。", "评查", "done"),
        ("征求意见稿拟规定免罚清单。", "免罚清单", "quoted"),
        ("企业反映多头检查问题较为突出。", "检查", "quoted"),
        ("办理企业反映的多头检查问题12个。", "检查", "done"),
        # superiors
        ("国务院出台《优化营商环境条例》。", "出台", "quoted"),
        ("省政府印发《实施意见》，我县制定措施12条。", "省政府印发", "quoted"),
        ("省政府印发《实施意见》，我县制定措施12条。", "我县制定", "done"),
        ("省司法厅印发通报，推广我县经验。", "推广", "done"),
        ("省政府下达的目标任务全部完成。", "目标任务", "done"),
        ("国务院取消的12项事项全部落实。", "取消", "done"),
        ("上级部门对我市的考核结果为优秀。", "考核", "done"),
        ("省政府授予我县先进称号。", "授予", "done"),
        ("学习贯彻《中华人民共和国行政处罚法》。", "学习", "done"),
        ("企业自主申报减免1200笔。", "申报", "done"),
        # a basis, and a deed that begins like one
        ("根据省政府要求，我市印发《办法》。", "根据", "quoted"),
        ("根据省政府要求，我市印发《办法》。", "印发", "done"),
        ("按照法定权限和程序制定《管理办法》，公布实施。", "制定", "done"),
        ("严格按照规定程序出台文件3件，全部备案。", "出台", "done"),
        ("根据国务院印发《纲要》的要求，制定方案。", "国务院印发", "quoted"),
        ("根据《法治甲县建设规划》、《普法工作要点》等文件精神，制定方案。", "普法工作要点", "quoted"),
        ("根据《法治建设规划》、《普法工作要点》等文件精神，制定方案。", "制定方案", "done"),
        ("对照县人大常委会审议意见，逐项整改。", "审议意见", "done"),
        ("对照《纲要》要求，开展自查。", "对照", "quoted"),
        ("省厅要求年底前完成率达95%，我市完成98%。", "省厅要求", "quoted"),
        ("省厅要求年底前完成率达95%，我市完成98%。", "我市完成", "done"),
        # what a meeting asks for
        ("会议强调，全县要深入推行执法公示制度，要加强法制审核。", "全县要", "quoted"),
        ("会议强调，全县要深入推行执法公示制度，要加强法制审核。", "要加强", "quoted"),
        ("会议强调，要加强法制审核，会后印发方案2份。", "印发方案", "done"),
        ("会议要求，印发方案2份。", "印发方案", "done"),
        # bare verbs go on asking, and those who are asked may stand in a list
        ("会议强调，要举一反三，严把审查关，做好存量清理工作。", "清理", "quoted"),
        ("会议强调，各村、各站所要高度重视，规范合同签订程序。", "合同签订", "quoted"),
        ("会议强调，要严把审查关，已清理文件12件。", "清理", "done"),
        ("县长强调，要重视信访，为此成立专班。", "成立", "done"),
        # a paper asks as a meeting does
        ("通知要求，各部门对取消的事项，要加强事中事后监管。", "事后监管", "quoted"),
        ("《通知》要求各部门抓紧清理文件。", "清理", "quoted"),
        ("通知要求，要抓紧清理，现已清理文件12件。", "现已清理", "done"),
        ("会议要求，一要提高认识，领导干部带头学法。", "带头学法", "quoted"),
        ("县长在讲话中强调，认真抓好行政复议。", "行政复议", "quoted"),
        ("全年未发生一起重大安全事故、突发环境事件。", "突发环境事件", "quoted"),
        ("全年未发生安全事故，处置突发事件12起。", "处置突发事件", "done"),
        # the year's list of tasks by which we work
        ("对照《全县法治政府建设工作要点》要求，开展自查。", "工作要点", "done"),
        ("根据《县委全面依法治县委员会工作要点》要求，开展自查。", "工作要点", "quoted"),
        ("召开会议2次，要求各单位整改问题12个。", "整改", "done"),
    ],
)
def test_whose_deed_it_is(sentence: str, words: str, realis: str) -> None:
    assert realis_alone(sentence, words) == realis
    assert realis_in_report(sentence, words) == realis


@pytest.mark.parametrize(
    ("sentence", "words", "realis"),
    [
        ("2021年，全省行政机关负责人出庭应诉率为98%，我县为100%。", "全省", "quoted"),
        ("2021年，全省行政机关负责人出庭应诉率为98%，我县为100%。", "我县", "done"),
        ("全国行政诉讼案件28万件。", "全国", "quoted"),
        ("全省首家行政复议服务点建成，办理案件12件。", "全省首家", "done"),
        ("在全省率先实现网办率100%。", "网办率", "done"),
        ("全县出庭应诉率为98%。", "出庭应诉率", "done"),
    ],
)
def test_a_number_of_the_whole_province_is_none_of_a_county(sentence: str, words: str, realis: str) -> None:
    assert realis_alone(sentence, words) == realis


def test_a_province_is_a_superior_of_those_below_it_only() -> None:
    sentence = "省政府印发《实施意见》2份。"
    assert realis_alone(sentence, "印发", Level.COUNTY) == "quoted"
    assert realis_alone(sentence, "印发", Level.PROVINCE) == "done"


@pytest.mark.parametrize(
    ("sentences", "words", "realis"),
    [
        ("会议强调，要严格执法。二是各单位要抓住关键，规范案卷评查。", "评查", "quoted"),
        ("会议强调，要加强联动，形成工作格局；要严格落实出庭应诉制度。", "出庭", "quoted"),
        ("会议指出，执法改革意义重大。要加快整合执法队伍。", "整合", "quoted"),
        ("会议强调，要严格执法。二是全年评查案卷12卷。", "评查", "done"),
        ("会议强调，要严格执法。开展案卷评查活动。", "评查", "done"),
        ("会议强调，要抓好学法。要创新普法方式，开展以案释法。", "以案释法", "quoted"),
        ("会议强调，要抓好学法。针对评议的问题，有关单位要建立台账。", "建立台账", "quoted"),
        ("会议强调，要抓好学法。会后开展普法活动12场。", "开展普法", "done"),
        ("会议强调，要抓好学法。全县开展普法宣传。", "开展普法", "done"),
    ],
)
def test_a_meeting_may_go_on_asking_in_the_next_sentence(sentences: str, words: str, realis: str) -> None:
    assert realis_in_report(sentences, words) == realis

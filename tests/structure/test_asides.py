"""Words inside a clause that tell no deed: who leads us, what was only arranged, who issued a paper, what a law is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.structure import fields
from scorer.structure.asides import find_asides
from scorer.structure.model import Level
from scorer.text import fold


def test_windows_are_found_as_far_before_their_word_as_a_list_may_reach() -> None:
    text = f"甲。{'甲' * 12}、{'乙' * 80}等123个办事窗口，丙丙、丁丁窗口窗口全部开放，戊戊、己己窗口已开"
    found = [match["list"] for match in fields._windows(text)]
    assert found == [match["list"] for match in fields._WINDOWS.finditer(text)]
    assert found == [f"{'甲' * 12}、{'乙' * 80}", "丙丙、丁丁窗口"]


def aside_words(sentence: str, *, level: Level | None = Level.COUNTY) -> list[str]:
    text = fold(sentence).text
    return [text[slice(*place)] for place, _ in find_asides(text, level=level)]


WINDOWS = (
    "法律援助",
    "劳动仲裁",
    "公证调解",
    "登记",
    "、",
    "等",
    "3个",
    "服务",
    "窗口",
    "有序",
    "，",
    "。",
    "\n",
)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("在县委依法治县委员会的指导下，我镇召开会议3次。", "在县委依法治县委员会的指导下"),
        (
            "2022年，在省司法厅和市人大常委会的监督指导下，我市开展工作。",
            "在省司法厅和市人大常委会的监督指导下",
        ),
        ("在局党组的坚强领导下，完成执法检查36次。", "在局党组的坚强领导下"),
    ],
)
def test_who_leads_us_is_no_deed(sentence: str, words: str) -> None:
    assert aside_words(sentence) == [words]


@pytest.mark.parametrize(
    "sentence",
    ["在疫情防控形势下，组织应急演练3次。", "在执法人员不足的情况下，评查案卷120份。", "线上线下同步办理。"],
)
def test_a_circumstance_is_no_leader(sentence: str) -> None:
    assert aside_words(sentence) == []


def test_a_list_of_what_was_arranged_is_only_its_scope() -> None:
    sentence = "对行政审批改革、规范性文件管理、行政复议和行政调解等工作进行了安排部署。"
    assert aside_words(sentence) == ["行政审批改革、规范性文件管理、行政复议和行政调解等工作"]
    assert aside_words("就普法宣传、执法监督、法治督察作出全面部署。") == ["普法宣传、执法监督、法治督察"]


@pytest.mark.parametrize("sentence", ["对法治政府建设工作进行部署。", "对行政许可、行政处罚案卷进行评查。"])
def test_one_matter_or_another_verb_is_no_scope(sentence: str) -> None:
    assert aside_words(sentence) == []


def test_fields_in_which_somebody_is_of_use_are_not_told_as_done() -> None:
    sentence = "律师在合同审查、重大决策、信访接待等方面积极发挥作用。"
    assert aside_words(sentence) == ["合同审查、重大决策、信访接待"]
    assert aside_words("在行政复议中发挥主渠道作用。") == []
    assert aside_words("在12个乡镇、街道设立调解室。") == []


def test_who_issued_the_paper_that_we_carry_out() -> None:
    assert aside_words("落实国务院印发的《纲要》。") == ["国务院印发的"]
    assert aside_words("落实省政府制定的《实施办法》。") == ["省政府制定的"]
    assert aside_words("落实省政府制定的《实施办法》。", level=Level.PROVINCE) == []
    assert aside_words("落实县政府印发的《实施办法》。") == []
    assert aside_words("落实县政府印发的《实施办法》。", level=Level.TOWN) == ["县政府印发的"]
    assert aside_words("落实市委依法治市办下发的任务清单。", level=Level.DEPARTMENT) == [
        "市委依法治市办下发的"
    ]


def test_who_is_complained_of_reviews_nothing() -> None:
    sentence = "全年被申请行政复议12件，其中被撤销3件；办理行政复议案件36件。"
    assert aside_words(sentence) == ["被申请行政复议12件，其中被撤销3件"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("围绕审批改革、权责清单、合同审查等内容开展培训3次。", "审批改革、权责清单、合同审查"),
        ("以信用监管、随机抽查、远程监管为主题开展培训。", "信用监管、随机抽查、远程监管"),
        ("召开会议，部署清单调整、证明清理、文件清理等工作。", "清单调整、证明清理、文件清理"),
        ("将文件管理、重大决策、法律顾问等纳入法治督察内容。", "文件管理、重大决策、法律顾问"),
        ("对政务服务、文件备案、合同审查开展督导6次。", "政务服务、文件备案、合同审查"),
        ("印发要点，明确简政放权、文件管理、重大决策等任务36项。", "简政放权、文件管理、重大决策"),
        ("对照权责清单、合同审查、竞争审查等指标，查找短板。", "权责清单、合同审查、竞争审查"),
        ("从分级管理、信息公开、政务诚信等4个方面提出重点任务。", "分级管理、信息公开、政务诚信"),
        ("利用“3·15”“企业服务日”等节点开展普法。", "“3·15”“企业服务日”"),
        # two things, deeds and names of papers
        ("围绕审批改革、权责清单等内容开展培训。", ""),
        ("将公众参与、专家论证、风险评估纳入决策程序。", ""),
        ("对文件、合同、协议进行合法性审查86件。", ""),
        ("明确《要点》《清单》《计划》等任务36项。", ""),
    ],
)
def test_what_something_was_about_is_not_done_with_each(sentence: str, words: str) -> None:
    assert aside_words(sentence) == ([words] if words else [])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("结合法定职责和权力清单，签订目标责任书12份。", "法定职责和权力清单"),
        ("2022年，结合权责清单，开展培训。", "权责清单"),
        ("结合执法检查，查处案件12件。", ""),  # an activity that took place
        ("结合权责清单调整12项，重新公布。", ""),
        ("结合《权责清单》，开展培训。", ""),
    ],
)
def test_what_a_deed_goes_with_is_not_done_itself(sentence: str, words: str) -> None:
    assert aside_words(sentence) == ([words] if words else [])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("市人大常委会听取工作报告，审议通过地方性法规2件。", "审议通过地方性法规2件"),
        ("省人大及其常委会制定法规12件。", "制定法规12件"),
        ("市政府提请市人大常委会审议通过地方性法规2件。", ""),
        ("经市人大常委会审议，修改地方性法规3件。", ""),
        ("向市人大常委会提交议案，制定规章2件。", ""),
    ],
)
def test_the_laws_of_the_peoples_congress_are_its_own(sentence: str, words: str) -> None:
    assert aside_words(sentence) == ([words] if words else [])


def test_a_word_of_a_law_that_is_studied_is_its_name() -> None:
    sentence = "组织学习新修订的《行政复议法》《突发事件应对法》和《优化营商环境条例》。"
    assert aside_words(sentence) == ["行政复议", "突发事件应对", "优化营商环境条"]


@pytest.mark.parametrize(
    "sentence", ["起草《养犬管理条例（草案）》。", "学习《行政处罚案卷评查办法》。", "落实《行政处罚法》。"]
)
def test_a_law_that_is_made_or_carried_out_is_more_than_a_name(sentence: str) -> None:
    assert aside_words(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("赴被命名为省级示范市的清江市考察学习。", "命名为省级示范市"),
        ("学习借鉴清江市被评为全国示范市的经验。", "评为全国示范市"),
        ("邀请被认定为示范单位的清江市来我镇授课。", ""),
        ("学习推广我市被命名为省级示范市的经验。", ""),
        ("我市被命名为省级示范市的经验在全省推广。", ""),
        ("组织学习培训，被命名为省级示范市。", ""),
    ],
)
def test_the_honour_of_those_whom_we_learn_from_is_not_ours(sentence: str, words: str) -> None:
    assert aside_words(sentence) == ([words] if words else [])


def test_fields_in_which_one_only_exerts_oneself() -> None:
    assert aside_words("在学法用法、普法宣传、安全生产、疫情防控等方面综合发力。") == [
        "学法用法、普法宣传、安全生产、疫情防控"
    ]
    assert aside_words("在食品安全、环境保护等领域开展执法检查40次。") == []


def test_what_reaches_everywhere_reaches_nothing_in_particular() -> None:
    sentence = "把依法行政要求落实到重大决策、许可办理、执法检查等工作方方面面。"
    assert aside_words(sentence) == ["重大决策、许可办理、执法检查"]
    assert aside_words("把审核把关落实到执法全过程。") == []


def test_the_occasion_of_a_deed_is_not_the_deed() -> None:
    assert aside_words("结合“3·15”、农业执法整治等活动，发放资料300份。") == ["“3·15”、农业执法整治"]
    assert aside_words("利用宪法日、安全生产月等重要节点开展普法。") == ["宪法日、安全生产月"]
    assert aside_words("组织开展普法、调解等活动20场。") == []


def test_a_paper_of_those_above_us_is_named_without_an_of() -> None:
    sentence = "学习区政府办公室下发《关于印发〈工作要点〉的通知》《任务清单》等要求。"
    ours = "区政府办公室下发《关于印发〈工作要点〉的通知》《任务清单》等要求"
    assert aside_words(sentence, level=Level.DEPARTMENT) == ["关于印发", ours]
    assert aside_words("区政府办公室下发《任务清单》等要求。", level=Level.COUNTY) == []
    assert aside_words("区政府下发《任务清单》，明确任务20项。", level=Level.TOWN) == []


def test_a_plan_that_is_studied_is_not_carried_out() -> None:
    studied = "重点学习《信访工作条例》《法治政府建设实施纲要（2021—2025年）》。"
    assert aside_words(studied) == ["信访工作条", "法治政府建设实施纲要（2021—2025年）"]
    assert aside_words("学习贯彻《法治政府建设实施纲要（2021—2025年）》。") == []
    assert aside_words("学习《习近平法治思想学习纲要》。") == []


def test_the_verb_of_study_may_stand_before_a_long_row_of_titles() -> None:
    row = "".join(
        f"《{name}管理办法》" for name in ("城市", "乡村", "道路", "河道", "市场", "物业", "园林", "环卫")
    )
    assert aside_words(f"集中学习{row}《行政复议法》。") == ["行政复议"]


def test_the_subject_of_a_course_is_only_taught() -> None:
    sentence = "组织《执法行为指引》《执法“十项禁令”》专题培训3期。"
    assert aside_words(sentence) == ["执法行为指引", "执法“十项禁令”"]
    assert aside_words("印发《执法行为指引》，举办培训3期。") == []
    assert aside_words("开展《习近平法治思想学习纲要》专题宣讲。") == []


def test_where_the_difficulties_lie_is_not_what_was_done() -> None:
    assert aside_words("精准破解普法宣传、纠纷调处、执法规范等重难点问题。") == [
        "普法宣传、纠纷调处、执法规范"
    ]
    assert aside_words("解决欠薪、欠税、欠费等问题36个。") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "为进一步压实普法责任，推动任务落地，我县召开评议会。",
            "为进一步压实普法责任，推动任务落地",
        ),
        ("一是为落实学法制度，组织干部考试2次。", "一是为落实学法制度"),
        ("召开现场会，旨在提升应诉能力，增强法治意识。", "旨在提升应诉能力，增强法治意识"),
    ],
)
def test_what_something_is_done_for_is_not_what_is_done(sentence: str, words: str) -> None:
    assert aside_words(sentence) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "为困难群众办理法律援助案件36件。",
        "为全面推进乡村振兴提供法治保障，办理案件36件。",
        "为规范执法，制定了裁量基准，提升执法水平3项。",
    ],
)
def test_a_purpose_ends_where_a_deed_begins(sentence: str) -> None:
    deeds = ("办理", "制定了", "提升执法水平3项")
    assert not any(deed in words for words in aside_words(sentence) for deed in deeds)


def test_where_members_come_from_is_no_deed() -> None:
    assert aside_words("由镇纪委、综治中心人员，群众代表组成的评议团现场评分。") == [
        "镇纪委、综治中心人员，群众代表"
    ]
    assert aside_words("由派出所、村法律顾问组成的流动宣讲服务小分队进村。") == ["派出所、村法律顾问"]
    assert aside_words("综治中心与信访办、司法所、派出所合署办公。") == ["信访办、司法所、派出所"]
    assert aside_words("综治中心与司法所联合化解纠纷36件。") == []


def test_what_a_body_is_for_is_no_deed() -> None:
    assert aside_words("领导小组负责研究制定年度计划、督促检查，全年开会6次。") == [
        "研究制定年度计划、督促检查"
    ]
    assert aside_words("工作小组负责制定了全镇工作计划。") == []
    assert aside_words("成立领导小组，负责依法行政的指导和考核。") == ["依法行政的指导和考核"]
    assert aside_words("监督处负责案件查处，协调、指导水事纠纷等相关职能。") == [
        "案件查处，协调、指导水事纠纷"
    ]
    assert aside_words("负责审核合同、文件等36件。") == []


def test_what_something_is_good_for_is_no_deed() -> None:
    assert aside_words("举行宣誓仪式是学习贯彻法治思想、维护宪法的重要举措。") == [
        "学习贯彻法治思想、维护宪法的"
    ]
    assert aside_words("印发方案，是年内的重要举措之一。") == []


def test_where_somebody_was_seen_is_no_deed() -> None:
    assert aside_words("局长带头参加法治培训、普法宣传等活动，形成氛围。") == ["法治培训、普法宣传"]
    assert aside_words("带头参加法治培训、普法宣传等活动6场。") == []


def test_what_was_on_the_table_may_be_a_problem() -> None:
    assert aside_words("研究解决执法规范、普法宣传等重点问题3项。") == ["解决执法规范、普法宣传"]


def test_the_name_of_a_paper_issues_nothing() -> None:
    assert aside_words("对标《关于印发〈工作方案〉的通知》各项任务。") == ["关于印发"]
    assert aside_words("印发《县局工作方案》。") == []


@pytest.mark.parametrize(
    ("sentence", "asides"),
    [
        ("培训围绕案卷评查、复议应诉等内容展开。", ["案卷评查、复议应诉"]),
        ("考试内容包括听证程序、法制审核等知识。", ["听证程序、法制审核"]),
        ("授课围绕宪法、案卷评查等内容进行。", ["案卷评查"]),  # what is learnt of the constitution is a deed
        ("围绕案卷评查、复议应诉等工作提出建议26条。", []),
        ("培训就业困难人员96人。", []),
        (
            "考试内容包括许可、处罚等法律法规及执法“三项制度”、证据规则等规定。",
            ["许可、处罚等法律法规及执法“三项制度”、证据规则"],
        ),
        ("专题研究执法改革、案卷评查等重点工作。", ["执法改革、案卷评查"]),
        ("专题研究依法行政、执法改革等重点工作。", ["执法改革"]),  # the rule of law on the table is a deed
        ("研究制定执法手册、文书样本等资料。", []),
        ("充分发挥记录信息在案卷评查、执法监督等工作中的积极作用。", ["案卷评查、执法监督"]),
        ("发挥作用，在执法中查处案件12件。", []),
    ],
)
def test_what_was_only_taught(sentence: str, asides: list[str]) -> None:
    assert [sentence[a:b] for (a, b), _ in find_asides(sentence, level=None)] == asides


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("督察组了解依法行政、行政复议等工作情况。", ["依法行政、行政复议"]),
        ("实地走访司法所、综合执法队、部分社区，谈话26人次。", ["司法所、综合执法队、部分"]),
        ("考核重点是普法宣传和公共法律服务。", ["普法宣传和公共法律服务"]),
        ("从制度优势、主渠道作用三个方面进行讲解。", ["制度优势、主渠道作用三个"]),
        ("法律援助、劳动仲裁等功能窗口有序排布。", ["法律援助、劳动仲裁等"]),
        ("办理法规草案征求意见30件。", ["法规草案征求意见"]),
        ("联合公证处、法律援助中心开展宣传6场。", ["公证处、法律援助中心"]),
        ("借鉴江北区“三张清单”经验，出台办法1部。", ["江北区“三张清单”"]),
        ("围绕清单调整、证明清理、合同审查等方面细化任务31项。", ["清单调整、证明清理、合同审查"]),
        ("对解答咨询、调解纠纷等情况进行通报。", ["解答咨询、调解纠纷"]),
        ("集法治宣传、纠纷调解于一体。", ["法治宣传、纠纷调解于"]),
    ],
)
def test_what_is_only_asked_after_or_named_is_no_deed(sentence: str, words: list[str]) -> None:
    found = aside_words(sentence)
    assert len(found) == 1
    assert found[0].startswith(words[0].rstrip("等于")[:6])


@pytest.mark.parametrize(
    "sentence",
    [
        "检查企业126家，了解到问题12个。",
        "考试合格率达98%。",
        "从源头上化解矛盾126件。",
        "窗口办理法律援助36件、公证12件。",
        "新建政务大厅启用，28个单位进驻、开设52个办事窗口。",
        "联合法院开展诉前调解120件。",
        "培训包括执法人员在内的干部120人次。",
    ],
)
def test_what_was_done_is_no_subject_of_a_question(sentence: str) -> None:
    deeds = ("126", "98", "36件", "120")
    assert not any(deed in words for words in aside_words(sentence) for deed in deeds)


def test_laws_in_a_row_tell_none_of_their_matters() -> None:
    row = aside_words("推动《民法典》《行政复议法》《法律援助法》贯彻落实。")
    assert row == ["行政复议", "法律援助"]
    assert aside_words("贯彻落实《法律援助法》，办理案件36件。") == []


@given(st.lists(st.sampled_from(WINDOWS), max_size=40).map("".join))
def test_windows_are_found_as_if_they_were_looked_for_everywhere(text: str) -> None:
    found = [window.span() for window in fields._windows(text)]
    assert found == [window.span() for window in fields._WINDOWS.finditer(text)]

"""Each kind of rule on sentences that hold it and on sentences that only look like it."""

from __future__ import annotations

import pytest

from scorer.matching import FUZZY, Lexicon
from scorer.rendering.digest import value_words
from scorer.rules import Context, judge_item
from scorer.rules.model import Match, Status, Why
from scorer.structure import parse_fragment
from scorer.structure.model import Level
from scorer.text import Text
from tests.rules.conftest import Build, judge, judge_whole

LEGAL_AID = """
topic: {phrases: [法律援助案件]}
met: {quantity: {of: [法律援助案件], unit: 件}}
partial: topic
"""


@pytest.mark.parametrize(
    "sentence, status",
    [
        ("全年办理法律援助案件540件。", "met"),
        ("全年办理540件法律援助案件。", "met"),
        ("全年办理法律援助案件 1,616 件，群众满意。", "met"),
        ("认真办理法律援助案件。", "partial"),
        ("认真办理法律援助案件，接待群众540人。", "partial"),
        ("认真办理法律援助案件。全年办理公证540件。", "partial"),
        ("全年办理公证540件。", "unmet"),
    ],
)
def test_quantity(build: Build, sentence: str, status: str) -> None:
    assert judge(build(LEGAL_AID), sentence).status.value == status


def test_topic_counts_only_where_something_was_done(build: Build) -> None:
    engine = build("topic: {phrases: [行政执法监督]}\nmet: topic")
    report = (
        "甲县人民政府关于2021年度法治政府建设情况的报告\n"
        "一、主要工作成效\n（一）行政执法监督\n全年工作平稳有序推进。\n"
        "二、存在的问题\n行政执法监督力度还不够。\n"
        "三、下一步打算\n2022年，我县将加强行政执法监督。\n"
    )
    finding = judge_whole(engine, report)
    assert finding.status is Status.UNMET
    assert {rejected.why for rejected in finding.rejected} == {Why.HEADING, Why.PROBLEM, Why.PLAN}
    assert judge(engine, "开展行政执法监督，下发通报。").status is Status.MET


def test_masks_and_word_boundaries_keep_their_reason(build: Build) -> None:
    engine = build("topic: {phrases: [立法, 公示], masks: [办公示范]}\nmet: topic")
    finding = judge(engine, "引导学生树立法治观念，打造办公示范点。")
    assert finding.status is Status.UNMET
    assert {r.phrase: r.why for r in finding.rejected} == {"立法": Why.WORD_BOUNDARY, "公示": Why.MASK}
    assert judge(engine, "完成立法项目2件。").status is Status.MET


@pytest.mark.parametrize(
    ("sentence", "status"), [("推进镇街综合执法改革。", "unmet"), ("推进县镇综合执法改革。", "met")]
)
def test_what_only_resembles_a_mask_is_not_hidden(build: Build, sentence: str, status: str) -> None:
    (item,) = build("topic: {phrases: [综合执法], masks: [镇街综合执法改革]}\nmet: topic").framework.items
    # Another item of a framework may have the mask as a phrase, and phrases are looked for approximately too.
    lexicon = Lexicon(["综合执法"], fuzzy=["镇街综合执法改革"])
    report = parse_fragment(Text(sentence), level=Level.COUNTY)
    assert any(hit.match == FUZZY for hit in lexicon.find(report)) == (status == "met")
    assert judge_item(Context(report, lexicon), item, None).status.value == status


@pytest.mark.parametrize(
    "within, sentence, holds",
    [
        ("clause", "整合执法队伍，组建支队。", False),
        ("clause", "整合力量组建执法支队。", True),
        ("segment", "整合执法队伍，组建支队。", True),
        ("segment", "整合执法队伍；组建支队。", False),
        ("sentence", "整合执法队伍；组建支队。", True),
        ("sentence", "整合执法队伍。组建支队。", False),
        ("4", "整合执法队伍，组建支队。", False),
        ("12", "整合执法队伍，组建支队。", True),
    ],
)
def test_near(build: Build, within: str, sentence: str, holds: bool) -> None:
    engine = build(
        f"topic: {{phrases: [执法]}}\nmet: {{near: [整合, 支队], within: {within}}}\npartial: topic"
    )
    assert (judge(engine, sentence).status is Status.MET) is holds


def test_near_with_a_unit_asks_for_a_number(build: Build) -> None:
    engine = build("topic: {phrases: [执法案卷]}\nmet: {near: [案卷, 份]}\npartial: topic")
    assert judge(engine, "抽查执法案卷200多份。").status is Status.MET
    assert judge(engine, "执法案卷一律分门别类、逐份归档。").status is Status.PARTIAL


def test_near_takes_one_of_each_list(build: Build) -> None:
    engine = build("topic: {phrases: [权责清单]}\nmet: {near: [[公布, 公示], 权责清单]}\npartial: topic")
    assert judge(engine, "在门户网站公示部门权责清单。").status is Status.MET
    assert judge(engine, "调整部门权责清单。").status is Status.PARTIAL


RATE = """
topic: {phrases: [建议提案, 人大代表建议]}
metrics: [{name: 建议提案办复率, aliases: [办复率], unit: "%", full: ">= 100", partial: ">= 95"}]
met: {metric: 建议提案办复率}
partial: {any: [{metric: 建议提案办复率}, topic]}
"""


@pytest.mark.parametrize(
    "sentence, status, value",
    [
        ("办理人大代表建议92件，办复率达100%。", "met", 100),
        ("办理人大代表建议92件，办复率为97％。", "partial", 97),
        ("办理人大代表建议92件，办复率仅90%。", "partial", 90),
        ("办理人大代表建议、政协提案，办结率、办复率均为100%。", "met", 100),
        # An alias alone says nothing: these are somebody else's replies.
        ("完善检察建议反馈机制，办复率达100%。", "unmet", None),
        # The number belongs to the rate it stands next to.
        ("办理人大代表建议92件，办复率逐年提高，群众满意率达100%。", "partial", None),
    ],
)
def test_metric(build: Build, sentence: str, status: str, value: int | None) -> None:
    finding = judge(build(RATE), sentence)
    assert finding.status.value == status
    assert [number.value for number in finding.values] == ([] if value is None else [value])


def test_a_number_that_does_not_decide_is_sent_to_review(build: Build) -> None:
    finding = judge(build(RATE), "办理人大代表建议92件，办复率超过95%。")
    assert finding.status is Status.PARTIAL
    assert finding.review
    assert finding.values[0].satisfies.value == "partial"


def test_a_plan_or_a_standard_is_no_value(build: Build) -> None:
    engine = build(
        """
        topic: {phrases: [法制审核人员]}
        metrics: [{name: 法制审核人员占比, aliases: [不少于本单位执法人员], unit: "%", full: ">= 5"}]
        met: {metric: 法制审核人员占比}
        partial: topic
        """
    )
    finding = judge(engine, "按照不少于本单位执法人员5%的标准，配置了法制审核人员。")
    assert (finding.status, finding.values) == (Status.PARTIAL, ())
    assert judge(engine, "法制审核人员占比达6%。").status is Status.MET


DERIVED = """
topic: {phrases: [双随机]}
metrics:
  - {name: 联合抽查占比, unit: "%", full: ">= 20", derive: {numerator: 联合抽查, denominator: 抽查计划}}
met: {metric: 联合抽查占比}
partial: topic
"""


def test_a_rate_is_worked_out_from_its_two_counts(build: Build) -> None:
    finding = judge(build(DERIVED), "推行双随机监管，完成抽查计划98次，联合抽查35次。")
    assert finding.status is Status.MET
    assert str(finding.values[0].value) == "35.71"
    assert finding.values[0].worked_out == "35次÷98次"
    assert "联合抽查占比 35次÷98次＝35.71%" in finding.reason


@pytest.mark.parametrize(
    "sentence",
    [
        "推行双随机监管，完成抽查计划98次；与邻县联合抽查35次。",  # another segment may have another whole
        "推行双随机监管。完成抽查计划98次，联合抽查35次。",  # nothing says that these are inspections of ours
    ],
)
def test_a_rate_wants_both_counts_in_one_segment_that_speaks_of_the_item(build: Build, sentence: str) -> None:
    assert judge(build(DERIVED), sentence).values == ()


@pytest.mark.parametrize(
    ("counts", "worked_out"),
    [
        ("抽查任务120次，抽查计划98次，联合抽查35次", "35次÷98次"),  # of what was named last
        ("上年抽查计划98次，联合抽查35次", None),
        ("抽查计划98次，上年联合抽查35次", None),
        ("要求抽查计划不少于98次，联合抽查35次", None),
        ("全省平均抽查计划98次，联合抽查35次", None),
        ("抽查计划98家，联合抽查35次", None),
        ("抽查计划98%，联合抽查35%", None),
        ("抽查计划一百二十八次，联合抽查35次、抽查任务50次", "35次÷一百二十八次"),
    ],
)
def test_a_rate_is_of_this_year_and_of_the_nearest_whole(
    build: Build, counts: str, worked_out: str | None
) -> None:
    rule = DERIVED.replace("denominator: 抽查计划", "denominator: [抽查任务, 抽查计划]")
    values = judge(build(rule), f"推行双随机监管，完成{counts}。").values
    assert [value.worked_out for value in values] == ([worked_out] if worked_out else [])


@pytest.mark.parametrize(
    ("counts", "low", "high", "satisfies"),
    [
        ("抽查计划100余次，联合抽查55次", "27.50", "55.00", "full"),  # 100 to 200 of them
        ("抽查计划100次，联合抽查20余次", "20.00", "30.00", "full"),
        ("抽查计划100次，联合抽查近21次", "18.90", "21.00", "unknown"),  # the line lies between
        ("抽查计划超过100次，联合抽查55次", "0", "55.00", "unknown"),
    ],
)
def test_a_rate_of_hedged_counts_is_no_exact_one(
    build: Build, counts: str, low: str, high: str, satisfies: str
) -> None:
    (value,) = judge(build(DERIVED), f"推行双随机监管，完成{counts}。").values
    assert (str(value.low), str(value.high), value.hedge.value, value.satisfies.value) == (
        low, high, "approx", satisfies,
    )  # fmt: skip


def test_the_part_is_not_its_own_whole(build: Build) -> None:
    rule = DERIVED.replace("denominator: 抽查计划", "denominator: 抽查")
    (value,) = judge(build(rule), "推行双随机监管，联合抽查35次，开展抽查98次。").values
    assert value.worked_out == "35次÷98次"


def test_a_rate_above_a_line_that_it_may_not_touch(build: Build) -> None:
    rule = DERIVED.replace(">= 20", "> 20")
    (value,) = judge(build(rule), "推行双随机监管，完成抽查计划100次，联合抽查超过20次。").values
    assert value.satisfies.value == "full"


def test_the_words_of_a_derived_rate_may_be_lists(build: Build) -> None:
    engine = build(DERIVED.replace("denominator: 抽查计划", "denominator: [抽查计划, 抽查任务]"))
    finding = judge(engine, "推行双随机监管，完成抽查任务98次，联合抽查35次。")
    assert [str(value.value) for value in finding.values] == ["35.71"]


def test_a_share_above_the_whole_is_not_worked_out(build: Build) -> None:
    finding = judge(build(DERIVED), "推行双随机监管，完成抽查计划35次，联合抽查98次。")
    assert (finding.status, finding.values) == (Status.PARTIAL, ())


@pytest.mark.parametrize(
    "kind, sentence, holds",
    [
        ("document", "印发《甲县应急预案管理办法》，健全应急预案体系。", True),
        ("document", "健全应急预案体系（甲政发〔2021〕4号）。", True),
        ("document", "《甲县应急预案管理办法》正在征求意见，健全应急预案体系。", False),
        ("document", "健全应急预案体系，《甲县应急预案管理办法》已形成送审稿。", False),
        ("document", "《甲县应急预案管理办法》征求意见后印发，健全应急预案体系。", True),
        ("document", "健全应急预案体系。", False),
        ("date", "7月6日召开应急预案评审会。", True),
        ("date", "召开应急预案评审会。", False),
        ("quantity", "修订应急预案12个。", True),
        ("quantity", "召开第三次会议审议应急预案。", False),
        ("result", "应急预案实现全覆盖。", True),
        ("result", "应急预案不断完善。", False),
    ],
)
def test_detail(build: Build, kind: str, sentence: str, holds: bool) -> None:
    engine = build(f"topic: {{phrases: [应急预案]}}\nmet: {{detail: [{kind}]}}\npartial: topic")
    assert (judge(engine, sentence).status is Status.MET) is holds


def test_section(build: Build) -> None:
    engine = build("topic: {phrases: [第一责任人]}\nmet: {section: [第一责任人]}\npartial: topic")
    assert judge(engine, "（一）落实第一责任人职责\n主要负责人主持召开会议。").status is Status.MET
    assert judge(engine, "（一）加强领导\n压实第一责任人职责。").status is Status.PARTIAL


def test_section_of_certain_roles(build: Build) -> None:
    engine = build(
        "roles: [achievement, problem, plan]\ntopic: {phrases: [第一责任人]}\n"
        "met: {section: [第一责任人], roles: [achievement]}\npartial: topic"
    )
    assert judge(engine, "（一）落实第一责任人职责\n主要负责人主持召开会议。").status is Status.MET
    report = "甲县人民政府关于2021年度法治政府建设情况的报告\n一、主要工作成效\n全年工作平稳有序推进。\n"
    plan = "二、下一步打算\n（一）落实第一责任人职责。\n2022年，我县将压实第一责任人职责。\n"
    assert judge_whole(engine, report + plan).status is Status.PARTIAL
    wanting = "一是第一责任人职责有待压实。二是依法行政意识不强。"
    assert judge(engine, wanting).status is Status.PARTIAL


def test_all_within_a_segment(build: Build) -> None:
    engine = build(
        """
        topic: {phrases: [行政复议]}
        met: {all: [{phrase: [受理]}, {phrase: [办结]}], within: segment}
        partial: topic
        """
    )
    assert judge(engine, "行政复议受理22件，办结9件。").status is Status.MET
    assert judge(engine, "行政复议受理22件。信访办结9件。").status is Status.PARTIAL


@pytest.mark.parametrize(
    ("sentence", "holds", "steps"),
    [
        ("行政复议受理22件；行政复议受理9件，办结8件；行政复议受理1件。", True, [True, True, True]),
        ("行政复议受理22件，办结9件。行政复议办结2件。行政复议受理1件。", True, [True, True, True]),
        ("行政复议受理22件。行政复议办结9件。", False, [True, False, True]),  # the last stretch is shown
        ("信访受理22件，办结9件。", False, [False, True, True]),  # no stretch: what holds anywhere is shown
    ],
)
def test_all_within_is_tried_in_every_stretch(
    build: Build, sentence: str, holds: bool, steps: list[bool]
) -> None:
    rule = "{all: [topic, {phrase: [受理]}, {phrase: [办结]}], within: segment}"
    engine = build(f"topic: {{phrases: [行政复议]}}\nmet: {rule}\npartial: topic")
    name, step = judge(engine, sentence).trace[0]
    assert (name, step.label, step.holds) == ("met", "同一分项具备下列全部", holds)
    assert [child.holds for child in step.children] == steps
    assert [child.label for child in step.children] == ["谈到本项", "出现“受理”", "出现“办结”"]


def test_any_takes_the_best_branch_and_shows_it(build: Build) -> None:
    engine = build("topic: {phrases: [旁听庭审]}\nmet: {any: [{phrase: [观摩庭审]}, topic]}")
    finding = judge(engine, "组织旁听庭审。")
    assert finding.status is Status.MET
    assert [(e.match, e.phrase) for e in finding.evidence] == [(Match.EXACT, "旁听庭审")]


def test_levels_decide_what_applies(build: Build) -> None:
    from scorer.structure.model import Level

    engine = build("applies_to: [province, city]\ntopic: {phrases: [政府规章]}\nmet: topic")
    assert judge(engine, "制定政府规章1件。", level=Level.CITY).status is Status.MET
    away = judge(engine, "制定政府规章1件。", level=Level.COUNTY)
    assert (away.status, away.review) == (Status.NOT_APPLICABLE, False)


def test_fuzzy_words_count_but_ask_for_review(build: Build) -> None:
    engine = build("topic: {phrases: [行政执法全过程记录制度]}\nmet: {phrase: [音像记录]}\npartial: topic")
    finding = judge(engine, "推行行政执法全过程的记录制度。")
    assert finding.status is Status.PARTIAL
    assert finding.evidence[0].match is Match.FUZZY
    assert 85 <= finding.evidence[0].similarity < 100
    assert finding.review


def test_a_fuzzy_hit_never_swaps_the_level_of_a_body(build: Build) -> None:
    engine = build("topic: {phrases: [全面依法治市委员会会议]}\nmet: topic")
    finding = judge(engine, "传达省委全面依法治省委员会会议精神。")
    assert finding.status is Status.UNMET
    assert [rejected.why for rejected in finding.rejected] == [Why.OTHER_SUBJECT]


def test_a_fuzzy_hit_on_an_exact_one_is_no_second_proof(build: Build) -> None:
    engine = build("topic: {phrases: [行政执法监督平台, 行政执法的监督平台]}\nmet: topic")
    finding = judge(engine, "建成行政执法监督平台。")
    assert [(e.match, e.phrase) for e in finding.evidence] == [(Match.EXACT, "行政执法监督平台")]


def test_a_fuzzy_hit_keeps_the_head_of_its_phrase(build: Build) -> None:
    engine = build("topic: {phrases: [行政复议应诉科]}\nmet: topic")
    assert judge(engine, "扎实推进行政复议应诉工作。").status is Status.UNMET


def test_the_reason_names_the_most_telling_proof(build: Build) -> None:
    engine = build(
        "topic: {phrases: [乡镇]}\nmet: {all: [{phrase: [乡镇]}, {near: [综合执法改革, 完成]}], within: segment}\npartial: topic"
    )
    finding = judge(engine, "全市7家乡镇率先完成了综合执法改革。")
    assert finding.status is Status.MET
    assert "综合执法改革" in finding.reason


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("全年审查文件12件，决策5项。", "met"),
        ("全年审查文件，发现问题12件。", "met"),
        ("审查决策5件，文件若干。", "partial"),
    ],
)
def test_a_number_of_an_earlier_clause_counts_something_else(
    build: Build, sentence: str, status: str
) -> None:
    engine = build("topic: {phrases: [文件]}\nmet: {near: [文件, 件]}\npartial: topic")
    assert judge(engine, sentence).status.value == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("审查决策5项，规范性文件12件。", "met"),
        ("审查合同、规范性文件32份，决策5项。", "partial"),
        ("审查规范性文件12件，决策5项。", "partial"),
    ],
)
def test_two_positions_with_the_same_words_are_read_in_order(
    build: Build, sentence: str, status: str
) -> None:
    rule = "{near: [[份, 件, 项], [规范性文件], [份, 件, 项]], within: 6}"
    engine = build(f"topic: {{phrases: [规范性文件]}}\nmet: {rule}\npartial: topic")
    assert judge(engine, sentence).status.value == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("组织学习《行政复议法》3次。", "unmet"),
        ("在县行政复议委员会指导下，评查案卷3次。", "unmet"),
        ("对行政审批、行政复议、法治督察等工作进行了部署。", "unmet"),
        ("办理行政复议案件36件。", "met"),
        ("落实《行政复议法》，办理案件36件。", "met"),
    ],
)
def test_words_that_only_name_a_scope_a_law_or_a_leader_prove_nothing(
    build: Build, sentence: str, status: str
) -> None:
    finding = judge(build("topic: {phrases: [行政复议]}\nmet: topic"), sentence)
    assert finding.status.value == status
    assert {r.why for r in finding.rejected} == ({Why.QUOTED} if status == "unmet" else set())


def test_the_whole_name_of_a_law_that_is_studied_counts(build: Build) -> None:
    engine = build("topic: {phrases: [行政复议法, 民法典]}\nmet: topic")
    assert judge(engine, "组织学习《行政复议法》。").status is Status.MET
    assert judge(engine, "组织学习《中华人民共和国民法典》。").status is Status.MET


COURT_RATE = """
topic: {phrases: [出庭应诉]}
metrics: [{name: 出庭应诉率, unit: "%", full: ">= 95", partial: ">= 80", origin: 项目默认}]
met: {metric: 出庭应诉率}
partial: {any: [{metric: 出庭应诉率}, topic]}
"""


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("出庭应诉率为96%。", "met"),
        ("出庭应诉率为84%。", "partial"),
        ("出庭应诉率为40%。", "unmet"),
        ("认真落实出庭应诉制度。", "partial"),
        ("认真落实出庭应诉制度，出庭应诉率为40%。", "partial"),
    ],
)
def test_a_number_below_every_line_is_no_mention(build: Build, sentence: str, status: str) -> None:
    assert judge(build(COURT_RATE), sentence).status.value == status


@pytest.mark.parametrize(
    ("sentence", "hits"),
    [
        ("组织全县26家单位召开双随机监管培训会。", []),
        ("邀请12家企业参加双随机监管座谈。", []),
        ("组织双随机抽查，检查企业26家。", ["双随机 + 家"]),
        ("对26家企业开展双随机检查。", ["双随机 + 家"]),
    ],
)
def test_those_who_are_called_to_an_event_are_not_counted(
    build: Build, sentence: str, hits: list[str]
) -> None:
    finding = judge(build("topic: {near: [[双随机, 家]]}\nmet: topic"), sentence)
    assert [piece.phrase for piece in finding.evidence] == hits


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("对3名企业负责人进行问责。", "unmet"),
        ("对5家公司的当事人予以追责。", "unmet"),
        ("对3名责任人员进行问责。", "met"),
        ("对监管企业不力的3名干部进行问责。", "met"),
    ],
)
def test_officials_are_held_to_account_and_firms_are_not(build: Build, sentence: str, status: str) -> None:
    engine = build("topic: {phrases: [问责, 追责]}\nmet: topic")
    assert judge(engine, sentence).status.value == status


def test_a_number_without_a_line_is_only_listed(build: Build) -> None:
    engine = build(
        """
        topic: {phrases: [行政复议]}
        metrics: [{name: 纠错率, unit: "%"}, {name: 办结率, unit: "%", full: ">= 95"}]
        met: {all: [{metric: 纠错率, level: stated}, {metric: 办结率}]}
        """
    )
    values = judge(engine, "办理行政复议，纠错率12%，办结率90%。").values
    assert [(value.metric, value.satisfies.value) for value in values] == [
        ("纠错率", "listed"),
        ("办结率", "none"),
    ]
    assert [value_words(value) for value in values] == ["纠错率 12%（只登记）", "办结率 90%（未够半分线）"]

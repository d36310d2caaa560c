"""The audit: every form of relation with a right and a wrong instance, and what it must leave alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.quantities import Relation, audit
from scorer.text import fold

SEEDS = Path(__file__).parents[2] / "seeds"


def sentences(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^。！？\n]+[。！？]?", text)]


def checked(text: str) -> tuple[Relation, ...]:
    return audit(text, sentences(text))


def wrong(text: str) -> list[tuple[str, str]]:
    return [(r.relation, r.severity) for r in checked(text) if r.holds is False]


def right(text: str) -> list[str]:
    return [r.relation for r in checked(text) if r.holds is True]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("共清理规范性文件99件（继续有效72件，废止18件，失效9件）。", "sum"),
        ("签订合同共计709件（其中履行完毕的合同402件；尚在履行的合同297件；存在问题的有10件）。", "sum"),
        ("认领发布事项1070项，其中：市直719项，公共服务324项，镇级10项，其他14项，村级3项。", "sum"),
        (
            "共办理各类公证580件，其中国内民事公证485件，涉外公证70件，查询函公证25件，接待咨询3000余人次。",
            "sum",
        ),
        ("检测从业人员557人，肉类1420批次、包装615批次，环境231批次，共计2823个批次。", "sum"),
        ("收到复议申请13件，受理7件，不予受理6件。", "sum"),
        ("办理人大代表建议和政协提案共计356件，其中人大代表建议201件，政协提案155件。", "sum"),
        ("共制定修改废止规章15件，其中制定3件、修改7件、废止5件。", "sum"),
        ("用时由15个工作日缩短为5个工作日，压缩三分之二。", "growth"),
        ("已结案的6件里，胜诉4件、裁定驳回起诉1件、败诉1件。", "sum"),
        ("审结4件，当事人撤回3件，维持具体行政行为3件，撤销具体行政行为1件。", "sum"),
        ("走访企业40家，讲座6场、沙龙9场、路演5场，共计20场。", "sum"),
        ("结案的20件中，调解12件、撤诉8件。", "sum"),
        ("审结行政复议案件50件（维持25件，撤销15件，调解10件）。", "sum"),
        ("办结劳动争议75件（裁决驳回20件，调解55件）。", "sum"),
        ("全年接待群众90批次（来信40批次，来访50批次）。", "sum"),
        ("共收到申请80件（受理70件（含补正5件），不予受理10件）。", "sum"),
        ("办理法律援助案件100件，其中民事70件、刑事30件。", "bound"),
        ("公示信息共1.5万余条（其中按期公示1.4万余条，延期公示1000余条）。", "sum"),
        ("全年开展检查99次，其中跨部门检查56次。", "bound"),
        ("在公安、司法、住建等5个领域推行。", "bound"),
        ("全年开展检查99次，其中跨部门检查56次，占比57%。", "ratio"),
        ("认领事项1063项。可网上办理事项1059项，可网办率99.62%。", "ratio"),
        ("受理纠纷8067件，调解成功7825件，调解成功率为97%。", "ratio"),
        ("1072名执法人员参加考试，通过率为83.77%。", "ratio"),
        ("信用监测排名由年初187位上升到84位，上升103名。", "growth"),
        ("办案量由80件增加到100件，增长25%。", "growth"),
        ("办理案件100件，较上年80件增长25%。", "growth"),
        ("满意率由92%提高到95%，提高3个百分点。", "growth"),
        (
            "全市行政执法人员持证上岗人员共1148名。\n各单位继续努力。\n全市行政执法人员持证上岗人员共1148名。",
            "repeat",
        ),
    ],
)
def test_what_is_right_is_counted_as_checked(text: str, relation: str) -> None:
    assert relation in right(text) or any(r.relation == relation and r.holds is None for r in checked(text))
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "relation", "severity"),
    [
        ("共清理规范性文件99件（继续有效72件，废止14件，失效9件）。", "sum", "warning"),
        (
            "签订合同共计719件（其中履行完毕的合同402件；尚在履行的合同297件；存在问题的有10件）。",
            "sum",
            "warning",
        ),
        ("认领发布事项1063项,其中:市直719项,公共服务324项,镇级10项,其他14项,村级3项。", "sum", "warning"),
        ("共办理各类公证590件，其中国内民事公证485件，涉外公证70件，查询函公证25件。", "sum", "warning"),
        ("肉类1420批次、包装615批次，环境231批次，共计2823个批次。", "sum", "warning"),
        ("收到复议申请13件，受理8件，不予受理6件。", "sum", "warning"),
        ("办理人大代表建议和政协提案共计356件，其中人大代表建议201件，政协提案165件。", "sum", "warning"),
        ("共办理法律援助案件100件，其中民事60件、刑事40件、行政20件。", "sum", "warning"),
        ("收到复议申请13件，受理6件，不予受理6件。", "sum", "info"),
        ("已结案的6件里，胜诉4件、裁定驳回起诉2件、败诉1件。", "sum", "warning"),
        ("公示信息共1.5万余条（其中按期公示1.2万余条，延期公示1000余条）。", "sum", "warning"),
        ("走访企业40家，讲座6场、沙龙9场、路演5场，共计30场。", "sum", "warning"),
        ("结案的20件中，调解12件、撤诉9件。", "sum", "warning"),
        ("审结行政复议案件50件（维持30件，撤销15件，调解10件）。", "sum", "warning"),
        ("审结行政复议案件50件，其中维持30件，撤销15件，调解10件。", "sum", "warning"),
        ("办结劳动争议75件（裁决驳回30件，调解55件）。", "sum", "warning"),
        ("办结劳动争议75件（裁决驳回20件，调解45件）。", "sum", "info"),
        ("全年接待群众90批次（来信60批次，来访50批次）。", "sum", "warning"),
        ("共收到申请80件（受理70件（含补正5件），不予受理20件）。", "sum", "warning"),
        ("办理法律援助案件100件，其中民事70件、刑事60件。", "sum", "warning"),
        ("办理法律援助案件100件，其中民事70件，刑事60件，法律咨询50件。", "sum", "warning"),
        ("开展普法讲座30场，其中线上20场，线下15场。", "sum", "warning"),
        ("全年开展检查56次，其中跨部门检查99次。", "bound", "warning"),
        ("在公安、司法、住建等2个领域推行。", "bound", "info"),
        ("全年开展检查99次，其中跨部门检查56次，占比75%。", "ratio", "warning"),
        ("认领事项1063项。可网上办理事项1059项，可网办率99.61%。", "ratio", "info"),
        ("认领事项1063项。可网上办理事项1059项，可网办率96%。", "ratio", "warning"),
        ("受理纠纷8067件，调解成功7825件，调解成功率为98%。", "ratio", "info"),
        ("受理纠纷8067件，调解成功7825件，调解成功率为99.9%。", "ratio", "warning"),
        ("72名执法人员参加考试，通过率为83.77%。", "ratio", "info"),
        ("信用监测排名由年初187位上升到84位，上升113名。", "growth", "warning"),
        ("办案量由80件增加到100件，增长35%。", "growth", "warning"),
        ("办理案件100件，较上年80件增长20%。", "growth", "warning"),
        ("办理案件100件，较上年120件增长20件。", "growth", "warning"),
        ("满意率由92%提高到95%，提高4个百分点。", "growth", "warning"),
        (
            "全市行政执法人员持证上岗人员共1148名。\n各单位继续努力。\n全市行政执法人员持证上岗人员共1128名。",
            "repeat",
            "warning",
        ),
        ("（一）学习。\n（二）落实。\n（四）检查。", "sequence", "info"),
        ("（一）学习。\n1、计划。\n3、检查。", "sequence", "info"),
        ("一是学习。\n二是落实。\n四是检查。", "sequence", "info"),
        ("一是学习，做到：一是计划，三是检查。", "sequence", "info"),
        ("共发放补贴58.6万元，其中民事34.2万元，刑事26.2万元。", "sum", "warning"),
        ("营商环境排名由45位前移到30位，前移25位。", "growth", "warning"),
        ("全省排名由第12位上升到第5位，上升8位。", "growth", "warning"),
        ("全年办理案件110件，同比去年100件增长15%。", "growth", "warning"),
    ],
)
def test_what_is_wrong_is_named(text: str, relation: str, severity: str) -> None:
    assert wrong(text) == [(relation, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "共收到复议申请67件，其中受理立案61件、办结57件。",
        "收到行政复议申请24件，受理22件，办结9件，法定期限办结率100%。",
        "审查重大行政决策5项，行政措施24项，合同协议15件，出具意见书63份。",
        "政府网站发布信息1052条，微信发布信息2986条。",
        "评出优秀案卷30本，其中有8本案卷入选优秀案例，占全区典型案例的三分之一。",
        "排查纠纷4759起，调解纠纷4679起，成功调处4600起，调解成功率98.3%。",
        "行政处罚类案件共349件，占比31%；其次为投诉举报类296件，占比27%；行政强制类共223件，占比20%。",
        "审结的案件977件中直接纠错236件，纠错率约为24%，较去年60件增长了近3倍。",
        "受理1033件，其中，决定维持435件，驳回申请136件。直接纠错236件，纠错率24.2%。",
        "收到申请2356件，受理2108件，审结1987件，其中直接纠错215件，综合纠错率31.6%。",
        "全年参训干部100人，优秀学员40人，学员优秀率30%。",
        "新收案件4件，上期结转5件，已结6件。",
        "办理建议92件，办复率达100%，人民满意率达97%。",
        "共调处纠纷6128起，调解率达100%，成功率达97%以上，其中疑难纠纷714起，群体性事件142起512人次。",
        "依申请事项496项（子项983项），其中184个事项最多跑一次。",
        "公证处办理公证100件，人均10件，共召开会议3次。",
        "主项覆盖数477项，主项覆盖率达88.01%，子项覆盖率达62.93%。",
        "反馈联合奖惩案例152例，占本地激励对象总数的67.26%。",
        "举办培训24场、宣传64场，共计发放资料5000份。",
        "由41名律师和23名法律工作者担任顾问。",
        "综治中心受理案件1388件，调解成功1113件；矛盾调解中心受理案件45件，调解成功45件。",
        "一、总体。\n（一）学习。\n（二）落实。\n二、问题。\n（一）不足。\n1、差距。\n2、短板。",
        "（一）学习。\n一是计划。\n1. 2019年统计表。",
        "在推进执法、司法的公安、法院、检察等2个部门试点。",
        "一是学习。\n二要落实。\n三是检查。",
        "一是学习，其二落实，三是检查。",
        "一是学习：一是计划，二是检查。\n二是落实。\n三是总结。",
        "（一）学习。\n一是计划。\n二是检查。\n（二）落实。\n三是总结。",
        "共有执法人员2350人，其中党员1800人，女性800人。",
        "共办理案件100件，其中涉企案件60件、重大案件70件。",
        "共办理案件100件（其中涉企案件60件，重大案件70件）。",
        "共有调解员500名，其中专职120名。",
        "办理法律援助案件100件，其中民事70件、刑事20件。",
        "办理法律援助案件100件，其中民事70件、刑事20件，行政复议案件60件。",
        "办理法律援助案件100件，其中民事70件，刑事20件，办理行政案件60件。",
        "办理案件100件，其中涉企案件60件、重大案件70件。",
        "共有政务服务事项1000项，其中可网办事项900项、最多跑一次事项800项。",
        "创建示范村100个，其中省级60个、市级70个。",
        "收到复议申请50件（维持30件，撤销15件，调解10件）。",
        "审结案件50件（终止20件，撤回15件，维持30件）。",
        "审结应诉案件50件（胜诉45件，驳回起诉20件）。",
        "审结复议案件50件，其中维持30件，人民调解40件。",
        "办结信访件50件（回访45件，答复48件）。",
        "审结案件50件（维持30件，撤销25件。",
        "参加培训100人（男60人，女40人，党员50人）。",
    ],
)
def test_numbers_that_merely_stand_together_stay_silent(text: str) -> None:
    assert wrong(text) == []


def test_a_message_shows_both_sides_operator_and_difference() -> None:
    (relation,) = checked("共清理文件99件（有效72件，废止14件，失效9件）。")
    assert relation.message == "清理文件：72 + 14 + 9 = 95 ≠ 99，相差 4，可能漏列一类"
    assert (relation.stated, relation.computed) == (99, 95)


def test_the_span_holds_all_numbers_of_the_relation() -> None:
    text = "共清理文件99件（有效72件，废止14件，失效9件）。"
    (relation,) = checked(text)
    assert text[relation.start : relation.end] == "99件（有效72件，废止14件，失效9件"


EXPECTED = {
    "daye-2021": [("sum", "99", "95", "warning")],
    "pingqiao-2021": [("sequence", "3", "2", "info"), ("sequence", "7", "6", "info")],
    "suizhou-2019": [],
    "wuzhong-2021": [],
    "zaoyang-2020": [("sum", "1063", "1070", "warning"), ("ratio", "99.61", "99.62", "info")],
}


@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize("report", sorted(EXPECTED))
def test_the_five_reports(report: str, folded: bool) -> None:
    text = (SEEDS / f"{report}.txt").read_text(encoding="utf-8")
    text = fold(text).text if folded else text
    named = [
        (r.relation, str(r.stated), str(r.computed), r.severity) for r in checked(text) if r.holds is False
    ]
    assert named == EXPECTED[report]


def test_enough_of_the_five_reports_is_checked() -> None:
    held = 0
    for report in EXPECTED:
        held += len(right((SEEDS / f"{report}.txt").read_text(encoding="utf-8")))
    assert held >= 15


_PIECES = [
    "共",
    "其中",
    "：",
    "（",
    "）",
    "99件",
    "72件",
    "57%",
    "占比",
    "，",
    "。",
    "等3个",
    "、",
    "由",
    "上升到",
    "共计",
    "1、",
    "\n",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_any_text_is_audited_without_crash(text: str) -> None:
    for relation in checked(text):
        assert 0 <= relation.start < relation.end <= len(text)
        assert relation.severity == "info" or relation.holds is False


def test_a_sentence_full_of_numbers_ends() -> None:
    assert isinstance(checked("共9件，其中" + "文件3件，" * 20000 + "。"), tuple)


def _counts(count: int) -> str:
    return "，".join(f"第{number}组走访{number + 3}户" for number in range(count))


@pytest.mark.parametrize(("before", "behind"), [(0, 58), (70, 0), (90, 90)])
def test_a_long_sentence_is_checked_around_every_number(before: int, behind: int) -> None:
    text = f"{_counts(before)}，共清理文件99件（有效72件，废止{{}}件，失效9件），{_counts(behind)}。"
    assert wrong(text.format(14)) == [("sum", "warning")]
    assert wrong(text.format(18)) == []


@pytest.mark.parametrize(
    ("right_one", "wrong_one", "relation"),
    [
        ("共清理文件90件，其中：有效70件，废止20件", "共清理文件90件，其中：有效70件，废止10件", "sum"),
        ("讲座6场、沙龙9场、路演5场，共计20场", "讲座6场、沙龙9场、路演5场，共计30场", "sum"),
        ("检查80次，其中联合检查20次，占比25%", "检查80次，其中联合检查20次，占比35%", "ratio"),
        ("投诉由80件减少到60件，减少25%", "投诉由80件减少到60件，减少35%", "growth"),
        ("检查80次，其中联合检查20次", "检查20次，其中联合检查80次", "bound"),
    ],
)
def test_every_form_is_found_in_a_long_sentence(right_one: str, wrong_one: str, relation: str) -> None:
    assert wrong(f"{_counts(80)}，{right_one}，{_counts(80)}。") == []
    assert wrong(f"{_counts(80)}，{wrong_one}，{_counts(80)}。") == [(relation, "warning")]


def test_parts_that_go_on_and_on_are_not_added_up() -> None:
    assert wrong("共有文件99件，其中：" + "，".join(["文件1件"] * 99) + "。") == []
    assert wrong("共有文件99件（其中" + "，".join(["文件1件"] * 99) + "）。") == []
    assert wrong("，".join(["文件1件"] * 99) + "，共计99件。") == []


@pytest.mark.parametrize(
    "text",
    [
        "100件，较上年3件增长12345678901234567890123456789012345%。",
        "认领事项1063项。可网上办理事项3项，可网办率28.653295128939828080229226361031%。",
        "检查3次，联合检查1次，占比33.3333333333333333333%。",
        "共1234567890123456789件，其中：甲1件，乙2件。",
    ],
)
def test_numerals_that_nobody_adds_up_are_left_alone(text: str) -> None:
    assert checked(text) == ()


def test_eighteen_digits_are_exact() -> None:
    text = "共计{}元，其中：甲100000000000000001元，乙300000000000000001元。"
    assert wrong(text.format(400000000000000002)) == []
    assert wrong(text.format(400000000000000003)) == [("sum", "warning")]


_FORMS = [
    "共{}件，其中：甲{}件，乙{}件。",
    "{}件，较上年{}件增长{}%。",
    "由{}件增加到{}件，增长{}%，由{}%提高到{}%，提高{}倍。",
    "认领事项{}项。可网上办理事项{}项，可网办率{}%。",
    "检查{}次，其中联合检查{}次，占比{}%。",
    "{}名执法人员参加考试，通过率为{}%。",
    "甲{}万元、乙{}亿元，共计{}万亿元。",
    "审结{}件（维持{}件，撤销{}余件）。",
    "由{}天压缩到{}天，压缩三分之{}，百分之{}。",
    "在公安、司法等{}个领域，约{}家，近{}%，{}以上。",
]
_DIGITS = st.one_of(
    st.integers(1, 9).map(str),
    st.integers(10**24, 10**39).map(str),
    st.integers(10**24, 10**37).map(lambda digits: f"{str(digits)[:2]}.{str(digits)[2:]}"),
    st.from_regex(r"[0-9]{1,45}(\.[0-9]{1,45})?", fullmatch=True),
    st.from_regex(r"0\.0{1,40}[1-9]{1,3}", fullmatch=True),
    st.from_regex(r"[0-9]{1,3}(,[0-9]{3}){0,12}[万亿]{0,4}", fullmatch=True),
    st.text("一九十百千万亿零点〇两", min_size=1, max_size=42),
    st.text("０１９．，", min_size=1, max_size=42),
)


@given(st.sampled_from(_FORMS), st.lists(_DIGITS, min_size=6, max_size=6))
def test_any_digits_anywhere_are_audited(form: str, digits: list[str]) -> None:
    for relation in checked(form.format(*digits)):
        assert re.search("E[+-]|NaN|Infinity", relation.message) is None
        assert relation.severity == "info" or relation.holds is False


@pytest.mark.parametrize(
    ("stated", "note"),
    [
        ("66.66%", "仅末位之差，可能是截尾"),  # 2 ÷ 3 = 66.666…%
        ("66.68%", "仅末位之差，可能是进位"),
        ("66.90%", ""),
    ],
)
def test_a_last_digit_cut_off_leaves_less_and_one_rounded_up_more(stated: str, note: str) -> None:
    (told,) = [r for r in checked(f"申请300件，其中办结200件，占{stated}。") if r.holds is False]
    assert told.note == note

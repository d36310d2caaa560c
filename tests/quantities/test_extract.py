"""What is found in words, form by form, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.quantities import Hedge, Kind, find_quantities
from scorer.text import fold


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Text, value (or low..high), unit and hedge of every quantity that is no ordinal."""
    found = []
    for q in find_quantities(text):
        value = f"{q.low:f}..{q.high:f}" if q.value is None else f"{q.value.normalize():f}"
        if q.kind is not Kind.ORDINAL:
            found.append((q.text, value, q.unit, q.hedge.value))
    return found


@pytest.mark.parametrize(
    ("words", "quantity", "value", "unit", "hedge"),
    [
        ("办复率达97%。", "97%", "97", "%", "exact"),
        ("调解成功率为97 %", "97 %", "97", "%", "exact"),
        ("满意度达１００％", "１００％", "100", "%", "exact"),
        ("办结率达百分之九十五", "百分之九十五", "95", "%", "exact"),
        ("达到百分之九十五点六以上", "百分之九十五点六", "95.6", "%", "at_least"),
        ("满意率百分之百", "百分之百", "100", "%", "exact"),
        ("回复率百分百", "百分百", "100", "%", "exact"),
        ("占千分之五", "千分之五", "0.5", "%", "exact"),
        ("降至2‰", "2‰", "0.2", "%", "exact"),
        ("占全部的九成", "九成", "90", "%", "exact"),
        ("占九成五，", "九成五", "95", "%", "exact"),
        ("七成以上的事项", "七成", "70", "%", "at_least"),
        ("好评率提高2.5个百分点", "2.5个百分点", "2.5", "个百分点", "exact"),
        ("占典型案例的四分之三", "四分之三", "75", "%", "exact"),
        ("跑动次数减少一半以上", "一半", "50", "%", "at_least"),
        ("约占1/4左右", "1/4", "25", "%", "approx"),
        ("2/3以上的成员", "2/3", "66.66666666666666666666666667", "%", "at_least"),
        ("约1.5万件", "1.5万件", "15000", "件", "approx"),
        ("总额4.78万亿元", "4.78万亿元", "4780000000000", "元", "exact"),
        ("减负六千五百多万元", "六千五百多万元", "65000000", "元", "over"),
        ("维权金额达82万余元", "82万余元", "820000", "元", "over"),
        ("补偿壹佰万元", "壹佰万元", "1000000", "元", "exact"),
        ("文件一百零五件", "一百零五件", "105", "件", "exact"),
        ("企业两百家", "两百家", "200", "家", "exact"),
        ("十几个部门", "十几个", "10..20", "个", "approx"),
        ("投入数十亿元", "数十亿元", "2000000000..9900000000", "元", "approx"),
        ("数百件案件", "数百件", "200..999", "件", "approx"),
        ("廿三项措施", "廿三项", "23", "项", "exact"),
        ("共1,234,567件", "1,234,567件", "1234567", "件", "exact"),
        ("共１，２３４件", "１，２３４件", "1234", "件", "exact"),
        ("列入预算 80 万元", "80 万元", "800000", "元", "exact"),
        ("配备1-2名专职人员", "1-2名", "1..2", "名", "exact"),
        ("仲裁申请（件） 865 +3.1%", "865", "865", "件", "exact"),
        ("办理许可（件）61240-8.2%", "61240", "61240", "件", "exact"),
        ("按时办结率（%）98.5", "98.5", "98.5", "%", "exact"),
        ("缩短至3至5个工作日", "3至5个工作日", "3..5", "工作日", "exact"),
        ("保持在90%—95%", "90%—95%", "90..95", "%", "exact"),
        ("2-3万人参加", "2-3万人", "20000..30000", "人", "exact"),
        ("下降百分之五至百分之十", "百分之五至百分之十", "5..10", "%", "exact"),
        ("排名由187位", "187位", "187", "位", "exact"),
        ("效率提高一倍", "一倍", "2", "倍", "exact"),
        ("规模提高到2倍", "2倍", "2", "倍", "exact"),
        ("产值翻两番", "两番", "4", "倍", "exact"),
        ("增长866%", "866%", "866", "%", "exact"),
        ("0.5个工作日内办结", "0.5个工作日", "0.5", "工作日", "at_most"),
        ("30日内答复", "30日", "30", "日", "at_most"),
        ("公示期不少于30日", "30日", "30", "日", "at_least"),
        ("一年半时间", "一年半", "1.5", "年", "exact"),
        ("为期半年", "半年", "0.5", "年", "exact"),
        ("历时一个多月", "一个多月", "1", "个月", "over"),
        ("两个半小时", "两个半小时", "2.5", "小时", "exact"),
        ("浏览量突破100万", "100万", "1000000", "", "over"),
        ("阅读量10万+", "10万", "100000", "", "at_least"),
        ("综合得分98.6，", "98.6", "98.6", "分", "exact"),
        ("近百家企业", "百家", "100", "家", "approx"),
        ("上千名群众", "千名", "1000", "名", "at_least"),
        ("逾200人次", "200人次", "200", "人次", "over"),
        ("突破1000件", "1000件", "1000", "件", "over"),
        ("不到3天", "3天", "3", "天", "under"),
        ("不超过6次", "6次", "6", "次", "at_most"),
        ("至少2次", "2次", "2", "次", "at_least"),
        ("30人左右", "30人", "30", "人", "approx"),
        ("50件以下", "50件", "50", "件", "at_most"),
        ("不少于本单位执法人员5%的标准", "5%", "5", "%", "at_least"),
        ("近三年共发生", "三年", "3", "年", "exact"),
        ("统一三个标准", "三个", "3", "个", "exact"),
        ("“100%”办结", "100%", "100", "%", "exact"),
        ("执法队伍15支", "15支", "15", "支", "exact"),
        ("0起安全事故", "0起", "0", "起", "exact"),
        ("农民工讨薪36案", "36案", "36", "案", "exact"),
    ],
)
def test_form(words: str, quantity: str, value: str, unit: str, hedge: str) -> None:
    assert told(words) == [(quantity, value, unit, hedge)]


def test_lists_share_their_unit() -> None:
    assert told("分别审理12、15和18件") == [
        ("12", "12", "件", "exact"),
        ("15", "15", "件", "exact"),
        ("18件", "18", "件", "exact"),
    ]


def test_a_change_gives_both_ends() -> None:
    assert [q[0] for q in told("由15万元增加到40万元")] == ["15万元", "40万元"]


def test_counts_side_by_side_are_two() -> None:
    assert [q[0] for q in told("变更1009项1829处")] == ["1009项", "1829处"]


@pytest.mark.parametrize(
    ("words", "hedge", "low", "high"),
    [
        ("近95%", Hedge.APPROX, 94, 95),
        ("约100件", Hedge.APPROX, 95, 105),
        ("97%以上", Hedge.AT_LEAST, 97, None),
    ],
)
def test_outer_hedges_make_intervals(words: str, hedge: Hedge, low: int, high: int | None) -> None:
    (quantity,) = find_quantities(words)
    assert (quantity.hedge, quantity.low, quantity.high) == (hedge, low, high)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("97%", Kind.PERCENT), ("三分之一", Kind.FRACTION), ("80万元", Kind.CURRENCY), ("140天", Kind.DURATION),
        ("1-2名", Kind.RANGE), ("位列全省第3位", Kind.RANK), ("提高一倍", Kind.MULTIPLE), ("45件", Kind.NUMBER),
        ("第三次会议", Kind.ORDINAL),
    ],
)  # fmt: skip
def test_kind(words: str, kind: Kind) -> None:
    (quantity,) = find_quantities(words)
    assert quantity.kind is kind


@pytest.mark.parametrize(
    "words",
    [
        "2021年", "2021以来", "2021-2025年", "2017—2020 年", "2021年度", "7月6日-29日", "10月16-17日", "每月18日",
        "12月31日前", "2021-01-11 17:07", "1—11月", "〔2021〕4号", "国发〔2018〕 1 号", "一是加强领导", "二是完善制度",
        "（一）坚持党的领导", "1、学习", "三项制度", "“三项制度”", "一网通办", "五证同发", "“十一个坚持”", "一规划两方案",
        "五办四中心", "法律七进", "四星级", "“八五”普法", "第一责任人", "第一时间", "“3·15”消费者权益日", "“12·4”",
        "“12.4”国家宪法日", "“210”标准", "“321服务”", "12345热线", "1+3+2+6+1+N", "9+1", "5+X", "二十大",
        "十九届四中全会", "千家万户", "百名行长进百企", "老百姓", "万人助万企", "汉孝随襄十", "24小时自助服务区",
        "7×24小时", "7*24小时", "7＊24小时", "三级联动", "进一步", "统一领导", "一律", "零售", "零投诉", "一批典型", "一支队伍管执法",
        "最多跑一次", "一次性告知", "“一件事一次办”", "四个意识", "两个维护", "八项规定", "三年行动计划", "十年禁渔",
        "三门峡市", "十分重要", "两会", "两法衔接", "5A级景区", "PM2.5", "A4纸", "4G网络", "100周年", "几个方面",
        "每一个环节", "上半年", "过半数", "万元", "《2021年工作要点12条》", "附件：1.2019年统计表", "第八个五年规划",
        "二次供水", "两张皮", "一方面", "八五期间", "十四五期间", "1+X证书3+2", "前三季度", "二十四节气",
    ],
)  # fmt: skip
def test_numerals_that_are_no_quantities(words: str) -> None:
    assert told(f"我市落实{words}，稳步推进。") == []


def test_ordinals_are_kept_as_ordinals() -> None:
    (quantity,) = find_quantities("召开第四十二次会议")
    assert (quantity.value, quantity.unit, quantity.kind) == (42, "次", Kind.ORDINAL)


@pytest.mark.parametrize("words", ["节约30天", "预约200人次", "就近5家", "赶超3个"])
def test_words_that_end_like_a_hedge_are_none(words: str) -> None:
    (quantity,) = find_quantities(words)
    assert quantity.hedge is Hedge.EXACT


def test_raw_text_and_folded_view_tell_the_same() -> None:
    raw = "市政府常务会议 2 次，预算 80 万元，办复率达１００％，共1,063件，"
    view = fold(raw)
    here = [(q.value, q.unit, (q.start, q.end)) for q in find_quantities(raw)]
    there = [(q.value, q.unit, view.span(q.start, q.end)) for q in find_quantities(view.text)]
    assert here == [(value, unit, (span.start, span.end)) for value, unit, span in there]
    assert len(here) == 4


_CHARACTERS = "0123456789０１９零一二两三十百千万亿几数半余多第年月日号个项件名%％‰成分之点至到-—~+·.,，、。《》“”（） \n约近超以上内率壹佰伍元"


@settings(max_examples=300)
@given(st.one_of(st.text(), st.text(alphabet=_CHARACTERS, max_size=60)))
def test_no_text_crashes_and_every_span_slices(text: str) -> None:
    last = 0
    for quantity in find_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert last <= quantity.start < quantity.end <= len(text)
        last = quantity.end
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high


@pytest.mark.parametrize(
    "piece", ["1", "一", "1,", "百分之", "1、", "第", "《", "“", "几十", "1-", "十万亿", "1.", "半年"]
)
def test_hostile_repetition_ends(piece: str) -> None:
    assert isinstance(find_quantities(piece * 30000), tuple)


def test_every_order_of_unit_and_hedge_stays_in_its_clause() -> None:
    assert told("不超过，100件") == [("100件", "100", "件", "exact")]


@pytest.mark.parametrize(
    "written", ["百分之 95", "百分之９５", "百分之九十五", "九成五", "95 %", "９５％", "95﹪"]
)
def test_one_rate_in_every_writing(written: str) -> None:
    (quantity,) = find_quantities(f"覆盖率达{written}。")
    assert (quantity.text, quantity.value, quantity.unit) == (written, 95, "%")


@pytest.mark.parametrize(
    "written",
    ["1万2千件", "1.2万件", "１.２万件", "一万二千件", "壹万贰仟件", "12000件", "12,000件", "１２，０００件"],
)
def test_one_count_in_every_writing(written: str) -> None:
    (quantity,) = find_quantities(f"共办理{written}。")
    assert (quantity.text, quantity.value, quantity.unit) == (written, 12000, "件")


@pytest.mark.parametrize("name", ["第八个五年规划", "第一个百年奋斗目标", "第十四个五年计划"])
def test_periods_by_name_are_no_ordinals(name: str) -> None:
    assert find_quantities(f"实施{name}。") == ()


def test_asterisks_around_a_number_only_stress_it() -> None:
    assert [one.text for one in find_quantities("审查**20件**，办结*3项*")] == ["20件", "3项"]

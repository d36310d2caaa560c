"""Units: how they are recognised and when two of them count the same."""

from __future__ import annotations

import pytest

from scorer.quantities import COUNTERS, UNITS, find_quantities, same_unit, unit_matches
from scorer.quantities.units import find_unit, plain_unit


@pytest.mark.parametrize(
    "word", ["件", "个", "%", "万元", "亿元", "工作日", "个工作日", "人次", "个百分点", "学时", "位", "户"]
)
def test_units_that_a_framework_may_ask_for(word: str) -> None:
    assert word in UNITS


@pytest.mark.parametrize("word", ["是否", "", "制度", "万"])
def test_other_words_are_no_units(word: str) -> None:
    assert word not in UNITS


COUNTING = "件 项 次 名 家 份 起 场 条 个 人 期 台 支 类 户 宗 批次 人次 万元 亿元 元 % 天 日 小时 工作日 个工作日 倍 分"
NOUNS_TOO = "企业 社区 街道 乡镇 乡 镇 部门 单位 方面 省 市 县 区 村 村居 季度 个季度 站 队 课 路"


@pytest.mark.parametrize("word", COUNTING.split())
def test_counters_only_count(word: str) -> None:
    assert word in COUNTERS


@pytest.mark.parametrize("word", NOUNS_TOO.split())
def test_units_that_are_nouns_too_are_no_counters(word: str) -> None:
    assert word in UNITS
    assert word not in COUNTERS


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("接入视频1200路", "路"), ("立案3宗", "宗"), ("评查案件12卷", "卷"), ("发放手册5000册", "册"),
        ("张贴海报300幅", "幅"), ("制作展板80块", "块"), ("设置咨询点15处", "处"), ("修建广场3座", "座"),
        ("配备执法车12辆", "辆"), ("整治危房30栋", "栋"), ("退耕土地500亩", "亩"), ("建成长廊3公里", "公里"),
        ("阵地面积1200平方米", "平方米"), ("查扣物品12吨", "吨"), ("推送文章120篇", "篇"), ("录制视频20集", "集"),
        ("开设法治课堂30讲", "讲"), ("培训40课时", "课时"), ("培训60学时", "学时"), ("讲授法治课20节", "节"),
        ("选派干部2批", "批"), ("分3批次", "批次"), ("开展督查3轮", "轮"), ("连续举办5届", "届"), ("过堂2遍", "遍"),
        ("回访2回", "回"), ("典型案例5例", "例"), ("发放贷款45笔", "笔"), ("受理工单8000单", "单"), ("采购警犬3只", "只"),
        ("设检查点位30个点位", "个"), ("检查点位30点位", "点位"), ("建成学校20所", "所"), ("设服务站15站", "站"),
        ("组建宣讲队12队", "队"), ("编成小组6组", "组"), ("走访2000户次", "户次"), ("检查300家次", "家次"),
        ("出动300车次", "车次"), ("加开12班次", "班次"), ("培训30场次", "场次"), ("办班6期次", "期次"),
        ("投入300人天", "人天"), ("聘用协管30员", "员"), ("聘任顾问3位", "位"), ("植树500棵", "棵"),
        ("接听来电8000通", "通"), ("拍摄节目52档", "档"), ("出动警力1200警次", "警次"), ("巡查600处次", "处次"),
        ("出动3000人（次）", "人次"), ("出动3000人(次)", "人次"), ("检查100余家（次）", "家次"), ("出动1200人/次", "人次"),
        ("全市7家乡镇", "家"), ("接种2万剂次", "剂次"), ("关停3口井", "口"), ("推广10款产品", "款"),
    ],
)  # fmt: skip
def test_classifiers_of_the_trade(words: str, unit: str) -> None:
    assert [quantity.unit for quantity in find_quantities(words)] == [unit]


@pytest.mark.parametrize(
    "words",
    [
        "开通301路公交",
        "八一路",
        "两讲话精神",
        "2通过验收",
        "3档案室",
        "十九届四中全会",
        "新一届政府",
        "第2路线图",
        "5通知书",
    ],
)
def test_words_that_begin_like_a_classifier_of_the_trade(words: str) -> None:
    assert find_quantities(words) == ()


@pytest.mark.parametrize("text", ["期间", "分别", "人民", "条例", "本市", "名单", "起来", "市级", "年度"])
def test_words_that_begin_like_a_unit(text: str) -> None:
    assert find_unit(text, 0) is None


@pytest.mark.parametrize(
    ("text", "unit"), [("个工作日内", "个工作日"), ("人次", "人次"), ("个部门", "个"), ("部门", "部门")]
)
def test_the_longest_unit_wins(text: str, unit: str) -> None:
    found = find_unit(text, 0)
    assert found is not None
    assert found[1] == unit


@pytest.mark.parametrize(
    ("a", "b"), [("万元", "亿元"), ("元", "万元"), ("天", "日"), ("个小时", "小时"), ("件", "件")]
)
def test_same(a: str, b: str) -> None:
    assert same_unit(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("件", "份"), ("元", "万美元"), ("%", "个百分点"), ("天", "小时"), ("人", "人次")]
)
def test_not_same(a: str, b: str) -> None:
    assert not same_unit(a, b)


@pytest.mark.parametrize(
    ("wanted", "words", "answer"),
    [
        ("万元", "39.66亿元", True), ("亿元", "80万元", True), ("%", "百分之九十", True), ("%", "九成以上", True),
        ("%", "三分之一", True), ("件", "45件", True), ("工作日", "0.5天", True), ("工作日", "1个工作日", True),
        ("件", "45份", False), ("%", "3个百分点", False), ("次", "第三次", False), ("天", "1个工作日", False),
    ],
)  # fmt: skip
def test_matches(wanted: str, words: str, answer: bool) -> None:
    (quantity,) = find_quantities(words)
    assert unit_matches(wanted, quantity) is answer


def test_unknown_words_stay_as_they_are() -> None:
    assert plain_unit("光年") == "光年"

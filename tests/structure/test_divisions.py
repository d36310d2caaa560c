"""Places and levels, written down from the law and the map, not from the table."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.shipped import shipped
from scorer.structure.division_names import short_forms
from scorer.structure.division_table import division_table
from scorer.structure.divisions import level_of, lookup, resolve
from scorer.structure.model import Level

PROVINCE, CITY, COUNTY = Level.PROVINCE, Level.CITY, Level.COUNTY


@pytest.mark.parametrize(
    ("mention", "level", "kind", "parents"),
    [
        ("湖北省", PROVINCE, "省", ()),
        ("北京市", PROVINCE, "直辖市", ()),
        ("内蒙古自治区", PROVINCE, "自治区", ()),
        ("香港特别行政区", PROVINCE, "特别行政区", ()),
        ("吴忠市", CITY, "地级市", ("宁夏回族自治区",)),
        ("随州市", CITY, "地级市", ("湖北省",)),
        ("东莞市", CITY, "地级市", ("广东省",)),
        ("中山市", CITY, "地级市", ("广东省",)),
        ("嘉峪关市", CITY, "地级市", ("甘肃省",)),
        ("三沙市", CITY, "地级市", ("海南省",)),
        ("朝阳市", CITY, "地级市", ("辽宁省",)),
        ("恩施土家族苗族自治州", CITY, "自治州", ("湖北省",)),
        ("大兴安岭地区", CITY, "地区", ("黑龙江省",)),
        ("锡林郭勒盟", CITY, "盟", ("内蒙古自治区",)),
        ("大冶市", COUNTY, "县级市", ("湖北省", "黄石市")),
        ("枣阳市", COUNTY, "县级市", ("湖北省", "襄阳市")),
        ("平桥区", COUNTY, "市辖区", ("河南省", "信阳市")),
        ("光明区", COUNTY, "市辖区", ("广东省", "深圳市")),
        ("海淀区", COUNTY, "市辖区", ("北京市",)),
        ("浦东新区", COUNTY, "市辖区", ("上海市",)),
        ("临平区", COUNTY, "市辖区", ("浙江省", "杭州市")),
        ("东乡族自治县", COUNTY, "自治县", ("甘肃省", "临夏回族自治州")),
        ("准格尔旗", COUNTY, "旗", ("内蒙古自治区", "鄂尔多斯市")),
        ("鄂伦春自治旗", COUNTY, "自治旗", ("内蒙古自治区", "呼伦贝尔市")),
        ("六枝特区", COUNTY, "特区", ("贵州省", "六盘水市")),
        ("仙桃市", COUNTY, "县级市", ("湖北省",)),
        ("神农架林区", COUNTY, "林区", ("湖北省",)),
        ("济源市", COUNTY, "县级市", ("河南省",)),
        ("五指山市", COUNTY, "县级市", ("海南省",)),
        ("石河子市", COUNTY, "县级市", ("新疆维吾尔自治区",)),
        ("图木舒克市", COUNTY, "县级市", ("新疆维吾尔自治区",)),
    ],
)
def test_an_official_name_has_level_kind_and_parents(
    mention: str, level: Level, kind: str, parents: tuple[str, ...]
) -> None:
    division = resolve(mention)
    assert division is not None
    assert (division.name, division.level, division.kind, division.parents) == (mention, level, kind, parents)


@pytest.mark.parametrize(
    ("mention", "code"),
    [
        ("信阳市平桥区", "411503"),
        ("河南省信阳市平桥区", "411503"),
        ("北京市海淀区", "110108"),
        ("深圳市龙华区", "440309"),
        ("海口市龙华区", "460106"),
        ("重庆市涪陵区", "500102"),
        ("湖北省仙桃市", "429004"),
        ("海南海口市", "460100"),
        ("恩施州来凤县", "422827"),
        ("大 冶 市", "420281"),
        ("新疆生产建设兵团第八师石河子市", "659001"),
        ("第三师图木舒克市", "659003"),
    ],
)
def test_parents_in_the_mention_are_understood(mention: str, code: str) -> None:
    division = resolve(mention)
    assert division is not None
    assert division.code == code


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("大冶", "大冶市"),
        ("枣阳", "枣阳市"),
        ("吴忠", "吴忠市"),
        ("新疆", "新疆维吾尔自治区"),
        ("内蒙古", "内蒙古自治区"),
        ("恩施州", "恩施土家族苗族自治州"),
        ("湘西州", "湘西土家族苗族自治州"),
        ("积石山县", "积石山保安族东乡族撒拉族自治县"),
        ("博州", "博尔塔拉蒙古自治州"),
        ("襄阳", "襄阳市"),  # the district of that name is gone
    ],
)
def test_short_names(mention: str, name: str) -> None:
    division = resolve(mention)
    assert division is not None
    assert division.name == name


@pytest.mark.parametrize(
    ("mention", "context", "code"),
    [
        ("鼓楼区", "南京市人民政府", "320106"),
        ("鼓楼区", "江苏省徐州市", "320302"),
        ("朝阳区", "在北京市委领导下", "110105"),
        ("朝阳区", "吉林省委、长春市委", "220104"),
        ("龙华区", "海口市", "460106"),
        ("桥西区", "邢台市委", "130503"),  # called 信都区 since 2020
    ],
)
def test_the_context_decides_between_namesakes(mention: str, context: str, code: str) -> None:
    division = resolve(mention, context)
    assert division is not None
    assert division.code == code
    assert level_of(mention, context)[0] is COUNTY


@pytest.mark.parametrize("mention", ["鼓楼区", "朝阳区", "龙华区", "朝阳"])
@pytest.mark.parametrize("context", ["", "四川省成都市"])
def test_namesakes_are_not_guessed(mention: str, context: str) -> None:
    assert resolve(mention, context) is None


def test_a_context_that_names_two_parents_decides_nothing() -> None:
    assert resolve("鼓楼区", "南京市与福州市结对") is None


@pytest.mark.parametrize(
    ("mention", "level", "source"),
    [
        ("大冶市", COUNTY, "国家行政区划代码 420281 大冶市（县级市）"),
        ("鼓楼区", COUNTY, "“鼓楼区”有4处同名，均为市辖区"),
        ("龙华区", COUNTY, "“龙华区”有2处同名，均为市辖区"),
        ("朝阳", None, "“朝阳”同名而级别不同：北京市朝阳区（市辖区）、辽宁省朝阳市（地级市）"),
        ("襄樊市", CITY, "国家行政区划代码 420600 襄樊市（地级市，见于2010年10月及以前的代码表）"),
        ("黑风市", None, "行政区划代码表中没有“黑风市”"),
        ("和康县", COUNTY, "行政区划代码表中没有“和康县”，按通名“县”定为县级"),
    ],
)
def test_the_level_comes_with_its_reason(mention: str, level: Level | None, source: str) -> None:
    assert level_of(mention) == (level, source)


@pytest.mark.parametrize("mention", ["恩施", "吉林", "海南", "巴州"])
def test_a_short_name_of_several_levels_has_none(mention: str) -> None:
    assert level_of(mention)[0] is None


@pytest.mark.parametrize(
    ("mention", "until", "parents"),
    [
        ("襄樊市", "201010", ("湖北省",)),
        ("莱芜市", "201904", ("山东省",)),
        ("崇文区", "200912", ("北京市",)),
        ("章丘市", "201611", ("山东省", "济南市")),
        ("那曲地区", "201709", ("西藏自治区",)),
        ("港闸区", "201904", ("江苏省", "南通市")),
    ],
)
def test_former_names_are_known_as_such(mention: str, until: str, parents: tuple[str, ...]) -> None:
    division = resolve(mention)
    assert division is not None
    assert (division.until, division.parents) == (until, parents)


def test_a_name_in_force_goes_before_a_former_one() -> None:
    division = resolve("儋州市")  # a county until 2015
    assert division is not None
    assert (division.level, division.until) == (CITY, "")
    assert [known.code for known in lookup("儋州市")] == ["460400", "469003"]


def test_a_former_parent_leads_to_the_former_district() -> None:
    division = resolve("莱芜市钢城区")
    assert division is not None
    assert division.code == "371203"
    today = resolve("济南市钢城区")
    assert today is not None
    assert today.code == "370117"


@pytest.mark.parametrize(
    "mention",
    [
        "",
        "市",
        "区",
        "我市",
        "黑风市",
        "杭州市大冶市",
        "龙光明区",
        "雄安新区",
        "大冶市教育局",
        "金山店镇",
        "x" * 100_000,
    ],
)
def test_what_is_no_division_resolves_to_nothing(mention: str) -> None:
    assert resolve(mention) is None
    assert level_of(mention)[0] is None


def test_lookup_wants_the_exact_official_name() -> None:
    assert [division.code for division in lookup("鼓楼区")] == ["320106", "320302", "350102", "410204"]
    assert lookup("大冶") == ()


@given(st.text(alphabet="湖北省黄石市大冶朝阳区县自治州族旗 \n", max_size=30), st.text(max_size=10))
def test_any_mention_is_answered(mention: str, context: str) -> None:
    division = resolve(mention, context)
    level, source = level_of(mention, context)
    assert source
    assert division is None or level is division.level


def _rows() -> list[tuple[str, str, str]]:
    lines = shipped("scorer.structure", "divisions.tsv").splitlines()
    parts = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(code, name, until[0] if until else "") for code, name, *until in parts]


def test_every_row_is_found_by_its_name_its_code_and_its_short_forms() -> None:
    names, codes, forms = defaultdict(list), defaultdict(list), defaultdict(list)
    for row in _rows():
        codes[row[0]].append(row)
        names[row[1]].append(row)
        for form in short_forms(row):
            forms[form].append(row)
    table = division_table()
    for found, expected in ((table.code, codes), (table.official, names), (table.short, forms)):
        assert {key: list(found(key)) for key in expected} == expected
    assert not any(table.official(form) for form in set(forms) - set(names))
    assert not any(table.short(name) for name in set(names) - set(forms))


@pytest.mark.parametrize(
    "odd", ["", "市", "\t", "\n", "北京市\n110101", "110000\t北京市", "#", "# Generated", "201904"]
)
def test_what_is_no_name_is_not_found(odd: str) -> None:
    table = division_table()
    assert (table.official(odd), table.short(odd), table.code(odd)) == ((), (), ())

"""The five sample reports as a reader would describe them; written down from reading."""

from __future__ import annotations

import pytest

from scorer.structure.model import Level, Role
from tests.structure.conftest import seed

A, P, N, C = Role.ACHIEVEMENT, Role.PROBLEM, Role.PLAN, Role.CLOSING
PRE, X = Role.PREAMBLE, Role.CHROME

DAYE, WUZHONG, ZAOYANG = "daye-2021", "wuzhong-2021", "zaoyang-2020"
PINGQIAO, SUIZHOU = "pingqiao-2021", "suizhou-2019"


@pytest.mark.parametrize(
    "name, title, place, level, year, issuer, number, date",
    [
        (
            DAYE, "大冶市人民政府关于2021年度法治政府建设情况的报告", "大冶市", Level.COUNTY, 2021,
            "大冶市人民政府", None, "2022-03-02",
        ),
        (
            WUZHONG, "吴忠市人民政府关于2021年法治政府建设工作情况的报告", "吴忠市", Level.CITY, 2021,
            "吴忠市人民政府", "吴政发〔2022〕3号", "2022-01-17",
        ),
        (
            ZAOYANG, "枣阳市2020年法治政府建设工作报告", "枣阳市", Level.COUNTY, 2020,
            "中共枣阳市委全面依法治市委员会办公室", None, "2021-01-11",
        ),
        (
            PINGQIAO, "信阳市平桥区人民政府关于2021年度法治政府建设工作的报告", "信阳市平桥区", Level.COUNTY, 2021,
            "信阳市平桥区人民政府", None, None,
        ),
        (
            SUIZHOU, "随州市人民政府关于2019年随州市法治政府建设工作情况的报告", "随州市", Level.CITY, 2019,
            "随州市人民政府", "随州政文〔2020〕6号", "2020-01-17",
        ),
    ],
)  # fmt: skip
def test_metadata(
    name: str,
    title: str,
    place: str,
    level: Level,
    year: int,
    issuer: str,
    number: str | None,
    date: str | None,
) -> None:
    found = seed(name).report.metadata
    assert (found.title, found.place, found.level, found.year) == (title, place, level, year)
    assert (found.issuer, found.document_number, found.date) == (issuer, number, date)


def test_level_says_where_it_comes_from() -> None:
    assert seed(DAYE).report.metadata.level_source == "国家行政区划代码 420281 大冶市（县级市）"
    assert seed(PINGQIAO).report.metadata.level_source == "国家行政区划代码 411503 平桥区（市辖区）"


@pytest.mark.parametrize(
    "name, field, words",
    [
        (DAYE, "title", "大冶市人民政府关于2021年度法治政府建设情况的报告"),
        (DAYE, "issuer", "大冶市人民政府"),
        (DAYE, "date", "2022年3月2日"),
        (WUZHONG, "title", "吴忠市人民政府关于\n2021年法治政府建设工作情况的报告"),
        (WUZHONG, "document_number", "吴政发〔2022〕3号"),
        (ZAOYANG, "issuer", "中共枣阳市委全面依法治市委员会办公室"),
        (SUIZHOU, "document_number", "随州政文〔2020〕6号"),
    ],
)
def test_metadata_spans_cut_the_words(name: str, field: str, words: str) -> None:
    report = seed(name).report
    assert report.text.cut(report.metadata.spans[field]) == words


def test_signature_and_not_the_page_header_gives_issuer_and_date() -> None:
    report = seed(ZAOYANG).report
    chrome = report.text.content.index("来源:中共枣阳市委")
    assert report.metadata.spans["issuer"].start > chrome + 1000
    assert report.metadata.spans["date"].start > report.metadata.spans["issuer"].end


@pytest.mark.parametrize("name", [DAYE, WUZHONG, ZAOYANG, PINGQIAO, SUIZHOU])
def test_no_warnings(name: str) -> None:
    assert seed(name).codes() == set()


@pytest.mark.parametrize(
    "name, words, role",
    [
        # 大冶: one heading for problems and plans
        (DAYE, "2021年，我市坚持以习近平", PRE),
        (DAYE, "现将2021年我市法治政府", PRE),
        (DAYE, "一是注重“关键少数”", A),
        (DAYE, "2022年1月5日—11日，对全市75家单位", A),
        (DAYE, "对政府合同履约情况进行专项清理清查", A),
        (DAYE, "责令限期整改", A),
        (DAYE, "不存在有案不移", A),
        (DAYE, "一年以来，我市法治政府建设工作虽然", P),
        (DAYE, "2022年，我市将全面落实", N),
        (DAYE, "重点抓好以下几项工作", N),
        (DAYE, "一是提高政治站位", N),
        (DAYE, "四是强化重大决策监管", N),
        (DAYE, "严格执行公众参与、专家论证、风险评估、合法性审查、集体讨论决定的法定决策程序", N),
        (DAYE, "不断增强普法宣传的社会效果", N),
        (DAYE, "大冶市人民政府\n2022年3月2日", C),
        # 吴忠: the heading says plan, its first paragraph tells problems
        (WUZHONG, "吴政发〔2022〕3号", X),
        (WUZHONG, "吴忠市被评为全区法治政府建设示范市", PRE),
        (WUZHONG, "部署下一阶段工作", A),
        (WUZHONG, "目前，各类共性、个性问题已全部整改到位", A),
        (WUZHONG, "审计查出主要问题涉及金额", A),
        (WUZHONG, "群众获得感幸福感安全感持续提升", A),
        (WUZHONG, "虽然全市法治政府建设取得了一定的成绩", P),
        (WUZHONG, "法治机构人员配备和工作保障与新形势下", P),
        (WUZHONG, "下一步的工作思路：一是", N),
        (WUZHONG, "重点抓好执法力量下沉到基层，切实解决基层一线执法水平偏低的问题", N),
        (WUZHONG, "严格落实持证上岗和资格管理制度", N),
        (WUZHONG, "切实推动法治政府建设目标任务的落实", N),
        (WUZHONG, "2022年1月17日", C),
        # 枣阳: page chrome; problems and plan without a heading, in one paragraph
        (ZAOYANG, "当前所在位置", X),
        (ZAOYANG, "日期:2021-01-11", X),
        (ZAOYANG, "2020年,枣阳市始终坚持", PRE),
        (ZAOYANG, "要求行政机关负责人主动出庭应诉", A),
        (ZAOYANG, "严厉打击非法捕捞和非法采砂等突出问题", A),
        (ZAOYANG, "切实解决人民群众反映强烈", A),
        (ZAOYANG, "虽然我市在法治政府建设工作中", P),
        (ZAOYANG, "越级信访和过激信访行为仍有发生", P),
        (ZAOYANG, "下一步,我们将继续", N),
        (ZAOYANG, "中共枣阳市委全面依法治市委员会办公室\n\n", C),
        (ZAOYANG, "2021年1月11日", C),
        (ZAOYANG, "我要写信", X),
        (ZAOYANG, "返回顶部", X),
        # 平桥: three sections, numbers with gaps, no signature
        (PINGQIAO, "现将有关工作情况报告如下", PRE),
        (PINGQIAO, "主动向区委、区人大报告法治政府建设情况及存在问题", A),
        (PINGQIAO, "通过制发工作通报，对发现的问题及时责令纠正", A),
        (PINGQIAO, "引导在校学生树立法治观念", A),
        (PINGQIAO, "虽然我区法治政府建设取得了一系列成绩", P),
        (PINGQIAO, "少数乡镇、部门在推进法治政府建设工作思想重视程度", P),
        (PINGQIAO, "执法规范化建设亟需加强", P),
        (PINGQIAO, "2022年，我区将以习近平法治思想为指导", N),
        (PINGQIAO, "加强行政决策后评估", N),
        (PINGQIAO, "继续探索建立市场主体轻微违法", N),
        # 随州: words cut by pages, hidden problems and plan, formula, attachments
        (SUIZHOU, "随州市人民政府文件", X),
        (SUIZHOU, "签发人", X),
        (SUIZHOU, "省人民政府：", PRE),
        (SUIZHOU, "2019年，在省委、省政府的正确领导", PRE),
        (SUIZHOU, "科学谋划 2019 年各项任务", A),
        (SUIZHOU, "提出 22 项工作计划项目", A),
        (SUIZHOU, "对于机构改革后部分单位没有具有法律职业资格", A),
        (SUIZHOU, "组织开展行政执法突出问题专项治理活动", A),
        (SUIZHOU, "找差距、补短板", A),
        (SUIZHOU, "2019年，随州法治政府建设工作取得了一定成绩", P),
        (SUIZHOU, "影响了行政执法质量等", P),
        (SUIZHOU, "2020年，我市将坚持以习近平", N),
        (SUIZHOU, "专此报告", C),
        (SUIZHOU, "2. 2019年法治建设机构建设统计表", C),
        (SUIZHOU, "2020年1月17日", C),
    ],
)
def test_roles(name: str, words: str, role: Role) -> None:
    assert seed(name).role(words) is role


@pytest.mark.parametrize(
    "name, order",
    [
        (DAYE, [PRE, A, P, N, C]),
        (WUZHONG, [X, PRE, A, N, P, N, C]),  # the heading 下一步工作思路, then problems, then the plan
        (ZAOYANG, [X, PRE, X, PRE, A, P, N, C, X]),
        (PINGQIAO, [PRE, A, P, N]),
        (SUIZHOU, [X, PRE, A, P, N, C]),
    ],
)
def test_order_of_roles(name: str, order: list[Role]) -> None:
    assert [stretch.role for stretch in seed(name).report.roles] == order


def test_sections_of_daye() -> None:
    assert seed(DAYE).sections() == [
        (1, "一、2021年工作情况"),
        (2, "（一）坚持党的领导，统筹推进法治政府建设。"),
        (2, "（二）坚持合法审查，提升法治政府治理水平。"),
        (2, "（三）坚持放管服改革，不断优化法治化营商环境。"),
        (2, "（四）坚持严格执法，深入推进法治政府建设。"),
        (2, "（五）坚持法治宣传，不断提升社会治理水平。"),
        (2, "（六）坚持行政监督，规范法治政府权力运行。"),
        (1, "二、存在的问题和下一步打算"),
    ]


def test_run_in_points_of_daye() -> None:
    sections = seed(DAYE).report.sections
    third = next(index for index, section in enumerate(sections) if section.title.startswith("（四）"))
    points = [section.title for section in sections if section.depth == 4 and section.parent == third]
    assert points == [
        "一是严格落实行政执法“三项制度”。",
        "二是强化督导检查工作。",
        "三是加强执法队伍建设。",
        "四是编制企业轻微违法行为首次不罚清单。",
        "五是有效开展“两法衔接”工作。",
    ]
    # In the sixth section the points follow each other in one paragraph.
    assert seed(DAYE).section("三是认真履行审计监督职责").depth == 4


def test_sections_of_wuzhong_run_into_their_paragraphs() -> None:
    reading = seed(WUZHONG)
    assert reading.sections()[:3] == [
        (1, "一、主要工作开展情况"),
        (2, "（一）学深悟透习近平法治思想，加快推进法治政府建设进程。"),
        (2, "（二）完善依法行政制度体系，有力推动科学民主依法决策。"),
    ]
    assert reading.sections()[-1] == (1, "二、下一步工作思路")
    plan = reading.report.sections.index(reading.section("二、下一步"))
    points = [section.title[:8] for section in reading.report.sections if section.parent == plan]
    assert points == [
        "一是不断深化法治",
        "二是不断加强合法",
        "三是深入推行行政",
        "四是进一步提升法",
        "五是充分发挥督察",
    ]


def test_sections_of_pingqiao_keep_gaps_and_the_heading_without_number() -> None:
    sections = seed(PINGQIAO).sections()
    assert [title[:3] for depth, title in sections if depth == 2] == [
        "（一）", "（二）", "（三）", "（四）", "（五）", "强化行", "（七）", "（八）", "（一）", "（二）", "（三）", "（四）",
    ]  # fmt: skip
    at = sections.index((2, "（三）健全依法行政制度体系，高效率提升政府行政决策水平"))
    assert [title[:2] for _, title in sections[at + 1 : at + 3]] == ["1、", "3、"]
    assert (2, "强化行政权力制约和监督，高水准增强政府公信力执行力") in sections


def test_sections_of_suizhou_join_the_heading_that_a_page_cut() -> None:
    assert [title for depth, title in seed(SUIZHOU).sections() if depth == 1] == [
        "一、党政领导干部学习贯彻习近平总书记关于法治政府建设的重要指示和中央有关决策部署情况",
        "二、构建系统完备、科学规范、运行有效的依法行政制度体系和健全科学、民主、依法决策机制情况",
        "三、推进严格规范公正文明执法，提升行政执法公信力，实现社会公平正义的情况",
        "四、推动法治政府建设责任落实情况",
    ]


@pytest.mark.parametrize(
    "joined",
    [
        "高度重视法治建设",
        "迅速组织实施国务院",
        "在发改、公安、人社",
        "法律顾问意见的事项一律退回",
        "建设示范创建基础",
    ],
)
def test_words_cut_by_a_page_are_whole_in_the_view(joined: str) -> None:
    assert joined in seed(SUIZHOU).report.view.text


def test_sections_end_where_the_next_begins() -> None:
    report = seed(DAYE).report
    first, last = seed(DAYE).section("一、"), seed(DAYE).section("二、存在")
    assert report.text.content[first.start : first.end].endswith("最快速最合理的解决。")
    assert report.text.content[last.start : last.end].endswith("普法宣传新模式。")


def test_only_headings_on_a_line_of_their_own_are_headings() -> None:
    assert seed(DAYE).sentence("（一）坚持党的领导").heading
    assert seed(WUZHONG).sentence("（一）学深悟透").heading  # a label before 一是
    assert (
        not seed(PINGQIAO).sentence("2、全面推进行政执法“三项制度”").heading
    )  # opens its paragraph and says something
    assert not seed(WUZHONG).sentence("一是全面推行行政执法三项制度").heading


def test_sentence_knows_its_section() -> None:
    reading = seed(PINGQIAO)
    section = reading.sentence("全年收到行政诉讼案件4件").section
    assert section is not None
    assert reading.report.sections[section].title == "3、加强系统规范化建设，扎实推进行政复议应诉工作。"


@pytest.mark.parametrize(
    "name, words, realis",
    [
        (DAYE, "按照不少于本单位执法人员5%的标准", "quoted"),
        (DAYE, "配置了160余名法制审核人员", "done"),
        (DAYE, "湖北高院发布", "quoted"),
        (DAYE, "市法院通过持续深化", "quoted"),
        (DAYE, "将习近平法治思想纳入", "done"),
        (DAYE, "将公众参与、专家论证", "done"),
        (DAYE, "不存在有案不移", "done"),
        (DAYE, "无错证、假证发生", "done"),
        (WUZHONG, "将629名行政事业编制调整", "done"),
        (WUZHONG, "将企业开办时间压缩在1个工作日", "done"),
        (WUZHONG, "还存在一些问题", "problem"),
        (WUZHONG, "完善法治政府建设考核制度", "planned"),
        (ZAOYANG, "按照省、襄阳市统一部署", "quoted"),
        (ZAOYANG, "人民法院受理行政诉讼案件数量", "quoted"),
        (ZAOYANG, "将每年15万元的法治建设经费", "done"),
        (ZAOYANG, "对符合准入条件要求的投资项目", "done"),
        (PINGQIAO, "对标全国先进地区西安市", "quoted"),
        (PINGQIAO, "将每月18日定为村", "done"),
        (SUIZHOU, "将其作为城市治理的重要责任", "done"),
        (SUIZHOU, "按照减少层次、整合队伍", "quoted"),
    ],
)
def test_realis(name: str, words: str, realis: str) -> None:
    assert seed(name).clause(words).realis.value == realis

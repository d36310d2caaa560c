"""The role of a sentence: headings hint, sentences decide."""

from __future__ import annotations

import pytest

from scorer.structure import parse_fragment
from scorer.structure.model import Level, Role
from scorer.text import Text
from tests.structure.conftest import Reading, seed

HEAD = (
    "某县人民政府关于2021年度法治政府建设情况的报告\n2021年，我县扎实推进法治政府建设。现将情况报告如下：\n"
)
DEEDS = "一、主要做法和成效\n（一）规范执法。全年评查案卷120份，整改问题35个。\n（二）抓好普法。开展宣传46场次。\n"


def role(body: str, words: str) -> str:
    return Reading(HEAD + body).role(words).value


@pytest.mark.parametrize(
    "heading",
    [
        "二、存在的问题", "二、存在问题及原因", "二、主要问题和不足", "二、存在的主要问题和薄弱环节", "二、面临的困难和问题",
        "二、工作中存在的不足", "二、问题与不足", "2、存在的不足和原因", "（三）存在的主要困难和不足",
    ],
)  # fmt: skip
def test_headings_of_problems(heading: str) -> None:
    assert role(f"{DEEDS}{heading}\n执法力量不强，经费保障不到位。\n", "执法力量不强") == "problem"


@pytest.mark.parametrize(
    "heading",
    [
        "三、下一步工作打算", "三、2022年工作打算", "三、下一步工作安排", "三、2022年法治政府建设主要任务", "三、今后努力方向",
        "三、下步工作思路", "三、2022年工作计划", "三、明年工作安排", "三、下一阶段工作重点", "三、改进措施和下一步打算",
    ],
)  # fmt: skip
def test_headings_of_plans(heading: str) -> None:
    assert role(f"{DEEDS}{heading}\n严格落实三项制度，健全考核机制。\n", "严格落实三项制度") == "plan"


@pytest.mark.parametrize(
    "heading",
    [
        "（三）着力解决执法突出问题", "（三）聚焦群众反映强烈的问题抓整改", "（三）深入化解法治建设难题", "（三）补齐基层执法短板",
        "（三）统筹推进2021年重点任务", "（三）落实重点任务", "（三）督察反馈问题整改情况", "（三）科学谋划工作，压实责任",
    ],
)  # fmt: skip
def test_headings_of_achievements_that_sound_like_problems_or_plans(heading: str) -> None:
    assert role(f"{DEEDS}{heading}\n出台办法3部，公开结果9次。\n", "出台办法3部") == "achievement"


@pytest.mark.parametrize(
    "sentence",
    [
        "虽然我县法治政府建设取得一定成绩，但仍存在一些差距和不足。",
        "尽管工作取得了成效，但与上级要求相比还有差距。",
        "但是，我们也清醒地认识到，工作中还存在一些短板。",
        "同时，我县法治政府建设仍存在基层执法力量薄弱等问题。",
        "与人民群众的期待相比，还有较大差距。",
        "存在的主要问题有：执法人员不足。",
        "工作中还存在不少问题：一是经费不足；二是人员老化。",
        "法治政府建设存在的不足主要表现在：执法不严。",
    ],
)
def test_sentences_that_open_problems_without_a_heading(sentence: str) -> None:
    assert role(DEEDS + sentence + "执法人员年龄偏大。\n", sentence[:8]) == "problem"
    assert role(DEEDS + sentence + "执法人员年龄偏大。\n", "执法人员年龄偏大") == "problem"


@pytest.mark.parametrize(
    "sentence",
    [
        "下一步，我县继续推进法治政府建设。",
        "2022年，我县将以习近平法治思想为指导。",
        "2022年是关键之年，全县将加快建设法治政府。",
        "今后，我们要加强学习。",
        "县政府将进一步加大考核力度，确保实效。",
        "2022年工作打算：抓好学法。",
        "针对上述问题，我们将采取有力措施。",
        "接下来，县政府将重点抓好以下工作。",
        "新的一年，我县将再接再厉。",
    ],
)
def test_sentences_that_open_plans_without_a_heading(sentence: str) -> None:
    assert role(DEEDS + sentence + "健全考核制度。\n", sentence[:8]) == "plan"
    assert role(DEEDS + sentence + "健全考核制度。\n", "健全考核制度") == "plan"


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年1月5日，县政府对75家单位进行考核。",
        "召开会议2次，部署下一步工作。",
        "为下一步深化改革奠定了基础。",
        "科学谋划2022年各项任务，提出工作计划22项。",
        "将法治政府建设纳入绩效考核，要求各单位严格落实。",
        "存在问题的合同有10件。",
        "对发现的问题及时责令纠正。",
        "针对部分单位仍存在的问题，下发整改通知书49份。",
        "各类共性、个性问题已全部整改到位。",
        "共纠正和查处执法中存在的突出问题10项。",
        "着力解决执法不严、执法不公等突出问题。",
        "防止执法中存在的简单粗暴问题，制定措施5条。",
        "2021年，我县将普法经费列入预算。",
        "查摆法治建设存在的问题12个，整改12个。",
        "县政府未发生行政诉讼败诉案件。",
        "会议要求，全县要深入学习习近平法治思想。",
        "我县将推进法治建设工作情况纳入绩效考核。",
        "县政府将落实普法责任制作为重点。",
    ],
)
def test_sentences_that_stay_achievements(sentence: str) -> None:
    body = DEEDS + sentence + "全年培训执法人员6次。\n"
    assert role(body, sentence) == "achievement"
    assert role(body, "全年培训执法人员6次") == "achievement"


def test_a_plan_under_a_heading_of_achievements_is_a_plan_up_to_the_next_heading() -> None:
    body = (
        "一、工作成效\n（一）规范执法。评查案卷120份。\n2022年，我县将重点抓好以下工作：\n一是加强培训。\n二是健全制度。建立台账。\n"
        "（二）抓好普法。开展宣传46场次。\n"
    )
    for words in ("2022年，我县将", "一是加强培训", "二是健全制度", "建立台账"):
        assert role(body, words) == "plan"
    assert role(body, "开展宣传46场次") == "achievement"


@pytest.mark.parametrize("heading", ["四、工作成效", "四、行政执法工作情况", "四、取得的主要成绩"])
def test_achievements_under_their_own_heading_after_the_plan(heading: str) -> None:
    body = f"{DEEDS}二、下一步打算\n加强学习。\n{heading}\n全年办理行政复议案件36件。\n"
    assert role(body, "加强学习") == "plan"
    assert role(body, "全年办理行政复议案件36件") == "achievement"


def test_a_section_that_counts_deeds_is_no_plan_even_where_its_heading_is_silent() -> None:
    body = (
        f"{DEEDS}二、下一步打算\n（一）加强学习。落实制度。\n（二）健全依法行政制度体系。"
        "全年审查文件45件。印发办法3部。共清理文件99件。\n（三）强化监督。推进执法监督。\n"
    )
    assert role(body, "全年审查文件45件") == "achievement"
    assert role(body, "落实制度") == "plan"


def test_an_intent_among_achievements_is_over_with_its_paragraph() -> None:
    body = "一、工作\n全年评查案卷120份。县政府将继续加大考核力度。\n推行执法公示制度。\n"
    assert role(body, "县政府将继续加大") == "plan"
    assert role(body, "推行执法公示制度") == "achievement"


def test_an_intent_that_announces_a_list_holds_for_the_list() -> None:
    body = DEEDS + "县政府将重点抓好以下工作：\n一是推行执法公示制度。\n二是健全台账。\n"
    assert role(body, "一是推行执法公示制度") == "plan"
    assert role(body, "二是健全台账") == "plan"


def test_achievements_after_the_signature_are_not_lost() -> None:
    body = f"{DEEDS}某县人民政府\n2022年1月5日\n二、工作成效\n全年办理行政复议案件36件。\n"
    assert role(body, "某县人民政府\n2022年1月5日") == "closing"
    assert role(body, "全年办理行政复议案件36件") == "achievement"


def test_points_after_a_list_of_problems_stay_problems() -> None:
    body = DEEDS + "工作中还存在以下问题：\n一是执法力量薄弱。\n二是经费紧张。\n下一步，我县将加大投入。\n"
    assert role(body, "一是执法力量薄弱") == "problem"
    assert role(body, "二是经费紧张") == "problem"
    assert role(body, "下一步，我县") == "plan"


def test_a_new_numbered_list_after_a_plan_sentence_is_plan() -> None:
    body = (
        DEEDS + "下一步，我县将重点做好以下工作：\n（一）加强培训。突出实战。\n（二）强化监督。健全制度。\n"
    )
    assert role(body, "突出实战") == "plan"
    assert role(body, "健全制度") == "plan"


def test_measures_after_problems_are_plans() -> None:
    body = f"{DEEDS}二、存在的问题\n经费紧张。\n三、推进法治政府建设的措施\n加大投入力度。\n"
    assert role(body, "加大投入力度") == "plan"


@pytest.mark.parametrize("formula", ["专此报告。", "特此报告。", "以上报告，请审阅。", "妥否，请批示。"])
def test_closing_formulas(formula: str) -> None:
    assert role(DEEDS + formula + "\n", formula) == "closing"


def test_attachments_after_the_text_are_closing() -> None:
    body = DEEDS + "附件：1.统计表\n2.2021年案件一览表\n某县人民政府\n2022年1月5日\n"
    assert role(body, "2.2021年案件一览表") == "closing"


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2022-01-20 10:30  来源：县司法局  浏览次数：120  字号：[大 中 小]",
        "您现在的位置：首页 > 政务公开 > 法治政府",
        "上一篇：某县2020年报告",
        "版权所有：某县人民政府  湘ICP备12345678号-1",
        "【打印本页】【关闭窗口】",
        "分享到：微信 微博",
        "责任编辑：张三",
        "索引号：431000/2022-00012  主题分类：司法",
    ],
)
def test_lines_of_a_page_are_chrome_before_and_after(line: str) -> None:
    before = Reading(line + "\n" + HEAD + DEEDS)
    assert before.role(line[:6]) is Role.CHROME
    assert before.report.metadata.title == "某县人民政府关于2021年度法治政府建设情况的报告"
    assert role(DEEDS + "某县人民政府\n2022年1月5日\n" + line, line[:6]) == "chrome"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("全年办理行政复议案件36件，办结率100%。", "achievement"),
        ("下一步，全面推行行政执法公示制度。", "plan"),
        ("2022年，我市将开展示范创建。", "plan"),
        ("虽然取得成绩，但行政执法水平还有待提高。", "problem"),
        ("行政执法力量仍然存在不足。", "problem"),
    ],
)
def test_fragments(text: str, expected: str) -> None:
    (sentence,) = parse_fragment(Text(text), level=Level.CITY).sentences
    assert sentence.role.value == expected


def test_year_given_by_the_user_decides_what_is_ahead() -> None:
    text = (
        "法治政府建设工作报告\n一、工作\n2022年，我县将普法经费增加到50万元。2022年，我县将继续推进普法。\n"
    )
    assert Reading(text, year=2021).role("2022年，我县将继续") is Role.PLAN
    assert seed("daye-2021").report.metadata.year == 2021


def test_prose_above_the_title_is_of_the_report_and_a_line_is_not() -> None:
    prose = "全年评查案卷120份，整改问题35个，培训执法人员460人次，配备执法记录仪260台。" * 3
    reading = Reading(f"某县人民政府网站\n{prose}\n{HEAD}{DEEDS}")
    assert reading.role("培训执法人员460人次") is Role.PREAMBLE
    assert reading.role("某县人民政府网站") is Role.CHROME


def test_a_lack_said_after_the_deeds_of_its_sentence_opens_no_problems() -> None:
    reading = Reading(
        HEAD
        + "一、工作情况\n（一）优化服务。企业登记由8个工作日压缩到3个工作日，与先进地区相比还有差距。大厅进驻事项1043项。\n"
    )
    assert reading.role("企业登记").value == "achievement"
    assert reading.role("大厅进驻").value == "achievement"
    assert reading.clause("与先进地区").realis.value == "problem"


def test_problems_announced_after_deeds_are_problems() -> None:
    reading = Reading(
        HEAD + "一、工作情况\n全年完成评查120份，但仍存在一些问题，主要表现在：执法力量配备与任务有距离。\n"
    )
    assert reading.role("全年完成").value == "problem"


INTENT = "外地“一窗受理”改革成效明显，我县将在2022年全面推开。"


@pytest.mark.parametrize(
    "after",
    [
        "热线平台接入事项1.2万项，网上可办率91%。",  # counts, with no word of completion
        "健全投诉渠道。全年受理诉求3200件。落实首问负责制。",  # one of three counts deeds
    ],
)
def test_an_intent_among_deeds_is_one_sentence(after: str) -> None:
    reading = Reading(f"{HEAD}{DEEDS}（三）优化服务。全年办件3万件。{INTENT}{after}\n")
    assert reading.role("我县将在2022年").value == "plan"
    assert {reading.role(words).value for words in after.split("。") if words} == {"achievement"}


@pytest.mark.parametrize(
    "after",
    [
        "健全投诉渠道。落实首问负责制。",
        "培训窗口人员不少于200人次。清理事项至少300项。",
        "办理时限要压缩60%。健全投诉渠道。",
        "健全投诉渠道。2022年，我县将继续压减事项30项。",
    ],
)
def test_an_intent_with_no_deeds_after_it_holds_to_the_end_of_its_paragraph(after: str) -> None:
    reading = Reading(f"{HEAD}{DEEDS}（三）优化服务。全年办件3万件。{INTENT}{after}\n")
    assert {reading.role(words).value for words in after.split("。") if words} == {"plan"}


def test_what_is_to_be_done_through_something_is_not_yet_passed() -> None:
    plan = "二、下一步打算\n（一）健全调解组织。\n（二）加强调解队伍。\n通过购买服务为各街道配备专职调解员2名。\n"
    assert role(DEEDS + plan, "购买服务") == "plan"
    told = "二、下一步打算\n（一）健全调解组织。\n（二）争创示范。\n4个项目通过验收。2个村通过评审。\n"
    assert role(DEEDS + told, "4个项目") == "achievement"


def test_what_an_inspection_lists_is_no_admission() -> None:
    body = "一、主要做法和成效\n（一）督察。梳理出决策要求落实还有差距、执法队伍建设还不适应等4类16条共性问题，均已交办。\n全年办案36件。\n"
    assert role(body, "梳理出") == "achievement"
    assert role(body, "全年办案") == "achievement"


@pytest.mark.parametrize(
    "opening",
    [
        "工作虽有起色，短板也很明显。",
        "总体平稳，不足依然较多。",
        "成绩来之不易，问题仍较突出：",
        "回看全年，不少短板还需补上：",
    ],
)
def test_problems_told_without_heading_by_what_is_plain(opening: str) -> None:
    body = f"全年评查案卷120份。\n{opening}学法抓得不紧，文件把关不严。\n"
    assert role(body, "文件把关不严") == "problem"


@pytest.mark.parametrize(
    "opening",
    [
        "对照纲要，2022年的力气花在三个地方：",
        "明年的工作抓住两条主线：",
        "2022年着力做到四个到位：",
        "站在新的起点上，来年的重点有三个：",
    ],
)
def test_plans_without_a_word_of_the_future(opening: str) -> None:
    body = f"全年评查案卷120份。\n{opening}权责清单全面公布；法律顾问全覆盖；评查案卷200份。\n"
    assert role(body, "评查案卷200份") == "plan"


@pytest.mark.parametrize(
    "opening", ["对照方案，2021年的任务完成如下：", "2022年1月已完成两件事：", "2022年初即办结三件："]
)
def test_lists_that_tell_what_was_done(opening: str) -> None:
    assert (
        role(f"全年清理文件9件。\n{opening}评查案卷120份；清理文件36件。\n", "清理文件36件") == "achievement"
    )


def test_a_first_paragraph_of_run_in_points_leaves_the_deeds_before_it() -> None:
    body = "2021年工作扎实推进。\n抓组织。领导小组召开会议2次，印发要点1份。\n抓放权。一是减审批，取消事项7项。二是亮清单。\n"
    title = "某县人民政府2021年依法行政工作总结\n"
    assert Reading(title + body).role("领导小组召开会议2次").value == "achievement"


@pytest.mark.parametrize(
    "after",
    [
        "全年评查案卷120份，清理文件36件。组织培训12期。",
        "\n抓执法。全年评查案卷120份，组织培训12期，但与上级要求相比还有差距。\n抓普法。全年宣讲46场。",
    ],
)
def test_an_overview_that_admits_to_problems_leaves_the_deeds_after_it(after: str) -> None:
    title = "某县人民政府2021年依法行政工作总结\n开局之年，任务繁重。\n"
    overview = "一年来，法治政府建设有了进展，但也存在不少问题。"
    reading = Reading(title + overview + after)
    assert reading.role("全年评查案卷120份").value == "achievement"


def test_an_overview_that_lists_its_problems_does_not() -> None:
    overview = "全年清理文件9件。\n工作有了进展，但也存在不少问题，主要表现在三个方面。一是评查案卷仅12份。二是培训仅2期。\n"
    assert role(overview, "培训仅2期") == "problem"

"""Automatic numbers of Word documents: counted, restarted and written as Word shows them."""

import pytest

from scorer.reading.office_numbers import numeral
from tests.reading.packages import docx, lines, p


def level(index: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{index}">{more}<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def definition(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def listed(name: int, definition_name: int, more: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{definition_name}"/>{more}</w:num>'


def restart(index: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(words: str, name: int = 1, index: int = 0) -> str:
    return p(words, f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{name}"/></w:numPr>')


OFFICIAL = definition(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
)


def test_the_headings_of_an_official_report() -> None:
    body = item("工作") + item("学习", index=1) + item("培训", index=2) + item("考试", index=2)
    body += item("监督", index=1) + item("审计", index=2) + item("问题") + item("短板", index=1)
    assert lines(docx(body, numbering=OFFICIAL + listed(1, 0))) == [
        "一、工作", "（一）学习", "1. 培训", "2. 考试", "（二）监督", "1. 审计", "二、问题", "（一）短板",
    ]  # fmt: skip


def test_text_between_does_not_disturb_the_count_and_empty_items_count() -> None:
    body = item("甲") + p("正文") + item("") + item("丙")
    assert lines(docx(body, numbering=OFFICIAL + listed(1, 0))) == ["一、甲", "正文", "三、丙"]


def test_deleted_items_do_not_count() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
        "<w:del><w:r><w:t>删</w:t></w:r></w:del></w:p>"
    )
    assert lines(docx(item("甲") + gone + item("乙"), numbering=OFFICIAL + listed(1, 0))) == [
        "一、甲",
        "二、乙",
    ]


def test_lists_of_one_definition_count_on_and_an_override_starts_anew_once() -> None:
    numbering = OFFICIAL + listed(1, 0) + listed(2, 0) + listed(3, 0, restart(0, 1))
    body = item("甲", 1) + item("乙", 2) + item("丙", 3) + item("丁", 3) + item("戊", 1)
    assert lines(docx(body, numbering=numbering)) == ["一、甲", "二、乙", "一、丙", "二、丁", "三、戊"]


def test_starts_legal_numbers_and_outer_levels_not_yet_used() -> None:
    numbering = definition(
        0,
        level(0, "upperRoman", "%1)", '<w:start w:val="4"/>'),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    )
    body = item("甲", index=1) + item("乙") + item("丙", index=1) + item("丁", index=2)
    assert lines(docx(body, numbering=numbering + listed(1, 0))) == [
        "IV.1 甲",
        "IV) 乙",
        "IV.1 丙",
        "4.1.1 丁",
    ]


def test_a_level_may_never_restart_or_only_below_some_level() -> None:
    numbering = definition(
        0,
        level(0, "decimal", "%1、"),
        level(1, "decimal", "（%2）", '<w:lvlRestart w:val="0"/>'),
        level(2, "decimal", "%3）", '<w:lvlRestart w:val="1"/>'),
    )
    body = item("甲") + item("乙", index=1) + item("丙", index=2) + item("丁", index=1) + item("戊", index=2)
    body += item("己") + item("庚", index=1) + item("辛", index=2)
    assert lines(docx(body, numbering=numbering + listed(1, 0))) == [
        "1、甲", "（1）乙", "1）丙", "（2）丁", "2）戊", "2、己", "（3）庚", "1）辛",
    ]  # fmt: skip


def test_what_parts_number_and_words() -> None:
    numbering = definition(
        0,
        level(0, "decimal", "第%1章", '<w:suff w:val="space"/>'),
        level(1, "decimal", "%2.", '<w:suff w:val="nothing"/>'),
        level(2, "decimal", "%3."),
    )
    body = item("总则") + item("甲", index=1) + item("2021年", index=2)
    assert lines(docx(body, numbering=numbering + listed(1, 0))) == ["第1章 总则", "1.甲", "1. 2021年"]


def test_bullets_unknown_lists_and_list_nought_have_no_number() -> None:
    numbering = definition(0, level(0, "bullet", "\uf0b7")) + listed(1, 0) + listed(2, 99)
    assert lines(docx(item("甲") + item("乙", 2) + item("丙", 0) + item("丁", 7), numbering=numbering)) == [
        *"甲乙丙丁"
    ]
    assert lines(docx(item("甲"))) == ["甲"]


def test_a_number_without_count_is_shown_as_written() -> None:
    numbering = definition(0, level(0, "none", "附件：")) + listed(1, 0)
    assert lines(docx(item("名单"), numbering=numbering)) == ["附件：名单"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="bound"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
)


def styled(words: str, style: str, more: str = "") -> str:
    return p(words, f'<w:pStyle w:val="{style}"/>{more}')


def test_a_style_numbers_its_paragraphs_unless_they_say_no() -> None:
    bound = definition(
        1, level(0, "decimal", "%1."), level(1, "decimal", "（%2）", '<w:pStyle w:val="bound"/>')
    )
    numbering = OFFICIAL + bound + listed(1, 0) + listed(2, 1)
    body = (
        styled("甲", "h1")
        + styled("乙", "h2")
        + styled("丙", "h1", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    body += styled("丁", "h1") + styled("戊", "bound")
    assert lines(docx(body, styles=STYLES, numbering=numbering)) == [
        "一、甲",
        "（一）乙",
        "丙",
        "二、丁",
        "（1）戊",
    ]


def test_a_definition_may_stand_behind_a_numbering_style() -> None:
    styles = '<w:style w:type="numbering" w:styleId="gw"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    linked = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="gw"/></w:abstractNum>'
    numbering = OFFICIAL + linked + listed(1, 9) + listed(5, 0)
    assert lines(docx(item("甲") + item("乙", 5), styles=styles, numbering=numbering)) == ["一、甲", "二、乙"]


def test_circles_of_styles_and_of_definitions_end() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="numbering" w:styleId="gw"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    linked = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="gw"/></w:abstractNum>'
    body = styled("甲", "a") + item("乙")
    assert lines(docx(body, styles=styles, numbering=linked + listed(1, 9))) == ["甲", "乙"]


def test_a_form_of_a_later_word_falls_back_and_a_long_pattern_is_cut() -> None:
    form = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="upperLetter"/></mc:Fallback></mc:AlternateContent>'
    )
    first = f'<w:lvl w:ilvl="0">{form}<w:lvlText w:val="%1："/></w:lvl>'
    long = level(1, "decimal", "长" * 1000)
    numbering = definition(0, first, long) + listed(1, 0)
    assert lines(docx(item("甲") + item("乙", index=1), numbering=numbering)) == ["A：甲", "长" * 40 + " 乙"]


@pytest.mark.parametrize(
    ("form", "values", "written"),
    [
        ("decimal", (1, 12, 0), "1 12 0"),
        ("chineseCounting", (1, 10, 11, 20, 21, 99), "一 十 十一 二十 二十一 九十九"),
        ("chineseCountingThousand", (100, 101, 110, 115, 1001, 2021), "一百 一百零一 一百一十 一百一十五 一千零一 二千零二十一"),
        ("taiwaneseCountingThousand", (12,), "十二"),
        ("japaneseCounting", (30,), "三十"),
        ("chineseLegalSimplified", (1, 10, 12, 305), "壹 壹拾 壹拾贰 叁佰零伍"),
        ("ideographDigital", (3, 10, 12), "三 一〇 一二"),
        ("ideographTraditional", (1, 10, 11), "甲 癸 11"),
        ("ideographZodiac", (2, 12), "丑 亥"),
        ("ideographZodiacTraditional", (1, 13, 60), "甲子 丙子 癸亥"),
        ("ideographEnclosedCircle", (1, 10, 11), "㊀ ㊉ 11"),
        ("decimalEnclosedCircle", (1, 20, 21, 36, 50, 51), "① ⑳ ㉑ ㊱ ㊿ 51"),
        ("decimalEnclosedCircleChinese", (2,), "②"),
        ("decimalEnclosedParen", (3,), "⑶"),
        ("decimalEnclosedFullstop", (4,), "⒋"),
        ("decimalFullWidth", (12,), "１２"),
        ("decimalZero", (7, 12), "07 12"),
        ("upperRoman", (4, 9, 14, 2021, 4000), "IV IX XIV MMXXI 4000"),
        ("lowerRoman", (3,), "iii"),
        ("upperLetter", (1, 26, 27, 999999999), "A Z AA 999999999"),
        ("lowerLetter", (2, 28), "b bb"),
        ("no such form", (5,), "5"),
        ("chineseCounting", (-3, 123456), "-3 123456"),
    ],
)  # fmt: skip
def test_forms_of_numbers(form: str, values: tuple[int, ...], written: str) -> None:
    assert " ".join(numeral(form, value) for value in values) == written

"""From places on a page to paragraphs: one small document for each way of getting it wrong."""

from __future__ import annotations

import pytest

from scorer.reading.pdf import PdfReader
from scorer.reading.pdf.margins import Margins
from scorer.reading.pdf.model import Line
from scorer.reading.pdf.paragraphs import goes_on
from tests.reading.pdfs import lines, pdf, rule, text

FILLED = "贯彻落实全面依法治国各项部署推动法治政府建设取得成效"  # 26 characters: a full line
INDENTED = FILLED[:24]  # with an indent of two


def read(data: bytes) -> list[str]:
    return PdfReader().read(data, "报告.pdf").text.content.splitlines()


def test_wrapped_lines_are_joined_and_an_indent_begins_a_paragraph() -> None:
    content = lines(["　　" + INDENTED, FILLED, "办结率百分之百。", "　　" + INDENTED, "继续努力。"])
    assert read(pdf(content)) == [INDENTED + FILLED + "办结率百分之百。", INDENTED + "继续努力。"]


def test_a_paragraph_goes_on_across_pages() -> None:
    first = lines(["　　" + INDENTED, FILLED, FILLED])
    second = lines([FILLED, "办结。", "　　" + INDENTED, "完。"])
    document = PdfReader().read(pdf(first, second), "x")
    assert document.text.content.splitlines() == [INDENTED + FILLED * 3 + "办结。", INDENTED + "完。"]
    assert [place.label for place in document.places] == ["第1—2页", "第2页"]


def test_a_short_line_ends_its_paragraph() -> None:
    assert read(pdf(lines([FILLED, FILLED, "到此为止", FILLED, "再起一段。"]))) == [
        FILLED + FILLED + "到此为止",
        FILLED + "再起一段。",
    ]


def test_without_indents_a_heading_after_a_full_stop_begins_a_paragraph() -> None:
    ended = FILLED[:25] + "。"
    assert read(pdf(lines([FILLED, ended, "二、下一步打算" + FILLED[:19], "继续努力。"]))) == [
        FILLED + ended,
        "二、下一步打算" + FILLED[:19] + "继续努力。",
    ]


def test_a_wide_gap_begins_a_paragraph() -> None:
    content = lines([FILLED, FILLED]) + lines([FILLED, "完。"], top=660)
    assert read(pdf(content)) == [FILLED * 2, FILLED + "完。"]


def test_a_narrow_page_joins_too() -> None:
    words = "深入学习贯彻习近平法治思想，全年办理行政复议案件一百二十六件，办结率百分之百，群众满意。"
    narrow = ["　　" + words[:10], words[10:22], words[22:34], words[34:]]
    assert read(pdf(lines(narrow * 3))) == [words] * 3


def test_three_lines_on_a_page_show_where_lines_are_broken() -> None:
    words = "深入学习贯彻习近平法治思想，全年办理行政复议案件百余件，办结率百分之百。"
    assert read(pdf(lines([words[:15], words[15:30], words[30:]]))) == [words]


def test_short_lines_on_a_page_stay_apart() -> None:
    words = ["某某县司法局", "行政复议工作情况", "（二〇二一年度）", "内部资料"]
    assert read(pdf(lines(words))) == words


def test_a_title_of_two_lines_in_large_type_is_one() -> None:
    title = text(165, 780, "某某县人民政府关于法治", 24) + text(213, 744, "建设情况的报告", 24)
    body = lines(["　　" + INDENTED, FILLED, "完。"], top=690)
    assert read(pdf(title + body)) == ["某某县人民政府关于法治建设情况的报告", INDENTED + FILLED + "完。"]


def test_signature_and_date_at_the_right_stay_apart() -> None:
    content = (
        lines(["　　" + INDENTED, FILLED, "完。"])
        + text(400, 600, "某某县人民政府")
        + text(384, 572, "二〇二二年一月")
    )
    assert read(pdf(content))[1:] == ["某某县人民政府", "二〇二二年一月"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = FILLED[:15], FILLED[5:20]
    content = b"".join(
        text(60, 700 - 20 * n, left, 14) + text(320, 700 - 20 * n, right, 14) for n in range(8)
    )
    assert read(pdf(content)) == [(left * 8) + (right * 8)]


def test_cells_without_rules_are_parted_by_tabs() -> None:
    content = b"".join(
        text(80, 700 - 30 * n, name) + text(300, 700 - 30 * n, number)
        for n, (name, number) in enumerate([("类别", "件数"), ("公安", "73"), ("民政", "5")])
    )
    assert read(pdf(content)) == ["类别\t件数", "公安\t73", "民政\t5"]


def ruled(across: list[int], down: list[int]) -> bytes:
    level = b"".join(rule(across[0], y, across[-1], y) for y in down)
    return level + b"".join(rule(x, down[0], x, down[-1]) for x in across)


def test_a_ruled_table_gives_rows_and_joins_the_lines_of_a_cell() -> None:
    content = (
        ruled([80, 240, 400], [700, 640, 600]) + text(90, 680, "行政复议案件") + text(90, 655, "办理数量")
    )
    content += text(250, 668, "126件") + text(90, 615, "应诉") + text(250, 615, "12件")
    assert read(pdf(content)) == ["行政复议案件办理数量\t126件", "应诉\t12件"]


def test_a_cell_over_two_rows_is_written_once() -> None:
    content = rule(80, 700, 400, 700) + rule(240, 650, 400, 650) + rule(80, 600, 400, 600)
    content += b"".join(rule(x, 700, x, 600) for x in (80, 240, 400))
    content += text(90, 645, "两年") + text(250, 670, "甲") + text(250, 620, "乙")
    assert read(pdf(content)) == ["两年\t甲", "乙"]


def test_a_frame_around_the_text_is_no_table() -> None:
    content = ruled([60, 540], [800, 500]) + lines(["　　" + INDENTED, FILLED, "完。"])
    assert read(pdf(content)) == [INDENTED + FILLED + "完。"]


def test_a_row_that_a_page_break_parts_is_one() -> None:
    above = (
        ruled([80, 160, 400, 500], [120, 60])
        + text(90, 85, "7")
        + text(170, 85, "行政处罚")
        + text(410, 85, "925")
    )
    below = (
        ruled([80, 160, 400, 500], [780, 720, 660])
        + text(170, 740, "决定")
        + text(90, 685, "8")
        + text(410, 685, "1")
    )
    assert read(pdf(above, below)) == ["7\t行政处罚决定\t925", "8\t\t1"]


@pytest.mark.parametrize(
    "foot", ["— 1 —", "- 1 -", "第 1 页 共 2 页", "第1页", "1/2", "—1—", "第一页", "1", "Page 1 of 2"]
)
def test_page_numbers_go(foot: str) -> None:
    body = lines(["　　" + INDENTED, FILLED, "完。"])
    assert read(pdf(body + text(280, 50, foot, 12))) == [INDENTED + FILLED + "完。"]


def test_running_heads_with_changing_numbers_go() -> None:
    pages = [
        text(80, 810, f"某某县人民政府公报2022年第{n}期", 10) + lines([f"　　{INDENTED[n:]}", "完。"])
        for n in range(3)
    ]
    assert read(pdf(*pages)) == [INDENTED[n:] + "完。" for n in range(3)]


def test_a_year_that_ends_a_page_is_no_page_number() -> None:
    body = lines(["　　" + INDENTED, FILLED, "2021"], top=176)
    assert read(pdf(body)) == [INDENTED + FILLED + "2021"]


def test_pages_that_begin_with_the_same_words_keep_them() -> None:
    page = lines(["　　" + INDENTED, FILLED, "完。"])
    assert read(pdf(page, page, page)) == [INDENTED + FILLED + "完。"] * 3


def test_a_page_of_one_line_keeps_it_though_others_have_the_same() -> None:
    assert read(pdf(*[text(80, 780, "同样的一句话。")] * 3)) == ["同样的一句话。"] * 3


def test_slanted_and_overprinted_watermarks_go() -> None:
    words = ["甲乙丙", "丁戊己", "庚辛壬"]
    pages = [
        lines(["　　" + INDENTED, word + FILLED[3:], "完。"])
        + text(150, 300, "内部资料", 60, turn=".7 .7 -.7 .7")
        + text(100, 728, "严禁外传", 60)
        for word in words
    ]
    assert read(pdf(*pages)) == [INDENTED + word + FILLED[3:] + "完。" for word in words]


def test_what_stands_outside_the_page_is_not_read() -> None:
    assert read(pdf(lines(["可见的文字。"]) + text(80, 900, "页外") + text(-400, 500, "页外"))) == [
        "可见的文字。"
    ]


@pytest.mark.parametrize("turn, rotate", [("0 1 -1 0", 90), ("-1 0 0 -1", 180), ("0 -1 1 0", 270)])
def test_turned_pages_are_read_upright(turn: str, rotate: int) -> None:
    a, b, c, d = (int(part) for part in turn.split())
    content = b"".join(
        text(297 - 200 * a - c * 28 * n, 421 - 200 * b - d * 28 * n, line, turn=turn)
        for n, line in enumerate([FILLED, FILLED, "完。"])
    )
    assert read(pdf(content, rotate=rotate)) == [FILLED * 2 + "完。"]


def test_vertical_writing_is_read_from_the_right() -> None:
    columns = [*[FILLED] * 6, "办结率达到百分之百。"]
    content = b"".join(
        text(500 - 30 * n, 760 - 16 * at, char)
        for n, column in enumerate(columns)
        for at, char in enumerate(column)
    )
    assert read(pdf(content)) == [FILLED * 6 + "办结率达到百分之百。"]


@pytest.mark.parametrize(
    "words, expected",
    [
        ("关 于 报 送 情 况 的 通 知", "关于报送情况的通知"),
        ("全年办结 126 件，增长 3.5 个百分点", "全年办结126件，增长3.5个百分点"),
        ("共1 234件", "共1 234件"),
        ("2021-01-11 17:07", "2021-01-11 17:07"),
        ("第一章　总则", "第一章 总则"),
        ("rule of law", "rule of law"),
    ],
)
def test_spaces_stay_only_where_they_part_numbers_or_words(words: str, expected: str) -> None:
    assert read(pdf(lines([words, "其他文字。"])))[0] == expected


def test_digits_set_apart_are_one_number_if_the_line_is_stretched() -> None:
    content = b"".join(text(80 + 24 * at, 700, char) for at, char in enumerate("全年办理案件"))
    content += b"".join(text(80 + 24 * 6 + 16 * at, 700, char) for at, char in enumerate("126"))
    content += text(80 + 24 * 6 + 16 * 3, 700, "件")
    assert read(pdf(content)) == ["全年办理案件126件"]


def test_letters_printed_twice_to_look_bold_are_read_once() -> None:
    assert read(pdf(text(80, 700, "一一对应加强领导") + text(80.4, 700, "一一对应加强领导"))) == [
        "一一对应加强领导"
    ]


def test_a_raised_digit_lengthens_no_number() -> None:
    assert read(pdf(text(80, 700, "共办理126") + text(152, 706, "1", 8) + text(156, 700, "件。"))) == [
        "共办理126¹件。"
    ]


def test_indenting_by_written_spaces_counts_as_an_indent() -> None:
    content = b"".join(
        text(80, 760 - 28 * n, line)
        for n, line in enumerate(["　　" + INDENTED, FILLED, "　　" + INDENTED, "完。"])
    )
    assert read(pdf(content)) == [INDENTED + FILLED, INDENTED + "完。"]


def test_title_and_greeting_that_are_set_in_alike_are_two_paragraphs() -> None:
    title = "某市人民政府关于法治政府建设工作情况的报告" + "全"
    content = lines(["　　" + title, "　　省人民政府：", *["　　" + INDENTED, FILLED, "完。"] * 3])
    assert read(pdf(content))[:3] == [title, "省人民政府：", INDENTED + FILLED + "完。"]


def test_a_full_heading_before_a_numbered_item_without_indents() -> None:
    heading = "（三）" + FILLED[:23]
    content = lines([heading, "1、" + FILLED[:24], FILLED, "完。"] * 2)
    assert read(pdf(content)) == [heading, "1、" + FILLED[:24] + FILLED + "完。"] * 2


def test_a_full_title_without_indents_is_no_part_of_the_first_paragraph() -> None:
    title = "某某市人民政府关于2021年度法治政府建设工作情况的报告"
    content = lines([title, FILLED, FILLED, "完。", FILLED, "完。"])
    assert read(pdf(content)) == [title, FILLED * 2 + "完。", FILLED + "完。"]


def test_numerals_that_are_radicals_begin_a_heading() -> None:
    margins = Margins(left=80, right=496, size=16, step=28, indents=True, sure=True)
    heading = Line("⼀、" + FILLED[:22], 112, 496, 700, 16, lead=16)
    item = Line("（⼀）" + FILLED[:21], 112, 496, 672, 16, lead=32)
    prose = Line(FILLED[:24], 112, 496, 672, 16, lead=16)
    assert not goes_on(heading, margins, item, margins, 28, opening=False)
    assert goes_on(heading, margins, prose, margins, 28, opening=False)


def test_few_lines_in_two_columns_on_the_last_page() -> None:
    half, rest = FILLED[:15], FILLED[5:20]
    full = b"".join(text(60, 700 - 20 * n, half, 14) + text(320, 700 - 20 * n, rest, 14) for n in range(8))
    last = (
        text(60, 700, half, 14)
        + text(320, 700, rest, 14)
        + text(60, 680, half, 14)
        + text(320, 680, "完。", 14)
    )
    assert read(pdf(full, last)) == [half * 8 + rest * 8 + half * 2 + rest + "完。"]

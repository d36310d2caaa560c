"""Rich text: what a page shows is what is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.reading import read_bytes, read_file
from scorer.reading.interface import Document

FIXTURE = Path(__file__).parent / "fixtures" / "rtf" / "features.rtf"

HEAD = b"{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}{\\f2\\fcharset2 Symbol;}}"


def hexed(text: str, encoding: str = "gb18030") -> bytes:
    return b"".join(b"\\'%02x" % byte for byte in text.encode(encoding))


def coded(text: str) -> bytes:
    """As most programs write Chinese today: the number of the character, and ? for those who do not know it."""
    units = text.encode("utf-16-be", "surrogatepass")
    pairs = zip(units[::2], units[1::2], strict=True)
    return b"".join(b"\\u%d?" % ((high << 8 | low) - (0x10000 if high > 0x7F else 0)) for high, low in pairs)


def read(body: bytes, head: bytes = HEAD) -> Document:
    return read_bytes(head + body + b"}", "报告.rtf")


def lines(body: bytes, head: bytes = HEAD) -> list[str]:
    return read(body, head).text.content.splitlines()


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        read_bytes(data, "报告.rtf")
    assert str(error.value).startswith("报告.rtf: ")
    assert error.value.mend
    return error.value.cause


def test_a_file_of_an_office_suite_with_everything_in_it():
    """Contents, numbers, changes, hidden words, a field, a table, a text box, a comment, a note, a header.

    The program that wrote it marked the words 段落标记被删， as deleted when only the end of the paragraph was.
    """
    document = read_file(FIXTURE)
    content = document.text.content
    assert content == (
        "某某县2021年法治政府建设年度报告\n"
        "一、依法全面履行政府职能\n（一）深化改革\n取消事项92项。见网站公告。\n"
        "（二）优化服务\n1. 办理时限\n2. 压缩70%；\n下一行\n"
        "二、推进严格执法\n（一）开展检查\n"
        "指标\t数量\t说明\n行政处罚\t120件\t第一行\t第二行\n行政检查\t3400\n"
        "表后正文。\n文本框里的话：全年办结复议案件35件。\n这一段被批注。\n与下段相连。\n"
        "某某县人民政府\n2022年1月20日\n［注1］脚注：公告见门户网站。\n"
    )
    assert document.reader == "rtf"
    assert [(content[h.start : h.end], h.depth) for h in document.headings] == [
        ("一、依法全面履行政府职能", 1),
        ("二、推进严格执法", 1),
    ]
    labels = {content[place.start : place.end]: place.label for place in document.places}
    assert labels["行政检查\t3400"] == "表1第3行"
    assert labels["表后正文。"] == "第10段"
    assert labels["［注1］脚注：公告见门户网站。"] == "脚注1"
    assert {warning.code for warning in document.warnings} == {"tracked_changes", "hidden_text"}


def test_the_name_of_the_file_does_not_matter():
    assert read_bytes(FIXTURE.read_bytes(), "报告.doc").reader == "rtf"


@pytest.mark.parametrize(
    "body, expected",
    [
        (hexed("县政府“办结”5件"), "县政府“办结”5件"),
        (hexed("丂"), "丂"),
        (b"\\'b7\\'a8" + b"@" + hexed("治"), "法@治"),
        (b"\\'81@\\'d6\\'ce", "丂治"),  # the second byte of a character may be a letter
        (b"\\'b7\\'a8\r\n" + hexed("治"), "法治"),  # line ends of the file are none of the text
        (coded("法治𠮷林"), "法治𠮷林"),
        (b"\\uc2\\u27861\\'b7\\'a8\\u27835\\'d6\\'ce.", "法治."),
        (b"\\uc0\\u27861\\u27835 \\u24314 ", "法治建"),
        (b"{\\uc0\\u27861}\\u27835?x", "法治x"),
        (b"\\u27861 ?\\u27835 ?", "法治"),
        (b"\\u27861\\u27835?", "法治"),  # a program that forgot what stands in for the first
        (b"\\u27861{?}\\u27835\\'3f", "法?治"),  # what stands in never reaches over a group
        (b"\\u27861\\~\\u27835\\emdash .", "法治."),  # words may stand in, too
        (b"\\u-26900?\\u-28517?", "雬邛"),
        (b"\\lquote a\\rquote  \\ldblquote b\\rdblquote \\emdash\\endash\\bullet", "‘a’ “b”—–•"),
        (b"\\{a\\}\\\\b", "{a}\\b"),
        (b"a\\~b\\_c\\-d\\tab e", "a\xa0b-cd\te"),
        (hexed("甲") + b"\\line " + hexed("乙"), "甲\n乙"),
        (b"{\\upr{x " + hexed("旧") + b"}{\\*\\ud{" + coded("新") + b"}}}", "新"),
        (b"35{\\super 1}10\\sub 2\\nosupersub 3\\super 4\\super0 5\\super\\plain 6", "35¹10₂3⁴56"),
        (b"A{\\f2\\'b7}B", "A\uf0b7B"),
    ],
)
def test_characters(body, expected):
    assert read(body + b"\\par").text.content == expected + "\n"


@pytest.mark.parametrize(
    "head, body, expected",
    [
        (b"{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}\\f0 ", hexed("法治"), "法治"),
        (b"{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset0 Arial;}}\\f0 ", hexed("法治"), "法治"),
        (
            b"{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset0 Arial;}}\\f0 ",
            b"caf\\'e9 \\'93a\\'94",
            "café “a”",
        ),
        (b"{\\rtf1\\ansi", hexed("法治"), "法治"),
        (b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset134 SimSun;}}\\f0 ", hexed("法治"), "法治"),
        (b"{\\rtf1\\ansi\\ansicpg1252\\deff3{\\fonttbl{\\f3\\fcharset134 SimSun;}}", hexed("法治"), "法治"),
        (b"{\\rtf1\\ansi\\ansicpg1252 ", b"caf\\'e9", "café"),
        (b"{\\rtf1\\ansi\\ansicpg950 ", hexed("法治", "big5"), "法治"),
        (
            b"{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset136 PMingLiU;}}\\f0 ",
            hexed("法治", "big5"),
            "法治",
        ),
        (b"{\\rtf1\\ansi\\ansicpg65001 ", hexed("法治", "utf-8"), "法治"),
        (b"{\\rtf1\\mac ", b"\\'8e", "é"),
        (b"{\\rtf1\\ansi\\ansicpg99999 ", hexed("法治"), "法治"),
        (b"{\\rtf1\\ansi\\ansicpg936 ", "法治".encode("gb18030"), "法治"),  # bytes beyond ASCII as they are
    ],
)
def test_the_encoding_comes_from_the_font_or_the_file(head, body, expected):
    assert lines(body + b"\\par", head) == [expected]


def test_as_word_writes_it():
    """Three fonts in a row for three kinds of letters, of which the last one holds; names of fonts in Chinese."""
    head = (
        b"{\\rtf1\\adeflang1025\\ansi\\ansicpg936\\uc2\\adeff0\\deff0\\stshfdbch13{\\fonttbl"
        b"{\\f0\\fbidi \\froman\\fcharset0\\fprq2{\\*\\panose 02020603050405020304}Times New Roman;}"
        b"{\\f13\\fbidi \\fnil\\fcharset134\\fprq2{\\*\\panose 02010600030101010101}"
        + hexed("宋体")
        + b"{\\*\\falt SimSun};}}"
    )
    body = (
        b"\\pard\\plain \\ltrpar\\qj {\\rtlch\\fcs1 \\af0 \\ltrch\\fcs0 \\insrsid1 \\hich\\af0\\dbch\\af13\\loch\\f0 2021}"
        b"{\\rtlch\\fcs1 \\af0 \\ltrch\\fcs0 \\loch\\af0\\hich\\af0\\dbch\\f13 "
        + hexed("年办结")
        + b"\\u8212\\'a1\\'aa}{\\loch\\f0 35}{\\f13 "
        + hexed("件")
        + b"}\r\n\\par }"
    )
    assert lines(body, head) == ["2021年办结—35件"]


def test_as_a_mac_writes_it():
    """Fonts without groups of their own, and a backslash at the end of a line for the end of a paragraph."""
    head = (
        b"{\\rtf1\\ansi\\ansicpg936\\cocoartf2639\n\\cocoatextscaling0{\\fonttbl\\f0\\fnil\\fcharset134 PingFangSC-Regular;"
        b"\\f1\\fswiss\\fcharset0 Helvetica;}\n{\\colortbl;\\red255;}\n{\\*\\expandedcolortbl;;}\n"
    )
    body = (
        b"\\pard\\tx560\n\\f0\\fs24 \\cf0 "
        + hexed("一、总体")
        + b"\\\n\\f1 2021\n\\f0 "
        + hexed("年")
        + b"\\\n\\\n"
    )
    assert lines(body, head) == ["一、总体", "2021年"]


def test_one_font_within_a_group_does_not_reach_beyond_it():
    body = b"{\\f0 " + hexed("法") + b"}{\\f1\\'e9 e}" + b"\\plain " + hexed("治") + b"\\par"
    assert lines(body) == ["法é e治"]


@pytest.mark.parametrize(
    "body, expected",
    [
        (b"a{\\deleted b}c", "ac"),
        (b"a\\deleted b\\deleted0 c", "ac"),
        (b"a\\deleted b\\plain c", "ac"),
        (b"a{\\revised b}c", "abc"),
        (
            b"a{\\revised\\revauth1\\revdttm-2074015744 2021}c",
            "a2021c",
        ),  # the longest numbers have ten digits
        (b"a{\\v b}c", "ac"),
        (b"a\\v b\\v0 c", "ac"),
        (b"a{\\mvf b}{\\mvt c}", "ac"),
        (b"a{\\deleted \\par}b", "ab"),  # the end of a paragraph
        (b"a{\\v\\u27861?\\'b7\\'a8\\tab}c", "ac"),
        (b"a{\\*\\unknown b{c}}d", "ad"),
        (b"a{\\pict\\pngblip 89504e47}d", "ad"),
        (b"a{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}d", "ad"),
        (b"a{\\pict\\bin7 }}}}{{{}d", "ad"),
        (b"a{\\object{\\*\\objdata 0102}{\\result{b}}}c", "abc"),
        (b"{\\header h}{\\footerf f}{\\*\\annotation n}{\\*\\atnauthor x}{\\xe i}{\\tc j}a", "a"),
        (b"{\\info{\\author x}{\\operator y}{\\doccomm z}}{\\*\\generator g;}{\\colortbl;\\red0;}a", "a"),
        (b"{\\listtable{\\list{\\listlevel{\\leveltext b;}}}}{\\*\\revtbl{x;}}a", "a"),
        (b'{\\field{\\*\\fldinst HYPERLINK "http://a"}{\\fldrslt b}}c', "bc"),
        (b"{\\field{\\*\\fldinst{\\b PAGE }}{\\fldrslt 1}}", "1"),
        (b"{\\field{\\*\\fldinst IF {\\field{\\*\\fldinst DATE}{\\fldrslt x}}}{\\fldrslt b}}c", "bc"),
        (b"{\\field\\fldedit{\\*\\fldinst {TOC \\\\o}}{\\fldrslt b\\par c\\par}}d", "d"),
        (b"{\\field{\\*\\fldinst TOCSIN}{\\fldrslt b}}c", "bc"),
    ],
)
def test_what_is_text_and_what_is_not(body, expected):
    assert lines(body + b"\\par") == [expected]


def test_the_title_above_contents_goes_with_them():
    contents = b"{\\field{\\*\\fldinst TOC}{\\fldrslt b\\par}}"
    title = hexed("目") + b" " + hexed("录")
    assert lines(title + b"\\par" + contents + b"\\par a\\par") == ["a"]
    assert lines(title + b"\\par a\\par") == ["目 录", "a"]


def test_lines_of_contents_are_known_by_their_style():
    sheet = b"{\\stylesheet{\\s0 Normal;}{\\s5\\sbasedon0 toc 1;}{\\s6 " + hexed("目录") + b" 2;}}"
    assert lines(sheet + b"\\s5 a\\tab 1\\par\\pard\\s6 b\\par\\pard c\\par") == ["c"]


def test_paragraphs_breaks_and_the_last_one_without_an_end():
    assert lines(b"a\\par\\par b\\sect c\\page d\\\ne\\line f") == ["a", "b", "c", "d", "e", "f"]
    places = read(b"a\\par\\par b\\par").places
    assert [place.label for place in places] == ["第1段", "第2段"]


def test_headings_by_style_by_outline_and_by_name():
    sheet = (
        b"{\\stylesheet{\\s0\\f1 Normal;}{\\s1\\outlinelevel1\\sbasedon0\\snext0 Own;}{\\s2 heading 3;}"
        b"{\\s3 " + hexed("标题") + b" 1,Alias;}{\\*\\cs4 Heading 1 Char;}{\\s7 heading three;}}"
    )
    body = sheet + (
        b"\\s1 a\\par\\pard\\s2 b\\par\\pard\\s3 c\\par\\pard d\\par\\pard\\outlinelevel0 e\\par"
        b"\\pard\\s2\\outlinelevel9 f\\par\\pard\\s4 g\\par\\pard\\s7 h\\par\\pard\\s99 i\\par"
    )
    document = read(body)
    content = document.text.content
    assert [(content[h.start : h.end], h.depth) for h in document.headings] == [
        ("a", 2), ("b", 3), ("c", 1), ("e", 1),
    ]  # fmt: skip


def test_numbers_of_lists_stand_before_their_words():
    def item(number: bytes, words: bytes) -> bytes:
        return b"{\\listtext\\pard\\plain " + number + b"\\tab}" + words + b"\\par "

    body = item(hexed("一、"), b"a") + item(hexed("（一）"), b"b") + item(b"1.", b"c") + item(b"1", b"2021")
    assert lines(body) == ["一、a", "（一）b", "1. c", "1 2021"]
    assert lines(item(b"{\\f2\\'b7}", b"a") + item(b"\\bullet", b"b") + item(b"2", b"")) == ["a", "b"]
    assert lines(b"{\\pntext\\f1 3)\\tab}{\\*\\pn\\pnlvlbody{\\pntxta )}}a\\par") == ["3) a"]


def row(*cells: bytes) -> bytes:
    return (
        b"\\trowd\\cellx1\\cellx2\\pard\\intbl "
        + b"".join(cell + b"\\cell " for cell in cells)
        + b"\\row\\pard "
    )


def test_table_rows_are_lines_and_cells_are_parted():
    document = read(b"a\\par" + row(b"1", b"2") + row(b"3\\par 4", b"5") + b"b\\par" + row(b"6", b"", b"7"))
    assert document.text.content.splitlines() == ["a", "1\t2", "3\t4\t5", "b", "6\t7"]
    labels = ["第1段", "表1第1行", "表1第2行", "第2段", "表2第1行"]
    assert [place.label for place in document.places] == labels


def test_a_table_that_only_frames_the_report_keeps_its_paragraphs():
    assert lines(row(b"a\\par b\\par c")) == ["a", "b", "c"]


def test_a_table_within_a_cell():
    inner = (
        b"\\pard\\intbl\\itap2 x\\par y\\nestcell 2\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\nestrow}"
        b"{\\nonesttables\\par}\\pard\\intbl\\itap1 "
    )
    assert lines(b"\\trowd\\pard\\intbl a\\cell " + inner + b"z\\cell\\row") == ["a\tx y\t2\tz"]


def test_a_row_that_never_ends():
    assert lines(b"\\pard\\intbl 1\\cell 2\\cell\\pard a\\par") == ["1\t2", "a"]


def test_notes_follow_the_text():
    body = (
        b"a{\\super\\chftn}{\\footnote\\pard\\plain {\\super\\chftn} b\\par c}d{\\*\\footnote e}"
        b"{\\footnote\\ftnalt f}\\par g\\par"
    )
    document = read(body)
    assert document.text.content.splitlines() == ["ad", "g", "［注1］b c", "［注2］e", "［尾注1］f"]
    assert [place.label for place in document.places] == ["第1段", "第2段", "脚注1", "脚注2", "尾注1"]


def test_text_boxes_follow_the_paragraph_that_holds_them():
    new = b"{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt\\pard b\\par c\\par}}{\\shprslt{\\*\\do\\dptxbx{\\dptxbxtext z}}}}"
    old = b"{\\*\\do\\dobxpage\\dptxbx{\\dptxbxtext\\pard d\\par}}"
    document = read(b"a" + new + b"a\\par e" + old + b"\\par f\\par")
    assert document.text.content.splitlines() == ["aa", "b", "c", "e", "d", "f"]
    assert [place.label for place in document.places] == ["第1段", "文本框1", "第2段", "文本框2", "第3段"]


def test_the_title_of_the_properties_is_a_hint():
    title = "某某县2021年法治政府建设年度报告"
    source = read(b"{\\info{\\title " + hexed(title) + b"}{\\author x}}a\\par").source
    assert source is not None
    assert source.title == title


def test_a_file_that_is_cut_short():
    assert "cut short" in refusal(HEAD + b"a\\par{\\b b")
    assert "cut short" in refusal(HEAD[:40])
    document = read_bytes(HEAD + b"a\\par b", "a.rtf")
    assert document.text.content == "a\nb\n"
    assert [warning.code for warning in document.warnings] == ["text_may_be_missing"]


def test_what_follows_the_end_is_told():
    document = read_bytes(HEAD + b"a\\par}" + b"b\\par}", "a.rtf")
    assert document.text.content == "a\n"
    assert ["结尾之后" in warning.message for warning in document.warnings] == [True]
    assert read_bytes(HEAD + b"a\\par}\r\n\x00\x00", "a.rtf").warnings == ()


def test_more_markup_or_depth_than_any_report():
    assert "nested too deeply" in refusal(HEAD + b"{" * 5000 + b"a" + b"}" * 5000 + b"}")
    assert "too much markup" in refusal(HEAD + b"\\b" * 2_000_001 + b"a}")
    assert lines(b"{\\*\\x" + b"{" * 100_000 + b"}" * 100_000 + b"}a\\par") == ["a"]


def test_numbers_beyond_reason():
    body = b"\\uc99999999\\u27861 ?\\par\\u999999999 a\\par b\\par"
    assert lines(body) == ["法", "\ufffd", "b"]


def test_binary_data_longer_than_the_file():
    assert "cut short" in refusal(HEAD + b"{\\pict\\bin999999999 abc}}")
    assert lines(b"a\\bin-5 b\\par") == ["ab"]


def test_a_picture_alone_asks_for_recognition():
    assert "only pictures (1)" in refusal(HEAD + b"{\\pict 00}\\par}")


def test_no_words():
    assert "nothing but white space" in refusal(HEAD + b"\\par\\par}")
    assert "nothing but white space" in refusal(b"{\\rtf")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 20_000),
            st.sampled_from(["flip", "cut", "copy", "brace"]),
            st.integers(0, 2**32 - 1),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_whatever_happened_to_the_bytes_ends_as_text_or_as_an_error(changes):
    data = bytearray(FIXTURE.read_bytes())
    for place, kind, value in changes:
        at = 6 + place % max(1, len(data) - 6)
        if kind == "flip":
            data[at : at + 1] = bytes([value & 0xFF])
        elif kind == "brace":
            data[at : at + 1] = b"{}\\"[value % 3 : value % 3 + 1]
        elif kind == "cut":
            del data[at : at + value % 700]
        else:
            data[at:at] = data[value % len(data) :][: value % 700]
    assert_text_or_error(bytes(data))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            rb"{ } \par \cell \row \intbl \nestcell \nestrow \footnote \ftnalt \shptxt \field \fldinst \fldrslt \fonttbl "
            rb"\stylesheet \s1 \f0 \upr \* \ud \u27861 \uc3 \deleted \v \listtext \info \title \bin2 \pict \'b7 \sect a".split()
        ),
        max_size=60,
    )
)
def test_any_order_of_words_ends_as_text_or_as_an_error(words):
    assert_text_or_error(HEAD + b" ".join(words) + b"}")


def assert_text_or_error(data: bytes) -> None:
    try:
        content = read_bytes(data, "a.rtf").text.content
    except InputError as error:
        content = error.mend
    assert content.strip()

"""Word 97: what a page shows is what is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorer.reading import read_bytes, read_file
from tests.reading.doc_builder import (
    CHARACTER_STYLE,
    DELETED,
    DEPTH,
    HIDDEN,
    IN_TABLE,
    INNER_CELL,
    INNER_ROW_END,
    LEVEL,
    LIST_USE,
    OUTLINE,
    RAISED,
    ROW_END,
    SYMBOL,
    Piece,
    Word,
    container,
    list_level,
    list_tables,
    sprm,
    style_sheet,
)

FIXTURES = Path(__file__).parent / "fixtures" / "doc"

IN = sprm(IN_TABLE, 1)
END = IN + sprm(ROW_END, 1)


def text_of(word: Word, name: str = "a.doc") -> list[str]:
    return read_bytes(word.build(), name).text.content.splitlines()


def plain(text: str, **more: object) -> Word:
    return Word([Piece(text)], **more)  # type: ignore[arg-type]


def by_paragraph(told: list[tuple[str, int, bytes]], **more: object) -> Word:
    """Paragraphs with their marks, each with style and modifiers."""
    ranges, at = [], 0
    for text, style, group in told:
        ranges.append((at, at + len(text), style, group))
        at += len(text)
    return Word([Piece("".join(text for text, _, _ in told))], paragraphs=ranges, **more)  # type: ignore[arg-type]


EXPECTED = """某某县2021年法治政府建设年度报告
一、依法全面履行政府职能
（一）深化改革
取消事项92项。见网站公告。
（二）优化服务
1.办理时限
2.压缩70%；
下一行
二、推进严格执法
（一）开展检查
指标\t数量\t说明
行政处罚\t120件\t第一行\t第二行
行政检查\t3400
表后正文。
文本框里的话：全年办结复议案件35件。
这一段被批注。
段落标记被删，与下段相连。
某某县人民政府
2022年1月20日
［注1］脚注：公告见门户网站。
"""


def test_a_file_of_an_office_suite_with_everything_in_it():
    """Contents, numbers, changes, hidden words, a field, a table, a text box, a comment, a note, a header."""
    document = read_file(FIXTURES / "features.doc")
    content = document.text.content
    assert content == EXPECTED
    assert document.reader == "doc"
    assert [(content[h.start : h.end], h.depth) for h in document.headings] == [
        ("一、依法全面履行政府职能", 1),
        ("二、推进严格执法", 1),
    ]
    labels = {content[place.start : place.end]: place.label for place in document.places}
    assert labels["（一）深化改革"] == "第3段"
    assert labels["行政检查\t3400"] == "表1第3行"
    assert labels["表后正文。"] == "第10段"
    assert labels["文本框里的话：全年办结复议案件35件。"] == "文本框1"
    assert labels["［注1］脚注：公告见门户网站。"] == "脚注1"
    assert {warning.code for warning in document.warnings} == {"tracked_changes", "hidden_text"}
    assert "文档含4个隐藏文字" in document.warnings[1].message


def test_the_name_of_the_file_does_not_matter():
    data = (FIXTURES / "features.doc").read_bytes()
    assert read_bytes(data, "报告.wps").text.content == EXPECTED
    assert read_bytes(data, "报告.txt").text.content == EXPECTED


def test_pieces_of_one_byte_are_windows_characters():
    word = Word([Piece("办结“", False), Piece("GDP “A” – 5% €", True), Piece("件\r")])
    assert text_of(word) == ["办结“GDP “A” – 5% €件"]


def test_pieces_of_a_fast_saved_file_are_put_in_order():
    word = Word([Piece("第一，"), Piece("abc", True), Piece("第三。\r")], order=[2, 1, 0])
    assert text_of(word) == ["第一，abc第三。"]


def test_characters_beyond_16_bits_and_what_follows_them():
    """Positions count code units: the deletion after 𠮷 must hit 删."""
    text = "𠮷林县删县政府\r"
    word = Word([Piece(text)], characters=[(4, 5, sprm(DELETED, 1))])
    assert text_of(word) == ["𠮷林县县政府"]


def test_lone_surrogates_become_visible():
    document = read_bytes(plain("甲\ud842乙\r").build(), "a.doc")
    assert document.text.content == "甲\ufffd乙\n"
    assert [warning.code for warning in document.warnings] == ["control_characters"]


@pytest.mark.parametrize(
    "group, read",
    [
        (sprm(DELETED, 1), False),
        (sprm(DELETED, 0), True),
        (sprm(DELETED, 0x81), False),
        (sprm(HIDDEN, 1), False),
        (sprm(HIDDEN, 0), True),
        (sprm(HIDDEN, 0x80), True),
        (sprm(HIDDEN, 0x81), False),
        (sprm(HIDDEN, 1) + sprm(HIDDEN, 0), True),
        (sprm(CHARACTER_STYLE, 3), False),
        (sprm(CHARACTER_STYLE, 3) + sprm(HIDDEN, 0), True),
        (sprm(CHARACTER_STYLE, 3) + sprm(HIDDEN, 0x81), True),
        (b"\x01\xca\x05abcde" + sprm(DELETED, 1), False),  # after a modifier of variable length
        (b"\x15\xc6\xff\x01abcd\x01abc" + sprm(DELETED, 1), False),  # after long lists of tabs
        (sprm(DELETED, 1)[:2], True),  # cut off
    ],
)
def test_deleted_and_hidden_characters(group, read):
    styles = style_sheet({0: (0, 1, 0xFFF, b"", b""), 3: (0xFFE, 2, 0xFFF, b"", sprm(HIDDEN, 1))})
    word = Word([Piece("应诉率85%，90%。\r")], characters=[(3, 7, group)], parts={1: styles})
    assert text_of(word) == ["应诉率85%，90%。" if read else "应诉率90%。"]


def test_a_piece_may_be_deleted_as_a_whole():
    short = Word([Piece("甲"), Piece("乙", modifier=0x41 << 1 | 1 << 8), Piece("丙\r")])
    assert text_of(short) == ["甲丙"]
    long = Word([Piece("甲"), Piece("乙", modifier=0 << 1 | 1), Piece("丙\r")], modifiers=[sprm(DELETED, 1)])
    assert text_of(long) == ["甲丙"]
    nowhere = Word([Piece("甲"), Piece("乙", modifier=7 << 1 | 1), Piece("丙\r")])
    assert text_of(nowhere) == ["甲乙丙"]


def test_a_deleted_paragraph_mark_joins_the_paragraphs():
    word = Word([Piece("前半，\r后半。\r")], characters=[(3, 4, sprm(DELETED, 1))])
    assert text_of(word) == ["前半，后半。"]


def test_paragraphs_in_a_hidden_style_are_not_read():
    styles = style_sheet({0: (0, 1, 0xFFF, b"", b""), 1: (92, 1, 0, b"", sprm(HIDDEN, 1))})
    assert text_of(by_paragraph([("表单开头\r", 1, b""), ("正文。\r", 0, b"")], parts={1: styles})) == [
        "正文。"
    ]


def test_special_characters():
    text = "甲\x0b乙\x0e丙\r防\x1e治\x1f结\x01合\x02\x05\x08。\r全\xa0年\t5\u20036\r"
    assert text_of(plain(text)) == ["甲", "乙", "丙", "防-治结合。", "全\xa0年\t5\u20036"]


def test_raised_digits_stay_apart_from_the_number_before_them():
    """35件 with a note mark 1, and 10 to the second."""
    groups = [(3, 4, sprm(RAISED, 1)), (7, 8, sprm(RAISED, 2)), (8, 9, sprm(RAISED, 0))]
    assert text_of(Word([Piece("35件1，10234\r")], characters=groups)) == ["35件¹，10₂34"]


def test_symbols_stand_for_themselves():
    group = sprm(SYMBOL, 0x2022_0003)  # font 3, the bullet U+2022
    word = Word([Piece("（(）(甲\r")], characters=[(1, 2, group)])
    assert text_of(word) == ["（•）(甲"]


@pytest.mark.parametrize(
    "text, expected",
    [
        ('见\x13 HYPERLINK "http://a" \x14网站\x15。\r', ["见网站。"]),
        ("\x13 PAGE \x15第\r", ["第"]),
        ("甲\x13 IF \x13 DATE \x142021\x15 = 1 \x14乙\x13 REF x \x14丙\x15\x15丁\r", ["甲乙丙丁"]),
        ("目　录\r\x13 TOC \\o \x14一、总体\t1\r二、问题\t2\r\x15正文。\r", ["正文。"]),
        ("目录\r\x13TOC\x14\x13 HYPERLINK \x14一、\x13 PAGEREF \x141\x15\x15\r\x15\r正文。\r", ["正文。"]),
        ("目录\r正文。\r", ["目录", "正文。"]),
        ("甲\x13 HYPERLINK 乙\r丙\r", ["甲 HYPERLINK 乙", "丙"]),  # a field that never ends is none
        ("甲\x15乙\x14丙\r", ["甲乙丙"]),
        ("\x13 TOCSIN \x14钟\x15\r", ["钟"]),
        ("\x13\x13\x14\x14甲\x15\x15乙\r", ["乙"]),
    ],
)
def test_fields(text, expected):
    assert text_of(plain(text)) == expected


def test_lines_of_contents_without_a_field_are_known_by_their_style():
    styles = style_sheet({0: (0, 1, 0xFFF, b"", b""), 1: (19, 1, 0, b"", b"")})
    parts = [("目录\r", 0, b""), ("一、总体\t1\r", 1, b""), ("一、总体\r", 0, b"")]
    assert text_of(by_paragraph(parts, parts={1: styles})) == ["一、总体"]


def test_headings_by_built_in_style_by_outline_and_by_inheritance():
    styles = style_sheet(
        {
            0: (0, 1, 0xFFF, b"", b""),
            1: (1, 1, 0, b"", b""),
            2: (0xFFE, 1, 3, b"", b""),
            3: (0xFFE, 1, 0, sprm(OUTLINE, 1), b""),
            4: (4, 1, 4, b"", b""),  # based on itself
        }
    )
    parts = [
        ("一、标题\r", 1, b""),
        ("（一）按大纲\r", 0, sprm(OUTLINE, 2)),
        ("（二）继承\r", 2, b""),
        ("不是标题\r", 1, sprm(OUTLINE, 9)),
        ("正文\r", 0, b""),
        ("四级\r", 4, b""),
        ("无此样式\r", 99, b""),
    ]
    document = read_bytes(by_paragraph(parts, parts={1: styles}).build(), "a.doc")
    content = document.text.content
    assert [(content[h.start : h.end], h.depth) for h in document.headings] == [
        ("一、标题", 1),
        ("（一）按大纲", 3),
        ("（二）继承", 2),
        ("四级", 4),
    ]


def test_table_rows_are_lines_and_cells_are_parted():
    parts = [
        ("前\r", 0, b""),
        ("指标\x07", 0, IN), ("数\x07", 0, IN), ("\x07", 0, END),
        ("案件\x07", 0, IN), ("12\r", 0, IN), ("34\x07", 0, IN), ("\x07", 0, END),
        ("中\r", 0, b""),
        ("1\x07", 0, IN), ("2\x07", 0, IN), ("\x07", 0, END),
    ]  # fmt: skip
    document = read_bytes(by_paragraph(parts).build(), "a.doc")
    assert document.text.content.splitlines() == ["前", "指标\t数", "案件\t12\t34", "中", "1\t2"]
    assert [place.label for place in document.places] == [
        "第1段",
        "表1第1行",
        "表1第2行",
        "第2段",
        "表2第1行",
    ]


def test_the_end_of_a_row_may_be_told_elsewhere():
    """Definitions of wide tables lie in the stream Data, the end of the row with them."""
    group = END + b"\x00" * 3
    data = b"\0\0" + len(group).to_bytes(2, "little") + group
    far = sprm(0x6646, 2)
    parts = [
        ("1\x07", 0, IN),
        ("2\x07", 0, IN),
        ("\x07", 0, far),
        ("3\x07", 0, IN),
        ("\x07", 0, far),
        ("后\r", 0, b""),
    ]
    assert text_of(by_paragraph(parts, data=data)) == ["1\t2", "3", "后"]


def test_a_table_that_only_frames_the_report_keeps_its_paragraphs():
    parts = [("报告\r", 0, IN), ("一、总体\r", 0, IN), ("正文。\x07", 0, IN), ("\x07", 0, END)]
    assert text_of(by_paragraph(parts)) == ["报告", "一、总体", "正文。"]


def test_a_table_within_a_cell():
    inner = IN + sprm(DEPTH, 2)
    cell, row = inner + sprm(INNER_CELL, 1), inner + sprm(INNER_CELL, 1) + sprm(INNER_ROW_END, 1)
    parts = [
        ("外\x07", 0, IN),
        ("内", 0, b""), ("一\r", 0, inner), ("1\r", 0, cell), ("2\r", 0, cell), ("\r", 0, row),
        ("尾\x07", 0, IN), ("\x07", 0, END),
    ]  # fmt: skip
    assert text_of(by_paragraph(parts)) == ["外\t内一 1\t2\t尾"]


def test_cells_without_any_formatting_do_not_run_together():
    assert text_of(plain("1\x072\x07\x07后\r")) == ["1\t2", "后"]


def test_a_page_break_stands_within_a_numbered_paragraph():
    parts = list_tables({7: [list_level(0x27, "%0、")]}, [(7, [])])
    document = by_paragraph(
        [("前半\x0c后半\r", 0, sprm(LIST_USE, 1)), ("下一\r", 0, sprm(LIST_USE, 1))], parts=parts
    )
    assert text_of(document) == ["一、前半", "后半", "二、下一"]
    assert text_of(by_paragraph([("末页\x0c\r", 0, b"")])) == ["末页"]
    assert text_of(Word([Piece("末页\x0c")], paragraphs=[(0, 2, 0, b"")])) == ["末页"]


REPORT_LEVELS = [
    list_level(0x27, "%0、"),
    list_level(0x27, "（%1）"),
    list_level(0x00, "%2.", follow=0),
    list_level(0x12, "%3"),
]


def numbered(steps: list[tuple[int, int]], lists: dict, uses: list) -> list[str]:
    """The lines of one paragraph 文 for each step: the use and the level."""
    group = [sprm(LIST_USE, use) + sprm(LEVEL, level) for use, level in steps]
    return text_of(by_paragraph([("文\r", 0, one) for one in group], parts=list_tables(lists, uses)))


def test_automatic_numbers_of_a_report():
    steps = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1), (1, 2), (1, 0), (1, 1)]
    assert numbered(steps, {7: REPORT_LEVELS}, [(7, [])]) == [
        "一、文", "（一）文", "1. 文", "2. 文", "①文", "（二）文", "1. 文", "二、文", "（一）文",
    ]  # fmt: skip


def test_a_number_never_touches_the_digits_of_the_text():
    levels = [list_level(0, "%0", follow=0)]
    word = by_paragraph([("2021年\r", 0, sprm(LIST_USE, 1))], parts=list_tables({7: levels}, [(7, [])]))
    assert text_of(word) == ["1 2021年"]


def test_uses_of_one_list_count_on_and_may_begin_anew():
    lists = {7: REPORT_LEVELS}
    uses = [(7, []), (7, []), (7, [(1, 0x10, b"")]), (7, [(0, 0x20, list_level(0, "第%0条"))])]
    steps = [(1, 0), (2, 0), (3, 0), (3, 0), (4, 0)]
    assert numbered(steps, lists, uses) == ["一、文", "二、文", "一、文", "二、文", "第3条文"]


def test_levels_restart_only_where_they_say_so():
    levels = [list_level(0, "%0."), list_level(0, "%0.%1", flags=8, limit=0)]
    assert numbered([(1, 0), (1, 1), (1, 0), (1, 1)], {7: levels}, [(7, [])]) == [
        "1.文",
        "1.1文",
        "2.文",
        "2.2文",
    ]


def test_legal_numbers_are_digits_at_all_levels():
    levels = [list_level(0x27, "%0、"), list_level(0x27, "%0.%1", flags=4)]
    assert numbered([(1, 0), (1, 1)], {7: levels}, [(7, [])]) == ["一、文", "1.1文"]


@pytest.mark.parametrize("use, level", [(0, 0), (2, 0), (0xF801, 0), (1, 5), (1, 200)])
def test_no_number_where_no_list_is(use, level):
    assert numbered([(use, level)], {7: [list_level(0, "%0.")]}, [(7, [])]) == ["文"]


def test_bullets_are_no_numbers_and_fixed_words_are():
    levels = [list_level(0x17, "\uf0b7"), list_level(0xFF, "附件：")]
    assert numbered([(1, 0), (1, 1)], {7: levels}, [(7, [])]) == ["文", "附件：文"]


def test_a_list_that_comes_with_a_style():
    styles = style_sheet({0: (0, 1, 0xFFF, b"", b""), 1: (1, 1, 0, sprm(LIST_USE, 1), b"")})
    parts = {1: styles, **list_tables({7: REPORT_LEVELS}, [(7, [])])}
    word = by_paragraph([("甲\r", 1, b""), ("乙\r", 1, sprm(LIST_USE, 0)), ("丙\r", 1, b"")], parts=parts)
    assert text_of(word) == ["一、甲", "乙", "二、丙"]


def test_notes_follow_and_headers_and_comments_are_left_out():
    stories = ["正文\x02。\r", "\x02 脚注一。\r\x02脚注二，\r续。\r", "页眉\r", "批注\r", "\x02尾注。\r"]
    counts = {1: len(stories[1]), 2: 3, 4: 3, 5: len(stories[4])}
    notes = [0, 7, len(stories[1]) - 1, len(stories[1])]
    parts = {3: b"".join(n.to_bytes(4, "little") for n in notes)}
    document = read_bytes(
        plain("".join(stories) + "\r", counts=counts | {7: 1}, parts=parts).build(), "a.doc"
    )
    assert document.text.content.splitlines() == [
        "正文。",
        "［注1］脚注一。",
        "［注2］脚注二， 续。",
        "［尾注1］尾注。",
    ]
    assert [place.label for place in document.places] == ["第1段", "脚注1", "脚注2", "尾注1"]


def boxes(anchors: list[tuple[int, int]], shapes: list[int]) -> Word:
    """Two paragraphs and one text box for each shape, 甲框 first."""
    main, story = (
        "第一\x08段。\r第二段。\r",
        "".join(f"{name}框。\r" for name, _ in zip("甲乙丙", shapes, strict=False)),
    )
    positions = [*range(0, len(story) + 1, 4), len(story) + 1]
    box = b"".join(n.to_bytes(4, "little") for n in positions)
    box += b"".join(bytes(14) + shape.to_bytes(4, "little") + bytes(4) for shape in [*shapes, 0])
    spa = b"".join(n.to_bytes(4, "little") for n in [*(at for at, _ in anchors), len(main)])
    spa += b"".join(shape.to_bytes(4, "little") + bytes(22) for _, shape in anchors)
    return plain(main + story + "\r", counts={6: len(story) + 1}, parts={56: box, 40: spa})


def test_text_boxes_follow_the_paragraph_that_holds_them():
    assert text_of(boxes([(2, 1025)], [1025])) == ["第一段。", "甲框。", "第二段。"]
    assert text_of(boxes([(2, 9), (2, 1025)], [1025, 1026])) == ["第一段。", "甲框。", "第二段。", "乙框。"]
    assert text_of(boxes([], [1025])) == ["第一段。", "第二段。", "甲框。"]


def test_small_streams_lie_in_the_mini_stream():
    word = plain("正文。\r")
    streams = word.streams()
    small = container({"WordDocument": streams["WordDocument"]}, mini={"0Table": streams["0Table"]})
    assert read_bytes(small, "a.doc").text.content == "正文。\n"


def test_the_title_of_the_properties_is_a_hint():
    title = "某某县2021年法治政府建设年度报告"
    raw = title.encode("gb18030") + b"\0"
    body = b"\x02\0\0\0\xa8\x03\0\0" + b"\x1e\0\0\0" + len(raw).to_bytes(4, "little") + raw
    pairs = b"".join(n.to_bytes(4, "little") for n in (0, 2, 1, 24, 2, 32))
    stream = bytes(44) + (48).to_bytes(4, "little") + pairs + body
    streams = plain("正文。\r").streams() | {"\x05SummaryInformation": stream}
    source = read_bytes(container(streams), "a.doc").source
    assert source is not None
    assert source.title == title

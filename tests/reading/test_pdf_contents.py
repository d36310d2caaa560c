"""The table of contents of a PDF goes; whatever only looks like one stays."""

from __future__ import annotations

from scorer.reading.pdf import PdfReader
from scorer.reading.pdf.columns import Block
from scorer.reading.pdf.contents import drop_contents
from scorer.reading.pdf.model import Line
from tests.reading.pdfs import lines, pdf, text

FILLED = "贯彻落实全面依法治国各项部署推动法治政府建设取得成效"  # 26 characters: a full line
REPORT = [
    *("一、主要做法", "　　" + FILLED[:24], "办结率百分之百。"),
    *("二、存在的问题", "　　" + FILLED[:24], "队伍力量不足。"),
    *("三、下一步打算", "　　" + FILLED[:24], "继续努力。"),
]
WORDS = [
    *("一、主要做法", FILLED[:24] + "办结率百分之百。"),
    *("二、存在的问题", FILLED[:24] + "队伍力量不足。"),
    *("三、下一步打算", FILLED[:24] + "继续努力。"),
]


def read(data: bytes) -> list[str]:
    return PdfReader().read(data, "报告.pdf").text.content.splitlines()


def test_entries_with_leaders_go_with_their_title() -> None:
    contents = [
        "目　录",
        "一、主要做法" + "." * 30 + "1",
        "二、存在的问题……………………2",
        "三、下一步打算" + "·" * 20 + " 3",
    ]
    assert read(pdf(lines(contents), lines(REPORT))) == WORDS


def test_leaders_without_a_title_are_enough() -> None:
    contents = ["某市2021年法治政府建设报告", "一、主要做法……………………1", "二、存在的问题……………………2"]
    assert read(pdf(lines(contents), lines(REPORT))) == ["某市2021年法治政府建设报告", *WORDS]


def test_below_the_title_a_number_at_the_right_is_enough() -> None:
    content = text(260, 760, "目录")
    for at, entry in enumerate(("一、主要做法", "二、存在的问题")):
        content += text(80, 730 - 28 * at, entry) + text(480, 730 - 28 * at, str(at + 1))
    assert read(pdf(content, lines(REPORT))) == WORDS


def test_an_entry_of_two_lines_and_a_number_alone() -> None:
    long = "一、" + FILLED + "做法"
    contents = ["目录", long[:20], long[20:] + "…………1", "二、存在的问题………………………", "2"]
    body = [long[:26], long[26:], *REPORT[1:6]]
    assert read(pdf(lines(contents), lines(body))) == [long, *WORDS[1:4]]


def test_contents_that_radicals_stand_in() -> None:
    def block(*words: str) -> Block:
        return Block(1, 0, [Line(word, 80, 400, 700, 16) for word in words])

    pages = [
        [block("⽬录", "⼀、主要做法………………1", "⼆、存在的问题………………2")],
        [block("一、主要做法", "二、存在的问题")],
    ]
    drop_contents(pages)
    assert [[line.text for line in one.lines] for page in pages for one in page] == [
        ["一、主要做法", "二、存在的问题"]
    ]


def test_words_that_stand_nowhere_else_stay() -> None:
    contents = ["目录", "附表一…………………1", "附表二…………………2"]
    assert len(read(pdf(lines(contents), lines(REPORT)))) > len(WORDS)
    assert "附表一" in "".join(read(pdf(lines(contents), lines(REPORT))))


def test_one_line_with_a_number_is_no_table() -> None:
    page = ["目录", "主要做法1", "　　主要做法如下。", "　　继续努力。"]
    assert read(pdf(lines(page)))[:2] == ["目录", "主要做法1"]


def test_prose_with_an_ellipsis_stays() -> None:
    page = ["　　群众说好……", "　　办结35件。", "　　群众说好……", "　　办结35件。"]
    assert read(pdf(lines(page))) == ["群众说好……", "办结35件。"] * 2

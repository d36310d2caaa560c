"""Page, table, workbook and letter in English: their own words, how these fit, and what no language changes.

After a change that was meant: ``SCORER_WRITE_GOLDEN=1 pytest tests/rendering -k golden``, then read the difference.
"""

from __future__ import annotations

import csv
import io
import os
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Mm
from lxml import html
from markupsafe import Markup
from openpyxl import load_workbook

from scorer.i18n import use_language
from scorer.rendering import Failure, Options, render
from scorer.rendering.office import fitting
from scorer.rendering.page.language import cited, ours, own, rich
from scorer.rules.model import Status
from scorer.scoring.model import Decision, Scorecard
from tests.latin import chinese_in, latin
from tests.rendering.cards import CARD, REPORT
from tests.rendering.office_dump import letter_dump, workbook_dump
from tests.rendering.test_html import settled

# openpyxl does not know the second, richer description of data bars that Excel 2010 and later read.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")

GOLDEN = Path(__file__).parent / "golden"
WHOLE = replace(CARD, text=REPORT.content)
OTHER = replace(CARD, stamp=replace(CARD.stamp, report_name="other-2023.txt"))
FAILURE = Failure("坏.pdf", "没有文字层")


def english(*cards: Scorecard, format_: str, detail: Any = "full", failed: bool = False) -> Any:
    with use_language("en"):
        return render(cards, format_, Options(detail), (FAILURE,) * failed)


def book_of(*cards: Scorecard, **more: Any) -> Any:
    return load_workbook(BytesIO(english(*cards, format_="xlsx", **more)))


def letter_of(*cards: Scorecard, **more: Any) -> Any:
    return Document(BytesIO(english(*cards, format_="docx", **more)))


def words_of(content: Any, format_: str) -> str:
    """All words of a file, as plain text; of the page without its style and script."""
    dumps = {"xlsx": workbook_dump, "docx": letter_dump, "html": settled}
    return str(dumps[format_](content) if format_ in dumps else content)


def rows_of(content: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.removeprefix("\ufeff"))))


# ---------------------------------------------------------------------------------------------- as a whole


@pytest.mark.parametrize("format_", ["csv", "html", "xlsx", "docx"])
def test_the_file_is_the_one_that_was_read_golden(format_: str) -> None:
    content = english(WHOLE, format_=format_)
    shown = words_of(content, format_)
    path = GOLDEN / f"card.en.{format_}{'.txt' if isinstance(content, bytes) else ''}"
    if os.environ.get("SCORER_WRITE_GOLDEN"):
        path.write_bytes(shown.encode("utf-8"))
    assert shown == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("format_", ["csv", "html", "xlsx", "docx"])
@pytest.mark.parametrize("detail", ["summary", "full"])
def test_no_chinese_is_left_but_that_of_the_report(format_: str, detail: str) -> None:
    expired = Decision(Status.MET, "Li", "2024-05-06", "see annex", Status.UNMET, "expired", "2024-06-01")
    items = [replace(item, evidence_left_out=3) for item in WHOLE.items]
    items[5] = replace(items[5], decision=expired)
    card = latin(replace(WHOLE, items=tuple(items), report=replace(WHOLE.report, document_number=None)))
    bare = replace(card, items=card.items[:1], audit=(), warnings=(), total=replace(card.total, grade=""))
    with use_language("en"):
        content = render((card, bare), format_, Options(detail), (Failure("x.pdf", "no text"),))
    # Files of decisions name a report (大冶市2021年) in the same words whatever the language.
    assert chinese_in(re.sub('"about":"[^"]*"', "", words_of(content, format_))) == []


def test_the_language_of_one_file_does_not_linger_in_the_next() -> None:
    for format_ in ("csv", "html", "xlsx", "docx"):
        before = render([WHOLE], format_, Options("full"))
        english(WHOLE, format_=format_)
        assert render([WHOLE], format_, Options("full")) == before


# ------------------------------------------------------------------------------------------------ the page


def test_only_words_of_the_report_are_marked_as_chinese() -> None:
    with use_language("en"):
        assert own("依法行政") == ' lang="zh-CN"'
        assert own("No proof of “依法行政”") == ""
        assert own("62%") == ""
        assert cited("<依法>") == '<span lang="zh-CN">&lt;依法&gt;</span>'
        assert cited("a < b") == "a &lt; b"
        assert ours() == ' lang="en"'
    assert (own("依法行政"), cited("依法 & 行政"), ours()) == ("", "依法 &amp; 行政", "")


def test_markup_in_a_message_is_that_of_the_template_alone() -> None:
    made = rich("{one} & {two}", one=Markup("<b>甲</b>"), two="<i>{one}</i>")
    assert made == "<b>甲</b> &amp; &lt;i&gt;{one}&lt;/i&gt;"


def test_the_page_is_in_english_and_quotes_in_chinese() -> None:
    tree = html.document_fromstring(english(WHOLE, OTHER, format_="html", failed=True))
    assert tree.get("lang") == "en"
    assert tree.findtext("head/title") == "Scores of 2 reports"
    assert {quote.get("lang") for quote in tree.iter("blockquote")} == {"zh-CN"}
    assert {line.get("lang") for line in tree.find_class("line")} == {"zh-CN"}
    assert "Not scored" in tree.find_class("failures")[0].text_content()


def test_anchors_and_data_do_not_depend_on_the_language() -> None:
    chinese, translated = (
        html.document_fromstring(page)
        for page in (render([WHOLE], "html", Options("full")), english(WHOLE, format_="html"))
    )
    assert translated.xpath("//@id") == chinese.xpath("//@id")
    assert translated.xpath("//a/@href") == chinese.xpath("//a/@href")
    assert translated.xpath("//@name") == chinese.xpath("//@name")


# ----------------------------------------------------------------------------------------------- the table


def test_the_table_has_english_heads_and_the_same_numbers() -> None:
    head, *rows = rows_of(english(CARD, format_="csv", failed=True))
    chinese_head, *chinese = rows_of(str(render([CARD], "csv", Options(), (FAILURE,))))
    assert head[4:9] == ["Dimension", "No.", "Item", "Kind", "Full points"]
    assert len(set(head)) == len(head) == len(chinese_head)
    for name in ("No.", "Full points", "Program score"):
        assert [row[head.index(name)] for row in rows] == [row[head.index(name)] for row in chinese]
    states = [row[head.index("State")] for row in rows]
    assert states[:3] == ["Met", "Partial", "Not applicable"]
    assert states[-3:] == ["Warning", "Warning", "Not read"]
    refused = rows[5][head.index("Evidence")]
    assert refused == "[Not counted: problems section] 一些单位行政执法公示还不及时"


# -------------------------------------------------------------------------------------------- the workbook


def test_sheets_and_heads_are_english() -> None:
    book = book_of(CARD, OTHER, failed=True)
    assert book.sheetnames == ["Overview", "Summary", "Items", "Evidence", "Arithmetic"]
    for sheet in book:
        if sheet.title != "Summary":
            heads = [cell.value for cell in sheet[1]]
            assert all(head.isascii() for head in heads)
            assert len(set(heads)) == len(heads)
    assert "(2 passages in all, see “Evidence”)" in str(book["Items"]["K2"].value)


def test_states_are_coloured_by_their_english_words() -> None:
    sheet = book_of(CARD)["Items"]
    rules = {
        rule.formula[0]: rule.dxf.fill.bgColor.rgb
        for cells in sheet.conditional_formatting
        for rule in cells.rules
    }
    heads = [cell.value for cell in sheet[1]]
    shown = {row[heads.index("State")].value for row in sheet.iter_rows(min_row=2)}
    assert {f'"{word}"' for word in shown} <= set(rules)
    assert rules['"Met"'] != rules['"Not found"'] != rules['"Partial"']
    assert rules['"Deduction"'] == rules['"Not found"']
    assert '"needs review"' in rules


def test_no_english_word_is_broken_by_its_column() -> None:
    book = book_of(CARD, OTHER, failed=True)
    for sheet in book:
        for cells in sheet.iter_cols() if sheet.title != "Summary" else ():
            width = sheet.column_dimensions[cells[0].column_letter].width
            words = str(cells[0].value).split()
            if cells[0].value in ("State", "Confidence", "Kind", "Level", "Outcome"):
                words += [word for cell in cells[1:] for word in str(cell.value or "").split()]
            assert max(map(len, words)) < width
        if sheet.title in ("Overview", "Items"):
            assert sheet.row_dimensions[1].height > 2 * 10  # two lines of type of ten points


def test_chinese_heads_need_no_height_of_their_own() -> None:
    content = render([CARD], "xlsx", Options("full"))
    assert isinstance(content, bytes)
    assert all(
        sheet.row_dimensions[1].height is None for sheet in load_workbook(BytesIO(content)).worksheets[1:]
    )


def test_the_numbers_of_the_workbook_do_not_depend_on_the_language() -> None:
    content = render([CARD], "xlsx", Options("full"))
    assert isinstance(content, bytes)
    for chinese, translated in zip(load_workbook(BytesIO(content)), book_of(CARD), strict=True):
        assert translated.dimensions == chinese.dimensions
        numbers = [
            [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "n"]
            for sheet in (chinese, translated)
        ]
        assert numbers[0] == numbers[1]


def test_the_note_on_a_cut_is_english() -> None:
    with use_language("en"):
        cut = fitting("x" * 100, 60)
    assert cut.endswith("x… (too long, the rest is left out)")
    assert len(cut) == 60


# ---------------------------------------------------------------------------------------------- the letter


def test_the_letter_is_numbered_and_set_for_english() -> None:
    letter = letter_of(CARD)
    headings = [one for one in letter.paragraphs if one.style.name == "Heading 1"]
    assert [heading.text for heading in headings] == [
        "1. Total",
        "2. Points by dimension",
        "3. Items that lost points",
        "4. Bonus and deductions",
        "5. Items that need a person’s review",
        "6. Decisions of people",
        "7. Arithmetic of the report",
        "8. Warnings",
    ]
    assert headings[0].style.font.bold
    assert letter.core_properties.language == "en"
    assert {"Table text", "Small print"} <= {style.name for style in letter.styles}
    chinese = render([CARD], "docx", Options())
    assert isinstance(chinese, bytes)
    assert Document(BytesIO(chinese)).styles["Heading 1"].font.bold is None


def test_the_letter_tells_its_numbers_in_sentences() -> None:
    text = letter_dump(english(CARD, format_="docx"))
    for told in (
        "[Title] Opinion on “青川县人民政府关于2023年度法治政府建设情况的报告”",
        "[Normal] To 青川县人民政府:",
        "The total is 65.5 of 100 points, grade 中等, made up of base 65, bonus 1 and deductions 0.5.",
        "9 items are scored: met 4, partial 2, not found 2, not applicable 1.",
        "The text of the report alone does not settle 1 item; after review the total will lie between 58 and 83",
        "4 items lost points, 4.5 in all; those that lost most come first.",
        "In 3 places the report’s own numbers were checked; they agree in 1. The rest is listed below.",
        "Reviewer (signature): ____",
        "sha256 0123456789abcdef; decisions decisions.yaml, sha256 cdcdcdcdcdcdcdcd.",
    ):
        assert told in text


def test_no_english_head_is_broken_by_its_column() -> None:
    for table in letter_of(CARD).tables:
        widths = [cell.width for cell in table.rows[0].cells]
        assert sum(widths) == pytest.approx(Mm(156), rel=0.01)
        for cell, width in zip(table.rows[0].cells, widths, strict=True):
            # A bold letter of ten and a half points takes about two millimetres; cells have margins.
            assert width > Mm(2 * max(map(len, cell.text.split())) + 3.8)

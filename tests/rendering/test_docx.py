"""The letter as python-docx reads it back: what it tells, how it is set, what must stay inert."""

from __future__ import annotations

import re
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree

from scorer.errors import UsageError
from scorer.reading.docx import DocxReader
from scorer.rendering import RENDERERS, Failure, Options, render
from scorer.scoring.model import Scorecard
from tests.rendering.cards import CARD, hostile_card
from tests.rendering.office_dump import letter_dump

OTHER = replace(CARD, stamp=replace(CARD.stamp, report_name="other-2023.txt"))


def content_of(*cards: Scorecard, detail: Any = None, failures: tuple[Failure, ...] = ()) -> bytes:
    content = render(cards, "docx", Options(detail), failures)
    assert isinstance(content, bytes)
    return content


def letter_of(*cards: Scorecard, **more: Any) -> Any:
    return Document(BytesIO(content_of(*cards, **more)))


def lines_of(*cards: Scorecard, **more: Any) -> list[str]:
    return letter_dump(content_of(*cards, **more)).splitlines()


def table_after(heading: str, lines: list[str]) -> list[list[str]]:
    """The rows of the first table below a heading."""
    start = next(at for at, line in enumerate(lines) if line.endswith(f"、{heading}"))
    first = next(at for at in range(start, len(lines)) if " | " in lines[at])
    rows = []
    for line in lines[first:]:
        if line.startswith("["):
            break
        rows.append(line.split(" | "))
    return rows


# ------------------------------------------------------------------------------------------ what it tells


def test_it_opens_as_a_letter_does() -> None:
    lines = lines_of(CARD)
    assert lines[:3] == [
        "[Title] 《青川县人民政府关于2023年度法治政府建设情况的报告》评分意见",
        "[Subtitle] （青川县 县级 2023年度）",
        "[Normal] 青川县人民政府：",
    ]
    assert "依据《小型样例指标》（tiny 1.0.0），由 scorer 0.1.0" in lines[3]
    assert "不是对实际工作的考评结论" in lines[3]


def test_parts_are_numbered_in_their_order() -> None:
    headings = [line.split("] ")[1] for line in lines_of(CARD) if line.startswith("[Heading 1]")]
    assert headings == [
        "一、总分",
        "二、各维度得分",
        "三、失分项",
        "四、加分与扣分",
        "五、需要人工复核的指标",
        "六、已有的人工结论",
        "七、数字勾稽",
        "八、提示",
    ]
    bare = replace(CARD, items=tuple(i for i in CARD.items if i.id == "1.1.1"), audit=(), warnings=())
    headings = [line.split("] ")[1] for line in lines_of(bare) if line.startswith("[Heading 1]")]
    assert headings == ["一、总分", "二、各维度得分"]


def test_the_total_is_told_in_sentences() -> None:
    text = "\n".join(lines_of(CARD))
    assert "总分65.5分，满分100分，等次为中等。其中基础分65分，加分1分，扣分0.5分。" in text
    assert "参与评分的指标9项：达到4项，部分2项，未见2项，不适用1项。" in text
    assert "有1项单凭报告文字定不下来，人工复核以后，总分在58分至83分之间。" in text


def test_every_loss_has_its_sentence_and_the_mend() -> None:
    rows = table_after("失分项", lines_of(CARD))
    assert rows[0] == ["指标", "状态", "失分", "原因和报告原文", "怎样补分"]
    # 2 of 2.1.3, 1 of 2.1.4, 0.75 each of 1.1.2 and 2.1.2: the dearest first
    assert [(row[0].split()[0], row[2]) for row in rows[1:]] == [
        ("2.1.3", "2"),
        ("2.1.4", "1"),
        ("1.1.2", "0.75"),
        ("2.1.2", "0.75"),
    ]
    assert "〔不计：问题段〕“一些单位行政执法公示还不及时”（第9行第1列" in rows[1][3]
    assert rows[1][4] == "写明执法公示的平台和公示条数。"
    assert rows[2][3].endswith("没有相近的语句。")


def test_a_summary_lists_the_dearest_losses_only_and_says_how_many_there_are() -> None:
    lost = next(item for item in CARD.items if item.id == "2.1.3")
    card = replace(CARD, items=tuple(replace(lost, id=f"9.{number}") for number in range(12)))
    assert len(table_after("失分项", lines_of(card, detail="summary"))) == 1 + 8
    assert any("共12项，失24分，这里列失分最多的8项" in line for line in lines_of(card, detail="summary"))
    assert len(table_after("失分项", lines_of(card))) == 1 + 12


def test_bonus_and_deductions_have_their_signs() -> None:
    rows = table_after("加分与扣分", lines_of(CARD))
    assert [(row[0], row[1]) for row in rows[1:]] == [
        ("B.2 学法制度有数量", "+1"),
        ("C.1 数字自相矛盾", "-0.5"),
    ]


def test_what_the_text_cannot_decide_has_room_for_a_verdict() -> None:
    head, row = table_after("需要人工复核的指标", lines_of(CARD))
    assert head[4:] == ["复核分", "复核意见"]
    assert row == ["2.1.2 负责人出庭应诉", "部分", "低", "0.75／1.5", "", ""]


def test_decisions_stand_beside_the_verdict_of_the_program() -> None:
    rows = table_after("已有的人工结论", lines_of(CARD))
    assert rows[1] == ["2.1.4 执法全过程记录", "未见", "部分", "李复核", "2024-05-06", "附件中也没有。"]


def test_numbers_that_do_not_agree_are_listed_and_those_that_do_are_counted() -> None:
    lines = lines_of(CARD)
    assert "[Normal] 核对报告自己的数字3处，相符1处，其余如下。" in lines
    rows = table_after("数字勾稽", lines)
    assert [row[0] for row in rows[1:]] == ["不符", "待核"]


def test_it_ends_with_what_it_was_made_from_and_room_to_sign() -> None:
    lines = lines_of(CARD)
    sign = next(at for at, line in enumerate(lines) if "复核人（签名）：＿" in line)
    assert "单位（盖章）：＿" in lines[sign + 1]
    assert re.search(r"＿年＿+月＿+日", lines[sign + 2])
    assert "sha256 0123456789abcdef" in lines[sign - 1]
    assert "decisions.yaml" in lines[sign - 1]
    assert sign + 2 == len(lines) - 1


def test_the_annex_has_the_evidence_of_every_item() -> None:
    assert not any("附：逐项依据" in line for line in lines_of(CARD))
    text = "\n".join(lines_of(CARD, detail="full"))
    for item in CARD.items:
        assert f"\n{item.id} {item.title} | " in text
    assert "“负责人出庭应诉率为82%左右”（第6行第54列 · （二）化解行政争议）" in text
    assert "〔不计：他人事项〕“县法院全年审结行政案件31件”" in text


def test_several_letters_begin_on_pages_of_their_own() -> None:
    letter = letter_of(CARD, OTHER, failures=(Failure("坏.pdf", "没有文字层"),))
    titles = [paragraph for paragraph in letter.paragraphs if paragraph.style.name == "Title"]
    assert [bool(title.paragraph_format.page_break_before) for title in titles] == [False, True, True]
    assert titles[-1].text == "未能评分的报告"
    assert [cell.text for cell in letter.tables[-1].rows[1].cells] == ["坏.pdf", "没有文字层"]
    alone = letter_of(failures=(Failure("坏.pdf", "没有文字层"),))
    assert alone.paragraphs[0].text == "未能评分的报告"


# ---------------------------------------------------------------------------------------------- how it is set


def test_the_page_is_that_of_an_official_document() -> None:
    section = letter_of(CARD).sections[0]
    sizes = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    for size, wanted in zip(sizes, (210, 297, 37, 28), strict=True):
        assert size == pytest.approx(Mm(wanted), abs=Pt(0.05))  # Word counts in twentieths of a point
    (line,) = section.footer.paragraphs
    fields = [element.text for element in line._p.iter(qn("w:instrText"))]
    assert (line.text, fields) == ("—  —", ["PAGE"])


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Normal", "仿宋_GB2312", 16),
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("表格文字", "仿宋_GB2312", 10.5),
    ],
)
def test_chinese_characters_have_their_own_font(style: str, font: str, size: float) -> None:
    found = letter_of(CARD).styles[style]
    fonts = found.element.rPr.find(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == font
    assert fonts.get(qn("w:ascii")) == "Times New Roman"
    assert not [key for key in fonts.attrib if key.endswith("Theme")]
    assert found.font.size == Pt(size)


def test_tables_repeat_their_heads_and_keep_rows_whole() -> None:
    for table in letter_of(CARD, detail="full").tables:
        head, *rows = table._tbl.tr_lst
        assert head.trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in (head, *rows))
        assert sum(column.width for column in table.columns) == pytest.approx(Mm(156), rel=0.01)


# -------------------------------------------------------------------------------------- what must not happen


def test_it_names_no_author_and_no_time() -> None:
    content = content_of(CARD)
    core = Document(BytesIO(content)).core_properties
    assert core.title == "《青川县人民政府关于2023年度法治政府建设情况的报告》评分意见"
    assert (core.author, core.comments, core.last_modified_by) == ("", "", "")
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert not re.search(r"\d{4}-\d\d-\d\d", archive.read("docProps/core.xml").decode())
        assert not [name for name in archive.namelist() if "thumbnail" in name]
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_the_same_cards_give_the_same_bytes() -> None:
    assert content_of(CARD, OTHER, detail="full") == content_of(CARD, OTHER, detail="full")


def test_no_character_breaks_the_file() -> None:
    words = "".join(map(chr, range(0x20))) + "\x7f\x9b\u202e\ud800\udfff\ufffe\uffff<w:p/>&amp;\U0001f600"
    content = content_of(hostile_card(words), failures=(Failure(words, words),), detail="full")
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
    text = letter_dump(content)
    assert "\u202e" not in text
    assert "<w:p/>&amp;\U0001f600" in text


def test_words_of_a_report_make_no_fields_and_no_links() -> None:
    words = "{ INCLUDETEXT c:\\x } =cmd|' /C calc'!A0 http://x.y/ <script>alert(1)</script>"
    body = letter_of(hostile_card(words), detail="full").element.body
    for tag in ("w:fldChar", "w:fldSimple", "w:hyperlink", "w:instrText", "w:object"):
        assert list(body.iter(qn(tag))) == []


def test_a_word_without_end_is_shown_in_part() -> None:
    text = letter_dump(content_of(hostile_card("长" * 10_000), detail="full"))
    assert max(len(quote) for quote in re.findall("“([^”]*)”", text)) < 400


def test_our_own_reader_reads_it() -> None:
    document = DocxReader().read(content_of(CARD), "评分意见.docx")
    assert "总分65.5分，满分100分" in document.text.content
    assert "写明执法公示的平台和公示条数。" in document.text.content


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [
        name for name in sys.modules if name.startswith(("scorer.rendering.docx", "scorer.rendering.letter"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    for call in (RENDERERS["docx"].ready, lambda: render(CARD, "docx")):
        with pytest.raises(UsageError, match=r'pip install "scorer\[docx\]"'):
            call()
    RENDERERS["xlsx"].ready()

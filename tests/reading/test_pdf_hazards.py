"""Damaged, hostile and partly unreadable documents: each ends as text with a warning or as an error with its cause."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from scorer.errors import InputError
from scorer.reading import read_bytes
from scorer.reading.child import UnreadableError
from scorer.reading.interface import Document
from scorer.reading.pdf import worker
from tests.reading import pdfs
from tests.reading.pdfs import assembled, deflated, lines, pdf, picture, stream, text

FIXTURES = Path(__file__).parent / "fixtures" / "pdf"
WORDS = [
    "　　加强组织领导，压实法治政府建设第一责任人职责。",
    "　　全年办结行政复议案件126件，办结率百分之百。",
]
BODY = lines(WORDS)
TEXT = "".join(word.strip("　") + "\n" for word in WORDS)
GOOD = pdf(BODY)


def read(data: bytes) -> Document:
    return read_bytes(data, "报告.pdf")


def message(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(data)
    return str(caught.value)


def warnings(data: bytes) -> dict[str, str]:
    return {warning.code: warning.message for warning in read(data).warnings}


def one_page(content: bytes, *more: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</X 6 0 R>>>>/Contents 5 0 R>>"
    pages = b"<</Type/Pages/Count 1/Kids[4 0 R]>>"
    return assembled([b"<</Type/Catalog/Pages 2 0 R>>", pages, pdfs.SONG, page, content, *more])


def test_a_plain_document_is_read_without_a_word() -> None:
    document = read(GOOD)
    assert document.text.content == TEXT
    assert document.reader == "pdf"
    assert document.warnings == ()
    assert document.source is None


@pytest.mark.parametrize("before", [b"\r\n" * 40, b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n", b"\x00" * 900])
def test_bytes_before_the_header_do_no_harm(before: bytes) -> None:
    assert read(before + GOOD).text.content == TEXT


def test_a_text_that_speaks_of_pdf_stays_a_text() -> None:
    words = "文件头为%PDF-1.7。" + TEXT * 3
    assert read_bytes(words.encode("utf-8"), "x.txt").reader == "text"


def test_a_scan_is_an_error_that_names_ocr() -> None:
    told = message(pdf(picture(0, 0, 595, 842), picture(0, 0, 595, 842) + text(280, 40, "— 2 —", 12)))
    assert told.startswith(
        "报告.pdf: holds no text: its pages are scans or pictures; recognise its text (OCR)"
    )


def test_letters_turned_into_shapes_are_a_scan() -> None:
    drawn = b"".join(b"%d 100 m %d 110 l %d 105 l f\n" % (at, at + 5, at + 9) for at in range(300))
    assert "(OCR)" in message(pdf(drawn))


def test_some_scanned_pages_are_told_by_number() -> None:
    scan = picture(20, 20, 555, 802)
    data = pdf(BODY, scan, BODY, scan + text(280, 40, "— 4 —", 12), scan)
    assert read(data).text.content == TEXT * 2
    assert warnings(data) == {
        "scanned_pages": "第2、4—5页（共5页）没有文字层（扫描件或图片），其内容未读取、未参与评分；请先做文字识别（OCR）"
    }


def test_recognised_text_behind_a_picture_is_read() -> None:
    hidden = b"".join(text(112, 760 - 28 * n, word.strip("　"), mode=3) for n, word in enumerate(WORDS))
    data = pdf(picture(0, 0, 595, 842) + hidden)
    assert read(data).text.content == TEXT
    assert warnings(data) == {}


def test_more_pages_than_a_report_has_are_refused() -> None:
    assert (
        message(pdf(*[BODY] * 2001))
        == "报告.pdf: holds 2,001 pages, too many for a report; give the report alone"
    )


def test_more_characters_than_a_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_MOST_CHARACTERS", 90)
    assert worker.work(GOOD)["pages"] == 1
    with pytest.raises(UnreadableError, match="holds more than 90 characters"):
        worker.work(pdf(BODY, BODY, BODY))


def test_a_blank_page_is_no_scan_but_told_for_damage_makes_pages_blank() -> None:
    told = {"blank_pages": "第2页（共3页）是空白页；如原件此处有内容，则文件已损坏"}
    assert warnings(pdf(BODY, b"", BODY)) == told
    damaged = pdf(BODY, BODY, BODY).replace(b"/Contents 7 0 R", b"/Contents 77 0 R")
    assert warnings(damaged) == told


def test_a_large_picture_beside_text_is_told() -> None:
    assert (
        warnings(pdf(BODY + picture(50, 100, 495, 550)))["pictures"]
        == "第1页（共1页）有大幅图片，图中文字未读取"
    )


def test_white_text_is_told() -> None:
    assert "pale_text" in warnings(pdf(BODY + b"1 1 1 rg\n" + lines([WORDS[0]], top=500)))


@pytest.mark.parametrize("name", ["wkhtmltopdf.pdf", "libreoffice.pdf"])
def test_a_text_layer_without_characters_is_an_error(name: str) -> None:
    data = (FIXTURES / name).read_bytes()
    assert b"/ToUnicode" in data
    assert "has a text layer without known characters" in message(data.replace(b"/ToUnicode", b"/XoUnicode"))


def test_a_page_without_known_characters_among_others_is_told() -> None:
    font = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</g 6 0 R>>/FirstChar 65/LastChar 66"
    font += b"/Widths[1 1]/Encoding<</Differences[65/g/g]>>>>"
    garbled = b"BT /F2 16 Tf 80 700 Td (" + b"AB" * 40 + b") Tj ET"
    data = pdf(BODY, garbled, fonts=b"/F2 5 0 R", extra=[font, stream(b"1 0 d0")])
    assert warnings(data)["garbled_pages"].startswith("第2页（共2页）的文字层大多无法辨认")


def test_a_password_is_asked_to_be_taken_off() -> None:
    told = message((FIXTURES / "password.pdf").read_bytes())
    assert told.startswith("报告.pdf: is protected by a password; give the file without its password")


def test_a_password_of_the_owner_alone_opens() -> None:
    assert read((FIXTURES / "owner.pdf").read_bytes()).text.content == TEXT


@pytest.mark.parametrize("kept", [5, 9, 200, 0.5, 0.9])
def test_a_document_cut_off_is_an_error(kept: float) -> None:
    size = int(kept if kept >= 1 else kept * len(GOOD))
    assert "is no complete PDF document: damaged or cut off; get the original file again" in message(
        GOOD[:size]
    )


def test_a_missing_end_mark_is_told() -> None:
    assert "cut_off" in warnings(GOOD.replace(b"%%EOF", b"     "))


def test_a_page_that_cannot_be_opened_is_told() -> None:
    data = pdf(BODY, BODY).replace(b"/Kids[6 0 R 8 0 R]", b"/Kids[6 0 R 99 0 R]")
    assert read(data).text.content == TEXT
    assert warnings(data)["failed_pages"] == "第2页（共2页）无法打开，其内容未读取"


def test_scripts_do_not_run_and_attachments_are_told() -> None:
    catalog = b"/OpenAction<</S/JavaScript/JS(while\\(true\\){})>>/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a)/EF<</F 4 0 R>>>>]>>>>"
    data = pdf(BODY, catalog=catalog)
    assert read(data).text.content == TEXT
    assert warnings(data) == {"attachments": "文件内嵌1个附件，未读取"}


def test_a_dynamic_form_is_an_error() -> None:
    data = pdf(lines(["Please wait..."]), catalog=b"/AcroForm<</XFA 4 0 R/Fields[]>>/NeedsRendering true")
    assert "is a form (XFA)" in message(data)


def test_words_typed_into_a_form_are_told() -> None:
    page = b"/Annots[<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(typed)/Rect[0 0 9 9]>>]"
    assert warnings(pdf(BODY, page=page)) == {"notes": "第1页（共1页）有填写的表单域或文字批注，未计入正文"}


@pytest.mark.parametrize(
    "title, kept",
    [
        ("临江县2021年法治政府建设工作报告", True),
        ("Microsoft Word - 报告.doc", False),
        ("D:\\文件\\法治政府建设报告", False),
        ("未命名文档", False),
        ("report", False),
        ("文档1法治政府", False),
        ("", False),
    ],
)
def test_only_a_plausible_title_is_kept(title: str, kept: bool) -> None:
    info = b"/Title<feff" + title.encode("utf-16-be").hex().encode() + b">"
    source = read(pdf(BODY, info=info)).source
    assert (source.title if source else None) == (title if kept else None)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(one_page(deflated(bytes(1 << 20), 256)), id="a stream of 256 MB"),
        pytest.param(one_page(deflated(b"q " * (1 << 19), 300)), id="300 million saved states"),
        pytest.param(one_page(stream(b"[" * 3_000_000)), id="three million open brackets"),
        pytest.param(b"%PDF-1.7\n1 0 obj " + b"[" * 9_000_000 + GOOD, id="brackets outside"),
        pytest.param(b"%PDF-1.7\n" + b"1 0 obj <<\n" * 100_000, id="objects without end"),
        pytest.param(b"%PDF-1.7\n" + random.Random(1).randbytes(3 << 20), id="noise"),
        pytest.param(
            assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"]),
            id="pages that hold themselves",
        ),
        pytest.param(
            assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 2000000000/Kids[]>>"]),
            id="two thousand million pages",
        ),
        pytest.param(
            one_page(
                stream(b"/X Do"),
                stream(
                    b"/X Do " * 9,
                    b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>",
                ),
            ),
            id="a form that holds itself",
        ),
        pytest.param(pdf(*[b""] * 900), id="empty pages only"),
    ],
)
def test_a_hostile_document_is_an_error(data: bytes) -> None:
    assert message(data).startswith("报告.pdf: ")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            GOOD.replace(b"/Root", b"/Prev %d/Root" % GOOD.rindex(b"xref\n0")),
            id="a table that follows itself",
        ),
        pytest.param(GOOD.replace(b"/Count 1/", b"/Count 99999999/"), id="a forged count"),
        pytest.param(GOOD.replace(b"startxref\n", b"startxref\n9"), id="a forged start"),
        pytest.param(
            pdf(BODY + text(1e30, 1e30, "远") + text(80, 400, "巨", 1e20)), id="places beyond the page"
        ),
        pytest.param(
            pdf(BODY + b"".join(pdfs.rule(x, 0, x, 842) + pdfs.rule(0, x, 595, x) for x in range(1, 9000))),
            id="rules",
        ),
    ],
)
def test_a_forged_document_that_can_be_read_is_read(data: bytes) -> None:
    assert read(data).text.content.startswith(TEXT)


@pytest.mark.parametrize("seed", range(24))
def test_mutations_end_as_text_or_as_an_error(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(chance.choice([GOOD, (FIXTURES / "libreoffice.pdf").read_bytes()]))
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(data))
        length = chance.randint(1, 40)
        kind = chance.randrange(3)
        if kind == 0:
            data[at] = chance.randrange(256)
        elif kind == 1:
            del data[at : at + length]
        else:
            data[at:at] = data[at : at + length]
    try:
        ending = read(bytes(data)).text.content
    except InputError as error:
        ending = error.cause
    assert ending

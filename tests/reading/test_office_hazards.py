"""Word and OpenDocument files of strangers: hostile, cut, or mutated, they end as text or as a named error."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.reading import read_bytes
from scorer.reading.docx import DocxReader
from scorer.reading.odt import OdtReader
from tests.reading.packages import codes, docx, docx_parts, lines, odt, p, r, word_part, zipped

LISTED = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:pStyle w:val="1"/>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
WORDS = (
    p("依法行政", LISTED)
    + "<w:tbl><w:tr><w:tc>"
    + p("复议")
    + "</w:tc><w:tc>"
    + p("35件")
    + "</w:tc></w:tr></w:tbl>"
)
SMALL_DOCX = docx(
    WORDS, numbering=NUMBERING, styles='<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
)
SMALL_ODT = odt(
    '<text:list text:style-name="L"><text:list-item><text:p>依法行政</text:p></text:list-item></text:list>',
    automatic='<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="、"/></text:list-style>',
)


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


STORED = {"docx": unzipped(SMALL_DOCX), "odt": unzipped(SMALL_ODT)}


def ends_well(data: bytes) -> None:
    """Text or an error that names the file; any other exception fails the test."""
    try:
        outcome = read_bytes(data, "报告").text.content.strip()
    except InputError as error:
        outcome = str(error).removeprefix("报告: ")
        outcome = "" if outcome == str(error) else outcome
    assert outcome


@pytest.mark.parametrize(
    ("data", "words"), [(SMALL_DOCX, ["（三）依法行政", "复议\t35件"]), (SMALL_ODT, ["1、依法行政"])]
)
def test_the_files_that_are_mutated_below_are_sound(data: bytes, words: list[str]) -> None:
    assert lines(data) == words


@pytest.mark.parametrize("data", [SMALL_DOCX, SMALL_ODT])
@pytest.mark.parametrize("share", range(2, 16))
def test_cut_short_at_every_sixteenth_it_says_so(data: bytes, share: int) -> None:
    with pytest.raises(InputError, match=r"^报告: is cut short or damaged: its archive cannot be opened; "):
        read_bytes(data[: len(data) * share // 16], "报告")


@settings(deadline=None, max_examples=150)
@given(st.sampled_from([SMALL_DOCX, SMALL_ODT]), st.data())
def test_flipped_cut_and_doubled_bytes_end_well(data: bytes, draws: st.DataObject) -> None:
    changed = bytearray(data)
    for _ in range(draws.draw(st.integers(1, 4))):
        at = draws.draw(st.integers(4, len(changed) - 1))
        many = draws.draw(st.integers(1, 40))
        kind = draws.draw(st.sampled_from(["flip", "cut", "double"]))
        if kind == "flip":
            changed[at] ^= draws.draw(st.integers(1, 255))
        elif kind == "cut":
            del changed[at : at + many]
        else:
            changed[at:at] = changed[at : at + many]
        if len(changed) <= 5:
            return
    ends_well(bytes(changed))


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(sorted(STORED)), st.data())
def test_mutated_markup_ends_well(kind: str, draws: st.DataObject) -> None:
    parts: dict[str, str | bytes] = dict(STORED[kind])
    name = draws.draw(st.sampled_from(sorted(parts)))
    content = bytearray(parts[name])
    tokens = [
        b"<",
        b">",
        b"/",
        b'"',
        b"999999999",
        b"-1",
        b"%9",
        b"\x00",
        "壹".encode(),
        b"</w:p>",
        b"<w:p>",
        b"&#0;",
    ]
    for _ in range(draws.draw(st.integers(1, 3))):
        at = draws.draw(st.integers(0, len(content)))
        content[at : at + draws.draw(st.integers(0, 30))] = draws.draw(st.sampled_from(tokens))
    ends_well(zipped({**parts, name: bytes(content)}))


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(STORED)), st.sets(st.integers(0, 9)))
def test_missing_parts_end_well(kind: str, gone: set[int]) -> None:
    parts: dict[str, str | bytes] = {
        name: content for i, (name, content) in enumerate(STORED[kind].items()) if i not in gone
    }
    ends_well(zipped(parts))


def body(content: str) -> bytes:
    return zipped(
        {**docx_parts(""), "word/document.xml": word_part("document", f"<w:body>{content}</w:body>")}
    )


@pytest.mark.parametrize(
    ("start", "stop", "times"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 62),
        ("<w:p><w:txbxContent>", "</w:txbxContent></w:p>", 95),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 95),
        ("<w:ins>", "</w:ins>", 190),
    ],
)
def test_deep_nesting_is_read_to_the_bound_and_refused_beyond(start: str, stop: str, times: int) -> None:
    assert lines(body(start * times + p("甲") + stop * times)) == ["甲"]
    with pytest.raises(InputError, match="nested too deeply"):
        read_bytes(body(start * 33_000 + p("甲") + stop * 33_000), "报告")


@pytest.mark.parametrize(
    ("start", "stop", "times"),
    [
        (
            "<table:table><table:table-row><table:table-cell>",
            "</table:table-cell></table:table-row></table:table>",
            60,
        ),
        ("<text:p><draw:frame><draw:text-box>", "</draw:text-box></draw:frame></text:p>", 60),
        ("<text:list><text:list-item>", "</text:list-item></text:list>", 90),
        ("<text:section>", "</text:section>", 190),
    ],
)
def test_deep_open_document_nesting(start: str, stop: str, times: int) -> None:
    assert lines(odt(start * times + "<text:p>甲</text:p>" + stop * times)) == ["甲"]
    with pytest.raises(InputError, match="nested too deeply"):
        read_bytes(odt(start * 33_000 + "<text:p>甲</text:p>" + stop * 33_000), "报告")


def test_very_many_empty_paragraphs_leave_the_one_with_words() -> None:
    document = read_bytes(body("<w:p/>" * 50_000 + p("甲")), "报告")
    assert (document.text.content, document.places[0].label) == ("甲\n", "第1段")


def test_markup_without_end_is_refused() -> None:
    with pytest.raises(InputError, match="holds too much markup"):
        read_bytes(body("<w:p/>" * 1_200_000), "报告")


def test_fields_that_never_end_and_endings_without_a_field() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    assert lines(body(f"<w:p>{begin * 2000}{r('甲')}</w:p>")) == ["甲"]
    assert lines(body(f"<w:p>{end * 3}{r('甲')}{end}</w:p>")) == ["甲"]


def test_a_number_text_cannot_be_multiplied_into_a_bomb() -> None:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="{"%1" * 5000}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    made = p("甲", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert [len(line) for line in lines(docx(made, numbering=numbering))] == [20 * 9 + 2]


def test_hostile_characters_are_made_visible() -> None:
    document = read_bytes(body(p("甲\u202e乙\u200b&#x85;丙")), "报告")
    assert document.text.content == "甲\ufffd乙\u200b\n丙\n"
    assert codes(document) == ["control_characters"]


def test_other_archives_are_not_taken() -> None:
    for parts in (
        {"a.txt": "甲"},
        {"xl/workbook.xml": "", "[Content_Types].xml": ""},
        {"报告.docx": SMALL_DOCX},
    ):
        data = zipped(parts)
        assert not DocxReader().sniff(data, "报告.docx")
        assert not OdtReader().sniff(data, "报告.odt")


def test_a_package_without_a_text_says_so() -> None:
    with pytest.raises(InputError, match=r"^a: is an archive without a Word text in it; "):
        read_bytes(zipped({"[Content_Types].xml": "<Types/>", "_rels/.rels": "<x/>"}), "a")
    with pytest.raises(InputError, match=r"^a: its part word/document\.xml is no Word text; "):
        read_bytes(zipped({"word/document.xml": "<x/>"}), "a")


CONTAINERS = Path(__file__).parents[1] / "fixtures" / "containers"
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    "path", sorted(CONTAINERS.glob("*.docx")) + sorted(CONTAINERS.glob("*.odt")), ids=lambda p: p.name
)
def test_files_of_libreoffice_hold_the_words_of_the_report(path: Path) -> None:
    def words(text: str) -> str:
        return "".join(text.split())

    seed = (SEEDS / path.stem).with_suffix(".txt")
    assert words(read_bytes(path.read_bytes(), path.name).text.content) == words(
        seed.read_text(encoding="utf-8-sig")
    )

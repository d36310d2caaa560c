"""Each encoding reads back the same words; what is damaged is refused with the offset of the damage."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.reading import Document, read_bytes
from scorer.reading.encodings import decode

REPORT = "大冶市人民政府关于2021年度法治政府建设情况的报告\n一、行政复议应诉工作。办结65件，办复率达100%。\n"
MARKED = {
    "utf-8-sig": "utf-8-sig",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16-be",
    "utf-32": "utf-32",
}


def encoded(text: str, encoding: str) -> bytes:
    """``text`` with a byte order mark where ``encoding`` is a key of MARKED, else plain."""
    data = text.encode(MARKED.get(encoding, encoding))
    return b"\xfe\xff" + data if encoding == "utf-16-be" else data


@pytest.mark.parametrize("encoding", [*MARKED, "utf-8", "gb18030", "gbk", "gb2312"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\x0c", "\x0b", "\x85", "\u2028"])
def test_every_encoding_and_line_end_reads_alike(encoding: str, newline: str) -> None:
    try:
        data = encoded(REPORT.replace("\n", newline), encoding)
    except UnicodeEncodeError:
        pytest.skip("the encoding has no such line end")
    assert read_bytes(data, "x").text.content == REPORT


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [REPORT, "办结65件", "的20000余份材料", "全年严格执法", "report 2021"])
def test_utf16_without_a_mark_is_told_by_its_bytes(codec: str, text: str) -> None:
    assert decode(text.encode(codec), "x") == text


@pytest.mark.parametrize(
    "text", ["统一", "大冶市", "97%", "委员会及", "民法典讲师", "濮阳", "㛃", "备案率、及时率均为100%"]
)
def test_short_gbk(text: str) -> None:
    if text == "㛃":  # not in GB 2312: too little to be told from rubbish
        with pytest.raises(InputError):
            decode(text.encode("gb18030"), "x")
    else:
        assert decode(text.encode("gb18030"), "x") == text


@pytest.mark.parametrize("text", ["café 65", "Müller", "3·15", "±5°", "２０２１", "年", "公安部令第𠮷号"])
def test_short_utf8_stays_utf8(text: str) -> None:
    assert decode(text.encode("utf-8"), "x") == text


hanzi = st.sampled_from(
    "大冶市人民政府关于年度法治建设情况的报告我委局推进行执复议应诉案件办结率全统一联通。，、：；（）“”《》"
)
words = st.text(
    st.one_of(hanzi, hanzi, hanzi, st.sampled_from("0123456789%abc \n")), min_size=10, max_size=80
)


@given(
    words.filter(lambda text: sum(character > "\x7f" for character in text) >= 6),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
@example("统一" * 5, "\n")
@pytest.mark.parametrize("encoding", [*MARKED, "utf-8", "gb18030", "gbk"])
def test_words_survive_the_way_there_and_back(encoding: str, text: str, newline: str) -> None:
    if not any(character.isalnum() for character in text):
        text += "市"
    assert read_bytes(encoded(text.replace("\n", newline), encoding), "x").text.content == text


@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"PK\x03\x04")
@example(b"\xef\xbb\xbf")
@example(b"\x00\x00\xfe\xff\x00")
@example(b"\x80")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = read_bytes(data, "x")
    except InputError as error:
        refused = str(error)
    else:
        refused = ""
        assert isinstance(document, Document)
        assert document.text.content.encode("utf-8")
    assert not refused or (refused.startswith("x: ") and "; " in refused)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        # 法治政府 in UTF-8 but for its last byte; the last character begins at 9
        (
            "法治政府".encode()[:-1],
            "ends in the middle of a character: the UTF-8 is incomplete from offset 9",
        ),
        ("法治政府".encode("utf-16")[:-1], "the UTF-16 is incomplete from offset 8"),
        ("大冶市人民政府报告".encode("gbk")[:-1], "the GB18030 is incomplete from offset 16"),
        ("法治".encode() + b"\xff" + "政府建设报告".encode(), "byte 0xFF at offset 6 is not UTF-8"),
        (b"\xef\xbb\xbf" + "法治".encode("gbk"), "byte 0xB7 at offset 3 is not UTF-8"),
        (
            "大冶市人民".encode("gbk") + b"\xff" + "政府报告".encode("gbk"),
            "byte 0xFF at offset 10 is not GB18030",
        ),
        (b"\xff" + "大冶市人民政府报告".encode("gbk"), "byte 0xFF at offset 0 is not GB18030"),
    ],
)
def test_damage_is_refused_where_it_is(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=r"^x: ") as caught:
        decode(data, "x")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        "法治政府建設年度報告，全面推進依法行政，嚴格規範公正文明執法，加強行政復議與應訴工作".encode("big5"),
        "La commune déjà citée a été gérée à l'été; où sont passés les élèves? Ça dépend.".encode("latin-1"),
        "政府の年次報告書、行政手続の公正を確保し、透明性の向上を図る".encode("shift_jis"),
        bytes(range(128, 256)) * 4,
    ],
)
def test_other_encodings_are_refused_rather_than_misread(data: bytes) -> None:
    with pytest.raises(InputError, match="cannot be decoded"):
        decode(data, "x")


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_a_mark_of_utf16_before_utf8_is_not_believed(mark: bytes) -> None:
    text = "全年办理行政复议案件三十五件，依法推进法治政府建设。"
    assert decode(mark + text.encode(), "x") == text

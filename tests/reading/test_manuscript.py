"""From paragraphs to a document: offsets, places, headings, and what is said of characters that were mended."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.reading.interface import Document, HeadingMark, Place, Source
from scorer.reading.manuscript import Manuscript


def manuscript() -> Manuscript:
    return Manuscript(b"bytes", "报告.docx", "docx")


def placed(*paragraphs: tuple[str, str | None]) -> Document:
    made = manuscript()
    for words, place in paragraphs:
        made.add(words, place=place)
    return made.finish()


def cut(document: Document, place: Place | HeadingMark) -> str:
    return document.text.content[place.start : place.end]


def test_a_paragraph_is_a_line_and_an_empty_one_is_none() -> None:
    document = placed(("第一段", None), ("", None), (" \u3000\t", None), ("第二段  ", None))
    assert document.text.content == "第一段\n第二段\n"
    assert document.text.name == "报告.docx"


def test_the_indent_of_a_paragraph_stays() -> None:
    assert placed(("　　第一段", None)).text.content == "　　第一段\n"


def test_a_soft_break_begins_a_line_of_the_same_place() -> None:
    document = placed(("落款\x0b\x0b2022年3月2日", "第9段"))
    assert document.text.content == "落款\n2022年3月2日\n"
    assert [(cut(document, place), place.label) for place in document.places] == [
        ("落款\n2022年3月2日", "第9段")
    ]


def test_places_are_the_paragraphs_own_and_neighbours_of_one_label_are_one() -> None:
    document = placed(("甲", "第1页"), ("乙丙", "第1页"), ("丁", None), ("戊", "第1页"), ("己", "第2页"))
    assert [(cut(document, place), place.label) for place in document.places] == [
        ("甲\n乙丙", "第1页"),
        ("戊", "第1页"),
        ("己", "第2页"),
    ]


def test_a_document_knows_the_place_of_every_character_but_the_line_ends() -> None:
    document = placed(("甲乙", "第1段"), ("丙", "表1第1行"))
    labels = [document.place_at(offset) for offset in range(len(document.text))]
    assert labels == ["第1段", "第1段", None, "表1第1行", None]


def test_headings_keep_their_depth_and_their_words() -> None:
    made = manuscript()
    made.add("一、\x1b主要做法", depth=1)
    made.add("正文")
    made.add("（一）依法行政", depth=2)
    document = made.finish()
    assert [(cut(document, mark), mark.depth) for mark in document.headings] == [
        ("一、\ufffd主要做法", 1),
        ("（一）依法行政", 2),
    ]


def test_an_empty_paragraph_leaves_neither_place_nor_heading() -> None:
    made = manuscript()
    made.add("  ", place="第1段", depth=1)
    assert made.is_empty
    made.add("正文", place="第2段")
    document = made.finish()
    assert document.headings == ()
    assert [place.label for place in document.places] == ["第2段"]


@pytest.mark.parametrize("hostile", ["\x00", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u200f", "\ud800"])
def test_a_hostile_character_becomes_visible_and_is_told(hostile: str) -> None:
    document = placed((f"一{hostile}二", "第1段"), (f"三{hostile}", "第2段"))
    assert document.text.content == "一\ufffd二\n三\ufffd\n"
    assert [warning.code for warning in document.warnings] == ["control_characters"]
    assert "2个" in document.warnings[0].message
    assert [cut(document, place) for place in document.places] == ["一\ufffd二", "三\ufffd"]


def test_characters_lost_before_are_told_apart_from_those_mended_now() -> None:
    codes = [warning.code for warning in placed(("一\ufffd二\x07", None)).warnings]
    assert codes == ["control_characters", "replacement_characters"]


def test_what_the_reader_tells_comes_first() -> None:
    made = manuscript()
    made.warn("unread_pages", "第3页没有文字")
    made.add("正文\x00")
    assert [warning.code for warning in made.finish().warnings] == ["unread_pages", "control_characters"]


def test_source_reader_and_sum_go_through() -> None:
    made = manuscript()
    made.add("正文")
    source = Source(title="报告", date="2022-03-02")
    document = made.finish(source)
    assert document.source is source
    assert document.reader == "docx"
    assert document.sha256 == hashlib.sha256(b"bytes").hexdigest()


@pytest.mark.parametrize(
    ("paragraphs", "cause"),
    [
        ([], "white space"),
        (["", " "], "white space"),
        (["————", "……"], "no words"),
        (["\x00\x00"], "no words"),
        (["\u200b"], "no words"),
    ],
)
def test_a_document_without_words_is_refused(paragraphs: list[str], cause: str) -> None:
    made = manuscript()
    for words in paragraphs:
        made.add(words, place="第1段")
    with pytest.raises(InputError, match=cause) as caught:
        made.finish()
    assert str(caught.value).startswith("报告.docx: ")


@given(
    st.lists(
        st.tuples(
            st.text(st.characters() | st.sampled_from("\n\r\x0b\ud800\ufeff\u2028 "), max_size=8),
            st.sampled_from([None, "第1页", "第2页"]),
            st.sampled_from([None, 1, 2]),
        ),
        max_size=12,
    )
)
def test_places_are_sorted_apart_and_never_of_line_ends(
    paragraphs: list[tuple[str, str | None, int | None]],
) -> None:
    made = manuscript()
    made.add("字")
    for words, place, depth in paragraphs:
        made.add(words, place=place, depth=depth)
    document = made.finish()
    content = document.text.content
    assert content.endswith("\n")
    assert "\n\n" not in content
    for marks in (document.places, document.headings):
        at = 0
        for mark in marks:
            assert at <= mark.start < mark.end < len(content)
            assert content[mark.start - 1 : mark.start] in ("", "\n")
            assert content[mark.end] == "\n"
            at = mark.end

"""XML of strangers: no document types, no entities, bounded depth and size."""

import pytest

from scorer.errors import InputError
from scorer.reading import xml_safe
from scorer.reading.xml_safe import MAX_DEPTH, local_name, parse_xml


def refusal(content: bytes) -> str:
    with pytest.raises(InputError) as caught:
        parse_xml(content, "报告.docx", "a.xml")
    return str(caught.value)


LAUGHS = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'


@pytest.mark.parametrize(
    "content", [LAUGHS, OUTSIDE, '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a/>']
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_every_encoding(content: str, encoding: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?>{content}'.encode(encoding)
    assert refusal(data).startswith("报告.docx: its part a.xml declares a document type (DOCTYPE)")


def test_a_document_type_behind_an_encoding_is_no_way_round() -> None:
    hidden = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'
    assert refusal(hidden).startswith("报告.docx: ")


@pytest.mark.parametrize(
    "content",
    [b"", b"<a>", b"<a></b>", b"\xff\xfe\x00", b"<a>&x;</a>", b"<a>\x00</a>", "<a>法</a>".encode("gb18030"),
     b'<?xml version="1.0" encoding="x-none"?><a/>'],
)  # fmt: skip
def test_broken_xml_names_the_part(content: bytes) -> None:
    assert refusal(content).startswith("报告.docx: is damaged: its part a.xml is not well-formed XML; ")


def test_depth_is_bounded() -> None:
    assert local_name(parse_xml(b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH, "a", "b")) == "a"
    for depth in (MAX_DEPTH + 1, 100_000):
        assert "nested too deeply" in refusal(b"<a>" * depth + b"</a>" * depth)


def test_markup_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_safe, "MAX_MARKUP", 8)
    parse_xml(b"<a><b/><c d='1' e='2'/></a>", "a", "b")
    assert "holds too much markup" in refusal(b"<a><b/><c/><d/><e/><c d='1' e='2'/></a>")


def test_comments_and_instructions_are_not_content() -> None:
    root = parse_xml("<a>甲<!-- 批 -->乙<?x y?>丙</a>".encode(), "a", "b")
    assert (root.text, len(root)) == ("甲乙丙", 0)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings_that_documents_declare(encoding: str) -> None:
    named = encoding.removesuffix("-sig")
    root = parse_xml(
        f'<?xml version="1.0" encoding="{named}"?><x:a xmlns:x="u">甲</x:a>'.encode(encoding), "a", "b"
    )
    assert (local_name(root), root.text) == ("a", "甲")

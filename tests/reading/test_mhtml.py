"""Saved pages: the part that holds the report, decoded, and what is broken said."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from quopri import encodestring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.reading import read_bytes, read_file
from tests.reading.test_html_reader import LONG, PARAGRAPHS, TITLE, P

FIXTURES = Path(__file__).parent / "fixtures" / "mhtml"
HEAD = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b-1"{}\r\n\r\npreamble\r\n'
END = "--b-1--\r\n"


def part(content: bytes, headers: str = "") -> str:
    return f"--b-1\r\nContent-Type: text/html\r\n{headers}\r\n" + content.decode("ascii") + "\r\n"


def html(words: str) -> bytes:
    return encodestring(f"<html><body><p>{words}</p></body></html>".encode())


QP = "Content-Transfer-Encoding: quoted-printable\r\n"


@pytest.mark.parametrize("name", ["chromium.mhtml", "frames.mhtml", "word.mht"])
def test_archives_of_browsers_and_word(name: str) -> None:
    document = read_file(FIXTURES / name)
    assert document.text.content.splitlines() == [TITLE, *PARAGRAPHS] or name == "word.mht"
    assert "".join(document.text.content.split()) == "".join([TITLE, *PARAGRAPHS])
    assert document.reader == "mhtml"
    assert document.warnings == ()


def test_the_address_of_the_page() -> None:
    source = read_file(FIXTURES / "chromium.mhtml").source
    assert source is not None
    assert source.url == "http://www.example.gov.cn/in.html"


def test_the_root_is_the_part_that_start_names() -> None:
    other, root = f"另一页。{LONG}", LONG
    data = (
        HEAD.format('; start="<two>"')
        + part(html(other), QP)
        + part(html(root), QP + "Content-ID: <two>\r\n")
        + END
    )
    assert read_bytes(data.encode(), "a.mht").text.content == LONG + "\n"


def test_the_root_is_the_part_at_the_address_that_was_saved() -> None:
    head = "Snapshot-Content-Location: http://x.gov.cn/2\r\n" + HEAD.format("")
    data = (
        head
        + part(html("另一页。" + LONG), QP)
        + part(html(LONG), QP + "Content-Location: http://x.gov.cn/2\r\n")
    )
    assert read_bytes((data + END).encode(), "a.mht").text.content == LONG + "\n"


def test_base64_and_an_encoding_named_outside_the_page() -> None:
    body = b64encode(f"<html><body>{P}</body></html>".encode("gb18030"))
    headers = "Content-Transfer-Encoding: base64\r\n"
    data = HEAD.format("") + part(body, headers) + END
    assert read_bytes(data.encode(), "a.mht").text.content == LONG + "\n"


def test_a_single_part() -> None:
    data = f"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n{QP}\r\n".encode() + html(LONG)
    assert read_bytes(data, "a.mht").text.content == LONG + "\n"


def test_an_archive_cut_short_is_read_with_a_warning() -> None:
    data = HEAD.format("") + part(html(LONG), QP)
    document = read_bytes(data.encode(), "a.mht")
    assert document.text.content == LONG + "\n"
    assert [warning.code for warning in document.warnings] == ["archive_cut"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (HEAD.format("") + part(html(LONG), QP).replace("b-1", "b-2"), "holds no web page"),
        (HEAD.format("") + END, "holds no web page"),
        (HEAD.format("") + part(b"", QP) + END, "empty web page"),
        (HEAD.format("") + part(b"<html><frameset><frame src=3D'cid:x'></frameset>", QP) + END, "frames"),
        (
            HEAD.format("") + "--b-1\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n" * 60,
            "nests its parts",
        ),
    ],
)
def test_broken_archives_say_so(data: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_bytes(data.encode(), "a.mht")


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["chromium.mhtml", "word.mht"]), st.floats(0, 1), st.integers(0, 255), st.integers(0, 400)
)
def test_damaged_archives_end_as_text_or_as_an_error(name: str, share: float, value: int, cut: int) -> None:
    data = bytearray((FIXTURES / name).read_bytes())
    at = min(int(share * len(data)), len(data) - 1)
    data[at : at + cut] = bytes([value])
    try:
        assert read_bytes(bytes(data), "a.mht").text.content.strip()
    except InputError as error:
        assert str(error).startswith("a.mht")  # noqa: PT017 - either end is right

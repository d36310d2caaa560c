"""Every way in which a file can be wrong ends in an InputError that names it; a right one is read."""

import hashlib
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scorer.errors import InputError
from scorer.reading import READERS, Document, _Later, read_bytes, read_file
from scorer.reading import source as source_module

TEXT = "大冶市人民政府关于2021年度法治政府建设情况的报告\n"


def test_a_file_is_read_with_name_reader_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    document = read_file(path)
    assert (document.text.content, document.text.name, document.reader) == (TEXT, str(path), "text")
    assert document.sha256 == hashlib.sha256(TEXT.encode("gb18030")).hexdigest()
    assert read_file(str(path)) == document


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gbk")), encoding="utf-8"))
    document = read_file("-")
    assert (document.text.content, document.text.name) == (TEXT, "-")


def test_without_standard_input_a_dash_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match=r"^-: there is no standard input; give a file$"):
        read_file("-")


def make_fifo(path: Path) -> None:
    os.mkfifo(path)


def make_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(source_module.MAX_BYTES + 1)  # sparse: takes no room


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "does not exist; check the path"),
        (Path.mkdir, "is a folder; give the files in it"),
        (make_fifo, "is not a regular file; copy its content into a file, or pipe it to '-'"),
        (make_large, "is larger than 50 MB; give the report alone, as a text file"),
        (Path.touch, "is empty; give a file with the text of the report"),
        (lambda path: path.write_bytes(b" \r\n\t\xe3\x80\x80"), "holds nothing but white space; "),
        (lambda path: path.write_bytes("……——。".encode()), "holds no words; "),
        (
            lambda path: path.write_bytes(b"abc\x00\x01\x02\x03\x04"),
            "looks binary: 5 of 8 characters are control",
        ),
        (
            lambda path: path.write_bytes("法\ufffd\ufffd\ufffd\ufffd".encode()),
            "was damaged before: 4 of 5 characters",
        ),
    ],
)
def test_what_cannot_be_read_says_so(tmp_path: Path, make: Callable[[Path], object], message: str) -> None:
    path = tmp_path / "a.txt"
    make(path)
    with pytest.raises(InputError) as caught:
        read_file(path)
    assert str(caught.value).startswith(f"{path}: {message}")
    assert caught.value.exit_code == 3


def test_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # the super-user may read anything
    with pytest.raises(InputError, match="may not be read"):
        read_file(path)


@pytest.mark.parametrize("path", ["a\x00b", "\ud800", "x" * 5000])
def test_impossible_paths(path: str) -> None:
    with pytest.raises(InputError) as caught:
        read_file(path)
    assert str(caught.value).encode("utf-8")


def test_a_file_below_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    with pytest.raises(InputError, match="cannot be read"):
        read_file(tmp_path / "a.txt" / "b.txt")


@pytest.mark.parametrize(
    "start", ["MZ大冶市", "PK赛", "<党政主要负责人履行职责规定>", "BZ一", "GIF图", "RIFF一"]
)
def test_a_text_may_begin_like_something_else(start: str) -> None:
    assert read_bytes((start + TEXT).encode(), "x").text.content == start + TEXT


def test_a_long_single_line_is_read() -> None:
    line = "行政复议" * 75_000  # all that is read
    assert read_bytes(line.encode(), "x").text.content == line
    assert read_bytes(line.encode("gb18030"), "x").text.content == line


def test_the_registry_names_each_reader_by_its_name_and_text_comes_last() -> None:
    assert all(name == reader.name for name, reader in READERS.items())
    assert list(READERS)[-1] == "text"
    later = [reader for reader in READERS.values() if isinstance(reader, _Later)]
    assert len(later) == len(READERS) - 1
    assert all(reader._reader().name == reader.name for reader in later)


def test_a_new_reader_takes_what_text_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    class Upper:
        name = "upper"

        def sniff(self, data: bytes, name: str) -> bool:
            return data.startswith(b"UPPER")

        def read(self, data: bytes, name: str) -> Document:
            return READERS["text"].read(b"read by upper", name)

    monkeypatch.setattr("scorer.reading.READERS", {"upper": Upper(), **READERS})
    assert read_bytes(b"UPPER", "x").text.content == "read by upper"


@pytest.mark.parametrize(
    "name", ["daye-2021", "pingqiao-2021", "suizhou-2019", "wuzhong-2021", "zaoyang-2020"]
)
def test_real_reports_are_read_whole(name: str) -> None:
    path = Path(__file__).parents[2] / "seeds" / f"{name}.txt"
    document = read_file(path)
    assert document.text.content == path.read_text(encoding="utf-8-sig")
    assert document.warnings == ()
    again = read_bytes(document.text.content.encode("gb18030"), "again")
    assert again.text.content == document.text.content

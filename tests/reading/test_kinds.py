"""Files are told apart by their content: what a reader takes, and the name and mend of all the rest."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.reading import READERS, read_bytes
from scorer.reading.kinds import DOCX, HTML, MHTML, ODT, OLE, PDF, RTF, Kind, identify


def zipped(*members: str) -> bytes:
    """A zip archive with empty members of these names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member in members:
            archive.writestr(member, "")
    return buffer.getvalue()


def refusal(data: bytes) -> str:
    """What is said of bytes that are no report."""
    with pytest.raises(InputError) as caught:
        read_bytes(data, "a.txt")
    return str(caught.value)


READ = [
    (b"%PDF-1.7\n", PDF, "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), OLE, "doc"),
    (b"{\\rtf1\\ansi", RTF, "rtf"),
    (zipped("[Content_Types].xml", "word/document.xml"), DOCX, "docx"),
    (zipped("mimetype", "content.xml"), ODT, "odt"),
    (b"<!DOCTYPE html><html>", HTML, "html"),
    (b"\xef\xbb\xbf\r\n<html>", HTML, "html"),
    ("<html><body>报告".encode("utf-16"), HTML, "html"),
    (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", MHTML, "mhtml"),
]


@pytest.mark.parametrize(("data", "kind", "reader"), READ, ids=[entry[2] for entry in READ])
def test_what_is_read_goes_to_the_reader_of_its_kind(data: bytes, kind: Kind, reader: str) -> None:
    assert identify(data) is kind
    for name in ("报告.txt", "报告.doc", "报告.pdf", "报告"):  # its name does not matter
        takers = [reader.name for reader in READERS.values() if reader.sniff(data, name)]
        assert takers[:1] == [reader]


@pytest.mark.parametrize(
    ("data", "kind", "mend"),
    [
        (zipped("xl/workbook.xml"), "an Excel workbook (.xlsx)", "save it as UTF-8 text"),
        (zipped("ppt/presentation.xml"), "a presentation (.pptx)", "save it as UTF-8 text"),
        (zipped("OFD.xml"), "an OFD document", "print it to PDF"),
        (zipped("FixedDocumentSequence.fdseq"), "an XPS document", "print it to PDF"),
        (zipped("mimetype", "META-INF/container.xml"), "an electronic book (EPUB)", "save it as UTF-8 text"),
        (zipped("a.txt"), "an archive (ZIP)", "unpack it"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "a picture (PNG)", "OCR"),
        (b"\xff\xd8\xff\xe0", "a picture (JPEG)", "OCR"),
        (b"GIF89a\x01\x00", "a picture (GIF)", "OCR"),
        (b"II*\x00\x08\x00", "a picture (TIFF)", "OCR"),
        (b"MM\x00*\x00\x08", "a picture (TIFF)", "OCR"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a picture (WebP)", "OCR"),
        (b"BM\x36\x00\x00\x00\x00\x00\x00\x00\x36\x00", "a picture (BMP)", "OCR"),
        (b"\x00\x00\x00\x18ftypheic\x00", "a picture (HEIF)", "OCR"),
        (b"AT&TFORM\x00\x00\x10\x00DJVM", "a DjVu document", "OCR"),
        (b"\x00\x00\x00\x18ftypisom\x00", "a film or a sound", "give the report itself"),
        (b"ID3\x04\x00", "a film or a sound", "give the report itself"),
        (b"\x7fELF\x02\x01", "a program", "give the report itself"),
        (b"MZ\x90\x00\x03", "a program", "give the report itself"),
        (b"SQLite format 3\x00", "a database (SQLite)", "give the report itself"),
        (b"%!PS-Adobe-3.0\n", "a PostScript document", "convert it to PDF"),
        (b"\x1f\x8b\x08\x00", "a compressed file (gzip)", "unpack it"),
        (b"BZh91AY", "a compressed file (bzip2)", "unpack it"),
        (b"\xfd7zXZ\x00", "a compressed file (xz)", "unpack it"),
        (b"7z\xbc\xaf\x27\x1c", "an archive (7z)", "unpack it"),
        (b"Rar!\x1a\x07\x00", "an archive (RAR)", "unpack it"),
        (b"a.txt".ljust(257, b"\x00") + b"ustar\x0000", "an archive (tar)", "unpack it"),
        (b"<?xml version='1.0'?><w:wordDocument>", "an XML document", "save it as UTF-8 text"),
    ],
)
def test_other_kinds_are_named_with_the_mend(data: bytes, kind: str, mend: str) -> None:
    message = refusal(data)
    assert message.startswith(f"a.txt: is {kind}, which cannot be read; ")
    assert mend in message


def test_an_archive_is_known_behind_its_comment_and_by_whole_names() -> None:
    buffer = io.BytesIO(zipped("a.txt", "xl/workbook.xml"))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = b"x" * 65535
    assert "an Excel workbook" in refusal(buffer.getvalue())
    assert "an archive (ZIP)" in refusal(zipped("old/word/document.xml", "content.xml.bak"))


@pytest.mark.parametrize("size", [0, 1, 45, 46, 47, 0xFFFFFFFF])
def test_a_forged_size_of_the_directory_is_no_fault(size: int) -> None:
    data = zipped("xl/workbook.xml")
    assert "an archive (ZIP)" in refusal(data[:-10] + size.to_bytes(4, "little") + data[-6:])


@pytest.mark.parametrize("length", range(4, 112, 3))
def test_an_archive_cut_short_is_an_archive(length: int) -> None:
    assert "(ZIP)" in refusal(zipped("OFD.xml")[:length] + b"\x00")


def test_a_directory_of_very_many_entries_is_not_read_to_its_end() -> None:
    entry = b"PK\x01\x02" + bytes(24) + b"\x01" + bytes(17)
    last = entry[:28] + b"\x07" + entry[29:] + b"OFD.xml"
    for many, kind in ((100, "an OFD document"), (100_000, "an archive (ZIP)")):
        directory = (entry + b"a") * many + last
        end = b"PK\x05\x06" + bytes(8) + len(directory).to_bytes(4, "little") + bytes(6)
        assert kind in refusal(b"PK\x03\x04" + directory + end)


@pytest.mark.parametrize(
    "start",
    [
        "MZ大冶市",
        "PK赛",
        "<党政主要负责人履行职责规定>",
        "BZ一",
        "BM工程",
        "GIF图",
        "RIFF一",
        "    ftyp",
        "ID3一",
        "%!一",
    ],
)
def test_a_text_may_begin_like_something_else(start: str) -> None:
    assert identify((start + "县人民政府").encode()) is None


@given(
    st.binary(max_size=600),
    st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"BM", b"MZ", b"<", b"MIME-Version:"]),
)
def test_any_bytes_have_a_kind_or_none(data: bytes, start: bytes) -> None:
    kind = identify(start + data)
    assert kind is None or (kind.title and kind.mend)


@given(st.binary(max_size=64), st.integers(0, 200), st.integers(0, 0xFFFFFFFF))
def test_a_forged_archive_is_no_fault(noise: bytes, at: int, number: int) -> None:
    data = bytearray(zipped("word/document.xml", "a"))
    at = 4 + at % (len(data) - 8)  # behind the signature that it begins with
    data[at : at + 4] = struct.pack("<I", number)
    assert identify(bytes(data) + noise) is not None

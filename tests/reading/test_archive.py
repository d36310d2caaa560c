"""Archives that lie, burst, or are cut: parts are read under limits or refused with the cause."""

import io
import struct
import warnings
import zipfile

import pytest

from scorer.errors import InputError
from scorer.reading import archive as archive_module
from scorer.reading.archive import Archive
from tests.reading.packages import zipped

LOCAL, ENTRY = b"PK\x03\x04", b"PK\x01\x02"


def refusal(data: bytes, part: str = "a.xml") -> str:
    with pytest.raises(InputError) as caught:
        Archive(data, "报告.docx").read(part)
    return str(caught.value).removeprefix("报告.docx: ")


def set_field(data: bytes, form: str, local: int, entry: int, value: int) -> bytes:
    """The archive with one field of every local header and of every directory entry overwritten."""
    forged = bytearray(data)
    for signature, offset in ((LOCAL, local), (ENTRY, entry)):
        at = forged.find(signature)
        while at >= 0:
            struct.pack_into(form, forged, at + offset, value)
            at = forged.find(signature, at + 4)
    return bytes(forged)


def test_parts_are_found_without_regard_to_case_slashes_and_dots() -> None:
    archive = Archive(zipped({"Word\\Document.XML": "甲", "/b.xml": "乙"}), "a")
    assert archive.read("word/document.xml").decode() == "甲"
    assert archive.read("x/../b.xml").decode() == "乙"
    assert "B.xml" in archive
    assert "c.xml" not in archive


def test_a_missing_part_is_named() -> None:
    assert refusal(zipped({"b.xml": ""})).startswith("holds no part a.xml; ")


def test_a_part_that_is_there_twice_is_refused_because_programs_differ_in_which_they_show() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in (("a.xml", "一"), ("A.xml", "二"), ("b.xml", "三"), ("b.xml", "三")):
            file.writestr(name, content)
    assert refusal(buffer.getvalue()).startswith("holds the part a.xml more than once; ")


def test_a_part_that_bursts_its_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "MAX_PART", 2 << 20)
    data = zipped({"a.xml": bytes(2 << 20), "b.xml": bytes((2 << 20) + 1)})
    assert len(Archive(data, "a").read("a.xml")) == 2 << 20
    assert refusal(data, "b.xml").startswith("grows beyond 2 MB when its part b.xml is unpacked; ")


def test_all_parts_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "MAX_TOTAL", 3 << 20)
    archive = Archive(zipped({"a.xml": bytes(2 << 20), "b.xml": bytes(2 << 20)}), "a")
    archive.read("a.xml")
    with pytest.raises(InputError, match="grows beyond 1 MB"):
        archive.read("b.xml")


def test_a_bomb_is_refused_at_the_real_limit_and_only_when_it_is_asked_for() -> None:
    data = zipped({"media/x.png": bytes(archive_module.MAX_PART + 1), "a.xml": "甲"})
    assert Archive(data, "a").read("a.xml").decode() == "甲"
    assert refusal(data, "media/x.png").startswith("grows beyond 32 MB")


def test_a_forged_small_size_does_not_let_a_bomb_through() -> None:
    data = set_field(zipped({"a.xml": bytes(1 << 20)}), "<I", 22, 24, 10)
    assert refusal(data).startswith("is damaged: its part a.xml cannot be read; ")


def test_a_forged_huge_size_costs_nothing() -> None:
    data = set_field(zipped({"a.xml": "甲"}), "<I", 22, 24, 0xFFFFFFF0)
    assert Archive(data, "a").read("a.xml").decode() == "甲"


def test_an_encrypted_part_asks_for_the_file_without_password() -> None:
    message = refusal(set_field(zipped({"a.xml": "甲"}), "<H", 6, 8, 1))
    assert message == "is protected by a password: its part a.xml is encrypted; save it without a password"


def test_packing_that_no_document_uses_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as file:
        file.writestr("a.xml", "甲")
    assert refusal(buffer.getvalue()).startswith("is packed in a way that documents do not use (part a.xml)")
    assert "documents do not use" in refusal(set_field(zipped({"a.xml": "甲"}), "<H", 8, 10, 99))


def test_two_names_for_one_member_are_damage() -> None:
    data = bytearray(zipped({"a.xml": "甲", "b.xml": "乙"}))
    first = data.find(ENTRY)
    second = data.find(ENTRY, first + 4)
    struct.pack_into("<I", data, second + 42, 0)  # b.xml points to the header of a.xml
    assert refusal(bytes(data), "b.xml").startswith("is damaged: its part b.xml cannot be read")


def test_damaged_content_is_damage() -> None:
    data = bytearray(zipped({"a.xml": "法治" * 500}))
    data[40:50] = b"\xff" * 10
    assert refusal(bytes(data)).startswith("is damaged: its part a.xml cannot be read")


def test_an_archive_in_64_bit_form_is_read() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file, file.open("a.xml", "w", force_zip64=True) as part:
        part.write("甲".encode())
    assert Archive(buffer.getvalue(), "a").read("a.xml").decode() == "甲"


def test_a_directory_of_very_many_members_is_refused() -> None:
    message = refusal(zipped({f"{index}": "" for index in range(4097)}))
    assert message.startswith("is an archive of more than 4096 members; ")


@pytest.mark.parametrize("share", range(1, 16))
def test_an_archive_cut_short_says_so(share: int) -> None:
    data = zipped({"a.xml": "法治" * 500, "b.xml": "x"})
    assert refusal(data[: len(data) * share // 16]).startswith(
        "is cut short or damaged: its archive cannot be"
    )

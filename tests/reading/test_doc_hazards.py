"""Word 97 files that are something else, protected, damaged or hostile: an error that names file, cause and mend."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.reading import read_bytes
from tests.reading.doc_builder import Piece, Word, container

FIXTURE = (Path(__file__).parent / "fixtures" / "doc" / "features.doc").read_bytes()


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        read_bytes(data, "报告.doc")
    assert str(error.value).startswith("报告.doc: ")
    assert error.value.mend
    return error.value.cause


def word(**more: object) -> Word:
    return Word([Piece("全年办理复议案件35件。\r")], **more)  # type: ignore[arg-type]


def with_stream(change: dict[str, bytes]) -> bytes:
    return container(word().streams() | change)


@pytest.mark.parametrize(
    "stream, said",
    [
        ("EncryptedPackage", "protected by a password"),
        ("Workbook", "Excel workbook"),
        ("Book", "Excel workbook"),
        ("PowerPoint Document", "presentation"),
        ("MatOST", "Microsoft Works"),
        ("CONTENTS", "Microsoft Works"),
        ("VisioDocument", "Visio"),
        ("__properties_version1.0", "Outlook message"),
        ("Something", "without a Word document"),
    ],
)
def test_containers_of_other_programs_are_named(stream, said):
    assert said in refusal(container({stream: b"x"}))


def test_a_password_is_asked_to_be_removed():
    with pytest.raises(InputError, match="remove the password"):
        read_bytes(word(flags=0x0100).build(), "a.doc")


@pytest.mark.parametrize("ident, number", [(0xA5DC, 0x65), (0xA5DC, 0x68), (0xA5EC, 0x68), (0xA5DB, 0x2D)])
def test_older_words_are_told_from_damage(ident, number):
    assert "Word 95 or older" in refusal(word(ident=ident, number=number).build())


@pytest.mark.parametrize("number", [0xC0, 0xC1, 0xC2, 0xD9, 0x101, 0x112])
def test_all_words_from_97_on_are_read(number):
    assert read_bytes(word(number=number).build(), "a.doc").text.content == "全年办理复议案件35件。\n"


@pytest.mark.parametrize("share", range(0, 96, 7))
def test_a_file_that_is_cut_short_is_never_read_in_part(share):
    assert "damaged" in refusal(FIXTURE[: 8 + len(FIXTURE) * share // 100])


def test_only_the_document_itself_is_looked_for_in_the_root():
    """An embedded file lies in a folder of its own; the root without WordDocument has no document."""
    assert "without a Word document" in refusal(container({"ObjectPool": b"x"}))


def test_a_picture_alone_asks_for_recognition():
    assert "only pictures (1)" in refusal(Word([Piece("\x01\r")]).build())


def test_a_document_without_words():
    assert "holds nothing" in refusal(Word([Piece("\r\r \r")]).build())


def patched(data: bytes, at: int, form: str, *values: int) -> bytes:
    changed = bytearray(data)
    struct.pack_into("<" + form, changed, at, *values)
    return bytes(changed)


def fat_at(data: bytes) -> int:
    (sector,) = struct.unpack_from("<I", data, 76)
    return (int(sector) + 1) * 512


@pytest.mark.parametrize(
    "at, form, value",
    [
        (30, "H", 31),  # sectors of 2 GB
        (30, "H", 0xFFFF),
        (32, "H", 0),
        (48, "I", 0xFFFFFFFF),  # no directory
        (48, "I", 0x7FFFFFFF),
        (76, "I", 0x7FFFFFFF),  # the allocation table lies far outside
    ],
)
def test_forged_headers_of_the_container(at, form, value):
    assert "damaged" in refusal(patched(word().build(), at, form, value))


@pytest.mark.parametrize(
    "at, value", [(44, 0), (44, 0xFFFFFFFF), (68, 1), (72, 0xFFFFFFFF), (64, 0xFFFFFFFF)]
)
def test_forged_counts_of_tables_are_not_believed(at, value):
    data = patched(word().build(), at, "I", value)
    assert read_bytes(data, "a.doc").text.content == "全年办理复议案件35件。\n"


def test_tables_of_the_container_that_point_to_each_other_end():
    data = word().build()
    at = fat_at(data)
    for circle in ((0,), (1, 0), (1, 2, 3, 1)):
        assert "in a circle" in refusal(patched(data, at, f"{len(circle)}I", *circle))
    everything = patched(data, 68, "II", 0, 0x7FFFFFFF)  # a chain of tables that is the first sector for ever
    assert read_bytes(everything, "a.doc").text.content


def test_a_directory_that_runs_in_a_circle_ends():
    data = word().build()
    (first,) = struct.unpack_from("<I", data, 48)
    entries = (first + 1) * 512
    again = patched(data, entries + 128 + 68, "II", 1, 1)  # left and right of the first file is itself
    assert "without a Word document" in refusal(patched(again, entries + 76, "I", 2))
    assert "damaged" in refusal(patched(data, entries + 76, "I", 0x00FFFFFF))


def test_damaged_properties_lose_nothing_of_the_text():
    streams = word().streams() | {"\x05SummaryInformation": b"\xff" * 200}
    data = container(streams)
    assert read_bytes(data, "a.doc").source is None
    (first,) = struct.unpack_from("<I", data, 48)
    beyond = patched(data, (first + 1) * 512 + 3 * 128 + 120, "I", 0x7FFFFFFF)
    assert read_bytes(beyond, "a.doc").text.content == "全年办理复议案件35件。\n"


def test_sizes_beyond_the_file_are_not_believed():
    data = word().build()
    (first,) = struct.unpack_from("<I", data, 48)
    entries = (first + 1) * 512
    assert "larger than the file" in refusal(patched(data, entries + 128 + 120, "I", 0x7FFFFFFF))


def test_the_same_bytes_again_and_again_are_a_bomb():
    """A thousand pieces that all name the same text would give it a thousand times."""
    count, length = 1000, 500
    streams = word().streams()
    plc = struct.pack(f"<{count + 1}I", *range(0, (count + 1) * length, length))
    plc += struct.pack("<HIH", 0, 2048, 0) * count
    table = b"\x02" + struct.pack("<I", len(plc)) + plc
    stream = patched(streams["WordDocument"].ljust(8192, b"\0"), 154 + 8 * 33, "II", 0, len(table))
    stream = patched(stream, 76, "I", count * length)
    assert "more characters than the file has bytes" in refusal(
        container({"WordDocument": stream, "0Table": table})
    )


@pytest.mark.parametrize(
    "positions, said",
    [
        ((0, 40, 20), "backwards"),
        ((5, 6, 7), "first character"),
        ((0, 1, 2), "less characters"),
        ((0, 1, 4000), "cut short"),
    ],
)
def test_forged_piece_tables(positions, said):
    streams = word().streams()
    plc = struct.pack("<3I", *positions) + struct.pack("<HIH", 0, 2048, 0) * 2
    table = b"\x02" + struct.pack("<I", len(plc)) + plc
    stream = patched(streams["WordDocument"], 154 + 8 * 33, "II", 0, len(table))
    assert said in refusal(container({"WordDocument": stream, "0Table": table}))


def test_more_text_than_any_report_has():
    assert "holds more than 600,000 characters" in refusal(Word([Piece("字" * 600_001)]).build())


def test_a_missing_piece_table():
    streams = word().streams()
    stream = patched(streams["WordDocument"], 154 + 8 * 33, "II", 0, 0)
    assert "piece table is missing" in refusal(container(streams | {"WordDocument": stream}))


def test_negative_lengths():
    streams = word().streams()
    stream = patched(streams["WordDocument"], 76 + 4, "i", -5)
    assert "negative" in refusal(container(streams | {"WordDocument": stream}))


def test_a_table_of_formatting_that_names_millions_of_pages():
    streams = word().streams()
    stream = patched(streams["WordDocument"], 154 + 8 * 12, "II", 0, 0x7FFFFFFF)
    assert "larger than it can be" in refusal(container(streams | {"WordDocument": stream}))


def test_a_missing_table_stream():
    streams = word().streams()
    assert "no stream 0Table" in refusal(container({"WordDocument": streams["WordDocument"]}))


def assert_text_or_error(data: bytes) -> None:
    try:
        content = read_bytes(data, "a.doc").text.content
    except InputError as error:
        content = error.mend
    assert content.strip()


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(FIXTURE) - 1),
            st.sampled_from(["flip", "cut", "copy", "word"]),
            st.integers(0, 2**32 - 1),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_whatever_happened_to_the_bytes_ends_as_text_or_as_an_error(changes):
    data = bytearray(FIXTURE)
    for place, kind, value in changes:
        at = 8 + place % max(1, len(data) - 8)
        if kind == "flip":
            data[at : at + 1] = bytes([value & 0xFF])
        elif kind == "word":
            data[at : at + 4] = value.to_bytes(4, "little")
        elif kind == "cut":
            del data[at : at + value % 700]
        else:
            data[at:at] = data[value % len(data) :][: value % 700]
    assert_text_or_error(bytes(data))

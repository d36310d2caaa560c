"""Texts that would hang, crash or mislead: each is read as the words it holds, or refused with its cause.

What other containers do is tried in ``test_hostile.py``.
"""

from __future__ import annotations

import json
import os
import stat
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from scorer.errors import InputError
from scorer.pipeline import Engine
from scorer.reading import read_bytes, read_file
from scorer.reading.manuscript import MAX_CHARACTERS, MAX_LINES
from scorer.text import fold
from tests.cli.conftest import Call, call

__all__ = ["call"]  # the fixture

GOOD = Path(__file__).parents[2] / "seeds" / "suizhou-2019.txt"
REPORT = """青山县人民政府关于2021年度法治政府建设情况的报告
一、工作开展情况
（一）依法行政。县政府常务会议学法12次，办理行政复议案件65件，行政机关负责人出庭应诉率100%。
（二）普法宣传。开展宪法宣传周活动，发放材料1,200份。
二、存在的问题
一些单位执法不规范。
青山县人民政府
2022年1月28日
"""
WORDS = REPORT.replace("\n", "")


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "报告.txt")
    message = str(caught.value)
    assert message.startswith("报告.txt: ")
    assert message.isprintable()
    return message


def statuses(text: str) -> dict[str, str]:
    card = Engine().score(read_bytes(text.encode("utf-8", "surrogatepass"), "x"))
    return {item.id: item.status.value for item in card.items}


# -- as many as there are ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("行政复议" * 420_000, "300,000 characters"),  # 5 MB in one line
        ("报告" + "\n" * 400_000, "300,000 characters"),
        ("一、依法行政\n" * 1_000_000, "300,000 characters"),
        ("法\n" * 60_000, "50,000 lines"),
        ("\n".join(REPORT * 400), "50,000 lines"),
        ("1" * 400_000, "300,000 characters"),
    ],
    ids=["one line", "blank lines", "headings", "short lines", "vertical", "digits"],
)
def test_more_than_any_report_holds_is_refused(text: str, limit: str) -> None:
    message = refusal(text.encode())
    assert f"holds more than {limit}" in message
    assert message.endswith("give the report alone")


def test_the_limits_themselves_are_read() -> None:
    assert len(read_bytes(("法" * MAX_CHARACTERS).encode(), "x").text) == MAX_CHARACTERS
    assert read_bytes(b"1\n" * MAX_LINES, "x").text.content.count("\n") == MAX_LINES


@pytest.mark.parametrize(
    "text",
    [
        WORDS * 100,
        WORDS.replace("。", "，") * 60,  # a single sentence
        "\n" * 20_000 + REPORT + "\n" * 20_000 + "完",
        "一、依法行政\n" * 2_000,
        "（" * 20_000 + REPORT,
        "“" * 20_000 + REPORT,
        "；、，" * 10_000 + REPORT,
        " " * 100_000 + REPORT,
        "。" * 20_000 + REPORT,
        "一是" * 10_000 + REPORT,
        "3件、" * 5_000 + REPORT,
        "1" * 50_000 + REPORT,
        "一" * 50_000 + REPORT,
        "出庭应诉率为85%、" * 2_000,
        "\n".join(WORDS),
    ],
    ids=[
        "one line",
        "one sentence",
        "blank lines",
        "headings",
        "brackets",
        "quotation marks",
        "marks",
        "spaces",
        "full stops",
        "run-in headings",
        "numbers",
        "digits",
        "numerals",
        "metrics",
        "vertical",
    ],
)
def test_an_odd_shape_is_scored_to_its_end(text: str) -> None:
    card = Engine().score(read_bytes(text.encode(), "x"))
    assert card.report.roles[-1].end == len(text)
    for item in card.items:
        for found in (*item.evidence, *item.rejected):
            assert text[found.start : found.end] == found.quote


# -- what cannot be seen -------------------------------------------------------------------------------------


@pytest.mark.parametrize("noise", ["\u200b", "\u00ad", "\ufeff", "\u2060", "\u200d", "\u200c"])
def test_zero_width_noise_inside_words_changes_no_verdict(noise: str) -> None:
    noisy = noise.join(REPORT.replace("1,200", "1200"))
    assert fold(noisy).text == fold(REPORT.replace("1,200", "1200")).text
    assert statuses(noisy) == statuses(REPORT.replace("1,200", "1200"))


@pytest.mark.parametrize("space", ["\u00a0", "\u3000", "\u2003", "\u202f", "\t"])
def test_spaces_inside_words_change_no_verdict(space: str) -> None:
    spaced = REPORT.replace("出庭应诉", space.join("出庭应诉"))
    assert statuses(spaced) == statuses(REPORT)


@pytest.mark.parametrize("hostile", ["\u202e", "\u2066", "\x1b", "\x00", "\x9b", "\ud800"])
def test_what_moves_the_text_on_a_screen_becomes_visible(hostile: str) -> None:
    document = read_bytes(f"{REPORT}附件{hostile}说明".encode("utf-16", "surrogatepass"), "x")
    assert document.text.content == f"{REPORT}附件\ufffd说明"
    assert [warning.code for warning in document.warnings] == ["control_characters"]


@pytest.mark.parametrize("control", ["\x00", "\x1b", "\x7f"])
def test_a_text_full_of_controls_is_no_text(control: str) -> None:
    assert "looks binary" in refusal(("报告" + control).encode() * 100)


def test_compatibility_and_decomposed_forms_are_no_fault() -> None:
    for form in ("NFKC", "NFD", "NFKD"):
        document = read_bytes(unicodedata.normalize(form, REPORT).encode(), "x")
        assert Engine().score(document).report.level is not None


# -- encodings ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("marked", [True, False])
def test_wide_encodings_are_read_or_named(codec: str, marked: bool) -> None:
    data = ("\ufeff" * marked + REPORT).encode(codec)
    if "32" in codec and not marked:  # nothing writes it; what it is cannot be told from a binary file
        assert "looks binary" in refusal(data) or "cannot be decoded" in refusal(data)
    else:
        assert read_bytes(data, "x").text.content == REPORT


@pytest.mark.parametrize(
    ("codec", "title"),
    [("utf-8", "UTF-8"), ("gb18030", "GB18030"), ("utf-16", "UTF-16"), ("utf-32", "UTF-32")],
)
def test_a_file_cut_in_the_middle_of_a_character_says_so(codec: str, title: str) -> None:
    message = refusal((REPORT + "报").encode(codec)[:-1])
    assert f"ends in the middle of a character: the {title} is incomplete from offset" in message


def test_mixed_encodings_are_refused_with_the_place() -> None:
    head, tail = REPORT[:60], REPORT[60:]
    message = refusal(head.encode() + tail.encode("gb18030"))
    assert f"at offset {len(head.encode())}" in message
    assert "cannot be decoded" in refusal(head.encode("gb18030") + tail.encode())


def test_utf_7_is_a_text_without_chinese_and_earns_nothing() -> None:
    document = read_bytes(REPORT.encode("utf-7"), "x")
    assert document.text.content.startswith("+")
    card = Engine().score(document)
    assert card.total.points == 0
    assert "not_a_report" in [note.code for note in card.warnings]


def test_a_byte_order_mark_in_the_middle_is_passed_over() -> None:
    joined = REPORT.encode("utf-8-sig") + REPORT.encode("utf-8-sig")  # two files put together
    document = read_bytes(joined, "x")
    assert document.text.content == REPORT + "\ufeff" + REPORT
    assert fold(document.text.content).text == fold(REPORT + REPORT).text


def test_padding_with_nuls_is_refused_or_told() -> None:
    assert "looks binary" in refusal(REPORT.encode() + bytes(4096))
    document = read_bytes(REPORT.encode() + bytes(2), "x")
    assert [warning.code for warning in document.warnings] == ["control_characters"]


@pytest.mark.parametrize("newline", ["\r", "\r\n", "\u2028", "\x85", "\x0b", "\x0c", "\n\r"])
def test_line_ends_of_any_kind_give_the_same_verdicts(newline: str) -> None:
    document = read_bytes(REPORT.replace("\n", newline).encode(), "x")
    assert document.text.content.replace("\n\n", "\n") == REPORT
    assert statuses(REPORT.replace("\n", newline)) == statuses(REPORT)


def test_vertical_text_reads_as_the_words_it_holds() -> None:
    vertical = "\n".join(WORDS)
    shown = read_bytes(vertical.encode(), "x").text.content
    assert shown.replace("\n", "") == WORDS


# -- files ----------------------------------------------------------------------------------------------------


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)


HAZARDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda path: None, "does not exist"),
    "folder": (Path.mkdir, "is a folder"),
    "fifo": (os.mkfifo, "is not a regular file"),
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "blank": (lambda path: path.write_bytes(b" \n\t\n"), "nothing but white space"),
    "wordless": (lambda path: path.write_text("……\n———", encoding="utf-8"), "holds no words"),
    "large": (sparse, "is larger than 50 MB"),
    "binary": (lambda path: path.write_bytes(bytes(range(256)) * 8), "cannot be decoded"),
    "nuls": (lambda path: path.write_bytes(bytes(1000)), "looks binary"),
    "loop": (lambda path: path.symlink_to(path), "cannot be read"),
    "cut": (lambda path: path.write_bytes(REPORT.encode("gb18030")[:-2]), "GB18030 is incomplete"),
    "endless": (lambda path: path.write_text("法" * 400_000, encoding="utf-8"), "300,000 characters"),
}


@pytest.mark.parametrize("hazard", HAZARDS)
def test_one_bad_file_blocks_no_other(call: Call, tmp_path: Path, hazard: str) -> None:
    bad = tmp_path / "坏.txt"
    make, cause = HAZARDS[hazard]
    make(bad)
    target = tmp_path / "cards.json"
    done = call("score", bad, GOOD, bad, "--format", "json", "-o", target)
    assert done.code == 3
    assert done.err.count(f"scorer: error: {bad}: ") == 2
    assert cause in done.err
    shown = json.loads(target.read_text(encoding="utf-8"))
    assert [card["stamp"]["report"]["name"] for card in shown["scorecards"]] == [GOOD.name]
    assert [cause in error["message"] for error in shown["errors"]] == [True, True]


@pytest.mark.parametrize("hazard", HAZARDS)
@pytest.mark.parametrize("command", ["read", "score", "check"])
def test_a_bad_file_alone_leaves_no_output(call: Call, tmp_path: Path, hazard: str, command: str) -> None:
    bad = tmp_path / "坏.txt"
    make, cause = HAZARDS[hazard]
    make(bad)
    target = tmp_path / "out.txt"
    done = call(command, bad, "-o", target)
    assert done.code == 3
    assert cause in done.err
    assert done.out == ""
    assert not target.exists() or command == "check"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_never_opened(device: str) -> None:
    if not Path(device).exists():
        pytest.skip("no such device here")
    assert stat.S_ISCHR(Path(device).stat().st_mode)
    with pytest.raises(InputError, match="is not a regular file"):
        read_file(device)


def test_a_hostile_name_stays_one_printable_line() -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(b"", "\x1b[31m报\n告\u202e.txt".replace("\x1b", "\ufffd"))
    assert str(caught.value).splitlines()[0].startswith("\ufffd[31m报")
    with pytest.raises(InputError) as caught:
        read_file("\x1b[31m报\n告\u202e.txt")
    assert str(caught.value).isprintable()

"""Twins of characters: which are restored, and that nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.reading import read_bytes
from scorer.reading.clean import one_line
from scorer.reading.radicals import count_twins, restore_twins, twins


@pytest.mark.parametrize(
    "printed, meant",
    [
        ("⼈⺠政府", "人民政府"),  # one radical of either block
        ("⾏政⽴法⼯作", "行政立法工作"),
        ("⻓期、⻋辆、⻅证、⻚码", "长期、车辆、见证、页码"),
        ("⺟⼦、⻳裂", "母子、龟裂"),  # those two that NFKC knows
        ("⼾籍", "户籍"),  # on the mainland ⼾ has the shape of 户, not of 戶
        ("\uf967\uf98e\uf9e8\uf9d1", "不年裡六"),  # compatibility ideographs
        ("\U0002f804", "你"),
    ],
)
def test_twins_become_the_characters_that_were_meant(printed: str, meant: str) -> None:
    assert restore_twins(printed) == meant
    assert count_twins(printed) == sum(one != other for one, other in zip(printed, meant, strict=True))


@pytest.mark.parametrize("kept", ["\ufa0e", "\ufa11", "⺀", "㈠", "①", "％", "〇", "々", "戶", "ﬁ"])
def test_what_is_no_twin_stays(kept: str) -> None:
    assert restore_twins(kept) == kept
    assert count_twins(kept) == 0


def test_all_radicals_of_kangxi_and_all_but_two_of_the_supplement_are_known() -> None:
    known = twins()
    assert all(code in known for code in range(0x2F00, 0x2FD6))
    assert [code for code in range(0x2E80, 0x2EF4) if code not in known] == [0x2E80, 0x2E9A]


def test_no_twin_leads_to_another() -> None:
    assert not [code for code, meant in twins().items() if ord(meant) in twins()]


@given(st.text())
def test_the_length_stays_and_once_is_enough(text: str) -> None:
    restored = restore_twins(text)
    assert len(restored) == len(text)
    assert restore_twins(restored) == restored
    assert count_twins(restored) == 0


@pytest.mark.parametrize("named", ["a.txt", "a.html"])
def test_every_reader_restores_and_says_how_many(named: str) -> None:
    words = "⼈⺠政府办理行政复议案件。" * 9
    data = f"<html><body><p>{words}</p></body></html>" if named == "a.html" else words
    document = read_bytes(data.encode("utf-8"), named)
    assert document.text.content.strip() == "人民政府办理行政复议案件。" * 9
    told = [warning.message for warning in document.warnings if warning.code == "restored_characters"]
    assert told == ["18个字符是字形相同的部首或兼容汉字（如“⼈”），已还原为通用汉字"]


def test_the_name_of_a_file_is_told_as_it_is() -> None:
    assert one_line("⼈.txt") == "⼈.txt"

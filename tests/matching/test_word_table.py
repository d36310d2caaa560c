"""The table of a dictionary says what the dictionary says, and one that is wrong in any way is made anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.matching.word_table import WordTable, in_memory, table_of

LINES = "法治 6 n\n法 3 n\n法治政府 1 n\n法治化 2 v\n政府 8 n\nAT&T 3 nz\n𠮷野 4 nr\n"


def table(lines: str) -> WordTable:
    return WordTable(in_memory(WordTable.build(lines.encode())))


def starting(made: WordTable, pair: str) -> list[tuple[str, int]]:
    """The words of a pair with their frequencies."""
    alone, both, longer = made.starting(pair)
    frequency = both if len(pair) > 1 else alone
    assert made.starting(pair[0]) == (alone, 0, "")
    lines = [line.split(" ") for line in longer.split("\n")[1:]]
    return [(pair, frequency)] * (frequency > 0) + [(pair + rest, int(number)) for rest, number in lines]


def test_words_are_found_by_their_first_two_characters() -> None:
    made = table(LINES)
    assert starting(made, "法治") == [("法治", 6), ("法治化", 2), ("法治政府", 1)]
    assert starting(made, "法") == [("法", 3)]
    assert starting(made, "AT") == [("AT&T", 3)]
    assert starting(made, "𠮷野") == [("𠮷野", 4)]
    assert [
        starting(made, pair)
        for pair in ("政", "治法", "法\n", "法\t", "法\ud800", "\0\0", "\U0010ffff\U0010ffff")
    ] == [[]] * 7
    assert made.total == 27


def test_an_empty_dictionary_has_no_words() -> None:
    assert starting(table(""), "法治") == []


def test_of_a_word_listed_twice_the_last_counts_and_a_word_of_frequency_0_is_none() -> None:
    made = table("法治 6 n\n政府 8 n\n法治 2 n\n法规 0 n\n")
    assert starting(made, "法治") == [("法治", 2)]
    assert starting(made, "法规") == []
    assert made.total == 16  # jieba adds up every line


WORDS = st.text(st.sampled_from("一丁七法治\u3400\uffee\U00020000"), min_size=1, max_size=4)


@given(st.dictionaries(WORDS, st.integers(1, 10**12)))
def test_every_word_is_found_where_it_belongs(words: dict[str, int]) -> None:
    made = table("".join(f"{word} {count} n\n" for word, count in words.items()))
    found = {entry for word in words for entry in starting(made, word[:2])}
    assert found == set(words.items())
    assert made.total == sum(words.values())


def test_every_damage_is_noticed() -> None:
    whole = WordTable.build(LINES.encode())
    for at in range(len(whole)):
        changed = bytearray(whole)
        changed[at] ^= 1
        with pytest.raises(ValueError, match="table"):
            WordTable(in_memory(bytes(changed)))
        with pytest.raises(ValueError, match="table"):
            WordTable(in_memory(whole[:at]))


@pytest.fixture
def dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small dictionary, with a cache of its own."""
    monkeypatch.setenv("SCORER_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "dict.txt"
    path.write_text(LINES, encoding="utf-8")
    return path


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The dictionaries that tables were made of."""
    made: list[bytes] = []
    build = WordTable.build

    def spy(content: bytes) -> bytes:
        made.append(content)
        return build(content)

    monkeypatch.setattr(WordTable, "build", staticmethod(spy))
    return made


def entry(dictionary: Path) -> Path:
    (found,) = (dictionary.parent / "cache").iterdir()
    return found


def test_the_second_time_no_dictionary_is_read(dictionary: Path, builds: list[bytes]) -> None:
    for _ in range(2):
        assert starting(table_of(dictionary), "政府") == [("政府", 8)]
    assert len(builds) == 1


@pytest.mark.skipif(not hasattr(os, "pread"), reason="tables are held in memory here")
def test_a_table_stays_in_its_file_and_only_what_is_asked_for_is_read(
    dictionary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "".join(f"{chr(0x4E00 + number)}{'政府' * 20} 5 n\n" for number in range(2000))
    dictionary.write_text(LINES + lines, encoding="utf-8")
    table_of(dictionary)
    pread, read = os.pread, [0]

    def count(handle: int, size: int, start: int) -> bytes:
        read[0] += size
        return pread(handle, size, start)

    made = table_of(dictionary)
    monkeypatch.setattr(os, "pread", count)
    assert starting(made, "政府") == [("政府", 8)]
    assert 0 < read[0] < 300


@pytest.mark.skipif(not hasattr(os, "pread"), reason="tables are held in memory here")
def test_a_table_in_use_outlives_its_file(dictionary: Path) -> None:
    table_of(dictionary)
    made = table_of(dictionary)
    entry(dictionary).unlink()
    dictionary.write_text("政府 10 n\n", encoding="utf-8")
    assert starting(table_of(dictionary), "政府") == [("政府", 10)]
    assert starting(made, "政府") == [("政府", 8)]


@pytest.mark.skipif(not hasattr(os, "pread"), reason="tables are held in memory here")
def test_a_table_in_use_outlives_what_is_cut_from_its_file(dictionary: Path, builds: list[bytes]) -> None:
    table_of(dictionary)
    made = table_of(dictionary)
    os.truncate(entry(dictionary), 60)
    assert starting(made, "政府") == [("政府", 8)]
    assert starting(made, "法治") == [("法治", 6), ("法治化", 2), ("法治政府", 1)]
    assert len(builds) == 2


@pytest.mark.skipif(not hasattr(os, "pread"), reason="tables are held in memory here")
def test_a_table_in_use_outlives_a_file_that_cannot_be_read_any_more(
    dictionary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table_of(dictionary)
    made, changed = table_of(dictionary), table_of(dictionary)

    def stale(handle: int, size: int, start: int) -> bytes:
        raise OSError("stale file handle")

    monkeypatch.setattr(os, "pread", stale)
    assert starting(made, "政府") == [("政府", 8)]
    dictionary.write_text("政府 10 n\n", encoding="utf-8")
    with pytest.raises(OSError, match="changed"):
        starting(changed, "政府")


@pytest.mark.skipif(not hasattr(os, "pread"), reason="tables are held in memory here")
def test_a_file_is_closed_with_its_table(dictionary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table_of(dictionary)
    dup, opened = os.dup, []

    def remember(handle: int) -> int:
        opened.append(dup(handle))
        return opened[-1]

    monkeypatch.setattr(os, "dup", remember)
    made = table_of(dictionary)
    os.fstat(opened[0])
    del made
    with pytest.raises(OSError, match="descriptor"):
        os.fstat(opened[0])


def test_another_dictionary_is_read(dictionary: Path) -> None:
    table_of(dictionary)
    dictionary.write_text("政府 10 n\n", encoding="utf-8")
    assert starting(table_of(dictionary), "政府") == [("政府", 10)]


@pytest.mark.parametrize("damage", [b"", b"x", bytes(48), bytes(4000)])
def test_a_damaged_table_is_passed_over_and_written_anew(dictionary: Path, damage: bytes) -> None:
    table_of(dictionary)
    whole = entry(dictionary).read_bytes()
    entry(dictionary).write_bytes(damage)
    assert starting(table_of(dictionary), "法") == [("法", 3)]
    assert entry(dictionary).read_bytes() == whole


def test_without_a_cache_it_works_as_well(
    dictionary: Path, builds: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORER_CACHE_DIR", "")
    for _ in range(2):
        assert starting(table_of(dictionary), "法") == [("法", 3)]
    assert len(builds) == 2
    assert not (dictionary.parent / "cache").exists()


def test_a_cache_that_cannot_be_written_changes_nothing(
    dictionary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORER_CACHE_DIR", str(dictionary / "below a file"))
    assert starting(table_of(dictionary), "法") == [("法", 3)]


def test_a_dictionary_that_is_gone_or_no_text_is_an_error(dictionary: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        table_of(dictionary.with_name("gone"))
    dictionary.write_bytes(b"\xff\xfe")
    with pytest.raises(ValueError, match="utf-8"):
        table_of(dictionary)

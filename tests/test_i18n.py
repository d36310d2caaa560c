"""The language in force: Chinese as it is written, English from the catalogue, and back again."""

from __future__ import annotations

from pickle import dumps, loads
from threading import Thread

import pytest

from scorer import i18n
from scorer.i18n import (
    Labels,
    current_language,
    listed,
    said,
    saidp,
    set_language,
    tr,
    trn,
    trp,
    use_language,
)


def test_chinese_needs_no_catalogue() -> None:
    assert (current_language(), tr("一句{数}", 数=3), trn("共{count}项", 2)) == ("zh", "一句3", "共2项")


def test_a_message_without_values_keeps_its_braces() -> None:
    assert tr("{原样}") == "{原样}"


def test_a_message_that_no_catalogue_has_is_shown_as_it_is() -> None:
    with use_language("en"):
        assert tr("没有人翻译过的一句{数}", 数=3) == "没有人翻译过的一句3"


def test_the_separator_of_a_list_is_translated() -> None:
    assert listed(["甲", "乙"]) == "甲、乙"
    with use_language("en"):
        assert listed(["甲", "乙"]) == "甲, 乙"


def test_help_is_written_in_english() -> None:
    text = "Show this message and exit."
    assert i18n.help_text(text) != text
    with use_language("en"):
        assert i18n.help_text(text) == text


def test_a_block_ends_with_the_language_before_it_whatever_happens() -> None:
    with pytest.raises(RuntimeError), use_language("en"):
        raise RuntimeError
    assert current_language() == "zh"


def test_an_unknown_language_is_refused_and_changes_nothing() -> None:
    with pytest.raises(ValueError, match=r"'fr'.*zh, en"):
        set_language("fr")
    assert current_language() == "zh"


def test_a_note_is_chinese_until_it_is_told() -> None:
    inner = said("学习心得")
    note = said("全文是{genre}", genre=inner)
    assert (note, tr(note), type(tr(note))) == ("全文是学习心得", "全文是学习心得", str)
    with use_language("en"):
        assert (note, tr(note)) == ("全文是学习心得", "the whole text is notes on studies")
        assert tr("{words}。", words=note) == "the whole text is notes on studies."
    assert loads(dumps(note)) == note


def test_a_word_of_several_meanings_has_a_context() -> None:
    assert (trp("column", "分值"), saidp("行政区划", "地区")) == ("分值", "地区")
    with use_language("en"):
        assert (trp("column", "分值"), tr("分值"), tr(saidp("行政区划", "地区"))) == (
            "Points",
            "Full points",
            "prefecture",
        )


def test_a_number_decides_the_form() -> None:
    with use_language("en"):
        told = [trn("{count} 项", count) for count in (0, 1, 2)]
    assert told == ["0 items", "1 item", "2 items"]


def test_a_thread_of_its_own_speaks_its_own_language() -> None:
    heard: list[str] = []
    with use_language("en"):
        thread = Thread(target=lambda: heard.append(current_language()))
        thread.start()
        thread.join()
    assert heard == ["zh"]


def test_a_table_gives_the_words_of_the_language_in_force() -> None:
    table = Labels({1: "省级", 2: ""})
    assert (dict(table), list(table), len(table), table.get(3)) == ({1: "省级", 2: ""}, [1, 2], 2, None)
    with use_language("en"):
        assert dict(table) == {1: "province", 2: ""}

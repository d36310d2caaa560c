"""Texts that phrases and sentences cannot be found in: without marks, or in traditional characters."""

from __future__ import annotations

from tests.structure.conftest import HEAD, Reading

DEEDS = "一、主要工作\n（一）规范执法。全年评查案卷120份，整改问题35个；清理规范性文件36件，废止12件。\n"
TRADITIONAL = "某縣人民政府關於2021年度法治政府建設情況的報告\n一、主要工作\n嚴格規範執法，審查重大決策12項，設立機關法律顧問，開展監督檢查。\n"


def test_a_text_without_punctuation_is_told() -> None:
    bare = (
        "某县人民政府关于2021年度法治政府建设情况的报告 "
        + "全年评查案卷120份整改问题35个清理规范性文件36件 " * 12
    )
    assert "no_punctuation" in Reading(bare).codes()


def test_a_report_with_marks_and_a_short_text_are_not() -> None:
    assert "no_punctuation" not in Reading(HEAD + DEEDS * 12).codes()
    assert "no_punctuation" not in Reading("全年评查案卷120份").codes()


def test_traditional_characters_are_told() -> None:
    assert "traditional_characters" in Reading(TRADITIONAL).codes()


def test_a_name_in_traditional_characters_is_not() -> None:
    assert "traditional_characters" not in Reading(HEAD + DEEDS + "赴國立大學調研1次。\n" + DEEDS * 6).codes()

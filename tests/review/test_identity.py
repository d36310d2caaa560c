"""Whose report of which year a decision is on, and which names a file answers to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scorer.review.identity import identity, name_key, names_of, same_identity
from scorer.structure.model import Level
from tests.rendering.cards import CARD

REPORT = replace(
    CARD.report, place="大冶市", year=2021, level=Level.COUNTY, issuer="大冶市人民政府", title="大冶市 报告"
)
DIGEST = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "大冶市2021年"),
        ({"issuer": "中共大冶市委依法治市办"}, "大冶市2021年"),
        ({"level": Level.DEPARTMENT, "issuer": "大冶市司法局"}, "大冶市司法局2021年"),
        ({"level": Level.DEPARTMENT, "issuer": "市司法局"}, "大冶市市司法局2021年"),
        ({"level": Level.TOWN, "issuer": None}, "大冶市2021年"),
        ({"level": Level.DEPARTMENT, "issuer": "省司法厅", "place": None}, "省司法厅2021年"),
        ({"place": None}, "大冶市 报告"),
        ({"year": None}, "大冶市 报告"),
        ({"year": None, "title": None}, "sha256:0123456789abcdef"),
    ],
)
def test_an_identity_is_place_and_year_or_what_else_there_is(
    change: dict[str, object], expected: str
) -> None:
    assert identity(replace(REPORT, **change), DIGEST) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "written", ["大冶市2021年", "大冶市 2021 年", "大冶市2021", "大冶市２０２１年", "大冶市2021年度"]
)
def test_a_persons_spelling_is_understood(written: str) -> None:
    assert same_identity(written, "大冶市2021年")


@pytest.mark.parametrize("written", ["枣阳市2021年", "大冶市2020年", "大冶", ""])
def test_another_place_or_year_is_another_report(written: str) -> None:
    assert not same_identity(written, "大冶市2021年")


def test_a_file_answers_to_its_name_with_and_without_the_ending() -> None:
    assert names_of("x/y/报告  终稿.docx") == ("报告 终稿.docx", "报告 终稿")
    assert names_of("报告") == ("报告",)


def test_names_differ_by_what_can_be_seen_alone() -> None:
    assert name_key("a\u3000b\u200b\ufffd\x1b.txt") == name_key(" a b.txt ")
    assert name_key("ab.txt") != name_key("a b.txt")

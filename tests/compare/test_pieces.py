"""Stretches that are compared: of a useful length, one matter each, with the words that tell them apart."""

from __future__ import annotations

from itertools import pairwise

import pytest

from scorer.compare.pieces import content_words, pieces
from scorer.structure.model import Role
from tests.compare.subjects import report_of, seed, written


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("进一步加强法治政府建设，推进依法行政", set()),
        ("坚持以习近平新时代中国特色社会主义思想为指导", set()),
        ("组织开展行政执法案卷评查", {"执法", "案卷", "评查"}),  # 评查 is in no dictionary
        ("重大行政决策合法性审核", {"重大", "决策", "合法性", "审查"}),
        ("2021年共办理3件", set()),
    ],
)
def test_content_words_tell_what_it_is_about(text: str, words: set[str]) -> None:
    assert content_words(text) == words


def test_the_name_of_the_place_tells_nothing() -> None:
    (piece,) = pieces(written(2021, "大冶市法治文化公园改造完成。", place="大冶市"), Role.ACHIEVEMENT)
    assert "大冶" not in piece.words
    assert "公园" in piece.words


def test_a_list_of_lacks_is_one_stretch_each() -> None:
    text = report_of(seed("daye-2021")).text.content
    words = [text[piece.start : piece.end] for piece in pieces(seed("daye-2021"), Role.PROBLEM)]
    lacks = ("法治意识还不强", "执法水平还有待提高", "法治人才队伍建设还相对薄弱")
    assert [[lack in word for lack in lacks].index(True) for word in words] == [0, 1, 2]
    assert sum(lack in word for word in words for lack in lacks) == 3


def test_headings_and_what_is_only_asked_for_are_no_deeds() -> None:
    side = written(2021, "（一）优化营商环境", "省政府要求各县建立容错清单。", "全县建成政务大厅1个。")
    assert ["政务大厅" in piece.loose for piece in pieces(side, Role.ACHIEVEMENT)] == [True]


@pytest.mark.parametrize("name", ["daye-2021", "pingqiao-2021", "suizhou-2019"])
def test_no_stretch_is_long_and_none_overlaps(name: str) -> None:
    for role in (Role.ACHIEVEMENT, Role.PROBLEM, Role.PLAN):
        found = pieces(seed(name), role)
        assert all(0 < len(piece.loose) <= 90 for piece in found)
        assert all(one.end <= other.start for one, other in pairwise(found))

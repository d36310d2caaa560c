"""Words near each other."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.matching import MOST_WORDS, Lexicon, near

from .conftest import make_report


def pairs(content: str, words: list[str], within: str | int = "segment") -> list[str]:
    report = make_report(content)
    found = Lexicon(words).find(report)
    together = near([found.of(word) for word in words], report, within)
    for hit in together:
        assert [part.phrase for part in hit.hits] == words
        assert hit.start == min(part.start for part in hit.hits)
        assert hit.end == max(part.end for part in hit.hits)
    return [content[hit.start : hit.end] for hit in together]


def test_the_words_may_stand_in_any_order() -> None:
    assert pairs("负责人应当出庭", ["负责人", "出庭"]) == ["负责人应当出庭"]
    assert pairs("出庭的负责人", ["负责人", "出庭"]) == ["出庭的负责人"]


@pytest.mark.parametrize(
    "within, expected",
    [("clause", 0), ("segment", 0), ("sentence", 1), (2, 0), (3, 1), (30, 1)],
)
def test_the_stretch_decides(within: str | int, expected: int) -> None:
    assert len(pairs("编制清单共；并公布。", ["清单", "公布"], within)) == expected


def test_a_segment_is_wider_than_a_clause() -> None:
    assert pairs("编制清单，予以公布", ["清单", "公布"], "segment") == ["清单，予以公布"]
    assert pairs("编制清单，予以公布", ["清单", "公布"], "clause") == []


def test_nothing_is_near_over_the_end_of_a_sentence() -> None:
    for within in ("clause", "segment", "sentence", 100):
        assert pairs("编制清单。公布了", ["清单", "公布"], within) == []


def test_marks_and_spaces_do_not_count_as_distance() -> None:
    assert pairs("《清单》 、公布", ["清单", "公布"], 0) == ["清单》 、公布"]


def test_only_the_tightest_of_a_neighbourhood_is_told() -> None:
    assert pairs("清单甲清单乙公布丙公布", ["清单", "公布"]) == ["清单乙公布"]
    assert pairs("清单乙公布，其后丙公布甲清单", ["清单", "公布"]) == ["清单乙公布", "公布甲清单"]


def test_words_do_not_share_characters() -> None:
    assert pairs("行政执法", ["行政执法", "执法"]) == []
    assert pairs("行政执法，执法监督", ["行政执法", "执法"]) == ["行政执法，执法"]
    assert pairs("公布公布", ["公布", "公布"]) == ["公布公布"]


def test_a_word_that_blocks_another_gives_way_to_a_later_one() -> None:
    assert pairs("甲。甲行政执法监督行政", ["甲", "行政", "政执法"]) == ["甲行政执法监督行政"]


def test_three_words() -> None:
    words = ["清单", "公布", "目录"]
    assert pairs("甲清单乙公布丙目录丁清单", words) == ["清单乙公布丙目录", "公布丙目录丁清单"]


def test_what_cannot_be_asked() -> None:
    report = make_report("清单")
    with pytest.raises(ValueError, match="paragraph"):
        near([()], report, "paragraph")
    for count in (0, MOST_WORDS + 1):
        with pytest.raises(ValueError, match=str(MOST_WORDS)):
            near([()] * count, report, "clause")


@given(st.text(st.sampled_from("甲乙丙丁"), max_size=14), st.integers(0, 6))
def test_a_pair_is_found_whenever_there_is_one(content: str, within: int) -> None:
    report = make_report(content)
    words = ["甲", "乙丙", "丙"]
    found = [Lexicon(words).find(report).of(word) for word in words]
    gaps = []
    for chosen in product(*found):
        ordered = sorted(chosen, key=lambda hit: hit.view_start)
        if all(a.view_end <= b.view_start for a, b in pairwise(ordered)):
            gaps.append((ordered[0].view_end, ordered[-1].view_start))
    gaps = [gap for gap in gaps if gap[1] - gap[0] <= within]

    def encloses(gap: tuple[int, int], other: tuple[int, int]) -> bool:
        return gap != other and gap[0] <= other[0] and other[1] <= gap[1]

    tightest = {gap for gap in gaps if not any(encloses(gap, other) for other in gaps)}
    told = [sorted(hit.hits, key=lambda part: part.view_start) for hit in near(found, report, within)]
    assert [(hits[0].view_end, hits[-1].view_start) for hits in told] == sorted(tightest)


def test_in_order_the_words_follow_one_another() -> None:
    report = make_report("审查文件12件，决策5项。")
    found = Lexicon(["件", "文件", "项"]).find(report)
    words = [found.of(word) for word in ("项", "文件", "件")]
    assert near(words, report, "sentence", order=True) == ()
    (together,) = near(words[1:], report, "sentence", order=True)
    assert [hit.phrase for hit in together.hits] == ["文件", "件"]

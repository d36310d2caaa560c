"""Exact search: what counts as the same words, and where a hit must not reach."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.matching import EXACT, Hit, Lexicon, exact
from scorer.matching.layout import Layout
from scorer.text import fold_phrase

from .conftest import make_report


def hits(content: str, *phrases: str) -> list[Hit]:
    found = Lexicon(phrases).find(make_report(content))
    return [hit for phrase in phrases for hit in found.of(phrase)]


def whole(content: str, phrase: str) -> list[bool]:
    found = Lexicon([phrase]).find(make_report(content))
    return [found.is_word(hit) for hit in found.of(phrase)]


def words(content: str, *phrases: str) -> list[str]:
    return [content[hit.start : hit.end] for hit in hits(content, *phrases)]


def test_a_hit_says_where_and_how() -> None:
    content = "已办结。\n办复率 达１００ ％。"
    assert hits(content, "达100%") == [Hit("达100%", 9, 15, 7, 12, 1, EXACT, 100.0)]


@pytest.mark.parametrize(
    "content, phrase, expected",
    [
        ("推进“放管服”改革", "放管服改革", "放管服”改革"),
        ("推行双随机、一公开监管", "双随机一公开", "双随机、一公开"),
        ("推行双随机一公开监管", "双随机、一公开", "双随机一公开"),
        ("依法　行 政", "依法行政", "依法　行 政"),
        ("（一）村(社区)法律顾问", "村（社区）法律顾问", "村(社区)法律顾问"),
    ],
)
def test_spelling_that_carries_no_words_is_ignored(content: str, phrase: str, expected: str) -> None:
    assert words(content, phrase) == [expected]


@pytest.mark.parametrize(
    "content, phrase",
    [
        ("推进依法。行政执法", "依法行政"),
        ("推进依法\n行政执法", "依法行政"),
        ("是否依法？行政执法", "依法行政"),
        ("登记、备案、查处", "备案查处"),  # two items of a list
        ("落实《条例》《办法》", "条例办法"),  # two titles
        ("落实“条例”“办法”", "条例办法"),
        ("落实“条例”、“办法”", "条例办法"),
    ],
)
def test_no_hit_is_put_together_over_an_end_or_a_list(content: str, phrase: str) -> None:
    assert words(content, phrase) == []


def test_long_phrases_and_those_written_with_a_mark_may_cross_one() -> None:
    assert words("审理合同、协议等", "合同、协议") == ["合同、协议"]
    assert words("有案不移、有案难移", "有案不移有案难移") == ["有案不移、有案难移"]
    assert words("落实《调解法》《条例》", "调解法条例") == ["调解法》《条例"]


def test_a_mark_on_one_side_only_may_stand_inside_a_short_hit() -> None:
    assert words("实现“一网”通办", "一网通办") == ["一网”通办"]


def test_hits_may_overlap_and_come_in_order() -> None:
    found = hits("行政执法行政执法", "执法", "行政执法行政执法", "行政")
    assert [(hit.phrase, hit.start) for hit in found] == [
        ("执法", 2),
        ("执法", 6),
        ("行政执法行政执法", 0),
        ("行政", 0),
        ("行政", 4),
    ]


def test_all_ways_to_write_a_phrase_have_the_hits_under_their_own_name() -> None:
    found = hits("双随机、一公开", "双随机、一公开", "双随机一公开")
    assert [hit.phrase for hit in found] == ["双随机、一公开", "双随机一公开"]
    assert found[0].start == found[1].start == 0


def test_a_phrase_that_was_not_looked_for_is_not_absent() -> None:
    found = Lexicon(["立法", "、"]).find(make_report("无"))
    assert found.of("立法") == () == found.of("、")
    with pytest.raises(KeyError, match="普法"):
        found.of("普法")


def test_letters_and_digits_run_on() -> None:
    assert whole("拨打12345热线、112345", "12345") == [True, False]
    assert whole("下载APP、APPS", "APP") == [True, False]
    assert whole("使用 APP Store 下载", "APP") == [True]


def test_texts_longer_than_a_piece_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    content = "行政执法人员。执法证件行政执法，" * 4
    whole = hits(content, "行政执法人员", "执法", "法")
    for size in range(1, 12):
        monkeypatch.setattr(exact, "_PIECE", size)
        assert hits(content, "行政执法人员", "执法", "法") == whole
    assert len(whole) == 4 + 12 + 12


def test_a_phrase_repeated_without_end_is_cut_and_said() -> None:
    found = Lexicon(["法治", "依法治国理政"]).find(make_report("法治" * 600 + "。法治"))
    assert found.truncated
    assert len(found.of("法治")) == exact.MOST_PER_SENTENCE + 1
    assert not Lexicon(["法治"]).find(make_report("法治" * 500)).truncated


alphabet = st.sampled_from("法治政府建a1、“”《》。\n ，\u3000％")
texts = st.text(alphabet, max_size=60)


@given(texts, st.lists(st.text(alphabet, min_size=1, max_size=7), max_size=6))
def test_every_hit_reads_like_its_phrase(content: str, phrases: list[str]) -> None:
    report = make_report(content)
    for hit in Lexicon(phrases, fuzzy=phrases).find(report):
        assert report.loose.text[hit.view_start : hit.view_end] == fold_phrase(hit.phrase)
        assert fold_phrase(content[hit.start : hit.end]) == fold_phrase(hit.phrase)
        sentence = report.sentences[hit.sentence]
        assert sentence.start <= hit.start < hit.end <= sentence.end


@given(texts)
def test_each_position_knows_its_sentence_and_its_part(content: str) -> None:
    report = make_report(content)
    layout = Layout(report)
    loose = report.loose
    bounds = [loose.within(sentence.span) for sentence in report.sentences]
    for at in range(len(loose)):
        held = [index for index, (first, last) in enumerate(bounds) if first <= at < last]
        assert held == ([layout.sentence_at[at]] if layout.sentence_at[at] >= 0 else [])
        assert (layout.part_at[at] < 0) == (layout.sentence_at[at] < 0)
    for at, (one, other) in enumerate(pairwise(loose.origins)):
        if layout.sentence_at[at] == layout.sentence_at[at + 1] >= 0:
            listed = "、" in report.text.content[one:other]
            assert listed <= (layout.part_at[at] < layout.part_at[at + 1])
    assert len(layout.sentence_at) == len(layout.part_at) == len(loose)


@given(texts, st.text(st.sampled_from("法治政府建"), min_size=5, max_size=6))
def test_nothing_that_stands_in_a_sentence_is_missed(content: str, phrase: str) -> None:
    report = make_report(content)
    expected = []
    for index, sentence in enumerate(report.sentences):
        first, last = report.loose.within(sentence.span)
        at = report.loose.text.find(phrase, first, last)
        while at >= 0:
            expected.append((at, index))
            at = report.loose.text.find(phrase, at + 1, last)
    found = Lexicon([phrase, "法", "治政"]).find(report).of(phrase)
    assert [(hit.view_start, hit.sentence) for hit in found] == expected


@given(st.text(max_size=80), st.lists(st.text(max_size=16), max_size=5))
def test_any_text_and_any_phrases_are_taken(content: str, phrases: list[str]) -> None:
    report = make_report(content)
    found = Lexicon(phrases, fuzzy=phrases).find(report)
    for phrase in phrases:
        for hit in found.of(phrase):
            span = report.loose.span(hit.view_start, hit.view_end)
            assert (span.start, span.end) == (hit.start, hit.end)
            assert content[hit.start : hit.end]


@given(texts, texts, st.lists(st.text(alphabet, min_size=1, max_size=9), max_size=6))
def test_a_report_is_searched_alike_whether_it_comes_first_or_later(
    first: str, second: str, phrases: list[str]
) -> None:
    phrases += [first[:9], second[-9:]]
    lexicon = Lexicon(phrases)
    for content in (first, second, first):
        report = make_report(content)
        assert list(lexicon.find(report)) == list(Lexicon(phrases).find(report))


def test_a_lexicon_of_nothing_finds_nothing() -> None:
    assert list(Lexicon([]).find(make_report("法治"))) == []
    assert list(Lexicon(["法治"]).find(make_report(""))) == []

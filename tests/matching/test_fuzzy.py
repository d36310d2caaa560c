"""Fuzzy search finds exactly what an exhaustive search finds, with far fewer comparisons."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.fuzz import partial_ratio

from scorer.matching import FUZZY, Hit, Lexicon, fuzzy

from .conftest import longest_common as lcs
from .conftest import make_report

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
PHRASES = (HERE / "phrases.txt").read_text(encoding="utf-8").split()


def whole(content: str, phrase: str) -> list[bool]:
    found = Lexicon([], fuzzy=[phrase]).find(make_report(content))
    return [found.is_word(hit) for hit in found if hit.match == FUZZY]


def find(content: str, phrase: str) -> list[Hit]:
    return [hit for hit in Lexicon([], fuzzy=[phrase]).find(make_report(content)) if hit.match == FUZZY]


def words(content: str, phrase: str) -> list[str]:
    return [content[hit.start : hit.end] for hit in find(content, phrase)]


@pytest.mark.parametrize(
    "content, phrase, expected",
    [
        ("制定行政执法公开制度。", "行政执法公示制度", "行政执法公开制度"),  # replaced
        ("制定行政执法的公示制度。", "行政执法公示制度", "行政执法的公示制度"),  # put in
        ("制定行执法公示制度。", "行政执法公示制度", "行执法公示制度"),  # left out
        ("制定政执法公示制度。", "行政执法公示制度", "政执法公示制度"),  # the first left out
        ("推行行政执法“公开”制度", "行政执法公示制度", "行政执法“公开”制度"),
        ("负责同志狠抓法治政府建设职责", "负责同志狠抓法治国家建设职责", "负责同志狠抓法治政府建设职责"),
        ("负责同志狠抓法治政府建设职能", "负责同志狠抓法治国家建设职责", ""),  # three of 14
        ("推行行政执法公开制", "行政执法公示制度", ""),  # two of 8
        ("加强公共法制宣传", "公共法治宣", ""),  # six characters or fewer are exact only
        ("公共法制宣传", "公共法治宣传", ""),
        ("行政执法公示", "行政执法公示制度", ""),  # cut off at the edge
        ("推行行政执法。公开制度", "行政执法公示制度", ""),
    ],
)
def test_edits(content: str, phrase: str, expected: str) -> None:
    assert words(content, phrase) == ([expected] if expected else [])


def test_similarity_is_the_share_of_the_phrase_that_is_there() -> None:
    hit = find("制定行政执法公开制度。", "行政执法公示制度")[0]
    assert (hit.similarity, hit.sentence) == (87.5, 0)


def test_a_higher_cutoff_asks_for_more() -> None:
    report = make_report("制定行政执法公开制度。")
    phrase = "行政执法公示制度"
    for cutoff, count in ((87, 1), (88, 0), (100, 0)):
        assert len(Lexicon([], fuzzy=[phrase], cutoff=cutoff).find(report).of(phrase)) == count


def test_budget_by_length() -> None:
    assert [fuzzy.budget(length, 85) for length in (6, 7, 13, 14, 40, 64, 65)] == [0, 1, 1, 2, 2, 2, 0]


def test_an_exact_hit_silences_the_fuzzy_ones_of_its_sentence_only() -> None:
    content = "行政执法公示制度和行政执法公开制度。行政执法公开制度。"
    found = Lexicon([], fuzzy=["行政执法公示制度"]).find(make_report(content)).of("行政执法公示制度")
    assert [(hit.sentence, hit.match) for hit in found] == [(0, "exact"), (1, "fuzzy")]


def test_the_best_window_of_a_sentence_is_told_once() -> None:
    content = "主要负责人履行推进依法建设责任和主要负责人履行推进法治建设责任"
    assert words(content, "主要负责人履行推进法治建设职责") == ["主要负责人履行推进法治建设责"]


@pytest.mark.parametrize(
    "content, phrase",
    [
        ("行政执法未公示制度", "行政执法公示制度"),
        ("行政执法不示制度", "行政执法公示制度"),
        ("无行政执法资格人员", "有行政执法资格人员"),  # at the edge of the window
        ("规范性文件合法不", "规范性文件合法性"),
        ("清单之外有许可", "清单之外无许可"),
        ("拨打12345法律热线", "12348法律热线"),
    ],
)
def test_a_difference_that_turns_the_meaning_round_is_refused(content: str, phrase: str) -> None:
    assert words(content, phrase) == []


def test_a_refused_window_does_not_hide_a_good_one() -> None:
    content = "无行政执法资格人员清退，持行政执法资格人员上岗"
    assert words(content, "有行政执法资格人员") == ["行政执法资格人员"]
    assert find(content, "有行政执法资格人员")[0].start == content.index("持") + 1


def test_refused_windows_before_a_negation_do_not_hide_one_that_holds_less() -> None:
    phrase = "甲乙丙丁戊己庚辛壬癸子丑寅卯"
    content = "甲乙丙丁戊己庚辛壬癸子丑某某，甲乙丙丁戊己庚辛壬癸子丑寅未卯"
    assert words(content, phrase) == ["甲乙丙丁戊己庚辛壬癸子丑"]


def test_a_negation_elsewhere_does_not_matter() -> None:
    assert words("未发现问题，行政执法公开制度不断健全", "行政执法公示制度") == ["行政执法公开制度"]
    assert words("不断健全行政执法公开制度", "健全行政执法公示制度") == ["健全行政执法公开制度"]


def best_by_definition(phrase: str, sentence: str) -> int:
    size = len(phrase)
    return max((lcs(phrase, sentence[at : at + size]) for at in range(len(sentence))), default=0)


small = st.sampled_from("甲乙丙丁")
sentences = st.lists(st.text(small, max_size=40), max_size=4)


@given(sentences, st.lists(st.text(small, min_size=7, max_size=16), min_size=1, max_size=3), st.data())
def test_nothing_is_lost_or_invented(parts: list[str], phrases: list[str], data: st.DataObject) -> None:
    # Some sentences hold a phrase with a few characters changed, so that there is something to find.
    for phrase in phrases:
        changed = list(phrase)
        for at in data.draw(st.lists(st.integers(0, len(phrase) - 1), max_size=3)):
            changed[at] = data.draw(st.sampled_from("甲乙戊己"))
        parts.append(data.draw(st.text(small, max_size=5)) + "".join(changed))
    report = make_report("。".join(parts))
    found = Lexicon([], fuzzy=phrases).find(report)
    for phrase in phrases:
        told = {hit.sentence: hit for hit in found.of(phrase) if hit.match == FUZZY}
        expected = {}
        for index, sentence in enumerate(report.sentences):
            words = report.text.cut(sentence.span)
            best = best_by_definition(phrase, words)
            if phrase not in words and best >= len(phrase) - fuzzy.budget(len(phrase), 85):
                expected[index] = 100 * best / len(phrase)
        assert {index: hit.similarity for index, hit in told.items()} == pytest.approx(expected)
        for hit in told.values():
            passage = report.loose.text[hit.view_start : hit.view_end]
            assert lcs(phrase, passage) >= hit.similarity * len(phrase) / 100 - 0.01
            assert passage[0] in phrase
            assert passage[-1] in phrase


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_sample_reports_agree_with_the_exhaustive_search(path: Path) -> None:
    report = make_report(path.read_text(encoding="utf-8"))
    found = Lexicon([], fuzzy=PHRASES).find(report)
    told = {(hit.phrase, hit.sentence) for hit in found if hit.match == FUZZY}
    pairs = 0
    for index, sentence in enumerate(report.sentences):
        first, last = report.loose.within(sentence.span)
        words = report.loose.text[first:last]
        for phrase in PHRASES:
            size = len(phrase)
            if phrase in words or re.search("[不未无非]", words + phrase):
                continue
            pairs += 1
            least = 100 * (size - fuzzy.budget(size, 85)) / size
            padded = "\0" * size + words + "\0" * size
            matches = partial_ratio(phrase, padded) > least - 0.01
            assert matches == ((phrase, index) in told), (phrase, words)
    assert pairs > 4000
    assert found.verified < pairs / 50
    assert not found.skipped_fuzzy


def test_passages_overlap_enough() -> None:
    phrase = "主要负责人履行推进法治建设职责"
    for before in range(100, 140):
        assert words("甲" * before + "主要负责人的履行推进法治建设责任" + "乙" * 200, phrase) == [
            "主要负责人的履行推进法治建设责"
        ], before


def test_a_sentence_without_end_is_searched_exactly_and_said() -> None:
    content = "行政执法公开制度" + "甲" * fuzzy.MOST_IN_SENTENCE + "行政执法案卷评查。行政执法公开制度"
    phrases = ["行政执法公示制度", "行政执法案卷评查"]
    found = Lexicon([], fuzzy=phrases).find(make_report(content))
    assert found.skipped_fuzzy
    assert [hit.sentence for hit in found.of(phrases[0])] == [1]
    assert [hit.match for hit in found.of(phrases[1])] == ["exact"]


def test_work_is_bounded_and_the_rest_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzy, "_BATCH", 2)
    monkeypatch.setattr(fuzzy, "MOST_VERIFIED", 3)
    found = Lexicon([], fuzzy=["行政执法公示制度"]).find(make_report("行政执法公开制度。" * 9))
    assert found.skipped_fuzzy
    assert [hit.sentence for hit in found.of("行政执法公示制度")] == [0, 1, 2]
    assert (
        not Lexicon([], fuzzy=["行政执法公示制度"]).find(make_report("行政执法公开制度。" * 3)).skipped_fuzzy
    )


@pytest.mark.parametrize("negation", ["", "未"])
def test_work_is_bounded_by_windows_too_and_in_the_midst_of_a_batch(
    monkeypatch: pytest.MonkeyPatch, negation: str
) -> None:
    phrases = [f"{number:014b}".replace("0", "甲").replace("1", "乙") for number in range(100)]
    report = make_report(f"{negation}{'甲甲乙' * 30}。" * 40)
    whole = Lexicon([], fuzzy=phrases).find(report)
    assert not whole.skipped_fuzzy
    monkeypatch.setattr(fuzzy, "MOST_COMPARED", 1000)
    found = Lexicon([], fuzzy=phrases).find(report)
    assert found.skipped_fuzzy
    assert 0 < found.verified < whole.verified / 50


def test_an_approximate_hit_that_ends_inside_a_word_is_marked() -> None:
    assert whole("压实党政主要负责人法治建设职责", "党政主要负责人述法") == [False]
    assert whole("党政主要负责人年终述法", "党政主要负责人的年终述法") == [True]

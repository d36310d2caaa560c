"""Passages taken over: exact, renumbered, altered; what is of the genre is not counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.compare.copies import SHORTEST, find_copies
from scorer.compare.subject import Subject
from tests.compare.subjects import written

SENTENCE = (
    "推行首问负责、限时办结、延时服务三项措施，群众办事跑动次数平均减少到一次以内，窗口满意度逐年提升。"
)
OTHER = "组织全县行政执法人员分批参加业务培训，围绕行政处罚法开展专题辅导和考试。"


def kinds(before: Subject, after: Subject) -> list[tuple[str, str]]:
    return [(kind, new.words) for _, new, kind in find_copies(before, after).passages]


def test_a_sentence_taken_over_is_exact_wherever_it_stands_now() -> None:
    found = kinds(written(2020, SENTENCE, OTHER), written(2021, "今年新建执法平台一个。" + SENTENCE))
    assert found == [("exact", SENTENCE)]


def test_only_the_numbers_are_new() -> None:
    before = "全年组织县政府常务会议集中学法10次，举办法治专题讲座3期，参训人员720人次。"
    after = "全年组织县政府常务会议集中学法12次，举办法治专题讲座4期，参训人员1,860人次。"
    assert kinds(written(2020, before), written(2021, after)) == [("numbers", after)]


def test_small_changes_are_near_and_larger_ones_are_not() -> None:
    near = SENTENCE.replace("逐年提升", "稳步提升")
    assert kinds(written(2020, SENTENCE), written(2021, near)) == [("near", near)]
    new = "推行首问负责制，建成网上办事大厅，全部事项线上可办，企业开办时间压缩到一个工作日以内。"
    assert kinds(written(2020, SENTENCE), written(2021, new)) == []


def test_a_long_part_of_a_new_sentence_counts_by_whole_clauses() -> None:
    after = (
        "今年以来我县"
        + SENTENCE[:-1]
        + "，并在全市现场会上作了经验交流发言，得到与会代表的普遍好评和市里的通报表扬。"
    )
    found = kinds(written(2020, SENTENCE), written(2021, after))
    assert found == [("exact", "群众办事跑动次数平均减少到一次以内，窗口满意度逐年提升")]


@pytest.mark.parametrize(
    "words",
    [
        "坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想。",
        "印发《松陂县行政执法公示办法》《松陂县执法全过程记录办法》《松陂县重大执法决定法制审核办法》。",
        "严格落实重大行政决策程序。",
    ],
)
def test_set_phrases_titles_and_short_sentences_are_no_copies(words: str) -> None:
    assert kinds(written(2020, words), written(2021, words)) == []


def test_a_passage_ends_with_its_paragraph_and_short_neighbours_count() -> None:
    before = written(2020, f"严格规范执法。{OTHER}", SENTENCE)
    after = written(2021, f"严格规范执法。{OTHER}", SENTENCE)
    copies = find_copies(before, after)
    assert [new.words for _, new, _ in copies.passages] == [f"严格规范执法。{OTHER}", SENTENCE]
    assert copies.characters == copies.whole


def test_headings_are_not_copied() -> None:
    heading = "（一）深入推进行政审批制度改革优化法治化营商环境建设服务型政府"
    assert kinds(written(2020, heading, OTHER), written(2021, heading, "新建平台。")) == []


def test_an_empty_body_has_no_share() -> None:
    copies = find_copies(written(2020), written(2021))
    assert (copies.whole, copies.share) == (0, 0)


WORDS = st.text(alphabet="县政府执法人员公示案件审查决策普法宣传调解纠纷", min_size=SHORTEST, max_size=60)


@given(st.lists(WORDS, min_size=1, max_size=5, unique=True))
def test_whatever_is_copied_whole_is_counted_whole(sentences: list[str]) -> None:
    lines = [f"{words}。" for words in sentences]
    before, after = written(2020, *lines), written(2021, *lines)
    copies = find_copies(before, after)
    assert copies.characters == copies.exact_characters == copies.whole


@pytest.mark.parametrize("unit", ["啊", "习近平法治思想", "执法人员", "，", "《文件》"])
def test_repetition_without_end_is_compared_in_the_time_it_takes_to_read(unit: str) -> None:
    """Forty thousand characters of one pattern: only a search that is not quadratic comes to an end here."""
    line = unit * (40_000 // len(unit))
    copies = find_copies(written(2020, line), written(2021, line))
    assert 0 <= copies.characters <= copies.whole

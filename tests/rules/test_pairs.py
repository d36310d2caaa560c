"""Pairs that are looked up together are found as each would be by itself."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from scorer.framework import DEFAULT, load_framework
from scorer.framework.model import Near
from scorer.matching import Lexicon
from scorer.rules import Context, PairTable
from scorer.rules.vocabulary import words_of_items
from scorer.structure import parse_report
from scorer.text import Text

WORDS = ("执法", "培训", "普法", "没有提到")
PIECES = (*WORDS[:3], "3场", "5件", "，", "；", "。")
LEXICON = Lexicon(WORDS)

pairs = st.builds(
    Near,
    st.lists(
        st.lists(st.sampled_from((*WORDS, "场", "件")), min_size=1, max_size=3).map(tuple),
        min_size=1,
        max_size=3,
    ).map(tuple),
    st.sampled_from(("clause", "segment", "sentence", 8)),
)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.lists(pairs, max_size=5))
def test_all_at_once_are_found_as_one_by_one(content: str, asked: list[Near]) -> None:
    report = parse_report(Text(content))
    prepared, plain = Context(report, LEXICON, PairTable(asked)).places, Context(report, LEXICON).places
    for pair in asked:
        assert prepared.together(pair) == plain.together(pair)
        assert prepared.possible(pair) is plain.possible(pair) is bool(plain.together(pair))


def bits_of(stretches: dict[str, int]) -> Callable[[str, str], int]:
    return lambda word, level: stretches[f"{level} {word}"]


def test_only_what_shares_a_stretch_is_left() -> None:
    together, apart, absent = (
        Near((("执法", "普法"), ("培训",)), "clause"),
        Near((("执法",), ("普法",)), "clause"),
        Near((("没有提到",), ("培训",)), "clause"),
    )
    table = PairTable((together, apart, absent))
    bits = bits_of({"clause 执法": 0b001, "clause 普法": 0b010, "clause 培训": 0b110})
    assert table.shared(("执法", "普法", "培训"), bits) == {id(together): 0b010}


def test_a_number_of_characters_is_looked_for_in_a_sentence() -> None:
    near, segment = Near((("执法",), ("培训",)), 8), Near((("执法",), ("培训",)))
    table = PairTable((near, segment))
    bits = bits_of({"sentence 执法": 1, "sentence 培训": 1, "segment 执法": 1, "segment 培训": 2})
    assert table.shared(("执法", "培训"), bits) == {id(near): 1}


def test_units_are_told_from_phrases() -> None:
    table = PairTable([Near((("执法", "场"), ("部门",)))])
    assert (table.units, table.phrases) == ({"场"}, {"执法", "部门"})


def test_all_pairs_of_a_framework_are_in_its_table_and_all_their_words_in_its_lexicon() -> None:
    items = load_framework(DEFAULT).items
    table = PairTable.of(items)
    assert table.phrases <= words_of_items(items)
    assert {id(pair) for item in items for pair in item.topic.near} <= table.pairs
    assert len(table.pairs) > 1000

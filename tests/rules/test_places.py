"""What can stand together is found by bits; looking at every stretch by itself finds the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.framework.model import Near
from scorer.matching import Hit, Lexicon, near
from scorer.rules.context import Context
from scorer.rules.places import Places
from scorer.structure import parse_report
from scorer.text import Text

WORDS = ("执法", "培训", "普法", "复议", "没有提到")
PIECES = ("执法", "培训", "普法", "复议", "3场", "5件", "工作", "，", "；", "。")
LEXICON = Lexicon(WORDS)


def places(content: str) -> tuple[Context, Places]:
    context = Context(parse_report(Text(content)), LEXICON)
    return context, context.places


def stretch(context: Context, hit: Hit, within: str | int) -> tuple[int, int]:
    """The sentence and the clause or segment that a hit begins in, found by looking at each."""
    sentence = context.report.sentences[hit.sentence]
    starts = {
        "clause": [clause.start for clause in sentence.clauses],
        "segment": [segment.start for segment in sentence.segments],
    }
    return hit.sentence, sum(start <= hit.start for start in starts.get(str(within), ()))


@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.lists(st.lists(st.sampled_from((*WORDS, "场", "件")), min_size=1, max_size=3), min_size=1, max_size=3),
    st.sampled_from(("clause", "segment", "sentence", 8)),
)
def test_every_position_has_its_hits_of_the_shared_stretches(
    content: str, words: list[list[str]], within: str | int
) -> None:
    context, found = places(content)
    hits = [
        {
            hit
            for word in alternatives
            for hit in (context.numbers.hits(word) if word in "场件" else context.hits.of(word))
        }
        for alternatives in words
    ]
    shared = set.intersection(*({stretch(context, hit, within) for hit in position} for position in hits))
    expected = [{hit for hit in position if stretch(context, hit, within) in shared} for position in hits]
    together = found.together(Near(tuple(map(tuple, words)), within))
    assert [set(position) for position in together] == (expected if shared else [])
    assert all(list(position) == sorted(position, key=lambda hit: hit.start) for position in together)


def test_a_word_that_was_not_looked_for_is_not_absent() -> None:
    _, found = places("执法培训3场。")
    with pytest.raises(KeyError, match="立法"):
        found.together(Near((("立法",), ("培训",))))


def test_sentences_that_share_a_bit_are_still_told_apart() -> None:
    context, _ = places("执法。" + "工作。" * 4095 + "培训。")
    pair = Near((("执法",), ("培训",)), "sentence")
    first, last = (context.hits.of(word)[0].sentence for word in ("执法", "培训"))
    assert last - first == 4096
    columns = context.places.together(pair)
    assert near(columns, context.report, pair.within) == ()

"""Of mentions that overlap only the longest counts, and finding them costs no more for a sentence of many."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scorer.matching import Hit
from scorer.rules.metrics import _longest

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=25)


def hit(start: int, length: int) -> Hit:
    return Hit("率", start, start + length, start, start + length, 0, "exact", 100.0)


def by_hand(hits: list[Hit]) -> list[Hit]:
    """The same in the plainest words: each hit against all that are kept."""
    kept: list[Hit] = []
    for one in sorted(hits, key=lambda h: (h.start - h.end, h.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda h: h.start)


@given(SPANS)
def test_the_longest_of_those_that_overlap_is_kept(spans: list[tuple[int, int]]) -> None:
    hits = [hit(*span) for span in spans]
    assert _longest(hits) == by_hand(hits)

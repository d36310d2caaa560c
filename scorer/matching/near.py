"""Words near each other: one hit of each within a clause, a segment, a sentence or n characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scorer.matching.hit import Hit
from scorer.structure.model import Report

__all__ = ["MOST_WORDS", "NearHit", "near"]

# The search keeps a state for each subset of the words.
MOST_WORDS = 6


class NearHit(NamedTuple):
    """One hit of each word, in the order of the words; the spans reach from the first hit to the last.

    ``start``/``end`` are code points into the text that was read, ``view_start``/``view_end`` positions in
    ``report.loose``.
    """

    hits: tuple[Hit, ...]
    start: int
    end: int
    view_start: int
    view_end: int
    sentence: int


class _Chain(NamedTuple):
    """Hits of some of the words, one after the other; the newest is the last."""

    hit: Hit
    word: int
    first: Hit
    earlier: _Chain | None


def near(
    hits_per_word: Sequence[Sequence[Hit]], report: Report, within: str | int, *, order: bool = False
) -> tuple[NearHit, ...]:
    """Where one hit of each word stands within ``within``, in the order of position.

    ``hits_per_word[i]`` holds the hits that may stand for word i (give only those that count: a refused hit
    could hide a good one farther away). ``within`` is ``clause``, ``segment``, ``sentence`` or the most
    characters of the loosened view between the first word and the last, inside one sentence. The hits of a
    combination do not overlap, and no combination encloses the gap of a tighter one, so there are never more
    than hits. With ``order`` the hits follow one another as the words do. ValueError for another ``within``
    and for no words or more than MOST_WORDS.
    """
    if not 1 <= len(hits_per_word) <= MOST_WORDS:
        raise ValueError(f"near takes 1 to {MOST_WORDS} words, not {len(hits_per_word)}")
    if isinstance(within, str) and within not in ("clause", "segment", "sentence"):
        raise ValueError(f"within is clause, segment, sentence or a number of characters, not {within!r}")
    stretches: dict[int, list[tuple[Hit, int]]] = {}
    for word, hits in enumerate(hits_per_word):
        for stretch, hit in zip(_stretches_of(hits, report, within), hits, strict=True):
            stretches.setdefault(stretch, []).append((hit, word))
    found: list[NearHit] = []
    for key in sorted(stretches):
        if len(stretches[key]) < len(hits_per_word):
            continue
        for chain in _tightest(_chains(stretches[key], len(hits_per_word), order)):
            gap = chain.hit.view_start - chain.first.view_end
            if isinstance(within, str) or gap <= within:
                found.append(_near_hit(chain))
    return tuple(found)


def _stretches_of(hits: Sequence[Hit], report: Report, within: str | int) -> list[int]:
    """For each hit the number of the stretch that it begins in; later stretches have greater numbers."""
    if within == "clause":
        starts = report.clause_starts
    elif within == "segment":
        starts = report.segment_starts
    else:
        return [hit.sentence for hit in hits]
    # A sentence has room for as many numbers as there are stretches, so no two of different sentences are the same.
    room = len(starts) + 1
    return [hit.sentence * room + bisect_right(starts, hit.start) for hit in hits]


def _chains(hits: Iterable[tuple[Hit, int]], words: int, order: bool) -> Iterator[_Chain]:
    """Chains of all words without overlap, for each last hit the one that begins as late as possible.

    ``states[mask]`` holds the chains of the words in ``mask``, by end; each begins later than the one before
    it, so the best chain to go on from is the last that ends early enough. In ``order`` a word goes on only
    from all the words before it.
    """
    states: dict[int, tuple[list[int], list[_Chain]]] = {0: ([], [])}
    complete = (1 << words) - 1
    for hit, word in sorted(hits, key=_by_end):
        bit = 1 << word
        for mask in [mask for mask in states if (mask + 1 == bit if order else not mask & bit)]:
            if mask == 0:
                chain = _Chain(hit, word, hit, None)
            else:
                ends, chains = states[mask]
                count = bisect_right(ends, hit.view_start)
                if count == 0:
                    continue
                chain = _Chain(hit, word, chains[count - 1].first, chains[count - 1])
            if mask | bit == complete:
                yield chain
                continue
            ends, chains = states.setdefault(mask | bit, ([], []))
            if not chains or chain.first.view_end > chains[-1].first.view_end:
                ends.append(hit.view_end)
                chains.append(chain)


def _tightest(chains: Iterable[_Chain]) -> Iterator[_Chain]:
    """Those whose gap from the first word's end to the last word's start does not enclose another's."""
    latest = -1
    for chain in sorted(chains, key=_by_last_word):
        if chain.first.view_end > latest:
            latest = chain.first.view_end
            yield chain


def _by_end(entry: tuple[Hit, int]) -> tuple[int, int, int]:
    hit, word = entry
    return hit.view_end, hit.view_start, word


def _by_last_word(chain: _Chain) -> tuple[int, int, int, int]:
    last = chain.hit
    return last.view_start, -chain.first.view_end, last.view_end, chain.word


def _near_hit(chain: _Chain) -> NearHit:
    hits: dict[int, Hit] = {}
    link: _Chain | None = chain
    while link is not None:
        hits[link.word] = link.hit
        link = link.earlier
    first, last = chain.first, chain.hit
    return NearHit(
        tuple(hits[word] for word in sorted(hits)),
        first.start, last.end, first.view_start, last.view_end, last.sentence,
    )  # fmt: skip

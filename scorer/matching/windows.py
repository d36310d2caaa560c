"""The window of a passage that holds most of a phrase, found without looking at every window.

What a window holds of a phrase is their longest common subsequence. Where at most k characters of a phrase are
missing, at most k others stand between, so the phrase is parted in at most 2k places; of 2k + 1 pieces of it one
is whole. Only windows that lie so that such a piece falls into its place are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

__all__ = ["Needle", "Windows", "ready"]


@dataclass(frozen=True, slots=True)
class Needle:
    """A phrase made ready: how many characters may be missing, the ends of its pieces, its characters as bits."""

    text: str
    missing: int
    ends: Sequence[int]
    bits: dict[str, int]

    def held(self, window: str) -> int:
        """How many characters of the phrase a window holds in their order."""
        return _common(self.bits, len(self.text), window)

    def edges(self, window: str) -> tuple[int, int]:
        """How few characters of the phrase can be missing before the first of a window and after its last.

        The window begins and ends with characters that cannot be left out.
        """
        phrase, most = self.text, self.held(window)
        turned = phrase[::-1], window[::-1]
        return _lacking(phrase, window, most), _lacking(*turned, most)


@lru_cache(maxsize=2048)
def ready(text: str, missing: int) -> Needle:
    """A phrase of more than 2 · ``missing`` characters made ready; few of a framework are ever compared."""
    return Needle(text, missing, _ends(len(text), missing), _bits(text))


@cache
def _ends(size: int, missing: int) -> Sequence[int]:
    """Where each of 2 · ``missing`` + 1 pieces of about the same length ends, after where the first begins."""
    count = 2 * missing + 1
    return [size * number // count for number in range(count + 1)]


class Windows:
    """Compares phrases with passages and counts how many windows it looked at, a measure of its work."""

    def __init__(self) -> None:
        self.compared = 0

    def best(self, needle: Needle, text: str, low: int, high: int) -> tuple[int, int, int] | None:
        """The first window in ``text[low:high]`` that holds most: start, end and how much it holds.

        None when each lacks more than may be missing. A window is as long as the phrase, or shorter at the ends. A
        character that was put in pushes one out of it, so what stands around the window is taken in, and then what
        is idle at its ends is left out.
        """
        size, missing, held = len(needle.text), needle.missing, needle.held
        most, found = size - missing - 1, None
        done = low - size  # so far all windows were compared, or are known to hold too little
        for place in _places(needle, text, low, high):
            first, last = max(done, place - missing), place + missing
            if first > last:
                continue
            done = last + 1
            self.compared += 1
            if held(text[max(low, first) : min(high, last + size)]) <= most:
                continue
            self.compared += last - first + 1
            for start in range(first, last + 1):
                holds = held(text[max(low, start) : min(high, start + size)])
                if holds > most:
                    most, found = holds, start
        if found is None:
            return None
        start, end = _tightened(needle, text, max(low, found - missing), min(high, found + size + missing))
        return start, end, most


def _places(needle: Needle, text: str, low: int, high: int) -> Iterator[int]:
    """Where a window would have to begin for a piece of the phrase to stand in its place, from left to right."""
    places: set[int] = set()
    for offset, end in pairwise(needle.ends):
        piece = needle.text[offset:end]
        at = text.find(piece, low, high)
        while at >= 0:
            places.add(at - offset)
            at = text.find(piece, at + 1, high)
    return iter(sorted(places))


def _tightened(needle: Needle, text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of ``text[start:end]`` that holds as much of the phrase and nothing idle at its ends."""
    most = needle.held(text[start:end])
    while needle.held(text[start + 1 : end]) == most:
        start += 1
    while needle.held(text[start : end - 1]) == most:
        end -= 1
    return start, end


def _lacking(phrase: str, window: str, most: int) -> int:
    """The fewest characters at the beginning of a phrase without which a window still holds as many."""
    for at, character in enumerate(phrase):
        if character == window[0] and _common(_bits(phrase[at:]), len(phrase) - at, window) == most:
            return at
    return 0


def _bits(text: str) -> dict[str, int]:
    """For each character its places in the text, as bits."""
    bits: dict[str, int] = {}
    for place, character in enumerate(text):
        bits[character] = bits.get(character, 0) | 1 << place
    return bits


def _common(bits: dict[str, int], size: int, text: str) -> int:
    """The length of the longest common subsequence of a text and a phrase of that size, given by its bits.

    Hyyrö's recurrence: a bit is zero where the row of the usual table grows by one.
    """
    every = row = (1 << size) - 1
    for places in map(bits.get, text):
        if places:
            matched = row & places
            row = (row + matched | row - matched) & every
    return size - row.bit_count()

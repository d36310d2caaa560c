"""The best window is the one that looking at every window finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.matching.windows import Windows, ready

from .conftest import longest_common as common


def best(phrase: str, missing: int, text: str) -> str | None:
    found = Windows().best(ready(phrase, missing), text, 0, len(text))
    return None if found is None else text[found[0] : found[1]]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("行政执法公示制度", "推行行政执法公开制度", "行政执法公开制度"),
        ("行政执法公示制度", "推行行政执法的公示制度化", "行政执法的公示制度"),
        ("行政执法公示制度", "推行政执法公示制度", "行政执法公示制度"),
        ("行政执法公示制度", "行政执公示制度和行政执法公示制", "行政执公示制度"),  # the first of equal ones
        (
            "行政执法公示制度",
            "行政执公示制度和行政执法公示制度",
            "行政执法公示制度",
        ),  # the one that holds more
        ("行政执法公示制度", "推行行政执法公开制", None),
        ("行政执法公示制度", "度制示公法执政行", None),
    ],
)
def test_by_example(phrase: str, text: str, expected: str | None) -> None:
    assert best(phrase, 1, text) == expected


def test_what_stands_apart_before_the_window_is_taken_in() -> None:
    assert (
        best("甲乙丙丁戊己庚辛壬癸子丑寅卯", 2, "前甲某某乙丙丁戊己庚辛壬癸子丑寅卯后")
        == "甲某某乙丙丁戊己庚辛壬癸子丑寅卯"
    )


def test_pieces_that_are_broken_by_what_is_missing_and_by_what_was_put_in() -> None:
    assert best("甲乙丙丁戊己庚辛", 1, "甲丙丁戊己某庚辛") == "甲丙丁戊己某庚辛"
    text = "甲丙某丁戊己辛壬癸某子丑寅卯"  # only the last fifth is whole
    assert best("甲乙丙丁戊己庚辛壬癸子丑寅卯", 2, text) == text


def test_places_of_a_piece_may_overlap() -> None:
    text = f"{'甲' * 47}某{'乙' * 19}"
    assert Windows().best(ready("甲" * 20 + "乙" * 20, 2), text, 0, len(text)) == (27, 67, 39)


def everywhere(phrase: str, missing: int, text: str) -> tuple[int, int, int] | None:
    """What looking at every window finds: the first that holds most, with what its ends gain and lose."""
    size = len(phrase)
    held = {
        start: common(phrase, text[max(0, start) : max(0, start + size)])
        for start in range(-missing, len(text))
    }
    most = max(held.values(), default=0)
    if most < size - missing:
        return None
    first = min(start for start, holds in held.items() if holds == most)
    start, end = max(0, first - missing), min(len(text), first + size + missing)
    whole = common(phrase, text[start:end])
    while common(phrase, text[start + 1 : end]) == whole:
        start += 1
    while common(phrase, text[start : end - 1]) == whole:
        end -= 1
    return start, end, most


@given(st.data(), st.sampled_from(["甲", "甲乙", "甲乙丙", "甲乙丙丁戊己庚辛壬癸"]), st.integers(7, 18))
def test_it_is_what_looking_everywhere_finds(data: st.DataObject, few: str, size: int) -> None:
    characters = st.sampled_from(few)
    phrase = data.draw(st.text(characters, min_size=size, max_size=size))
    pieces = [data.draw(st.text(characters, max_size=12))]
    for _ in range(data.draw(st.integers(1, 3))):
        at, to = sorted((data.draw(st.integers(0, size)), data.draw(st.integers(0, size))))
        pieces += [
            phrase[:at],
            data.draw(st.text("某甲", max_size=2)),
            phrase[to:] if to - at < 3 else phrase[at:],
        ]
    text = "".join(pieces)
    missing = 2 if size >= 14 else 1
    found = Windows().best(ready(phrase, missing), text, 0, len(text))
    assert found == everywhere(phrase, missing, text)


FEW = st.sampled_from("甲乙丙丁")


@given(st.text(FEW, min_size=7, max_size=16), st.text(FEW, max_size=40), st.data())
def test_no_window_holds_more(phrase: str, text: str, data: st.DataObject) -> None:
    if data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(phrase) - 1))
        text += phrase[:at] + data.draw(st.text(FEW, max_size=2)) + phrase[at + 1 :] + data.draw(st.text(FEW))
    size, missing = len(phrase), 2 if len(phrase) >= 14 else 1
    most = max((common(phrase, text[at : at + size]) for at in range(len(text))), default=0)
    found = Windows().best(ready(phrase, missing), text, 0, len(text))
    assert (found is None) == (most < size - missing)
    if found is not None:
        start, end, held = found
        whole = common(phrase, text[start:end])
        assert held == most <= whole
        assert common(phrase, text[start + 1 : end]) < whole > common(phrase, text[start : end - 1])


@given(
    st.text(FEW, min_size=7, max_size=16), st.text(FEW, max_size=40), st.integers(0, 40), st.integers(0, 40)
)
def test_only_what_lies_between_the_bounds_counts(phrase: str, text: str, low: int, high: int) -> None:
    high = min(high, len(text))
    within = Windows().best(ready(phrase, 1), text, min(low, high), high)
    alone = Windows().best(ready(phrase, 1), text[min(low, high) : high], 0, high - min(low, high))
    assert (within is None) == (alone is None)
    if within is not None and alone is not None:
        assert within == (alone[0] + min(low, high), alone[1] + min(low, high), alone[2])


@pytest.mark.parametrize(
    ("phrase", "window", "expected"),
    [
        ("甲乙丙丁", "乙丙丁", (1, 0)),
        ("甲乙丙丁", "甲乙丙", (0, 1)),
        ("甲乙丙丁", "乙丙", (1, 1)),
        ("甲乙丙丁", "甲丁", (0, 0)),
        ("甲甲乙丙", "甲乙丙", (0, 0)),
        ("乙甲丙甲", "甲丙", (1, 1)),
    ],
)
def test_what_is_missing_at_the_edges(phrase: str, window: str, expected: tuple[int, int]) -> None:
    assert ready(phrase, 1).edges(window) == expected


def test_few_windows_are_compared() -> None:
    windows = Windows()
    assert windows.best(ready("行政执法公示制度", 1), "甲" * 60 + "行政执法公开制度" + "乙" * 60, 0, 128)
    assert windows.compared == 4  # one that takes in all three, and these
    assert windows.best(ready("行政执法公示制度", 1), "依法行政，严格执法" * 14, 0, 126) is None
    assert windows.compared < 50


@pytest.mark.parametrize("phrase", ["甲" * 15, "甲乙" * 7 + "甲", "甲甲乙" * 5])
def test_each_window_is_compared_once(phrase: str) -> None:
    windows = Windows()
    windows.best(ready(phrase, 2), "甲乙" * 64, 0, 128)
    windows.best(ready(phrase, 2), "甲" * 128, 0, 128)
    assert windows.compared <= 2 * 2 * (128 + 2)

"""The best window is the one that looking at every window finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.matching.windows import Windows, ready


def common(left: str, right: str) -> int:
    """The longest common subsequence by the usual table."""
    row = [0] * (len(right) + 1)
    for a in left:
        before = 0
        for place, b in enumerate(right, 1):
            before, row[place] = row[place], before + 1 if a == b else max(row[place], row[place - 1])
    return row[-1]


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

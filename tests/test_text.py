"""Folding and loosening piece by piece tell the same as reading character by character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.text import LOOSE, fold, fold_phrase, loosen

# Digits of several scripts, spaces, characters without width, marks that are widened or kept, words, line ends.
CHARACTERS = "0１9٣ \t\u3000\xa0\x85\x1c\n\u200b\ufeff\u00ad,:;!?()，：（“”、《》中a％﹪－〇."
WIDE = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？"}
TWINS = str.maketrans("１％－", "1%-") | str.maketrans("﹪", "%")


def folded_by_hand(content: str) -> tuple[str, list[int]]:
    """The same in the plainest words: each character by itself."""
    text, gap = "", -1
    origins: list[int] = []
    wide = content.translate(TWINS)
    for offset, character in enumerate(wide):
        if character in "\u200b\ufeff\u00ad":
            continue
        if character.isspace() and character != "\n":
            gap = offset
            continue
        number = wide[offset - 1 : offset].isdecimal() and wide[offset + 1 : offset + 2].isdecimal()
        if character in WIDE and not (character in ",:" and number):
            character = WIDE[character]
        if gap >= 0 and character.isdecimal() and text[-1:].isdecimal():
            text, origins = text + " ", [*origins, gap]
        text, origins, gap = text + character, [*origins, offset], -1
    return text, origins


@given(st.text(CHARACTERS, max_size=14))
def test_folding(content: str) -> None:
    view = fold(content)
    assert (view.text, view.origins.tolist()) == folded_by_hand(content)


@given(st.text(CHARACTERS, max_size=14))
def test_loosening_drops_marks_and_line_ends_alone(content: str) -> None:
    view = fold(content)
    kept = [i for i, character in enumerate(view.text) if character not in LOOSE and character != "\n"]
    loose = loosen(view)
    assert loose.text == "".join(view.text[i] for i in kept)
    assert loose.origins.tolist() == [view.origins[i] for i in kept]


@pytest.mark.parametrize(
    "content, text",
    [
        ("97 ％，", "97%，"),
        ("1,063件,共3项", "1,063件，共3项"),
        ("12:30开会:讨论", "12:30开会：讨论"),
        ("2021-01-11 17:07", "2021-01-11 17:07"),
        ("17\n18", "17\n18"),
        ("17 \u200b 18", "17 18"),
        ("法 治\u3000政\u200b府", "法治政府"),
    ],
)
def test_folding_of_what_reports_hold(content: str, text: str) -> None:
    assert fold(content).text == text


@pytest.mark.parametrize("phrase", ["法治政府", "12345", "“放管服”", "ＡＢ", ""])
def test_a_phrase_that_reads_as_written_is_the_same_string(phrase: str) -> None:
    folded = fold_phrase(phrase)
    assert (folded is phrase) == (folded == phrase)

"""How work grows, counted rather than timed: comparisons of phrases with passages, and words looked up."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorer.framework import DEFAULT, load_framework
from scorer.matching import Lexicon, fuzzy
from scorer.rules.vocabulary import build_lexicon, words_of_items
from scorer.structure import parse_report
from scorer.text import Text

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return build_lexicon(load_framework(DEFAULT).items)


def verified(lexicon: Lexicon, content: str) -> int:
    return lexicon.find(parse_report(Text(content))).verified


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_few_pairs_of_phrase_and_sentence_are_compared(lexicon: Lexicon, path: Path) -> None:
    report = parse_report(Text(path.read_text(encoding="utf-8")))
    pairs = len(words_of_items(load_framework(DEFAULT).items)) * len(report.sentences)
    assert 0 < lexicon.find(report).verified < pairs / 1000


def test_comparisons_grow_as_the_report_does(lexicon: Lexicon) -> None:
    content = SEEDS[0].read_text(encoding="utf-8")
    once, often = verified(lexicon, content), verified(lexicon, "\n".join([content] * 4))
    assert often <= once * 4**1.05


def test_comparisons_grow_slower_than_the_phrases() -> None:
    report = parse_report(Text(SEEDS[0].read_text(encoding="utf-8")))
    phrases = sorted(words_of_items(load_framework(DEFAULT).items))
    few = Lexicon(phrases[::16], fuzzy=phrases[::16]).find(report).verified
    many = Lexicon(phrases, fuzzy=phrases).find(report).verified
    assert 0 < few < many <= 16 * few * 1.5


def test_a_text_made_to_be_compared_stops_at_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzy, "MOST_VERIFIED", 1000)
    characters = "法治政府建设报告"
    phrases = [characters[n:] + characters[:n] for n in range(8)]
    text = "。".join([characters[::-1] * 2] * 1500)
    hits = Lexicon(phrases, fuzzy=phrases).find(parse_report(Text(text)))
    assert hits.verified == 1000
    assert hits.skipped_fuzzy

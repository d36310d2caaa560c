"""A whole scorecard against the loop that most people would write first."""

from __future__ import annotations

import re
from collections.abc import Callable

import jieba
from rapidfuzz import fuzz

from benchmarks.measure import Benchmark
from benchmarks.seeds import seed_paths
from scorer.pipeline import Engine
from scorer.reading import read_file

__all__ = ["BENCHMARK"]

_SENTENCE = re.compile(r"[^。！？\n]+")
_SIMILAR = 80


def _naive(text: str, phrases: list[str]) -> dict[str, list[str]]:
    """Cut the text into words, then compare every phrase with every sentence."""
    jieba.lcut(text)
    sentences = _SENTENCE.findall(text)
    return {
        phrase: [sentence for sentence in sentences if fuzz.partial_ratio(phrase, sentence) >= _SIMILAR]
        for phrase in phrases
    }


def _prepare() -> tuple[Callable[[], object], Callable[[], object]]:
    engine = Engine()
    documents = [read_file(path) for path in seed_paths()]
    texts = [path.read_text(encoding="utf-8") for path in seed_paths()]
    phrases = sorted({phrase for item in engine.framework.items for phrase in item.topic.phrases})
    jieba.initialize()
    engine.score(documents[0])
    return (
        lambda: [engine.score(document) for document in documents],
        lambda: [_naive(text, phrases) for text in texts],
    )


BENCHMARK = Benchmark(
    name="pipeline",
    subject="`Engine.score`, warm, on the five sample reports: structure, matching, quantities, rules, evidence",
    baseline="`jieba.lcut`, then `rapidfuzz.fuzz.partial_ratio` for every topic phrase × every sentence: matching alone",
    prepare=_prepare,
    at_most=1,
    rounds=5,
)

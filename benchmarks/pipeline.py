"""A whole scorecard against libraries that only search for the same phrases."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks import peers
from benchmarks.measure import Benchmark
from benchmarks.seeds import seed_paths, seed_texts
from scorer.pipeline import Engine
from scorer.reading import read_file
from scorer.rules.vocabulary import words_of_items
from scorer.text import fold_phrase

__all__ = ["BENCHMARKS", "SUBJECT", "phrases_of", "scoring"]

_Pair = tuple[Callable[[], object], Callable[[], object]]
_Peer = Callable[[list[str], list[str]], int]
SUBJECT = "`Engine.score`, warm, on the five sample reports: structure, matching, quantities, rules, evidence"


def scoring() -> tuple[Callable[[], object], Engine]:
    """A function that scores all sample reports with an engine that is warm, and the engine."""
    engine = Engine()
    documents = [read_file(path) for path in seed_paths()]
    engine.score(documents[0])
    return lambda: [engine.score(document) for document in documents], engine


def phrases_of(engine: Engine) -> list[str]:
    """Every word and phrase that the framework looks for."""
    return sorted(
        {folded for phrase in words_of_items(engine.framework.items) if (folded := fold_phrase(phrase))}
    )


def _segmenting(peer: _Peer, choose: Callable[[Engine], list[str]]) -> _Pair:
    """Our scoring beside a peer that cuts the texts with jieba, whose dictionary is loaded beforehand."""
    import jieba

    jieba.initialize()
    score, engine = scoring()
    texts, phrases = seed_texts(), choose(engine)
    return score, lambda: peer(texts, phrases)


def _loop() -> _Pair:
    return _segmenting(peers.loop, phrases_of)


def _topics() -> _Pair:
    return _segmenting(peers.loop, _topic_phrases)


def _topic_phrases(engine: Engine) -> list[str]:
    return sorted({phrase for item in engine.framework.items for phrase in item.topic.phrases})


def _batched() -> _Pair:
    return _segmenting(peers.batched, phrases_of)


def _yara() -> _Pair:
    score, engine = scoring()
    texts, scanner = seed_texts(), peers.yara(phrases_of(engine))
    return score, lambda: scanner.scan(texts)


def _phrase_matcher() -> _Pair:
    score, engine = scoring()
    texts, matcher = seed_texts(), peers.phrase_matcher(phrases_of(engine))
    return score, lambda: matcher.scan(texts)


BENCHMARKS = (
    Benchmark(
        name="pipeline",
        subject=SUBJECT,
        baseline="a first version: `jieba.lcut`, then `rapidfuzz.fuzz.partial_ratio` for every phrase of the framework × every sentence",
        prepare=_loop,
        at_most=1 / 25,
        rounds=3,
    ),
    Benchmark(
        name="pipeline-topics",
        subject=SUBJECT,
        baseline="the same with only the phrases of topics, which alone may match approximately",
        prepare=_topics,
        rounds=3,
    ),
    Benchmark(
        name="pipeline-batched",
        subject=SUBJECT,
        baseline="`jieba.lcut`, then `rapidfuzz.process.cdist` of every phrase and every sentence, one worker",
        prepare=_batched,
        at_most=1 / 10,
        rounds=3,
        needs=("numpy",),
    ),
    Benchmark(
        name="pipeline-exact",
        subject=SUBJECT,
        baseline="a YARA-X scan for the exact phrases alone",
        prepare=_yara,
        at_most=15,
        rounds=5,
        needs=("yara_x",),
    ),
    Benchmark(
        name="pipeline-spacy",
        subject=SUBJECT,
        baseline="spaCy's `PhraseMatcher` for the exact phrases alone, on characters",
        prepare=_phrase_matcher,
        rounds=5,
        needs=("spacy",),
    ),
)

"""A whole scorecard against libraries that only search for the same phrases."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks import peers
from benchmarks.measure import Benchmark
from benchmarks.seeds import seed_paths, seed_texts
from scorer.pipeline import Engine
from scorer.reading import read_file
from scorer.rules.vocabulary import build_lexicon
from scorer.text import fold_phrase

__all__ = ["BENCHMARKS"]

_Pair = tuple[Callable[[], object], Callable[[], object]]
_SUBJECT = (
    "`Engine.score`, warm, on the five sample reports: structure, matching, quantities, rules, evidence"
)


def _scoring() -> tuple[Callable[[], object], Engine]:
    engine = Engine()
    documents = [read_file(path) for path in seed_paths()]
    engine.score(documents[0])
    return lambda: [engine.score(document) for document in documents], engine


def _phrases(engine: Engine) -> list[str]:
    """Every word and phrase that the framework looks for."""
    return sorted(
        {
            folded
            for phrase in build_lexicon(engine.framework.items).phrases
            if (folded := fold_phrase(phrase))
        }
    )


def _loop() -> _Pair:
    import jieba

    jieba.initialize()
    score, engine = _scoring()
    texts, phrases = seed_texts(), _phrases(engine)
    return score, lambda: peers.loop(texts, phrases)


def _topics() -> _Pair:
    import jieba

    jieba.initialize()
    score, engine = _scoring()
    texts = seed_texts()
    phrases = sorted({phrase for item in engine.framework.items for phrase in item.topic.phrases})
    return score, lambda: peers.loop(texts, phrases)


def _batched() -> _Pair:
    import jieba

    jieba.initialize()
    score, engine = _scoring()
    texts, phrases = seed_texts(), _phrases(engine)
    return score, lambda: peers.batched(texts, phrases)


def _yara() -> _Pair:
    score, engine = _scoring()
    texts, scanner = seed_texts(), peers.yara(_phrases(engine))
    return score, lambda: scanner.scan(texts)


BENCHMARKS = (
    Benchmark(
        name="pipeline",
        subject=_SUBJECT,
        baseline="a first version: `jieba.lcut`, then `rapidfuzz.fuzz.partial_ratio` for every phrase of the framework × every sentence",
        prepare=_loop,
        at_most=1 / 25,
        rounds=3,
    ),
    Benchmark(
        name="pipeline-topics",
        subject=_SUBJECT,
        baseline="the same with only the phrases of topics, which alone may match approximately",
        prepare=_topics,
        rounds=3,
    ),
    Benchmark(
        name="pipeline-batched",
        subject=_SUBJECT,
        baseline="`jieba.lcut`, then `rapidfuzz.process.cdist` of every phrase and every sentence, one worker",
        prepare=_batched,
        at_most=1 / 10,
        rounds=3,
        needs=("numpy",),
    ),
    Benchmark(
        name="pipeline-exact",
        subject=_SUBJECT,
        baseline="a YARA-X scan for the exact phrases alone",
        prepare=_yara,
        at_most=15,
        rounds=5,
        needs=("yara_x",),
    ),
)

"""What sixteen times as much costs: a long report against a short one, a whole framework against a part of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from benchmarks.measure import Benchmark
from benchmarks.seeds import seed_paths
from scorer.matching import Lexicon
from scorer.pipeline import Engine
from scorer.reading import read_file
from scorer.rules.vocabulary import words_of_items
from scorer.structure import parse_report
from scorer.text import Text

__all__ = ["BENCHMARKS"]

_TIMES = 16


def _length() -> tuple[Callable[[], object], Callable[[], object]]:
    engine = Engine()
    document = read_file(seed_paths()[0])
    body = document.text.content
    long = replace(document, text=Text("\n".join([body] * _TIMES), document.text.name))
    engine.score(document)
    return lambda: engine.score(long), lambda: engine.score(document)


def _phrases() -> tuple[Callable[[], object], Callable[[], object]]:
    report = parse_report(read_file(seed_paths()[0]).text)
    phrases = sorted(words_of_items(Engine().framework.items))
    few = Lexicon(phrases[::_TIMES], fuzzy=phrases[::_TIMES])
    many = Lexicon(phrases, fuzzy=phrases)
    few.find(report)
    many.find(report)
    return lambda: many.find(report), lambda: few.find(report)


BENCHMARKS = (
    Benchmark(
        name="growth-length",
        subject=f"a report {_TIMES} times as long (exponent 1.05 is {_TIMES**1.05:.3g})",
        baseline="the report",
        prepare=_length,
        at_most=_TIMES**1.05,
        rounds=3,
    ),
    Benchmark(
        name="growth-phrases",
        subject=f"matching {_TIMES} times as many phrases (exponent 0.75 is {_TIMES**0.75:.3g})",
        baseline="every sixteenth phrase",
        prepare=_phrases,
        at_most=_TIMES**0.75,
        rounds=5,
    ),
)

"""``{near: [a, b], within: segment}``: words that prove something only when they stand together."""

from __future__ import annotations

from scorer.framework.model import NearIs
from scorer.i18n import Labels, mark, tr, trn
from scorer.rules.model import Step
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["evaluate", "stretch_words"]

_STRETCHES = Labels({"clause": mark("同一分句"), "segment": mark("同一分项"), "sentence": mark("同一句")})


def stretch_words(within: int | str) -> str:
    """In what stretch words must stand, as people read it."""
    return _STRETCHES.get(str(within)) or trn("{count}字之内", int(within))


def evaluate(trial: Trial, node: NearIs, window: Span | None) -> Step:
    """Holds where one accepted hit of each position stands in one stretch."""
    pair = node.near
    words = " + ".join(["/".join(alternatives[:3]) for alternatives in pair.words])
    found = trial.near(pair, window)
    evidence = tuple(map(trial.near_evidence, found)) if found else ()
    label = tr("{stretch}有 {words}", stretch=stretch_words(pair.within), words=words)
    return Step(label, bool(found), evidence=evidence)

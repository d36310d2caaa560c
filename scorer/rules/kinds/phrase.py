"""``{phrase: [...]}``: one of these phrases stands in a place that counts."""

from __future__ import annotations

from scorer.framework.model import PhraseIs
from scorer.i18n import listed, tr
from scorer.rules.model import Step
from scorer.rules.trial import Trial
from scorer.text import Span

__all__ = ["evaluate"]

_SHOWN = 4  # words named in a label; more would hide the rule behind its own list


def evaluate(trial: Trial, node: PhraseIs, window: Span | None) -> Step:
    """Holds with any accepted hit of one of the phrases."""
    hits = trial.hits_of_any(node.phrases, window)
    label = tr("出现“{phrases}”", phrases=listed(node.phrases))
    if len(node.phrases) > _SHOWN:
        label = tr("出现“{phrases}…”", phrases=listed(node.phrases[:_SHOWN]))
    return Step(label, bool(hits), evidence=tuple(trial.hit_evidence(hit) for hit in hits))

"""Scorer: scores a rule-of-law government report against an indicator framework.

Every point, won or lost, leads back to a sentence of the report. The public door is what ``__all__`` names;
everything else may change between versions. Names load when they are first used, so ``import scorer`` is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scorer.batch import run_batch
    from scorer.errors import ScorerError
    from scorer.framework import load_framework
    from scorer.i18n import use_language
    from scorer.pipeline import Engine, score
    from scorer.quantities import audit_arithmetic, find_quantities
    from scorer.reading import read_file
    from scorer.rendering import render
    from scorer.scoring.model import Scorecard
    from scorer.structure import parse_report

__version__ = "0.1.0"

__all__ = [
    "Engine",
    "Scorecard",
    "ScorerError",
    "__version__",
    "audit_arithmetic",
    "find_quantities",
    "load_framework",
    "parse_report",
    "read_file",
    "render",
    "run_batch",
    "score",
    "use_language",
]

_HOMES = {
    "Engine": "scorer.pipeline",
    "Scorecard": "scorer.scoring.model",
    "ScorerError": "scorer.errors",
    "audit_arithmetic": "scorer.quantities",
    "find_quantities": "scorer.quantities",
    "load_framework": "scorer.framework",
    "parse_report": "scorer.structure",
    "read_file": "scorer.reading",
    "render": "scorer.rendering",
    "run_batch": "scorer.batch",
    "score": "scorer.pipeline",
    "use_language": "scorer.i18n",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'scorer' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)

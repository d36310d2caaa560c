"""Review: what a person says about a report, beside what the program says about it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scorer.review.agreement import Case, Evaluation, evaluate
    from scorer.review.labels import LabelFile, LabelsError, load_labels, read_labels

__all__ = ["Case", "Evaluation", "LabelFile", "LabelsError", "evaluate", "load_labels", "read_labels"]

# Imported on first use: most of it reads YAML, which scoring a report does without.
_HOMES = dict.fromkeys(("Case", "Evaluation", "evaluate"), "scorer.review.agreement")
_HOMES |= dict.fromkeys(("LabelFile", "LabelsError", "load_labels", "read_labels"), "scorer.review.labels")


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'scorer.review' has no attribute {name!r}")

"""Review: what a person says about a report, beside what the program says about it."""

from scorer.review.agreement import Case, Evaluation, evaluate
from scorer.review.labels import LabelFile, LabelsError, load_labels, read_labels

__all__ = ["Case", "Evaluation", "LabelFile", "LabelsError", "evaluate", "load_labels", "read_labels"]

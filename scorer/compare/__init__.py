"""Reports beside each other: one place over years, or many places in one year. Scores are read, never made."""

from scorer.compare.choose import compare
from scorer.compare.model import Comparison
from scorer.compare.subject import Subject

__all__ = ["Comparison", "Subject", "compare"]

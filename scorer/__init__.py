"""Scorer: scores a rule-of-law government report against an indicator framework."""

__version__ = "0.1.0"

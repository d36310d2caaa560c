"""The structure of a report: from a text to sections, sentences with a role, and metadata."""

from scorer.structure.parse import parse_fragment, parse_report

__all__ = ["parse_fragment", "parse_report"]

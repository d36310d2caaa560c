"""Summaries of many reports: league tables, a map of the dimensions, the commonest gaps, what failed."""

from scorer.rendering.league.model import League, make_league
from scorer.rendering.league.rows import Head, Row, head_of, row_from, row_of, row_values
from scorer.rendering.league.sheets import SUMMARIES, Summary

__all__ = [
    "SUMMARIES",
    "Head",
    "League",
    "Row",
    "Summary",
    "head_of",
    "make_league",
    "row_from",
    "row_of",
    "row_values",
]

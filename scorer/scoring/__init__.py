"""Scoring: findings in, scorecard out; arithmetic only."""

from scorer.scoring.arithmetic import shown
from scorer.scoring.assemble import assemble
from scorer.scoring.model import Scorecard

__all__ = ["Scorecard", "assemble", "shown"]

"""Rules: evidence in, findings out. One file per kind of rule under ``kinds``."""

from scorer.rules.context import Context
from scorer.rules.judge import judge, judge_item
from scorer.rules.pairs import PairTable
from scorer.rules.vocabulary import build_lexicon

__all__ = ["Context", "PairTable", "build_lexicon", "judge", "judge_item"]

"""Which phrases occur where in a report: exactly and fuzzily, with word boundaries and proximity."""

from scorer.matching.hit import EXACT, FUZZY, Hit, Hits
from scorer.matching.lexicon import Lexicon
from scorer.matching.near import MOST_WORDS, NearHit, near

__all__ = ["EXACT", "FUZZY", "MOST_WORDS", "Hit", "Hits", "Lexicon", "NearHit", "near"]

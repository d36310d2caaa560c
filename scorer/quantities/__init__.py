"""Numbers: every quantity with value, unit and hedge, what it belongs to, and whether the sums are right."""

from scorer.quantities.audit import audit, audit_arithmetic
from scorer.quantities.binding import bind, suits
from scorer.quantities.compare import compare
from scorer.quantities.context import is_benchmark, is_standard
from scorer.quantities.extract import find_quantities
from scorer.quantities.model import Binding, Bound, Hedge, Interval, Kind, Quantity, Relation, Truth
from scorer.quantities.naming import find_apart
from scorer.quantities.near import near_quantity
from scorer.quantities.past import is_past
from scorer.quantities.periods import compare_within, is_cumulative, long_period, per_year
from scorer.quantities.units import COUNTERS, UNITS, any_answers_to, same_unit, unit_matches

__all__ = [
    "COUNTERS",
    "UNITS",
    "Binding",
    "Bound",
    "Hedge",
    "Interval",
    "Kind",
    "Quantity",
    "Relation",
    "Truth",
    "any_answers_to",
    "audit",
    "audit_arithmetic",
    "bind",
    "compare",
    "compare_within",
    "find_apart",
    "find_quantities",
    "is_benchmark",
    "is_cumulative",
    "is_past",
    "is_standard",
    "long_period",
    "near_quantity",
    "per_year",
    "same_unit",
    "suits",
    "unit_matches",
]

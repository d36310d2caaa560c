"""Raised and lowered digits as the signs that say so: 35件¹ must not become 35件1, nor 10² become 102."""

from __future__ import annotations

__all__ = ["LOWERED", "RAISED"]

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")

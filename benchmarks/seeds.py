"""The sample reports that benchmarks run on."""

from __future__ import annotations

from pathlib import Path

__all__ = ["seed_paths", "seed_texts"]

_SEEDS = Path(__file__).parents[1] / "seeds"


def seed_paths() -> list[Path]:
    """The sample reports in the order of their names."""
    return sorted(_SEEDS.glob("*.txt"))


def seed_texts() -> list[str]:
    """Their texts."""
    return [path.read_text(encoding="utf-8") for path in seed_paths()]

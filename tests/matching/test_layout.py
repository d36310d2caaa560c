"""Where positions stand: in which sentence, in which part of it, and between them in none."""

from __future__ import annotations

import pytest

from scorer.matching.layout import numbered


@pytest.mark.parametrize(
    ("stretches", "size", "expected"),
    [
        ([], 2, [-1, -1]),
        ([(0, 2), (2, 3)], 3, [0, 0, 1]),
        ([(1, 2), (4, 5)], 6, [-1, 0, -1, -1, 1, -1]),
        ([(1, 1), (1, 2)], 2, [-1, 1]),
    ],
)
def test_positions_are_numbered_by_their_stretch(
    stretches: list[tuple[int, int]], size: int, expected: list[int]
) -> None:
    assert numbered(stretches, size) == expected

"""The trace explains everything: totals worked out again from it are the totals of the scorecard."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from scorer.pipeline import Engine
from scorer.reading import read_file
from scorer.rules.model import Step
from scorer.scoring.model import ItemRow

SEEDS = sorted((Path(__file__).parent.parent.parent / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def holds(step: Step) -> bool | None:
    """A node's outcome, worked out from its children where it has some."""
    if not step.children:
        return step.holds
    outcomes = [holds(child) for child in step.children]
    if step.label == "下列之一":
        return True if True in outcomes else None if None in outcomes else False
    if step.holds is False and step.label != "下列全部":
        return False  # each holds somewhere, but not in one stretch
    return False if False in outcomes else None if None in outcomes else True


def share(engine: Engine, row: ItemRow) -> Decimal:
    """What the item earns, from nothing but the outcomes of its rule."""
    item = engine.framework.item(row.id)
    own = engine.framework.partial_share if item.partial_share is None else item.partial_share
    for name, step in row.trace:
        assert holds(step) == step.holds, (row.id, step.label)
        if holds(step):
            return Decimal(1) if name == "met" else own
    return Decimal(0)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_totals_follow_from_the_trace(engine: Engine, path: Path) -> None:
    card = engine.score(read_file(path))
    sums = {"earned": Decimal(0), "applicable": Decimal(0), "bonus": Decimal(0), "deduction": Decimal(0)}
    for row in card.items:
        item = engine.framework.item(row.id)
        level = card.report.level
        if item.applies_to and level is not None and level not in item.applies_to:
            assert row.status.value == "not_applicable"
            continue
        points = item.points * share(engine, row)
        assert points == row.points, row.id
        if row.kind in ("base", "format"):
            sums["earned"] += points
            sums["applicable"] += item.points
        else:
            sums[row.kind] += points
    base = 100 * sums["earned"] / sums["applicable"]
    total = base + min(sums["bonus"], Decimal(5)) - min(sums["deduction"], Decimal(10))
    assert abs(total - card.total.points) < Decimal("1e-20")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_evidence_comes_from_steps_that_hold(engine: Engine, path: Path) -> None:
    for row in engine.score(read_file(path)).items:
        proofs = {
            (e.start, e.end) for name, step in row.trace if name == row.status.value for e in leaves(step)
        }
        assert {(e.start, e.end) for e in row.evidence} <= proofs


def leaves(step: Step) -> list:  # type: ignore[type-arg]
    return [*step.evidence, *(e for child in step.children for e in leaves(child))]
